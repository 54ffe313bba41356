#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""ledger_test.py SCEAU SOURCE: a fund issues with a ledger, withdraws, and publishes it, with the built command."""
import json
import os
import stat

from harness import CLAIMS, NIR, Case, main, sceau


class LedgerTest(Case):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "registre"
        self.run_ok("ledger", "new", "--ledger", self.ledger)
        self.out = self.folder / "out"
        self.out.mkdir()

    @staticmethod
    def run_ok(*arguments, **more):
        done = sceau(*arguments, **more)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def issue_one(self, name, *more):
        return self.run_ok("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger,
                           "--seal-text", self.folder / name, *more).strip()

    def show(self, number):
        return self.run_ok("ledger", "show", "--ledger", self.ledger, "--document", number)

    def status_of(self, state, name):
        done = sceau("verify", "--json", self.folder / name, "--state", state)
        seal = json.loads(done.stdout)["seals"][0]
        return seal["axes"]["status"], seal.get("withdrawal", {}).get("reason"), done.returncode

    def batch(self, requests, *more, **options):
        path = self.folder / "requests.ndjson"
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in requests), encoding="utf-8")
        return sceau("issue", "--batch", path, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger,
                     "--output-dir", self.out, *more, **options)

    def test_from_issuing_to_a_verifier_who_knows(self):
        valid, lost, suspended = (self.issue_one(name) for name in ("valid", "lost", "suspended"))
        replaced = self.issue_one("replaced")
        newer = self.issue_one("newer", "--replaces", replaced)
        change = ["--ledger", self.ledger, "--document"]
        self.assertEqual(self.run_ok("revoke", *change, lost, "--reason", "lost"), "Attestations retirées : 1\n")
        self.assertEqual(self.run_ok("revoke", *change, lost, "--reason", "fraud"), "Attestations retirées : 0\n")
        self.assertEqual(self.run_ok("suspend", *change, suspended), "Attestations suspendues : 1\n")
        self.assertEqual(self.run_ok("suspend", *change, valid), "Attestations suspendues : 1\n")
        self.assertEqual(self.run_ok("reinstate", *change, valid), "Attestations rétablies : 1\n")
        self.assert_error(sceau("reinstate", *change, lost), "ledger.withdrawn-for-good")
        self.assertIn("retirée le", self.show(lost))
        self.assertIn("(perdue)", self.show(lost))
        self.assertIn(f"Remplacée par     {newer}", self.show(replaced))
        self.assertIn(f"Remplace          {replaced}", self.show(newer))
        self.assertIn("2 en vigueur, 2 retirées, 1 suspendues",
                      self.run_ok("ledger", "show", "--ledger", self.ledger))

        lists = self.run_ok("status", "publish", "--ledger", self.ledger, "--key", self.key, "--cert", self.cert,
                            "--output-dir", self.out).split()
        self.assertEqual(len(lists), 2)  # and the next one, which is empty
        draft, roots, bundle = (self.folder / name for name in ("draft", "roots", "bundle"))
        root_key, root_cert = self.new_key(f"root-{self.folder.name}", self.folder, "Racine")
        self.run_ok("trust", "new-root", "--cert", root_cert, "--threshold", 1, "-o", roots)
        self.run_ok("trust", "add-issuer", "--draft", draft, "--name", "Caisse", "--cert", self.cert, "--fund", "01751")
        self.run_ok("trust", "sign", roots, "--key", root_key, "--cert", root_cert)
        self.run_ok("trust", "build", "--draft", draft, "--roots", roots, "--status", lists[0], "--status", lists[1], "-o", bundle)
        self.run_ok("trust", "sign", bundle, "--key", root_key, "--cert", root_cert)
        state = self.folder / "state"
        self.run_ok("trust", "install", bundle, "--roots", roots, "--state", state)
        self.assertEqual(self.status_of(state, "valid"), ("current", None, 0))
        self.assertEqual(self.status_of(state, "newer"), ("current", None, 0))
        self.assertEqual(self.status_of(state, "lost"), ("revoked", "lost", 3))
        self.assertEqual(self.status_of(state, "replaced"), ("revoked", "replaced", 3))
        self.assertEqual(self.status_of(state, "suspended"), ("suspended", "other", 3))
        shown = self.run_ok("trust", "show", "--state", state)
        self.assertIn("2 retirées, 1 suspendues", shown)

    def test_a_restored_ledger_says_nothing_of_what_came_later(self):
        self.issue_one("one", "--request-id", "r1")
        self.run_ok("ledger", "restored", "--ledger", self.ledger)
        self.assert_error(sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger,
                                "--seal-text", self.folder / "two"), "ledger.restored")
        self.issue_one("again", "--request-id", "r1")
        self.run_ok("status", "publish", "--ledger", self.ledger, "--key", self.key, "--cert", self.cert, "--output-dir", self.out)
        self.assert_error(sceau("ledger", "restored", "--ledger", self.folder / "faute"), "ledger.missing")

    def test_a_person_is_found_by_number_and_the_number_stays_off_the_command_line(self):
        self.issue_one("one")
        self.issue_one("two")
        holder = f"name=DURAND\nnir={NIR}\n".encode()
        done = sceau("revoke", "--ledger", self.ledger, "--holder-file", "-", "--reason", "fraud", stdin=holder)
        self.assertEqual(done.stdout.decode(), "Attestations retirées : 2\n", done.stderr)
        self.assert_error(sceau("revoke", "--ledger", self.ledger, "--nir", "284058832102532", "--reason", "lost"),
                          "ledger.unknown-holder")
        self.assert_error(sceau("suspend", "--ledger", self.ledger, "--holder-file", "-", stdin=b"name=x\n"), "usage")
        self.assertNotIn(NIR.encode(), self.ledger.read_bytes())

    def test_folders_of_outputs_are_made(self):
        done = sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--no-status", "-o", self.folder / "new/a/x.pdf",
                     "--png", self.folder / "new/b/x.png")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "new/a/x.pdf").exists() and (self.folder / "new/b/x.png").exists())
        self.out = self.folder / "not/yet/there"
        self.assertEqual(self.batch([{"request_id": "r", "claims": CLAIMS}]).returncode, 0)
        self.run_ok("status", "publish", "--ledger", self.ledger, "--key", self.key, "--cert", self.cert, "--output-dir",
                    self.folder / "lists/today")
        self.assertEqual(len(list((self.folder / "lists/today").iterdir())), 2)

    def test_an_attestation_is_withdrawn_by_its_file(self):
        number = self.issue_one("one", "-o", self.folder / "one.pdf")
        other = self.issue_one("two")
        change = ["--ledger", self.ledger, "--trust", self.trust]
        self.assertEqual(self.run_ok("suspend", self.folder / "one.pdf", *change), "Attestations suspendues : 1\n")
        self.assertEqual(self.run_ok("reinstate", self.folder / "one", *change), "Attestations rétablies : 1\n")
        self.assertEqual(self.run_ok("revoke", self.folder / "one.pdf", self.folder / "one", "--reason", "volée", *change),
                         "Attestations retirées : 1\n")
        self.assertIn("(volée)", self.show(number))
        self.assertIn("en vigueur", self.show(other))

        # A file withdraws only what its seal proves; nothing is withdrawn when one of the files is not good.
        forged = self.folder / "forged"
        text = (self.folder / "two").read_text()
        forged.write_text(text[:300] + ("1" if text[300] == "0" else "0") + text[301:])
        stranger = self.folder / "stranger"
        key, cert = self.new_key(f"stranger-{self.folder.name}", self.folder, "Autre")
        self.issue(key, cert, self.folder / "s.pdf", "--seal-text", stranger)
        for bad, code in ((forged, "scanner.text-unproven"), (stranger, "seal.issuer-unknown"), (self.claims, "document.")):
            done = sceau("revoke", self.folder / "two", bad, "--reason", "fraude", *change)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(f"[{code}", done.stderr.decode())
            self.assertIn("en vigueur", self.show(other))
        self.assert_error(sceau("revoke", self.text, "--reason", "lost", *change), "ledger.unknown-document")
        self.assert_error(sceau("revoke", self.text, "--reason", "lost", "--document", number, *change), "usage", "un seul")

    def test_the_ledger_is_listed_by_pages(self):
        numbers = [self.issue_one(f"n{i}", "--request-id", f"r{i}") for i in range(3)]
        self.run_ok("revoke", "--ledger", self.ledger, "--document", numbers[1], "--reason", "perdue")
        show = ["ledger", "show", "--ledger", self.ledger]
        text = self.run_ok(*show)
        self.assertTrue(text.startswith("  2 en vigueur, 1 retirées, 0 suspendues"), text)
        for number in numbers:
            self.assertIn(number, text)
        self.assertNotIn(NIR, text)
        listed = [json.loads(line) for line in self.run_ok(*show, "--json").splitlines()]
        self.assertEqual(sorted(entry["document_id"] for entry in listed), sorted(numbers))
        withdrawn = json.loads(self.run_ok(*show, "--json", "--only", "withdrawn"))
        self.assertEqual((withdrawn["document_id"], withdrawn["state"], withdrawn["reason"]), (numbers[1], "withdrawn", "lost"))
        self.assertEqual(json.loads(self.run_ok(*show, "--json", "--request-id", "r2"))["document_id"], numbers[2])
        first = sceau(*show, "--json", "--limit", "2")
        page = [json.loads(line)["document_id"] for line in first.stdout.splitlines()]
        self.assertIn(f"--after {page[-1]}", first.stderr.decode())
        page += [json.loads(line)["document_id"] for line in self.run_ok(*show, "--json", "--limit", "2", "--after", page[-1]).splitlines()]
        self.assertEqual(sorted(page), sorted(numbers))
        self.assertEqual(self.run_ok(*show, "--json", "--issued-until", "1/1/2026"), "")

    def test_the_same_request_gives_the_same_attestation(self):
        first = self.issue_one("a", "--request-id", "r1")
        self.assertEqual(self.issue_one("b", "--request-id", "r1"), first)
        self.assertEqual((self.folder / "a").read_bytes(), (self.folder / "b").read_bytes())
        other = self.folder / "other.json"
        other.write_text(json.dumps({**CLAIMS, "holder": {**CLAIMS["holder"], "birth_name": "DUPRÉ"}}))
        self.assert_error(sceau("issue", other, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger, "-o",
                                self.folder / "x.pdf", "--request-id", "r1"), "ledger.request-differs")

    def test_no_output_takes_the_place_of_the_ledger(self):
        before = self.run_ok("ledger", "show", "--ledger", self.ledger)
        for name in (self.ledger, f"{self.ledger}-wal", f"{self.folder}/./registre-shm"):
            self.assert_error(sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger,
                                    "--force", "-o", name), "usage")
        taken = self.folder / "taken.pdf"
        taken.write_text("mine")
        self.assert_error(sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", self.ledger, "-o",
                                taken), "output.exists")
        self.assertEqual(taken.read_text(), "mine")
        # Nothing was remembered that nobody got.
        self.assertEqual(self.run_ok("ledger", "show", "--ledger", self.ledger), before)

    def test_a_ledger_is_made_once_and_never_by_mistake(self):
        self.assertEqual(stat.S_IMODE(self.ledger.stat().st_mode), 0o600)
        self.assert_error(sceau("ledger", "new", "--ledger", self.ledger), "output.exists")
        missing = self.folder / "faute"
        self.assert_error(sceau("issue", self.claims, "--key", self.key, "--cert", self.cert, "--ledger", missing, "-o",
                                self.folder / "x.pdf"), "ledger.missing")
        self.assert_error(sceau("ledger", "show", "--ledger", missing), "ledger.missing")
        self.assert_error(sceau("ledger", "show", "--ledger", self.claims), "ledger.unusable")
        self.assertFalse(missing.exists())

    def test_a_batch_answers_line_by_line_and_goes_on_where_it_was(self):
        claims = [{**CLAIMS, "holder": {**CLAIMS["holder"], "given_names": f"Zoé {'I' * i}"}} for i in range(1, 6)]
        requests = [{"request_id": f"r{i}", "claims": c} for i, c in enumerate(claims)]
        requests[1] = "{broken"
        requests[3]["claims"] = {**claims[3], "valid_until": "2026-02-30"}
        done = self.batch(requests, "--format", "pdf", "--format", "txt")
        self.assertEqual(done.returncode, 2)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a["line"] for a in answers], [1, 2, 3, 4, 5])
        self.assertEqual([a.get("request_id") for a in answers], ["r0", None, "r2", "r3", "r4"])
        self.assertEqual(answers[0]["files"], [f"{self.out}/{answers[0]['document_id']}.{s}" for s in ("pdf", "txt")])
        self.assertNotIn("files", answers[3])
        self.assertEqual(answers[1]["error"]["code"], "claims.not-json")
        self.assertEqual(answers[3]["error"]["code"], "claims.bad-date")
        ids = [answers[i]["document_id"] for i in (0, 2, 4)]
        self.assertEqual(sorted(p.name for p in self.out.iterdir()),
                         sorted(f"{i}.{suffix}" for i in ids for suffix in ("pdf", "txt")))
        for path in self.out.iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        self.assertEqual(self.verify(self.out / f"{ids[0]}.txt").returncode, 4)  # no status list in a directory

        (self.out / f"{ids[1]}.pdf").unlink()
        kept = {p.name: p.stat().st_mtime_ns for p in self.out.iterdir()}
        again = self.batch(requests, "--format", "pdf", "--format", "txt")
        self.assertEqual(again.stdout, done.stdout)
        self.assertTrue((self.out / f"{ids[1]}.pdf").exists())
        for name in (f"{ids[0]}.pdf", f"{ids[0]}.txt"):
            self.assertEqual((self.out / name).stat().st_mtime_ns, kept[name])
        self.assertIn("3 en vigueur", self.run_ok("ledger", "show", "--ledger", self.ledger))

    def test_a_batch_whose_folder_cannot_be_made_says_so_and_loses_nothing(self):
        request = {"request_id": "r", "claims": CLAIMS}
        os.rmdir(self.out)
        self.out.write_text("a file in its place")
        self.assert_error(self.batch([request]), "output.not-written")
        self.out.unlink()
        done = self.batch([request])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(list(self.out.iterdir())), 1)
        self.assertIn("1 en vigueur", self.run_ok("ledger", "show", "--ledger", self.ledger))


if __name__ == "__main__":
    main()
