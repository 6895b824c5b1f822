#!/usr/bin/env python3
"""A static log read by somebody else's client: aics-tlog from PyPI (Apache-2.0, Python 3.12 or later).

usage: foreign_log.py FOLDER VKEY       exits with 77 where the package is not there
"""
import sys

try:
    from aics_tlog import FileSystemTileReader, audit_tiles, parse_note, parse_vkey, verify_checkpoint
except (ImportError, SyntaxError):
    print("aics-tlog is not installed for this Python: pip install aics-tlog==0.2.1")
    sys.exit(77)

folder, vkey = sys.argv[1:]
with open(folder + "/checkpoint", encoding="utf-8") as file:
    note = parse_note(file.read())
result = verify_checkpoint(note, parse_vkey(vkey), expected_origin=vkey.split("+")[0])
if not result.ok:
    sys.exit(f"the checkpoint does not verify: {result.error}")
print(audit_tiles(FileSystemTileReader(folder), result.size, result.root))
