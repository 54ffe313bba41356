# SPDX-License-Identifier: Apache-2.0
"""Scans of pages that somebody edited: the page of one attestation with the code of another, and pictures that tests look into."""
import json
import pathlib
import struct
import subprocess
import tempfile
import zlib

DPI = 200  # at which sceau draws PDF pages: the unit of corners in what it prints
PNG_START = b"\x89PNG\r\n\x1a\n"


class Picture:
    """Rows of bytes from the top, `depth` bytes a pixel: 1 grey, 3 colour."""

    def __init__(self, width, height, depth, rows):
        self.width, self.height, self.depth, self.rows = width, height, depth, rows

    def pixels(self):
        return [bytes(row[i:i + self.depth]) for row in self.rows for i in range(0, len(row), self.depth)]


def draw(pdf):
    with tempfile.TemporaryDirectory() as folder:
        stem = pathlib.Path(folder) / "page"
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", "-f", "1", pdf, stem], check=True)
        content = stem.with_suffix(".pgm").read_bytes()
    _, size, _, pixels = content.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, 1, [bytearray(pixels[y * width:(y + 1) * width]) for y in range(height)])


def code_box(sceau, pdf):
    """Left, top, right, bottom of its only code, with some of the quiet zone."""
    done = subprocess.run([str(sceau), "inspect", "--json", str(pdf)], check=True, capture_output=True)
    corners = json.loads(done.stdout)["symbols"][0]["corners"]
    xs, ys = zip(*corners)
    return int(min(xs)) - 4, int(min(ys)) - 4, int(max(xs)) + 5, int(max(ys)) + 5


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write_png(picture, path):
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 0 if picture.depth == 1 else 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(row) for row in picture.rows))
    path.write_bytes(PNG_START + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def read_png(path):
    """One that sceau wrote: 8 bits of three colours, each row as it is (0) or less the one above (2)."""
    content = path.read_bytes()
    assert content.startswith(PNG_START), path
    at, packed, width, height = len(PNG_START), b"", 0, 0
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at:at + 8])
        part = content[at + 8:at + 8 + length]
        assert chunk(kind, part) == content[at:at + 12 + length], kind
        if kind == b"IHDR":
            width, height, *form = struct.unpack(">IIBBBBB", part)
            assert form == [8, 2, 0, 0, 0], form
        elif kind == b"IDAT":
            packed += part
        at += 12 + length
    raw, stride, rows = zlib.decompress(packed), 3 * width, []
    above = bytearray(stride)
    for y in range(height):
        way, row = raw[y * (stride + 1)], raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)]
        assert way in (0, 2), way
        above = bytearray(row) if way == 0 else bytearray((a + b) & 255 for a, b in zip(above, row, strict=True))
        rows.append(above)
    return Picture(width, height, 3, rows)


def make(sceau, sealed, printed, path):
    """The page of `printed` with the code of `sealed`, both PDFs of the same layout, as a PNG."""
    page, code = draw(printed), draw(sealed)
    left, top, right, bottom = code_box(sceau, sealed)
    assert code_box(sceau, printed) == (left, top, right, bottom)
    for y in range(top, bottom):
        page.rows[y][left:right] = code.rows[y][left:right]
    write_png(page, path)
