# SPDX-License-Identifier: Apache-2.0
"""Kinds of capture: how a page is drawn, printed, worn, captured and written to a file. KINDS is the list."""
import pathlib
import subprocess
import tempfile

import cv2
import numpy as np

import encode
import ink
import photo
import scan
import wear
from people import pick
from sheet import DRAWINGS

ENCODERS = ("pillow", "cjpeg", "opencv", "magick")
SIZES = {2: (1224, 1632), 4: (1736, 2312), 8: (2448, 3264), 12: (3024, 4032)}
SCANS, SCANS_150, ONE_BIT, FAX = "scan 200-300", "scan 150", "1-bit", "fax"
PHOTOS, TILTED, CURLED, SCREENS, WORN = "photo 2-12 MP", "photo, tilt or blur", "photo, curl", "screen", "worn"
OTHER_KIT = "other simulator"
GROUPS = (SCANS, SCANS_150, ONE_BIT, FAX, PHOTOS, TILTED, CURLED, SCREENS, OTHER_KIT, WORN)


class Kind:
    """`take(rng, job)` gives a picture, `save(rng, picture, stem)` a file."""

    def __init__(self, name, group, take, save):
        self.name, self.group, self.take, self.save = name, group, take, save

    def capture(self, rng, paper, stem):
        """The file, and how the page was drawn and printed."""
        job = Job(rng, paper)
        picture = self.take(rng, job)
        return self.save(rng, picture, stem), job.printed_by()


class Paper:
    """A page, drawn in one way and printed once on each printer that is asked for, however often it is captured then.

    `page` draws by a way of sheet.DRAWINGS."""

    def __init__(self, rng, page):
        self.rng, self.page = rng, page
        self.drawing, self.printer = pick(rng, list(DRAWINGS)), pick(rng, ("laser", "laser", "laser", "inkjet", "copy", "laser-spread"))
        self._sheets = {}

    def sheet(self, printer):
        if printer not in self._sheets:
            self._sheets[printer] = ink.print_sheet(self.rng, self.page(self.drawing), printer)
        return self._sheets[printer]


class Job:
    """One capture of a paper, or of the page on a screen."""

    def __init__(self, rng, paper):
        self.rng, self.paper, self.drawing, self.printer = rng, paper, paper.drawing, paper.printer

    def sheet(self, printer=None, worn=None):
        self.printer = printer or self.printer
        light = self.paper.sheet(self.printer)
        return wear.apply(self.rng, light, worn) if worn else light

    def page(self, drawing):
        return self.paper.page(drawing)

    def shown(self):
        """On a screen, not on paper."""
        self.printer, self.drawing = "screen", "cairo-300" if self.rng.random() < .5 else "splash-300"
        return self.page(self.drawing)

    def printed_by(self):
        return f"{self.drawing} {self.printer}"


# ---- Files

def as_jpeg(low, high, dpi=None, encoders=ENCODERS):
    def save(rng, picture, stem):
        return encode.jpeg(picture, stem.with_suffix(".jpg"), int(rng.integers(low, high + 1)), pick(rng, encoders), dpi)
    return save


def as_pdf(dpi, low, high):
    def save(rng, picture, stem):
        return encode.pdf_of_jpeg(picture, stem.with_suffix(".pdf"), dpi, int(rng.integers(low, high + 1)), pick(rng, ENCODERS))
    return save


def as_heic(low, high):
    def save(rng, picture, stem):
        return encode.heic(picture, stem.with_suffix(".heic"), int(rng.integers(low, high + 1)))
    return save


def by_gs(dpi):
    return lambda rng, picture, stem: encode.pdf_by_gs(picture, stem.with_suffix(".pdf"), dpi, 85)


def as_png(dpi):
    return lambda rng, picture, stem: encode.png(picture, stem.with_suffix(".png"), dpi)


def as_g4(dpi):
    return lambda rng, picture, stem: encode.tiff_g4(picture, stem.with_suffix(".tif"), dpi)


def as_g4_pdf(dpi):
    return lambda rng, picture, stem: encode.pdf_of_g4(picture, stem.with_suffix(".pdf"), dpi)


# ---- Machines

