# SPDX-License-Identifier: Apache-2.0
"""Photographs: light on a sheet or from a screen, through a lens, onto a sensor, and what a phone makes of it. Colour bytes (BGR)."""
import cv2
import numpy as np

from bend import View
from ink import axes, clouds, limit, noise


def disc(radius):
    """The blur of a lens out of focus."""
    half = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-half:half + 1, -half:half + 1]
    kernel = np.clip(radius + .5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return kernel / kernel.sum()


def shake(rng, length):
    """The path of a hand that moves while the shutter is open."""
    half = int(np.ceil(length)) + 2
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
    angle, turn = rng.uniform(0, np.pi), rng.normal(0, .5)
    for t in np.linspace(-.5, .5, 200):
        a = angle + turn * t
        x, y = half + length * t * np.cos(a), half + length * t * np.sin(a)
        kernel[int(round(y)), int(round(x))] += 1
    kernel = cv2.GaussianBlur(kernel, (0, 0), .5)
    return kernel / kernel.sum()


def desk(rng, size):
    width, height = size
    return limit(np.float32(rng.uniform(.06, .5)) * (1 + np.float32(.25) * clouds(rng, height, width, 90)))


def falling_light(rng, size, strong):
    """A lamp to one side, the photographer's shadow, and the lens's own fall."""
    width, height = size
    y, x = axes(height, width)
    x, y = x / width - .5, y / height - .5
    way = rng.uniform(0, 2 * np.pi)
    light = 1 + np.float32(rng.uniform(0, strong)) * (np.float32(np.cos(way)) * x + np.float32(np.sin(way)) * y)
    if rng.random() < .5:
        way = rng.uniform(0, 2 * np.pi)
        away = np.float32(np.cos(way)) * x + np.float32(np.sin(way)) * y + .05 * np.sin(6 * x) + .05 * np.sin(5 * y)
        dark, soft = np.float32(rng.uniform(.5, .9)), np.float32(rng.uniform(.008, .08))
        light *= dark + (1 - dark) / (1 + np.exp(-limit((away - np.float32(rng.uniform(-.25, .25))) / (40 * soft) + .5) * 40 + 20))
    return light * (1 - np.float32(rng.uniform(0, .6)) * (x * x + y * y))


def glare(rng, size):
    """A lamp that the paper or the screen mirrors."""
    width, height = size
    y, x = axes(height, width)
    centre_x, centre_y = rng.uniform(.25, .75) * width, rng.uniform(.15, .6) * height
    wide = rng.uniform(.04, .12) * width
    away = np.hypot((x - centre_x) / rng.uniform(1, 2.5), y - centre_y)
    return 1.2 / (1 + np.exp(np.clip((away / wide - 1) / .18, -40, 40))) + .12 * np.exp(-away / (3 * wide))


def through_lens(rng, light, defocus, motion):
    if defocus > .3:
        light = cv2.filter2D(light, -1, disc(defocus))
    if motion > .5:
        light = cv2.filter2D(light, -1, shake(rng, motion))
    return cv2.GaussianBlur(light, (0, 0), rng.uniform(.4, .7))


def on_the_sensor(rng, channels, grain, exposure):
    """A mosaic of colours with shot and read noise, and what is interpolated from it. Linear light in, BGR out, 16 bits."""
    height, width = channels[0].shape
    mosaic = channels[1].copy()
    mosaic[0::2, 0::2] = channels[2][0::2, 0::2]
    mosaic[1::2, 1::2] = channels[0][1::2, 1::2]
    mosaic = limit(mosaic * np.float32(exposure / 1.25))
    mosaic += noise(rng, height, width, grain / 1.25) * np.sqrt(mosaic * np.float32(1.1) + np.float32(.02))
    raw = (limit(mosaic) * np.float32(65535)).astype(np.uint16)
    return cv2.cvtColor(raw, cv2.COLOR_BayerBG2BGR)


def tone_curve(contrast, gain):
    """From 12 bits of linear light to bytes: sRGB's curve, and more contrast in the middle."""
    x = np.minimum(np.arange(4096) * 16 * gain, 1)
    y = np.where(x < .0031, x * 12.92, 1.055 * np.power(np.maximum(x, .0031), 1 / 2.4) - .055)
    y = y + contrast * y * (1 - y) * (2 * y - 1)
    return (np.clip(y, 0, 1) * 255 + .5).astype(np.uint8)


def develop(rng, raw, balance, denoise, sharpen, local):
    """White balance, tone curve, noise reduction, sharpening: what stands between a sensor and a file."""
    white = np.percentile(raw[::8, ::8] * balance, 97) / rng.uniform(.8, 1.02)
    contrast = rng.uniform(0, .35)
    out = cv2.merge([tone_curve(contrast, gain / white)[channel >> 4] for channel, gain in zip(cv2.split(raw), balance)])
    if denoise == "bilateral":
        out = cv2.bilateralFilter(out, 5, 22, 2)
    elif denoise == "median":
        out = cv2.medianBlur(out, 3)
    elif denoise == "means":
        out = cv2.fastNlMeansDenoisingColored(out, None, 4, 6, 3, 9)
    if local:  # "HDR": contrast by neighbourhoods
        lab = cv2.cvtColor(out, cv2.COLOR_BGR2LAB)
        lab[:, :, 0] = cv2.createCLAHE(rng.uniform(1, 2.2), (8, 8)).apply(lab[:, :, 0])
        out = cv2.cvtColor(lab, cv2.COLOR_LAB2BGR)
    if sharpen:
        soft = cv2.GaussianBlur(out, (0, 0), rng.uniform(.8, 1.8))
        out = cv2.addWeighted(out, 1 + sharpen, soft, -sharpen, 0)
    return out


def photograph(rng, light, size, tilt=(2, 14), steep=0.0, defocus=None, motion=0.0, grain=None, denoise="bilateral", sharpen=None,
               local=False, fill=None, shine=False, strong=.5, shift=0.0):
    """`light`: the sheet, 0 to 1. `size`: of the picture, upright."""
    view = View(rng, size, tilt, fill, steep, light.shape[0] / light.shape[1], shift)
    dense = view.sheet_pixels_per_pixel(light.shape[1])
    if dense > 1:
        light = cv2.GaussianBlur(light, (0, 0), .45 * dense)
    map_x, map_y, parts = view.maps(light.shape[::-1])
    scene = cv2.remap(light, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=-1)
    scene = np.where(scene < -.2, desk(rng, size), limit(scene.copy())) * falling_light(rng, size, strong)
    if view.bend:
        scene *= cv2.resize(np.clip(view.bend.light(parts[0] - .5, parts[1] - .5), .4, 1.6).astype(np.float32), size)
    if shine:
        scene = scene + glare(rng, size)
    pixels_per_mm = size[0] / 250
    scene = through_lens(rng, scene.astype(np.float32), (rng.uniform(0, .09) if defocus is None else defocus) * pixels_per_mm, motion)
    lamp = np.array([rng.uniform(.6, .95), 1., rng.uniform(.8, 1.1)])
    channels = [scene * tint for tint in lamp.astype(np.float32)]
    raw = on_the_sensor(rng, channels, rng.uniform(.01, .04) if grain is None else grain, rng.uniform(.55, .85))
    balance = rng.uniform(.95, 1.05, 3) / lamp
    return develop(rng, raw, balance, denoise, rng.uniform(.2, 1.0) if sharpen is None else sharpen, local)


def screen_pixels(rng, drawn, fine=3):
    """A page as a screen lights it: three coloured stripes in each pixel and the dark between them, `fine` times as many pixels."""
    wide = int(rng.integers(1000, 1500))
    tall = round(wide * drawn.shape[0] / drawn.shape[1])
    shown = cv2.resize(drawn, (wide, tall), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    shown = .015 + .985 * np.power(shown, 2.2)
    large = np.repeat(np.repeat(shown, fine, 0), fine, 1)
    gap = np.ones(fine, np.float32)
    gap[-1] = rng.uniform(.5, .85)
    channels = []
    for stripe in range(3):
        row = np.full(fine, rng.uniform(.15, .4), np.float32)
        row[2 - stripe if fine == 3 else 0] = 1.8
        channels.append(large * np.tile(row, wide)[None, :] * np.tile(gap, tall)[:, None])
    return channels


def photograph_screen(rng, drawn, size, window=False):
    channels = screen_pixels(rng, drawn)
    if window:
        top, left = (int(rng.uniform(.25, .5) * channels[0].shape[0]), int(rng.uniform(.1, .5) * channels[0].shape[1]))
        bottom, right = top + channels[0].shape[0] // 5, left + channels[0].shape[1] // 2
        for channel, shade in zip(channels, (.75, .6, .5)):
            channel[top:bottom, left:right] = shade
            channel[top:top + 60, left:right] = .15
    view = View(rng, size, (1, 9), None, 0, drawn.shape[0] / drawn.shape[1])
    dense = view.sheet_pixels_per_pixel(channels[0].shape[1])
    map_x, map_y, _ = view.maps(channels[0].shape[::-1])
    room = falling_light(rng, size, .25)
    seen = []
    for channel in channels:
        if dense > 1:  # less than would take the grid away: it beats against the sensor's
            channel = cv2.GaussianBlur(channel, (0, 0), .3 * dense)
        picture = cv2.remap(channel, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=.02)
        seen.append(through_lens(rng, picture * room, rng.uniform(.02, .06) * size[0] / 250, 0))
    raw = on_the_sensor(rng, seen, rng.uniform(.008, .025), rng.uniform(.5, .7))
    return develop(rng, raw, np.ones(3), "bilateral", rng.uniform(.1, .7), False)
