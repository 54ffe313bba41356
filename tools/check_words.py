#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses the words that the last table of docs/glossary.md bans, in what people read and in what compilers read.

Prose is matched in any case, across line ends and comment marks. A word in code font that ends in "…" is the beginning of an
identifier and is matched as it is written; one that begins with "…" too is a part of an identifier.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GLOSSARY = ROOT / "docs/glossary.md"
SUFFIXES = {".c", ".h", ".cc", ".inc", ".md", ".py", ".sh", ".txt", ".cmake", ".1"}
SKIPPED = {"build", "out", ".git"}
ROW = re.compile(r"^\| (.+?) \| (.+?) \| (.*?) ?\|$")
# What may stand between two words of a phrase: blanks, and the end of a line with the comment mark of the next.
GAP = r"(?:[ \t]+|[ \t]*\n[ \t]*(?://|#|\|)?[ \t]*)"
# Good English all the same: "there is no list", "is no longer", "is no exception".
THERE = re.compile(r"\bthere\W*$", re.I)
AFTER_NO = {"longer", "later", "earlier", "better", "more", "less", "exception", "reason"}


def is_idiom(text, match):
    return bool(THERE.search(text[max(0, match.start() - 12):match.start()])) or match.group().split()[-1].lower() in AFTER_NO


def pattern_of(words):
    """`kMost…` and `…IsNo…` are identifiers; anything else is prose, in which "…" stands for one more word."""
    if words.startswith("`"):
        name = words.strip("`")
        start = r"(?<=[a-z])(?<!There)" if name.startswith("…") else r"\b"
        return re.compile(start + re.escape(name.strip("…")) + (r"(?=[A-Z0-9])" if name.endswith("…") else r"\b"))
    parts = [r"\w+" if part == "…" else re.escape(part) for part in words.split()]
    return re.compile(r"\b" + GAP.join(parts) + r"\b", re.I)


def banned():
    """(pattern, what to say instead, folders where it may stand) for each row of the table."""
    table = GLOSSARY.read_text(encoding="utf-8").split("## Words that are refused")[1]
    for line in table.split("\n"):
        match = ROW.match(line)
        if not match or match.group(1) in ("Not", "---"):
            continue
        words, instead, allowed = match.groups()
        for word in words.split(", "):
            yield pattern_of(word), instead, tuple(re.findall(r"`([^`]+)`", allowed))


def texts():
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if parts[0] in SKIPPED or path in (GLOSSARY, pathlib.Path(__file__).resolve()):
            continue
        if (path.suffix in SUFFIXES or path.name == "dev") and path.is_file():
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def main():
    rows, failed = list(banned()), False
    for name, text in texts():
        for pattern, instead, allowed in rows:
            if name.startswith(allowed):
                continue
            for match in pattern.finditer(text):
                if is_idiom(text, match):
                    continue
                line = text.count("\n", 0, match.start()) + 1
                found = " ".join(match.group().split())
                print(f"{name}:{line}: \"{found}\": say {instead} (docs/glossary.md)", file=sys.stderr)
                failed = True
    if not rows:
        print("docs/glossary.md: the table of refused words is empty", file=sys.stderr)
    return 1 if failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
