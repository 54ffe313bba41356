# SPDX-License-Identifier: Apache-2.0
"""Files of pictures as other people's programs write them."""
import pathlib
import subprocess
import tempfile
import zlib

import cv2
from PIL import Image

from sheet import output_of


def pillow(picture):
    return Image.fromarray(picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))


def plain(picture, folder):
    path = pathlib.Path(folder) / ("plain.ppm" if picture.ndim == 3 else "plain.pgm")
    cv2.imwrite(str(path), picture)
    return path


def jpeg(picture, path, quality, encoder, dpi=None):
    """`encoder`: pillow, cjpeg, opencv or magick, each with its own tables, sampling of colour and rounding."""
    if encoder == "pillow":
        pillow(picture).save(path, "JPEG", quality=quality, subsampling=2, dpi=(dpi, dpi) if dpi else (72, 72))
    elif encoder == "opencv":
        cv2.imwrite(str(path), picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    else:
        with tempfile.TemporaryDirectory() as folder:
            source = plain(picture, folder)
            if encoder == "cjpeg":
                path.write_bytes(output_of("cjpeg", "-quality", quality, "-dct", "fast", "-smooth", 10 if quality < 50 else 0, source))
            else:
                output_of("convert", source, "-quality", quality, "-sampling-factor", "4:2:0", "-define", "jpeg:dct-method=float", path)
    return path


def heic(picture, path, quality):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "plain.png"
        cv2.imwrite(str(source), picture, [cv2.IMWRITE_PNG_COMPRESSION, 1])
        subprocess.run(["heif-enc", "-q", str(quality), "-p", "preset=ultrafast", "-o", str(path), str(source)], check=True, capture_output=True)
    return path


def tiff_g4(picture, path, dpi):
    pillow(picture).convert("1", dither=Image.Dither.NONE).save(path, "TIFF", compression="group4", dpi=(dpi, dpi))
    return path


def png(picture, path, dpi=None):
    image = pillow(picture)
    if not set(image.histogram()[1:255]) - {0}:
        image = image.convert("1", dither=Image.Dither.NONE)
    image.save(path, "PNG", dpi=(dpi, dpi) if dpi else None)
    return path


def pdf_of_jpeg(picture, path, dpi, quality, encoder="pillow"):
    """One page that is one picture, its JPEG put in as it is, as scanners and img2pdf do."""
    with tempfile.TemporaryDirectory() as folder:
        data = jpeg(picture, pathlib.Path(folder) / "page.jpg", quality, encoder).read_bytes()
    height, width = picture.shape[:2]
    space = b"/DeviceGray" if picture.ndim == 2 else b"/DeviceRGB"
    points = width * 72 / dpi, height * 72 / dpi
    content = zlib.compress(b"q %.3f 0 0 %.3f 0 0 cm /Im0 Do Q" % points)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Resources<</XObject<</Im0 5 0 R>>>>/Contents 4 0 R>>" % points,
               b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
               b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
               % (width, height, space, len(data), data)]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, end)
    path.write_bytes(out)
    return path


def pdf_of_g4(picture, path, dpi):
    with tempfile.TemporaryDirectory() as folder:
        source = tiff_g4(picture, pathlib.Path(folder) / "page.tif", dpi)
        output_of("tiff2pdf", "-o", path, source)
    return path


def pdf_by_gs(picture, path, dpi, quality):
    """Through Ghostscript, which reads the picture and compresses it once more at a size of its own."""
    with tempfile.TemporaryDirectory() as folder:
        first = pdf_of_jpeg(picture, pathlib.Path(folder) / "first.pdf", dpi, quality)
        output_of("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/ebook", f"-sOutputFile={path}", first)
    return path
