#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""host_attacks_test.py SCEAU SOURCE: runs attacks 19 to 25 of docs/threat-model.md, on the host around the built command.

The people are fictitious: the NIR has a commune code that does not exist.
"""
import fcntl
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import stat
import struct
import subprocess
import sys
import termios
import threading

sys.path.insert(0, str(pathlib.Path(sys.argv[2]).resolve() / "cli"))
from harness import CLAIMS, NIR, SCEAU, Case, environment, main, sceau  # noqa: E402

NAME = "CANARIQXZ"
PASSPHRASE = "canari phrase secrète"
# Control characters but the end of a line, and what moves or hides text.
HARMFUL = re.compile("[\0-\t\v-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
DOCUMENT = re.compile(r"[A-Z2-7]{16}\.(pdf|png|svg|txt)")


class HostAttack(Case):
    def file(self, name, content, mode=0o600):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        path.chmod(mode)
        return path

    def new_ledger(self):
        ledger = self.folder / "registre"
        self.assertEqual(sceau("ledger", "new", "--ledger", ledger).returncode, 0)
        return ledger

    def requests(self, count):
        holder = CLAIMS["holder"]
        lines = [{"request_id": f"r{i}", "claims": {**CLAIMS, "holder": {**holder, "given_names": f"Zoé {'I' * i}"}}}
                 for i in range(1, count + 1)]
        return self.file("requests.ndjson", "\n".join(map(json.dumps, lines)))

    def assert_harmless(self, done):
        for stream in (done.stdout, done.stderr):
            text = stream.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
            self.assertIsNone(HARMFUL.search(text), repr(text[-300:]))

    def test_attack_19_terminal_escapes_in_file_names(self):
        seal = self.text.read_bytes()
        names = [b"a" + bytes([byte]) + b"[2J" for byte in range(1, 256) if byte != ord("/")]
        names += [f"a{c}z".encode() for c in "\x85\x9b\xad\u200b\u200e\u202e\u2028\u2066\ufeff"]
        paths = [os.fsencode(self.folder) + b"/" + name for name in names]
        for path in paths:
            pathlib.Path(os.fsdecode(path)).write_bytes(seal)
        missing = [path + b".absent" for path in paths]
        for arguments in (["verify", "--trust", self.trust, "--full"], ["verify", "--trust", self.trust, "--brief"],
                          ["verify", "--trust", self.trust, "--json"], ["verify", "--trust", self.trust, "--csv"], ["inspect"],
                          ["inspect", "--json"]):
            done = subprocess.run([SCEAU, *map(str, arguments), *paths, *missing], capture_output=True, timeout=120,
                                  env=environment())
            self.assertEqual(done.returncode, 2)
            self.assert_harmless(done)
            self.assertIn("\\u001b" if "--json" in arguments else "\\u{001B}", done.stdout.decode())
            if "--brief" in arguments:  # a line of results for each, and nothing else
                self.assertEqual((done.stderr, done.stdout.count(b"\n")), (b"", len(paths) + len(missing) + 2))
            else:
                self.assertIn("\\u{001B}", done.stderr.decode())
        for arguments in (["issue", "x"], ["keygen", "--organisation", "O"], ["\033]0;x\a"], ["verify", "--\033[2J"],
                          ["verify", "--at", "\033[2J", "x"], ["ledger", "show", "--ledger", "\033"],
                          ["trust", "show", "\033[2J"], ["verify", "x", "--trust", "\033[2J"]):
            done = sceau(*arguments)
            self.assertEqual(done.returncode, 2)
            self.assert_harmless(done)

    def test_attack_20_formula_in_a_table(self):
        for start in "=+-@":
            claims = {**CLAIMS, "holder": {**CLAIMS["holder"], "birth_name": f"{start}HYPERLINK"}}
            text = self.folder / "seal.txt"
            issued = sceau("issue", self.file("claims.json", claims), "--key", self.key, "--cert", self.cert, "--no-status",
                           "--seal-text", text)
            path = self.folder / f"{start}cmd.txt"
            shutil.copy(text if issued.returncode == 0 else self.text, path)
            done = subprocess.run([SCEAU, "verify", "--trust", self.trust, "--csv", "--", path.name], capture_output=True,
                                  cwd=self.folder, timeout=60, env=environment())
            rows = done.stdout.decode("utf-8-sig").splitlines()[1:]
            self.assertEqual(len(rows), 1)
            self.assertTrue(rows[0].startswith(f'"\'{start}cmd.txt"'), rows[0])
            self.assertNotRegex(rows[0], r'(^|;)"[=+@-]')

    def session(self):
        """A day of a fund, with canaries: what was run, and the files that are meant to hold them."""
        claims = {**CLAIMS, "holder": {**CLAIMS["holder"], "birth_name": NAME}}
        secret = self.file("secret", PASSPHRASE + "\n")
        wrong = self.file("wrong", "another\n")
        holder = self.file("holder", f"name={NAME} Zoé Anne\nnir={NIR}\n")
        good = self.file("claims.json", claims)
        bad = self.file("bad.json", {**claims, "holder": {**claims["holder"], "nir": NIR[:-1] + "9"}})
        requests = self.file("requests.ndjson", json.dumps({"request_id": NAME, "claims": claims}) + "\n{" + NAME)
        key, cert, out = self.folder / "k", self.folder / "c", self.folder / "out"
        out.mkdir()
        ledger = self.new_ledger()
        trust = self.folder / "trust"
        trust.mkdir()
        by = ["--key", key, "--cert", cert, "--passphrase-file"]
        pdf, text = self.folder / "a.pdf", self.folder / "a.txt"
        commands = [
            ["keygen", "--organisation", "Caisse", "--key", key, "--cert", cert, "--passphrase-file", secret],
            ["issue", good, *by, secret, "--ledger", ledger, "--request-id", "r", "-o", pdf, "--seal-text", text],
            ["issue", good, *by, wrong, "--no-status", "-o", self.folder / "b.pdf"],
            ["issue", bad, *by, secret, "--no-status", "-o", self.folder / "b.pdf"],
            ["issue", "--batch", requests, *by, secret, "--ledger", ledger, "--output-dir", out, "--format", "txt"],
            ["verify", "--json", pdf, text, "--trust", cert.parent / "trust", "--holder-file", holder],
            ["verify", "--csv", pdf, self.folder / "absent", "--trust", cert.parent / "trust"],
            ["verify", pdf, "--trust", cert.parent / "trust", "--holder-nir", "1" + NIR[1:]],
            ["inspect", text],
            ["ledger", "show", "--ledger", ledger],
            ["suspend", "--ledger", ledger, "--holder-file", holder],
            ["revoke", "--ledger", ledger, "--holder-file", holder, "--reason", "lost"],
            ["status", "publish", "--ledger", ledger, *by, secret, "--output-dir", out],
            ["verify", "--trust", "/nowhere", pdf],
        ]
        meant = {secret, wrong, holder, good, bad, requests, pdf, text}
        return commands, meant, (cert, trust, out)

    def test_attack_21_canaries_in_what_is_said_and_left(self):
        commands, meant, (cert, trust, out) = self.session()
        home = self.folder / "home"
        home.mkdir()
        env = environment(HOME=str(home), TMPDIR=str(home), XDG_DATA_HOME=str(home), XDG_CACHE_HOME=str(home))
        canaries = [text.encode() for text in (NAME, NIR, PASSPHRASE, NIR[:13])]
        for command in commands:
            done = sceau(*command, env=env, cwd=home)
            if command[0] == "keygen":
                shutil.copy(cert, trust)
            self.assertNotIn(b"internal", done.stderr)
            for canary in canaries:
                self.assertNotIn(canary, done.stderr, command[0])
                if canary != canaries[0]:  # the name is what verify was asked for
                    self.assertNotIn(canary, done.stdout, command[0])
        self.assertEqual(len(list(out.glob("*.txt"))), 1)  # the session did what it should
        for path in filter(pathlib.Path.is_file, self.folder.rglob("*")):
            if path in meant or path.parent == out:
                continue
            content = path.read_bytes()
            for canary in canaries:
                self.assertNotIn(canary, content, path)
        self.assertEqual([p for p in home.rglob("*") if p.is_file()], [])

    def test_attack_22_names_of_a_batch_come_from_no_data(self):
        ledger = self.new_ledger()
        out = self.folder / "in" / "out"
        out.mkdir(parents=True)
        outside = self.file("in/victim", "mine")
        names = ["../victim", "../../victim", "/etc/sceau-attack", "a\0b", "x" * 255, "x" * 5000, "CON", "abc", "ABC", ".", "..",
                 "-rf", "a/b", "", "é\u202e", "~/.ssh/id"]
        requests = [{"request_id": name, "claims": {**CLAIMS, "fund": {"code": CLAIMS["fund"]["code"], "name": fund}}}
                    for name in names for fund in ("../../victim", "Caisse")]
        path = self.folder / "requests.ndjson"
        path.write_text("\n".join(map(json.dumps, requests)))
        done = sceau("issue", "--batch", path, "--key", self.key, "--cert", self.cert, "--ledger", ledger, "--output-dir", out,
                     "--format", "txt")
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(answers), len(requests))
        self.assert_harmless(done)
        made = {a["document_id"] + ".txt" for a in answers if "document_id" in a}
        self.assertTrue(made)
        self.assertEqual({p.name for p in out.iterdir()}, made)
        self.assertTrue(all(DOCUMENT.fullmatch(name) for name in made))
        self.assertEqual({p.name for p in out.parent.iterdir()}, {"out", "victim"})
        self.assertEqual(outside.read_text(), "mine")
        self.assertFalse(os.path.exists("/etc/sceau-attack"))

    def test_attack_23_files_that_change_under_the_reader(self):
        forged = self.folder / "forged"
        text = self.text.read_text()
        forged.write_text(text[:-8] + text[-4:] + text[-8:-4])
        target, stop = self.folder / "document", threading.Event()

        def swap():
            while not stop.is_set():
                for source in (self.text, forged):
                    link = self.folder / "next"
                    link.symlink_to(source)
                    os.replace(link, target)

        shutil.copy(self.text, target)
        swapper = threading.Thread(target=swap)
        swapper.start()
        try:
            for _ in range(40):
                report = json.loads(self.verify("--json", target).stdout)
                if report["verdict"] != "valid":
                    self.assertFalse(any("claims" in seal for seal in report["seals"]))
                else:
                    self.assertEqual(report["seals"][0]["claims"]["holder"]["birth_name"], "DURAND")
        finally:
            stop.set()
            swapper.join()

    def test_attack_23_links_pipes_and_devices(self):
        pipe, link = self.folder / "pipe", self.folder / "link"
        os.mkfifo(pipe)
        link.symlink_to(pipe)
        key = ["--key", self.key, "--cert", self.cert, "--no-status"]
        for odd in (pipe, link, "/dev/zero", "/dev/tty", "/dev/null", self.folder):
            for command in (["verify", odd, "--trust", self.trust], ["inspect", odd],
                            ["verify", self.pdf, "--trust", self.trust, "--policy", odd],
                            ["verify", self.pdf, "--trust", self.trust, "--holder-file", odd],
                            ["verify", self.pdf, "--trust", self.trust, "--replay", odd],
                            ["issue", odd, *key, "-o", self.folder / "x.pdf"],
                            ["issue", self.claims, "--key", odd, "--cert", self.cert, "--no-status", "-o", self.folder / "x"],
                            ["issue", self.claims, "--key", self.key, "--cert", odd, "--no-status", "-o", self.folder / "x"],
                            ["trust", "show", odd], ["ledger", "show", "--ledger", odd]):
                done = subprocess.run([SCEAU, *map(str, command)], capture_output=True, timeout=20, env=environment(),
                                      stdin=subprocess.DEVNULL, start_new_session=True)
                self.assertEqual(done.returncode, 2, (command, done.stderr))
            if odd != self.folder:
                done = sceau("issue", self.claims, *key, "-o", odd)
                self.assert_error(done, "output.not-written")
        victim = self.file("victim", "mine")
        out = self.folder / "out.pdf"
        out.symlink_to(victim)
        self.assert_error(sceau("issue", self.claims, *key, "-o", out), "output.not-written")
        self.assertEqual(victim.read_text(), "mine")
        exposed = self.folder / "key-link"
        exposed.symlink_to(self.key)
        self.assert_error(sceau("issue", self.claims, "--key", exposed, "--cert", self.cert, "--no-status", "-o",
                                self.folder / "x"), "key.unusable")

    def test_attack_24_nothing_is_left_behind(self):
        for number, after in [(s, n) for s in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL, signal.SIGHUP) for n in (0, 3)]:
            with self.subTest(number=number, after=after):
                folder = self.folder / f"{number}-{after}"
                out = folder / "out"
                out.mkdir(parents=True)
                ledger = folder / "registre"
                sceau("ledger", "new", "--ledger", ledger)
                command = [SCEAU, "issue", "--batch", str(self.requests(10)), "--key", str(self.key), "--cert", str(self.cert),
                           "--ledger", str(ledger), "--output-dir", str(out), "--format", "txt", "--format", "svg"]
                with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()) as run:
                    for _ in range(after):
                        run.stdout.readline()
                    run.send_signal(number)
                    run.communicate(timeout=60)
                self.assertTrue(all(DOCUMENT.fullmatch(p.name) for p in out.iterdir()), list(out.iterdir()))
                for path in out.iterdir():
                    self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
                    text = path.read_text(encoding="utf-8").rstrip()
                    self.assertTrue(text.endswith("</svg>") or text.startswith("AD1:"), path)
                done = subprocess.run(command, capture_output=True, timeout=60, env=environment())
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(len(list(out.iterdir())), 20)

    def waiting_with_its_key(self):
        """A batch that has loaded its key and waits for requests."""
        secret = self.file("secret", PASSPHRASE + "\n")
        key, cert = self.folder / "k", self.folder / "c"
        done = sceau("keygen", "--organisation", "Caisse", "--key", key, "--cert", cert, "--passphrase-file", secret)
        self.assertEqual(done.returncode, 0, done.stderr)
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)

        def allow_cores():
            try:
                resource.setrlimit(resource.RLIMIT_CORE, unlimited)
            except ValueError:
                pass

        run = subprocess.Popen(
            [SCEAU, "issue", "--batch", "-", "--key", str(key), "--cert", str(cert), "--passphrase-file", str(secret),
             "--ledger", str(self.new_ledger()), "--output-dir", str(self.folder), "--format", "txt"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(),
            cwd=self.folder, preexec_fn=allow_cores)
        run.stdin.write(b"\n")
        run.stdin.flush()
        while struct.unpack("i", fcntl.ioctl(run.stdin, termios.FIONREAD, b"\0\0\0\0"))[0]:
            self.assertIsNone(run.poll())
            os.sched_yield()
        return run

    @staticmethod
    def memory_of(pid):
        with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
            for line in maps:
                span, rights, *_ = line.split()
                if not rights.startswith("rw") or "[v" in line:
                    continue
                start, end = (int(part, 16) for part in span.split("-"))
                if end - start > 1 << 28:  # the shadow of a sanitizer
                    continue
                memory.seek(start)
                try:
                    yield memory.read(end - start)
                except OSError:
                    continue

    def test_attack_25_the_passphrase_is_nowhere(self):
        with self.waiting_with_its_key() as run:
            try:
                for name in ("cmdline", "environ"):
                    try:
                        self.assertNotIn(PASSPHRASE.encode(), pathlib.Path(f"/proc/{run.pid}/{name}").read_bytes())
                    except PermissionError:  # to others of the user it is closed
                        pass
                self.assertRegex(pathlib.Path(f"/proc/{run.pid}/limits").read_text(), r"Max core file size +0 +0 ")
                try:
                    memory = b"".join(self.memory_of(run.pid))
                    self.assertIn(bytes(self.folder / "secret"), memory)  # what is there is found
                    self.assertNotIn(PASSPHRASE.encode(), memory)
                except PermissionError:
                    pass
            finally:
                run.send_signal(signal.SIGABRT)
            _, status = os.waitpid(run.pid, 0)
            run.returncode = -signal.SIGABRT
            self.assertTrue(os.WIFSIGNALED(status))
            self.assertFalse(os.WCOREDUMP(status))
        self.assertEqual([p.name for p in self.folder.iterdir() if "core" in p.name], [])

    def test_attack_25_keys_that_others_can_read(self):
        copy = self.folder / "key"
        for mode in (0o640, 0o604, 0o620, 0o602, 0o660, 0o666, 0o610):
            shutil.copy(self.key, copy)
            copy.chmod(mode)
            done = sceau("issue", self.claims, "--key", copy, "--cert", self.cert, "--no-status", "-o", self.folder / "a.pdf")
            self.assert_error(done, "key.exposed", str(copy))
        for option in ("--passphrase", "--pass", "--password"):
            done = sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--no-status", "-o",
                         self.folder / "a.pdf", option, PASSPHRASE)
            self.assert_error(done, "usage")
            self.assertNotIn(PASSPHRASE, done.stderr.decode())
        self.assertFalse((self.folder / "a.pdf").exists())


if __name__ == "__main__":
    main()
