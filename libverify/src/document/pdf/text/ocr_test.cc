// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/ocr.h"

#include <gtest/gtest.h>

namespace sceau::document {
namespace {

TEST(OcrTest, FontsThatDrawNothingAreKnownByTheirNames) {
  for (const char* font : {"GlyphLessFont", "ABCDEF+HiddenHorzOCR", "Invisible"})
    EXPECT_TRUE(IsOcrFont(font)) << font;
}

TEST(OcrTest, PrintedOcrFontsAreNotAHiddenLayer) {
  for (const char* font : {"OCR-B10PitchBT", "Helvetica", ""})
    EXPECT_FALSE(IsOcrFont(font)) << font;
}

TEST(OcrTest, ProgramsThatRecogniseCharactersAreKnownByTheirNames) {
  for (const char* program : {"ABBYY FineReader PDF 15", "ocrmypdf 14.0", "Tesseract 5.3",
                              "Adobe Acrobat Paper Capture Plug-in", "OmniPage CSDK 20"})
    EXPECT_TRUE(IsOcrProgram(program)) << program;
  for (const char* program : {"cairo 1.16.0", "Microsoft Word", "Apache FOP 2.6", "iText 7"})
    EXPECT_FALSE(IsOcrProgram(program)) << program;
}

}  // namespace
}  // namespace sceau::document