def scanned(dpi, printer=None, worn=None, **options):
    return lambda rng, job: scan.grey(rng, job.sheet(printer, worn), dpi, **options)


def one_bit(dpi, how):
    return lambda rng, job: scan.black_and_white(rng, job.sheet(), dpi, how)


def photographed(megapixels, worn=None, **options):
    def take(rng, job):
        drawn = {key: value(rng) if callable(value) else value for key, value in options.items()}
        return photo.photograph(rng, job.sheet(None, worn), SIZES[megapixels], **drawn)
    return take


def of_screen(megapixels, window=False):
    return lambda rng, job: photo.photograph_screen(rng, job.shown(), SIZES[megapixels], window)


def between(low, high):
    return lambda rng: rng.uniform(low, high)


class OtherSimulator:
    """sceau-degrade, which knows nothing of this generator."""
    program = None

    @classmethod
    def take(cls, *options):
        def shoot(rng, job):
            drawn = job.page(job.drawing)
            job.printer = "sceau-degrade"
            with tempfile.TemporaryDirectory() as folder:
                source, out = pathlib.Path(folder) / "page.png", pathlib.Path(folder) / "out.jpg"
                cv2.imwrite(str(source), cv2.resize(drawn, (1654, 2339), interpolation=cv2.INTER_AREA))
                words = [option(rng) if callable(option) else option for option in options]
                subprocess.run([str(cls.program), *words, str(source), "-o", str(out), "--seed", str(rng.integers(1, 1 << 30))], check=True,
                               capture_output=True)
                return cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
        return shoot


def angle(low, high):
    return lambda rng: f"{rng.uniform(low, high):.1f}"


