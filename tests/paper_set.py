#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""paper_set.py BUILD: the generator of ./dev bench paper makes what it lists, and the intervals of its rates are right.

Skipped where the packages that draw and encode are missing.
"""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools/bench"))
import rates  # noqa: E402

EDITS = ["birth-digit", "typed-until", "right-added"]


def check_rates():
    """Clopper and Pearson's own ends: closed formulas at 0 and n, and a value of their table between."""
    low, high = rates.clopper_pearson(0, 1000)
    assert low == 0 and abs(high - 100 * (1 - .025 ** (1 / 1000))) < 1e-6, (low, high)
    low, high = rates.clopper_pearson(1000, 1000)
    assert high == 100 and abs(low - 100 * .025 ** (1 / 1000)) < 1e-6, (low, high)
    low, high = rates.clopper_pearson(5, 10)
    assert abs(low - 18.71) < .01 and abs(high - 81.29) < .01, (low, high)
    assert rates.interval(0, 0) == "" and rates.interval(50, 100) == "40.4-59.6", rates.interval(50, 100)


def make(build, out):
    command = [ROOT / "tools/paper/make_set.py", "--out", out, "--sceau", build / "cli/sceau", "--seed", "7", "--genuine", "1", "--forged",
               str(len(EDITS)), "--per-person", "2", "--kinds", "scan-200,fax-200", "--edits", ",".join(EDITS)]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with open(out / "manifest.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check_row(build, out, row):
    """The code is the genuine page's, and the page says other things exactly where the list says so."""
    claims, printed = (json.loads((out / "claims" / row[key]).read_text(encoding="utf-8")) for key in ("claims", "printed"))
    assert (claims == printed) == (row["class"] == "genuine") == (row["fields"] == ""), row
    done = subprocess.run([build / "cli/sceau", "verify", "--json", "--trust", out / "keys/trust", out / "img" / row["file"]],
                          capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3, 4), done.stderr
    seals = json.loads(done.stdout)["seals"]
    assert [seal["axes"]["seal"] for seal in seals] == ["genuine"], row
    assert seals[0]["claims"]["holder"]["birth_name"] == claims["holder"]["birth_name"], row


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    check_rates()
    tools = [tool for tool in ("gs", "pdftoppm", "pdftocairo", "pdftotext", "cjpeg", "convert") if not shutil.which(tool)]
    try:
        import cv2  # noqa: F401
        import numpy  # noqa: F401
        import PIL  # noqa: F401
    except ImportError as missing:
        tools.append(str(missing))
    if tools:
        print(f"skipped: {', '.join(tools)} (packages.txt)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        rows = make(build, pathlib.Path(folder) / "set")
        assert [row["edit"] for row in rows if row["class"] == "forged"] == EDITS, rows
        assert len(rows) == len(EDITS) + 1, rows
        for row in rows:
            check_row(build, pathlib.Path(folder) / "set", row)
    print(f"{len(rows)} captures are what their list says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
