# SPDX-License-Identifier: Apache-2.0
"""Captures of attestation pages, made from a seed by tools/paper, and what `sceau verify` says of each."""
import concurrent.futures
import csv
import json
import os
import subprocess
import tempfile
import time

import paper_check
from common import ROOT, SYSTEM_PYTHON, Skipped, need_python, need_tools, say

GENERATOR = ROOT / "tools/paper/make_set.py"


def make(build, folder, seed, count):
    """The folder with the captures and their manifest, made now or before."""
    name = f"seed-{seed}-{count}-{count // 4}"
    pictures = folder / name
    if (pictures / "whole").exists():
        return pictures
    need_tools("gs", "pdftoppm", "pdftocairo", "pdftops", "pdftotext", "cjpeg", "convert", "heif-enc", "tiff2pdf")
    need_python(numpy="python3-numpy", cv2="python3-opencv", PIL="python3-pil")
    paper_check.check(build)
    say(f"making {2 * count + count // 4} captures of seed {seed} (about 4 seconds of CPU each)")
    command = [SYSTEM_PYTHON, GENERATOR, "--out", pictures, "--sceau", build / "cli/sceau", "--degrade", build / "tools/sceau-degrade",
               "--seed", seed, "--genuine", count, "--forged", count, "--worn", count // 4, "--odd", 1]
    if subprocess.run([str(word) for word in command], check=False).returncode:
        raise Skipped("the captures could not be made")
    (pictures / "whole").touch()
    return pictures


def run_timed(command):
    """Exit code, output, milliseconds of CPU with those of the processes it started, peak MiB of the largest of them, seconds."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = os.posix_spawn(str(command[0]), [str(word) for word in command], os.environ,
                                 file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
        _, status, usage = os.wait4(process, 0)
        out.seek(0)
        text = out.read()
    return (os.waitstatus_to_exitcode(status), text, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024,
            time.perf_counter() - started)


class Shot:
    """One capture, what it shows, and what was said of it."""

    def __init__(self, row, verify, folder):
        for key, value in row.items():
            setattr(self, key if key != "class" else "sort", value)
        self.edited = [field for field in row["fields"].split(";") if field]
        code, text, self.cpu_ms, self.mib, self.seconds = run_timed([*verify, folder / "img" / row["file"]])
        self.crashed = code not in (0, 3, 4)
        report = json.loads(text) if text and not self.crashed else {"seals": [], "outcome": "error"}
        self.outcome = report["outcome"]
        seals = [seal for seal in report["seals"] if seal["axes"]["seal"] == "genuine"]
        self.is_read = bool(seals)
        self.axis = worst({seal["axes"]["document"] for seal in seals})
        self.facts = [(fact_name(fact), fact["result"]) for seal in seals for fact in seal.get("printed", [])]
        self.reasons = [found["code"] for found in report.get("reasons", []) + [r for seal in seals for r in seal["reasons"]]]

    def facts_that(self, result):
        return [name for name, found in self.facts if found == result]

    def differs(self):
        return self.axis == "differs" or bool(self.facts_that("differs"))

    def agrees(self):
        return self.axis == "agrees"

    def is_found_on_field(self):
        return any(name in self.edited for name in self.facts_that("differs"))

    def is_doubted(self):
        return not self.differs() and not self.agrees()


def worst(axes):
    """Of several seals on one picture."""
    return next((axis for axis in ("differs", "not-compared", "not-run", "agrees") if axis in axes), "not-run")


def fact_name(fact):
    """As the manifest has it: "birth-name", "right-until/2"."""
    return fact["fact"] + (f"/{fact['row']}" if "row" in fact else "")


def read(verify, folder, jobs, keep=lambda row: True):
    with open(folder / "manifest.csv", newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if keep(row)]
    say(f"verifying {len(rows)} captures")
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda row: Shot(row, verify, folder), rows))
