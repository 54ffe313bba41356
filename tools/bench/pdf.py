# SPDX-License-Identifier: Apache-2.0
"""Measures PDFs that hold a code in each of the ways that writers use, beside drawing the pages and searching them.

The documents are made by ../shared/tools/pdf-corpus. Every document is read once to check payload and place; then time
and memory are measured in turns with the peer, in one warm process and as whole processes.
"""
import json
import pathlib
import statistics
import subprocess
import tempfile

import page
from common import KITS, SYSTEM_PYTHON, Skipped, corner_error, need_python, need_tools, read_documents, run, run_measured, \
    say, table

KIT = KITS / "pdf-corpus/gen_corpus.py"
RUNS = 4
MILLIMETRES_PER_INCH = 25.4
# Where the kit puts the codes: top left of the picture in mm, pitch in mm, modules, quiet zone in modules.
PLACES = {"dm52": (155, 242, 22 / 52, 52, 2), "dm64": (18, 242, 24 / 64, 64, 2), "qr61": (150, 234, 31 / 61, 61, 4),
          "qr69": (88, 234, 35 / 69, 69, 4)}
# Kinds whose picture begins at the first module.
WITHOUT_QUIET_ZONE = ("img1_tiny", "vec_rects", "form_path", "heavy_bg", "mp50_vec", "rot90_vec", "scan")
A4_MM = (595.276 / 72 * MILLIMETRES_PER_INCH, 841.89 / 72 * MILLIMETRES_PER_INCH)
# Scans are turned by up to 1.2 degrees about the middle of the page, which moves its corners by 4 mm.
TOLERANCE_MM, TOLERANCE_SCAN_MM = 0.8, 5


def corpus(folder):
    if not KIT.exists():
        raise Skipped(f"the generator is not at {KIT}")
    if not (folder / "truth.json").exists():
        need_tools("zint", "img2pdf", "pdftoppm")
        need_python(cairo="python3-cairo", PIL="python3-pil", numpy="python3-numpy", pikepdf="python3-pikepdf",
                    cryptography="python3-cryptography")
        say("making the PDFs (about 30 s)")
        run(SYSTEM_PYTHON, KIT, folder)
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def expected_corners(kind, code):
    """In millimetres of the page as it is shown."""
    left, top, pitch, modules, quiet = PLACES[code]
    inset = 0 if kind.startswith(WITHOUT_QUIET_ZONE) else quiet * pitch
    side = modules * pitch
    x, y = left + inset, top + inset
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    if kind.startswith("rot90"):
        corners = [(A4_MM[1] - down, across) for across, down in corners]
    return corners


def last_page(kind):
    return {"mp10_img1": 10, "mp50_vec": 50}.get(kind, 1)


def problem_of(name, payload, reading):
    """What is wrong with what was read, or nothing."""
    kind, code = name.removesuffix(".pdf").split("__")
    if payload is None:
        return "invented" if reading.symbols else None
    if not reading.symbols:
        return "not read"
    if len(reading.symbols) > 1 or reading.symbols[0].payload != payload.encode("latin-1"):
        return "another payload"
    symbol = reading.symbols[0]
    if symbol.page != last_page(kind):
        return "another page"
    across = A4_MM[1] if kind.startswith("rot90") else A4_MM[0]
    scale = across / symbol.page_size[0]
    corners = [(x * scale, y * scale) for x, y in symbol.corners]
    error = corner_error(corners, expected_corners(kind, code))
    allowed = TOLERANCE_SCAN_MM if kind.startswith("scan") else TOLERANCE_MM
    return f"{error:.1f} mm off" if error > allowed else None


def check(build, folder, truth):
    readings = read_documents(build, [folder / name for name in truth])
    return {name: problem_of(name, payload, readings[str(folder / name)]) for name, payload in truth.items()}


