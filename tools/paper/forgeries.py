# SPDX-License-Identifier: Apache-2.0
"""The forgeries of one person's attestation, by name. FORGERIES says what makes each, and of which class it is."""
import copy

import forge
from edits import FIELD_EDITS, OTHER_PERSON, ROW_EDITS
from sheet import NotIssued

SAME_FONT, CRUDE, ROWS, WIPED, OTHER_PAGE = "same font, one field", "crude", "row added", "wiped", "code on another page"
CLASSES = (SAME_FONT, CRUDE, ROWS, WIPED, OTHER_PAGE)


class Forgery:
    """A page that draws itself, what it prints, and the fields in which it differs from its seal."""

    def __init__(self, draw, printed, fields):
        self.draw, self.printed, self.fields = draw, printed, fields


def scale_of(sheet):
    return sheet.shape[1] / (210 / 25.4 * 72)


def another(rng, issuer, page, edit):
    """The page of the changed claims, its difference in words, and its fields; None where nothing is there to change."""
    for _ in range(6):
        claims = copy.deepcopy(page.claims)
        fields = edit(rng, claims)
        if not fields:
            continue
        try:
            return issuer.issue(f"{page.name}-other", claims), claims, fields
        except NotIssued:  # such as a number that its date of birth contradicts
            continue
    return None


def same_font(edit):
    """What is changed comes from another page of the house, at its place. A page that is set anew by the change gets the code and the number."""
    def make(rng, issuer, page):
        made = another(rng, issuer, page, edit)
        if made is None:
            return None
        other, claims, fields = made
        found = forge.changes(page, other)
        if found and fields == ["nir"]:
            found = found[:1]
            claims["holder"]["nir"] = claims["holder"]["nir"][:13] + page.claims["holder"]["nir"][13:]
            found = [forge.Change(found[0].old_words[:1], found[0].new_words[:1])]

        def draw(way):
            scale = scale_of(page.drawn(way))
            if not found:
                return forge.whole_page(page, other, way, scale)
            return forge.cut_from_other(page, other, found, way, scale)
        return Forgery(draw, claims, fields)
    return make


def typed(edit, fonts=None):
    """Painted over and typed, by default with another font."""
    def make(rng, issuer, page):
        made = another(rng, issuer, page, edit)
        found = made and forge.changes(page, made[0])
        if not found:
            return None
        _, claims, fields = made
        seeds = [int(rng.integers(1 << 31)) for _ in found]

        def draw(way):
            sheet = page.drawn(way).copy()
            for change, seed in zip(found, seeds):
                sheet = forge.typed(sheet, change, forge.other_fonts(fonts or forge.OTHER_FONTS), forge.generator(seed), scale_of(sheet))
            return sheet
        return Forgery(draw, claims, fields)
    return make


def moved_glyph(edit):
    """A digit copied from its neighbour."""
    def make(rng, issuer, page):
        made = another(rng, issuer, page, edit)
        found = made and forge.changes(page, made[0])
        if not found or len(found) != 1:
            return None
        seed = int(rng.integers(1 << 31))
        read = forge.move_glyph(None, found[0], forge.generator(seed), None)
        if read is None:
            return None
        claims = copy.deepcopy(page.claims)
        claims["printed_text"] = {made[2][0]: read}

        def draw(way):
            sheet = page.drawn(way).copy()
            forge.move_glyph(sheet, found[0], forge.generator(seed), scale_of(sheet))
            return sheet
        return Forgery(draw, claims, made[2])
    return make


def wiped(edit):
    """A value painted over and nothing put in its place."""
    def make(rng, issuer, page):
        made = another(rng, issuer, page, edit)
        found = made and forge.changes(page, made[0])
        if not found:
            return None

        def draw(way):
            sheet = page.drawn(way).copy()
            for change in found:
                forge.wipe(sheet, change.box_old(), scale_of(sheet))
            return sheet
        return Forgery(draw, page.claims, [field + "-" for field in made[2]])
    return make


def row_typed(rng, _, page):
    seed = int(rng.integers(1 << 31))
    row = "Complémentaire santé solidaire        01/10/2026        30/09/2027"
    if not forge.has_room(page):
        return None

    def draw(way):
        sheet = page.drawn(way).copy()
        return forge.row_typed(sheet, page, row, forge.generator(seed), scale_of(sheet))
    return Forgery(draw, page.claims, ["rights+"])


def other_layout(rng, _, page):
    seed = int(rng.integers(1 << 31))

    def draw(way):
        return forge.other_layout(page, page.claims, way, forge.generator(seed), scale_of(page.drawn(way)))
    return Forgery(draw, page.claims, ["page"])


E = FIELD_EDITS
FORGERIES = {
    **{name: (SAME_FONT, same_font(edit)) for name, edit in E.items()},
    "typed-name": (CRUDE, typed(E["name-other"])), "typed-given": (CRUDE, typed(E["given-other"])),
    "typed-birth": (CRUDE, typed(E["birth-digit"])), "typed-nir": (CRUDE, typed(E["nir-digit"])),
    "typed-until": (CRUDE, typed(E["valid-until"])), "typed-right-until": (CRUDE, typed(E["right-until"])),
    "typed-dependant": (CRUDE, typed(E["dependant-name"])), "retyped-name": (CRUDE, typed(E["name-other"], forge.SAME_FONT)),
    "retyped-until": (CRUDE, typed(E["valid-until"], forge.SAME_FONT)), "moved-birth-digit": (CRUDE, moved_glyph(E["birth-digit"])),
    "moved-until-digit": (CRUDE, moved_glyph(E["valid-until"])),
    **{name: (ROWS, same_font(edit)) for name, edit in ROW_EDITS.items() if name.endswith("added")},
    "row-typed": (ROWS, row_typed),
    **{name: (WIPED, same_font(edit)) for name, edit in ROW_EDITS.items() if name.endswith("removed")},
    "until-wiped": (WIPED, wiped(E["right-until"])), "name-wiped": (WIPED, wiped(E["name-other"])),
    "person": (OTHER_PAGE, same_font(OTHER_PERSON["person"])), "other-layout": (OTHER_PAGE, other_layout),
}


def class_of(name):
    return FORGERIES[name][0]


def make(rng, issuer, page, name):
    return FORGERIES[name][1](rng, issuer, page)
