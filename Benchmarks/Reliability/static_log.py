#!/usr/bin/env python3
"""An independent reader of a static log (C2SP tlog-tiles), in the standard library alone: recomputes everything from the entries.

usage: static_log.py FOLDER [VKEY]

Every entry is read from its bundle and hashed, every tile compared with what the entries give, the root with the checkpoint;
the Ed25519 signature is checked where VKEY (`name+id+base64`) is given and the package `cryptography` is there.
Written from the specifications (RFC 6962, C2SP tlog-tiles, tlog-checkpoint, signed-note), not from the Swift sources.
"""
import base64
import hashlib
import os
import sys

WIDTH = 256


def path(index, width):
    parts = [f"{index % 1000:03d}"]
    while index >= 1000:
        index //= 1000
        parts.insert(0, f"x{index % 1000:03d}")
    return "/".join(parts) + (f".p/{width}" if width < WIDTH else "")


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def leaf(data):
    return hashlib.sha256(b"\0" + data).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root(hashes):
    """RFC 6962 section 2.1, from hashes of one level upwards."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        pairs = [node(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(hashes) - len(hashes) % 2:]
    return hashes[0]


def bundle(data):
    at, entries = 0, []
    while at < len(data):
        size = int.from_bytes(data[at:at + 2], "big")
        if at + 2 + size > len(data):
            raise ValueError("a bundle ends within an entry")
        entries.append(data[at + 2:at + 2 + size])
        at += 2 + size
    return entries


def entries(folder, size):
    found = []
    for index in range((size + WIDTH - 1) // WIDTH):
        width = min(WIDTH, size - index * WIDTH)
        part = bundle(read(folder, "tile/entries/" + path(index, width)))
        if len(part) != width:
            raise ValueError(f"bundle {index} has {len(part)} entries, not {width}")
        found += part
    return found


def check_tiles(folder, hashes):
    level, tiles = 0, 0
    while hashes:
        for index in range((len(hashes) + WIDTH - 1) // WIDTH):
            expected = hashes[index * WIDTH:(index + 1) * WIDTH]
            if read(folder, f"tile/{level}/{path(index, len(expected))}") != b"".join(expected):
                raise ValueError(f"tile {index} of level {level} is not what the entries give")
            tiles += 1
        hashes = [root(hashes[at:at + WIDTH]) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)]
        level += 1
    return tiles


def check_signature(note, vkey):
    text, _, signatures = note.rpartition(b"\n\n")
    text += b"\n"
    name, identity, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    expected = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    if key[0] != 1 or expected.hex() != identity:
        raise ValueError("the verifier key is no Ed25519 key or has a wrong id")
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return "signature not checked (the package cryptography is not installed)"
    for line in signatures.decode().splitlines():
        mark, signer, value = line.split(" ")
        value = base64.b64decode(value, validate=True)
        if mark == "—" and signer == name and value[:4] == expected:
            Ed25519PublicKey.from_public_bytes(key[1:]).verify(value[4:], text)
            return "signature holds"
    raise ValueError("the checkpoint is not signed by that key")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = sys.argv[1]
    note = read(folder, "checkpoint")
    origin, size, head = note.decode().split("\n")[:3]
    size = int(size)
    found = entries(folder, size)
    leaves = [leaf(entry) for entry in found]
    if root(leaves) != base64.b64decode(head, validate=True):
        raise ValueError("the root is not that of the checkpoint")
    tiles = check_tiles(folder, leaves)
    signature = check_signature(note, sys.argv[2]) if len(sys.argv) == 3 else "signature not asked for"
    print(f"{origin}: {size} entries, {tiles} tiles, root {root(leaves).hex()}; {signature}")


try:
    main()
except (ValueError, OSError) as error:
    sys.exit(f"static_log.py: {error}")
