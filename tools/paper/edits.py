# SPDX-License-Identifier: Apache-2.0
"""What a forger changes: each edit takes claims and changes them into those that the forged page prints.

An edit returns the fields that differ, by the names of the report (with the row, as its table has them), or None where the
claims have nothing to change. A field with "+" or "-" stands for a row that was added or taken away.
"""
import datetime

from people import FUNDS, GIVEN_F, GIVEN_M, KINDS, NAMES, chance, dependant, holder, in_order, new_right, other_name, pick, with_key

# Letters that a forger may turn into each other with little ink, or that are read as each other.
NEAR = {"A": "ÀÂ", "B": "PR", "C": "GO", "D": "O", "E": "FÉ", "F": "EP", "G": "C", "H": "N", "I": "LT", "L": "I", "M": "N", "N": "MH",
        "O": "CQ", "P": "FR", "R": "P", "U": "V", "V": "U", "a": "eo", "b": "h", "c": "eo", "e": "co", "h": "b", "i": "l", "l": "it",
        "m": "n", "n": "um", "o": "ce", "r": "n", "t": "l", "u": "nv", "v": "u"}
WITHOUT_ACCENT = dict(zip("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÑàâäçéèêëîïôöùûüñ", "AAACEEEEIIOOUUUNaaaceeeeiioouuun"))
WITH_ACCENT = {"E": "ÉÈ", "A": "À", "e": "éè", "a": "à", "i": "ï", "I": "Ï", "U": "Ü", "O": "Ô", "C": "Ç"}


def place(rng, text, among):
    found = [i for i, letter in enumerate(text) if among(letter)]
    return pick(rng, found) if found else None


def other_letter(rng, text):
    at = place(rng, text, str.isalpha)
    old = text[at]
    near = NEAR.get(old, "") if chance(rng, .6) else ""
    letters = near or "ABCDEFGHILMNOPRSTUV"
    new = pick(rng, [letter for letter in letters if letter.upper() != old.upper()])
    return text[:at] + (new.lower() if old.islower() else new) + text[at + 1:]


def other_accent(rng, text):
    at = place(rng, text, lambda letter: letter in WITHOUT_ACCENT)
    if at is not None:
        return text[:at] + WITHOUT_ACCENT[text[at]] + text[at + 1:]
    at = place(rng, text, lambda letter: letter in WITH_ACCENT)
    return None if at is None else text[:at] + pick(rng, WITH_ACCENT[text[at]]) + text[at + 1:]


def other_day(rng, iso, first=None, last=None):
    """The same day with another digit, for which the forger needs one glyph."""
    digits = iso.replace("-", "")
    for at in rng.permutation([2, 3, 4, 5, 6, 7]):
        for new in rng.permutation(list("0123456789")):
            text = digits[:at] + str(new) + digits[at + 1:]
            try:
                found = datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat()
            except ValueError:
                continue
            if found != iso and "1930" < found[:4] < "2045" and (not first or found > first) and (not last or found < last):
                return found
    return None


