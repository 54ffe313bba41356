# SPDX-License-Identifier: Apache-2.0
"""What happens to paper between its printing and its capture. Each takes the sheet's light and gives it back worn."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ink import axes, clouds, noise
from people import pick

HAND = ["/usr/share/fonts/opentype/urw-base35/Z003-MediumItalic.otf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"]


def handwriting(size):
    for path in HAND:
        try:
            return ImageFont.truetype(path, size)
        except OSError:
            continue
    return ImageFont.load_default()


def soft_mask(mask, sigma=.8):
    return cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), sigma)


def text_place(rng, light):
    height, width = light.shape
    return rng.uniform(.1, .8) * width, rng.uniform(.08, .6) * height


def pen(rng, light):
    """Ticks, underlines, a signature, a few words: over the text too."""
    mask = Image.new("L", light.shape[::-1], 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(int(rng.integers(2, 6))):
        x, y = text_place(rng, light)
        at = np.linspace(0, 1, 60)
        length = rng.uniform(60, 700)
        wave = np.cumsum(rng.normal(0, 1, 60)) * rng.uniform(.2, 6) + rng.uniform(0, 40) * np.sin(at * rng.uniform(3, 40))
        draw.line([(x + length * t, y + w) for t, w in zip(at, wave)], fill=255, width=int(rng.integers(3, 8)), joint="curve")
    x, y = text_place(rng, light)
    draw.text((x, y), pick(rng, ["vu le 12/11", "dossier 4417", "à classer", "copie conforme"]), font=handwriting(int(rng.integers(40, 90))), fill=255)
    ink = soft_mask(np.array(mask))
    return light * (1 - ink * rng.uniform(.55, .85))


def stamp(rng, light):
    """A round or square stamp, ragged, across text."""
    side = int(rng.integers(330, 560))
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    font = ImageFont.truetype(HAND[1], side // 11)
    shape = draw.ellipse if rng.random() < .6 else draw.rectangle
    shape((8, side // 8, side - 8, side - side // 8), outline=255, width=8)
    for row, line in enumerate(["CABINET MÉDICAL", "REÇU LE", f"{rng.integers(1, 29):02} NOV. 2026"]):
        draw.text((side / 2, side * (.36 + .14 * row)), line, font=font, fill=255, anchor="mm")
    turned = np.array(mask.rotate(rng.uniform(-30, 30), resample=Image.BICUBIC)).astype(np.float32)
    turned *= np.clip(.75 + .5 * clouds(rng, side, side, 30), 0, 1)
    x, y = (int(value) for value in text_place(rng, light))
    x, y = min(x, light.shape[1] - side), min(y, light.shape[0] - side)
    worn = light.copy()
    worn[y:y + side, x:x + side] *= 1 - soft_mask(turned, 1) * rng.uniform(.4, .8)
    return worn


def fold(rng, light):
    """Across in two or three, or both ways: a line without toner, a shadow on one side of it."""
    height, width = light.shape
    worn = light.copy()
    across = [.5] if rng.random() < .5 else [1 / 3, 2 / 3]
    lines = [(0, share) for share in across] + ([(1, .5)] if rng.random() < .5 else [])
    for axis, share in lines:
        length, breadth = (height, width) if axis == 0 else (width, height)
        wave = cv2.resize(rng.normal(0, 1.2, (1, 20)).astype(np.float32), (breadth, 1), interpolation=cv2.INTER_CUBIC)[0]
        away = np.arange(length, dtype=np.float32)[:, None] - (length * (share + rng.normal(0, .01)) + wave)[None, :]
        shade = 1 - rng.uniform(.03, .18) * np.exp(-np.abs(away) / rng.uniform(15, 120)) * (away > 0)
        bare = np.exp(-(away / rng.uniform(1.2, 3)) ** 2) * rng.uniform(.3, .9)
        bare *= np.clip(.6 + noise(rng, length, breadth, .5), 0, 1)
        if axis:
            shade, bare = shade.T, bare.T
        worn = worn * shade
        worn = worn + (.9 - worn) * bare
    return worn


def stain(rng, light):
    """The ring of a cup, or a patch of damp."""
    height, width = light.shape
    y, x = axes(height, width)
    worn = light
    for _ in range(int(rng.integers(1, 3))):
        centre_x, centre_y = text_place(rng, light)
        radius = rng.uniform(250, 520)
        away = np.hypot(x - centre_x, y - centre_y) + 14 * clouds(rng, height, width, 150)
        ring = np.exp(-((away - radius) / rng.uniform(6, 22)) ** 2)
        worn = worn * (1 - rng.uniform(.05, .22) * (away < radius) - rng.uniform(.15, .35) * ring)
    return worn


def highlighter(rng, light):
    """As a grey scanner sees it: darker under the stroke, and at both its ends."""
    worn = light.copy()
    height, width = light.shape
    for _ in range(int(rng.integers(1, 5))):
        x, y = (int(value) for value in text_place(rng, light))
        tall, wide = int(rng.integers(38, 75)), int(rng.integers(200, 1100))
        stroke = worn[y:y + tall, x:min(width - 1, x + wide)]
        stroke *= rng.uniform(.55, .92)
        stroke[:, :12] *= .93
        stroke[:, -12:] *= .93
    return worn


def cut(rng, light):
    """A corner or a side that was torn off, never with the code at the foot of the page: what lies behind shows."""
    height, width = light.shape
    y, x = axes(height, width)
    ragged = 12 * clouds(rng, height, width, 60)
    if rng.random() < .5:
        gone = y + ragged < height * rng.uniform(.05, .3)
    else:
        gone = (width - x) + ragged < width * rng.uniform(.05, .3) * np.clip(1.2 - y / (height * .7), 0, 1)
    return np.where(gone, rng.uniform(.2, .6), light)


SHEET_WEAR = {"pen": pen, "stamp": stamp, "fold": fold, "stain": stain, "highlighter": highlighter, "cut": cut}


def apply(rng, light, kind):
    return np.clip(SHEET_WEAR[kind](rng, light), 0, 1).astype(np.float32)
