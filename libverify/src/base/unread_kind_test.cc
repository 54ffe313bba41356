// SPDX-License-Identifier: Apache-2.0
#include "base/unread_kind.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/document_type.h"

namespace sceau {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string Padded(std::string_view start, std::size_t at, std::string_view more) {
  std::string file(start);
  file.resize(at);
  return file.append(more);
}

const std::string kZip = "PK\x03\x04\x14"s + std::string(25, '\0');
const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1016, '\0');

TEST(UnreadKindTest, EachKindIsNamed) {
  const struct {
    std::string file;
    std::string_view kind;
  } kCases[] = {
      {kZip + "attestation.pdf%PDF-1.7", "zip"},
      {"PK\x05\x06"s + std::string(18, '\0'), "zip"},
      {kZip + "[Content_Types].xml" + std::string(500, '\x7F') + "word/document.xml", "docx"},
      {kZip + "[Content_Types].xml" + std::string(200'000, '\x7F') + "xl/workbook.xml", "xlsx"},
      {kZip + "[Content_Types].xml" + "ppt/presentation.xml", "pptx"},
      {kZip + "mimetypeapplication/vnd.oasis.opendocument.text", "odt"},
      {kZip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"},
      {kZip + "mimetypeapplication/vnd.oasis.opendocument.graphics", "odf"},
      {kZip + "mimetypeapplication/epub+zip", "epub"},
      {kZip + "pass.json", "pkpass"},
      {kOle, "ole"},
      {kOle + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv), "doc"},
      {kOle + std::string("W\0o\0r\0k\0b\0o\0o\0k\0"sv), "xls"},
      {kOle + std::string("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0"sv), "ppt"},
      {kOle + std::string("_\0_\0s\0u\0b\0s\0t\0g\0001\0.\0"sv), "msg"},
      {"7z\xBC\xAF\x27\x1C\0\4"s, "7z"},
      {"Rar!\x1A\x07\1\0"s, "rar"},
      {"\x1F\x8B\x08\0"s, "gz"},
      {"BZh91AY&SY", "bz2"},
      {"\xFD"
       "7zXZ\0\0"s,
       "xz"},
      {Padded("attestation.pdf", 257, "ustar\00000"sv) + std::string(248, '\0') + "%PDF-1.4",
       "tar"},
      {Padded("attestation.pdf", 257, "ustar  \0"sv), "tar"},
      {"\xFF\x0A\x01"s, "jxl"},
      {"\0\0\0\x0CJXL \r\n\x87\n"s, "jxl"},
      {"\0\0\0\x0CjP  \r\n\x87\n"s, "jp2"},
      {"8BPS\0\1"s, "psd"},
      {"%!PS-Adobe-3.0\n", "ps"},
      {"{\\rtf1\\ansi", "rtf"},
      {"%FDF-1.2", "fdf"},
      {"RIFF\x10\0\0\0AVI LIST"s, "video"},
      {"\0\0\0\x18"
       "ftypisom\0\0\2\0"s,
       "video"},
      {"\0\0\0\x18"
       "ftypcrx \0\0\0\1"s,
       "raw"},
      {"<svg xmlns=\"http://www.w3.org/2000/svg\">", "svg"},
      {"<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg>", "svg"},
      {"\xEF\xBB\xBF<!DOCTYPE html>\n<HTML>", "html"},
      {"\r\n <html><body><svg>", "html"},
      {"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", "html"},
      {"<?xml version=\"1.0\"?><office:document>", "odf"},
      {"Return-Path: <a@example.fr>\r\nReceived: from b\r\nMIME-Version: 1.0\r\n", "mail"},
      {"MIME-Version: 1.0\nDate: today\nMessage-ID: <1@example.fr>\n", "mail"},
      {"From: a@example.fr\nSubject: carte\nX-A: b\nmime-version: 1.0\nContent-Type: text/plain\n",
       "mail"},
      {"[InternetShortcut]\r\nURL=https://example.fr/", "url"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(UnreadKind(AsBytes(c.file)), c.kind) << c.file.substr(0, 40);
    EXPECT_EQ(DetectType(AsBytes(c.file)), DocumentType::kUnknown) << c.kind;
  }
}

TEST(UnreadKindTest, TextsOfCodesHaveNoUnreadKind) {
  const std::string_view cases[] = {
      "",
      "AD1:6BF+70790T9WJWG.FKY*4GO0",
      "DC04FR0000011FFFFFFF0101FR26XYZ\x1DSIGNATURE\x1FSIGNATURE\n",
      "HC1:NCFOXN%TS3DH",
      "\xDC\x04\x00\x01"sv,
      "https://example.fr/?a=<svg",
      "PK\x03",
      "PK 12",
      "Rar!",
      "7zip",
      "1234ftypisom",
      "GIF",
      "BM 12 rue de la Paix",
      "BZh",
      "<3 Marie",
      "<xml>",
      "<?xml version=\"1.0\"?><PrintLetterBarcodeData/>",
      "From: Marie DUPONT\nTo: CPAM\n",
      "BEGIN:VCARD\nVERSION:3.0\nN:DUPONT;Marie\nEND:VCARD",
      "MATMSG:TO:a@example.fr;SUB:Message-ID;BODY:b;;",
      "subject: vaccination\nDate: 2026-11-29\n",
      "%PDF",
      "{\"a\": 1}",
  };
  for (const std::string_view text : cases) EXPECT_EQ(UnreadKind(AsBytes(text)), "") << text;
}

TEST(UnreadKindTest, NoFileThatIsReadHasAnUnreadKind) {
  const std::string_view cases[] = {
      "%PDF-1.7",
      "HTTP/1.1 200 OK\r\n\r\n%PDF-1.4",
      "\xFF\xD8\xFF\xE0",
      "GIF89a",
      "RIFF\x10\0\0\0WEBPVP8 "sv,
      "\0\0\0\x1C"
      "ftypavif\0\0\0\0"
      "avifmif1"sv,
  };
  for (const std::string_view file : cases) {
    EXPECT_NE(DetectType(AsBytes(file)), DocumentType::kUnknown) << file;
  }
}

}  // namespace
}  // namespace sceau
