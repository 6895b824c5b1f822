#!/usr/bin/env python3
"""kill -9 at random moments of a filer that says what is acknowledged; then a start, an audit, a further filing.

usage: kill.py [--rounds 20] [--seed 1]
The ledger is the same all along: each round goes on where the accident before it has left off.
"""
import argparse
import random
import signal
import subprocess
import sys
import time

from common import DRILL, ENVIRONMENT, Checker, Folder, Tally, acknowledged, create


def accident(data, safe):
    """Small and large transactions, for up to half a second, so that signing and WAL checkpoints are hit too."""
    batch = random.choice([1, 1, 7, 100, 1000])
    filer = subprocess.Popen([DRILL, "file", data, "1000000", str(batch)], env=ENVIRONMENT, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0.01, 0.5))
    filer.send_signal(signal.SIGKILL)
    said = acknowledged(filer.communicate()[0])
    check = Checker()
    outcome = check(data, max(safe, said))
    check.close()
    return said, outcome


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    tally, early, left = Tally(), 0, options.rounds
    while left > 0:
        # The audit reads everything: one ledger that grows for ever would soon be all of the time.
        with Folder(on_disk=True) as folder:
            create(folder("data"))
            safe = 0
            while left > 0 and safe < 100_000:
                left -= 1
                said, outcome = accident(folder("data"), safe)
                early += said == 0
                tally.add(outcome, f"round {options.rounds - left}")
                safe = int(outcome.split()[1]) + 1 if outcome.startswith("ok") else 0
                if safe == 0:
                    break
    print(f"kill: {tally.total} times killed, {early} of them before the first acknowledgement: {tally}")
    return 1 if tally.failed or early == tally.total else 0


sys.exit(main())
