#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks every #include against the dependency law: a room may use what its CMakeLists.txt names in DEPS, and no more."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ROOT / "libverify/src"
FLOORS = {"base": 0, "codec": 1, "crypto": 1, "attestation": 1, "barcode": 1, "document": 1,
          "seal": 2, "capture": 2, "layout": 2, "page": 3, "evidence": 3, "trust": 3, "isolation": 3, "sandbox": 3, "decode": 3, "helper": 4,
          "list_reader": 4, "recogniser": 4, "verify": 4, "issue": 4,
          "c_api": 5}
# Outside libraries that must not leak: include prefix -> (rooms where they live, their CMake target).
CONFINED = {
    r"poppler": ({"document"}, "POPPLER"),
    r"qpdf/": ({"document"}, "QPDF"),
    r"nettle/": ({"document"}, "NETTLE"),
    r"openjpeg": ({"document"}, "OPENJPEG"),
    r"ZXing/": ({"barcode"}, "ZXing"),
    r"zlib\.h": ({"codec"}, "ZLIB"),
    r"openssl/": ({"crypto"}, "OpenSSL"),
    r"(cairo|pango)": ({"issue"}, "CAIRO"),
    r"(ft2build\.h|freetype)": ({"layout"}, "FREETYPE"),
    r"seccomp\.h": ({"sandbox"}, "SECCOMP"),
    r"sqlite3": ({"issue"}, "SQLITE"),
    r"(jpeglib|jerror|png)\.h": ({"document"}, "JPEG|PNG"),
    r"utf8proc": ({"attestation"}, "UTF8PROC"),
    r"tiff": ({"document"}, "TIFF"),
    r"webp/": ({"document"}, "WEBP"),
    r"libheif/": ({"document"}, "HEIF"),
    r"(libxml|xmlsec)/": ({"list_reader"}, "XMLSEC"),
    r"tesseract/": ({"recogniser"}, "TESSERACT"),
    r"CLI/": (set(), "CLI11"),
    r"Q[A-Z]": ({"verifier-gui"}, "Qt6"),
}
# Folders of a room, and which of its other folders each may not use; tests may.
APART = {"barcode": {"read": ("write",), "write": ("read", "decode"), "decode": ("read", "write")},
         "document": {"image": ("pdf",),
                      "pdf/content": ("pdf/parts", "pdf/text", "pdf/poppler"),
                      "pdf/parts": ("pdf/text", "pdf/poppler"),
                      "pdf/text": ("pdf/parts", "pdf/poppler"),
                      "pdf/poppler": ("pdf/content", "pdf/parts", "pdf/text")},
         "trust": {"status_list": ("bundle", "state"), "bundle": ("state",)}}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')
FAILURES = []


def complain(path, line, text):
    FAILURES.append(f"{path.relative_to(ROOT)}:{line}: {text}")


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cc"))


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1)


def cmake_text(folder):
    """The folder's CMakeLists.txt without comments."""
    path = folder / "CMakeLists.txt"
    return re.sub(r"#.*", "", path.read_text(encoding="utf-8")) if path.exists() else ""


def module_lists(room):
    """sceau_module()'s arguments of a room, by keyword."""
    lists, keyword = {}, None
    call = re.search(r"sceau_module\((.*?)\)", cmake_text(ROOMS / room), re.S)
    for word in call.group(1).split()[1:] if call else []:
        if word in ("IN", "SOURCES", "TESTS", "DEPS", "PRIVATE", "TEST_LIBS"):
            keyword = word
        else:
            lists.setdefault(keyword, set()).add(word)
    return lists


def rooms_in(targets):
    return {t.removeprefix("sceau_") for t in targets if t.startswith("sceau_")}


def check_confined(path, line, name, home, test_libs):
    for prefix, (rooms, target) in CONFINED.items():
        if re.match(prefix, name) and home not in rooms and not re.search(target, " ".join(test_libs)):
            complain(path, line, f"<{name}> may be included in {', '.join(sorted(rooms))} only")


def check_floors(room, deps):
    for dep in deps:
        if FLOORS.get(dep, 99) > FLOORS[room]:
            complain(ROOMS / room / "CMakeLists.txt", 1, f"{room} is on a lower floor than {dep}")