GOOD = as_jpeg(82, 95)
KINDS = [
    Kind("scan-300", SCANS, scanned(300), as_jpeg(60, 92, 300)),
    Kind("scan-200", SCANS, scanned(200), as_jpeg(60, 92, 200)),
    Kind("scan-200-low-quality", SCANS, scanned(200, grain=.02), as_jpeg(30, 50, 200)),
    Kind("scan-200-sharpened", SCANS, scanned(200, sharpen=1.6), as_jpeg(70, 92, 200)),
    Kind("scan-300-whitened", SCANS, scanned(300, clean=True, sharpen=.8), as_jpeg(60, 90, 300)),
    Kind("scan-200-whitened-pdf", SCANS, scanned(200, clean=True), as_pdf(200, 50, 85)),
    Kind("scan-200-soft", SCANS, scanned(200, blur=1.2, grain=.02), as_jpeg(70, 90, 200)),
    Kind("scan-200-spread", SCANS, scanned(200, "laser-spread"), as_jpeg(70, 90, 200)),
    Kind("scan-200-faint", SCANS, scanned(200, "laser-faint"), as_jpeg(70, 90, 200)),
    Kind("scan-300-copy", SCANS, scanned(300, "copy"), as_jpeg(70, 90, 300)),
    Kind("scan-300-inkjet-pdf", SCANS, scanned(300, "inkjet"), as_pdf(300, 60, 90)),
    Kind("scan-200-colour-to-grey", SCANS, lambda rng, job: scan.colour_then_grey(rng, job.sheet(), 200), as_jpeg(60, 90, 200)),
    Kind("scan-300-colour", SCANS, lambda rng, job: scan.colour(rng, job.sheet(), 300), as_jpeg(60, 85, 300)),
    Kind("scan-300-gs-pdf", SCANS, scanned(300), by_gs(300)),
    Kind("scan-200-turned", SCANS, scanned(200, turn=4.0), as_jpeg(70, 90, 200)),
    Kind("scan-150", SCANS_150, scanned(150), as_jpeg(65, 90, 150)),
    Kind("scan-150-pdf", SCANS_150, scanned(150, sharpen=.8, clean=True), as_pdf(150, 55, 85)),
    Kind("scan-300-global", ONE_BIT, one_bit(300, "global"), as_png(300)),
    Kind("scan-300-otsu", ONE_BIT, one_bit(300, "otsu"), as_g4_pdf(300)),
    Kind("scan-300-adaptive", ONE_BIT, one_bit(300, "adaptive"), as_g4(300)),
    Kind("scan-300-sauvola", ONE_BIT, one_bit(300, "sauvola"), as_png(300)),
    Kind("scan-300-dither", ONE_BIT, one_bit(300, "dither"), as_png(300)),
    Kind("scan-300-ordered", ONE_BIT, one_bit(300, "ordered"), as_png(300)),
    Kind("fax-200", FAX, lambda rng, job: scan.fax(rng, job.sheet()), as_g4(200)),
    Kind("fax-200-pdf", FAX, lambda rng, job: scan.fax(rng, job.sheet()), as_g4_pdf(200)),
    Kind("photo-12", PHOTOS, photographed(12), GOOD),
    Kind("photo-12-heic", PHOTOS, photographed(12), as_heic(40, 70)),
    Kind("photo-8", PHOTOS, photographed(8), as_jpeg(72, 92)),
    Kind("photo-8-local-contrast", PHOTOS, photographed(8, local=True), GOOD),
    Kind("photo-8-heic", PHOTOS, photographed(8), as_heic(35, 60)),
    Kind("photo-4", PHOTOS, photographed(4), as_jpeg(72, 92)),
    Kind("photo-4-denoised", PHOTOS, photographed(4, denoise="means", grain=between(.03, .06)), as_jpeg(72, 92)),
    Kind("photo-2", PHOTOS, photographed(2, tilt=(1, 9), defocus=0), as_jpeg(75, 92)),
    Kind("photo-8-dim", PHOTOS, photographed(8, grain=between(.05, .09), denoise="median", strong=.9), as_jpeg(72, 90)),
    Kind("photo-8-tilted", TILTED, photographed(8, tilt=(18, 30)), as_jpeg(72, 92)),
    Kind("photo-8-defocused", TILTED, photographed(8, defocus=between(.14, .24)), as_jpeg(72, 92)),
    Kind("photo-8-shaken", TILTED, photographed(8, motion=between(2, 4.5)), as_jpeg(72, 92)),
    Kind("photo-8-curled", CURLED, photographed(8, steep=between(.06, .2)), as_jpeg(72, 92)),
    Kind("photo-4-curled", CURLED, photographed(4, steep=between(.06, .16)), as_jpeg(72, 92)),
    Kind("photo-8-screen", SCREENS, of_screen(8), GOOD),
    Kind("photo-12-screen", SCREENS, of_screen(12), GOOD),
    Kind("other-scan", OTHER_KIT, OtherSimulator.take("scan", "--turn", angle(-3, 3)), as_jpeg(85, 95)),
    Kind("other-photo", OTHER_KIT, OtherSimulator.take("photo", "--aim-mm", "80,215", "--span-mm", "230", "--tilt", angle(3, 14)), as_jpeg(85, 95)),
    Kind("pen-scan", WORN, scanned(200, worn="pen"), as_jpeg(70, 90, 200)),
    Kind("stamp-scan", WORN, scanned(300, worn="stamp"), as_jpeg(70, 90, 300)),
    Kind("highlighter-scan", WORN, scanned(200, worn="highlighter"), as_jpeg(70, 90, 200)),
    Kind("fold-scan", WORN, scanned(200, worn="fold"), as_jpeg(70, 90, 200)),
    Kind("fold-photo", WORN, photographed(8, worn="fold", steep=.05), as_jpeg(72, 92)),
    Kind("stain-photo", WORN, photographed(8, worn="stain"), as_jpeg(72, 92)),
    Kind("pen-photo", WORN, photographed(8, worn="pen"), as_jpeg(72, 92)),
    Kind("stamp-photo", WORN, photographed(8, worn="stamp"), as_jpeg(72, 92)),
    Kind("glare-photo", WORN, photographed(8, shine=True), as_jpeg(72, 92)),
    Kind("cut-photo", WORN, photographed(8, worn="cut"), as_jpeg(72, 92)),
    Kind("half-photo", WORN, photographed(8, shift=between(.12, .4)), as_jpeg(72, 92)),
]
BY_NAME = {kind.name: kind for kind in KINDS}


def load(path):
    """A picture as bytes, for looking at."""
    return np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE))
