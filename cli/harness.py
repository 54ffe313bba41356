# SPDX-License-Identifier: Apache-2.0
"""What the scripts that run the built command share: TEST.py SCEAU SOURCE.

The people are fictitious: the NIR has a commune code that does not exist.
"""
import datetime
import json
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SCEAU = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
TODAY = datetime.date.today()
NIR = "284052A32102552"
PASSPHRASE = "correct cheval pile agrafe"
CLAIMS = {
    "valid_from": TODAY.isoformat(),
    "valid_until": (TODAY + datetime.timedelta(days=90)).isoformat(),
    "holder": {"birth_name": "DURAND", "given_names": "Zoé Anne", "birth_date": "19840512", "nir": NIR},
    "fund": {"code": "017510000", "name": "Caisse d'essai"},
    "rights": [{"kind": "base", "from": (TODAY - datetime.timedelta(days=400)).isoformat()}],
}


def environment(**more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NO_COLOR"))}
    return {**kept, "LC_ALL": "fr_FR.UTF-8", "TERM": "xterm", **more}


def sceau(*arguments, stdin=b"", env=None, **more):
    """Without a terminal: a session of its own has none."""
    return subprocess.run([SCEAU, *map(str, arguments)], input=stdin, capture_output=True, env=env or environment(),
                          start_new_session=True, timeout=120, **more)


class Person:
    """Somebody at a terminal who runs a program and types."""

    def __init__(self, program, *arguments, env=None):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(program, [program, *map(str, arguments)], env or environment())
        self.seen = b""

    def wait_for(self, text):
        deadline = time.monotonic() + 60
        while text.encode() not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(self.terminal, 4096) if ready else b""
            assert chunk, f"{text!r} was not shown: {self.seen!r}"
            self.seen += chunk

    def type(self, text):
        os.write(self.terminal, text.encode())

    def end(self):
        """What waitpid() says: negative for a signal."""
        try:
            while chunk := os.read(self.terminal, 4096):
                self.seen += chunk
        except OSError:  # the other end is gone
            pass
        os.close(self.terminal)
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


class Case(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="sceau-cli-"))
        cls.trust = cls.shared / "confiance"
        cls.trust.mkdir()
        cls.key, cls.cert = cls.new_key("caisse", cls.trust, "Caisse d'essai")
        cls.claims = cls.shared / "claims.json"
        cls.claims.write_text(json.dumps(CLAIMS), encoding="utf-8")
        cls.pdf, cls.text = cls.shared / "a.pdf", cls.shared / "a.txt"
        cls.issue(cls.key, cls.cert, cls.pdf, "--seal-text", cls.text)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.shared)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.shared))

    @classmethod
    def new_key(cls, name, folder, organisation):
        key, cert = cls.shared / f"{name}.key", folder / f"{name}.pem"
        done = sceau("keygen", "--organisation", organisation, "--key", key, "--cert", cert, "--no-passphrase")
        assert done.returncode == 0, done.stderr
        return key, cert

    @classmethod
    def issue(cls, key, cert, pdf, *more):
        done = sceau("issue", cls.claims, "--key", key, "--cert", cert, "--no-status", "-o", pdf, *more)
        assert done.returncode == 0, done.stderr
        return done

    def verify(self, *arguments, **more):
        return sceau("verify", "--trust", self.trust, *arguments, **more)

    def assert_error(self, done, code, *texts):
        """Exit 2, nothing on standard output, an error with its code and a hint."""
        errors = done.stderr.decode()
        self.assertEqual(done.returncode, 2, errors)
        self.assertEqual(done.stdout, b"")
        self.assertTrue(errors.startswith("sceau: error: "), errors)
        self.assertIn(f"[{code}]", errors)
        self.assertIn("\nsceau: hint: ", errors)
        for text in texts:
            self.assertIn(text, errors)


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
