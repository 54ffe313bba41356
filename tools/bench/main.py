#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What reading, verifying and issuing cost, beside other tools.

Every part that is named, or all of them. With --write the tables go to docs/benchmarks.md,
each with the command that made it, the machine, the day and the commit.
"""
import argparse
import datetime
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import capture  # noqa: E402
import damage  # noqa: E402
import false_positives  # noqa: E402
import functions  # noqa: E402
import images  # noqa: E402
import isolation  # noqa: E402
import no_code  # noqa: E402
import page  # noqa: E402
import paper  # noqa: E402
import pdf  # noqa: E402
import trust  # noqa: E402
from common import ROOT, Skipped, run, say  # noqa: E402

# What each is called in docs/benchmarks.md, and which part measures it.
PARTS = {
    "capture": ("Bad captures", capture.bench),
    "images": ("Large pictures", images.bench),
    "pdf": ("PDFs, by the way that the code is in them", pdf.bench),
    "false-positives": ("Pictures without a seal", false_positives.bench),
    "no-code": ("Pages without a code", no_code.bench),
    "damage": ("Damaged symbols", damage.bench),
    "functions": ("Functions by themselves", functions.bench),
    "page": ("One issued page", page.bench),
    "paper": ("Captured pages held against their seals", paper.bench),
    "isolation": ("Isolation", isolation.bench),
    "trust": ("Status lists and issuing", trust.bench),
}
PAGE = ROOT / "docs/benchmarks.md"
HEAD = """# Benchmarks

`./dev bench --write` measures all of this; the command above each table made it. Milliseconds depend on the machine and on
what else it does. Ratios were measured by taking turns, so that both sides ran under the same conditions.
"""


def parse():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__, usage="./dev bench [PART…] [OPTIONS]")
    parser.add_argument("build", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seed", type=int, help="of what is made to be measured")
    parser.add_argument("--scale", type=float, default=0.2, help="share of the capture kit that is made (0.2)")
    parser.add_argument("--families", default="", help="of the capture kit, with commas (all)")
    parser.add_argument("--jobs", type=int, default=1, help="documents read at a time; 1 for times that count")
    parser.add_argument("--runs", type=int, help="turns of what is compared (25; pdf 4)")
    parser.add_argument("--count", type=int, help="pictures without a seal (600); damaged symbols (100000); genuine captures of paper (400), and as many forged")
    parser.add_argument("--captures", type=pathlib.Path, metavar="DIR", help="of paper: a set that tools/paper/make_set.py made")
    parser.add_argument("--baseline", type=pathlib.Path, metavar="SCEAU", help="of paper: another build, to say what comparing adds")
    parser.add_argument("--write", action="store_true", help="put the tables in docs/benchmarks.md")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    return options


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    release = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"))
    return ", ".join([model.group(1) if model else "unknown processor", f"{os.cpu_count()} cores",
                      release.group(1) if release else "unknown system"])


def commit():
    short = run("git", "-C", ROOT, "rev-parse", "--short", "HEAD").strip()
    changed = run("git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no", "--", "libverify", "cli", "tools")
    return short + (" and changes" if changed else "")


def write(title, text):
    """Puts the section in place of the one of that title, or at the end."""
    page_text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    sections = re.split(r"(?m)^(?=## )", page_text)
    ours = f"## {title}\n\n{text}\n"
    places = [i for i, section in enumerate(sections) if section.startswith(f"## {title}\n")]
    if places:
        sections[places[0]] = ours
    else:
        sections.append(ours)
    PAGE.write_text("\n".join(section.rstrip() + "\n" for section in sections), encoding="utf-8")


def main():
    options = parse()
    options.work = options.build.resolve().parent / "bench"
    failed = False
    for name in options.parts or PARTS:
        title, bench = PARTS[name]
        try:
            command, blocks, part_failed = bench(options.build.resolve(), options)
        except Skipped as reason:
            say(f"{name} is skipped: {reason}")
            continue
        failed = failed or part_failed
        when = f"`{command}`, {datetime.date.today()}, commit {commit()}, on {machine()}."
        text = "\n\n".join([when, *blocks])
        print(f"\n{title}\n\n{text}", flush=True)
        if options.write:
            write(title, text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
