#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""guides.py BUILD: runs every command that the guides print, page after page as a reader would, in French and in English.

A line of a `sh` block ends with 0, or with the code that its comment says. Each line of a `text` block stands in what the block before it
printed; dates, digests, key ids and numbers may be others, and those that the page repeats in a later command are given their real value.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```(sh|text|json)\n(.*?)^```$", re.S | re.M)
CODE = re.compile(r"\s+# .*?(\d)$")
VARIABLE = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{16}|[A-Z0-9]{16})\b|\b\d{2}/\d{2}/\d{4}\b|\b\d{4}-\d\d-\d\d(?:T[\d:]+Z)?\b")
# The commands that ask a person for a passphrase: here it stands in a file.
WRAPPER = """#!/bin/bash
case "$*" in
  *--passphrase-file*) ;;
  *--help*) ;;
  keygen*|issue*|"trust sign"*|"status publish"*) set -- "$@" --passphrase-file "$SECRET" ;;
esac
exec "$SCEAU" "$@"
"""
BACKUP = """#!/usr/bin/env python3
import sqlite3, sys
sqlite3.connect(sys.argv[1]).backup(sqlite3.connect(sys.argv[2].split()[1]))
"""
GUIDES = {
    "fr": {"pages": ["emettre", "mutuelle", "integrer", "deployer", "depannage"], "claims": "donnees", "requests": "demandes",
           "received": "recus", "bundle": "liste.trust", "roots": "caisse.roots",
           "person": "personne.txt", "new": "nouvelle.pdf"},
    "en": {"pages": ["issue", "insurer", "integrate", "deploy", "troubleshooting"], "claims": "claims", "requests": "requests",
           "received": "received", "bundle": "list.trust", "roots": "fund.roots",
           "person": "person.txt", "new": "new.pdf"},
}


