#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Captures of genuine and forged attestation pages, from a seed, with a list of them.

OUT/manifest.csv: file (under img/), class (genuine or forged), edit, fields (those in which the page differs from its seal,
with ";"; "+" a row that was added, "-" one that was taken away), capture, claims (what the code says, under claims/), printed
(what the page says), pdf (the genuine page, under pdf/), page (empty), group (of captures), forgery (class), printing.
The trust folder is OUT/keys/trust. Needs python3-numpy, python3-opencv, python3-pil, ghostscript, poppler-utils, and the
encoders of packages.txt. A seed repeats people, edits and captures; document numbers and signatures are new each time.
"""
import argparse
import csv
import datetime
import itertools
import pathlib
import sys

sys.dont_write_bytecode = True
import cv2  # noqa: E402
import numpy as np  # noqa: E402

import captures  # noqa: E402
import forgeries  # noqa: E402
import odd  # noqa: E402
import people  # noqa: E402
from sheet import Issuer, NotIssued  # noqa: E402

COLUMNS = ["file", "class", "edit", "fields", "capture", "claims", "printed", "pdf", "page", "group", "forgery", "printing"]


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--sceau", required=True, type=pathlib.Path, help="the command that issues")
    parser.add_argument("--degrade", type=pathlib.Path, help="sceau-degrade; without it, no captures by it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--genuine", type=int, default=100, help="captures of genuine pages, not worn")
    parser.add_argument("--worn", type=int, default=0, help="captures of worn genuine pages")
    parser.add_argument("--forged", type=int, default=100, help="captures of forged pages, not worn")
    parser.add_argument("--odd", type=int, default=0, help="rounds of everything in odd.py")
    parser.add_argument("--per-person", type=int, default=4, help="captures of each sort of one person")
    parser.add_argument("--kinds", default="", help="captures, with commas (all)")
    parser.add_argument("--edits", default="", help="forgeries, with commas (all)")
    return parser.parse_args()


class Set:
    """What is written so far."""

    def __init__(self, options):
        self.options, self.out = options, options.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.issuer = Issuer(options.sceau.resolve(), self.out)
        self.list = open(self.out / "manifest.csv", "w", newline="", encoding="utf-8")
        self.rows = csv.writer(self.list)
        self.rows.writerow(COLUMNS)
        self.count = 0

    def generator(self, *stream):
        return np.random.default_rng([self.options.seed, *stream])

    def stem(self, *words):
        self.count += 1
        return self.out / "img" / "-".join([f"{self.count:05}", *words])

    def add(self, kind, rng, paper, row):
        """`row`: class, edit, fields, claims, printed, pdf, forgery."""
        path, printing = kind.capture(rng, paper, self.stem(row[1] or row[0], kind.name))
        self.rows.writerow([path.name, *row[:3], kind.name, *row[3:6], "", kind.group, row[6], printing])
        self.list.flush()

    def add_file(self, path, name, page, printed="", edit="", fields=""):
        self.rows.writerow([path.name, "odd", edit or name, fields, name, f"{page.name}.json", printed, f"{page.name}.pdf", "", "odd", "", ""])
        self.list.flush()


def new_page(made, person, claims_of=people.claims):
    claims = claims_of(made.generator(person, 0), datetime.date.today())
    return made.issuer.issue(f"p{person:04}", claims)


def pages(made, first):
    """Pages of new people, without end. One whose claims are refused is passed over; after five of them in a row it is not their fault."""
    refused = 0
    for person in itertools.count(first):
        try:
            page = new_page(made, person)
        except NotIssued as reason:
            print(f"not issued: {reason}", file=sys.stderr)
            refused += 1
            if refused == 5:
                raise
            continue
        refused = 0
        yield person, page


def genuine(made, kinds, count, first, label):
    turn = itertools.cycle(kinds)
    done = 0
    for person, page in pages(made, first):
        paper = captures.Paper(made.generator(person, label, made.options.per_person), page.drawn)
        for number in range(made.options.per_person):
            if done == count:
                return
            row = ["genuine", "", "", f"{page.name}.json", f"{page.name}.json", f"{page.name}.pdf", ""]
            made.add(next(turn), made.generator(person, label, number), paper, row)
            done += 1
            yield


def forged(made, kinds, names, count, first):
    turn, edits = itertools.cycle(kinds), itertools.cycle(names)
    done = 0
    for person, page in pages(made, first):
        for number in range(made.options.per_person):
            if done == count:
                return
            rng = made.generator(person, 3, number)
            for _ in range(len(names)):  # those that this person's page has nothing for are passed over
                name = next(edits)
                forgery = forgeries.make(rng, made.issuer, page, name)
                if forgery:
                    break
            else:
                continue
            printed = f"{page.name}-{number}-{name}"
            made.issuer.write_claims(printed, forgery.printed)
            row = ["forged", name, ";".join(forgery.fields), f"{page.name}.json", f"{printed}.json", f"{page.name}.pdf",
                   forgeries.class_of(name)]
            made.add(next(turn), rng, captures.Paper(rng, forgery.draw), row)
            done += 1
            yield


def in_turn(tasks):
    """One capture of each, again and again, so that a set that is not whole yet has something of everything."""
    while tasks:
        tasks = [task for task in tasks if next(task, tasks) is None]


def main():
    options = parse()
    cv2.setNumThreads(1)
    captures.OtherSimulator.program = options.degrade and options.degrade.resolve()
    kinds = [captures.BY_NAME[name] for name in options.kinds.split(",")] if options.kinds else captures.KINDS
    if not options.degrade:
        kinds = [kind for kind in kinds if kind.group != captures.OTHER_KIT]
    fresh, worn = [k for k in kinds if k.group != captures.WORN], [k for k in kinds if k.group == captures.WORN]
    made = Set(options)
    edits = options.edits.split(",") if options.edits else list(forgeries.FORGERIES)
    in_turn([genuine(made, fresh, options.genuine, 0, 1), genuine(made, worn, options.worn, 10000, 2),
             forged(made, fresh, edits, options.forged, 20000)])
    for turn in range(options.odd):
        odd.write_all(made, 30000 + 100 * turn, new_page)
    print(f"{made.count} captures in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
