#!/usr/bin/env python3
"""Single flipped bits anywhere in the database, each followed by an audit.

Where each bit lies is told from the file format: inside a row of which table, in the structure of a page, or in space that
holds nothing. A bit inside an entry must be found with that entry's number; one inside a tile, its inner nodes or a
checkpoint must be found and named as such. What nobody stored cannot be missed: such bits are counted apart.

usage: flips.py [--records 2000] [--flips 60] [--seed 1]      full size: --records 100000 --flips 1000
"""
import argparse
import collections
import json
import os
import random
import shutil
import subprocess
import sys

from common import DATABASE, DRILL, ENVIRONMENT, Folder, create, drill
from pages import Pages

LEDGER = {"entries", "tiles", "edge", "inner_nodes", "checkpoints"}


def audit(data):
    """The faults found; a text when the audit itself broke down."""
    done = subprocess.run([DRILL, "verify", data], env=ENVIRONMENT, text=True, capture_output=True)
    if done.returncode not in (0, 3):
        return f"exit {done.returncode}: {(done.stdout + done.stderr)[-200:]}"
    return json.loads(done.stdout)["faults"]


def judge(kind, table, rowid, faults):
    """noticed, located, missed or broken."""
    if isinstance(faults, str):
        return "refused" if faults.startswith("exit 1:") else "BROKEN"
    if not faults:
        return "unnoticed"
    words = " ".join(fault["what"] for fault in faults)
    if kind == "cell" and table == "entries":
        # Where the row's own number changed, the number that is missing is named.
        return "located" if any(fault["seq"] == rowid for fault in faults) else "noticed"
    if kind == "cell" and table in ("tiles", "edge", "inner_nodes"):
        named = "块" in words or "哈希不符" in words or "没有这一条的哈希" in words
        return "located" if named else "noticed"
    if kind == "cell" and table == "checkpoints":
        return "located" if "检查点" in words or "分叉" in words else "noticed"
    return "noticed"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--flips", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    with Folder() as folder:
        data, pristine = folder("data"), folder("pristine")
        create(data)
        drill("file", data, options.records, max(1, options.records // 100))
        shutil.copy(os.path.join(data, DATABASE), pristine)
        pages = Pages(pristine)
        size = os.path.getsize(pristine)
        counts, problems = collections.Counter(), 0
        for number in range(options.flips):
            offset, bit = random.randrange(size), random.randrange(8)
            shutil.copy(pristine, os.path.join(data, DATABASE))
            for rest in ("-wal", "-shm"):
                if os.path.exists(os.path.join(data, DATABASE + rest)):
                    os.unlink(os.path.join(data, DATABASE + rest))
            with open(os.path.join(data, DATABASE), "r+b") as file:
                file.seek(offset)
                byte = file.read(1)[0]
                file.seek(offset)
                file.write(bytes([byte ^ 1 << bit]))
            kind, table, rowid = pages.place(offset)
            faults = audit(data)
            outcome = judge(kind, table, rowid, faults)
            name = table if table in LEDGER else "index" if kind == "cell" else "other"
            counts[f"{kind} {name if kind == 'cell' else ''}".strip(), outcome] += 1
            must = kind == "cell" and table in LEDGER
            if outcome == "BROKEN" or must and outcome != "located":
                problems += 1
                print(f"  flip {number} at {offset} bit {bit}, {kind} of {table} row {rowid}: {outcome} {str(faults)[:300]}")
        print(f"flips: {options.flips} bits, {options.records} records, {size / 1e6:.1f} MB, seed {options.seed}")
        for (place, outcome), count in sorted(counts.items()):
            print(f"flips:   {place}: {outcome} {count}")
        return 1 if problems else 0


sys.exit(main())
