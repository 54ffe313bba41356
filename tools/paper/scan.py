# SPDX-License-Identifier: Apache-2.0
"""Scanners and fax machines: a sheet's light in, a picture with the filters of such machines out (grey or colour bytes)."""
import cv2
import numpy as np
from PIL import Image

from ink import clouds, limit, noise
from sheet import DPI


def on_the_glass(rng, light, dpi, turn=None):
    """Where the sheet lies: turned, a little off, at the scanner's own scale."""
    height, width = light.shape
    scale = dpi / DPI
    out = int(width * scale), int(height * scale)
    angle = np.radians(rng.normal(0, .9) if turn is None else turn)
    x_scale, y_scale = scale * rng.uniform(.998, 1.002), scale * rng.uniform(.997, 1.003)
    matrix = np.array([[x_scale * np.cos(angle), -y_scale * np.sin(angle), 0.], [x_scale * np.sin(angle), y_scale * np.cos(angle), 0.]])
    matrix[:, 2] = np.array(out) / 2 - matrix[:, :2] @ (np.array([width, height]) / 2) + rng.normal(0, 5, 2) * scale
    if scale < 1:
        light = cv2.GaussianBlur(light, (0, 0), .42 / scale)
    lid = rng.choice([.97, .9, .15])
    return cv2.warpAffine(light, matrix, out, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=float(lid))


def sense(rng, light, blur=.5, grain=.012):
    """The optics and the row of sensors: blur, uneven columns, dust, grain."""
    height, width = light.shape
    seen = cv2.GaussianBlur(light, (0, 0), blur)
    seen *= 1 + .006 * rng.normal(0, 1, width).astype(np.float32)[None, :] + .02 * clouds(rng, height, width, 500)
    return seen + noise(rng, height, width, grain)


def unsharp(light, sigma, amount):
    return light + amount * (light - cv2.GaussianBlur(light, (0, 0), sigma))


def whiten(light, paper, black):
    """The driver's "remove background": all that is lighter than a level becomes white."""
    return (light - black) / (paper - black)


def to_bytes(light):
    return (limit(light.astype(np.float32)) * 255 + .5).astype(np.uint8)


def grey(rng, light, dpi, blur=.5, grain=.012, sharpen=0.0, clean=False, gamma=None, turn=None):
    seen = limit(sense(rng, on_the_glass(rng, light, dpi, turn), blur, grain) / np.float32(1.1))
    seen = np.float32(1.1) * cv2.pow(seen, gamma or rng.uniform(.8, 1.15))
    if clean:
        seen = whiten(seen, rng.uniform(.75, .9), rng.uniform(.05, .2))
    if sharpen:
        seen = unsharp(seen, rng.uniform(.7, 1.6), sharpen)
    return to_bytes(seen)


def colour_then_grey(rng, light, dpi):
    """Three rows of sensors that do not quite meet, then the grey of them, as a program for filing papers makes it."""
    seen = on_the_glass(rng, light, dpi)
    height, width = seen.shape
    rows = []
    for _ in range(3):
        matrix = np.float32([[1, 0, rng.normal(0, .3)], [0, 1, rng.normal(0, .3)]])
        moved = cv2.warpAffine(seen, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        rows.append(to_bytes(sense(rng, moved, .5, .016) * rng.uniform(.93, 1.03)))
    return cv2.cvtColor(cv2.merge(rows), cv2.COLOR_BGR2GRAY)


def colour(rng, light, dpi):
    seen = on_the_glass(rng, light, dpi)
    tint = rng.uniform(.9, 1.0, 3)
    return cv2.merge([to_bytes(sense(rng, seen, .55, .014) * tint[i]) for i in range(3)])


def binarise(rng, picture, how):
    """1 bit, 0 or 255. `global`: one level for all; `otsu`, `adaptive`: from the picture; `sauvola`; `dither`, `ordered`: with dots."""
    if how == "global":
        return np.where(picture > rng.integers(105, 165), 255, 0).astype(np.uint8)
    if how == "otsu":
        return cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1]
    if how == "adaptive":
        side = int(rng.integers(15, 40)) * 2 + 1
        return cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, side, int(rng.integers(8, 22)))
    if how == "sauvola":
        values = picture.astype(np.float32)
        mean = cv2.blur(values, (31, 31))
        spread = np.sqrt(np.maximum(cv2.blur(values * values, (31, 31)) - mean * mean, 0))
        return np.where(values > mean * (1 + rng.uniform(.15, .3) * (spread / 128 - 1)), 255, 0).astype(np.uint8)
    if how == "dither":
        return np.array(Image.fromarray(picture).convert("1")).astype(np.uint8) * 255
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) * 16 + 8
    tiled = np.tile(bayer, (picture.shape[0] // 4 + 1, picture.shape[1] // 4 + 1))[:picture.shape[0], :picture.shape[1]]
    return np.where(picture > tiled, 255, 0).astype(np.uint8)


def black_and_white(rng, light, dpi, how):
    picture = grey(rng, light, dpi, grain=.02, sharpen=rng.uniform(0, .8), clean=how in ("dither", "ordered"))
    return binarise(rng, picture, how)


def fax(rng, light):
    """Group 4 at 204 by 196 to the inch, taken as square; specks, and a line that was sent twice now and then."""
    page = black_and_white(rng, light, 200, str(rng.choice(["global", "adaptive", "otsu"])))
    specks = rng.random(page.shape) < rng.uniform(0, .0004)
    page = np.where(specks, 255 - page, page).astype(np.uint8)
    for _ in range(int(rng.integers(3))):
        row = int(rng.integers(page.shape[0] - 1))
        page[row + 1] = page[row]
    return page
