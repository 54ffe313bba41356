# SPDX-License-Identifier: Apache-2.0
"""The geometry of a photograph: a sheet, flat or bent without being stretched, before a pinhole camera.

Lengths are parts of the sheet's width; the sheet's centre is the origin, x to its right, y down, z away from the camera.
"""
import cv2
import numpy as np

STEP = 16  # picture pixels between two points for which the map is worked out


class Bend:
    """A wave along one direction. Its slope is at most `steep` (radians); lengths along the sheet stay what they are."""

    def __init__(self, rng, steep):
        self.direction = rng.choice([0, np.pi / 2]) + rng.normal(0, .2)
        s = np.linspace(-1.2, 1.2, 2401)
        slope = steep * np.sin(2 * np.pi * s / rng.uniform(.9, 2.6) + rng.uniform(0, 2 * np.pi))
        self.s, step = s, s[1] - s[0]
        self.along = np.cumsum(np.cos(slope)) * step
        self.up = np.cumsum(np.sin(slope)) * step
        middle = len(s) // 2
        self.along -= self.along[middle]
        self.up -= self.up.mean()
        self.slope = slope

    def place(self, x, y):
        c, s = np.cos(self.direction), np.sin(self.direction)
        along, across = c * x + s * y, -s * x + c * y
        flat = np.interp(along, self.s, self.along)
        return c * flat - s * across, s * flat + c * across, np.interp(along, self.s, self.up)

    def light(self, x, y):
        """How much more or less light falls on the slope there."""
        along = np.cos(self.direction) * x + np.sin(self.direction) * y
        return 1 + .35 * np.interp(along, self.s, self.slope)


def rotation(tilt, turn, roll):
    def about(axis, angle):
        vector = np.zeros(3)
        vector[axis] = angle
        return cv2.Rodrigues(vector)[0]
    return about(0, tilt) @ about(1, turn) @ about(2, roll)


class View:
    """Where each point of the sheet appears in a picture of `size` pixels."""

    def __init__(self, rng, size, tilt, fill=None, steep=0.0, ratio=297 / 210, shift=0.0):
        self.size, self.ratio = size, ratio
        self.bend = Bend(rng, steep) if steep else None
        angle = np.radians(rng.uniform(*tilt))
        way = rng.uniform(0, 2 * np.pi)
        self.turned = rotation(angle * np.sin(way), angle * np.cos(way), np.radians(rng.normal(0, 3)))
        self.focal = rng.uniform(.7, .85) * max(size)
        self.distortion = rng.uniform(-.03, .03)
        self.distance, self.offset = 2.0, np.zeros(2)
        self._fill_picture(rng.uniform(.82, .97) if fill is None else fill)
        self.offset[1] -= shift * size[1]

    def _fill_picture(self, fill):
        """Moves the camera until the sheet takes so much of the picture, and to the middle of it."""
        u, v = np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 1, 29))
        for _ in range(12):
            x, y = self.project(u.ravel(), v.ravel())
            share = max((x.max() - x.min()) / self.size[0], (y.max() - y.min()) / self.size[1])
            self.distance *= 1 + .8 * (share / fill - 1)
            self.offset += np.array(self.size) / 2 - [(x.max() + x.min()) / 2, (y.max() + y.min()) / 2]

    def project(self, u, v):
        """From parts of the sheet's sides (0 to 1) to picture pixels."""
        x, y = u - .5, (v - .5) * self.ratio
        z = np.zeros_like(x)
        if self.bend:
            x, y, z = self.bend.place(x, y)
        point = self.turned @ np.stack([x, y, z])
        depth = point[2] + self.distance
        x, y = point[0] / depth, point[1] / depth
        stretch = 1 + self.distortion * (x * x + y * y) * 2.5
        return x * stretch * self.focal + self.offset[0], y * stretch * self.focal + self.offset[1]

    def maps(self, sheet_size):
        """For cv2.remap: the sheet's pixel for each of the picture. And its parts, for light."""
        width, height = self.size
        x, y = np.meshgrid(np.arange(0, width + STEP, STEP, dtype=np.float64), np.arange(0, height + STEP, STEP, dtype=np.float64))
        u, v = self._back(x.ravel(), y.ravel())
        u, v = u.reshape(x.shape), v.reshape(x.shape)
        matrix = np.float32([[1 / STEP, 0, 0], [0, 1 / STEP, 0]])

        def fine(values, scale):
            return cv2.warpAffine((values * scale).astype(np.float32), matrix, self.size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        return fine(u, sheet_size[0]), fine(v, sheet_size[1]), (u, v)

    def _back(self, x, y):
        """Newton's steps from the flat sheet's answer."""
        corners = np.array([0., 1, 1, 0]), np.array([0., 0, 1, 1])
        seen = np.stack(self.project(*corners), 1).astype(np.float32)
        plane = cv2.getPerspectiveTransform(seen, np.float32([[0, 0], [1, 0], [1, 1], [0, 1]]))
        start = cv2.perspectiveTransform(np.stack([x, y], 1).reshape(-1, 1, 2), plane)[:, 0]
        u, v = np.clip(start[:, 0], -.6, 1.6), np.clip(start[:, 1], -.6, 1.6)
        tiny = 1e-4
        for _ in range(10):
            px, py = self.project(u, v)
            ax, ay = self.project(u + tiny, v)
            bx, by = self.project(u, v + tiny)
            a, c, b, d = (ax - px) / tiny, (ay - py) / tiny, (bx - px) / tiny, (by - py) / tiny
            det = a * d - b * c
            det = np.where(np.abs(det) < 1e-6, 1e-6, det)
            ex, ey = x - px, y - py
            u = np.clip(u + np.clip((d * ex - b * ey) / det, -.2, .2), -.8, 1.8)
            v = np.clip(v + np.clip((a * ey - c * ex) / det, -.2, .2), -.8, 1.8)
        return u, v

    def sheet_pixels_per_pixel(self, sheet_width):
        x, y = self.project(np.array([.2, .8]), np.array([.7, .7]))
        return .6 * sheet_width / max(1.0, float(np.hypot(x[1] - x[0], y[1] - y[0])))
