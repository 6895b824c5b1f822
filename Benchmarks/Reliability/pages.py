"""What each byte of an SQLite file is: whose cell, page structure, or free (https://sqlite.org/fileformat2.html)."""
import sqlite3


def varint(data, at):
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    return value << 8 | data[at + 8], at + 9


class Pages:
    """Places as (kind, table, rowid): kind is cell, structure or free; rowid where there is one."""

    INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        self.size = int.from_bytes(self.data[16:18], "big") or 65536
        self.size = 65536 if self.size == 1 else self.size
        self.usable = self.size - self.data[20]
        with sqlite3.connect(path) as database:
            rows = database.execute("SELECT pageno, name, pagetype FROM dbstat").fetchall()
        self.owner = {number: (name, kind) for number, name, kind in rows}
        self.overflow = {}
        self.cells = {}
        for number, (name, kind) in sorted(self.owner.items()):
            if kind != "overflow":
                self.cells[number] = list(self._cells(number, name))

    def _cells(self, number, name):
        start = (number - 1) * self.size
        page = self.data[start:start + self.size]
        header = 100 if number == 1 else 0
        kind, count = page[header], int.from_bytes(page[header + 3:header + 5], "big")
        pointers = header + (12 if kind in (self.INTERIOR_INDEX, self.INTERIOR_TABLE) else 8)
        for cell in range(count):
            at = int.from_bytes(page[pointers + 2 * cell:pointers + 2 * cell + 2], "big")
            end, rowid = at, None
            if kind in (self.INTERIOR_INDEX, self.INTERIOR_TABLE):
                end += 4
            if kind == self.INTERIOR_TABLE:
                rowid, end = varint(page, end)
            else:
                length, end = varint(page, end)
                if kind == self.LEAF_TABLE:
                    rowid, end = varint(page, end)
                local = self._local(length, kind)
                end += local
                if local < length:
                    self._follow(int.from_bytes(page[end:end + 4], "big"), length - local, name, rowid)
                    end += 4
            yield at, end, rowid, kind == self.INTERIOR_TABLE

    def _local(self, length, kind):
        most = self.usable - 35 if kind == self.LEAF_TABLE else (self.usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        some = least + (length - least) % (self.usable - 4)
        return some if some <= most else least

    def _follow(self, number, rest, name, rowid):
        while number:
            used = min(rest, self.usable - 4)
            self.overflow[number] = (name, rowid, 4 + used)
            rest -= used
            start = (number - 1) * self.size
            number = int.from_bytes(self.data[start:start + 4], "big")

    def place(self, offset):
        number, at = offset // self.size + 1, offset % self.size
        if number == 1 and at < 100:
            return "structure", "file header", None
        if number in self.overflow:
            name, rowid, used = self.overflow[number]
            return ("cell", name, rowid) if at < used else ("free", name, None)
        if number not in self.cells:
            return "free", "free page", None
        name = self.owner[number][0]
        header = 100 if number == 1 else 0
        page = self.data[(number - 1) * self.size:number * self.size]
        size = 12 if page[header] in (self.INTERIOR_INDEX, self.INTERIOR_TABLE) else 8
        if at < header + size + 2 * len(self.cells[number]):
            return "structure", name, None
        for start, end, rowid, is_interior in self.cells[number]:
            if start <= at < end:
                return ("structure", name, None) if is_interior else ("cell", name, rowid)
        return "free", name, None
