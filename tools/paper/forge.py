# SPDX-License-Identifier: Apache-2.0
"""Forged pages: a genuine page with its genuine code, and on it what another page says.

The other page is issued for the changed claims, so that its type and its places are those of the house; what differs between
both is found by their words, whatever the layout. What the forger puts on the page is cut from the other page, typed with
another font, or moved from elsewhere on the page.
"""
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from people import pick

FONTS = "/usr/share/fonts/truetype/"
OTHER_FONTS = ["/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf", FONTS + "dejavu/DejaVuSans.ttf",
               FONTS + "dejavu/DejaVuSansCondensed.ttf", FONTS + "open-sans/OpenSans-Bold.ttf", FONTS + "open-sans/OpenSans-Light.ttf"]
SAME_FONT = [FONTS + "open-sans/OpenSans-Semibold.ttf"]


def other_fonts(paths):
    def opens(path):
        try:
            return bool(ImageFont.truetype(path, 20))
        except OSError:
            return False
    return [path for path in paths if opens(path)]


def box_of(words):
    boxes = [word.box for word in words]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


class Change:
    """One stretch of a line that reads otherwise on the other page: both boxes in points, and both texts."""

    def __init__(self, old, new):
        self.old_words, self.new_words = old, new
        self.old, self.new = " ".join(word.text for word in old), " ".join(word.text for word in new)
        left, top, right, bottom = box_of(old + new)
        self.box = left - 1, top, right + 1, bottom

    def box_old(self):
        return box_of(self.old_words)


def lines_of(words):
    """Words by the middle of their line, in points."""
    lines = {}
    for word in words:
        middle = (word.box[1] + word.box[3]) / 2
        at = next((key for key in lines if abs(key - middle) < 3), middle)
        lines.setdefault(at, []).append(word)
    return lines


def changes(page, other):
    """Where the two pages differ apart from their numbers, or None when the whole of the other page is set differently."""
    old = [word for word in page.words if not any(word.stands_as(x) for x in other.words)]
    new = [word for word in other.words if not any(word.stands_as(x) for x in page.words)]
    numbers = page.number() + other.number()
    old, new = [word for word in old if word not in numbers], [word for word in new if word not in numbers]
    if len(old) + len(new) > .25 * (len(page.words) + len(other.words)) or not old:
        return None
    old_lines, new_lines = lines_of(old), lines_of(new)
    found = []
    for middle, words in old_lines.items():
        at = next((key for key in new_lines if abs(key - middle) < 3), None)
        if at is None:
            return None
        found.append(Change(sorted(words, key=lambda w: w.box[0]), sorted(new_lines.pop(at), key=lambda w: w.box[0])))
    return None if new_lines else found


def generator(seed):
    return np.random.default_rng(seed)


def pixels(box, scale):
    return [int(round(value * scale)) for value in box]


def paste(target, source, box, scale):
    left, top, right, bottom = pixels(box, scale)
    target[top:bottom, left:right] = source[top:bottom, left:right]


FRAME = 14  # points from the code, with its quiet zone, to above the frame that it stands in


def whole_page(page, other, way, scale):
    """The other page with this one's number, and its foot: the frame that holds the code, where it stood or where there is room."""
    sheet, own = other.drawn(way).copy(), page.drawn(way)
    foot, other_foot = page.code[1] - FRAME, other.code[1] - FRAME
    last = max(word.box[3] for word in other.words if word.box[3] < other_foot)
    onto = foot if last < foot else other_foot
    source, target, cleared = pixels((foot, onto, min(onto, other_foot)), scale)
    sheet[cleared:] = 255
    rows = sheet.shape[0] - max(source, target)
    sheet[target:target + rows] = own[source:source + rows]
    numbers = page.number(), other.number()
    if all(numbers):
        a, b, c, d = pixels(box_of(numbers[0]), scale)
        x, y, u, v = pixels(box_of(numbers[1]), scale)
        sheet[y:v, x:u] = 255
        sheet[y:y + d - b, x:x + c - a] = own[b:d, a:c]
    return sheet


def cut_from_other(page, other, found, way, scale):
    source = other.drawn(way).copy()
    sheet = page.drawn(way).copy()
    for change in found:
        paste(sheet, source, change.box, scale)
    return sheet


def shades_of(sheet, box, scale):
    """Of the text, and of the ground behind it."""
    left, top, right, bottom = pixels(box, scale)
    return (int(value) for value in np.percentile(sheet[top:bottom, left:right], (4, 90)))


