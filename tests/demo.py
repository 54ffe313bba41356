#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""demo.py BUILD OUT: issues an attestation, scans it, photographs it, forges it thrice, and asks sceau about each.

Prints a table and fails when a verdict or its reason is not the expected one. Everything it makes stays in OUT.
"""
import datetime
import hashlib
import itertools
import json
import pathlib
import shutil
import ssl
import subprocess
import sys
import textwrap
import time

TESTS = pathlib.Path(__file__).resolve().parent
CLAIMS = TESTS.parent / "docs/examples/claims.json"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
RENDER_DPI = 200  # at which sceau draws PDF pages: the unit of the corners in its report
FRENCH = {"in-order": "CONFORME", "rights-not-open": "DOCUMENT PÉRIMÉ", "refused": "REFUSÉ",
          "not-confirmed": "NON CONFIRMÉ", "no-seal": "SANS SCEAU"}


def base45_decode(text):
    digits = [BASE45.index(c) for c in text]
    out = bytearray()
    for i in range(0, len(digits), 3):
        group = digits[i:i + 3]
        value = sum(digit * 45**power for power, digit in enumerate(group))
        out += value.to_bytes(len(group) - 1, "big")
    return bytes(out)


def base45_encode(data):
    out = []
    for i in range(0, len(data), 2):
        group = data[i:i + 2]
        value = int.from_bytes(group, "big")
        for _ in range(len(group) + 1):
            out.append(BASE45[value % 45])
            value //= 45
    return "".join(out)


def key_id(certificate):
    der = ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))
    return hashlib.sha256(der).digest()[:8]


class Demo:
    def __init__(self, build, out):
        self.build, self.out = build.resolve(), out
        shutil.rmtree(out, ignore_errors=True)
        (out / "confiance").mkdir(parents=True)
        self.failures = []

    def run(self, program, *arguments, codes=(0,)):
        command = [str(self.build / program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in codes:
            sys.exit(f"demo: {' '.join(command)}\nexit {done.returncode}: {done.stderr}")
        return done.stdout

    def sceau(self, *arguments, codes=(0,)):
        return self.run("cli/sceau", *arguments, codes=codes)

    def new_issuer(self, name, organisation, trusted):
        key = self.out / f"{name}-cle.pem"
        certificate = self.out / ("confiance" if trusted else "") / f"{name}.pem"
        self.sceau("keygen", "--organisation", organisation, "--key", key, "--cert", certificate, "--no-passphrase")
        return key, certificate

    def issue(self, name, issuer):
        claims = self.out / f"{name}.json"
        made = subprocess.run([TESTS / "claims_today.py", CLAIMS], check=True, capture_output=True)
        claims.write_bytes(made.stdout)
        pdf, seal = self.out / f"{name}.pdf", self.out / f"{name}.txt"
        self.sceau("issue", claims, "--key", issuer[0], "--cert", issuer[1], "--no-status", "-o", pdf, "--seal-text", seal)
        return pdf, seal.read_text(encoding="ascii").strip()

    def print_code(self, name, seal, *lines):
        payload, pdf = self.out / f"{name}.txt", self.out / f"{name}.pdf"
        payload.write_text(seal, encoding="ascii")
        text = [argument for line in lines for argument in ("--line", line)]
        self.run("tools/sceau-print-code", payload, "-o", pdf, *text)
        return pdf

    def row(self, title, path, verdict, reason=None, options=()):
        """Verifies `path`, prints what was found, and remembers whether it was what we expect."""
        answer = self.sceau("verify", path, "--trust", self.out / "confiance", "--json", "--lang", "fr", *options,
                            codes=(0, 3, 4))
        report = json.loads(answer)
        found = list(report["reasons"])
        for seal in report["seals"]:
            found += seal["reasons"]
        messages = {finding["code"]: finding["message"] for finding in found}
        ok = report["verdict"] == verdict and (reason is None or reason in messages)
        if not ok:
            self.failures.append(f"{title}: expected {verdict} {reason}, got {report['verdict']} {sorted(messages)}")
        if reason in messages:
            text = f"{messages[reason]} [{reason}]"
        elif report["verdict"] == "valid":
            text = f"Sceau intact de {report['seals'][0]['issuer']['name']} ; droits ouverts aujourd'hui."
        else:
            text = " ".join(messages.values())
        headline = "COMPAREZ LA PAGE" if report.get("compare_by_eye") else FRENCH[report["outcome"]]
        print_row(title, headline, text, path.name)
        return report


def print_row(document, verdict, reason, file):
    lines = textwrap.wrap(reason, 68, break_on_hyphens=False)
    for left, middle, right in itertools.zip_longest((document, f"  {file}"), (verdict,), lines, fillvalue=""):
        print(f"  {left:<34} {middle:<19} {right}".rstrip())


def flip_one_bit(seal, name):
    """One bit of the first letter of the holder's name, inside the signed bytes: another person, the same signature."""
    data = bytearray(base45_decode(seal.removeprefix("AD1:")))
    data[data.index(name.encode())] ^= 1
    return "AD1:" + base45_encode(data)


