#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""trust_test.py SCEAU SOURCE: publishes and installs trust bundles with the built command, as people do."""
import csv
import datetime
import json
import shutil
import subprocess

from harness import CLAIMS, SCEAU, SOURCE, TODAY, Case, environment, main, sceau

FUND = "017510000"


class TrustTest(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.roots = [cls.new_key(f"racine{i}", cls.shared, f"Racine {i}") for i in range(3)]
        cls.fund_id = cls.key_id(cls.cert)

    @classmethod
    def key_id(cls, certificate):
        roots = cls.shared / f"{certificate.stem}.roots"
        cls.run_ok("trust", "new-root", "--cert", certificate, "--threshold", 1, "-o", roots)
        return cls.run_ok("trust", "show", roots).split("\n    ")[1].split(" ")[0]

    @staticmethod
    def run_ok(*arguments):
        done = sceau(*arguments)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.draft = self.folder / "draft.json"
        self.roots_file = self.new_roots("1.roots", self.roots, 2)
        self.run_ok("trust", "add-issuer", "--draft", self.draft, "--name", "Caisse d'essai", "--cert", self.cert,
                    "--fund", FUND[:5])

    def sign(self, file, *holders):
        for key, cert in holders:
            said = self.run_ok("trust", "sign", file, "--key", key, "--cert", cert)
        return said

    def new_roots(self, name, holders, threshold, *more, signers=None):
        path = self.folder / name
        certs = [argument for _, cert in holders for argument in ("--cert", cert)]
        self.run_ok("trust", "new-root", *certs, "--threshold", threshold, "-o", path, *more)
        self.sign(path, *(signers or holders[:threshold]))
        return path

    def build(self, name, *more, signers=None):
        path = self.folder / name
        self.run_ok("trust", "build", "--draft", self.draft, "--roots", self.roots_file, "-o", path, *more)
        self.sign(path, *(signers or self.roots[:2]))
        return path

    def install(self, *arguments):
        return sceau("trust", "install", "--state", self.state, *arguments)

    def install_ok(self, *arguments):
        return self.run_ok("trust", "install", "--state", self.state, *arguments)

    def report(self, *arguments):
        done = sceau("verify", "--json", self.text, "--state", self.state, *arguments)
        self.assertIn(done.returncode, (0, 3, 4), done.stderr)
        return json.loads(done.stdout)

    def test_two_of_three_sign_and_a_verifier_believes(self):
        first = self.build("1.trust")
        self.assertRegex(self.run_ok("trust", "show", first), r"\n  Signatures +2 sur 2 nécessaires\n")
        said = self.install_ok(first, "--roots", self.roots_file)
        self.assertIn("Liste de confiance n° 1", said)
        self.assertIn(f"+ émetteur Caisse d'essai (clé {self.fund_id})", said)
        report = self.report()
        self.assertEqual(report["verdict"], "valid")
        self.assertEqual(report["seals"][0]["axes"]["freshness"], "fresh")
        self.assertEqual(report["trust"]["sequence"], 1)
        self.assertIn("Rien ne change.", self.install_ok(first))
        self.assertIn("n° 1", self.run_ok("trust", "show", "--state", self.state))

    def test_one_of_three_is_not_enough(self):
        self.install_ok("--roots", self.roots_file)
        path = self.folder / "1.trust"
        self.run_ok("trust", "build", "--draft", self.draft, "--roots", self.roots_file, "-o", path)
        self.assertEqual(self.sign(path, self.roots[2], self.roots[2]), "Signatures : 1 sur 2 nécessaires\n")
        self.assert_error(self.install(path), "trust.bundle-threshold")
        done = sceau("verify", self.text, "--state", self.state)
        self.assert_error(done, "trust.not-installed", "sceau trust install")

    def test_the_bundle_of_this_once_is_no_older_than_the_installed_one(self):
        first, second = self.build("1.trust"), self.build("2.trust")
        self.install_ok(first, "--roots", self.roots_file)
        self.assertEqual(self.report("--trust", second)["trust"]["sequence"], 2)
        self.assertEqual(self.report()["trust"]["sequence"], 1)
        self.install_ok(second)
        self.assert_error(self.install(first), "trust.bundle-rollback")
        self.assert_error(sceau("verify", self.text, "--state", self.state, "--trust", first), "trust.bundle-rollback")
        self.assertEqual(self.report()["trust"]["sequence"], 2)
        self.assertEqual(self.report("--trust", self.trust)["seals"][0]["axes"]["freshness"], "undated")

    def test_a_report_is_replayed_by_its_bundle(self):
        first = self.build("1.trust")
        self.install_ok(first, "--roots", self.roots_file)
        before = sceau("verify", "--json", self.text, "--state", self.state).stdout
        report = self.folder / "report.json"
        report.write_bytes(before)
        replay = ["verify", "--json", self.text, "--state", self.state, "--replay", report]
        self.assert_replayed(sceau(*replay), before)
        self.run_ok("trust", "compromise-issuer", "--draft", self.draft, "--key-id", self.fund_id, "--since",
                    (TODAY - datetime.timedelta(days=1)).isoformat())
        second = self.build("2.trust")
        self.install_ok(second)
        self.assertEqual(self.report()["verdict"], "invalid")
        self.assert_error(sceau(*replay), "trust.bundle-digest")
        self.assert_error(sceau(*replay, "--trust", second), "trust.bundle-digest")
        again = sceau(*replay, "--trust", first)
        self.assert_replayed(again, before)
        self.assertEqual(again.stderr, b"")
        # A report file proves nothing: each surface says that it was replayed.
        text = sceau(*(word for word in replay if word != "--json"), "--trust", first)
        self.assertEqual(text.returncode, 5)
        self.assertTrue(text.stdout.decode().startswith("REJOUÉ, "), text.stdout.decode())
        self.assertIn("qui n'est pas une preuve", " ".join(text.stdout.decode().split()))
        table = sceau(*("--csv" if word == "--json" else word for word in replay), "--trust", first)
        self.assertEqual(table.returncode, 5)
        rows = list(csv.DictReader(table.stdout.decode("utf-8-sig").splitlines(), delimiter=";"))
        self.assertEqual([row["replayed"] for row in rows], ["true"])
        # Another document, or another question, is not what the report was about.
        other = sceau(*replay, "--trust", first, "--holder-name", "MARTIN Paul")
        self.assertEqual((other.returncode, json.loads(other.stdout)["verdict"]), (5, "invalid"))
        self.assertIn("le rapport disait « valid »".encode(), other.stderr)
        for bad in (b"", b"[]", b"{}", before.replace(b"verified_at", b"verified"), before + before):
            report.write_bytes(bad)
            self.assert_error(sceau(*replay, "--trust", first), "usage")
        # A report by a directory of certificates is replayed by one.
        report.write_bytes(sceau("verify", "--json", self.text, "--trust", self.trust).stdout)
        self.assert_replayed(sceau("verify", "--json", self.text, "--trust", self.trust, "--replay", report), report.read_bytes())

    def assert_replayed(self, done, before):
        self.assertEqual(done.returncode, 5, done.stderr)
        report = json.loads(done.stdout)
        self.assertIs(report.pop("replayed"), True)
        self.assertEqual(report, json.loads(before))

    def test_what_an_issuer_is_held_to_is_granted_and_shown(self):
        grant = ["trust", "add-issuer", "--draft", self.folder / "other.json", "--name", "Autre", "--cert", self.cert, "--fund", "01",
                 "--maximum-validity-days"]
        for bad in ("0", "3661", "-1", "many", "186.5"):
            self.assert_error(sceau(*grant, bad), "usage")
        self.run_ok(*grant, "3660", "--always-offers-status")
        issuer = json.loads((self.folder / "other.json").read_text())["issuers"][0]
        self.assertEqual((issuer["maximum_validity_days"], issuer["always_offers_status"]), (3660, True))
        self.draft = self.folder / "other.json"
        bundle = self.build("1.trust")
        self.install_ok(bundle, "--roots", self.roots_file)
        shown = " ".join(self.run_ok("trust", "show", bundle).split())
        self.assertIn("attestations de 3660 jours au plus ; retrait toujours prévu", shown)
        seal = self.report()["seals"][0]
        self.assertEqual((seal["axes"]["seal"], seal["reasons"][0]["code"]), ("issuer-not-allowed", "seal.status-missing"))

    def test_a_key_that_was_retired_or_stolen_counts_until_then(self):
        self.install_ok(self.build("1.trust"), "--roots", self.roots_file)
        later = (TODAY + datetime.timedelta(days=2)).isoformat()  # tomorrow may have begun in Paris
        end = ["--draft", self.draft, "--key-id", self.fund_id, "--since"]
        self.run_ok("trust", "retire-issuer", *end, later)
        self.assertIn("clé retirée depuis", self.install_ok(self.build("2.trust")))
        self.assertEqual(self.report()["verdict"], "valid")
        self.run_ok("trust", "compromise-issuer", *end, (TODAY - datetime.timedelta(days=1)).isoformat())
        third = self.build("3.trust")
        self.assertIn("clé compromise depuis", self.run_ok("trust", "diff", third, "--state", self.state))
        self.install_ok(third)
        seal = self.report()["seals"][0]
        self.assertEqual(seal["axes"]["seal"], "issuer-not-allowed")
        self.assertIn("seal.signed-after-compromise", [reason["code"] for reason in seal["reasons"]])

    def test_a_fund_signs_for_itself_alone(self):
        other = self.folder / "other.json"
        self.run_ok("trust", "add-issuer", "--draft", other, "--name", "Autre", "--cert", self.cert, "--fund", "02")
        self.draft = other
        self.install_ok(self.build("1.trust"), "--roots", self.roots_file)
        seal = self.report()["seals"][0]
        self.assertEqual(seal["axes"]["seal"], "issuer-not-allowed")
        self.assertIn("seal.fund-not-granted", [reason["code"] for reason in seal["reasons"]])

    def test_test_issuers_are_shown_as_such(self):
        draft = self.folder / "test.json"
        self.run_ok("trust", "add-issuer", "--draft", draft, "--name", "Essai", "--cert", self.cert, "--fund", "01",
                    "--test")
        self.draft = draft
        self.install_ok(self.build("1.trust"), "--roots", self.roots_file)
        self.assertIn("Essai (D'ESSAI)", self.run_ok("trust", "show", "--state", self.state))
        self.assertEqual(self.report()["seals"][0]["axes"]["seal"], "test-issuer")
        self.assertNotEqual(self.report()["verdict"], "valid")

    def test_roots_rotate(self):
        self.install_ok(self.build("1.trust"), "--roots", self.roots_file)
        newcomer = self.new_key("racine3", self.folder, "Racine 3")
        holders = [self.roots[1], newcomer]
        second = self.new_roots("2.roots", holders, 2, "--replaces", self.roots_file,
                                signers=[self.roots[0], *holders])
        bundle = self.build("2.trust", "--roots", second, signers=holders)
        said = self.install_ok(bundle)
        self.assertIn("(racines 2)", said)
        self.assertIn("+ clé racine Racine 3", said)
        self.assertIn("- clé racine Racine 0", said)
        self.assertEqual(self.report()["verdict"], "valid")
        # Those who were left out have no say any more.
        path = self.folder / "3.trust"
        self.run_ok("trust", "build", "--draft", self.draft, "--roots", self.roots_file, "--roots", second, "-o", path)
        key, cert = self.roots[0]
        self.assert_error(sceau("trust", "sign", path, "--key", key, "--cert", cert), "trust.not-a-root")

    def test_what_is_pinned_stays(self):
        said = self.install_ok("--roots", self.roots_file)
        self.assertIn("Racines 1 : 2 signatures nécessaires, 3 clés", said)
        others = self.new_roots("others.roots", self.roots[:1], 1)
        self.assert_error(self.install("--roots", others), "trust.already-pinned")
        self.install_ok("--roots", self.roots_file)
        unsigned = self.folder / "unsigned.roots"
        self.run_ok("trust", "new-root", "--cert", self.roots[0][1], "--threshold", 1, "-o", unsigned)
        self.state = self.folder / "fresh"
        self.assert_error(self.install("--roots", unsigned), "trust.roots-threshold")

    def test_bad_files_leave_what_is_installed(self):
        self.install_ok(self.build("1.trust"), "--roots", self.roots_file)
        before = {path.name: path.read_bytes() for path in self.state.iterdir()}
        second = self.build("2.trust").read_bytes()
        rows = {b"": "trust.file-malformed", second[:-1]: "trust.file-malformed", second + b"\0": "trust.file-malformed",
                second[:-1] + bytes([second[-1] ^ 1]): "trust.bundle-threshold",
                self.roots_file.read_bytes(): "trust.file-malformed", bytes(33 << 20): "trust.too-large"}
        bad = self.folder / "bad.trust"
        for content, code in rows.items():
            bad.write_bytes(content)
            self.assert_error(self.install(bad), code)
            self.assert_error(sceau("verify", self.text, "--state", self.state, "--trust", bad), code)
        self.assert_error(self.install(self.folder / "absent"), "document.missing")
        self.assertEqual({path.name: path.read_bytes() for path in self.state.iterdir()}, before)

    def test_a_states_list_is_taken_only_under_the_pinned_certificate(self):
        bad = self.folder / "list.xml"
        rows = {b"": "trust.etsi-malformed", b"<a/>": "trust.etsi-malformed",
                b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>': "trust.etsi-malformed",
                bytes((16 << 20) + 1): "trust.etsi-too-large"}
        for content, code in rows.items():
            bad.write_bytes(content)
            self.assert_error(sceau("trust", "import-etsi", bad, "--signer", self.cert), code)
        bad.write_bytes(b"<a/>")
        self.assert_error(sceau("trust", "import-etsi", bad, "--signer", bad), "trust.junk")

    def test_a_states_list_comes_into_the_draft(self):
        files = SOURCE / "cli/etsi_list"
        signer = ("--signer", files / "signer.pem", "--at", "2026-11-23")
        shown = self.run_ok("trust", "import-etsi", files / "list.xml", *signer, "--cert", files / "leaf.pem", "--draft", self.draft)
        self.assertIn("Agence de Fiction", shown)
        self.assertIn("FR99", shown)
        self.assertIn("Prestataire", self.draft.read_text())
        bent = self.folder / "list.xml"
        bent.write_bytes((files / "list.xml").read_bytes().replace(b"Agence de Fiction", b"Agence de Friction"))
        self.assert_error(sceau("trust", "import-etsi", bent, *signer), "trust.etsi-signature")
        self.assert_error(sceau("trust", "import-etsi", files / "list.xml", *signer[:2], "--at", "2026-12-02"), "trust.etsi-overdue")

    def test_a_states_list_fetches_nothing(self):
        secret = self.folder / "secret"
        secret.write_text("secret")
        bad = self.folder / "list.xml"
        for kind in (f'[<!ENTITY e SYSTEM "file://{secret}">]', f'SYSTEM "file://{secret}"', f'[<!ENTITY % e SYSTEM "{secret}"> %e;]'):
            bad.write_text(f"<!DOCTYPE a {kind}><a>&e;</a>")
            done = sceau("trust", "import-etsi", bad, "--signer", self.cert)
            self.assert_error(done, "trust.etsi-malformed")
            self.assertNotIn(b"secret<", done.stderr)

    def test_a_states_list_of_attributes_is_refused_at_once(self):
        bad = self.folder / "list.xml"
        bad.write_text("<TrustServiceStatusList " + " ".join(f"a{i}=''" for i in range(170_000)) + "/>")
        self.assertGreater(bad.stat().st_size, 1_500_000)
        self.assert_error(sceau("trust", "import-etsi", bad, "--signer", self.cert), "trust.etsi-too-large")

    def test_edits_at_once_lose_nothing(self):
        keys = [self.new_key(f"caisse{i}", self.folder, f"Caisse {i}") for i in range(12)]
        edits = [subprocess.Popen([SCEAU, "trust", "add-issuer", "--draft", self.draft, "--name", f"Caisse {i}",
                                   "--cert", cert, "--fund", f"{i + 10}"], stderr=subprocess.PIPE)
                 for i, (_, cert) in enumerate(keys)]
        for edit in edits:
            self.assertEqual(edit.communicate()[1], b"")
            self.assertEqual(edit.returncode, 0)
        issuers = json.loads(self.draft.read_text())["issuers"]
        self.assertEqual(sorted(issuer["name"] for issuer in issuers),
                         sorted([f"Caisse {i}" for i in range(12)] + ["Caisse d'essai"]))

    def test_roots_are_pinned_only_with_the_bundle(self):
        self.assert_error(self.install(self.folder / "absent", "--roots", self.roots_file), "document.missing")
        self.assertFalse(self.state.exists())
        unsigned = self.folder / "1.trust"
        self.run_ok("trust", "build", "--draft", self.draft, "--roots", self.roots_file, "-o", unsigned)
        self.assert_error(self.install(unsigned, "--roots", self.roots_file), "trust.bundle-threshold")
        self.assert_error(sceau("trust", "show", "--state", self.state), "trust.not-installed")

    def test_an_unsigned_bundle_is_shown_as_such(self):
        path = self.folder / "1.trust"
        self.run_ok("trust", "build", "--draft", self.draft, "--roots", self.roots_file, "-o", path)
        said = "Ce fichier n'a pas été vérifié avec les racines de cet ordinateur"
        shown = self.run_ok("trust", "show", path, "--state", self.state)
        self.assertIn(said, shown)
        self.assertIn("Caisse d'essai", shown)
        self.sign(path, *self.roots[:2])
        self.assertIn(said, self.run_ok("trust", "show", path, "--state", self.state))
        self.install_ok("--roots", self.roots_file)
        self.assertNotIn(said, self.run_ok("trust", "show", path, "--state", self.state))

    def test_a_signature_more_is_the_same_bundle(self):
        first = self.build("1.trust")
        self.install_ok(first, "--roots", self.roots_file)
        digest = self.report()["trust"]["digest"]
        self.sign(first, self.roots[2])
        self.assertIn("Rien ne change.", self.install_ok(first))
        self.assertEqual(self.report()["trust"]["digest"], digest)
        key, cert = self.roots[0]
        self.sign(first, (key, cert))  # ECDSA signs the same by other bytes
        self.install_ok(first)
        self.assertEqual(self.report("--trust", first)["trust"]["digest"], digest)

    def test_a_folder_of_trust_with_anything_in_it(self):
        folder = self.folder / "confiance"
        shutil.copytree(self.trust, folder)
        (folder / "liste.crl").write_bytes(b"junk")
        (folder / "sous-dossier").mkdir()
        (folder / "nulle-part.pem").symlink_to(folder / "absent")
        (folder / "LISEZMOI.txt").write_text("note")
        done = sceau("verify", "--json", self.text, "--trust", folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(report["verdict"], "valid")
        self.assertEqual([remark["code"] for remark in report["trust_remarks"]], ["trust.junk"] * 3)
        errors = done.stderr.decode()
        for name in ("liste.crl", "sous-dossier", "nulle-part.pem"):
            self.assertEqual(errors.count(name), 1, errors)
        self.assertNotIn("LISEZMOI", errors)
        self.assertEqual(errors.count("sceau: warning: "), 3, errors)

    def test_the_state_directory_follows_xdg(self):
        data = self.folder / "data"
        env = environment(XDG_DATA_HOME=str(data))
        done = sceau("trust", "install", "--roots", self.roots_file, self.build("1.trust"), env=env)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((data / "sceau/trust/state.cbor").exists())
        self.assertEqual(sceau("verify", self.text, env=env).returncode, 0)
        homeless = {name: value for name, value in environment().items() if name not in ("HOME", "XDG_DATA_HOME")}
        self.assert_error(sceau("verify", self.text, env=homeless), "trust.not-installed")

    def test_publishing_never_overwrites_but_what_it_should(self):
        first = self.build("1.trust")
        before = first.read_bytes()
        draft = self.draft.read_bytes()
        again = ["trust", "build", "--draft", self.draft, "--roots", self.roots_file, "-o", first]
        self.assert_error(sceau(*again), "output.exists", str(first))
        self.assertEqual((first.read_bytes(), self.draft.read_bytes()), (before, draft))
        key, cert = self.roots[2]
        copy = self.folder / "copy.trust"
        self.run_ok("trust", "sign", first, "--key", key, "--cert", cert, "-o", copy)
        self.assertEqual(first.read_bytes(), before)
        self.assertIn("3 sur 2", self.run_ok("trust", "show", copy))
        self.assert_error(sceau("trust", "sign", self.draft, "--key", key, "--cert", cert), "trust.file-malformed")
        self.assert_error(sceau("trust", "retire-issuer", "--draft", self.draft, "--key-id", "0" * 16, "--since",
                                "2026-01-01"), "trust.unknown-key-id")
        self.assert_error(sceau("trust", "add-issuer", "--draft", self.draft, "--name", "Deux fois", "--cert",
                                self.cert, "--fund", "01"), "trust.key-id-twice")
        self.assert_error(sceau("trust", "add-issuer", "--draft", self.text, "--name", "x", "--cert", self.cert,
                                "--fund", "01"), "trust.draft-unusable")
        self.assertEqual(self.draft.read_bytes(), draft)

    def test_the_fund_of_the_tests_is_the_one_granted(self):
        self.assertEqual(CLAIMS["fund"]["code"], FUND)


if __name__ == "__main__":
    main()
