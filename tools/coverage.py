#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""coverage.py [--lines SOURCE]: prints what the tests of the preset coverage run, room by room.

The tests must run 95 % of the lines of code that reads hostile bytes and of cryptography, and all branches of the verdict;
otherwise the exit code is 1 and each place is named. --lines lists the lines of one source that no test ran."""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/coverage"
SOURCES = ROOT / "libverify/src"
TESTS = "^(base|codec|crypto|attestation|barcode|document|seal|trust|isolation|decode|helper|verify|issue|vectors|year)$"
PARSERS = ("codec", "crypto", "seal", "trust", "attestation", "isolation", "document")
WANTED_LINES = 95.0
VERDICT = ("judge", "pipeline", "check_", "claims_axes", "policy")


def tool(name):
    """The tool of the version that compiled: it refuses profiles of another version."""
    for candidate in (f"{name}-14", name):
        found = subprocess.run(["which", candidate], capture_output=True, text=True, check=False).stdout.strip()
        if found:
            return found
    sys.exit(f"coverage: {name} is missing (package llvm)")


def run_tests():
    profiles = BUILD / "profiles"
    profiles.mkdir(exist_ok=True)
    for old in profiles.glob("*.profraw"):
        old.unlink()
    environment = os.environ | {"LLVM_PROFILE_FILE": str(profiles / "%p.profraw")}
    subprocess.run(["ctest", "--test-dir", str(BUILD), "-R", TESTS, "-j", str(os.cpu_count()), "--output-on-failure"],
                   env=environment, check=True, stdout=sys.stderr)
    merged = BUILD / "tests.profdata"
    subprocess.run([tool("llvm-profdata"), "merge", "-sparse", "-o", str(merged), *map(str, profiles.glob("*.profraw"))],
                   check=True)
    return merged


def programs():
    names = sorted(path for path in BUILD.rglob("sceau_*_test") if path.is_file())
    return [str(names[0]), *(word for path in names[1:] for word in ("-object", str(path)))]


def is_product(path):
    return path.is_relative_to(SOURCES) and "_test." not in path.name and "testing" not in path.name


def summaries(profile):
    """Lines and branches of each source: {path: {"lines": (covered, all), "branches": …}}."""
    text = subprocess.run(
        [tool("llvm-cov"), "export", "-summary-only", "-instr-profile", str(profile), *programs()],
        capture_output=True, text=True, check=True).stdout
    found = {}
    for entry in json.loads(text)["data"][0]["files"]:
        path = pathlib.Path(entry["filename"])
        if is_product(path):
            found[path.relative_to(SOURCES)] = {
                kind: (entry["summary"][kind]["covered"], entry["summary"][kind]["count"]) for kind in ("lines", "branches")}
    return found


def share(counts):
    covered = sum(count[0] for count in counts)
    everything = sum(count[1] for count in counts)
    return 100.0 if everything == 0 else 100.0 * covered / everything


def print_rooms(found):
    rooms = collections.defaultdict(list)
    for path, counts in found.items():
        rooms[path.parts[0]].append(counts)
    print(f"{'room':<14}{'lines %':>9}{'branches %':>12}")
    for room, counts in sorted(rooms.items()):
        lines = share([each["lines"] for each in counts])
        branches = share([each["branches"] for each in counts])
        print(f"{room:<14}{lines:>9.1f}{branches:>12.1f}")


def shortfalls(found):
    for path, counts in sorted(found.items()):
        if path.parts[0] in PARSERS and share([counts["lines"]]) < WANTED_LINES:
            yield f"{path}: {share([counts['lines']]):.1f} % of its lines"
        if path.parts[0] == "verify" and path.name.startswith(VERDICT) and share([counts["branches"]]) < 100:
            yield f"{path}: {counts['branches'][0]} of {counts['branches'][1]} branches"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--lines", metavar="SOURCE", type=pathlib.Path)
    wanted = options.parse_args().lines
    profile = BUILD / "tests.profdata"
    if wanted:
        subprocess.run([tool("llvm-cov"), "show", "-show-branches=count", "-instr-profile", str(profile), *programs(),
                        str(wanted.resolve())], check=True)
        return
    found = summaries(run_tests())
    print_rooms(found)
    short = list(shortfalls(found))
    for line in short:
        print("below what is wanted:", line)
    sys.exit(1 if short else 0)


main()
