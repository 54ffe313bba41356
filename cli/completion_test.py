#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""completion_test.py SCEAU SOURCE: the shells themselves complete what the command takes.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from harness import SCEAU, Person, environment, main, sceau

PATH = f"{os.path.dirname(SCEAU)}:{os.environ['PATH']}"
CASES = [
    (["ver"], {"verify"}),
    (["trust", "inst"], {"install"}),
    (["ledger", ""], {"new", "restored", "show", "--help", "--lang"}),
    (["verify", "--pol"], {"--policy"}),
    (["verify", "--policy", "cou"], {"counter"}),
    (["--lang", "fr", "insp"], {"inspect"}),
    (["ledger", "show", "--on"], {"--only"}),
    (["ledger", "show", "--only", ""], {"valid", "withdrawn", "suspended"}),
    (["revoke", "--reason", "st"], {"stolen"}),
    (["completion", "f"], {"fish"}),
    (["verify", "att"], {"attestation one.pdf", "attestation.pdf"}),
    (["verify", "--files-from", "attestation."], {"attestation.pdf"}),
    (["issue", "--output-dir", ""], {"folder"}),
    (["verify", "--at", ""], set()),
]


class CompletionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sceau-completion-"))
        cls.home = cls.folder / "home"
        (cls.home / "folder").mkdir(parents=True)
        for name in ("attestation.pdf", "attestation one.pdf", "other.txt"):
            (cls.home / name).touch()
        cls.scripts = {}
        for shell in ("bash", "zsh", "fish"):
            done = sceau("completion", shell)
            assert done.returncode == 0, done.stderr
            cls.scripts[shell] = cls.folder / shell
            cls.scripts[shell].write_bytes(done.stdout)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_shell(self, *command):
        done = subprocess.run(command, cwd=self.home, env=environment(PATH=PATH, LC_ALL="C.UTF-8"), capture_output=True, timeout=60)
        self.assertEqual(done.stderr, b"", command)
        return {line for line in done.stdout.decode().split("\n") if line}

    def need(self, shell):
        if shutil.which(shell) is None:
            self.skipTest(f"{shell} is not installed")

    def test_bash_completes_each_case(self):
        for typed, expected in CASES:
            words = " ".join(f"'{word}'" for word in ["sceau", *typed])
            found = self.run_shell("bash", "--norc", "-c", f"""source '{self.scripts["bash"]}'; COMP_WORDS=({words})
                COMP_CWORD={len(typed)}; _sceau; printf '%s\\n' "${{COMPREPLY[@]}}" """)
            self.assertEqual(found, expected, typed)

    def test_bash_completes_what_somebody_types(self):
        person = Person("/bin/bash", "--norc", "--noprofile", "-i",
                        env=environment(PATH=PATH, LC_ALL="C.UTF-8", PS1="ready> ", HOME=str(self.home), INPUTRC="/dev/null"))
        person.wait_for("ready> ")
        person.type(f"cd '{self.home}' && source '{self.scripts['bash']}' && echo sour''ced\n")
        person.wait_for("sourced")
        person.type("sceau veri\t--poli\tcoun\tother\t")
        person.wait_for("sceau verify --policy counter other.txt ")
        person.type("\x15exit\n")  # the line is cleared first
        person.end()

    def test_zsh_completes_each_case(self):
        self.need("zsh")
        self.run_shell("zsh", "-f", "-n", str(self.scripts["zsh"]))
        # compadd and _files are the shell's own; here they only say what they were given.
        harness = "compadd() { shift; print -l -- \"$@\" }; _files() { print -- FILES \"$@\" }"
        for typed, expected in CASES:
            words = " ".join(f"'{word}'" for word in ["sceau", *typed])
            found = self.run_shell("zsh", "-f", "-c", f"""{harness}; words=({words}); CURRENT={len(typed) + 1}
                source '{self.scripts["zsh"]}'""")
            if typed[-1].startswith("att"):
                self.assertEqual(found, {"FILES"}, typed)
            elif expected == {"folder"}:
                self.assertEqual(found, {"FILES -/"}, typed)
            else:
                self.assertLessEqual(expected, found, typed)

    def test_fish_completes_each_case(self):
        self.need("fish")
        for typed, expected in CASES:
            if typed[0] == "--lang":
                continue
            line = " ".join(["sceau", *(f"'{word}'" if " " in word else word for word in typed)])
            found = self.run_shell("fish", "--no-config", "-c", f"source '{self.scripts['fish']}'; complete -C '{line}'")
            found = {word.split("\t")[0].rstrip("/") for word in found}
            expected = {word for word in expected if not word.startswith("-") or typed[-1].startswith("-")}
            self.assertLessEqual(expected, found, typed)


if __name__ == "__main__":
    main()
