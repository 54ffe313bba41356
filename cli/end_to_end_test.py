#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""end_to_end_test.py SCEAU SOURCE: runs the built command as people do, and holds it to its exit codes and outputs.

The people are fictitious: the NIR has a commune code that does not exist.
"""
import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import sys
import zlib

from harness import CLAIMS, NIR, PASSPHRASE, SCEAU, SOURCE, TODAY, Case, Person, environment, main, sceau


class KeygenTest(Case):
    def arguments(self, *more):
        self.new, self.new_cert = self.folder / "k", self.folder / "c"
        return ["keygen", "--organisation", "Ma caisse", "--key", self.new, "--cert", self.new_cert, *more]

    def test_writes_a_private_key_and_a_public_certificate(self):
        for algorithm in ("es256", "es384", "eddsa"):
            done = sceau(*self.arguments("--no-passphrase", "--algorithm", algorithm))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertRegex(done.stdout.decode(), r"\A[0-9a-f]{16}\n\Z")
            self.assertIn(b"sceau: warning: ", done.stderr)
            self.assertEqual(stat.S_IMODE(self.new.stat().st_mode), 0o600)
            self.assertEqual(stat.S_IMODE(self.new_cert.stat().st_mode), 0o644)
            self.assertIn("PRIVATE KEY", self.new.read_text())
            self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["c", "k"])
            self.issue(self.new, self.new_cert, self.folder / "a.pdf")
            for path in self.folder.iterdir():
                path.unlink()

    def test_never_overwrites(self):
        for existing in ("k", "c"):
            (self.folder / existing).write_text("mine")
            self.assert_error(sceau(*self.arguments("--no-passphrase")), "output.exists", str(self.folder / existing))
            self.assertEqual([p.name for p in self.folder.iterdir()], [existing])
            self.assertEqual((self.folder / existing).read_text(), "mine")
            (self.folder / existing).unlink()

    def test_without_a_terminal_it_refuses(self):
        self.assert_error(sceau(*self.arguments(), stdin=b"typed\ntyped\n"), "key.passphrase-wrong", "--passphrase-file")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_passphrase_is_asked_for_twice_and_not_shown(self):
        person = Person(SCEAU, *self.arguments())
        person.wait_for("Phrase secrète de la nouvelle clé : ")
        person.type(PASSPHRASE + "\n")
        person.wait_for("Répétez-la : ")
        person.type(PASSPHRASE + "\n")
        self.assertEqual(person.end(), 0, person.seen)
        self.assertNotIn(PASSPHRASE.encode(), person.seen)
        self.assertIn("ENCRYPTED", self.new.read_text())

        secret = self.folder / "secret"
        secret.write_text(PASSPHRASE + "\n")
        secret.chmod(0o600)
        done = self.issue(self.new, self.new_cert, self.folder / "a.pdf", "--passphrase-file", secret)
        self.assertNotIn(b"sceau: ", done.stderr)
        secret.write_text("another\n")
        refused = sceau("issue", self.claims, "--key", self.new, "--cert", self.new_cert, "--no-status",
                        "-o", self.folder / "b.pdf", "--passphrase-file", secret)
        self.assert_error(refused, "key.passphrase-wrong")
        person = Person(SCEAU, "issue", self.claims, "--key", self.new, "--cert", self.new_cert, "--no-status",
                        "-o", self.folder / "c.pdf", env=environment(LC_ALL="en_GB.UTF-8"))
        person.wait_for("Passphrase of the key: ")
        person.type(PASSPHRASE + "\n")
        self.assertEqual(person.end(), 0, person.seen)
        self.assertTrue((self.folder / "c.pdf").exists())
        self.assertFalse((self.folder / "b.pdf").exists())

    def test_two_different_answers_are_refused(self):
        person = Person(SCEAU, *self.arguments())
        person.wait_for("nouvelle clé : ")
        person.type("one\n")
        person.wait_for("Répétez-la : ")
        person.type("two\n")
        self.assertEqual(person.end(), 2)
        self.assertIn(b"[key.passphrase-wrong] (the two differ)", person.seen)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_issuing_is_another_program_in_the_place_of_this_one(self):
        person = Person(SCEAU, *self.arguments())
        person.wait_for("nouvelle clé : ")
        self.assertEqual(pathlib.Path(f"/proc/{person.pid}/comm").read_text(), "sceau-issue\n")
        self.assertEqual(pathlib.Path(f"/proc/{person.pid}/task/{person.pid}/children").read_text(), "")
        person.type("\x03")
        self.assertEqual(person.end(), -signal.SIGINT)

    def test_ctrl_c_leaves_nothing_and_neither_would_a_crash(self):
        person = Person(SCEAU, *self.arguments())
        person.wait_for("nouvelle clé : ")
        limits = pathlib.Path(f"/proc/{person.pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size +0 ")
        person.type("half\x03")
        self.assertEqual(person.end(), -signal.SIGINT)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_folder_that_is_missing_is_made_and_one_that_cannot_be_is_told(self):
        arguments = ["keygen", "--organisation", "O", "--no-passphrase"]
        (self.folder / "file").touch()
        done = sceau(*arguments, "--key", self.folder / "k", "--cert", self.folder / "file/c")
        self.assert_error(done, "output.not-written", "file/c")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["file"])
        done = sceau(*arguments, "--key", self.folder / "k", "--cert", self.folder / "no/c")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "no/c").exists())


class IssueTest(Case):
    def arguments(self, *more, claims=None):
        return ["issue", claims or self.claims, "--key", self.key, "--cert", self.cert, *more]

    def claims_file(self, **changes):
        path = self.folder / "claims.json"
        path.write_text(json.dumps({**CLAIMS, **changes}), encoding="utf-8")
        return path

    def test_writes_all_outputs_for_the_owner_only(self):
        outputs = {name: self.folder / name for name in ("a.pdf", "a.png", "a.svg", "a.txt")}
        done = sceau(*self.arguments("--status", "3:77", "-o", outputs["a.pdf"], "--png", outputs["a.png"],
                                     "--svg", outputs["a.svg"], "--seal-text", outputs["a.txt"]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout.decode(), r"\A[A-Z2-7]{16}\n\Z")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), sorted(outputs))
        for path, mark in zip(outputs.values(), (b"%PDF-", b"\x89PNG", b"<svg", b"AD1:")):
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
            self.assertIn(mark, path.read_bytes()[:200], path)
        report = json.loads(self.verify("--json", outputs["a.pdf"]).stdout)
        self.assertEqual(report["seals"][0]["claims"]["status"], {"list": 3, "index": 77})
        self.assertEqual(report["seals"][0]["claims"]["document_id"], done.stdout.decode().strip())

    def test_nothing_is_overwritten(self):
        pdf, png = self.folder / "a.pdf", self.folder / "a.png"
        key, cert, claims = self.folder / "key", self.folder / "cert", self.claims_file()
        shutil.copy(self.key, key)
        shutil.copy(self.cert, cert)
        (self.folder / "link").symlink_to(self.folder)

        def issue(*more):
            return sceau("issue", claims, "--key", key, "--cert", cert, "--no-status", *more)

        first = issue("-o", pdf, "--png", png)
        self.assertEqual(first.returncode, 0, first.stderr)
        kept = {p: p.read_bytes() for p in (pdf, png, key, cert, claims)}
        self.assert_error(issue("-o", pdf), "output.exists", "a.pdf")
        self.assert_error(issue("-o", self.folder / "b.pdf", "--png", png), "output.exists", "a.png")
        for force in ((), ("--force",)):
            for taken in (key, cert, claims, self.folder / "link/key", f"{self.folder}/./claims.json"):
                for option in ("-o", "--png", "--svg", "--seal-text"):
                    self.assert_error(issue(option, taken, *force), "usage")
            self.assert_error(issue("-o", self.folder / "x", "--png", self.folder / "link/x", *force), "usage")
            other = self.folder / "other"
            other.write_text("-----BEGIN PRIVATE KEY-----")
            self.assert_error(issue("-o", other, *force), "output.exists")
            self.assert_error(issue("-o", png, *force), "output.exists")
        self.assertEqual({p: p.read_bytes() for p in kept}, kept)
        self.assertFalse((self.folder / "b.pdf").exists())
        again = issue("-o", pdf, "--png", png, "--force")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertNotEqual(again.stdout, first.stdout)
        self.assertNotEqual(pdf.read_bytes(), kept[pdf])

    def test_claims_from_standard_input(self):
        done = sceau(*self.arguments("--no-status", "-o", self.folder / "a.pdf", claims="-"),
                     stdin=json.dumps(CLAIMS).encode())
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_status_is_a_choice(self):
        self.assert_error(sceau(*self.arguments("-o", self.folder / "a.pdf")), "usage", "ne pourra jamais être retirée")
        own = self.claims_file(status={"list": 1, "index": 2})
        for twice in (["--no-status"], ["--status", "3:4"]):
            self.assert_error(sceau(*self.arguments(*twice, "-o", self.folder / "a.pdf", claims=own)), "usage")
        self.assertFalse((self.folder / "a.pdf").exists())
        self.assertEqual(sceau(*self.arguments("-o", self.folder / "a.pdf", claims=own)).returncode, 0)
        report = json.loads(self.verify("--json", self.folder / "a.pdf").stdout)
        self.assertEqual(report["seals"][0]["claims"]["status"], {"list": 1, "index": 2})

    def test_claims_that_break_a_rule_leave_nothing_and_are_not_repeated(self):
        holder = {**CLAIMS["holder"], "nir": NIR[:-1] + "3"}
        for claims, code in ((self.claims_file(holder=holder), "claims.nir-key"), (self.folder / "no", "document.missing")):
            done = sceau(*self.arguments("--no-status", "-o", self.folder / "a.pdf", claims=claims))
            self.assert_error(done, code)
            self.assertNotIn(NIR[:13].encode(), done.stderr)
            self.assertFalse((self.folder / "a.pdf").exists())

    def test_a_long_validity_must_be_allowed(self):
        claims = self.claims_file(valid_until=(TODAY + datetime.timedelta(days=300)).isoformat())
        arguments = self.arguments("--no-status", "-o", self.folder / "a.pdf", claims=claims)
        self.assert_error(sceau(*arguments), "claims.too-long-validity")
        self.assertEqual(sceau(*arguments, "--allow-long-validity").returncode, 0)

    def test_when_one_output_fails_none_is_left(self):
        (self.folder / "file").touch()
        done = sceau(*self.arguments("--no-status", "-o", self.folder / "a.pdf", "--png", self.folder / "file/a.png"))
        self.assert_error(done, "output.not-written", "file/a.png")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["file"])

    def test_a_key_that_others_can_read_is_refused(self):
        exposed = self.folder / "k"
        shutil.copy(self.key, exposed)
        exposed.chmod(0o644)
        done = sceau("issue", self.claims, "--key", exposed, "--cert", self.cert, "--no-status", "-o", self.folder / "a")
        self.assert_error(done, "key.exposed", str(exposed))

    def test_errors_name_the_file_they_are_about(self):
        missing = self.folder / "missing"
        for key, cert in ((missing, self.cert), (self.key, missing)):
            done = sceau("issue", self.claims, "--key", key, "--cert", cert, "--no-status", "-o", self.folder / "a")
            self.assert_error(done, "key.missing", str(missing))
        _, other = self.new_key("issue-other", self.folder, "Autre")
        done = sceau("issue", self.claims, "--key", self.key, "--cert", other, "--no-status", "-o", self.folder / "a")
        self.assert_error(done, "key.certificate-mismatch", str(other))


class VerifyTest(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unknown = cls.shared / "unknown.pdf"
        cls.issue(*cls.new_key("inconnu", cls.shared, "Caisse inconnue"), cls.unknown)
        cls.altered = cls.shared / "altered.txt"
        text = cls.text.read_text(encoding="ascii")
        middle = len(text) // 2
        cls.altered.write_text(text[:middle] + ("1" if text[middle] == "0" else "0") + text[middle + 1:])
        cls.missing = cls.shared / "absent.pdf"

    def test_in_order(self):
        done = self.verify(self.pdf)
        text = done.stdout.decode()
        self.assertEqual(done.returncode, 0, text)
        self.assertEqual(done.stderr, b"")
        self.assertTrue(text.startswith("✔ CONFORME : Sceau de la Caisse d'essai intact ; droits ouverts le "), text)
        for part in (TODAY.strftime("%d/%m/%Y"), "DURAND Zoé Anne", "12/05/1984", "2 84 05 •• ••• ••• ••",
                     "Vérifiez l'identité du porteur. Ne vaut pas garantie de paiement."):
            self.assertIn(part, text)
        self.assertNotIn("\033", text)
        self.assertNotIn("321", text)

    def edited(self, name, edit):
        """The issued page with its content as `edit` gives it back, in a revision behind the others."""
        pdf = self.pdf.read_bytes()
        for found in re.finditer(rb"(\d+) 0 obj\s*<<[^>]*/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", pdf, re.S):
            content = zlib.decompressobj().decompress(found[2])
            if b"TJ" in content:
                break
        number, content = int(found[1]), edit(content)
        root, size = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1], re.findall(rb"/Size (\d+)", pdf)[-1]
        previous = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
        body = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(content), content)
        table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %s /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            number, len(pdf) + 1, size, root, previous, len(pdf) + len(body))
        path = self.shared / name
        path.write_bytes(pdf + body + table)
        return path

    def test_each_word_of_the_page_is_answered_for(self):
        def replaced(text, by):
            def edit(content):
                for found in re.finditer(rb"\[[^\]]*\]TJ|\([^)]*\)Tj", content):  # in pieces
                    if b"".join(re.findall(rb"\(([^)]*)\)", found[0])) == text:
                        return content[:found.start()] + by + content[found.end():]
                raise AssertionError(f"{text} is not on the page")
            return edit
        end = b"sans date de fin"
        cases = (
            ("same.pdf", replaced(end, b"(%s)Tj" % end), 0, "porte toutes les mentions du sceau", None),
            ("less.pdf", replaced(end, b"[]TJ"), 4, "une personne doit la regarder", "document.text-missing"),
            ("more.pdf", replaced(end, b"(%s  01/02/1990)Tj" % end), 4, "une personne doit la regarder", "document.text-added"),
            ("rank.pdf", replaced(b"1", b"(2)Tj"), 3, "dit autre chose que le sceau", "document.printed-details-differ"),
        )
        for name, edit, status, word, reason in cases:
            with self.subTest(name):
                done = self.verify(self.edited(name, edit))
                text = " ".join(done.stdout.decode().split())
                self.assertEqual(done.returncode, status, text)
                self.assertIn(word, text)
                self.assertNotIn("non comparée :", text)
                if reason:
                    self.assertIn(f"[{reason}]", text)

    def test_english_by_locale_or_option(self):
        for more, env in (((), environment(LC_ALL="en_GB.UTF-8")), (("--lang", "en"), None)):
            text = self.verify(self.pdf, *more, env=env).stdout.decode()
            self.assertTrue(text.startswith("✔ IN ORDER: Seal of Caisse d'essai intact; rights open on "), text)

    def test_json_is_one_object_a_line(self):
        done = self.verify("--json", self.pdf, self.text)
        lines = done.stdout.decode().splitlines()
        self.assertEqual([json.loads(line)["file"] for line in lines], [str(self.pdf), str(self.text)])
        report = json.loads(lines[0])
        self.assertEqual((report["verdict"], report["outcome"]), ("valid", "in-order"))
        self.assertEqual(report["seals"][0]["signature"], "verified")
        self.assertEqual(report["seals"][0]["outcome"], "in-order")
        self.assertNotIn(NIR, done.stdout.decode())

    def test_a_table_has_a_row_for_every_file(self):
        done = self.verify("--csv", self.pdf, self.missing, self.unknown)
        self.assertEqual(done.returncode, 2)
        heading, *rows = csv.reader(done.stdout.decode("utf-8-sig").splitlines(), delimiter=";")
        found = [dict(zip(heading, row, strict=True)) for row in rows]
        self.assertEqual([row["file"] for row in found], [str(self.pdf), str(self.missing), str(self.unknown)])
        self.assertEqual([row["verdict"] for row in found], ["valid", "", "undetermined"])
        self.assertEqual([row["outcome"] for row in found], ["in-order", "not-confirmed", "not-confirmed"])
        self.assertEqual([row["holder"] for row in found], ["DURAND Zoé Anne", "", ""])
        self.assertEqual(found[1]["reasons"], "document.missing")
        self.assertNotIn(NIR, done.stdout.decode())
        self.assertIn(NIR, self.verify("--csv", "--show-nir", self.pdf).stdout.decode())
        self.assert_error(self.verify("--csv", "--json", self.pdf), "usage", "--csv")

    def test_the_nir_in_full_only_when_asked_for(self):
        self.assertIn("2 84 05 2A 321 025 52", self.verify("--show-nir", self.pdf).stdout.decode())
        self.assertIn(NIR, self.verify("--show-nir", "--json", self.pdf).stdout.decode())

    def test_expired_is_refused_but_not_called_forged(self):
        at = (TODAY + datetime.timedelta(days=91)).isoformat()
        done = self.verify("--at", at, self.pdf)
        self.assertEqual(done.returncode, 3)
        text = done.stdout.decode()
        until = (TODAY + datetime.timedelta(days=90)).strftime("%d/%m/%Y")
        self.assertTrue(text.startswith("◷ DOCUMENT PÉRIMÉ : Sceau de la Caisse d'essai intact ; attestation valable"), text)
        self.assertIn(f"jusqu'au {until} seulement", " ".join(text.split()))
        self.assertNotIn("REFUSÉ", text)
        self.assertNotIn("imité", text)

    def test_an_altered_seal_is_refused_and_not_shown(self):
        done = self.verify(self.altered)
        self.assertIn(done.returncode, (3, 4))  # 4 when the change broke the structure before the signature
        self.assertNotIn("DURAND", done.stdout.decode())
        self.assertNotIn("CONFORME", done.stdout.decode())

    def test_an_unknown_issuer_is_undetermined(self):
        done = self.verify(self.unknown)
        self.assertEqual(done.returncode, 4)
        self.assertTrue(done.stdout.decode().startswith("! NON CONFIRMÉ : Sceau d'un émetteur que ce vérificateur"))
        self.assertNotIn("DURAND", done.stdout.decode())

    def test_the_person_expected(self):
        self.assertEqual(self.verify(self.pdf, "--holder-name", "Durand Zoe Anne", "--holder-born", "1984-05-12").returncode, 0)
        other = self.verify(self.pdf, "--holder-name", "MARTIN Paul")
        self.assertEqual(other.returncode, 3)
        self.assertIn("[holder.name-differs]", other.stdout.decode())
        self.assert_error(self.verify(self.pdf, "--holder-born", "hier"), "usage")

    def test_the_person_expected_from_a_file(self):
        expected = f"name=DURAND Zoé Anne\nborn=12/05/1984\nnir={NIR}\n"
        path = self.folder / "expected"
        path.write_text(expected, encoding="utf-8")
        self.assertEqual(self.verify(self.pdf, "--holder-file", path).returncode, 0)
        self.assertEqual(self.verify(self.pdf, "--holder-file", "-", stdin=expected.encode()).returncode, 0)
        self.assertEqual(self.verify(self.pdf, "--holder-file", "-", stdin=b"name=MARTIN").returncode, 3)
        self.assert_error(self.verify(self.pdf, "--holder-file", path, "--holder-nir", NIR), "usage", "--holder-nir")
        path.write_text("DURAND\n")
        refused = self.verify(self.pdf, "--holder-file", path)
        self.assert_error(refused, "usage", "line 1")
        self.assertNotIn(b"DURAND", refused.stderr)

    def test_standard_input_of_any_kind(self):
        for path in (self.pdf, self.text):
            done = self.verify("-", stdin=path.read_bytes())
            self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.verify("-", stdin=b"").returncode, 4)
        self.assertEqual(self.verify("-", stdin=os.urandom(5000)).returncode, 4)

    def test_a_scanner_that_is_set_up_wrongly(self):
        typed = self.text.read_text().strip().swapcase()
        done = self.verify("-", "--json", stdin=f"]q1{typed}\r\n".encode())
        self.assertEqual(done.returncode, 0, done.stdout)
        codes = [reason["code"] for reason in json.loads(done.stdout)["seals"][0]["reasons"]]
        self.assertEqual(codes[-2:], ["scanner.caps-lock", "scanner.frame"])
        self.assertIn("Désactivez-le", self.verify("-", stdin=typed.encode()).stdout.decode())

    def test_three_over_two_over_four_over_zero(self):
        other = ("--holder-name", "MARTIN Paul")
        for files, code in (((self.pdf, self.pdf), 0), ((self.pdf, self.unknown), 4), ((self.unknown, self.missing), 2)):
            self.assertEqual(self.verify(*files).returncode, code)
        self.assertEqual(self.verify(self.missing, self.unknown, self.pdf, *other).returncode, 3)

    def test_a_missing_file_does_not_keep_others_from_being_judged(self):
        done = self.verify(self.missing, self.pdf)
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"sceau: error: {self.missing} : Ce fichier n'existe pas [document.missing]\nsceau: hint: ",
                      done.stderr.decode())
        self.assertIn("✔ CONFORME", done.stdout.decode())
        self.assertIn("Documents : 2 ; conformes : 1, dont pages à comparer : 0 ; droits non ouverts ou document périmé : 0 ; refusés : 0 ; non confirmés : 1, dont non lus : 1 ; "
                      "sans sceau : 0.", done.stdout.decode())
        lines = self.verify("--json", self.missing, self.pdf).stdout.decode().splitlines()
        failure = json.loads(lines[0])
        self.assertEqual((failure["schema_version"], failure["file"]), (1, str(self.missing)))
        self.assertEqual((failure["error"]["code"], failure["outcome"]), ("document.missing", "not-confirmed"))
        self.assertEqual(json.loads(lines[1])["verdict"], "valid")

    def test_results_keep_the_order_of_the_files(self):
        files = [self.text, self.pdf, self.missing, self.unknown, self.text, self.pdf, self.altered] * 3
        one, many, four = ([json.loads(line) for line in self.verify("--json", *jobs, *files).stdout.splitlines()]
                     for jobs in (("--jobs", "1"), (), ("--jobs", "4")))
        for report in one + many + four:
            report.pop("verified_at", None)  # the one thing in which two runs may differ
        self.assertEqual(one, many)
        self.assertEqual(one, four)
        self.assertEqual([report["file"] for report in many], [str(f) for f in files])

    def test_policies(self):
        counter = SOURCE / "docs/policies/counter.json"
        for policy in ("counter", "insurer", counter):
            report = json.loads(self.verify("--json", "--policy", policy, self.pdf).stdout)
            self.assertEqual(report["verdict"], "valid")
        broken = self.folder / "p.json"
        broken.write_text("{}")
        for policy in ("lenient", broken, self.folder / "missing.json"):
            self.assert_error(self.verify("--policy", policy, self.pdf), "policy.unusable", str(policy))

    def test_trust_that_cannot_be_used(self):
        empty, junk = self.folder / "empty", self.folder / "junk"
        empty.mkdir()
        junk.mkdir()
        (junk / "c.pem").write_text("no certificate")
        for folder, code in ((self.folder / "no", "trust.missing"), (empty, "trust.empty"), (junk, "trust.empty")):
            self.assert_error(sceau("verify", self.pdf, "--trust", folder), code, str(folder))

    def test_a_name_cannot_move_the_terminal(self):
        evil = self.folder / "a\033[2J\u202e.pdf"
        shutil.copy(self.pdf, evil)
        for arguments in ((evil,), (evil, "--json"), (str(evil) + "x",), (str(evil) + "x", "--json")):
            done = self.verify(*arguments)
            for stream in (done.stdout, done.stderr):
                self.assertNotIn(b"\033", stream)
                self.assertNotIn("\u202e".encode(), stream)

    def test_colour_is_for_terminals(self):
        for env, coloured in ((environment(), True), (environment(NO_COLOR="1"), False), (environment(TERM="dumb"), False)):
            person = Person(SCEAU, "verify", self.pdf, "--trust", self.trust, env=env)
            self.assertEqual(person.end(), 0)
            self.assertEqual(b"\033[1;3" in person.seen, coloured, person.seen)

    def test_an_output_that_cannot_be_written(self):
        command = [SCEAU, "verify", str(self.pdf), "--trust", str(self.trust)]
        for stdout in ("/dev/full", "-"):
            done = subprocess.run(["sh", "-c", f'exec "$@" >{"&" if stdout == "-" else ""}{stdout}', "sh", *command],
                                  stderr=subprocess.PIPE, env=environment(), timeout=60)
            self.assertEqual(done.returncode, 2, stdout)
            self.assertIn("sortie standard", done.stderr.decode())
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment(), timeout=60)
        os.close(writer)
        self.assertEqual(done.returncode, 2)

    def test_files_that_are_no_files(self):
        self.assertEqual(self.verify(self.folder).returncode, 2)
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        self.assertEqual(self.verify(fifo).returncode, 2)
        empty = self.folder / "empty.pdf"
        empty.touch()
        done = self.verify(empty)
        self.assertEqual(done.returncode, 4)
        self.assertIn("[document.empty]", done.stdout.decode())


class InspectTest(Case):
    def test_shows_layers_and_says_that_nothing_is_verified(self):
        done = sceau("inspect", self.pdf)
        text = done.stdout.decode()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(text.splitlines()[0], f"{self.pdf} : pages lues 1, codes trouvés 1")
        self.assertTrue(text.splitlines()[1].startswith("RIEN N'EST VÉRIFIÉ ICI"))
        self.assertIn("couche ", text)
        self.assertIn("00000000", text)
        self.assertNotIn("CONFORME", text)

    def test_json(self):
        done = sceau("inspect", "--json", self.text, self.shared / "absent")
        self.assertEqual(done.returncode, 2)
        found, failure = map(json.loads, done.stdout.splitlines())
        self.assertEqual(bytes.fromhex(found["symbols"][0]["payload_hex"]), self.text.read_bytes())
        self.assertTrue(found["symbols"][0]["layers"])
        self.assertEqual(failure["error"]["code"], "document.missing")

    def test_what_cannot_be_read_is_undetermined(self):
        done = sceau("inspect", "-", stdin=b"%PDF-1.7 broken")
        self.assertEqual(done.returncode, 4)
        self.assertIn("[document.", done.stdout.decode())


if __name__ == "__main__":
    main()
