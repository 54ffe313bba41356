#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the files that file_types.py reads: what each encoder is asked for, and the answer that the file must get."""
import email.message
import gzip
import io
import struct
import subprocess
import tarfile
import zipfile
import zlib

import heif_grid

WIDTH, HEIGHT = 640, 448  # of the picture: two tiles by two of 320 x 224
PLACE_MM, MODULE_MM, DPI = 8, 0.8, 127  # of the seal on it: five pixels a millimetre, four a module
PLACE = 40
GENUINE = "genuine"
ANY = "any answer but a fault of the reader"


def png(pixels, width, height, kind=0, chunks=b""):
    """8-bit samples, by zlib alone; kind 0 grey, 2 RGB, 6 RGBA."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    row = width * {0: 1, 2: 3, 6: 4}[kind]
    rows = b"".join(b"\0" + pixels[y * row:(y + 1) * row] for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)) + chunks +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def exif(orientation):
    """A TIFF directory with that one entry."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def stored_as(pixels, width, height, orientation):
    """The pixels as a camera held that way stores them: what `orientation` turns upright again (EXIF 2.32, 4.6.4.A)."""
    swaps, right, bottom = [(0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0)][orientation - 1]
    rows, columns = (width, height) if swaps else (height, width)
    out = bytearray(rows * columns)
    for y in range(height):
        for x in range(width):
            row, column = (x, y) if swaps else (y, x)
            row = rows - 1 - row if bottom else row
            column = columns - 1 - column if right else column
            out[row * columns + column] = pixels[y * width + x]
    return bytes(out), columns, rows


def make_seal(f):
    """An attestation, its seal by itself on a picture, and that picture in the forms that encoders take."""
    claims = f.write("claims.json", subprocess.run([f.tests / "claims_today.py", f.tests.parent / "docs/examples/claims.json"],
                                                   check=True, capture_output=True).stdout)
    f.sceau("keygen", "--organisation", "CPAM de Test", "--key", f.path("key.pem"), "--cert", f.path("trust/cpam.pem"), "--no-passphrase")
    f.sceau("issue", claims, "--key", f.path("key.pem"), "--cert", f.path("trust/cpam.pem"), "--no-status", "-o", f.path("paper.pdf"),
            "--svg", f.path("seal.svg"), "--seal-text", f.path("seal.txt"))
    subprocess.run([f.build / "tools/sceau-print-code", f.path("seal.txt"), "--symbology", "qr", "--at-mm", f"{PLACE_MM},{PLACE_MM}",
                    "--module-mm", str(MODULE_MM), "-o", f.path("code.pdf")], check=True, stdout=subprocess.DEVNULL)
    window = ["-r", str(DPI), "-x", "0", "-y", "0", "-W", str(WIDTH), "-H", str(HEIGHT), "-singlefile"]
    subprocess.run(["pdftoppm", *window, "-gray", f.path("code.pdf"), f.path("seal")], check=True)
    pgm = f.path("seal.pgm").read_bytes()
    grey = pgm[-WIDTH * HEIGHT:]
    dark = [i for i, value in enumerate(grey) if value < 128]
    f.side = max(i % WIDTH for i in dark) + 1 - PLACE
    f.expect("seal.pgm")
    f.given("grey.png", png(grey, WIDTH, HEIGHT))
    # Not grey to an encoder: the dark is blue, the light a little yellow.
    colours = b"".join(b"\x10\x20\x60" if value < 128 else b"\xFF\xFF\xF0" for value in grey)
    f.given("colour.png", png(colours, WIDTH, HEIGHT, 2))
    f.given("colour.ppm", b"P6\n%d %d\n255\n" % (WIDTH, HEIGHT) + colours)
    f.given("alpha.png", png(b"".join(b"\0\0\0\xFF" if value < 128 else bytes(4) for value in grey), WIDTH, HEIGHT, 6))
    f.given("16.pnm", b"P5\n%d %d\n65535\n" % (WIDTH, HEIGHT) + b"".join(bytes([v, v]) for v in grey))
    f.given("blank.png", png(b"\xFF" * (3 * WIDTH * HEIGHT), WIDTH, HEIGHT, 2), "document.no-code")
    return grey


