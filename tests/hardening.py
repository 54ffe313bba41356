#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hardening.py BUILD: checks that every program and library of ours has what makes a hole in it harder to use.

The built files are checked for these: position independent, relocations read-only from the start, no memory both written and executed, stack
protector, checked calls of the C library. Their objects are checked for the marks of indirect branch tracking and shadow stacks. (Debian's
start-up code does not have these marks, so the linker leaves them out of the program.)
"""
import json
import pathlib
import platform
import re
import subprocess
import sys

BUILD = pathlib.Path(sys.argv[1]).resolve()
FLAGS = ("-fstack-protector-strong", "-D_FORTIFY_SOURCE=2", "-fPI")
FAILURES = []


def readelf(option, path):
    return subprocess.run(["readelf", "-W", option, str(path)], check=True, capture_output=True, text=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def require(path, holds, what):
    if not holds:
        FAILURES.append(f"{path}: {what}")


def is_elf(path):
    return path.is_file() and not path.is_symlink() and path.open("rb").read(4) == b"\x7fELF"


def check_file(path, is_program):
    dynamic, segments, symbols = (readelf(option, path) for option in ("-d", "-l", "--dyn-syms"))
    require(path, "Type:                              DYN" in readelf("-h", path), "is not position independent")
    require(path, not is_program or re.search(r"FLAGS_1.*\bPIE\b", dynamic), "is not a position independent executable")
    require(path, "GNU_RELRO" in segments and re.search(r"FLAGS.*\b(BIND_)?NOW\b", dynamic), "has no full RELRO")
    require(path, re.search(r"GNU_STACK.* RW +0x", segments), "has an executable stack")
    require(path, " RWE " not in segments, "has memory that can be written and executed")
    require(path, "TEXTREL" not in dynamic, "has relocations in its code")
    require(path, "__stack_chk_fail" in symbols, "has no stack protector")
    return "_chk@" in symbols


def check_objects():
    objects = 0
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        source = pathlib.Path(entry["file"])
        made = BUILD / re.search(r" -o (\S+)", entry["command"]).group(1)
        shipped = re.search(r"/(libverify/src|wording|cli|verifier-gui)/", entry["file"]) and not re.search(r"_test\.cc$|testing/", entry["file"])
        if not shipped or not made.exists():
            continue
        objects += 1
        for flag in FLAGS:
            require(source, flag in entry["command"], f"is compiled without {flag}")
        if platform.machine() == "x86_64":
            notes = readelf("-n", made)
            require(made, "IBT" in notes and "SHSTK" in notes, "is not marked for IBT and SHSTK")
    return objects


def main():
    programs = [BUILD / "cli/sceau", BUILD / "verifier-gui/verifier-gui", *BUILD.glob("libexec/sceau/sceau-*")]
    libraries = [*BUILD.glob("lib*/libsceau*.so.*"), *BUILD.glob("lib*/*/libsceau*.so.*")]
    checked = [path for path in [*programs, *libraries] if is_elf(path)]
    with_checked_calls = [path.name for path in checked if check_file(path, path in programs)]
    for name in ("sceau", "libsceau.so"):
        require(name, any(found.startswith(name) for found in with_checked_calls), "calls no checked function")
    for name in ("sceau", "sceau-issue", "sceau-decode", "sceau-decode-pdf", "sceau-draw", "sceau-read-list", "libsceau.so", "libsceau-issue.so"):
        require(BUILD, any(path.name == name or path.name.startswith(name + ".") for path in checked), f"has no {name}")
    require(BUILD, check_objects() > 50, "has too few objects to speak of")
    print("\n".join(FAILURES) or f"hardening: {len(checked)} files")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
