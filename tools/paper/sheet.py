# SPDX-License-Identifier: Apache-2.0
"""Issued pages: their words, where their code is, and how printers draw them.

Each way of drawing is another machine's: a program, a resolution, and whether it gives pure black and white as a printer's
engine needs it or shades as a program that shows pages does. Sceau's own drawing is none of them.
"""
import functools
import html
import itertools
import json
import pathlib
import re
import subprocess
import tempfile

import cv2
import numpy as np

DPI = 300  # of the sheets that printing returns
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
GROUP = re.compile(r"[0-9A-Z]{4}")

# (program, dpi, black and white alone)
DRAWINGS = {
    "gs-600": ("gs", 600, True), "gs-300": ("gs", 300, False), "splash-600": ("splash", 600, True),
    "splash-300": ("splash", 300, False), "cairo-600": ("cairo", 600, False), "cairo-300": ("cairo", 300, False),
    "ps-gs-600": ("ps-gs", 600, True), "ps-gs-300": ("ps-gs", 300, False),
}


def output_of(*command, accept=(0,)):
    done = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    if done.returncode not in accept:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}")
    return done.stdout


class Word:
    """Text and its box in points, from the top left."""

    def __init__(self, text, box):
        self.text, self.box = text, box

    def stands_as(self, other):
        return self.text == other.text and max(abs(a - b) for a, b in zip(self.box, other.box)) < .2


def words_of(pdf):
    page = output_of("pdftotext", "-f", 1, "-l", 1, "-bbox", pdf, "-").decode()
    return [Word(html.unescape(match[5]), tuple(float(match[i]) for i in range(1, 5))) for match in WORD.finditer(page)]


def draw(pdf, way):
    """The first page as pixels, 255 = paper."""
    program, dpi, pure = DRAWINGS[way]
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "page"
        if program == "splash":
            output_of("pdftoppm", "-r", dpi, "-mono" if pure else "-gray", "-f", 1, "-l", 1, "-singlefile", pdf, out)
        elif program == "cairo":
            output_of("pdftocairo", "-png", "-r", dpi, "-gray", "-f", 1, "-l", 1, "-singlefile", pdf, out)
        else:
            source = pdf
            if program == "ps-gs":
                source = pathlib.Path(folder) / "page.ps"
                output_of("pdftops", "-f", 1, "-l", 1, "-level3", "-paper", "A4", pdf, source)
            shades = [] if pure else ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
            output_of("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dLastPage=1", f"-sDEVICE={'pngmono' if pure else 'pnggray'}",
                      f"-r{dpi}", *shades, f"-sOutputFile={out}.png", source)
        file = next(path for path in pathlib.Path(folder).iterdir() if path.stem == "page" and path.suffix != ".ps")
        picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    return fit_a4(picture, dpi)


def fit_a4(picture, dpi):
    """Cut or filled to the pixels of an A4 page: the programs round differently."""
    height, width = round(297 / 25.4 * dpi), round(210 / 25.4 * dpi)
    page = np.full((height, width), 255, np.uint8)
    part = picture[:height, :width]
    page[:part.shape[0], :part.shape[1]] = part
    return page


class Issued:
    """One issued page, its words and its code."""

    def __init__(self, issuer, name, claims):
        self.name, self.claims, self.pdf = name, claims, issuer.pdf_of(name)
        self.words = words_of(self.pdf)
        self._issuer, self._drawn = issuer, {}

    @functools.cached_property
    def code(self):
        return self._issuer.code_box(self.pdf)

    def drawn(self, way):
        if way not in self._drawn:
            self._drawn = {way: draw(self.pdf, way)}  # one at a time: 35 MB each
        return self._drawn[way]

    def number(self):
        """The words of the document's number: groups of four after "N°"."""
        texts = [word.text for word in self.words]
        first = texts.index("N°") + 1 if "N°" in texts else len(texts)
        return list(itertools.takewhile(lambda word: GROUP.fullmatch(word.text), self.words[first:first + 4]))


class NotIssued(Exception):
    """sceau refuses the claims; the text says why."""


# An issuer reads each page back within a time on the clock, which a busy machine may break.
ISSUE_TRIES = 4


class Issuer:
    """Issues under keys of its own, whose trust folder is beside them."""

    def __init__(self, sceau, folder):
        self.sceau, self.folder = sceau, folder
        self.key, self.trust = folder / "keys/issuer.key", folder / "keys/trust"
        self.certificate = self.trust / "issuer.pem"
        self.trust.mkdir(parents=True, exist_ok=True)
        for part in ("img", "pdf", "claims"):
            (folder / part).mkdir(exist_ok=True)
        if not self.certificate.exists():
            output_of(sceau, "keygen", "--organisation", "Banc d’essai", "--key", self.key, "--cert", self.certificate, "--no-passphrase")

    def pdf_of(self, name):
        return self.folder / "pdf" / f"{name}.pdf"

    def write_claims(self, name, claims):
        path = self.folder / "claims" / f"{name}.json"
        path.write_text(json.dumps(claims, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    def issue(self, name, claims):
        path = self.write_claims(name, claims)
        self.pdf_of(name).unlink(missing_ok=True)  # sceau writes over nothing
        for _ in range(ISSUE_TRIES):
            done = subprocess.run([self.sceau, "issue", path, "--key", self.key, "--cert", self.certificate, "--no-status",
                                   "--allow-long-validity", "-o", self.pdf_of(name)], capture_output=True, text=True, check=False)
            if "[issue.read-back]" not in done.stderr:
                break
        if done.returncode:
            raise NotIssued(f"{name}: {done.stderr.strip()[:300]}")
        return Issued(self, name, claims)

    def code_box(self, pdf):
        """In points, with its quiet zone."""
        report = json.loads(output_of(self.sceau, "verify", "--json", "--trust", self.trust, pdf, accept=(0, 3, 4)))
        corners = np.array(report["seals"][0]["corners"]) * 72 / 200
        (left, top), (right, bottom) = corners.min(0), corners.max(0)
        quiet = .03 * (right - left)
        return left - quiet, top - quiet, right + quiet, bottom + quiet
