#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks each file of ours: licence line first, include guard by its path, size, no marks of unfinished work."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["libverify", "wording", "cli", "verifier-gui", "fuzz", "tests", "tools", "test-vectors", "cmake", "docs", "python", "examples", ".ci"]
COMMENT = {".h": "//", ".c": "//", ".cc": "//", ".java": "//", ".inc": "//", ".cmake": "#", ".py": "#", ".sh": "#"}
LONG, TOO_LONG = 300, 500
LONG_HEADER = 150
# Tables of data may be as long as their data.
TABLES = {".inc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def guard_of(path):
    """SCEAU_ROOM_FILE_H_, from the path as it is included."""
    text = path.relative_to(ROOT).as_posix()
    for prefix in ("libverify/include/sceau/", "libverify/src/"):
        text = text.removeprefix(prefix)
    return "SCEAU_" + re.sub(r"[^A-Za-z0-9]", "_", text).upper() + "_"


def problems_of(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    mark = COMMENT.get(path.suffix, "#")
    first = lines[1] if lines[0].startswith("#!") else lines[0]
    if first != f"{mark} SPDX-License-Identifier: Apache-2.0":
        yield 1, f"the first line is not '{mark} SPDX-License-Identifier: Apache-2.0'"
    if len(lines) > TOO_LONG and path.suffix not in TABLES:
        yield len(lines), f"longer than {TOO_LONG} lines: split it by what it does"
    if path.suffix == ".h":
        guard = guard_of(path)
        if f"#ifndef {guard}" not in lines or f"#define {guard}" not in lines:
            yield 1, f"the include guard is not {guard}"
    if path != pathlib.Path(__file__).resolve():
        for number, line in enumerate(lines, 1):
            if UNFINISHED.search(line):
                yield number, "a mark of unfinished work"


def main():
    paths = [ROOT / "dev", ROOT / "CMakeLists.txt"]
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in COMMENT or path.name in ("CMakeLists.txt", "run"):
                paths.append(path)
    failed, long_files = False, []
    for path in paths:
        if path.is_symlink() or not path.is_file():
            continue
        for line, problem in problems_of(path):
            print(f"{path.relative_to(ROOT)}:{line}: {problem}", file=sys.stderr)
            failed = True
        length = path.read_text(encoding="utf-8").count("\n")
        if length > (LONG_HEADER if path.suffix == ".h" else LONG) and path.suffix not in TABLES:
            long_files.append(f"{path.relative_to(ROOT)} ({length})")
    if long_files:
        print("long files, worth a look: " + ", ".join(long_files))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
