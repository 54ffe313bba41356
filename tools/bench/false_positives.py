# SPDX-License-Identifier: Apache-2.0
"""Verifies pictures on which a careless reader sees a seal or a code that is not there: none may be seen.

sceau-bench-decoys makes them from the seed and verifies each with the library; a short run of it is a test of ctest.
"""
from common import run, say, table

SEED, COUNT = 1, 600


def bench(build, options):
    seed, count = SEED if options.seed is None else options.seed, options.count or COUNT
    say(f"verifying {count} decoys")
    output = run(build / "tools/sceau-bench-decoys", "--count", count, "--seed", seed, accept=(0, 1))
    rows = [line.split(",") for line in output.splitlines()]
    totals = ["all", *[sum(int(row[i]) for row in rows) for i in range(1, 6)], "", ""]
    header = ["kind", "pictures", "codes", "codes read", "invented", "called a seal", "median ms", "p95 ms"]
    note = ("1280x960. Codes: those that are really drawn; none of them is a seal. Invented: a code read that is not drawn. "
            "Milliseconds of CPU, whole picture to verdict.")
    failed = totals[4] > 0 or totals[5] > 0
    return f"./dev bench false-positives --count {count} --seed {seed}", [table(header, [*rows, totals]), note], failed
