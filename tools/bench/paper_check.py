# SPDX-License-Identifier: Apache-2.0
"""Before rates are measured: the generator makes what it lists, and the intervals of the rates are right."""
import csv
import json
import pathlib
import subprocess
import tempfile

import rates
from common import ROOT, SYSTEM_PYTHON

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


def make_small_set(build, out):
    command = [SYSTEM_PYTHON, ROOT / "tools/paper/make_set.py", "--out", out, "--sceau", build / "cli/sceau", "--seed", "7", "--genuine", "1", "--forged",
               str(len(EDITS)), "--per-person", "2", "--kinds", "scan-200,fax-200", "--edits", ",".join(EDITS)]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    print(done.stderr, end="")  # which people were passed over, and why
    with open(out / "manifest.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check_row(build, out, row):
    """The code is the genuine page's, and the page says other things exactly where the list says so."""
    claims, printed = (json.loads((out / "claims" / row[key]).read_text(encoding="utf-8")) for key in ("claims", "printed"))
    assert (claims == printed) == (row["class"] == "genuine") == (row["fields"] == ""), row
    done = subprocess.run([build / "cli/sceau", "verify", "--json", "--trust", out / "keys/trust", out / "img" / row["file"]],
                          capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3, 4), (row["file"], done.returncode, done.stdout, done.stderr)
    seals = json.loads(done.stdout)["seals"]
    assert [seal["axes"]["seal"] for seal in seals] == ["genuine"], row
    assert seals[0]["claims"]["holder"]["birth_name"] == claims["holder"]["birth_name"], row


def check(build):
    check_rates()
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "set"
        rows = make_small_set(build, out)
        assert [row["edit"] for row in rows if row["class"] == "forged"] == EDITS, rows
        assert len(rows) == len(EDITS) + 1, rows
        for row in rows:
            check_row(build, out, row)
