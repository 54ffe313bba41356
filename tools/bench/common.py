# SPDX-License-Identifier: Apache-2.0
"""What the parts of the bench share: where things are, statistics, and running what is measured."""
import csv
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KITS = ROOT.parent / "shared/tools"
# Debian's own: other interpreters on the path have not the packages that the kits need.
SYSTEM_PYTHON = "/usr/bin/python3"


class Skipped(Exception):
    """Something that a part needs is not there; the text says what."""


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def run(*command, accept=(0,), **options):
    """What a program prints. Ends everything when its exit code is not one of `accept`."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode not in accept:
        sys.exit(f"bench: {command[0]} failed ({done.returncode})\n{done.stderr[-2000:]}")
    return done.stdout


def quietly(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def need_tools(*tools):
    for tool in tools:
        if not shutil.which(tool):
            raise Skipped(f"{tool} is missing: run ./dev setup")


def need_python(**packages):
    """Modules of the system's interpreter, and the packages that bring them: large ones, so that ./dev setup does not insist on them."""
    missing = [package for module, package in packages.items()
               if subprocess.run([SYSTEM_PYTHON, "-c", f"import {module}"], capture_output=True, check=False).returncode]
    if missing:
        raise Skipped(f"apt-get install {' '.join(missing)}")


def milliseconds(work):
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def run_measured(*command, accept=(0,)):
    """Milliseconds on the clock, milliseconds of CPU and peak memory in MiB of one process."""
    started = time.perf_counter()
    process = os.posix_spawnp(str(command[0]), [str(word) for word in command], os.environ,
                              file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) not in accept:
        sys.exit(f"bench: {command[0]} {command[1]} failed")
    return ((time.perf_counter() - started) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024)


def read_documents(build, files, *options):
    """What sceau-bench-capture says of each file, by path."""
    listing = "".join(f"{path}\n" for path in files)
    folder = pathlib.Path(build) / "bench"
    folder.mkdir(exist_ok=True)
    (folder / "files.txt").write_text(listing, encoding="utf-8")
    output = run(pathlib.Path(build) / "tools/sceau-bench-capture", "--list", folder / "files.txt", *options)
    return {row[0]: Reading(row) for row in csv.reader(output.splitlines())}


class Reading:
    """One line of sceau-bench-capture."""

    def __init__(self, row):
        self.cpu_ms, self.wall_ms, self.problem = float(row[1]), float(row[2]), row[3]
        width = 13
        fields = row[5:]
        self.symbols = [Symbol(fields[i * width:(i + 1) * width]) for i in range(int(row[4]))]


class Symbol:
    def __init__(self, fields):
        self.symbology, self.page = fields[0], int(fields[1])
        self.page_size = (int(fields[2]), int(fields[3]))
        self.payload = bytes.fromhex(fields[4])
        self.corners = [(float(fields[5 + 2 * i]), float(fields[6 + 2 * i])) for i in range(4)]


def corner_error(found, truth):
    """Mean distance of the corners, from whichever of them one begins to count, either way round."""
    orders = [found[i:] + found[:i] for i in range(4)]
    orders += [list(reversed(order)) for order in orders]
    return min(statistics.fmean(math.dist(a, b) for a, b in zip(order, truth)) for order in orders)


def wilson(successes, count, z=1.96):
    """95 % interval of a rate, in percent."""
    if not count:
        return 0.0, 100.0
    rate = successes / count
    centre = rate + z * z / (2 * count)
    spread = z * math.sqrt(rate * (1 - rate) / count + z * z / (4 * count * count))
    scale = 100 / (1 + z * z / count)
    return max(0.0, (centre - spread) * scale), min(100.0, (centre + spread) * scale)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(header, rows):
    """Markdown, aligned so that it reads as well on a terminal: text to the left, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    is_text = [any(c.isalpha() for row in cells[1:] for c in row[i]) for i in range(len(header))]

    def line(row):
        return "| " + " | ".join(c.ljust(w) if t else c.rjust(w) for c, w, t in zip(row, widths, is_text)) + " |"

    rule = "|" + "|".join("-" * (w + 2) if t else "-" * (w + 1) + ":" for w, t in zip(widths, is_text)) + "|"
    return "\n".join([line(cells[0]), rule, *map(line, cells[1:])])
