#!/usr/bin/env python3
"""Power cuts: every disk state that one could leave while the drill files and signs.

The drill runs once under strace. At every operation that changes a file the script builds the states a power cut there
could leave: of what was written but not yet synced nothing, everything, the last write torn at a sector, and random
subsets. Each is opened as a start after the accident opens it, audited, and filed into. A rename counts as done only once
its folder is synced; the name of a new file once the file itself is (as ext4, xfs and btrfs keep it).

usage: crash.py [--count 12] [--batch 1] [--subsets 2] [--seed 1] [--ignore-sync]
--ignore-sync is the counter-test, a disk that lies: states must then be lost, or the script finds nothing.
"""
import argparse
import os
import random
import shutil
import sys

from common import Checker, Folder, Tally, create
from trace import record

SECTOR = 512


def apply(files, operation):
    kind, file = operation[:2]
    if kind == "create":
        files.setdefault(file, bytearray())
    elif kind == "unlink":
        files.pop(file, None)
    elif kind == "rename":
        if file in files:
            files[operation[2]] = files.pop(file)
    elif file in files:
        content = files[file]
        if kind == "truncate":
            size = operation[2]
            del content[size:]
            content.extend(bytes(max(0, size - len(content))))
        elif kind in ("write", "append"):
            offset = len(content) if kind == "append" else operation[2]
            data = operation[-1]
            content.extend(bytes(max(0, offset - len(content))))
            content[offset:offset + len(data)] = data


def synced(operation, file):
    """Whether a sync of a file or folder makes an operation durable."""
    if operation[0] == "rename":
        return os.path.dirname(operation[2]) == file or (file == "." and not os.path.dirname(operation[2]))
    if operation[0] == "unlink":
        return (os.path.dirname(operation[1]) or ".") == file
    return operation[1] == file


def states(pending, subsets):
    """What of the unsynced operations has reached the disk."""
    yield []
    if not pending:
        return
    yield pending
    last = pending[-1]
    if last[0] in ("write", "append") and len(last[-1]) > SECTOR:
        cut = SECTOR * random.randrange(1, (len(last[-1]) + SECTOR - 1) // SECTOR)
        yield pending[:-1] + [last[:-1] + (last[-1][:cut],)]
    if len(pending) > 1:
        for _ in range(subsets):
            yield [operation for operation in pending if random.random() < 0.5]


def build(target, base, durable, operations):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(base, target, ignore=lambda _, names: [n for n in names if n.startswith("ledger.sqlite")])
    shutil.rmtree(os.path.join(target, "head"))
    files = {file: bytearray(content) for file, content in durable.items()}
    for operation in operations:
        apply(files, operation)
    for file, content in files.items():
        path = os.path.join(target, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as output:
            output.write(content)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--subsets", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ignore-sync", action="store_true")
    options = parser.parse_args()
    random.seed(options.seed)
    with Folder() as folder:
        data, base, state = folder("data"), folder("base"), folder("state")
        create(data)
        shutil.copytree(data, base)
        operations = record(data, folder("trace"), options.count, options.batch)
        durable = {}
        for name in ("ledger.sqlite", "ledger.sqlite-wal", "head/checkpoint"):
            if os.path.exists(os.path.join(base, name)):
                with open(os.path.join(base, name), "rb") as file:
                    durable[name] = bytearray(file.read())
        pending, safe, tally, check = [], 0, Tally(), Checker()
        for number, operation in enumerate(operations):
            if operation[0] == "acknowledged":
                safe = operation[1]
            elif operation[0] == "sync":
                if options.ignore_sync:
                    continue
                for done in [one for one in pending if synced(one, operation[1])]:
                    apply(durable, done)
                pending = [one for one in pending if not synced(one, operation[1])]
            else:
                pending.append(operation)
            for which, chosen in enumerate(states(pending, options.subsets)):
                build(state, base, durable, chosen)
                tally.add(check(state, safe), f"operation {number} {operation[:2]}, state {which}")
        check.close()
        print(f"crash: {len(operations)} operations traced, {safe} records acknowledged, {tally.total} states: {tally}")
        return 1 if tally.failed or safe != options.count else 0


sys.exit(main())
