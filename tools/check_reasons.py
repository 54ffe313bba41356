#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the table of reasons, its page of the reference and the tests agree.

check_reasons.py          fails when a reason has no vector and no test, or docs/reference/reasons.md is out of date
check_reasons.py --write  rewrites docs/reference/reasons.md
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "libverify/include/sceau/reasons.inc"
HEADER = ROOT / "libverify/include/sceau/reason.h"
PAGE = ROOT / "docs/reference/reasons.md"
HEAD = """# Reasons

Every refusal and every remark of Sceau has one of these codes. The codes are stable; the sentences may be reworded. The
table is `libverify/include/sceau/reasons.inc`; this page is made from it by `tools/check_reasons.py --write`.

A reason's *kind* says what it means for the paper and for the program that asked (`ReasonKind` in `sceau/reason.h`):

"""


def reasons():
    text = TABLE.read_text(encoding="utf-8")
    for call in re.findall(r"^SCEAU_REASON\((.*?)\)$", text, re.S | re.M):
        name = call.split(",", 1)[0].strip()
        code, *rest = re.findall(r'"((?:[^"\\]|\\.)*)"\s*(,|$|(?="))', call)
        parts, current = [], ""
        for piece, end in rest:
            current += piece
            if end == "," or (piece, end) == rest[-1]:
                parts.append(current)
                current = ""
        kind = re.search(r'",\s*k(\w+),', call)[1]
        yield name, code[0], in_words(kind), parts[0], parts[1]


def in_words(kind):
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind).lower()


def kinds():
    enum = re.search(r"enum class ReasonKind \{(.*?)\};", HEADER.read_text(encoding="utf-8"), re.S)[1]
    return [(in_words(kind), meaning) for kind, meaning in re.findall(r"^  k(\w+), +// (.+)$", enum, re.M)]


def page():
    return "".join([HEAD, "| Kind | Meaning |\n|---|---|\n",
                    *(f"| {kind} | {meaning} |\n" for kind, meaning in kinds()),
                    "\n| Code | Kind | Ce que lit l'utilisateur | What the user reads |\n|---|---|---|---|\n",
                    *(f"| `{code}` | {kind} | {french} | {english} |\n" for _, code, kind, french, english in reasons())])


def tested_text():
    files = [*ROOT.glob("libverify/src/**/*_test.cc"), *ROOT.glob("cli/*_test.cc"), *ROOT.glob("tests/*.py"),
             *ROOT.glob("cli/*_test.*"), *ROOT.glob("test-vectors/*/*.json"), *ROOT.glob("test-vectors/*_test.cc")]
    skipped = {"reason_test.cc"}
    return "\n".join(f.read_text(encoding="utf-8") for f in files if f.name not in skipped)


def main():
    if "--write" in sys.argv[1:]:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    tests = tested_text()
    failures = [f"{code}: no vector and no test names it" for name, code, *_ in reasons()
                if not re.search(rf'Reason::{name}\b|"{re.escape(code)}"', tests)]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        failures.append("docs/reference/reasons.md is out of date: run tools/check_reasons.py --write")
    for failure in failures:
        print(f"check_reasons: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
