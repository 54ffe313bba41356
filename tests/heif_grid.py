#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes one HEIC picture of tiles, as telephones do: a grid of HEVC pictures, turned by a property.

heif-enc of Debian 12 writes no grids. Spec: ISO/IEC 23008-12 (6.5.10 irot, 6.5.12 imir, 6.6.2.3 grid), ISO/IEC 14496-12 (8.11).
"""
import struct


def box(name, content):
    return struct.pack(">I", 8 + len(content)) + name + content


def full_box(name, content, version=0, flags=0):
    return box(name, struct.pack(">I", version << 24 | flags) + content)


def boxes(data):
    """The boxes of some bytes: name, content."""
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        head, size = (16, struct.unpack_from(">Q", data, at + 8)[0]) if size == 1 else (8, size or len(data) - at)
        yield name, data[at + head:at + size]
        at += size


def find(data, *path):
    for name in path[:-1]:
        data = dict(boxes(data))[name]
        data = data[4:] if name == b"meta" else data
    return dict(boxes(data))[path[-1]]


def first_extent(iloc):
    """Offset and length of the first item's first extent."""
    version, sizes = iloc[0], struct.unpack_from(">H", iloc, 4)[0]
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    at = 8 if version < 2 else 10
    at += (2 if version < 2 else 4) + (2 if version else 0) + 2  # item, construction method, data reference
    base = int.from_bytes(iloc[at:at + base_size], "big")
    at += base_size + 2
    offset = int.from_bytes(iloc[at:at + offset_size], "big")
    return base + offset, int.from_bytes(iloc[at + offset_size:at + offset_size + length_size], "big")


def tile_of(heic):
    """The HEVC samples and the decoder's configuration of a HEIC file with one picture."""
    offset, length = first_extent(find(heic, b"meta", b"iloc"))
    return heic[offset:offset + length], find(heic, b"meta", b"iprp", b"ipco", b"hvcC")


def join(tiles, columns, rows, tile, size, irot=None, imir=None):
    """`tiles`: HEIC files of `tile` (width, height) each, row by row; `size`: of the whole, which may cut the last ones."""
    samples, configurations = zip(*map(tile_of, tiles))
    count, grid = len(tiles), len(tiles) + 1
    properties = [box(b"hvcC", c) for c in configurations]
    properties += [full_box(b"ispe", struct.pack(">II", *tile)), full_box(b"ispe", struct.pack(">II", *size))]
    of_grid = [count + 2]
    for name, value in ((b"irot", irot), (b"imir", imir)):
        if value is not None:
            properties.append(box(name, bytes([value])))
            of_grid.append(len(properties))
    essential = [[i + 1, count + 1] for i in range(count)] + [of_grid]
    ipma = struct.pack(">I", grid) + b"".join(
        struct.pack(">HB", i + 1, len(p)) + bytes(0x80 | n for n in p) for i, p in enumerate(essential))
    infe = [full_box(b"infe", struct.pack(">HH4sB", i + 1, 0, b"hvc1", 0), 2, 1) for i in range(count)]
    infe.append(full_box(b"infe", struct.pack(">HH4sB", grid, 0, b"grid", 0), 2))
    iref = full_box(b"iref", box(b"dimg", struct.pack(f">HH{count}H", grid, count, *range(1, grid))))
    layout = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, *size)

    def meta(start):
        iloc = struct.pack(">BBH", 0x44, 0, grid)
        for i, item in enumerate([*samples, layout]):
            method, offset = (1, 0) if i == count else (0, start)
            iloc += struct.pack(">HHHHII", i + 1, method, 0, 1, offset, len(item))
            start += len(item) if i < count else 0
        return full_box(b"meta", full_box(b"hdlr", struct.pack(">I4s12xB", 0, b"pict", 0)) +
                        full_box(b"pitm", struct.pack(">H", grid)) + full_box(b"iloc", iloc, 1) +
                        full_box(b"iinf", struct.pack(">H", grid) + b"".join(infe)) + iref +
                        box(b"iprp", box(b"ipco", b"".join(properties)) + full_box(b"ipma", ipma)) +
                        box(b"idat", layout))

    ftyp = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    start = len(ftyp) + len(meta(0)) + 8
    return ftyp + meta(start) + box(b"mdat", b"".join(samples))
