# SPDX-License-Identifier: Apache-2.0
"""Measures bad captures: how many codes are read from them, how exactly they are placed, and at what cost.

The pictures are made by ../shared/tools/capture from a seed; every one shows one code. A payload that is not the
printed one is an error that no rate outweighs.
"""
import csv
import os
import shutil
import statistics
import subprocess

from common import KITS, SYSTEM_PYTHON, Skipped, corner_error, need_python, need_tools, percentile, read_documents, run, \
    say, table, wilson

KIT = KITS / "capture"
# Seed 1 is the one whose figures for other decoders stand in the kit's README.
SEED = 1
# The worst place of a corner by which the symbol is still the one meant, in its own modules.
MISPLACED_MODULES = 4
LABELS = {"dm": "Data Matrix", "qrM": "QR M", "qrQ": "QR Q"}


def build_kit(folder):
    """A copy, since the kit compiles into its own folder, which is not ours."""
    if not (KIT / "gen.py").exists():
        raise Skipped(f"the capture kit is not in {KIT}")
    need_tools("make", "g++")
    need_python(numpy="python3-numpy", cv2="python3-opencv")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("Makefile", "gen.py", "mkcode.cpp"):
        shutil.copy2(KIT / name, folder / name)
    run("make", "mkcode", cwd=folder)


def make_pictures(folder, seed, scale, families):
    """The folder with the pictures and their manifest, made now or before."""
    name = f"seed-{seed}-scale-{scale:g}" + ("-" + families.replace(",", "-") if families else "")
    pictures = folder / name
    if (pictures / "manifest.csv").exists():
        return pictures
    kit = folder / "kit"
    build_kit(kit)
    parts = os.cpu_count() or 1
    say(f"making the captures of seed {seed}, scale {scale:g} ({parts} processes; about 9 CPU minutes at scale 1)")
    command = [SYSTEM_PYTHON, kit / "gen.py", "--out", pictures, "--seed", seed, "--scale", scale]
    if families:
        command += ["--families", families]
    command = [str(word) for word in command]
    workers = [subprocess.Popen(command + ["--part", f"{i}/{parts}"], stdout=subprocess.DEVNULL) for i in range(parts)]
    if any([worker.wait() for worker in workers]):
        raise Skipped("the capture kit failed")
    manifests = [pictures / f"manifest.{i}.csv" for i in range(parts)] if parts > 1 else []
    if manifests:
        joined = "".join(sorted(line for path in manifests for line in path.read_text().splitlines(keepends=True)))
        (pictures / "manifest.csv").write_text(joined)
    return pictures


class Shot:
    """One picture: what it shows and what was read off it."""

    def __init__(self, row, folder, readings):
        self.symbology, self.family, self.level = row[1:4]
        modules, self.size = int(row[4]), (int(row[6]), int(row[7]))
        corners = [(float(row[8 + 2 * i]), float(row[9 + 2 * i])) for i in range(4)]
        picture = folder / "img" / row[0]
        payload = picture.with_suffix(".txt").read_bytes()
        reading = readings[str(picture)]
        right = [symbol for symbol in reading.symbols if symbol.payload == payload]
        self.name, self.cpu_ms, self.is_read = row[0], reading.cpu_ms, bool(right)
        self.wrong = len(reading.symbols) - len(right)
        side = sum(abs(complex(*corners[i]) - complex(*corners[i - 1])) for i in range(4)) / 4
        self.error = min((corner_error(s.corners, corners) * modules / side for s in right), default=None)

    def is_misplaced(self):
        return self.error is not None and self.error > MISPLACED_MODULES


def row_of(labels, shots):
    read = sum(shot.is_read for shot in shots)
    low, high = wilson(read, len(shots))
    times = [shot.cpu_ms for shot in shots]
    errors = [shot.error for shot in shots if shot.error is not None]
    return [*labels, len(shots), f"{100 * read / len(shots):.1f}", f"{low:.0f}-{high:.0f}",
            f"{statistics.median(times):.1f}", f"{percentile(times, .95):.0f}", sum(shot.wrong for shot in shots),
            f"{statistics.median(errors):.2f}" if errors else "", sum(shot.is_misplaced() for shot in shots)]


def natural(label):
    digits = "".join(c for c in label if c.isdigit() or c == ".")
    return (label.rstrip("0123456789.-"), float(digits or 0))


def rows_of(shots):
    rows = []
    families = list(dict.fromkeys(shot.family for shot in sorted(shots, key=lambda s: s.family)))
    for symbology in LABELS:
        of_symbology = [shot for shot in shots if shot.symbology == symbology]
        for family in families:
            of_family = [shot for shot in of_symbology if shot.family == family]
            levels = sorted({shot.level for shot in of_family}, key=natural)
            for level in levels:
                rows.append(row_of([LABELS[symbology], family, level],
                                   [shot for shot in of_family if shot.level == level]))
            if len(levels) > 1:
                rows.append(row_of([LABELS[symbology], family, "all"], of_family))
        if of_symbology:
            rows.append(row_of([LABELS[symbology], "all", "all"], of_symbology))
    return rows


def summary(shots):
    lines = []
    usual = [shot for shot in shots if shot.size == (1280, 960)]
    for label, some in (("read", [s for s in usual if s.is_read]), ("not read", [s for s in usual if not s.is_read])):
        if some:
            times = [shot.cpu_ms for shot in some]
            lines.append(f"- 1280x960, code {label}: {len(some)} pictures, median {statistics.median(times):.1f} ms, "
                         f"p95 {percentile(times, .95):.0f} ms CPU.")
    wrong = [shot.name for shot in shots if shot.wrong]
    lines.append(f"- Wrong payloads: {sum(shot.wrong for shot in shots)}" + (f" ({', '.join(wrong)})" if wrong else "") + ".")
    missed = [shot.name for shot in shots if not shot.is_read and shot.family in ("easy", "medium", "hard")]
    if missed:
        lines.append(f"- Not read of easy, medium and hard: {', '.join(missed)}.")
    return lines


def bench(build, options):
    seed = SEED if options.seed is None else options.seed
    folder = make_pictures(options.work / "capture", seed, options.scale, options.families)
    rows = list(csv.reader((folder / "manifest.csv").read_text().splitlines()))
    say(f"reading {len(rows)} captures")
    readings = read_documents(build, [folder / "img" / row[0] for row in rows], "--jobs", options.jobs)
    shots = [Shot(row, folder, readings) for row in rows]
    command = f"./dev bench capture --seed {seed} --scale {options.scale:g}"
    if options.families:
        command += f" --families {options.families}"
    header = ["code", "family", "level", "n", "read %", "95 %", "median ms", "p95 ms", "wrong", "corner error", "misplaced"]
    note = ("Milliseconds of CPU for one picture, whole image to symbols. Corner error: median of the mean distance to "
            f"the true corners, in modules; misplaced: more than {MISPLACED_MODULES}.")
    failed = any(shot.wrong for shot in shots)
    return command, [table(header, rows_of(shots)), "\n".join([note, "", *summary(shots)])], failed
