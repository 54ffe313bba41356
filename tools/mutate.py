#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""mutate.py [FILE…]: breaks the code of the verdict in one place at a time, and counts the mutants that the tests notice.

Each comparison, boolean operator, negation, truth value, condition and early return of the files is changed in turn. The
changed file alone is compiled, without optimisation, and linked before the objects of build/mutants, which must be built. A
mutant that every test program lets pass is a survivor. Exits 1 when fewer than --least percent are noticed.

  --jobs N      mutants at once (1)
  --least P     percent that must be noticed (95)
  --list        says what would be changed
  --every N     one mutant of N
  --only N,N    these mutants alone, by their numbers in the whole list
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/mutants"
VERIFY = [f"libverify/src/verify/{name}.cc" for name in
          ("judge", "pipeline", "compare_pages", "check_authority", "check_rights", "check_seal", "check_status",
           "claims_axes", "policy")]
PAGE = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "libverify/src/page").glob("*.cc")
              if not path.stem.endswith(("_test", "_testing")))
SIGNATURE = ["libverify/src/crypto/public_key.cc", "libverify/src/crypto/ecdsa.cc"]
# Which programs must notice, the quickest first.
PROGRAMS = {"libverify/src/verify/": ["sceau_verify_test", "sceau_vectors_test"],
            "libverify/src/page/": ["sceau_page_test", "sceau_vectors_test"],
            "libverify/src/crypto/": ["sceau_crypto_test", "sceau_verify_test"]}
SECONDS = 300  # a mutant that takes longer hangs, which is noticed too

SWAPS = [(" == ", [" != "]), (" != ", [" == "]), (" <= ", [" < ", " > "]), (" >= ", [" > ", " < "]),
         (" < ", [" <= ", " >= "]), (" > ", [" >= ", " <= "]), (" && ", [" || "]), (" || ", [" && "])]
WORDS = [("true", "false"), ("false", "true"), ("all_of", "any_of"), ("any_of", "all_of")]


def blank(match):
    return " " * len(match.group())


def code_alone(text):
    """The text with comments and literals blanked, at the same offsets."""
    pattern = r'R"\((?:.|\n)*?\)"|//[^\n]*|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|#include[^\n]*'
    return re.sub(pattern, blank, text)


