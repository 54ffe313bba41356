# SPDX-License-Identifier: Apache-2.0
"""Fictitious people: claims as `sceau issue` takes them, from a seeded generator.

Their numbers name communes that do not exist (999), so that no number of theirs is anybody's.
"""
import datetime

NAMES = ["ARNAUD", "AUBÉPIN", "BAÏLO", "BEAUCHÊNE", "BÉRENGER", "BOISSIÈRE", "CAMPEÑO", "CHAMBÉRY", "CŒURDOUX", "DANTONEL",
         "D’ORVILLE", "DELAHAYE", "DESFORÊTS", "DÜRRENBACH", "EL MANSOURI", "ÉVRARD", "FAÇONNET", "FONTANEL", "GAËTANI",
         "GÉRAUDEL", "GRANDJEAN", "HAÜY", "HUMBERT", "ÎLEGARDE", "JOUVENCEL", "KERGUÉLEN", "KOUYATÉ", "LACHAUME", "LE BIHAN",
         "LEMÉTAYER", "LOÏSEL", "MAÎTREPIERRE", "MONTBÉLIARD", "N’DIAYE", "NGUYEN VAN", "OSTROWSKI", "PAILLÉ", "PÉRIGNON",
         "QUÉMENER", "RIVOIRE", "ROÇAMADOUR", "SAINT-YVES", "SÉNÉCHAL", "TAVARÈS", "TRÉGUIER", "URBAIN", "VALLÉE", "VOGÜÉ", "WEISS",
         "YVERNAULT", "ZIEGLER"]
GIVEN_F = ["Adèle", "Agathe", "Aïssatou", "Béatrice", "Célia", "Chloé", "Désirée", "Éloïse", "Emma", "Françoise", "Gaëlle", "Héloïse",
           "Inès", "Jeanne", "Khadija", "Léonie", "Lucie", "Maëlle", "Marie-Noëlle", "Océane", "Pénélope", "Séverine", "Sophie", "Zélie"]
GIVEN_M = ["Adrien", "Aurélien", "Benoît", "Cédric", "Clément", "Élie", "Félix", "François", "Gaël", "Grégoire", "Hugo", "Idriss",
           "Jean-Loïc", "Joël", "Léo", "Loïc", "Mathis", "Noé", "Paul", "Rémi", "Stéphane", "Timothée", "Yaël", "Yanis"]
FUNDS = ["CPAM de l’Ain (banc d’essai)", "CPAM du Puy-de-Dôme (banc d’essai)", "CGSS de la Guadeloupe (banc d’essai)",
         "MSA Ardèche Drôme Loire (banc d’essai)", "Caisse primaire d’assurance maladie du Hainaut", "CPAM des Côtes-d’Armor (banc d’essai)"]
KINDS = ["c2s-without-participation", "c2s-with-participation", "ame", "maternity", "alsace-moselle"]
ORDER = ["base", *KINDS]


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def chance(rng, share):
    return rng.random() < share


def day(rng, first_year, last_year):
    start = datetime.date(first_year, 1, 1)
    return start + datetime.timedelta(days=int(rng.integers((datetime.date(last_year, 12, 31) - start).days + 1)))


def with_key(body):
    return body + f"{97 - int(body) % 97:02}"


def other_name(rng, not_this):
    return pick(rng, [name for name in NAMES if name != not_this])


def in_order(rights):
    return sorted(rights, key=lambda right: (ORDER.index(right["kind"]), right["from"]))


def new_right(rng, kind):
    first = day(rng, 2025, 2026)
    right = {"kind": kind, "from": first.isoformat()}
    if kind != "base":
        right["until"] = (first + datetime.timedelta(days=364 + int(rng.integers(300)))).isoformat()
    return right


def dependant(rng):
    return {"name": pick(rng, NAMES), "given_names": pick(rng, GIVEN_F + GIVEN_M),
            "birth_date": day(rng, 2009, 2025).strftime("%Y%m%d"), "birth_rank": 1}


def holder(rng):
    woman = chance(rng, .5)
    born = day(rng, 1936, 2006)
    name = pick(rng, NAMES)
    if chance(rng, .15):
        name += "-" + other_name(rng, name)
    given = list(dict.fromkeys(pick(rng, GIVEN_F if woman else GIVEN_M) for _ in range(int(rng.integers(1, 4)))))
    body = f"{2 if woman else 1}{born:%y%m}{rng.integers(1, 96):02}999{rng.integers(1, 999):03}"
    person = {"birth_name": name, "given_names": " ".join(given), "birth_date": born.strftime("%Y%m%d"), "birth_rank": 1,
              "nir": with_key(body), "role": "insured"}
    if chance(rng, .4):
        person["name_in_use"] = other_name(rng, name)
    if chance(rng, .08):
        del person["nir"]
    return person


def claims(rng, today):
    start = today - datetime.timedelta(days=int(rng.integers(30)))
    made = {"valid_from": start.isoformat(),
            "valid_until": (start + datetime.timedelta(days=int(rng.integers(60, 180)))).isoformat(),
            "holder": holder(rng), "fund": {"code": f"01{rng.integers(10, 980):03}{rng.integers(9999):04}", "name": pick(rng, FUNDS)},
            "rights": [{"kind": "base", "from": day(rng, 2016, 2025).isoformat()}], "dependants": []}
    for kind in rng.permutation(KINDS)[:int(rng.integers(3))]:
        made["rights"].append(new_right(rng, str(kind)))
    made["rights"] = in_order(made["rights"])
    made["dependants"] = [dependant(rng) for _ in range(int(rng.integers(5)))]
    return made


def longest(rng, today):
    """Names as long as they come."""
    made = claims(rng, today)
    made["holder"]["birth_name"] = "-".join(str(name) for name in rng.permutation(NAMES)[:8])[:76].strip("-’ ")
    made["holder"]["name_in_use"] = "-".join(str(name) for name in rng.permutation(NAMES)[:8])[:76].strip("-’ ")
    made["holder"]["given_names"] = " ".join(str(name) for name in rng.permutation(GIVEN_F)[:9])[:76].strip()
    return made


def arabic(rng, today):
    """Names as French registers transcribe them from Arabic: in their own script, sceau refuses to issue them."""
    made = claims(rng, today)
    made["holder"].update(birth_name=pick(rng, ["BEN ABD EL-KADER", "ABOU EL-HASSAN", "AÏT OUMEZIANE", "BOU’ALLÂM"]),
                          given_names=pick(rng, ["Fatima-Zahra", "Abd El-Wahâb Nour-Eddine", "Mohammed Amîn", "Aïcha El-Batoul"]))
    return made


def crowded(rng, today):
    """As many dependants as one seal takes: the page is set in its smallest type."""
    made = claims(rng, today)
    made["dependants"] = [dependant(rng) for _ in range(12)]
    return made
