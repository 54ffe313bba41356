# SPDX-License-Identifier: Apache-2.0
"""Large pictures in each format: time and peak memory of one process that reads them."""
import shutil
import statistics
import subprocess

import capture
from common import SYSTEM_PYTHON, read_documents, run_measured, table

RUNS = 3
# One capture of 12 megapixels, as it is and enlarged to 48.
MAKE = """
import sys, cv2
source, folder = sys.argv[1:]
small = cv2.imread(source, cv2.IMREAD_COLOR)
large = cv2.resize(small, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
def write(name, picture, *options):
    cv2.imwrite(folder + "/" + name, picture, list(options))
for size, picture in (("12", small), ("48", large)):
    write(size + "-baseline.jpg", picture, cv2.IMWRITE_JPEG_QUALITY, 90)
    write(size + "-progressive.jpg", picture, cv2.IMWRITE_JPEG_QUALITY, 90, cv2.IMWRITE_JPEG_PROGRESSIVE, 1)
    write(size + "-colour.png", picture, cv2.IMWRITE_PNG_COMPRESSION, 1)
    write(size + "-colour.tif", picture)
    write(size + "-lossy.webp", picture, cv2.IMWRITE_WEBP_QUALITY, 80)
    height, width = picture.shape[:2]
    haze = cv2.resize(cv2.resize(picture, (40, 30), interpolation=cv2.INTER_AREA), (width, height))
    write(size + "-nothing.jpg", haze, cv2.IMWRITE_JPEG_QUALITY, 90)
"""


def make_pictures(options, seed):
    captures = capture.make_pictures(options.work / "capture", seed, 0.25, "big12mp")
    folder = options.work / f"images/seed-{seed}"
    if not folder.exists():
        folder.mkdir(parents=True)
        source = captures / "img/dm_big12mp_medium_00.jpg"
        subprocess.run([SYSTEM_PYTHON, "-c", MAKE, str(source), str(folder)], check=True)
        if shutil.which("heif-enc"):
            for size in ("12", "48"):
                subprocess.run(["heif-enc", "-q", "60", "-o", str(folder / f"{size}-photo.heic"),
                                str(folder / f"{size}-baseline.jpg")], check=True, stdout=subprocess.DEVNULL)
    return sorted(folder.iterdir())


def row_of(build, picture, runs):
    listing = build / "bench/one-file.txt"
    listing.write_text(f"{picture}\n", encoding="utf-8")
    measured = [run_measured(build / "tools/sceau-bench-capture", "--list", listing) for _ in range(runs)]
    size, _, name = picture.name.partition("-")
    reading = read_documents(build, [picture])[str(picture)]
    return [name, size, f"{picture.stat().st_size / 1e6:.1f}", len(reading.symbols) or reading.problem or "none",
            f"{statistics.median(m[1] for m in measured):.0f}", f"{max(m[2] for m in measured):.0f}"]


def bench(build, options):
    seed = capture.SEED if options.seed is None else options.seed
    runs = options.runs or RUNS
    pictures = make_pictures(options, seed)
    header = ["picture", "Mpx", "MB", "codes", "CPU ms", "peak MiB"]
    note = (f"The whole process, medians and maximum of {runs}. \"nothing\" is a picture without a code: reduced, then whole. "
            "A decoded page has one byte per pixel.")
    return (f"./dev bench images --seed {seed} --runs {runs}",
            [table(header, [row_of(build, picture, runs) for picture in pictures]), note], False)
