#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""faults_test.py SCEAU SOURCE SHIM: runs attack 27 of docs/threat-model.md, a system that fails under the built command.

Each call of the command that touches a file, and each that asks for memory, fails in turn. SCEAU_FAULT_STEP=1 tries every
one of them, up to SCEAU_FAULT_MOST; by default a sample.
"""
import errno
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys

SHIM = str(pathlib.Path(sys.argv.pop(3)).resolve())
sys.path.insert(0, str(pathlib.Path(sys.argv[2]).resolve() / "cli"))
from harness import SCEAU, Case, environment, main, sceau  # noqa: E402

STEP = int(os.environ.get("SCEAU_FAULT_STEP", "0"))
MOST = int(os.environ.get("SCEAU_FAULT_MOST", "10000"))
ERRORS = (errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EINTR)


class FaultTest(Case):
    def run_with(self, fault, *arguments, **more):
        """The finished command, and whether it met the fault."""
        mark = self.folder / "mark"
        mark.unlink(missing_ok=True)
        env = environment(LD_PRELOAD=SHIM, SCEAU_FAULT=fault, SCEAU_FAULT_MARK=str(mark), LC_ALL="C")
        done = sceau(*arguments, env=env, **more)
        return done, mark.exists()

    def each_fault(self, kind, errors, step):
        """Calls of the body with each fault, until one is not met."""
        number = 1
        while number <= MOST:
            error = errors[number % len(errors)]
            met = yield f"{kind}:{number}:{error}"
            if not met:
                self.assertGreater(number, 1, "the shim sees no call")
                return
            number += STEP or step

    def try_each(self, kind, errors, step, body):
        faults = self.each_fault(kind, errors, step)
        fault = next(faults)
        tried = 0
        try:
            while True:
                with self.subTest(fault=fault):
                    met = body(fault)
                tried += 1
                fault = faults.send(met)
        except StopIteration:
            return tried

    def assert_clean_end(self, done, codes):
        """Ended without a signal, with an exit code of the contract and an error message."""
        self.assertIn(done.returncode, codes, done.stderr)
        if done.returncode == 2:
            self.assertIn(b"sceau: error: ", done.stderr)

    def verify_under(self, document):
        def body(fault):
            done, met = self.run_with(fault, "verify", "--json", "--trust", self.trust, document)
            # Valid, unread or undetermined; never a genuine paper refused.
            self.assert_clean_end(done, (0, 2, 4))
            if done.returncode == 0:
                self.assertEqual(json.loads(done.stdout)["verdict"], "valid")
            return met
        return body

    def issue_under(self, fault):
        out = self.folder / "out.txt"
        done, met = self.run_with(fault, "issue", self.claims, "--key", self.key, "--cert", self.cert, "--no-status",
                                  "--seal-text", out)
        self.assert_clean_end(done, (0, 2))
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith(".sceau")], [])
        if out.exists():
            self.assertEqual(self.verify(out).returncode, 0)  # whole
            out.unlink()
        else:
            self.assertEqual(done.returncode, 2)
        return met

    def test_attack_27_a_file_call_fails_while_verifying(self):
        self.assertGreater(self.try_each("file", ERRORS, 1, self.verify_under(self.text)), 4)

    def test_attack_27_a_file_call_fails_while_issuing(self):
        self.assertGreater(self.try_each("file", ERRORS, 1, self.issue_under), 6)

    def test_attack_27_memory_fails_while_verifying(self):
        self.assertGreater(self.try_each("memory", (errno.ENOMEM,), 11, self.verify_under(self.text)), 10)

    def test_attack_27_memory_fails_while_issuing(self):
        self.assertGreater(self.try_each("memory", (errno.ENOMEM,), 41, self.issue_under), 10)

    def test_attack_27_a_file_call_fails_under_a_ledger(self):
        ledger = self.folder / "registre"
        self.assertEqual(sceau("ledger", "new", "--ledger", ledger).returncode, 0)
        out = self.folder / "out.txt"

        def body(fault):
            copy = self.folder / "copy"
            shutil.copy(ledger, copy)
            arguments = ("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", copy, "--request-id", "r",
                         "--seal-text", out)
            done, met = self.run_with(fault, *arguments)
            self.assert_clean_end(done, (0, 2))
            appeared = out.exists()
            # The ledger is as good as before: the same request is served, and what appeared is in it.
            again = sceau(*arguments, "--force")
            self.assertEqual(again.returncode, 0, again.stderr)
            shown = sceau("ledger", "show", "--ledger", copy).stdout.decode()
            self.assertIn("1 en vigueur", shown)
            if appeared and done.returncode == 0:
                self.assertEqual(done.stdout, again.stdout)
            for path in (out, *self.folder.glob("copy*")):
                path.unlink()
            return met

        self.assertGreater(self.try_each("file", (errno.ENOSPC, errno.EIO), 3, body), 5)

    def test_attack_27_short_and_interrupted_calls_change_nothing(self):
        for fault in ("short:0:0", "interrupt:0:0"):
            with self.subTest(fault=fault):
                for document in (self.text, self.pdf):
                    done, _ = self.run_with(fault, "verify", "--json", "--trust", self.trust, document)
                    self.assertEqual(done.returncode, 0, done.stderr)
                out = self.folder / "out.txt"
                out.unlink(missing_ok=True)
                done, _ = self.run_with(fault, "issue", self.claims, "--key", self.key, "--cert", self.cert, "--no-status",
                                        "--seal-text", out)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(self.verify(out).returncode, 0)
                done, _ = self.run_with(fault, "verify", "--trust", self.trust, "-", stdin=self.pdf.read_bytes())
                self.assertEqual(done.returncode, 0, done.stderr)

    def limited(self, what, limit, *arguments):
        def apply():
            resource.setrlimit(what, (limit, limit))
        return subprocess.run([SCEAU, *map(str, arguments)], capture_output=True, env=environment(), preexec_fn=apply,
                              timeout=60)

    def test_attack_27_limits_of_the_process(self):
        out = self.folder / "out.pdf"
        issue = ("issue", self.claims, "--key", self.key, "--cert", self.cert, "--no-status", "-o", out)
        for size in (0, 1, 100, 4096):
            done = self.limited(resource.RLIMIT_FSIZE, size, *issue)
            self.assertIn(done.returncode, (2, -signal.SIGXFSZ), done.stderr)
            self.assertEqual(list(self.folder.iterdir()), [])
        for count in (3, 4, 5, 6, 8, 12):
            done = self.limited(resource.RLIMIT_NOFILE, count, "verify", self.text, "--trust", self.trust)
            self.assertIn(done.returncode, (0, 2, 4, 127), done.stderr)  # 127: not even loaded
            self.assertNotIn("REFUS", done.stdout.decode())


if __name__ == "__main__":
    main()
