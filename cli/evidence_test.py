#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""evidence_test.py SCEAU SOURCE: pictures of what differs on a page, through the built command."""
import json
import pathlib
import stat
import sys
import tempfile

from harness import CLAIMS, SCEAU, SOURCE, Case, main, sceau

sys.path.insert(0, str(SOURCE / "tests"))
import edited_scan  # noqa: E402


class EvidenceTest(Case):
    """A scan with another birth date, another social security number and the number of another document, beside the genuine code."""

    FACTS = ("birth-date", "document-number", "nir")
    NAMES = [f"page-1-{fact}.png" for fact in FACTS]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        edited = json.loads(json.dumps(CLAIMS))
        edited["holder"].update(birth_date="19840517", nir="284052A32102849")
        genuine, cls.claims = cls.claims, cls.shared / "edited.json"
        cls.claims.write_text(json.dumps(edited), encoding="utf-8")
        cls.issue(cls.key, cls.cert, cls.shared / "edited.pdf")
        cls.claims, cls.scan = genuine, cls.shared / "scan.png"
        edited_scan.make(SCEAU, cls.pdf, cls.shared / "edited.pdf", cls.scan)

    def files(self, folder):
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

    def pictures(self, *options):
        """By name, as lists of pixels."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "evidence"
        done = self.verify("--evidence", folder, *options, self.scan)
        self.assertEqual(done.returncode, 3, done.stderr)
        return {path.name: edited_scan.read_png(path).pixels() for path in folder.iterdir()}

    def test_each_fact_that_differs_has_a_picture_for_its_owner_alone(self):
        folder = self.folder / "new/evidence"
        done = self.verify("--json", "--evidence", folder, self.scan)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(self.files(folder), self.NAMES)
        for path in (folder.parent, folder):
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700)
        for path in folder.iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        printed = json.loads(done.stdout)["seals"][0]["printed"]
        self.assertEqual({fact["fact"]: fact["picture"] for fact in printed if fact["result"] != "agrees"},
                         dict(zip(self.FACTS, self.NAMES, strict=True)))
        self.assertFalse([fact for fact in printed if fact["result"] == "agrees" and "picture" in fact])
        text = self.verify("--evidence", self.folder / "again", self.scan).stdout.decode()
        for name in self.NAMES:
            self.assertIn(name, text)

    def test_the_number_is_covered_unless_it_is_asked_for(self):
        covered, shown = self.pictures(), self.pictures("--show-nir")
        self.assertEqual(covered["page-1-birth-date.png"], shown["page-1-birth-date.png"])
        number, in_full = covered["page-1-nir.png"], shown["page-1-nir.png"]
        self.assertEqual(len(number), len(in_full))

        def dark(pixels):
            return sum(max(pixel) < 90 for pixel in pixels)
        self.assertEqual(dark(number), 0)
        self.assertGreater(dark(in_full), 1000)
        cover = max(set(number), key=number.count)
        self.assertGreater(number.count(cover), len(number) * .8)
        self.assertNotIn(cover, in_full)

    def test_what_differs_is_in_two_colours_and_in_a_frame(self):
        pixels = self.pictures()["page-1-birth-date.png"]
        orange = [p for p in pixels if p[0] > p[1] + 40 and p[1] > p[2] + 40]
        blue = [p for p in pixels if p[2] > p[1] + 40 and p[1] > p[0] + 40]
        frame = [p for p in pixels if p == bytes((215, 30, 30))]
        for found in (orange, blue, frame):
            self.assertGreater(len(found), 50)

    def test_nothing_is_written_over_and_nothing_without_being_asked_for(self):
        before = self.files(self.shared)
        self.verify(self.scan)
        self.assertEqual(self.files(self.shared), before)
        folder = self.folder / "evidence"
        self.verify("--evidence", folder, self.scan)
        (folder / "page-1-nir.png").write_bytes(b"mine")
        for name in self.NAMES[:2]:
            (folder / name).unlink()
        self.assert_error(self.verify("--evidence", folder, self.scan), "output.exists", "page-1-nir.png")
        self.assertEqual(self.files(folder), ["page-1-nir.png"])
        self.assertEqual((folder / "page-1-nir.png").read_bytes(), b"mine")

    def test_each_of_several_documents_has_a_folder(self):
        folder = self.folder / "evidence"
        self.verify("--evidence", folder, self.pdf, self.scan, self.pdf, self.scan)
        self.assertEqual(self.files(folder), [f"{place}/{name}" for place in (2, 4) for name in self.NAMES])

    def test_a_seal_that_is_not_genuine_has_none(self):
        other = self.shared / "nobody"
        other.mkdir()
        self.new_key("autre", other, "Autre caisse")
        folder = self.folder / "evidence"
        done = sceau("verify", "--trust", other, "--evidence", folder, self.scan)
        self.assertEqual(done.returncode, 4, done.stdout)
        self.assertFalse(folder.exists())


if __name__ == "__main__":
    main()
