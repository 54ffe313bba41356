# SPDX-License-Identifier: Apache-2.0
"""What nobody should hand in and somebody does: other sizes, several pages on one, turned, cut, mirrored, huge, black.

Every one is a genuine page with its genuine code, except for those whose edit says otherwise; none may be called another person's
unless it is, and none may take the verifier's time or memory.
"""
import sys

import cv2
import numpy as np

import encode
import ink
import people
import photo
import scan
from sheet import DPI, NotIssued


def printed(rng, page):
    return ink.print_sheet(rng, page.drawn("gs-600"), "laser")


def scanned(rng, light, dpi=200):
    return scan.grey(rng, light, dpi)


def on_other_paper(light, size_mm, scale):
    """The page at another scale on a sheet of another size."""
    width, height = (round(side / 25.4 * DPI) for side in size_mm)
    small = cv2.resize(light, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)[:height, :width]
    sheet = np.full((height, width), .93, np.float32)
    top, left = (height - small.shape[0]) // 2, (width - small.shape[1]) // 2
    sheet[top:top + small.shape[0], left:left + small.shape[1]] = small
    return sheet


def two_on_a_sheet(light, other):
    """Two pages side by side on A4 laid across, as "two pages per sheet" prints them."""
    width, height = round(297 / 25.4 * DPI), round(210 / 25.4 * DPI)
    sheet = np.full((height, width), .93, np.float32)
    for at, page in enumerate((light, other)):
        small = cv2.resize(page, (width // 2, round(width / 2 * page.shape[0] / page.shape[1])), interpolation=cv2.INTER_AREA)[:height]
        sheet[:small.shape[0], at * (width // 2):(at + 1) * (width // 2)] = small
    return sheet


def four_on_a_sheet(light):
    """The same page four times, at half its size."""
    small = cv2.resize(light, None, fx=.5, fy=.5, interpolation=cv2.INTER_AREA)
    return np.vstack([np.hstack([small, small])] * 2)


def beside(light, other, code, other_code, scale):
    """Another person's page without its own code, and the genuine code cut out and laid beside it."""
    left, top, right, bottom = (int(value * scale) for value in code)
    height, width = light.shape
    side = right - left
    sheet = np.full((height, width + 2 * side), .93, np.float32)
    sheet[:, :width] = other
    sheet[int((other_code[1] - 20) * scale):, :width] = .93
    sheet[top:bottom, width + side // 2:width + side // 2 + side] = light[top:bottom, left:right]
    return sheet


def pictures(rng, page, other):
    """(name, picture, of another person)"""
    light, theirs = printed(rng, page), printed(rng, other)
    yield "a5", scanned(rng, on_other_paper(light, (148, 210), 148 / 210), 300), False
    yield "letter", scanned(rng, on_other_paper(light, (215.9, 279.4), 279.4 / 297)), False
    yield "two-up", scanned(rng, two_on_a_sheet(light, light), 300), False
    yield "two-up-of-two", scanned(rng, two_on_a_sheet(light, theirs), 300), False
    yield "four-up", scanned(rng, four_on_a_sheet(light), 300), False
    yield "two-attestations", scanned(rng, np.vstack([light, theirs])), False
    plain = scanned(rng, light)
    yield "turned-90", np.ascontiguousarray(np.rot90(plain)), False
    yield "turned-180", np.ascontiguousarray(np.rot90(plain, 2)), False
    yield "turned-270", np.ascontiguousarray(np.rot90(plain, 3)), False
    yield "mirrored", np.ascontiguousarray(plain[:, ::-1]), False
    share = rng.uniform(.15, .5)
    yield "cut-across", plain[int(plain.shape[0] * share):], False
    yield "cut-along", plain[:, int(plain.shape[1] * .02):int(plain.shape[1] * rng.uniform(.5, .7))], False
    yield "code-alone", plain[int(page.code[1] * 200 / 72) - 20:], False
    yield "code-beside-another", scanned(rng, beside(light, theirs, page.code, other.code, DPI / 72)), True
    yield "screen-with-window", photo.photograph_screen(rng, page.drawn("cairo-300"), (2448, 3264), True), False
    yield "60-megapixels", photo.photograph(rng, light, (6720, 8960)), False
    black = np.zeros_like(plain)
    left, top, right, bottom = (int(value * 200 / 72) for value in page.code)
    black[top:bottom, left:right] = plain[top:bottom, left:right]
    yield "all-black-but-code", black, True
    yield "all-black", np.zeros_like(plain), True


PEOPLE = {"longest-names": people.longest, "arabic-names": people.arabic, "twelve-dependants": people.crowded}


def write_all(made, first, new_page):
    rng = made.generator(first, 5)
    page, other = new_page(made, first), new_page(made, first + 1)
    for name, picture, foreign in pictures(rng, page, other):
        path = encode.jpeg(picture, made.stem("odd", name).with_suffix(".jpg"), 85, "pillow")
        made.add_file(path, name, page, f"{other.name if foreign else page.name}.json", fields="page" if foreign else "")
    for number, (name, claims_of) in enumerate(PEOPLE.items()):
        try:
            page = new_page(made, first + 10 + number, claims_of)
        except NotIssued as reason:
            print(f"not issued: {reason}", file=sys.stderr)
            continue
        light = printed(rng, page)
        for way, picture in (("scan", scanned(rng, light)), ("photo", photo.photograph(rng, light, (2448, 3264)))):
            path = encode.jpeg(picture, made.stem("odd", name, way).with_suffix(".jpg"), 85, "cjpeg")
            made.add_file(path, f"{name}-{way}", page, f"{page.name}.json")