def other_birth(rng, digits, last):
    iso = other_day(rng, f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", None, last)
    return iso and iso.replace("-", "")


def set_field(owner, key, value, field):
    if value is None or owner.get(key) in (None, value):
        return None
    owner[key] = value
    return [field]


def name_letter(rng, c):
    return set_field(c["holder"], "birth_name", other_letter(rng, c["holder"]["birth_name"]), "birth-name")


def name_accent(rng, c):
    return set_field(c["holder"], "birth_name", other_accent(rng, c["holder"]["birth_name"]), "birth-name")


def name_other(rng, c):
    return set_field(c["holder"], "birth_name", other_name(rng, c["holder"]["birth_name"]), "birth-name")


def name_longer(rng, c):
    name = c["holder"]["birth_name"]
    return set_field(c["holder"], "birth_name", f"{name}-{other_name(rng, name)}" if len(name) < 22 else None, "birth-name")


def name_in_use(rng, c):
    return set_field(c["holder"], "name_in_use", other_name(rng, c["holder"].get("name_in_use")), "name-in-use")


def given_letter(rng, c):
    return set_field(c["holder"], "given_names", other_letter(rng, c["holder"]["given_names"]), "given-names")


def given_other(rng, c):
    return set_field(c["holder"], "given_names", pick(rng, GIVEN_F + GIVEN_M), "given-names")


def birth_digit(rng, c):
    return set_field(c["holder"], "birth_date", other_birth(rng, c["holder"]["birth_date"], "2010"), "birth-date")


def birth_rank(rng, c):
    return set_field(c["holder"], "birth_rank", int(rng.integers(2, 7)), "birth-rank")


def nir_digit(rng, c):
    nir = c["holder"].get("nir")
    if not nir:
        return None
    at = int(rng.integers(10, 13))  # the digits of order: those before are held against the date of birth by whoever issues
    body = nir[:at] + pick(rng, [digit for digit in "0123456789" if digit != nir[at]]) + nir[at + 1:13]
    return None if body[10:] == "000" else set_field(c["holder"], "nir", with_key(body), "nir")


def valid_until(rng, c):
    return set_field(c, "valid_until", other_day(rng, c["valid_until"], c["valid_from"]), "valid-until")


def right_until(rng, c):
    ending = [i for i, right in enumerate(c["rights"]) if "until" in right]
    if not ending:
        return None
    at = pick(rng, ending)
    right = c["rights"][at]
    return set_field(right, "until", other_day(rng, right["until"], right["from"]), f"right-until/{at + 1}")


def right_from(rng, c):
    at = int(rng.integers(len(c["rights"])))
    right = c["rights"][at]
    return set_field(right, "from", other_day(rng, right["from"], None, right.get("until")), f"right-from/{at + 1}")


def right_kind(_, c):
    for at, right in enumerate(c["rights"]):
        if right["kind"].startswith("c2s"):
            return set_field(right, "kind", KINDS[right["kind"] == KINDS[0]], f"right/{at + 1}")
    return None


def one_dependant(rng, c):
    return int(rng.integers(len(c["dependants"]))) if c["dependants"] else None


def dependant_name(rng, c):
    at = one_dependant(rng, c)
    return None if at is None else set_field(c["dependants"][at], "name", pick(rng, NAMES), f"dependant-name/{at + 1}")


def dependant_given(rng, c):
    at = one_dependant(rng, c)
    return None if at is None else set_field(c["dependants"][at], "given_names", pick(rng, GIVEN_F + GIVEN_M), f"dependant-given-names/{at + 1}")


def dependant_birth(rng, c):
    at = one_dependant(rng, c)
    if at is None:
        return None
    return set_field(c["dependants"][at], "birth_date", other_birth(rng, c["dependants"][at]["birth_date"], "2026"), f"dependant-birth-date/{at + 1}")


def fund_name(rng, c):
    return set_field(c["fund"], "name", pick(rng, FUNDS), "fund-name")


def fund_code(rng, c):
    code = c["fund"]["code"]
    at = int(rng.integers(5, 9))
    return set_field(c["fund"], "code", code[:at] + str((int(code[at]) + int(rng.integers(1, 10))) % 10) + code[at + 1:], "fund-code")


def right_added(rng, c):
    missing = [kind for kind in KINDS if kind not in {right["kind"] for right in c["rights"]}]
    c["rights"] = in_order([*c["rights"], new_right(rng, pick(rng, missing))])
    return ["rights+"]


def right_removed(_, c):
    return ["rights-"] if len(c["rights"]) > 1 and c["rights"].pop() else None


def dependant_added(rng, c):
    c["dependants"].append(dependant(rng))
    return ["dependants+"]


def dependant_removed(_, c):
    return ["dependants-"] if c["dependants"] and c["dependants"].pop() else None


def person(rng, c):
    """The code of one person on the page of another."""
    other = holder(rng)
    if any((key in c["holder"]) != (key in other) for key in ("nir", "name_in_use")):
        return None
    same = {"birth_rank", "role"}
    fields = [key.replace("_", "-") for key, value in other.items() if key not in same and value != c["holder"][key]]
    c["holder"] = other
    return fields


FIELD_EDITS = {edit.__name__.replace("_", "-"): edit for edit in (
    name_letter, name_accent, name_other, name_longer, name_in_use, given_letter, given_other, birth_digit, birth_rank, nir_digit,
    valid_until, right_until, right_from, right_kind, dependant_name, dependant_given, dependant_birth, fund_name, fund_code)}
ROW_EDITS = {edit.__name__.replace("_", "-"): edit for edit in (right_added, right_removed, dependant_added, dependant_removed)}
OTHER_PERSON = {"person": person}
