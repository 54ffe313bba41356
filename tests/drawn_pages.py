#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""drawn_pages.py BUILD: pages of our layout whose words do not suffice, through the command and its helpers.

An attestation is issued, and its PDF is changed by an update at its end: turned, enlarged, with a replacement text, with a font that
draws another digit than its text says. What is as it was must agree by its pixels, what was forged must differ, and a fact must be
where it stands on the page as it is shown.
"""
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

TESTS = pathlib.Path(__file__).resolve().parent
CLAIMS = TESTS.parent / "docs/examples/claims.json"
NEAR = 12  # pixels, of a box that is made of words or of letters


class Pdf:
    """A file of plain objects, and what is appended to it."""

    def __init__(self, data):
        self.data, self.changed = data, {}

    def numbers(self, pattern):
        return [int(number) for number in re.findall(pattern, self.data)]

    def object(self, number):
        start = list(re.finditer(rb"(?:^|\n)%d 0 obj\s" % number, self.data))[-1].end()
        return self.data[start:self.data.index(b"endobj", start)]

    def stream(self, number):
        length = int(re.search(rb"/Length (\d+)", self.entries(number) + self.length_of(number)).group(1))
        body = self.object(number)
        start = body.index(b"stream") + len(b"stream")
        start += 2 if body[start:start + 2] == b"\r\n" else 1
        return zlib.decompressobj().decompress(body[start:start + length])

    def entries(self, number):
        return re.sub(rb"/Length \d+ 0 R", b"", self.object(number).partition(b"stream")[0])

    def length_of(self, number):
        indirect = re.search(rb"/Length (\d+) 0 R", self.object(number).partition(b"stream")[0])
        return b" /Length " + self.object(int(indirect.group(1))).strip() if indirect else b""

    def with_page_entry(self, entry):
        page = self.numbers(rb"(\d+) 0 obj\s*<< /Type /Page\s")[0]
        self.changed[page] = self.object(page).replace(b"/MediaBox", entry + b" /MediaBox", 1)

    def with_stream(self, number, data):
        self.changed[number] = b"<< /Length %d /Length1 %d >>\nstream\n%s\nendstream\n" % (len(data), len(data), data)

    def bytes(self):
        out, places = bytearray(self.data), {}
        for number, body in self.changed.items():
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        trailer = self.data[self.data.rindex(b"trailer"):]
        root, size = re.search(rb"/Root \d+ 0 R", trailer).group(), re.search(rb"/Size \d+", trailer).group()
        before = re.search(rb"startxref\s+(\d+)", trailer).group(1)
        at = len(out)
        out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
        out += b"trailer\n<< %s %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, before, at)
        return bytes(out)


def exchange_digits(font):
    """The TrueType file whose table of codes has the glyphs of 7 and 8 exchanged."""
    font = bytearray(font)
    tables = {}
    for i in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        tables[tag] = offset
    if b"cmap" not in tables:
        return None
    at = tables[b"cmap"] + struct.unpack_from(">I", font, tables[b"cmap"] + 8)[0]
    twice = struct.unpack_from(">H", font, at + 6)[0]

    def place(code):
        for i in range(0, twice, 2):
            end, start = (struct.unpack_from(">H", font, at + offset + i)[0] for offset in (14, 16 + twice))
            offset = struct.unpack_from(">H", font, at + 16 + 3 * twice + i)[0]
            if start <= code <= end and offset:
                return at + 16 + 3 * twice + i + offset + 2 * (code - start)
        return None
    seven, eight = place(ord("7")), place(ord("8"))
    if seven is None or eight is None:
        return None
    font[seven:seven + 2], font[eight:eight + 2] = font[eight:eight + 2], font[seven:seven + 2]
    return bytes(font)


def with_lying_fonts(pdf):
    exchanged = 0
    for number in pdf.numbers(rb"/FontFile2 (\d+) 0 R"):
        forged = exchange_digits(pdf.stream(number))
        if forged:
            pdf.with_stream(number, forged)
            exchanged += 1
    assert exchanged, "no font has both digits"


def with_replacement_text(pdf):
    contents = pdf.numbers(rb"/Contents (\d+) 0 R")[0]
    pdf.with_stream(contents, b"/Span << /ActualText (X) >> BDC\n" + pdf.stream(contents) + b"\nEMC\n")


class Command:
    def __init__(self, build, folder):
        self.sceau, self.folder = build / "cli/sceau", folder

    def run(self, *arguments, codes=(0,)):
        done = subprocess.run([self.sceau, *map(str, arguments)], capture_output=True, text=True)
        assert done.returncode in codes, f"{arguments}: {done.returncode} {done.stderr}"
        return done.stdout

    def issue(self):
        (self.folder / "trust").mkdir()
        key, certificate = self.folder / "key.pem", self.folder / "trust/fund.pem"
        self.run("keygen", "--organisation", "CPAM de Test", "--key", key, "--cert", certificate, "--no-passphrase")
        claims = self.folder / "claims.json"
        claims.write_bytes(subprocess.run([TESTS / "claims_today.py", CLAIMS], check=True, capture_output=True).stdout)
        pdf = self.folder / "genuine.pdf"
        self.run("issue", claims, "--key", key, "--cert", certificate, "--no-status", "-o", pdf)
        return pdf.read_bytes()

    def verify(self, name, data):
        path = self.folder / f"{name}.pdf"
        path.write_bytes(data)
        report = json.loads(self.run("verify", path, "--trust", self.folder / "trust", "--json", codes=(0, 3, 4)))
        assert len(report["seals"]) == 1, f"{name}: {report['reasons']}"
        return report["seals"][0]


def changed(data, *changes):
    pdf = Pdf(data)
    for change in changes:
        change(pdf)
    return pdf.bytes()


def turned(degrees):
    return lambda pdf: pdf.with_page_entry(b"/Rotate %d" % degrees)


def where(point, degrees, width, height):
    """Where a point of the upright page stands on the page as it is turned."""
    x, y = point
    return {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[degrees]


def check_boxes(genuine, seal, degrees, width=1654, height=2339):
    for own, shown in zip(genuine["printed"], seal["printed"]):
        middle = ((own["box"][0] + own["box"][2]) / 2, (own["box"][1] + own["box"][3]) / 2)
        expected = where(middle, degrees, width, height)
        left, top, right, bottom = shown["box"]
        assert shown["page"] == 1 and left < right and top < bottom, shown
        inside = left - NEAR <= expected[0] <= right + NEAR and top - NEAR <= expected[1] <= bottom + NEAR
        # Pixels tell where the first word of a fact stands, words where all of it does.
        first = where(own["box"][:2], degrees, width, height)
        near = min(abs(left - first[0]), abs(right - first[0])) <= NEAR or min(abs(top - first[1]), abs(bottom - first[1])) <= NEAR
        assert inside or near, f"turned by {degrees}: {shown} of {own}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        command = Command(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        data = command.issue()
        genuine = command.verify("as-issued", data)
        expectations = [("words", genuine, "agrees", "text")]
        for degrees in (90, 180, 270):
            seal = command.verify(f"turned-{degrees}", changed(data, turned(degrees)))
            expectations.append((f"turned by {degrees}", seal, "agrees", "pixels"))
            check_boxes(genuine, seal, degrees)
            forged = command.verify(f"turned-forged-{degrees}", changed(data, turned(degrees), with_lying_fonts))
            expectations.append((f"forged, turned by {degrees}", forged, "differs", "pixels"))
        for name, change, way in (("user unit", lambda pdf: pdf.with_page_entry(b"/UserUnit 2"), "text"),
                                  ("replacement text", with_replacement_text, "text")):
            expectations.append((name, command.verify("changed", changed(data, change)), "agrees", way))
        expectations.append(("another digit than its text says", command.verify("lying", changed(data, with_lying_fonts)), "differs", "pixels"))
        wrong = [f"{name}: {seal['axes']['document']}" for name, seal, result, way in expectations
                 if seal["axes"]["document"] != result or not any(fact["way"] == way for fact in seal["printed"])]
        print("\n".join(wrong) or f"{len(expectations)} pages are as they should be")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
