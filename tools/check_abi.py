#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the C interface to what was promised: tests/abi/declarations.txt, one function per line.

check_abi.py LIBSCEAU  fails when a function of sceau.h is not as it was promised, or the built library has others than sceau.h;
                       abidiff (abigail-tools) then compares the types in the library's debug information with the promise
check_abi.py --write   takes the functions of sceau.h for the promise from now on
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = ROOT / "libverify/include/sceau/sceau.h"
SONAME = "libsceau.so.0"
PROMISED = ROOT / "tests/abi/declarations.txt"
DECLARATION = re.compile(r"SCEAU_API\s+([^;]*?\b(sceau_\w+)\([^;]*\));")
# Of everything else that the library shows, nothing was promised.
OURS_ALONE = """[suppress_function]
symbol_name_not_regexp = ^sceau_[a-z0-9_]+$
drop = yes
[suppress_variable]
symbol_name_regexp = .*
drop = yes
"""


def declared():
    """Function -> its declaration on one line."""
    text = re.sub(r"//[^\n]*", "", HEADER.read_text(encoding="utf-8"))
    return {name: re.sub(r"\s+", " ", declaration) + ";" for declaration, name in DECLARATION.findall(text)}


def promised():
    lines = PROMISED.read_text(encoding="utf-8").splitlines()
    return {re.search(r"\b(sceau_\w+)\(", line).group(1): line for line in lines}


def compare_header(now, before):
    for name, line in before.items():
        if name not in now:
            yield f"{name} was promised and is gone: the library needs another soname"
        elif now[name] != line:
            yield f"{name} was promised as `{line}`: the library needs another soname"
    for name in now.keys() - before.keys():
        yield f"{name} is new: run tools/check_abi.py --write"


def compare_symbols(library, now):
    shown = subprocess.run(["nm", "-D", "--defined-only", str(library)], check=True, capture_output=True, text=True).stdout
    names = set(re.findall(r" T (sceau_\w+)", shown))
    for name in sorted(now.keys() - names):
        yield f"{name} is declared, and {library.name} does not have it"
    for name in sorted(names - now.keys()):
        yield f"{library.name} shows {name}, which sceau.h does not declare"


def compare_types(library, before):
    """By abidiff, against a library that is made of the promised declarations."""
    if not shutil.which("abidiff"):
        print("check_abi: abidiff is not installed (abigail-tools): the types of the built library are not compared")
        return
    sections = subprocess.run(["readelf", "-S", "-W", str(library)], check=True, capture_output=True, text=True).stdout
    if ".debug_info" not in sections:
        print(f"check_abi: {library} has no debug information: its types are not compared")
        return
    with tempfile.TemporaryDirectory() as folder:
        source, made, rules = (pathlib.Path(folder) / name for name in ("promised.c", "promised.so", "rules.ini"))
        header = HEADER.read_text(encoding="utf-8")
        functions = "\n".join(line.removesuffix(";") + " { __builtin_trap(); }" for line in before.values())
        source.write_text(DECLARATION.sub("", header).replace("SCEAU_API ;", "") + functions + "\n", encoding="utf-8")
        rules.write_text(OURS_ALONE, encoding="utf-8")
        subprocess.run(["cc", "-std=c11", "-g", "-O0", "-fPIC", "-shared", f"-Wl,-soname,{SONAME}", str(source), "-o", str(made)], check=True)
        done = subprocess.run(["abidiff", "--no-added-syms", "--suppr", str(rules), str(made), str(library)], capture_output=True,
                              text=True)
    if done.returncode != 0:
        yield f"abidiff: {done.stdout}{done.stderr}".rstrip()


def main():
    now = declared()
    if sys.argv[1:] == ["--write"]:
        PROMISED.write_text("".join(f"{now[name]}\n" for name in sorted(now)), encoding="utf-8")
        return 0
    library = pathlib.Path(sys.argv[1]).resolve()
    failures = [*compare_header(now, promised()), *compare_symbols(library, now), *compare_types(library, promised())]
    for failure in failures:
        print(f"check_abi: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
