"""A transparency log made with aics-tlog, for the interoperability test.

    foreign_log.py key ORIGIN                              prints the log's verifier key
    foreign_log.py grow ORIGIN URL WITNESS_KEY SIZE ...    has each size cosigned in turn, then shows a fork

Prints one line for each request: the size and the status, 200 or what the witness refused with.
"""

import sys

from aics_tlog.checkpoint import Checkpoint, sign_checkpoint, verify_checkpoint
from aics_tlog.note import format_vkey, parse_note, parse_vkey, vkey_from_ed25519
from aics_tlog.tree import MerkleTree
from aics_witness.feeder import WitnessClient, WitnessRejected, merge_cosignatures
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def tree(size: int, salt: str = "") -> MerkleTree:
    return MerkleTree(f"leaf {number}{salt}".encode() for number in range(size))


def submit(client: WitnessClient, origin: str, made: MerkleTree) -> int:
    note = sign_checkpoint(Checkpoint(origin, made.size, made.root()), KEY, origin).to_bytes()
    try:
        line = client.submit(note, made.consistency_proof)
    except WitnessRejected as refusal:
        return refusal.status
    cosigned = parse_note(merge_cosignatures(note, line))
    log = vkey_from_ed25519(origin, KEY.public_key())
    result = verify_checkpoint(cosigned, log, [client.witness_vkey], 1)
    return 200 if result.ok else 0


def main() -> None:
    command, origin, *rest = sys.argv[1:]
    if command == "key":
        print(format_vkey(vkey_from_ed25519(origin, KEY.public_key())))
        return
    url, witness, *sizes = rest
    client = WitnessClient(url, parse_vkey(witness), max_attempts=1)
    for size in map(int, sizes):
        print(size, submit(client, origin, tree(size)))
    last = max(map(int, sizes))
    print(last, submit(client, origin, tree(last, " rewritten")))
    # A client that remembers nothing learns from the conflict what the witness holds.
    print(last + 1, submit(WitnessClient(url, parse_vkey(witness), max_attempts=1), origin, tree(last + 1)))


main()