def typed(sheet, change, fonts, rng, scale):
    """The old words painted over, the new ones typed with a font of the forger's."""
    x0, y0, x1, y1 = pixels(change.box_old(), scale)
    ink, ground = shades_of(sheet, change.box_old(), scale)
    paper = max(0, min(255, ground + int(rng.integers(-6, 7))))
    size = (y1 - y0) / 1.362 * rng.uniform(.96, 1.04)  # Open Sans from ascent to descent
    font = ImageFont.truetype(pick(rng, fonts), round(size))
    width = int(font.getlength(change.new))
    inset = max(1, round(.08 * (y1 - y0)))
    sheet[y0 + inset:y1 - inset, x0 - inset:max(x1, x0 + width) + inset] = paper
    picture = Image.fromarray(sheet)
    baseline = y0 + (y1 - y0) * 1.069 / 1.362 + rng.normal(0, .3) * scale * .3
    ImageDraw.Draw(picture).text((x0, baseline), change.new, font=font, fill=ink, anchor="ls")
    return np.array(picture)


def move_glyph(sheet, change, rng, scale):
    """One digit copied over another, a little out of place. What it then reads; None where it has no two digits.

    Without a sheet it only says."""
    text = change.old
    digits = [i for i, letter in enumerate(text) if letter.isdigit()]
    pairs = [(a, b) for a in digits for b in digits if text[a] != text[b]]
    if not pairs or len(change.old_words) != 1:
        return None
    source, target = pick(rng, pairs)
    if sheet is not None:
        copy_cell(sheet, change, source, target, rng.integers(-1, 2, 2), scale)
    return text[:target] + text[source] + text[target + 1:]


def copy_cell(sheet, change, source, target, off, scale):
    """The cell of one digit onto that of another. `off`: in eighths of a point."""
    x0, y0, x1, y1 = pixels(change.box_old(), scale)
    narrow = 1 - .643  # a slash of Open Sans is that much narrower than a digit
    text = change.old
    advance = (x1 - x0) / (len(text) - text.count("/") * narrow)

    def left_of(at):
        return int(round(x0 + advance * (at - text[:at].count("/") * narrow)))
    wide, x = int(round(advance)), left_of(target)
    glyph = sheet[y0:y1, left_of(source):left_of(source) + wide].copy()
    dx, dy = (int(round(value * scale / 8)) for value in off)
    sheet[y0:y1, x:x + wide] = 255
    sheet[y0 + dy:y1 + dy, x + dx:x + dx + wide] = glyph


def wipe(sheet, box, scale):
    left, top, right, bottom = pixels(box, scale)
    sheet[top:bottom, left - 2:right + 2] = list(shades_of(sheet, box, scale))[1]
    return sheet


def last_line(page):
    return max(word.box[3] for word in page.words if word.box[3] < page.code[1] - 30)


def has_room(page):
    return last_line(page) < page.code[1] - 45


def row_typed(sheet, page, text, rng, scale):
    """One more line in the white below the last table."""
    picture = Image.fromarray(sheet)
    font = ImageFont.truetype(pick(rng, other_fonts(OTHER_FONTS)), round(10 * scale))
    left = min(word.box[0] for word in page.words)
    ImageDraw.Draw(picture).text(((left + 4) * scale, (last_line(page) + 8) * scale), text, font=font, fill=25, anchor="lt")
    return np.array(picture)


def other_layout(page, claims, way, rng, scale):
    """The genuine code on a page that somebody typed."""
    own = page.drawn(way)
    sheet = np.full_like(own, 255)
    holder = claims["holder"]
    picture = Image.fromarray(sheet)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(pick(rng, other_fonts(OTHER_FONTS)), round(11 * scale))
    text = ["ATTESTATION DE DROITS", f"{claims['fund']['name']}", "", f"Nom : {holder['birth_name']}", f"Prénoms : {holder['given_names']}",
            f"Né(e) le {holder['birth_date'][6:]}/{holder['birth_date'][4:6]}/{holder['birth_date'][:4]}",
            f"Droits ouverts jusqu’au {'/'.join(reversed(claims['valid_until'].split('-')))}"]
    for row, line in enumerate(text):
        pen.text((70 * scale, (90 + 22 * row) * scale), line, font=font, fill=20)
    sheet = np.array(picture)
    left, top, right, bottom = pixels(page.code, scale)
    sheet[top:bottom, left:right] = own[top:bottom, left:right]
    return sheet
