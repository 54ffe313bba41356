#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""interop.py BUILD DATA: reads the state's 2D-Doc specimens, drawn in a picture and on a page, with the whole command.

DATA is the folder with samples/, images/ and certificates/, which are not ours to ship. Without it, the test says so and exits 77.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PLACES_MM = ("40,30", "165,50", "60,240", "150,200", "105,150")
HEADER = {"ca_id": "ca_id", "cert_id": "certificate_id", "emit_date": "issue_date", "sign_date": "signature_date",
          "doc_type_id": "type"}


def expected_of(path):
    """A specimen's .yaml: its header and its fields, by identifier."""
    sections, current = {}, None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := re.fullmatch(r"(\w+):\s*", line):
            current = sections.setdefault(match[1], {})
        elif current is not None and (match := re.fullmatch(r'\s+"?(\w+)"?: (?:"(.*)"|(\S+))\s*', line)):
            current[match[1]] = match[2] if match[2] is not None else match[3]
    return sections["header"], sections["fields"]


class Interop:
    def __init__(self, build, data, folder):
        self.build, self.data, self.folder = build, data, folder
        self.failures = []
        self.trust = folder / "trust"
        self.trust.mkdir()
        shutil.copy(data / "certificates/FR00.der", self.trust)

    def seal(self, path):
        command = [self.build / "cli/sceau", "verify", path, "--trust", self.trust, "--json", "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 3, 4):
            sys.exit(f"interop: {path.name}: exit {done.returncode}: {done.stderr}")
        seals = json.loads(done.stdout)["seals"]
        return seals[0] if len(seals) == 1 else {"signature": f"{len(seals)} seals"}

    def draw(self, payload, name, *options):
        text, out = self.folder / "payload.txt", self.folder / name
        text.write_bytes(payload)
        subprocess.run([self.build / "tools/sceau-print-code", text, "--symbology", "datamatrix", *options, "-o", out],
                       check=True, stdout=subprocess.DEVNULL)
        return out

    def expect(self, what, found, wanted):
        if found != wanted:
            self.failures.append(f"{what}: {found!r}, expected {wanted!r}")

    def check_fields(self, name, claims, expected):
        header, fields = expected
        for theirs, ours in HEADER.items():
            wanted = header.get(theirs)
            self.expect(f"{name}: {ours}", claims[ours], None if wanted in (None, "null") else wanted)
        shown = {identifier: row["shown"] for identifier, row in claims["labels"].items()}
        for identifier, value in fields.items():
            if value not in (claims["fields"].get(identifier), shown.get(identifier)):
                self.failures.append(f"{name}: field {identifier} is {claims['fields'].get(identifier)!r} "
                                     f"shown {shown.get(identifier)!r}, expected {value!r}")
        self.expect(f"{name}: identifiers", sorted(claims["fields"]), sorted(fields))

    def check_specimen(self, path, place):
        payload = path.read_bytes()
        for drawn in (self.draw(payload, f"{path.stem}.png"), self.draw(payload, f"{path.stem}.pdf", "--at-mm", place)):
            seal = self.seal(drawn)
            self.expect(f"{drawn.name}: signature", seal["signature"], "verified")
            if seal["signature"] == "verified":
                self.expect(f"{drawn.name}: axis", seal["axes"]["seal"], "test-issuer")
                self.check_fields(drawn.name, seal["claims"], expected_of(path.with_suffix(".yaml")))
        bent = bytearray(payload)
        bent[30] = ord("B") if bent[30] == ord("A") else ord("A")
        seal = self.seal(self.draw(bytes(bent), f"{path.stem}-bent.pdf", "--at-mm", place))
        self.expect(f"{path.stem} with one character changed", seal["signature"], "mismatch")
        self.expect(f"{path.stem} with one character changed", seal.get("claims"), None)


def main():
    build, data = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    if not data.is_dir():
        print(f"interop: SKIPPED: no specimens at {data}")
        return 77
    with tempfile.TemporaryDirectory(prefix="sceau-interop-") as folder:
        interop = Interop(build, data, pathlib.Path(folder))
        specimens = sorted((data / "samples").glob("*.txt"))
        interop.expect("specimens", len(specimens), 25)
        for number, path in enumerate(specimens):
            interop.check_specimen(path, PLACES_MM[number % len(PLACES_MM)])
        for name in ("DC02-FR00.jpg", "DC04-FR00.png"):
            interop.expect(name, interop.seal(data / "images" / name)["signature"], "verified")
    for failure in interop.failures:
        print(f"interop: {failure}", file=sys.stderr)
    print(f"{len(specimens)} specimens and 2 images, {len(interop.failures)} failures")
    return 1 if interop.failures else 0


if __name__ == "__main__":
    sys.exit(main())
