#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""file_types.py BUILD [FOLDER]: reads files of each type, made by other people's encoders, with the whole command in its sandbox.

Each file shows one genuine seal, upright at one place, and has to be read as such; what cannot be read has to say why. Encoders
that are not installed are named, with the number of files that were not tried. FOLDER keeps the files.
"""
import collections
import contextlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import file_types_made
from file_types_made import ANY, GENUINE, PLACE


FAULTS = {"document.reader-crashed", "document.deadline", "document.out-of-memory", "internal", "isolation.unavailable"}


class Files:
    """A file to read, and the answer that it must get."""

    tests = pathlib.Path(__file__).resolve().parent

    def __init__(self, build, folder):
        self.build, self.folder = build.resolve(), folder
        self.cases, self.missing = [], collections.Counter()
        self.failures = []
        (folder / "trust").mkdir(parents=True, exist_ok=True)

    def sceau(self, *arguments, codes=(0,)):
        done = subprocess.run([self.build / "cli/sceau", *map(str, arguments)], capture_output=True, text=True)
        if done.returncode not in codes:
            sys.exit(f"file_types: sceau {' '.join(map(str, arguments))}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    def path(self, name):
        return self.folder / name

    def write(self, name, data):
        self.path(name).write_bytes(data)
        return self.path(name)

    def expect(self, name, wanted=GENUINE, pages=1, placed=True):
        self.cases.append((name, wanted, pages, placed))

    def given(self, name, data, wanted=GENUINE, **how):
        self.write(name, data)
        self.expect(name, wanted, **how)

    def made(self, name, tool, *arguments, wanted=GENUINE, **how):
        """Makes a file by a tool that runs in the folder."""
        program = TOOLS[tool]()
        if program is None:
            self.missing[tool] += 1
            return False
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run([program, *arguments], capture_output=True, cwd=self.folder, timeout=180)
        if not self.path(name).exists() or not self.path(name).stat().st_size:
            self.missing[f"{tool} that writes {name}"] += 1
            return False
        if wanted is not None:
            self.expect(name, wanted, **how)
        return True

    def answers(self, names, *options):
        trust = ["--trust", self.path("trust"), "--json", "--lang", "en"]
        said = self.sceau("verify", *trust, *options, *[self.path(n) for n in names], codes=(0, 3, 4)).splitlines()
        return {pathlib.Path(r["file"]).name: r for r in map(json.loads, said)}

    def check(self, case, answer, how):
        name, wanted, pages, placed = case
        codes = {r["code"] for r in answer.get("reasons", [])} | {r["code"] for s in answer.get("seals", []) for r in s["reasons"]}
        seals = [s["axes"]["seal"] for s in answer.get("seals", [])]
        if wanted == ANY:
            ok = not codes & FAULTS
        elif wanted != GENUINE:
            ok = wanted in codes and GENUINE not in seals
        else:
            ok = seals == [GENUINE] * pages and (not placed or all(map(self.in_place, answer["seals"])))
        if not ok:
            corners = [[round(v) for v in c] for s in answer.get("seals", []) for c in s["corners"]]
            self.failures.append(f"{name} ({how}): {seals} {sorted(codes)} {corners}, expected {wanted}, {pages} of them")

    def in_place(self, seal):
        """True when the symbol's own top left is at the top left, and it is upright."""
        (left, top), (right, _), _, (_, bottom) = seal["corners"]
        return all(abs(found - wanted) < 12 for found, wanted in (
            (left, PLACE), (top, PLACE), (right - left, self.side), (bottom - top, self.side)))

    def run(self):
        """Reads each file by a server that has read others, and the first of each type by a process that was started for it."""
        answers = self.answers([case[0] for case in self.cases])
        firsts = {}
        for case in self.cases:
            self.check(case, answers[case[0]], "one of many")
            firsts.setdefault(pathlib.Path(case[0]).suffix, case)
        if "attached.pdf" in answers:  # a remark changes no verdict
            whole, attached = answers["paper.pdf"], answers["attached.pdf"]
            if attached["verdict"] != whole["verdict"] or [r["code"] for r in attached["reasons"]] != ["document.attachments"]:
                self.failures.append(f"attached.pdf: {attached['verdict']} {attached['reasons']}, without the file {whole['verdict']}")
        for case in firsts.values():
            self.check(case, self.answers([case[0]])[case[0]], "alone")


def image_magick():
    for name in ("magick", "convert-im6.q16", "convert"):
        path = shutil.which(name)
        if path and "ImageMagick" in subprocess.run([path, "-version"], capture_output=True, text=True).stdout[:99]:
            return path
    return None


TOOLS = collections.defaultdict(lambda: None)
for _name in ("avifenc cjpeg chromium cjxl cwebp gif2webp gs heif-enc pdfattach pdftocairo pdftoppm pdfunite ppm2tiff qpdf tiff2pdf "
              "tiffcp webpmux").split():
    TOOLS[_name] = lambda name=_name: shutil.which(name)
TOOLS["ImageMagick"] = image_magick


def main():
    with tempfile.TemporaryDirectory() as folder:
        f = Files(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else folder).resolve())
        file_types_made.make_all(f)
        f.run()
        for what, count in sorted(f.missing.items()):
            print(f"file_types: skipped, {count} of them: {what} is not installed or cannot")
        if not any(tool() for tool in TOOLS.values()):
            sys.exit(77)
        if f.failures:
            sys.exit("\n".join(["file_types: read in another way than expected:", *f.failures]))
        print(f"file_types: {len(f.cases)} files read as they should be")


if __name__ == "__main__":
    main()