def closing(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        if depth == 0:
            return at
    return len(code)


def conditions(code):
    """(start, end) of what each `if` asks, after its own declarations."""
    for match in re.finditer(r"\bif \(", code):
        start, end = match.end(), closing(code, match.end() - 1)
        semicolon = code.rfind(";", start, end)
        start = start if semicolon < 0 else semicolon + 1
        if not re.match(r"\s*(const auto|auto|const std::optional|const \w+::\w+\*)", code[start:end]):
            yield start, end


def early_returns(code):
    """(start, end) of each return that is not the last statement of its function."""
    for match in re.finditer(r"\breturn\b[^;{}]*(\{[^{}]*\}[^;{}]*)*;", code):
        line = code.rfind("\n", 0, match.start()) + 1
        before = code[line:match.start()]
        if before.startswith("    ") or (before.startswith(" ") and before.strip()):  # in a block, or behind a condition
            yield match.start(), match.end()


def mutants_of(name):
    """(file, line, what it was, what it becomes, the whole changed text)"""
    text = (ROOT / name).read_text(encoding="utf-8")
    code = code_alone(text)
    found = []
    for old, news in SWAPS:
        found += [(m.start(), m.end(), new) for m in re.finditer(re.escape(old), code) for new in news]
    for old, new in WORDS:
        found += [(m.start(), m.end(), new) for m in re.finditer(rf"\b{old}\b", code)]
    found += [(m.start(), m.end(), "") for m in re.finditer(r"(?<![\w!=<>\[])!(?=[\w*(])", code)]
    for start, end in conditions(code):
        found += [(start, end, "false"), (start, end, "true")]
    found += [(start, end, ";") for start, end in early_returns(code)]
    for start, end, new in sorted(found):
        was = " ".join(text[start:end].split())
        yield name, text.count("\n", 0, start) + 1, was, new.strip(), text[:start] + new + text[end:]


def compile_command(name):
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        if entry["file"] == str(ROOT / name):
            words = shlex.split(entry["command"])
            return [w for w in words if not w.endswith("ccache") and not w.startswith(("-D_FORTIFY", "-g", "-O"))]
    sys.exit(f"mutate: {name} is not in {BUILD}/compile_commands.json")


def link_command(program):
    lines = subprocess.run(["ninja", "-C", str(BUILD), "-t", "commands", program], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    link = next(line for line in reversed(lines) if re.search(rf" -o \S*{program} ", line))
    return re.sub(r"^: && | && (:|cd ).*$", "", link)


def programs_of(name):
    """(program, suites) in the order in which they are asked: the tests beside the file first, which are quick and notice most."""
    programs = next(PROGRAMS[prefix] for prefix in PROGRAMS if name.startswith(prefix))
    beside = (ROOT / name).with_name(pathlib.Path(name).stem + "_test.cc")
    if beside.exists():
        suites = set(re.findall(r"^TEST(?:_[FP])?\((\w+),", beside.read_text(encoding="utf-8"), re.M))
        yield programs[0], ":".join(f"*{suite}.*" for suite in sorted(suites))
    for program in programs:
        yield program, "*"


class Trial:
    def __init__(self):
        self.links = {program: link_command(program) for programs in PROGRAMS.values() for program in programs}

    def notice(self, mutant):
        """Who notices, or nothing."""
        name, _, _, _, text = mutant
        with tempfile.TemporaryDirectory(prefix="sceau-mutant-", dir=BUILD) as folder:
            source, made = pathlib.Path(folder) / "mutant.cc", f"{folder}/mutant.o"
            source.write_text(text, encoding="utf-8")
            words = compile_command(name)
            words[words.index("-o") + 1] = made
            words[words.index("-c") + 1] = str(source)
            # Reading past the end of a container and running off the end of a function are noticed.
            words = [*words, "-O0", "-w", "-Wno-error", "-D_GLIBCXX_ASSERTIONS", "-fsanitize=return",
                     "-fsanitize-undefined-trap-on-error"]
            if subprocess.run(words, cwd=BUILD, capture_output=True).returncode:
                return "compiler"
            return next((program for program, suites in programs_of(name) if self.fails(program, suites, made, folder)), None)

    def link(self, program, made, linked):
        words = shlex.split(self.links[program])
        words[words.index("-o") + 1] = linked
        words.insert(1, made)  # of an inline function in many objects the linker keeps the first: that with the assertions
        subprocess.run([*words, "-fuse-ld=gold", "-Wl,--strip-debug"], cwd=BUILD, check=True, capture_output=True)

    def fails(self, program, suites, made, folder):
        linked = f"{folder}/{program}"
        if not os.path.exists(linked):
            self.link(program, made, linked)
        return self.is_red(linked, suites, folder)

    @staticmethod
    def is_red(linked, suites, folder):
        environment = {**os.environ, "TEST_TMPDIR": folder, "GTEST_FAIL_FAST": "1"}
        command = [str(linked), f"--gtest_filter={suites}-*Interop*"]
        try:
            return subprocess.run(command, cwd=folder, env=environment, timeout=SECONDS,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0
        except subprocess.TimeoutExpired:
            return True

    def check_unchanged(self, names):
        """Stops where a program fails by itself: it would notice every mutant."""
        for program in {program for name in names for program, _ in programs_of(name)}:
            words = shlex.split(self.links[program])
            with tempfile.TemporaryDirectory(prefix="sceau-mutant-", dir=BUILD) as folder:
                if self.is_red(BUILD / words[words.index("-o") + 1], "*", folder):
                    sys.exit(f"mutate: {program} fails without a mutant; build {BUILD} and mend it first")


def show(number, mutant):
    name, line, was, new, _ = mutant
    return f"{number:4} {name}:{line}: {was}  ->  {new or '(nothing)'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", default=[*VERIFY, *PAGE, *SIGNATURE])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--least", type=float, default=95)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", type=lambda text: {int(n) for n in text.split(",")})
    options = parser.parse_args()
    mutants = [(n, m) for n, m in enumerate((m for f in options.files for m in mutants_of(f)), 1)
               if (n in options.only if options.only else n % options.every == 0)]
    if options.list:
        print("\n".join(show(n, m) for n, m in mutants))
        return 0
    os.nice(10)
    trial = Trial()
    trial.check_unchanged({mutant[0] for _, mutant in mutants})
    counts, survivors = {}, []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for (number, mutant), who in zip(mutants, pool.map(lambda m: trial.notice(m[1]), mutants)):
            counts[who] = counts.get(who, 0) + 1
            if who is None:
                survivors.append(show(number, mutant))
                print(survivors[-1], flush=True)
    tried = len(mutants) - counts.get("compiler", 0)
    noticed = tried - len(survivors)
    by = ", ".join(f"{who} {count}" for who, count in counts.items() if who not in (None, "compiler"))
    share = 100 * noticed / tried if tried else 0
    print(f"mutate: {noticed} of {tried} noticed ({share:.1f} %): {by}; {counts.get('compiler', 0)} do not compile")
    return 0 if tried and share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
