#!/usr/bin/env python3
"""A full disk, a clock that is set back, two writers at once.

usage: places.py full|clock|writers        full needs root (it mounts a small tmpfs), clock needs faketime
"""
import json
import os
import shutil
import subprocess
import sys

from common import DRILL, ENVIRONMENT, Checker, Folder, acknowledged, create, drill


def checked(data, safe):
    check = Checker()
    outcome = check(data, safe)
    check.close()
    return outcome


def full():
    with Folder() as folder:
        data = folder("disk", "data")
        os.makedirs(folder("disk"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder("disk")], check=True)
        try:
            create(data)
            run = drill("file", data, 1_000_000, 10)
            safe = acknowledged(run.stdout)
            words = [line for line in run.stdout.splitlines() if line.startswith("refused")]
            blocked = checked(data, safe)
            subprocess.run(["mount", "-o", "remount,size=32m", folder("disk")], check=True)
            outcome = checked(data, safe)
            print(f"full: {safe} records acknowledged on 4 MiB, then: {words}")
            print(f"full: a start on the full disk: {blocked}; after making room: {outcome}")
            return 0 if safe and outcome.startswith("ok") and words and "磁盘已满" in words[0] else 1
        finally:
            subprocess.run(["umount", folder("disk")], check=True)


def clock():
    if not shutil.which("faketime"):
        sys.exit("faketime is not installed: apt-get install faketime")
    with Folder() as folder:
        data = folder("data")
        create(data)
        first = drill("file", data, 20, 1)
        back = subprocess.run(["faketime", "-f", "-400d", DRILL, "file", data, "20", "1"],
                              env=ENVIRONMENT, text=True, capture_output=True)
        times = recorded(data)
        print(f"clock: {len(times)} entries across a jump of -400 days, from {times[0]} to {times[-1]}")
        outcome = checked(data, 40)
        print(f"clock: a start afterwards: {outcome}")
        sound = times == sorted(times) and acknowledged(back.stdout) == 40 and acknowledged(first.stdout) == 20
        return 0 if sound and outcome.startswith("ok") else 1


def recorded(data):
    import sqlite3
    rows = sqlite3.connect(os.path.join(data, "ledger.sqlite")).execute("SELECT bytes FROM entries ORDER BY seq")
    return [json.loads(bytes(row[0]).split(b"\n")[1])["recordedAt"] for row in rows]


def writers():
    """Each files 2,000 records of its own, one by one, as fast as it can."""
    with Folder(on_disk=True) as folder:
        data = folder("data")
        create(data)
        both = [subprocess.Popen([DRILL, "file", data, "2000", "1", first], env=ENVIRONMENT, text=True,
                                 stdout=subprocess.PIPE) for first in ("0", "100000")]
        said = [process.communicate()[0] for process in both]
        safe = max(map(acknowledged, said))
        outcome = checked(data, safe)
        endings = [text.strip().splitlines()[-1] for text in said]
        print(f"writers: two at once ended in {endings}; a start afterwards: {outcome}")
        # Whoever loses the race to sign begins again from what the other signed.
        fine = all(ending.startswith("signed") for ending in endings) and outcome == "ok 4000"
        return 0 if fine else 1


if len(sys.argv) != 2 or sys.argv[1] not in ("full", "clock", "writers"):
    sys.exit(__doc__)
sys.exit({"full": full, "clock": clock, "writers": writers}[sys.argv[1]]())