def make_jpegs(f):
    for name, *options in (("plain",), ("grey", "-grayscale"), ("progressive", "-progressive"), ("optimised", "-optimize"),
                           ("arithmetic", "-arithmetic"), ("restarts", "-restart", "1"), ("rgb", "-rgb"), ("worst", "-quality", "20"),
                           ("422", "-sample", "2x1"), ("444", "-sample", "1x1"), ("1x2", "-sample", "1x2"),
                           ("grey-progressive", "-grayscale", "-progressive"), ("smoothed", "-smooth", "10")):
        f.made(f"cjpeg-{name}.jpg", "cjpeg", *options, "-outfile", f"cjpeg-{name}.jpg", "colour.ppm")
    for name, *options in (("plain",), ("cmyk", "-colorspace", "CMYK"), ("grey", "-colorspace", "Gray"), ("progressive", "-interlace", "JPEG"),
                           ("ycck", "-colorspace", "CMYK", "-quality", "95")):
        f.made(f"magick-{name}.jpg", "ImageMagick", "colour.png", *options, f"magick-{name}.jpg")
    for device in ("jpeg", "jpeggray", "jpegcmyk"):
        f.made(f"gs-{device}.jpg", "gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}", f"-sOutputFile=gs-{device}.jpg",
               "code.pdf")
    if f.path("cjpeg-plain.jpg").exists():
        plain = f.path("cjpeg-plain.jpg").read_bytes()
        at = plain.index(b"\xFF\xC0")
        f.given("twelve.jpg", plain[:at] + b"\xFF\xC1" + plain[at + 2:at + 4] + b"\x0C" + plain[at + 5:], "document.damaged")
        f.given("quarter.jpg", plain[:len(plain) // 4], "document.damaged")


def make_turned(f, grey):
    """Each orientation of EXIF in each type that carries it."""
    for o in range(1, 9):
        pixels, width, height = stored_as(grey, WIDTH, HEIGHT, o)
        f.given(f"turned-{o}.png", png(pixels, width, height, 0, struct.pack(">I", len(exif(o))) + b"eXIf" + exif(o) +
                                       struct.pack(">I", zlib.crc32(b"eXIf" + exif(o)))))
        f.write(f"turned-{o}.pgm", b"P5\n%d %d\n255\n" % (width, height) + pixels)
        f.write(f"turned-{o}.exif", exif(o))
        f.write(f"stored-{o}.png", png(pixels, width, height))
        if f.made(f"turned-{o}.jpg", "cjpeg", "-outfile", f"turned-{o}.jpg", f"turned-{o}.pgm", wanted=None):
            jpeg = f.path(f"turned-{o}.jpg").read_bytes()
            app1 = b"Exif\0\0" + exif(o)
            f.given(f"turned-{o}.jpg", jpeg[:2] + b"\xFF\xE1" + struct.pack(">H", 2 + len(app1)) + app1 + jpeg[2:])
        names = "TopLeft TopRight BottomRight BottomLeft LeftTop RightTop RightBottom LeftBottom".split()
        f.made(f"turned-{o}.tif", "ImageMagick", f"stored-{o}.png", "-orient", names[o - 1], f"turned-{o}.tif")
        if f.made(f"still-{o}.webp", "cwebp", "-quiet", f"stored-{o}.png", "-o", f"still-{o}.webp", wanted=None):
            f.made(f"turned-{o}.webp", "webpmux", "-set", "exif", f"turned-{o}.exif", f"still-{o}.webp", "-o", f"turned-{o}.webp")


def make_pngs(f):
    for name, *options in (("1", "-monochrome", "-depth", "1"), ("2", "-colorspace", "Gray", "-colors", "4", "-depth", "2"),
                           ("4", "-colorspace", "Gray", "-colors", "16", "-depth", "4"), ("16", "-depth", "16"),
                           ("interlaced", "-interlace", "PNG"), ("transparent", "-transparent", "#FFFFF0")):
        f.made(f"magick-{name}.png", "ImageMagick", "colour.png", *options, f"magick-{name}.png")
    f.made("magick-palette.png", "ImageMagick", "colour.png", "PNG8:magick-palette.png")
    f.made("magick-interlaced-1.png", "ImageMagick", "grey.png", "-monochrome", "-depth", "1", "-interlace", "PNG", "magick-interlaced-1.png")
    f.made("magick-16-alpha.png", "ImageMagick", "alpha.png", "-depth", "16", "PNG64:magick-16-alpha.png")
    for device in "png16m pnggray pngmono png16 png256 pngalpha png48".split():
        f.made(f"gs-{device}.png", "gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}", f"-sOutputFile=gs-{device}.png",
               "code.pdf")
    for form in ("png", "jpeg", "tiff"):
        for name, *options in (("colour",), ("grey", "-gray"), ("mono", "-mono")):
            if (form, name) != ("jpeg", "mono"):
                suffix = {"jpeg": "jpg", "tiff": "tif"}.get(form, form)
                f.made(f"cairo-{name}.{suffix}", "pdftocairo", f"-{form}", "-singlefile", "-r", str(DPI), *options, "code.pdf", f"cairo-{name}")


def make_tiffs(f):
    for way in "none packbits lzw zip jpeg".split():
        f.made(f"ppm2tiff-{way}.tif", "ppm2tiff", "-c", way, "colour.ppm", f"ppm2tiff-{way}.tif")
    f.made("plain.tif", "ppm2tiff", "-c", "none", "seal.pgm", "plain.tif")
    f.made("bits.tif", "ImageMagick", "grey.png", "-monochrome", "-depth", "1", "-compress", "None", "bits.tif")
    for name, *options in (("g3", "-c", "g3"), ("g3-2d", "-c", "g3:2d"), ("g3-fill", "-c", "g3:fill"), ("g4", "-c", "g4"),
                           ("g4-strips", "-c", "g4", "-r", "7"), ("lsb", "-c", "g4", "-f", "lsb2msb"), ("bits-lzw", "-c", "lzw")):
        f.made(f"tiffcp-{name}.tif", "tiffcp", *options, "bits.tif", f"tiffcp-{name}.tif")
    for name, *options in (("predictor", "-c", "lzw:2"), ("zip", "-c", "zip:2"), ("tiles", "-t", "-w", "64", "-l", "64", "-c", "zip"),
                           ("jpeg-tiles", "-t", "-w", "64", "-l", "64", "-c", "jpeg:r:90"), ("planes", "-p", "separate"), ("big", "-8"),
                           ("big-endian", "-B"), ("little-endian", "-L"), ("lzma", "-c", "lzma"), ("zstd", "-c", "zstd"),
                           ("webp", "-c", "webp"), ("one-strip", "-r", "448")):
        f.made(f"tiffcp-{name}.tif", "tiffcp", *options, "ppm2tiff-none.tif", f"tiffcp-{name}.tif")
    f.made("two-pages.tif", "tiffcp", "plain.tif", "ppm2tiff-lzw.tif", "two-pages.tif", pages=2)
    for name, *options in (("cmyk", "-colorspace", "CMYK"), ("16", "-depth", "16"), ("palette", "-type", "Palette"), ("fax", "-monochrome",
                           "-compress", "Group4"), ("rgba", "-alpha", "set"), ("float", "-depth", "32", "-define", "quantum:format=floating-point")):
        f.made(f"magick-{name}.tif", "ImageMagick", "colour.png", *options, f"magick-{name}.tif",
               wanted=None if name == "float" else GENUINE)
    for device in "tiffgray tiff24nc tiff32nc tifflzw tiffpack tiffcrle tiffg3 tiffg32d tiffg4 tiff48nc tiffscaled".split():
        f.made(f"gs-{device}.tif", "gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}", f"-sOutputFile=gs-{device}.tif",
               "code.pdf", placed=device in ("tiffgray", "tiff24nc", "tiff32nc"))


def make_webps(f):
    for name, source, *options in (("lossy", "colour"), ("worst", "colour", "-q", "20"), ("lossless", "colour", "-lossless"), ("grey", "grey"),
                                   ("near", "colour", "-near_lossless", "60"), ("alpha", "alpha"), ("alpha-lossless", "alpha", "-lossless"),
                                   ("sharp", "colour", "-sharp_yuv"), ("photo", "colour", "-preset", "photo", "-mt")):
        f.made(f"cwebp-{name}.webp", "cwebp", "-quiet", *options, f"{source}.png", "-o", f"cwebp-{name}.webp")
    for name, source in (("lossy", "lossy"), ("alpha", "alpha"), ("lossless", "lossless")):
        if f.path(f"cwebp-{source}.webp").exists() and f.made("blank.webp", "cwebp", "-quiet", "blank.png", "-o", "blank.webp", wanted=None):
            f.made(f"animated-{name}.webp", "webpmux", "-frame", f"cwebp-{source}.webp", "+100", "-frame", "blank.webp", "+100",
                   "-o", f"animated-{name}.webp")
            f.made(f"second-{name}.webp", "webpmux", "-frame", "blank.webp", "+100", "-frame", f"cwebp-{source}.webp", "+100",
                   "-o", f"second-{name}.webp", wanted="document.no-code")
    if f.path("animated-lossy.webp").exists():
        f.given("cut-header.webp", f.path("animated-lossy.webp").read_bytes()[:60], "document.damaged")


def make_gifs_and_bmps(f):
    for name, *options in (("89",), ("87", "GIF87"), ("interlaced", "-interlace", "GIF"), ("transparent", "-transparent", "#FFFFF0"),
                           ("mono", "-monochrome"), ("animated", "-delay", "10", "blank.png", "-loop", "0")):
        out = f"magick-{name}.gif"
        f.made(out, "ImageMagick", "colour.png", *[o for o in options if o != "GIF87"], f"GIF87:{out}" if "GIF87" in options else out)
    f.made("placed.gif", "ImageMagick", "-size", "800x700", "xc:white", "-page", "+0+0", "colour.png", "-flatten", "placed.gif")
    f.made("animated.webp", "gif2webp", "-quiet", "magick-animated.gif", "-o", "animated.webp")
    for form in ("BMP", "BMP2", "BMP3"):
        for name, *options in (("colours",), ("palette", "-type", "Palette"), ("grey", "-type", "Grayscale"), ("bits", "-type", "Bilevel"),
                               ("16 colours", "-colors", "16", "-type", "Palette"), ("runs", "-type", "Palette", "-compress", "RLE"),
                               ("alpha", "-alpha", "set", "-type", "TrueColorAlpha")):
            out = f"{form}-{name}.bmp".replace(" ", "-")
            f.made(out, "ImageMagick", "colour.png", *options, f"{form}:{out}")
    for kind in ("RGB565", "RGB555", "ARGB4444", "ARGB1555"):
        f.made(f"{kind}.bmp", "ImageMagick", "colour.png", "-define", f"bmp:subtype={kind}", f"{kind}.bmp")
    for device in "bmpmono bmpgray bmp16 bmp256 bmp16m bmp32b".split():
        f.made(f"gs-{device}.bmp", "gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", f"-r{DPI}", f"-sOutputFile=gs-{device}.bmp",
               "code.pdf")


def make_heics(f, grey):
    for name, source, *options in (("plain", "colour"), ("grey", "grey"), ("alpha", "alpha"), ("10", "16-bits", "-b", "10"),
                                   ("12", "16-bits", "-b", "12"), ("10-alpha", "16-bits-alpha", "-b", "10"), ("thumbnail", "colour", "-t", "128"),
                                   ("444", "colour", "-p", "chroma=444"), ("422", "colour", "-p", "chroma=422"), ("worst", "colour", "-q", "20"),
                                   ("lossless", "colour", "-L", "-p", "chroma=444", "--matrix_coefficients=0"),
                                   ("video-range", "colour", "--full_range_flag=0")):
        f.made(f"heif-enc-{name}.heic", "heif-enc", f"{source}.png", *options, "-o", f"heif-enc-{name}.heic")
        if name not in ("422", "video-range"):
            f.made(f"heif-enc-{name}.avif", "heif-enc", "-A", f"{source}.png", *options, "-o", f"heif-enc-{name}.avif")
    f.made("two.heic", "heif-enc", "grey.png", "colour.png", "-o", "two.heic", pages=2)
    make_grids(f, grey)
    if f.path("heif-enc-plain.heic").exists():
        plain = f.path("heif-enc-plain.heic").read_bytes()
        f.given("cut.heic", plain[:len(plain) // 2], "document.damaged")
        f.given("foreign-brand.heic", plain[:8] + b"MSHE" + plain[12:])


def make_grids(f, grey):
    """HEIC as telephones write it: four tiles, turned by irot and imir, whose values undo the turn of the EXIF orientation."""
    undone = {1: {}, 2: {"imir": 1}, 3: {"irot": 2}, 4: {"imir": 0}, 6: {"irot": 3}, 8: {"irot": 1}, 5: {"irot": 3, "imir": 1},
              7: {"irot": 1, "imir": 1}}
    for o, turn in undone.items():
        pixels, width, height = stored_as(grey, WIDTH, HEIGHT, o)
        tile, tiles = (width // 2, height // 2), []
        for i in range(4):
            left, top = i % 2 * tile[0], i // 2 * tile[1]
            rows = b"".join(pixels[(top + y) * width + left:][:tile[0]] for y in range(tile[1]))
            f.write("tile.png", png(b"".join(bytes([v, v, v]) for v in rows), *tile, 2))
            f.path("tile.heic").unlink(missing_ok=True)
            if f.made("tile.heic", "heif-enc", "tile.png", "-o", "tile.heic", wanted=None):
                tiles.append(f.path("tile.heic").read_bytes())
        if len(tiles) == 4:
            f.given(f"grid-{o}.heic", heif_grid.join(tiles, 2, 2, tile, (width, height), **turn))


def make_avifs(f):
    for depth in ("8", "10", "12"):
        for form in ("400", "420", "422", "444"):
            f.made(f"avifenc-{depth}-{form}.avif", "avifenc", "-s", "9", "-d", depth, "-y", form, "colour.png", f"avifenc-{depth}-{form}.avif")
        f.made(f"avifenc-{depth}-alpha.avif", "avifenc", "-s", "9", "-d", depth, "alpha.png", f"avifenc-{depth}-alpha.avif")
    for name, *options in (("lossless", "-l"), ("grid", "--grid", "2x2"), ("limited", "-r", "limited"), ("coding-tiles", "--tilecolslog2", "1"),
                           ("threads", "-j", "all"), ("exif", "--exif", "turned-6.exif"), ("rav1e", "-c", "rav1e"), ("svt", "-c", "svt")):
        form = "420" if name in ("grid", "svt") else "444"
        f.made(f"avifenc-{name}.avif", "avifenc", "-s", "9", "-y", form, *options, "colour.png", f"avifenc-{name}.avif",
               placed=name != "exif")
    f.made("avifenc-animated.avif", "avifenc", "-s", "9", "-y", "444", "colour.png", "blank.png", "avifenc-animated.avif")
    for o, turn in ((3, ["--irot", "2"]), (6, ["--irot", "3"]), (8, ["--irot", "1"]), (2, ["--imir", "1"]), (4, ["--imir", "0"])):
        f.made(f"avifenc-turned-{o}.avif", "avifenc", "-s", "9", *turn, f"stored-{o}.png", f"avifenc-turned-{o}.avif")


def make_pdfs(f):
    f.expect("paper.pdf", placed=False)
    f.expect("code.pdf", placed=False)
    for version in "1.2 1.3 1.4 1.5 1.6 1.7 2.0".split():
        f.made(f"gs-{version}.pdf", "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-dCompatibilityLevel={version}",
               f"-sOutputFile=gs-{version}.pdf", "paper.pdf", placed=False)
    for device in "pdfimage8 pdfimage24 pdfimage32".split():
        f.made(f"gs-{device}.pdf", "gs", "-q", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", "-r200", f"-sOutputFile=gs-{device}.pdf",
               "paper.pdf", placed=False)
    f.made("cairo.pdf", "pdftocairo", "-pdf", "paper.pdf", "cairo.pdf", placed=False)
    f.made("united.pdf", "pdfunite", "paper.pdf", "code.pdf", "united.pdf", pages=2, placed=False)
    for name, *options in (("linear", "--linearize"), ("objects", "--object-streams=generate"), ("qdf", "--qdf"), ("old", "--force-version=1.3",
                           "--object-streams=disable"), ("owner", "--encrypt", "", "owner", "256", "--")):
        f.made(f"qpdf-{name}.pdf", "qpdf", "paper.pdf", *options, f"qpdf-{name}.pdf", placed=False)
    f.made("qpdf-locked.pdf", "qpdf", "paper.pdf", "--encrypt", "user", "owner", "256", "--", "qpdf-locked.pdf", wanted="document.encrypted")
    for name in ("tiffcp-g4", "ppm2tiff-zip"):  # its JPEG is cut
        if f.path(f"{name}.tif").exists():
            f.made(f"tiff2pdf-{name}.pdf", "tiff2pdf", "-o", f"tiff2pdf-{name}.pdf", f"{name}.tif", placed=False)
    for name in ("colour.png", "magick-1.png", "cjpeg-plain.jpg", "alpha.png"):
        if f.path(name).exists():
            f.made(f"magick-{name}.pdf", "ImageMagick", name, f"magick-{name}.pdf", placed=False)
    f.write("page.html", b"<!doctype html><meta charset=utf-8><h1>Attestation</h1><img src=seal.svg width=300><img src=colour.png>")
    f.made("chromium.pdf", "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={f.path('profile')}",
           f"--print-to-pdf={f.path('chromium.pdf')}", f.path("page.html").as_uri(), pages=2, placed=False)
    f.made("attached.pdf", "pdfattach", "paper.pdf", "seal.txt", "attached.pdf", placed=False)
    f.made("blank.pdf", "pdftocairo", "-pdf", "-x", "500", "-y", "700", "-W", "50", "-H", "50", "code.pdf", "blank.pdf", wanted="document.no-code")
    f.made("attached-blank.pdf", "pdfattach", "blank.pdf", "seal.txt", "attached-blank.pdf", wanted="document.attachments")


def make_unread(f):
    """Files that are named and not read. The last word of each name is the kind."""
    kind = "document.unsupported-type"
    f.expect("seal.svg", kind)
    f.expect("page.html", kind)
    for name, entries in (("office.docx", ("[Content_Types].xml", "word/document.xml")), ("sheet.xlsx", ("[Content_Types].xml", "xl/workbook.xml")),
                          ("open.odt", ("mimetype", "content.xml")), ("papers.zip", ("paper.pdf",))):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for entry in entries:
                text = b"application/vnd.oasis.opendocument.text" if entry == "mimetype" else f.path("paper.pdf").read_bytes()
                archive.writestr(entry, text, zipfile.ZIP_STORED)
        f.given(name, out.getvalue(), kind)
    for mode, name in (("w", "papers.tar"), ("w:gz", "papers.tgz"), ("w:bz2", "papers.tbz2"), ("w:xz", "papers.txz")):
        with tarfile.open(f.path(name), mode) as archive:
            archive.add(f.path("paper.pdf"), "paper.pdf")
        f.expect(name, kind)
    f.given("paper.pdf.gz", gzip.compress(f.path("paper.pdf").read_bytes()), kind)
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "assure@example.fr", "pharmacie@example.fr", "Mon attestation"
    mail["Message-ID"] = "<1@example.fr>"
    mail.set_content("Bonjour")
    mail.add_attachment(f.path("paper.pdf").read_bytes(), maintype="application", subtype="pdf", filename="attestation.pdf")
    f.given("mail.eml", bytes(mail), kind)
    f.given("letter.rtf", b"{\\rtf1\\ansi Attestation}", kind)
    f.given("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504) + "WordDocument".encode("utf-16-le"), kind)
    f.made("picture.jxl", "cjxl", "colour.png", "picture.jxl", wanted=kind)
    f.made("picture.jp2", "ImageMagick", "colour.png", "picture.jp2", wanted=kind)
    f.given("text.txt", f.path("seal.txt").read_bytes(), placed=False)


def make_cut(f):
    """One of each type without its end."""
    whole = {}
    for name, wanted, *_ in f.cases:
        if wanted == GENUINE:
            whole.setdefault(f.path(name).suffix, name)
    for name in whole.values():
        data = f.path(name).read_bytes()
        for part in (1, 2, 3):
            f.given(f"cut-{part}-{name}", data[:len(data) * part // 4], ANY)


def make_all(f):
    grey = make_seal(f)
    f.made("16-bits.png", "ImageMagick", "colour.png", "-depth", "16", "PNG48:16-bits.png")
    f.made("16-bits-alpha.png", "ImageMagick", "alpha.png", "-depth", "16", "PNG64:16-bits-alpha.png")
    make_jpegs(f)
    make_turned(f, grey)
    make_pngs(f)
    make_tiffs(f)
    make_webps(f)
    make_gifs_and_bmps(f)
    make_heics(f, grey)
    make_avifs(f)
    make_pdfs(f)
    make_unread(f)
    make_cut(f)
