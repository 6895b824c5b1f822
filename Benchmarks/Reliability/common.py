"""What the campaigns share: the drill program, data folders, the trace of a run."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DRILL = os.environ.get("DRILL", os.path.join(ROOT, ".build/release/ledger-drill"))
ENVIRONMENT = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}
DATABASE, WAL = "ledger.sqlite", "ledger.sqlite-wal"


class Folder:
    """A scratch folder, in memory where that is possible: nothing here depends on a disk's own durability."""

    def __init__(self, on_disk=False):
        base = None if on_disk or not os.access("/dev/shm", os.W_OK) else "/dev/shm"
        self.path = tempfile.mkdtemp(prefix="zhunsheng-reliability-", dir=base)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def __call__(self, *names):
        return os.path.join(self.path, *names)


def drill(*arguments, **options):
    return subprocess.run([DRILL, *map(str, arguments)], env=ENVIRONMENT, text=True, capture_output=True, **options)


def create(path):
    made = drill("create", path)
    if made.returncode != 0:
        sys.exit(f"ledger-drill create: {made.stdout}{made.stderr}")


def acknowledged(output):
    """The last number of entries that the filer was told are safe."""
    numbers = re.findall(r"^acknowledged (\d+)$", output, re.M)
    return int(numbers[-1]) if numbers else 0


class Checker:
    """A start after the accident, many times in one process."""

    def __init__(self):
        self.process = subprocess.Popen([DRILL, "check"], env=ENVIRONMENT, text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def __call__(self, path, count):
        self.process.stdin.write(f"{path} {count}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        return answer or f"CRASHED {self.process.wait()}"

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Tally:
    """Outcomes counted by their first word; all but `ok` are failures and the first of them are printed."""

    def __init__(self):
        self.counts = {}
        self.shown = 0

    def add(self, outcome, where):
        word = outcome.split(" ")[0]
        self.counts[word] = self.counts.get(word, 0) + 1
        if word != "ok" and self.shown < 10:
            self.shown += 1
            print(f"  {where}: {outcome}")

    @property
    def failed(self):
        return sum(count for word, count in self.counts.items() if word != "ok")

    @property
    def total(self):
        return sum(self.counts.values())

    def __str__(self):
        return ", ".join(f"{word} {count}" for word, count in sorted(self.counts.items())) or "nothing"
