#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_documents.py BUILD OUT: what people bring to a counter, issued by the command: a genuine attestation, an expired one,
a forged one, one whose page was edited, one of an issuer that is not trusted, and a paper without a seal; each as PDF, as the text of its code and as the
picture of a camera. OUT/confiance is whom the verifier trusts."""
import datetime
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import demo as demo_module  # noqa: E402  (the demo makes the same documents)
import edited_scan  # noqa: E402

DPI = demo_module.RENDER_DPI
FRAME = (960, 720)


class Counter(demo_module.Demo):
    def issue_expired(self, issuer):
        """In date until the day in Paris, which may be tomorrow's: expired for a verifier whose clock is two days ahead."""
        claims = json.loads((self.out / "genuine.json").read_text(encoding="utf-8"))
        today = datetime.date.fromisoformat(claims["valid_from"])
        claims["valid_until"] = (today + datetime.timedelta(days=1)).isoformat()
        path, pdf, seal = (self.out / f"expired.{suffix}" for suffix in ("json", "pdf", "txt"))
        path.write_text(json.dumps(claims), encoding="utf-8")
        self.sceau("issue", path, "--key", issuer[0], "--cert", issuer[1], "--no-status", "-o", pdf, "--seal-text", seal)

    def edit(self, name, issuer):
        """The scan of a page with another birth date, and the code of the genuine one."""
        claims = json.loads((self.out / "genuine.json").read_text(encoding="utf-8"))
        day = claims["holder"]["birth_date"]
        claims["holder"]["birth_date"] = day[:-1] + ("7" if day[-1] != "7" else "1")
        path, pdf = self.out / f"{name}.json", self.out / f"{name}-page.pdf"
        path.write_text(json.dumps(claims), encoding="utf-8")
        self.sceau("issue", path, "--key", issuer[0], "--cert", issuer[1], "--no-status", "-o", pdf)
        edited_scan.make(self.build / "cli/sceau", self.out / "genuine.pdf", pdf, self.out / f"{name}.png")

    def photograph(self, name):
        """Part of the page, with the code in its middle."""
        pdf = self.out / f"{name}.pdf"
        symbol = json.loads(self.sceau("inspect", pdf, "--json"))["symbols"][0]
        page = symbol["page"]
        left, top = (max(0, int(sum(corner[axis] for corner in symbol["corners"]) / 4 - FRAME[axis] / 2)) for axis in (0, 1))
        subprocess.run(["pdftoppm", "-r", str(DPI), "-png", "-singlefile", "-f", str(page), "-x", str(left), "-y", str(top),
                        "-W", str(FRAME[0]), "-H", str(FRAME[1]), pdf, self.out / name], check=True)


def main():
    counter = Counter(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    paris = counter.new_issuer("paris", "CPAM de Paris", trusted=True)
    stranger = counter.new_issuer("inconnu", "Caisse inconnue", trusted=False)
    _, seal = counter.issue("genuine", paris)
    holder = json.loads((counter.out / "genuine.json").read_text(encoding="utf-8"))["holder"]
    counter.issue_expired(paris)
    counter.edit("edited", paris)
    counter.issue("foreign", stranger)
    counter.print_code("forged", demo_module.flip_one_bit(seal, holder["birth_name"]), "ATTESTATION DE DROITS")
    counter.print_code("unsealed", "https://example.org/attestation", "ATTESTATION DE DROITS")
    for name in ("genuine", "expired", "forged", "foreign", "unsealed"):
        counter.photograph(name)


if __name__ == "__main__":
    main()
