#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""run.py COMMAND LIBSCEAU C CC: runs every example on the same documents and holds their reports against one another.

A language that is not installed is skipped, with a message.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent
COMMAND, LIBRARY, IN_C, IN_CC = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
JNA = pathlib.Path("/usr/share/java/jna.jar")
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(SOURCE / "python"), "PYTHONDONTWRITEBYTECODE": "1",
               "LD_LIBRARY_PATH": str(LIBRARY.parent), "PATH": f"{COMMAND.parent}:{os.environ['PATH']}"}


def examples():
    """The name of each language, and its program or why there is none."""
    yield "C", [IN_C]
    yield "C++", [IN_CC]
    yield "Python", [sys.executable, HERE / "verify.py"]
    java = ["java", f"-Djna.library.path={LIBRARY.parent}", "-cp", JNA, HERE / "Verify.java"]
    yield "Java", java if shutil.which("javac") and JNA.exists() else "it needs a JDK and libjna-java"
    yield "PHP", ["php", HERE / "verify.php"] if shutil.which("php") else "it needs php-cli"


def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, **more)


def issue(folder):
    """An attestation of today, and the folder that trusts its issuer."""
    trust, key, claims, page = folder / "trust", folder / "key.pem", folder / "claims.json", folder / "attestation.pdf"
    trust.mkdir()
    certificate = trust / "fund.pem"
    run(COMMAND, "keygen", "--organisation", "Caisse d'essai", "--key", key, "--cert", certificate, "--no-passphrase",
        capture_output=True)
    with claims.open("wb") as out:
        run(SOURCE / "tests/claims_today.py", SOURCE / "docs/examples/claims.json", stdout=out)
    run(COMMAND, "issue", claims, "--key", key, "--cert", certificate, "--no-status", "-o", page, capture_output=True)
    return trust, page


def answer(program, trust, document):
    """The exit status and the report, without the moment at which it was made."""
    done = subprocess.run([str(word) for word in [*program, trust, document]], capture_output=True, text=True, env=ENVIRONMENT,
                          timeout=60)
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode, re.sub(r'"verified_at":"[^"]*"', '"verified_at":"…"', done.stdout)


def main():
    failed = False
    with tempfile.TemporaryDirectory() as name:
        trust, genuine = issue(pathlib.Path(name))
        unsealed = pathlib.Path(name) / "unsealed.txt"
        unsealed.write_text("Nobody has sealed this.\n", encoding="utf-8")
        for document, status, verdict in ((genuine, 0, '"verdict":"valid"'), (unsealed, 1, '"verdict":"undetermined"')):
            first = None
            for language, program in examples():
                if isinstance(program, str):
                    print(f"skipped: {language}: {program}")
                    continue
                code, report = answer(program, trust, document)
                first = first or report
                good = code == status and verdict in report and report == first
                failed = failed or not good
                print(f"{language}: " + ("the same report" if good else f"exit {code}, another report: {report}"))
            print(first, end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
