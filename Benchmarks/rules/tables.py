"""Writes the generator's two tables as sheets of the bench pack: tables.py DATA/bin OUT.yaml"""
import struct
import sys

SHAPE = (3, 16, 200, 5, 4)
VERSIONS = (("2013-01-01", "2021-07-14"), ("2021-07-15", "2025-12-31"), ("2026-01-01", None))


def numbers(path):
    data = open(path, "rb").read()
    return struct.unpack(f"<{len(data) // 4}i", data)


def main(folder, out):
    cells, amounts = numbers(f"{folder}/disc.bin"), numbers(f"{folder}/thr.bin")
    basis = "basis: [{law: BENCH, article: whole}]"
    lines = ["sheets:", "  - id: region-amounts", "    name: 各地区数额", "    keys: [{name: region, label: 地区}]",
             "    outputs: [{name: heavier, label: 较重档}, {name: heaviest, label: 最重档}]", "    versions:",
             "      - from: 2013-01-01", f"        {basis}", "        rows: |"]
    lines += [f"          {region},{amounts[region]},{amounts[16 + region]}" for region in range(16)]
    lines += ["  - id: discretion", "    name: 裁量幅度",
              "    keys: [{name: region, label: 地区}, {name: offence, label: 行为}, {name: tier, label: 档}]",
              "    outputs: [{name: fineLeast, label: 罚款下限}, {name: fineMost, label: 罚款上限}, "
              "{name: detentionLeast, label: 拘留下限}, {name: detentionMost, label: 拘留上限}]", "    versions:"]
    place = 0
    for first, last in VERSIONS:
        lines += [f"      - from: {first}"] + ([f"        until: {last}"] if last else []) + [f"        {basis}", "        rows: |"]
        for region in range(SHAPE[1]):
            for offence in range(SHAPE[2]):
                for tier in range(SHAPE[3]):
                    row = cells[place:place + 4]
                    place += 4
                    if tier:
                        lines.append(f"          {region},{offence},{tier}," + ",".join(map(str, row)))
    open(out, "w").write("\n".join(lines) + "\n")


main(*sys.argv[1:])
