#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tidy.py BUILD [OPTION for clang-tidy…]: runs clang-tidy over the sources named on standard input, as BUILD compiles them.

Most of its time goes into the headers of the libraries. So several sources of one room are checked in one piece, whose
headers are read once. A batch that does not compile in one piece (two files define the same name) is checked file by file."""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PIECES = ROOT / "build/tidy"
BATCH = 16
# Lines that every run prints and that say nothing of the sources.
NOISE = re.compile(r"^(\d+ warnings? .*generated\.|Suppressed |Use -header-filter)")


def commands(build):
    """The compiler's arguments of each source, without the source and the object."""
    known = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        words = shlex.split(entry["command"])
        cut = words.index("-o")
        for path in sources_of(pathlib.Path(entry["directory"], entry["file"]).resolve()):
            known[path] = (entry["directory"], tuple(words[:cut]))
    return known


def sources_of(path):
    """The source itself, or what stands in a piece that CMake has put together."""
    if path.parent.name != "Unity":
        return [path]
    return [pathlib.Path(member) for member in re.findall(r'^#include "(.*)"$', path.read_text(encoding="utf-8"), re.M)]


def batches(paths, known):
    """Sources of one room and one set of arguments, several together."""
    groups = {}
    for path in paths:
        if path not in known:
            sys.exit(f"tidy: {path.relative_to(ROOT)} is not built")
        room = path.relative_to(ROOT).parts[:3 if path.is_relative_to(ROOT / "libverify") else 1]
        groups.setdefault((room, known[path]), []).append(path)
    for (_, command), members in groups.items():
        for start in range(0, len(members), BATCH):
            yield command, members[start:start + BATCH]


def write_pieces(pieces, known):
    """One source for each batch, and the database that says how they are compiled."""
    PIECES.mkdir(parents=True, exist_ok=True)
    database = []
    for number, (command, members) in enumerate(pieces):
        piece = PIECES / f"{number}.cc"
        piece.write_text("".join(f'#include "{member}"  // NOLINT\n' for member in members), encoding="utf-8")
        for path in [piece, *members]:
            directory, words = command if path == piece else known[path]
            database.append({"directory": directory, "file": str(path), "arguments": [*words, "-c", str(path)]})
        yield piece, members
    (PIECES / "compile_commands.json").write_text(json.dumps(database), encoding="utf-8")


def look(paths, options):
    done = subprocess.run(
        ["clang-tidy", "--quiet", *options, "-p", str(PIECES), "--extra-arg=-Wno-unknown-warning-option", *map(str, paths)],
        capture_output=True, text=True, check=False)
    said = "\n".join(line for line in (done.stdout + done.stderr).split("\n") if line and not NOISE.match(line))
    return done.returncode == 0, said


def look_at_batch(batch, options):
    piece, members = batch
    good, said = look([piece], options)
    if not good and "[clang-diagnostic-" in said:
        good, said = look(members, options)
    return good, said


def main():
    paths = [(ROOT / line.strip()).resolve() for line in sys.stdin if line.strip()]
    known = commands(ROOT / sys.argv[1])
    pieces = list(write_pieces(list(batches(paths, known)), known))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda batch: look_at_batch(batch, sys.argv[2:]), pieces))
    for good, said in results:
        if not good:
            print(said, file=sys.stderr)
    sys.exit(0 if all(good for good, _ in results) else 1)


main()