def claim_key(seal, own, stolen):
    """The forger's own seal, with the key id of a trusted issuer written over its own."""
    data = base45_decode(seal.removeprefix("AD1:"))
    return "AD1:" + base45_encode(data.replace(own, stolen))


def centre_mm(report):
    corners = report["seals"][0]["corners"]
    return ",".join(f"{sum(corner[axis] for corner in corners) / 4 / RENDER_DPI * 25.4:.1f}" for axis in (0, 1))


def main():
    started = time.monotonic()
    demo = Demo(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    paris = demo.new_issuer("cpam", "CPAM de Paris (démonstration)", trusted=True)
    demo.new_issuer("msa", "MSA Nord (démonstration)", trusted=True)
    forger = demo.new_issuer("faussaire", "CPAM de Paris (démonstration)", trusted=False)
    birth_name = json.loads(CLAIMS.read_text(encoding="utf-8"))["holder"]["birth_name"]

    print("\nUne attestation vient d'être émise ; voici ce que le vérificateur dit de chaque document.\n")
    pdf, seal = demo.issue("attestation", paris)
    report = demo.row("le PDF", pdf, "valid")
    scan, photo = demo.out / "scan.jpg", demo.out / "photo.jpg"
    demo.run("tools/sceau-degrade", "scan", pdf, "-o", scan, "--turn", 3)
    demo.row("son scan, de travers de 3°", scan, "valid")
    demo.run("tools/sceau-degrade", "photo", pdf, "-o", photo, "--aim-mm", centre_mm(report))
    demo.row("sa photo au téléphone", photo, "valid")

    forged = demo.print_code("bit-change", flip_one_bit(seal, birth_name), "ATTESTATION DE DROITS", "(un bit du nom a changé)")
    demo.row("faux : un bit changé", forged, "invalid", "seal.signature-mismatch")
    fake, fake_seal = demo.issue("autre-cle", forger)
    demo.row("faux : la clé d'un inconnu", fake, "undetermined", "seal.issuer-unknown")
    fake_seal = claim_key(fake_seal, key_id(forger[1]), key_id(paris[1]))
    forged = demo.print_code("cle-usurpee", fake_seal, "ATTESTATION DE DROITS", "(signée par un autre que celui qu'elle nomme)")
    demo.row("faux : la clé d'un autre émetteur", forged, "invalid", "seal.signature-mismatch")
    until = json.loads((demo.out / "attestation.json").read_text(encoding="utf-8"))["valid_until"]
    too_late = datetime.date.fromisoformat(until) + datetime.timedelta(days=1)
    demo.row(f"expirée : soins du {too_late:%d/%m/%Y}", pdf, "invalid", "rights.expired", ("--at", too_late.isoformat()))

    print(f"\nLes documents sont dans {demo.out}/. ({time.monotonic() - started:.1f} s)")
    for failure in demo.failures:
        print(f"demo: {failure}", file=sys.stderr)
    return 1 if demo.failures else 0


if __name__ == "__main__":
    sys.exit(main())
