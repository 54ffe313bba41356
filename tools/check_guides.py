#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the guides in docs/fr/ and docs/en/: each page in both languages with the same sections, commands and links, every option
one that the manual has, each page reached from README.md, and French written as it is typeset. tests/guides.py runs their commands."""
import pathlib
import re
import shlex
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A page has a name in the words of its own language.
PAGES = {"README": "README", "comptoir": "counter", "mutuelle": "insurer", "emettre": "issue", "integrer": "integrate",
         "deployer": "deploy", "depannage": "troubleshooting"}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
HEADING = re.compile(r"^(#+) ", re.M)
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
OPTION = re.compile(r"(?<![\w-])(--?[a-zA-Z0-9][a-z-]*)")
# What is not French prose: code, links' targets, comments, indented commands.
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`|^    [^\n]*$|\]\([^)]*\)|<!--.*?-->", re.S | re.M)
BLANKS = [(re.compile(r"'"), "an apostrophe of a typewriter"),
          (re.compile(r"(?<!\u202f)(?:[;?]|!(?!\[))"), "no narrow no-break space before ; ? or !"),
          (re.compile(r"(?<!\u00a0):(?=\s)"), "no no-break space before :"),
          (re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"), "no no-break space inside « »")]
FAILURES = []


def complain(path, text):
    FAILURES.append(f"{path.relative_to(ROOT)}: {text}")


def manual():
    """The options of each command, by its first words: of `sceau` its own, of the other two manuals all that the manual has."""
    known, everywhere = {}, {"--lang", "--help", "-h", "--version", "--"}
    for name in ("sceau", "sceau-trust", "sceau-ledger"):
        text = (ROOT / f"man/source/{name}.en.txt").read_text(encoding="utf-8")
        whole = set(OPTION.findall(" ".join(re.findall(r"^@(?:option|usage) (.*)$", text, re.M))))
        for block in re.split(r"^@command ", text, flags=re.M)[1:]:
            names, _, body = block.partition("\n")
            own = set(OPTION.findall(" ".join(re.findall(r"^@(?:option|usage) (.*)$", body, re.M))))
            for command in names.split(", "):
                known[("trust " if name == "sceau-trust" else "") + command] = (own if name == "sceau" else whole) | everywhere
    return known


def commands(path, text, known):
    """(command, options) of each `sceau` in the page's shell blocks, in order."""
    found = []
    for kind, block in FENCE.findall(text):
        for line in block.split("\n") if kind == "sh" else []:
            words = shlex.split(line, comments=True)
            if words[:1] != ["sceau"]:
                found += [(words[0], ())] if words else []
                continue
            name = next((n for n in (" ".join(words[1:3]), *words[1:2]) if n in known), "")
            options = tuple(sorted(word for word in words if word.startswith("-") and word != "-"))
            for option in options if name else ():
                if option not in known[name]:
                    complain(path, f"sceau {name} has no option {option}")
            if not name and words[1:] != ["--version"]:
                complain(path, f"there is no command: {line}")
            found.append((name, options))
    return found


def check_pair(french, english, known):
    texts = {path: path.read_text(encoding="utf-8") for path in (french, english)}
    everything = set().union(*known.values(), OPTION.findall((ROOT / "man/verifier-gui.1").read_text(encoding="utf-8").replace("\\-", "-")))
    for path, text in texts.items():
        twin = english if path is french else french
        if f"](../{twin.parent.name}/{twin.name})" not in text:
            complain(path, f"does not link to {twin.relative_to(ROOT)}")
        for code in re.findall(r"`([^`\n]+)`", FENCE.sub("", text)):
            for option in OPTION.findall(code):
                if option.startswith("--") and option not in everything:
                    complain(path, f"names the option {option}, which no manual has")
    parts = {"sections": lambda p, t: [len(m) for m in HEADING.findall(FENCE.sub("", t))],
             "commands": lambda p, t: commands(p, t, known),
             "kinds of code": lambda p, t: [kind for kind, _ in FENCE.findall(t)],
             "links": lambda p, t: [translated(target) for target in LINK.findall(t) if f"../{'en' if p is french else 'fr'}/" not in target],
             "rows of tables": lambda p, t: len(re.findall(r"^\|", t, re.M))}
    for what, part in parts.items():
        if part(french, texts[french]) != part(english, texts[english]):
            complain(french, f"has other {what} than {english.relative_to(ROOT)}")


def translated(target):
    """A link to a page of the guide by its English name; pictures are of each language."""
    name = target.partition("#")[0].removesuffix(".md")
    return PAGES.get(name, re.sub(r"-(fr|en-dark)\.png$", "", name))


def check_french(path):
    text = CODE.sub(lambda match: "\n" * match.group().count("\n") + "x", path.read_text(encoding="utf-8"))
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, fault in BLANKS:
            if pattern.search(line.replace("| ! ", "| ")):  # the mark of "not confirmed"
                complain(path, f"line {number}: {fault}")


def main():
    known = manual()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for language, names in (("fr", set(PAGES)), ("en", set(PAGES.values()))):
        folder = ROOT / "docs" / language
        for name in sorted(names ^ {path.stem for path in folder.glob("*.md")}):
            complain(folder / f"{name}.md", "is not a page of both languages (PAGES)")
        for name in sorted(names):
            if f"(docs/{language}/{name}.md)" not in readme:
                complain(ROOT / "README.md", f"does not link to docs/{language}/{name}.md")
    if not FAILURES:
        for french, english in PAGES.items():
            check_pair(ROOT / f"docs/fr/{french}.md", ROOT / f"docs/en/{english}.md", known)
            check_french(ROOT / f"docs/fr/{french}.md")
    for failure in FAILURES:
        print(failure, file=sys.stderr)
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
