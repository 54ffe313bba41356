#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""many_files_test.py SCEAU SOURCE: folders, lists and batches of documents, with the built command, and what README.md shows."""
import csv
import datetime
import json
import os
import re
import shutil
import signal
import subprocess

from harness import SCEAU, SOURCE, TODAY, Case, Person, environment, main, sceau


class ManyFilesTest(Case):
    def setUp(self):
        super().setUp()
        self.uploads = self.folder / "uploads"
        (self.uploads / "b").mkdir(parents=True)
        for name in ("a.txt", "b/2.txt", "b/10.txt", "c.txt"):
            shutil.copy(self.text, self.uploads / name)
        (self.uploads / ".hidden.txt").write_text("x")
        os.symlink(self.uploads, self.uploads / "b" / "loop")

    def files_of(self, done):
        return [json.loads(line)["file"].removeprefix(f"{self.uploads}/") for line in done.stdout.splitlines()]

    def test_a_folder_is_read_in_the_order_of_its_names(self):
        done = self.verify("-r", self.uploads, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.files_of(done), ["a.txt", "b/10.txt", "b/2.txt", "c.txt"])
        self.assertIn("fichiers cachés 1, liens vers des dossiers 1", done.stderr.decode())
        done = self.verify(self.uploads, self.text)
        self.assertEqual(done.returncode, 2)
        self.assertIn("dossiers laissés de côté : 1 ; ajoutez -r", done.stderr.decode())
        empty = self.folder / "empty"
        empty.mkdir()
        self.assert_error(self.verify("-r", empty), "usage", "aucun fichier")

    def test_a_folder_that_cannot_be_opened_is_named(self):
        if os.geteuid() == 0:
            self.skipTest("root opens every folder")
        closed = self.uploads / "b" / "closed"
        closed.mkdir(mode=0)
        self.addCleanup(closed.chmod, 0o700)
        done = self.verify("-r", self.uploads, "--json")
        self.assertEqual(done.returncode, 2)
        self.assertIn("b/closed", self.files_of(done))

    def test_a_list_names_the_files(self):
        odd = self.uploads / "b" / "line\nend.txt"
        raw = os.fsencode(self.uploads) + b"/b/\xff.txt"
        for path in (odd, raw):
            shutil.copy(self.text, path)
        names = [os.fsencode(odd), raw, os.fsencode(self.uploads / "a.txt")]
        done = self.verify("--files-from", "-", "-0", "--json", stdin=b"\0".join(names))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.files_of(done), ["b/line\nend.txt", "b/\\x{FF}.txt", "a.txt"])
        listed = self.folder / "list"
        listed.write_bytes(b"\r\n".join(names[1:]) + b"\r\n")
        done = self.verify("--files-from", listed, self.text, "--json")
        self.assertEqual(self.files_of(done), [str(self.text), "b/\\x{FF}.txt", "a.txt"])
        self.assert_error(self.verify("--files-from", self.folder / "absent"), "document.missing", "absent")
        self.assert_error(self.verify("--files-from", "-", stdin=b"\n"), "usage", "aucun fichier")

    def test_after_two_dashes_everything_is_a_file(self):
        shutil.copy(self.text, self.folder / "--json")
        done = self.verify("--brief", "--", "--json", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.decode().startswith("◐ COMPAREZ LA PAGE    --json : Sceau"), done.stdout)

    def test_a_batch_gives_each_answer_its_request(self):
        requests = self.folder / "requests.ndjson"
        files = [self.text, self.folder / "absent.pdf"]
        requests.write_text("".join(json.dumps({"request_id": f"r{i}", "file": str(f)}) + "\n" for i, f in enumerate(files)))
        done = self.verify("--batch", requests, "--json")
        self.assertEqual(done.returncode, 2)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(a["request_id"], a["file"], a["outcome"]) for a in answers],
                         [("r0", str(files[0]), "in-order"), ("r1", str(files[1]), "not-confirmed")])
        heading, *rows = csv.reader(self.verify("--batch", requests, "--csv").stdout.decode("utf-8-sig").splitlines(), delimiter=";")
        self.assertEqual([dict(zip(heading, row, strict=True))["request_id"] for row in rows], ["r0", "r1"])
        self.assertNotIn("request_id", json.loads(self.verify(self.text, "--json").stdout))

    def test_a_line_that_is_no_request_keeps_no_other_from_its_answer(self):
        good = json.dumps({"request_id": "r1", "file": str(self.text)}) + "\n"
        done = self.verify("--batch", "-", "--json", stdin=('{"request_id": "r0"}\n' + good + "junk\n" + good).encode())
        self.assertEqual(done.returncode, 2)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(a.get("request_id"), a["file"], a.get("error", {}).get("code")) for a in answers],
                         [("r0", "-:1", "document.bad-request"), ("r1", str(self.text), None),
                          (None, "-:3", "document.bad-request"), ("r1", str(self.text), None)])

    def test_a_file_of_a_kind_that_we_do_not_read_counts_as_not_read(self):
        sound = self.folder / "message.wav"
        sound.write_bytes(b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + bytes(28))
        said = self.verify(sound, self.text).stdout.decode()
        self.assertIn("non confirmés : 1, dont non lus : 1 ; sans sceau : 0.", said)

    def test_more_than_three_are_told_in_a_line_each(self):
        done = self.verify("-r", self.uploads, self.folder / "absent.pdf")
        self.assertEqual(done.returncode, 2)
        *lines, blank, summary = done.stdout.decode().splitlines()
        self.assertEqual(len(lines), 5)
        self.assertEqual(blank, "")
        self.assertTrue(all(line.startswith("◐ COMPAREZ LA PAGE    ") for line in lines[:4]), lines)
        self.assertEqual(lines[4], f"! NON CONFIRMÉ        {self.folder}/absent.pdf : Ce fichier n'existe pas [document.missing]")
        self.assertEqual(summary, "Documents : 5 ; conformes : 4, dont pages à comparer : 4 ; droits non ouverts ou document périmé : 0 ; refusés : 0 ; non confirmés : 1, dont non lus : "
                                  "1 ; sans sceau : 0.")
        self.assertNotIn("document.missing", done.stderr.decode())
        late = (TODAY + datetime.timedelta(days=91)).strftime("%d/%m/%Y")
        self.assertEqual(self.verify("-r", self.uploads, "--at", late).stdout.decode().count("◷ DOCUMENT PÉRIMÉ     "), 4)
        self.assertIn("Vérifications :", self.verify("-r", self.uploads, "--full").stdout.decode())

    def test_dates_as_people_write_them(self):
        at = TODAY + datetime.timedelta(days=91)
        months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
        for text in (at.isoformat(), at.strftime("%d/%m/%Y"), at.strftime("%d-%m-%Y"), f"{at.day} {months[at.month - 1]} {at.year}"):
            report = json.loads(self.verify(self.text, "--json", "--at", text).stdout)
            self.assertEqual((report["date_of_care"], report["outcome"]), (at.isoformat(), "rights-not-open"))

    def test_progress_is_for_terminals(self):
        for env, shown in ((environment(), True), (environment(TERM="dumb"), False)):
            person = Person(SCEAU, "verify", "-r", self.uploads, "--trust", self.trust, "--json", env=env)
            self.assertEqual(person.end(), 0, person.seen)
            self.assertEqual("Vérification : ".encode() in person.seen, shown, person.seen)
            if shown:  # erased before the prompt comes back
                self.assertTrue(person.seen.replace(b"\r\n", b"\n").endswith((b"}\n\r\x1b[K", b"}\n")), person.seen[-60:])
        done = self.verify("-r", self.uploads, "--json")
        for stream in (done.stdout, done.stderr):
            self.assertNotIn("Vérification : ".encode(), stream)
            self.assertNotIn(b"\x1b", stream)

    def test_an_interruption_leaves_whole_results(self):
        for i in range(300):
            os.link(self.uploads / "a.txt", self.uploads / f"d{i}.txt")
        running = subprocess.Popen([SCEAU, "verify", "-r", self.uploads, "--trust", self.trust, "--json", "--jobs", "2"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, env=environment(),
                                   start_new_session=True)
        first = running.stdout.readline()
        os.kill(running.pid, signal.SIGINT)
        rest, error = running.communicate(timeout=60)
        self.assertEqual(running.returncode, -signal.SIGINT, error)
        lines = (first + rest).decode().splitlines(keepends=True)
        self.assertTrue(all(json.loads(line)["outcome"] == "in-order" and line.endswith("\n") for line in lines))
        self.assertRegex(error.decode(), rf"interrompu : {len(lines)} documents sur 304")

    def test_what_the_readme_shows(self):
        block = re.search(r"## The command\n\n```sh\n(.*?)```", (SOURCE / "README.md").read_text(encoding="utf-8"), re.S)[1]
        home = self.folder / "readme"
        home.mkdir()
        for name in ("docs", "tests"):
            os.symlink(SOURCE / name, home / name)
        path = f"{os.path.dirname(SCEAU)}:{os.environ['PATH']}"
        for line in block.splitlines():
            if line.startswith("./dev install"):
                continue
            done = subprocess.run(["bash", "-c", line], cwd=home, env=environment(PATH=path), capture_output=True, timeout=120)
            self.assertEqual(done.returncode, 0, (line, done.stdout, done.stderr))


if __name__ == "__main__":
    main()
