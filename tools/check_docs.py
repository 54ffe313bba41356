#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the documents against the tree: JSON parses, links lead somewhere, quoted code is the code that the tests build."""
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FAILURES = []
# "<!-- from examples/verify.cc -->" before a fenced block promises that the block is that file, less its licence.
QUOTE = re.compile(r"<!-- from (\S+) -->\n```\w*\n(.*?)```", re.S)
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


def complain(path, text):
    FAILURES.append(f"{path.relative_to(ROOT)}: {text}")


def pages():
    skipped = {"build", "out", ".git"}
    return [p for p in sorted(ROOT.rglob("*.md")) if p.relative_to(ROOT).parts[0] not in skipped]


def check_json():
    for path in sorted([*(ROOT / "docs").rglob("*.json"), *(ROOT / "test-vectors").rglob("*.json"),
                        ROOT / "CMakePresets.json"]):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            complain(path, f"is not JSON: {error}")


def check_pages():
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for target in LINK.findall(text):
            if not (page.parent / target).exists():
                complain(page, f"links to {target}, which is not there")
        for source, quoted in QUOTE.findall(text):
            code = (ROOT / source).read_text(encoding="utf-8")
            code = re.sub(r"\A(//|#) SPDX[^\n]*\n", "", code)
            if code.strip() != quoted.strip():
                complain(page, f"quotes {source}, but not as it is")


def check_manual():
    """The manual and the texts of --help are what their source gives, the desktop app's manual has every option of its help, and
    groff has nothing to say."""
    run = subprocess.run([sys.executable, ROOT / "tools/make_manual.py"], capture_output=True, text=True)
    if run.returncode:
        FAILURES.append(run.stderr.strip())
    window_help = (ROOT / "wording/messages.inc").read_text(encoding="utf-8").split("SCEAU_MESSAGE(kWindowHelp,")[1]
    for path in sorted((ROOT / "man").rglob("*.1")):
        manual = path.read_text(encoding="utf-8").replace("\\-", "-")
        if path.stem == "verifier-gui":
            for option in sorted(set(re.findall(r"--[a-z][a-z-]+", window_help.split("SCEAU_MESSAGE(")[0]))):
                if option not in manual:
                    complain(path, f"says nothing of {option}")
        if not shutil.which("groff"):
            continue
        run = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", str(path)], capture_output=True, text=True)
        if run.returncode or run.stderr:
            complain(path, "groff: " + run.stderr.strip())


def check_threats():
    """Each test that the threat model names exists: Suite.Test or Suite.*, a vector, or a method of a script."""
    page = ROOT / "docs/threat-model.md"
    sources = "\n".join(p.read_text(encoding="utf-8") for p in [*ROOT.rglob("*_test.cc"), *ROOT.rglob("*_test.py")]
                        if p.relative_to(ROOT).parts[0] not in ("build", "out"))
    for name in re.findall(r"`([^`]+)`", page.read_text(encoding="utf-8")):
        if match := re.fullmatch(r"(\w+Test)\.(\w+|\*)", name):
            suite, test = match.groups()
            pattern = rf"TEST(_F|_P)?\(\s*{suite},\s*" + (r"\w+" if test == "*" else rf"{test}\b")
            known = re.search(pattern, sources)
        elif re.fullmatch(r"[\w-]+/[\w-]+", name) and (ROOT / "test-vectors" / name.split("/")[0]).is_dir():
            known = (ROOT / "test-vectors" / f"{name}.json").exists()
        elif re.fullmatch(r"test_\w+", name):
            known = f"def {name}(" in sources
        else:
            continue
        if not known:
            complain(page, f"names the test {name}, which is not there")


# The attacks of docs/threat-model.md, by number.
ATTACKS = set(range(1, 28))


def check_attacks():
    """Each attack has a row, and a test there that bears its number; that it exists is seen by check_threats()."""
    page = ROOT / "docs/threat-model.md"
    rows = dict(re.findall(r"^\| (\d+) \|.*\| ([^|]*) \|$", page.read_text(encoding="utf-8"), re.M))
    for number in sorted(ATTACKS - {int(n) for n in rows}):
        complain(page, f"has no row for attack {number}")
    for number, tests in rows.items():
        if not re.search(rf"`\w+Test\.A{int(number):02}\w+`|`test_attack_{int(number):02}_\w+`", tests):
            complain(page, f"names no test that bears the number of attack {number}")


def main():
    check_json()
    check_attacks()
    check_threats()
    check_pages()
    check_manual()
    for failure in FAILURES:
        print(failure, file=sys.stderr)
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
