# SPDX-License-Identifier: Apache-2.0
"""What a printer makes of a drawn page: light that the sheet gives back, 0 to 1, at sheet.DPI."""
import functools

import cv2
import numpy as np

from sheet import DPI

KINDS = ("laser", "laser-spread", "laser-faint", "inkjet", "copy")


def axes(height, width):
    """Pixel rows and columns, to be broadcast: a whole grid of each costs more than what is worked out from it."""
    return np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]


@functools.lru_cache(1)
def grain_pool():
    return np.random.default_rng(1).normal(0, 1, (1536, 1664)).astype(np.float32)


def noise(rng, height, width, sigma):
    """Cut from one pool at a place of its own, and repeated where the picture is larger."""
    pool = grain_pool()
    down, right = int(rng.integers(pool.shape[0])), int(rng.integers(pool.shape[1]))
    pool = np.roll(pool, (down, right), (0, 1)) * np.float32(sigma)
    return np.tile(pool, (-(-height // pool.shape[0]), -(-width // pool.shape[1])))[:height, :width]


def limit(values):
    """To 0 .. 1, in place."""
    np.maximum(values, 0, out=values)
    return np.minimum(values, 1, out=values)


def clouds(rng, height, width, cell):
    """Slow changes over the sheet, about -1 to 1."""
    small = rng.normal(0, .5, (max(2, height // cell), max(2, width // cell))).astype(np.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def spread(ink, rng, sigma, gain, grain):
    """Dots of toner or ink: edges grow or shrink by `gain` of their blur, and are ragged by `grain`."""
    soft = cv2.GaussianBlur(ink, (0, 0), sigma)
    if grain:
        soft += noise(rng, *ink.shape, grain) * (soft > .02)
    soft = limit(soft)
    soft += np.float32(4 * gain) * soft * (1 - soft)
    return limit(soft + np.float32(.8) * soft * (1 - soft) * (2 * soft - 1))


def fit_to_page(rng, light):
    """Smaller by "fit to page" on some printers, a little askew and off its place on all; the feed is not quite the width's scale."""
    height, width = light.shape
    scale = rng.uniform(.96, .98) if rng.random() < .35 else rng.uniform(.998, 1.002)
    turn, skew = np.radians(rng.normal(0, .25)), rng.normal(0, .0012)
    feed = scale * rng.uniform(.998, 1.002)
    matrix = np.array([[scale * np.cos(turn), -feed * np.sin(turn) + skew, 0], [scale * np.sin(turn), feed * np.cos(turn), 0]])
    centre = np.array([width / 2, height / 2])
    matrix[:, 2] = centre - matrix[:, :2] @ centre + rng.normal(0, 8, 2)
    return cv2.warpAffine(light, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=1.0)


def bands(rng, height):
    """Stripes across the feed, of worn drums and of print heads."""
    y = np.arange(height, dtype=np.float32)
    period = rng.uniform(18, 220)
    return 1 + rng.uniform(0, .12) * np.sin(2 * np.pi * y / period + rng.uniform(0, 6)) + rng.uniform(0, .05) * rng.normal(0, 1, height)


def print_sheet(rng, drawn, kind):
    """`drawn`: 300 or 600 dpi, 255 = paper."""
    size = round(210 / 25.4 * DPI), round(297 / 25.4 * DPI)
    ink = 1 - cv2.resize(drawn, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    sigma, gain, grain, black = {
        "laser": (.45, rng.uniform(-.04, .08), .06, rng.uniform(.04, .1)),
        "laser-spread": (.6, rng.uniform(.12, .26), .08, rng.uniform(.03, .08)),
        "laser-faint": (.55, rng.uniform(-.22, -.1), .1, rng.uniform(.18, .35)),
        "inkjet": (.8, rng.uniform(.02, .16), .12, rng.uniform(.12, .25)),
        "copy": (.7, rng.uniform(-.05, .2), .1, rng.uniform(.06, .2))}[kind]
    ink = spread(ink, rng, sigma, gain, grain)
    if kind == "copy":  # of a copy
        ink = spread(cv2.GaussianBlur(ink, (0, 0), .5), rng, .5, rng.uniform(-.05, .1), .06)
    height, width = ink.shape
    ink *= bands(rng, height).astype(np.float32)[:, None]
    ink = limit(ink * (1 + .08 * clouds(rng, height, width, 400)))
    if kind == "laser-faint":  # toner fails in vertical stripes
        x = np.arange(width, dtype=np.float32)
        ink *= 1 - rng.uniform(0, .3) * np.exp(-((x - rng.uniform(0, width)) / rng.uniform(20, 90)) ** 2)
    paper = rng.uniform(.86, .97)
    light = fit_to_page(rng, 1 - ink)
    light = np.float32(black) + np.float32(paper - black) * light
    light += .006 * clouds(rng, height, width, 12)
    light += noise(rng, height, width, .006)
    return limit(light)