def warm(build, folder, names, runs):
    """Milliseconds of CPU by name: ours, theirs, and whether they read it. Fifty pages take turns once."""
    times = {}
    for some, turns in (([n for n in names if not n.startswith("mp")], runs), ([n for n in names if n.startswith("mp")], 1)):
        listing = build / "bench/files.txt"
        listing.write_text("".join(f"{folder / name}\n" for name in some), encoding="utf-8")
        for line in run(build / "tools/sceau-bench-pdf", "--list", listing, "--runs", turns).splitlines():
            path, ours, theirs, _, found = line.rsplit(",", 4)
            times[pathlib.Path(path).name] = (float(ours), float(theirs), int(found) > 0)
    return times


def draw_and_read(pdf, folder):
    """The peer's two processes: milliseconds on the clock and of CPU, and the peak memory of the greater."""
    drawn = run_measured("pdftoppm", "-r", "200", "-gray", pdf, folder / "page")
    pictures = sorted(folder.glob("page*.pgm"))
    read = run_measured("ZXingReader", *pictures)
    for picture in pictures:
        picture.unlink()
    return drawn[0] + read[0], drawn[1] + read[1], max(drawn[2], read[2])


def whole_process(build, folder, names, runs):
    """By kind: ours and theirs, each a list of measurements, on one code after the other."""
    sceau = build / "cli/sceau"
    kinds = {}
    for name in names:
        kinds.setdefault(name.split("__")[0], []).append(folder / name)
    measured = {}
    with tempfile.TemporaryDirectory() as scratch:
        place = pathlib.Path(scratch)
        _, trust = page.issue(sceau, place)
        for kind, files in kinds.items():
            ours, theirs = [], []
            for turn in range(1 if kind == "mp50_vec" else runs):
                pdf = files[turn % len(files)]
                ours.append(run_measured(sceau, "verify", pdf, "--trust", trust, accept=(3, 4)))
                theirs.append(draw_and_read(pdf, place))
            measured[kind] = ours, theirs
    return measured


def median_of(measurements, column):
    return statistics.median(measurement[column] for measurement in measurements)


def rows_of(truth, problems, times, processes):
    rows = []
    for kind, (ours, theirs) in processes.items():
        names = [name for name in truth if name.split("__")[0] == kind]
        warm_ours = statistics.median(times[name][0] for name in names)
        warm_theirs = statistics.median(times[name][1] for name in names)
        has_code = truth[names[0]] is not None
        right = sum(problems[name] is None for name in names)
        peer = sum(times[name][2] for name in names) if has_code else ""
        rows.append([kind, f"{right}/{len(names)}", f"{peer}/{len(names)}" if has_code else "",
                     f"{warm_ours:.2f}", f"{warm_theirs:.1f}", f"{warm_theirs / warm_ours:.1f}",
                     f"{median_of(ours, 1):.1f}", f"{median_of(theirs, 1):.1f}",
                     f"{median_of(theirs, 1) / median_of(ours, 1):.1f}",
                     f"{max(m[2] for m in ours):.0f}", f"{max(m[2] for m in theirs):.0f}"])
    return rows


def bench(build, options):
    need_tools("pdftoppm", "ZXingReader")
    runs = options.runs or RUNS
    folder = options.work / "pdf"
    truth = corpus(folder)
    say(f"reading {len(truth)} PDFs")
    problems = check(build, folder, truth)
    say("measuring warm, in turns")
    times = warm(build, folder, list(truth), runs)
    say("measuring whole processes, in turns")
    processes = whole_process(build, folder, list(truth), runs)
    header = ["kind", "right", "peer reads", "warm ms", "peer ms", "x", "process ms", "peer ms", "x", "MiB", "peer MiB"]
    wrong = [f"- {name}: {problem}." for name, problem in problems.items() if problem]
    note = (f"Right: payload, page and place; the peer's places are not checked. Warm: CPU in one process, against "
            f"poppler-cpp at 200 dpi in grey and ZXing. Process: CPU of `sceau verify` against `pdftoppm -r 200 -gray` and "
            f"`ZXingReader`, with the peak memory of the greatest process. Medians of {runs} turns on four codes a kind.")
    summary = f"- {sum(p is None for p in problems.values())} of {len(problems)} documents right."
    failed = any(problem in ("invented", "another payload") for problem in problems.values())
    return f"./dev bench pdf --runs {runs}", [table(header, rows_of(truth, problems, times, processes)), note,
                                              "\n".join([summary, *wrong])], failed
