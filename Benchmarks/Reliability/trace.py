"""A run of the drill under strace, as the operations that change files."""
import os
import re
import subprocess

from common import DRILL, ENVIRONMENT

CALLS = "openat,pwrite64,pwritev,write,fdatasync,fsync,ftruncate,fallocate,unlink,unlinkat,rename,renameat"
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")


def plain(text):
    """strace -xx writes every byte of a string as \\xNN."""
    return re.sub(r"\\x([0-9a-f]{2})", lambda match: chr(int(match[1], 16)), text)


def payload(text):
    return bytes.fromhex(text.replace("\\x", ""))


def calls(path):
    """Finished calls in the order in which they ended, one text each."""
    begun = {}
    for line in open(path, errors="replace"):
        line = line.rstrip("\n")
        if match := UNFINISHED.match(line):
            begun[match[1]] = match[2]
        elif match := RESUMED.match(line):
            yield f"{match[1]} {begun.pop(match[1], '')}{match[2]}"
        else:
            yield line


def record(folder, trace, count, batch):
    """Runs the drill and gives ("acknowledged", n) and (kind, file, …) operations on files below the folder."""
    subprocess.run(["strace", "-f", "-qq", "-y", "-xx", "-s", "200000", "-o", trace, "-e", f"trace={CALLS}",
                    DRILL, "file", folder, str(count), str(batch)],
                   env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return list(operations(folder, trace))


def operations(folder, trace):
    def below(path):
        path = plain(path)
        return os.path.relpath(path, folder) if path.startswith(folder + "/") or path == folder else None

    created = {os.path.relpath(os.path.join(base, name), folder) for base, _, names in os.walk(folder) for name in names}
    for text in calls(trace):
        match = CALL.match(text)
        if not match or int(match[4]) < 0:
            continue
        name, rest, result = match[2], match[3], match[5]
        if name == "openat":
            file = below(result or "")
            if file and "O_CREAT" in rest and file not in created:
                yield "create", file
                created.add(file)
            if file and "O_TRUNC" in rest:
                yield "truncate", file, 0
        elif name in ("rename", "renameat"):
            old, new = [below(part) for part in re.findall(r'"([^"]*)"', rest)]
            if old and new:
                yield "rename", old, new
                created.discard(old)
        elif name in ("unlink", "unlinkat"):
            file = below(re.findall(r'"([^"]*)"', rest)[0])
            if file:
                yield "unlink", file
                created.discard(file)
        else:
            descriptor = re.match(r"(\d+)<([^>]*)>", rest)
            if not descriptor:
                continue
            if name == "write" and descriptor[1] == "1":
                said = payload(re.search(r'"([^"]*)"', rest)[1]).decode()
                if said.startswith("acknowledged "):
                    yield "acknowledged", int(said.split()[1])
                continue
            file = below(descriptor[2])
            if file is None or file.endswith("-shm") or file.endswith(".lock"):
                continue
            if name in ("fsync", "fdatasync"):
                yield "sync", file
            elif name == "ftruncate":
                yield "truncate", file, int(rest.rsplit(",", 1)[1])
            elif name == "pwrite64":
                data, _, offset = re.search(r'"([^"]*)", (\d+), (\d+)$', rest).groups()
                yield "write", file, int(offset), payload(data)
            elif name == "write":
                yield "append", file, payload(re.search(r'"([^"]*)"', rest)[1])
            else:
                raise SystemExit(f"a call this script does not know how to replay: {text[:200]}")
