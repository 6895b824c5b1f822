#!/usr/bin/env python3
"""Every system call of an append, failing once: with EIO, with ENOSPC, and as the last thing the process does (SIGKILL).

strace counts the calls that touch the ledger's files in a run without faults; then the drill runs once for each of them and
each fault. Whatever it says, a start afterwards must find everything acknowledged, and a ledger that verifies and goes on.

A filer must not go on after a sync failed: such runs have to end in "stopped", or fail while they open or close.

usage: faults.py [--count 3] [--every 1]      --every 5 tries each fifth call only, and every sync
"""
import argparse
import os
import re
import shutil
import subprocess
import sys

from common import DATABASE, DRILL, ENVIRONMENT, WAL, Checker, Folder, Tally, acknowledged, create
from trace import CALL, calls

CALLS = ["openat", "pread64", "read", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "fcntl",
         "newfstatat", "fstat", "mmap", "close", "lseek", "access", "flock"]
FAULTS = ["error=EIO", "error=ENOSPC", "signal=KILL"]


def files(data):
    return [os.path.join(data, name) for name in (
        DATABASE, WAL, DATABASE + "-shm", "head/checkpoint", "head/checkpoint.new", "head/checkpoint.lock", "head", "")]


def run(data, log, inject, count):
    paths = [part for file in files(data) for part in ("-P", file)]
    command = ["strace", "-f", "-qq", "-o", log, *paths, "-e", f"trace={','.join(CALLS)}", *inject,
               DRILL, "file", data, str(count), "1"]
    return subprocess.run(command, env=ENVIRONMENT, text=True, capture_output=True)


def counted(data, log, count):
    """How often each call is made, by the thread that makes it most: strace counts for each thread on its own."""
    run(data, log, [], count)
    numbers = {}
    for text in calls(log):
        if match := CALL.match(text):
            key = (match[2], match[1])
            numbers[key] = numbers.get(key, 0) + 1
    return {name: max(n for (call, _), n in numbers.items() if call == name) for name in CALLS
            if any(call == name for call, _ in numbers)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    with Folder() as folder:
        base, data, log = folder("base"), folder("data"), folder("log")
        create(base)
        shutil.copytree(base, data)
        numbers = counted(data, log, options.count)
        tally, check, sync_failures, kept_going = Tally(), Checker(), 0, 0
        for fault in FAULTS:
            for call, most in numbers.items():
                # Syncs are few, and what this is about: each of them is always tried.
                for when in range(1, most + 1, 1 if "sync" in call else options.every):
                    shutil.rmtree(data)
                    shutil.copytree(base, data)
                    done = run(data, log, ["-e", f"inject={call}:{fault}:when={when}"], options.count)
                    if fault == "error=EIO" and call in ("fsync", "fdatasync") and "refused" in done.stdout:
                        sync_failures += 1
                        kept_going += "went on" in done.stdout
                    outcome = check(data, acknowledged(done.stdout))
                    tally.add(outcome, f"{call} number {when}, {fault} ({done.stdout.strip()[-90:]})")
        check.close()
        shown = ", ".join(f"{name} {number}" for name, number in numbers.items())
        print(f"faults: an append of {options.count} makes {shown}")
        print(f"faults: {tally.total} runs with one fault each: {tally}; "
              f"a sync failed under a filing {sync_failures} times, and the store filed on {kept_going} times")
        return 1 if tally.failed or kept_going or not sync_failures else 0


sys.exit(main())
