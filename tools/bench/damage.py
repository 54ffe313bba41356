# SPDX-License-Identifier: Apache-2.0
"""Damages symbols of every form, module by module, and decodes them: no payload may be given that nobody printed.

A damaged module says the wrong thing, surely or not, or nothing. The damage runs from none to far more than can be mended.
"""
from common import run, say, table

SEED, COUNT = 1, 100_000


def bench(build, options):
    seed, count = SEED if options.seed is None else options.seed, options.count or COUNT
    say(f"decoding {count} damaged symbols")
    output = run(build / "tools/sceau-bench-decode", "--symbols", count, "--seed", seed, accept=(0, 1))
    *lines, cost = output.splitlines()
    header, *rows = [line.split(",") for line in lines]
    note = f"Unsure: left to ZXing. {cost}."
    return f"./dev bench damage --count {count} --seed {seed}", [table(header, rows), note], int(rows[-1][-1]) > 0
