#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Captures of papers that are not our layout: attestations in other words, invoices, tax notices and bank details with 2D-Doc.

OUT/manifest.csv: file (under img/), class (genuine or forged), edit (the fact that was changed), capture, paper. The trust folder is
OUT/trust. Labels, typefaces, sizes and arrangement are drawn by lot; nothing of Sceau draws a page. Needs what make_set.py
needs, and openssl. Measures with --verify: each file by the command, in a line of results.csv, and a table of them.
"""
import argparse
import collections
import csv
import datetime
import json
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import cv2  # noqa: E402
import numpy as np  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402

import captures  # noqa: E402
import people  # noqa: E402
from other_seals import Keys  # noqa: E402
from people import chance, day, pick  # noqa: E402
from sheet import DRAWINGS, output_of  # noqa: E402

FONTS = "/usr/share/fonts/"
FACES = [FONTS + name for name in (
    "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSerif.ttf", "truetype/dejavu/DejaVuSansCondensed.ttf",
    "opentype/urw-base35/NimbusSans-Regular.otf", "opentype/urw-base35/NimbusRoman-Regular.otf", "opentype/urw-base35/C059-Roman.otf",
    "opentype/urw-base35/P052-Roman.otf", "opentype/urw-base35/NimbusSansNarrow-Regular.otf", "truetype/open-sans/OpenSans-Regular.ttf")]
STREETS = ["RUE DES LILAS", "AVENUE DU FAUX PONT", "PLACE DES SPECIMENS", "SQUARE DES ECHANTILLONS", "CHEMIN DE LA FICTION"]
TOWNS = ["NULLEPART SUR MER", "SAINT FICTIF", "AILLEURS LES BAINS", "VILLENEUVE LE VIDE"]
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
KINDS = ("scan-300 scan-200 scan-200-low-quality scan-200-sharpened scan-300-whitened scan-200-soft scan-200-faint scan-300-copy scan-150 "
         "scan-300-otsu scan-300-adaptive fax-200 photo-12 photo-8 photo-8-local-contrast photo-4 photo-2 photo-8-dim photo-8-tilted "
         "photo-8-curled photo-8-screen pen-scan stamp-scan fold-photo stain-photo glare-photo cut-photo half-photo scan-200-turned").split()


# ---- What papers say

def french(text, rng):
    date = datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    return pick(rng, [f"{date:%d/%m/%Y}", f"{date:%d/%m/%Y}", f"{date:%d.%m.%Y}", f"{date.day} {MONTHS[date.month - 1]} {date.year}"])


def plain_ascii(text):
    import unicodedata
    kept = unicodedata.normalize("NFD", text.replace("Œ", "OE").replace("œ", "oe").replace("’", " ").replace("-", " "))
    return "".join(letter for letter in kept if letter.isascii()).upper()


def groups(text, *sizes):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at:at + size])
        at += size
    return " ".join(part for part in parts if part)


def money(cents):
    whole = f"{cents // 100:,}".replace(",", " ")
    return f"{whole},{cents % 100:02} €"


def account(rng):
    body = "".join(str(rng.integers(10)) for _ in range(23))
    check = 98 - int(body + "152700") % 97
    return f"FR{check:02}{body}"


def other_day(rng, text):
    return day(rng, int(text[:4]) - 12, int(text[:4]) - 3).strftime("%Y%m%d")


class Attestation:
    name = "attestation"
    edits = ("birth-name", "given-names", "birth-date", "nir", "right-until")

    def __init__(self, rng, keys):
        claims = people.claims(rng, datetime.date.today())
        claims["rights"] = [{"kind": "base", "from": "2026-01-01", "until": "2026-12-31"}]
        self.claims, self.code = claims, keys.attestation(claims)
        holder = claims["holder"]
        self.values = {"birth-name": holder["birth_name"], "given-names": holder["given_names"], "birth-date": holder["birth_date"],
                       "nir": holder.get("nir", ""), "right-until": "20261231"}

    def change(self, rng, fact):
        old = self.values[fact]
        if fact == "birth-name":
            return people.other_name(rng, old)
        if fact == "given-names":
            return pick(rng, [name for name in people.GIVEN_F + people.GIVEN_M if name not in old])
        if fact == "nir":
            return people.with_key(old[:5] + f"{rng.integers(1, 96):02}999{rng.integers(1, 999):03}") if old else ""
        return "20271231" if fact == "right-until" else other_day(rng, old)

    def lines(self, rng, values):
        holder, born = self.claims["holder"], french(values["birth-date"], rng)
        colon = pick(rng, [" :", " :", ":", ""])
        yield "title", pick(rng, ["Attestation de droits à l’assurance maladie", "ATTESTATION DE DROITS", "Attestation de droits – sécurité sociale"])
        yield "text", self.claims["fund"]["name"] + pick(rng, ["", f" – {rng.integers(1, 99)} {pick(rng, STREETS)}"])
        yield "text", pick(rng, [f"Document établi le {datetime.date.today():%d/%m/%Y}", "Dossier suivi par le service des droits, tél. 36 46",
                                 f"Vos références : {rng.integers(10**7, 10**8)}"])
        yield "gap", ""
        if chance(rng, .4):
            yield "heading", pick(rng, ["Bénéficiaire", "Identité de l’assuré(e)", "Titulaire des droits"])
        yield "pair", (pick(rng, ["Nom de naissance", "Nom de famille", "Nom"]) + colon, values["birth-name"])
        if "name_in_use" in holder:
            yield "pair", ("Nom d’usage" + colon, holder["name_in_use"])
        yield "pair", (pick(rng, ["Prénom(s)", "Prénoms", "Prénom"]) + colon, values["given-names"])
        yield "pair", (pick(rng, ["Né(e) le", "Date de naissance"]) + colon, born)
        if values["nir"]:
            yield "pair", (pick(rng, ["Numéro de sécurité sociale", "N° de sécurité sociale", "Immatriculation", "NIR"]) + colon,
                           groups(values["nir"], 1, 2, 2, 2, 3, 3, 2))
        yield "pair", ("Rang de naissance" + colon, "1")
        yield "gap", ""
        yield "text", f"Assurance maladie – régime général du {french('20260101', rng)} au {french(values['right-until'], rng)}"
        if self.claims["dependants"] and chance(rng, .6):
            yield "heading", "Ayants droit rattachés"
            for one in self.claims["dependants"][:3]:
                yield "text", f"{one['name']} {one['given_names']}, né(e) le {french(one['birth_date'], rng)}"
        if chance(rng, .5):
            yield "heading", "Médecin traitant"
            yield "pair", ("Nom" + colon, people.other_name(rng, values["birth-name"]))
        yield "gap", ""
        yield "text", "Cette attestation est à présenter aux professionnels de santé. Elle ne vaut pas prise en charge."
        yield "text", "Toute fausse déclaration est passible de sanctions (article L. 114-17-1 du code de la sécurité sociale)."


class Paper2DDoc:
    """`values` by fact; names and addresses are as 2D-Doc writes them."""

    def person(self, rng):
        self.family, self.given = plain_ascii(pick(rng, people.NAMES)), plain_ascii(pick(rng, people.GIVEN_F + people.GIVEN_M))
        self.title = pick(rng, ["M", "MME"])
        self.values = {"name": f"{self.given} {self.family}" if chance(rng, .4) else f"{self.family} {self.given}"}
        self.street = f"{rng.integers(1, 120)} {pick(rng, STREETS)}"
        self.code_of_town, self.town = f"99{rng.integers(1, 999):03}", pick(rng, TOWNS)

    def another(self, rng):
        used = self.values["name"]
        while True:
            names = plain_ascii(pick(rng, people.NAMES)), plain_ascii(pick(rng, people.GIVEN_F + people.GIVEN_M))
            if not set(names[0].split() + names[1].split()) & set(used.split()):
                return " ".join(names)

    def address(self, values):
        yield "text", f"{self.title} {values['name']}"
        yield "text", self.street
        yield "text", f"{self.code_of_town} {self.town}"


class Invoice(Paper2DDoc):
    name = "invoice"
    edits = ("name", "amount", "locality")

    def __init__(self, rng, keys):
        self.person(rng)
        self.values["amount"] = int(rng.integers(2000, 250000))
        self.number = str(rng.integers(10**9, 10**10))
        self.values["locality"] = f"{self.code_of_town} {self.town}"
        gs = "\x1d"
        self.code = keys.two_d_doc("01", [f"10{self.title}/{self.family}/{self.given}{gs}", f"22{self.street}{gs}", f"24{self.code_of_town}",
                                          f"25{self.town}{gs}", "26FR", f"18{self.number}{gs}",
                                          f"1D{self.values['amount'] // 100},{self.values['amount'] % 100:02}{gs}"])

    def change(self, rng, fact):
        if fact == "name":
            return self.another(rng)
        return int(rng.integers(2000, 250000)) if fact == "amount" else f"98{rng.integers(1, 999):03} {pick(rng, [t for t in TOWNS if t != self.town])}"

    def lines(self, rng, values):
        colon = pick(rng, [" :", " :", ":"])
        yield "title", pick(rng, ["Facture d’électricité", "FACTURE DE GAZ", "Facture internet"])
        yield "text", f"Énergie de Fiction – service clients 09 69 {rng.integers(10, 99)} {rng.integers(10, 99)} 00"
        yield "gap", ""
        yield from self.address(values)
        yield "gap", ""
        yield "pair", (pick(rng, ["N° de facture", "Facture n°", "Numéro de facture"]) + colon, groups(self.number, 2, 3, 3, 2))
        yield "pair", ("Date" + colon, french("20261105", rng))
        yield "pair", (pick(rng, ["Titulaire du contrat", "Titulaire"]) + " :", f"{self.title} {values['name']}")
        yield "pair", ("Lieu de consommation" + colon, f"{self.street} {values['locality']}")
        yield "gap", ""
        cents = values["amount"]
        yield "pair", ("Abonnement HT" + colon, money(cents // 3))
        yield "pair", ("TVA" + colon, money(cents // 6))
        yield "pair", (pick(rng, ["Total TTC", "Montant TTC", "Montant total TTC"]) + colon, money(cents))
        yield "gap", ""
        yield "text", "Cette facture est à régler avant le 30 novembre. Vos prochaines échéances figurent au verso de cette page."


class TaxNotice(Paper2DDoc):
    name = "tax notice"
    edits = ("tax-number", "income", "collected-on")

    def __init__(self, rng, keys):
        self.person(rng)
        self.values.update({"tax-number": "30" + "".join(str(rng.integers(10)) for _ in range(11)), "income": int(rng.integers(9000, 90000)),
                            "collected-on": day(rng, 2026, 2026).strftime("%Y%m%d")})
        self.notice = "26" + "".join(str(rng.integers(10)) for _ in range(11))
        gs, when = "\x1d", self.values["collected-on"]
        self.code = keys.two_d_doc("28", [f"46{self.family} {self.given}{gs}", f"47{self.values['tax-number']}", f"44{self.notice}", "452025",
                                          f"41{self.values['income']}{gs}", f"4A{when[6:]}{when[4:6]}{when[:4]}"])

    def change(self, rng, fact):
        if fact == "tax-number":
            return "30" + "".join(str(rng.integers(10)) for _ in range(11))
        return int(rng.integers(9000, 90000)) if fact == "income" else other_day(rng, self.values[fact])

    def lines(self, rng, values):
        colon = pick(rng, [" :", " :", ":"])
        yield "title", pick(rng, ["Avis d’impôt 2026", "AVIS D’IMPÔT 2026 – IMPÔT SUR LES REVENUS"])
        yield "text", "Direction générale des finances publiques – établi en 2026 au titre des revenus de 2025"
        yield "gap", ""
        yield from self.address(values)
        yield "gap", ""
        yield "heading", "Vos références"
        yield "pair", (pick(rng, ["Numéro fiscal déclarant 1", "N° fiscal", "Numéro fiscal"]) + colon, groups(values["tax-number"], 2, 2, 3, 3, 3))
        yield "pair", ("Référence de l’avis" + colon, groups(self.notice, 2, 2, 7, 2))
        yield "pair", ("Date de mise en recouvrement" + colon, french(values["collected-on"], rng))
        yield "gap", ""
        yield "pair", ("Revenu fiscal de référence" + colon, f"{values['income']:,}".replace(",", " ") + pick(rng, ["", " €"]))
        yield "pair", ("Nombre de parts" + colon, "1,00")
        yield "pair", ("Impôt sur le revenu net" + colon, f"{rng.integers(100, 990)} €")
        yield "text", "Pour toute question, connectez-vous à votre espace particulier ou adressez-vous à votre centre des finances."


class BankDetails(Paper2DDoc):
    name = "bank details"
    edits = ("name", "account")

    def __init__(self, rng, keys):
        self.person(rng)
        self.values["account"] = account(rng)
        gs = "\x1d"
        self.code = keys.two_d_doc("03", [f"30{self.title} {self.family} {self.given}{gs}", f"31{self.values['account']}{gs}", f"32FICTFRPP{gs}"])

    def change(self, rng, fact):
        return self.another(rng) if fact == "name" else account(rng)

    def lines(self, rng, values):
        colon = pick(rng, [" :", " :", ":"])
        yield "title", pick(rng, ["Relevé d’identité bancaire", "RELEVÉ D’IDENTITÉ BANCAIRE"])
        yield "text", "Banque de Fiction – agence de Nulle-Part – ce relevé est destiné à vos créanciers et débiteurs."
        yield "gap", ""
        yield "pair", ("Titulaire du compte :", f"{self.title} {values['name']}")
        yield "text", self.street
        yield "text", f"{self.code_of_town} {self.town}"
        yield "gap", ""
        number = values["account"]
        yield "pair", ("IBAN" + colon, groups(number, 4, 4, 4, 4, 4, 4, 3))
        yield "pair", ("Code banque" + colon, number[4:9])
        yield "pair", ("BIC" + colon, "FICT FR PP")
        yield "text", "Remettez ce document à tout organisme qui doit connaître vos références bancaires pour virer ou prélever."


PAPERS = (Attestation, Invoice, TaxNotice, BankDetails)


# ---- Pages

class Arrangement:
    """How one issuer sets its papers."""

    def __init__(self, rng):
        self.face, self.points = pick(rng, FACES), rng.uniform(9, 12)
        self.left, self.top = rng.uniform(18, 30), rng.uniform(18, 40)
        self.under = chance(rng, .2)  # values under their labels
        self.column = rng.uniform(50, 75) if chance(rng, .6) else None
        self.seed = int(rng.integers(1 << 30))

    def draw(self, lines, code, dpi):
        """The page as pixels, with the code at its lower right."""
        page = Image.new("L", (round(210 / 25.4 * dpi), round(297 / 25.4 * dpi)), 255)
        brush = ImageDraw.Draw(page)
        unit = dpi / 25.4

        def write(x, y, text, points):
            brush.text((x * unit, y * unit), text, fill=0, font=ImageFont.truetype(self.face, round(points * dpi / 72)))
        y = self.top
        for kind, content in lines:
            step = self.points * .56
            if kind == "pair":
                label, value = content
                if self.under:
                    write(self.left, y, label.rstrip(" :"), self.points)
                    write(self.left, y + step * .85, value, self.points)
                    y += step
                elif self.column:
                    write(self.left, y, label, self.points)
                    write(self.left + self.column, y, value, self.points)
                else:
                    write(self.left, y, f"{label} {value}", self.points)
            elif kind != "gap":
                write(self.left, y, content, self.points * {"title": 1.6, "heading": 1.15}.get(kind, 1))
            y += step * {"title": 1.8, "heading": 1.3}.get(kind, 1)
        pixels = np.asarray(page).copy()
        side = round(code.shape[0] * dpi / 600)
        scaled = cv2.resize(code, (side, side), interpolation=cv2.INTER_NEAREST)
        x, at = round(135 * unit), min(round(max(y + 8, 190) * unit), pixels.shape[0] - side - 8)
        pixels[at:at + side, x:x + side] = scaled
        return pixels


def picture_of(program, folder, code):
    """The code alone, with its margin, at 600 dpi."""
    payload, symbology = code
    (folder / "payload").write_bytes(payload)
    output_of(program, folder / "payload", "--symbology", symbology, "--dpi", 600, "--at-mm", "40,40", "--module-mm", ".5", "-o",
              folder / "code.png")
    page = cv2.imread(str(folder / "code.png"), cv2.IMREAD_GRAYSCALE)
    rows, columns = np.where(page < 128)
    edge = 48
    return page[rows.min() - edge:rows.max() + edge, columns.min() - edge:columns.max() + edge]


def make(options):
    out = options.out
    (out / "img").mkdir(parents=True, exist_ok=True)
    keys = Keys(options.sceau.resolve(), out)
    kinds = options.kinds.split(",") if options.kinds else KINDS
    with open(out / "manifest.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "class", "edit", "capture", "paper"])
        total = options.genuine + options.forged
        for number in range(total):
            rng = np.random.default_rng([options.seed, number])
            paper = PAPERS[number % len(PAPERS)](rng, keys)
            forged = number * options.forged // total != (number + 1) * options.forged // total
            values, edit = dict(paper.values), ""
            if forged:
                edit = pick(rng, [fact for fact in paper.edits if values[fact]])
                values[edit] = paper.change(rng, edit)
            arrangement, lines = Arrangement(rng), list(paper.lines(rng, values))
            code = picture_of(options.print_code, out, paper.code)
            kind = captures.BY_NAME[kinds[(number * 7 + number // len(kinds)) % len(kinds)]]
            sheet = captures.Paper(rng, lambda way, a=arrangement, t=lines, c=code: a.draw(t, c, DRAWINGS[way][1]))
            path, _ = kind.capture(rng, sheet, out / "img" / f"{number:04}-{paper.name.replace(' ', '-')}-{edit or 'genuine'}-{kind.name}")
            rows.writerow([path.name, "forged" if forged else "genuine", edit, kind.name, paper.name])
            file.flush()


def measure(options):
    """Prints how many of each class differ; the exit status says whether a genuine one did."""
    tally, wrong = collections.Counter(), []
    seconds = []
    with open(options.out / "manifest.csv", encoding="utf-8") as file, open(options.out / "results.csv", "w", newline="", encoding="utf-8") as to:
        writer = csv.writer(to)
        for row in csv.DictReader(file):
            before = os.times()
            done = subprocess.run([str(options.sceau), "verify", "--json", "--trust", str(options.out / "trust"), "--policy", "insurer",
                                   str(options.out / "img" / row["file"])], capture_output=True, check=False)
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            seals = json.loads(done.stdout or b"{}").get("seals", [])
            axis = seals[0]["axes"]["document"] if seals else "unread"
            genuine = seals and seals[0]["axes"]["seal"] == "genuine"
            facts = [f"{fact['fact']}:{fact['result']}:{fact.get('way', '')}" for seal in seals for fact in seal.get("printed", [])
                     if fact["result"] != "not-compared"]
            writer.writerow([*row.values(), axis, " ".join(facts), f"{used:.2f}"])
            tally[row["class"], row["edit"], axis if genuine else "unread"] += 1
            seconds.append(used)
            if row["class"] == "genuine" and axis in ("differs", "agrees"):
                wrong.append(row["file"])
    for key, count in sorted(tally.items()):
        print(*key, count, sep="\t")
    print(f"CPU seconds: median {np.median(seconds):.2f}, 95 % {np.percentile(seconds, 95):.2f}")
    print("genuine pages that differ:", *wrong or ["none"])
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--sceau", required=True, type=pathlib.Path)
    parser.add_argument("--print-code", type=pathlib.Path, help="sceau-print-code; needed to make a set")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--genuine", type=int, default=200)
    parser.add_argument("--forged", type=int, default=100)
    parser.add_argument("--kinds", default="", help="captures, with commas")
    parser.add_argument("--verify", action="store_true", help="measure a set that is there")
    options = parser.parse_args()
    if options.verify:
        return measure(options)
    make(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