def check_room(room, lists):
    deps = rooms_in(lists.get("DEPS", set()))
    check_floors(room, deps)
    for path in sources(ROOMS / room):
        is_test = path.stem.endswith("_test")
        allowed = {room} | deps | (rooms_in(lists.get("TEST_LIBS", set())) if is_test else set())
        for line, name in includes(path):
            other = name.split("/")[0]
            if other in FLOORS and "/" in name and other not in allowed:
                complain(path, line, f'"{name}": {room} does not name sceau_{other} in its DEPS')
            if name.startswith("."):
                complain(path, line, f'"{name}": name the file from the root of its room')
            check_confined(path, line, name, room, lists.get("TEST_LIBS", set()) if is_test else set())


def check_apart(room):
    """What two folders that stand apart both need stands in a folder that both may use."""
    for folder, others in APART.get(room, {}).items():
        for path in sources(ROOMS / room / folder):
            if path.stem.endswith(("_test", "testing")):
                continue
            for line, name in includes(path):
                for other in others:
                    if name.startswith(f"{room}/{other}/"):
                        complain(path, line, f'"{name}": {room}/{folder} may not use {room}/{other}')


def check_cycles(laws):
    """Rooms of one floor may use one another, but not in a circle."""
    def visit(room, trail):
        if room in trail:
            complain(ROOMS / room / "CMakeLists.txt", 1, "a circle: " + " -> ".join(trail + [room]))
            return
        for dep in laws.get(room, ()):
            visit(dep, trail + [room])
    for room in laws:
        visit(room, [])


def check_public_headers():
    """What users include stands alone: the standard library, Abseil's Status, and itself."""
    for path in sources(ROOT / "libverify/include"):
        for line, name in includes(path):
            if not (name.startswith(("sceau/", "absl/status/")) or re.fullmatch(r"[a-z_]+|stddef\.h", name)):
                complain(path, line, f'"{name}" in a public header')


def check_frontend(folder):
    """The programs, and the words that they share, see the public API only."""
    own = {p.relative_to(ROOT / folder).as_posix() for p in sources(ROOT / folder)}
    for path in sources(ROOT / folder):
        test_libs = re.findall(r"[\w:]+", cmake_text(ROOT / folder)) if path.stem.endswith("_test") else []
        for line, name in includes(path):
            if name.split("/")[0] in FLOORS and "/" in name and name not in own:
                complain(path, line, f'"{name}": {folder} may use "sceau/…" only')
            check_confined(path, line, name, folder, test_libs)


def format_ids():
    """The ids of the rows of seal/registry.cc."""
    return re.findall(r'\.id = "([^"]+)"', (ROOMS / "seal/registry.cc").read_text(encoding="utf-8"))


def check_format_names():
    """Outside of seal/, no code asks which format a seal is of: what it needs is a property of the format's row."""
    literal = re.compile(f'"({"|".join(map(re.escape, format_ids()))})"')
    folders = [p for p in ROOMS.iterdir() if p.is_dir() and p.name != "seal"]
    for folder in sorted(folders) + [ROOT / name for name in ("wording", "cli", "verifier-gui")]:
        for path in sources(folder):
            if re.search(r"(_test|_testing)$", path.stem) or "testing" in path.relative_to(folder).parts:
                continue
            for line, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                for match in literal.finditer(text):
                    complain(path, line, f"{match.group(0)}: make what is asked a property of the row in seal/registry.cc")


def main():
    laws = {}
    for folder in sorted(p for p in ROOMS.iterdir() if p.is_dir()):
        if folder.name not in FLOORS:
            complain(folder, 1, "this room stands on no floor: add it to FLOORS")
            continue
        lists = module_lists(folder.name)
        laws[folder.name] = rooms_in(lists.get("DEPS", set()))
        check_room(folder.name, lists)
        check_apart(folder.name)
    check_cycles(laws)
    check_format_names()
    check_public_headers()
    for folder in ("wording", "cli", "verifier-gui"):
        check_frontend(folder)
    for failure in dict.fromkeys(FAILURES):
        print(failure, file=sys.stderr)
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
