# SPDX-License-Identifier: Apache-2.0
"""Measures a process for each document beside the same reader in the process that judges, in turns in one program: one document,
which gets a helper of its own, and batches, for which a warmed server forks."""
import pathlib
import tempfile

import page
import pdf
from common import Skipped, quietly, run, say, table

RUNS = 5
BATCH = 150


def lists(build, folder, options):
    """What is read: [(what it is, files)], and the trust to judge it by."""
    issued, trust = page.issue(build / "cli/sceau", folder)
    scan, drawn = folder / "scan.jpg", folder / "page"
    quietly("pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", issued, drawn)
    quietly(build / "tools/sceau-degrade", "scan", issued, "-o", scan, "--turn", 3)
    page_picture = drawn.with_suffix(".png")
    found = [("one issued PDF", [issued]), ("one PNG of its page, 200 dpi", [page_picture]),
             (f"{BATCH} issued PDFs", [issued] * BATCH),
             (f"{BATCH} in turns: the PDF, the PNG, a scan", [issued, page_picture, scan] * (BATCH // 3))]
    try:
        names = [name for name in pdf.corpus(options.work / "pdf") if not name.startswith("mp")]
        found.append((f"the {len(names)} one-page PDFs of the corpus", [options.work / "pdf" / name for name in names]))
    except Skipped as reason:
        say(f"the corpus is left out: {reason}")
    return found, trust


def bench(build, options):
    runs = options.runs or RUNS
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found, trust = lists(build, folder, options)
        for what, files in found:
            listing = folder / "files.txt"
            listing.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
            turns = runs if len(files) > 1 else 4 * runs
            here, there, here_wall, there_wall = map(float, run(
                build / "tools/sceau-bench-isolation", "--list", listing, "--trust", trust, "--turns",
                turns).split(","))
            rows.append([what, f"{here:.1f}", f"{there:.1f}", f"{there / here:.2f}", f"{(there - here) / len(files):.1f}",
                         f"{here_wall:.1f}", f"{there_wall:.1f}"])
    heads = ["verified", "here, CPU ms", "isolated, CPU ms", "x", "added a document", "here, wall ms", "isolated, wall ms"]
    return (f"./dev bench isolation --runs {runs}", [table(heads, rows), "Medians; the helpers' own time is counted."], False)
