# SPDX-License-Identifier: Apache-2.0
"""Measures what documents without a code cost, beside pdftoppm and ZXingReader: most of what people send carries none.

The PDFs are public ones of ../shared/data/pdfs. Both sides run as whole processes, in turns on each file. How many were drawn is
counted by starting sceau-draw through a script that leaves a mark.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import page
from common import ROOT, Skipped, need_tools, say, table

PDFS = ROOT.parent / "shared/data/pdfs"
MOST_PAGES = 4
SECONDS = 60


def cpu(*command):
    """Milliseconds of user and system time, of the processes that it starts and waits for too."""
    process = os.posix_spawnp(str(command[0]), [str(word) for word in command], os.environ,
                              file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)])
    _, _, usage = os.wait4(process, 0)
    return (usage.ru_utime + usage.ru_stime) * 1000


def pages_of(path):
    said = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, errors="replace", check=False, timeout=SECONDS)
    counts = [line.split()[1] for line in said.stdout.splitlines() if line.startswith("Pages:")]
    return int(counts[0]) if counts else 0


def peer(path, folder):
    spent = cpu("timeout", SECONDS, "pdftoppm", "-r", 200, "-gray", path, folder / "page")
    images = sorted(folder.glob("page*.pgm"))
    if images:
        spent += cpu("timeout", SECONDS, "ZXingReader", "-formats", "QRCode,DataMatrix", *images)
    for image in images:
        image.unlink()
    return spent


class Drawing:
    """A copy of the programs in which the one that draws leaves a mark."""

    def __init__(self, build, folder):
        self.mark = folder / "drawn"
        self.folder = folder / "build"
        for part in ("lib", "libexec"):
            shutil.copytree(build / part, self.folder / part, symlinks=True)
        (self.folder / "cli").mkdir()
        shutil.copy2(build / "cli/sceau", self.folder / "cli/sceau")
        draw = self.folder / "libexec/sceau/sceau-draw"
        draw.rename(draw.with_name("sceau-draw-itself"))
        draw.write_text(f"#!/bin/sh\n: >'{self.mark}'\nexec '{draw}-itself' \"$@\"\n", encoding="utf-8")
        draw.chmod(0o755)

    def of(self, arguments):
        self.mark.unlink(missing_ok=True)
        subprocess.run([str(self.folder / "cli/sceau"), *map(str, arguments)], check=False, capture_output=True,
                       env={**os.environ, "LD_LIBRARY_PATH": str(self.folder / "lib")})
        return self.mark.exists()


def percentile(values, share):
    return sorted(values)[int(share * (len(values) - 1))]


def row(name, decimals, ours, theirs, value):
    return [name, f"{value(ours):.{decimals}f}", f"{value(theirs):.{decimals}f}", f"{value(theirs) / value(ours):.2f}"]


def bench(build, options):
    if not PDFS.is_dir():
        raise Skipped(f"there are no public PDFs at {PDFS}")
    need_tools("pdfinfo", "pdftoppm", "ZXingReader")
    files = [path for path in sorted(PDFS.glob("*.pdf")) if 1 <= pages_of(path) <= MOST_PAGES]
    say(f"verifying {len(files)} PDFs without a code, in turns with the peer")
    ours, theirs, drawn = [], [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        _, trust = page.issue(build / "cli/sceau", folder)
        counting = Drawing(build.resolve(), folder)
        for path in files:
            arguments = ["verify", "--json", "--trust", trust, path]
            theirs.append(peer(path, folder))
            ours.append(cpu(build / "cli/sceau", *arguments))
            drawn += counting.of(arguments)
    faster = [their / our for our, their in zip(ours, theirs)]
    rows = [row("sum, s", 2, ours, theirs, lambda values: sum(values) / 1000),
            row("median, ms", 1, ours, theirs, statistics.median),
            row("p90, ms", 1, ours, theirs, lambda values: percentile(values, 0.9)),
            row("p99, ms", 1, ours, theirs, lambda values: percentile(values, 0.99))]
    note = (f"{len(files)} public PDFs of 1 to {MOST_PAGES} pages, CPU of whole processes: `sceau verify --json` beside `pdftoppm -r 200 -gray` "
            f"and `ZXingReader`. {drawn} of them were drawn ({100 * drawn / len(files):.0f} %); {sum(share < 1 for share in faster)} cost "
            f"more than the peer's; times cheaper, file by file: p10 {percentile(faster, 0.1):.2f}, median {statistics.median(faster):.2f}, "
            f"p90 {percentile(faster, 0.9):.2f}.")
    return "./dev bench no-code", [table(["", "sceau", "pdftoppm and ZXing", "times cheaper"], rows), note], False