def plain(text):
    """Without what typography changes: kinds of blanks and apostrophes."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").split())


def is_part(wanted, found):
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(key in found and is_part(value, found[key]) for key, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(wanted) == len(found) and all(map(is_part, wanted, found))
    return wanted == found or isinstance(wanted, str) and isinstance(found, str) and VARIABLE.sub("", wanted) == VARIABLE.sub("", found)


class Guide:
    def __init__(self, build, language, folder):
        self.language, self.folder, self.words = language, folder, GUIDES[language]
        self.real, self.failures = {}, []
        programs = folder / ".bin"
        programs.mkdir()
        self.secret = folder / ".secret"
        self.secret.write_text("une phrase de secours\n", encoding="utf-8")
        self.secret.chmod(0o600)
        self.environment = dict(os.environ, HOME=str(folder / ".home"), LANG=language, SECRET=str(self.secret),
                                SCEAU=str(build / "cli/sceau"), PATH=f"{programs}:{os.environ['PATH']}",
                                PYTHONPATH=str(ROOT / "python"), LD_LIBRARY_PATH=str(build / "lib"), PKG_CONFIG_PATH=str(programs))
        (programs / "sceau.pc").write_text(f"Name: sceau\nDescription: as built\nVersion: 0\n"
                                           f"Cflags: -I{ROOT}/libverify/include\nLibs: -L{build}/lib -lsceau\n", encoding="utf-8")
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "XDG_DATA_HOME"):
            self.environment.pop(name, None)
        for name, text in (("sceau", WRAPPER), ("sqlite3", BACKUP)):
            if name == "sceau" or not shutil.which(name):
                (programs / name).write_text(text, encoding="utf-8")
                (programs / name).chmod(0o755)

    def shell(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)

    def write_claims(self):
        source = ROOT / "docs/examples/claims.json"
        claims = subprocess.run([sys.executable, ROOT / "tests/claims_today.py", source], capture_output=True, text=True, check=True)
        (self.folder / f"{self.words['claims']}.json").write_text(claims.stdout, encoding="utf-8")
        lines = [json.dumps({"request_id": f"lot-{n}", "claims": json.loads(claims.stdout)}) + "\n" for n in (1, 2)]
        (self.folder / f"{self.words['requests']}.ndjson").write_text("".join(lines), encoding="utf-8")

    def receive(self):
        """What arrives at an insurer's: an attestation in order, one that was replaced, a damaged file, one by an unknown issuer, a text without a seal."""
        received = self.folder / self.words["received"]
        received.mkdir()
        shutil.copy(self.folder / self.words["new"], received / "1.pdf")
        shutil.copy(self.folder / "attestation.pdf", received / "2.pdf")
        (received / "3.pdf").write_bytes((received / "1.pdf").read_bytes()[:3000])
        (received / "5.txt").write_text("Une attestation sans sceau\n", encoding="utf-8")
        shutil.copy(self.folder / "3.trust", self.folder / self.words["bundle"])
        shutil.copy(self.folder / "1.roots", self.folder / self.words["roots"])
        for program in ("verify.c", "verify.py"):
            shutil.copy(ROOT / "examples" / program, self.folder)
        shutil.rmtree(self.folder / ".home")  # another computer
        person = self.folder / self.words["person"]
        person.write_text("name=LEFEVRE Zoé\nborn=17/05/1984\n", encoding="utf-8")
        for command in ('sceau keygen --organisation "Autre" --key .other.key --cert .other.pem',
                        f"sceau issue {self.words['claims']}.json --key .other.key --cert .other.pem --no-status"
                        f" -o {self.words['received']}/4.pdf"):
            done = self.shell(command)
            if done.returncode:
                sys.exit(f"guides: {command}: {done.stdout}")

    def run_line(self, page, line):
        for shown, real in self.real.items():
            line = line.replace(shown, real)
        wanted = int(match[1]) if (match := CODE.search(line)) else 0
        done = self.shell(line)
        if done.returncode != wanted:
            self.failures.append(f"{page}: {line}\n  ended with {done.returncode}, expected {wanted}: {done.stdout.strip()}")
        return done.stdout

    def expect(self, page, text, output):
        """Each line of the text, in the output, its variable parts bound to what they really are."""
        candidates = [plain(line) for line in output.split("\n")]
        for line in filter(None, map(plain, text.split("\n"))):
            pattern = re.compile("(.+)".join(re.escape(part) for part in VARIABLE.split(line)).replace("…", ".*"))
            found = next((match for candidate in candidates if (match := pattern.fullmatch(candidate))), None)
            if found is None:
                self.failures.append(f"{page}: says that this is printed: {line}\n  what was printed: {output.strip()}")
                continue
            candidates.remove(found.string)
            self.real.update({shown: real for shown, real in zip(VARIABLE.findall(line), found.groups()) if len(shown) == 16})

    def expect_json(self, page, wanted, output):
        """What the page shows is a part of the object that was printed."""
        line = next((line for line in output.split("\n") if line.startswith("{")), "{}")
        if not is_part(wanted, json.loads(line)):
            self.failures.append(f"{page}: says that this is printed: {json.dumps(wanted, ensure_ascii=False)}\n  what was printed: {line[:400]}")

    def run(self):
        self.write_claims()
        for page in self.words["pages"]:
            if page in ("mutuelle", "insurer"):
                self.receive()
            text = (ROOT / "docs" / self.language / f"{page}.md").read_text(encoding="utf-8")
            output = ""
            for kind, block in BLOCK.findall(text):
                if kind == "text":
                    self.expect(page, block, output)
                elif kind == "json":
                    self.expect_json(page, json.loads(block), output)
                else:
                    output = "".join(self.run_line(page, line) for line in block.strip().split("\n"))
        return self.failures


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    failures = []
    for language in GUIDES:
        with tempfile.TemporaryDirectory() as folder:
            failures += Guide(build, language, pathlib.Path(folder)).run()
    print("\n".join(failures), end="\n" if failures else "")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
