// SPDX-License-Identifier: Apache-2.0
#include "base/unread_kind.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.h"

namespace sceau {
namespace {

using namespace std::string_view_literals;

// How far from its start and from its end a file is searched for a name.
constexpr std::size_t kReach = std::size_t{64} << 10;

// The length of a box stands before its name; it begins with zero below 16 MB and above 4 GB.
constexpr std::size_t kBoxName = 4;

struct UnreadMagic {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};

constexpr auto kUnreadMagics = std::to_array<UnreadMagic>({
    {0, "PK\x03\x04"sv, "zip"},
    {0, "PK\x05\x06\0"sv, "zip"},
    {0, "PK\x07\x08PK"sv, "zip"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "ole"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "7z"},
    {0, "Rar!\x1A\x07"sv, "rar"},
    {0, "\x1F\x8B\x08"sv, "gz"},
    {0, "BZh91AY&SY"sv, "bz2"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "xz"},
    {0, "\x28\xB5\x2F\xFD"sv, "zst"},
    {257, "ustar\0"sv, "tar"},
    {257, "ustar  \0"sv, "tar"},
    {0, "MSCF\0\0\0\0"sv, "cab"},
    {0, "\0\0\0\x0CJXL \r\n\x87\n"sv, "jxl"},
    {0, "\xFF\x0A"sv, "jxl"},
    {0, "\0\0\0\x0CjP  \r\n\x87\n"sv, "jp2"},
    {0, "\xFF\x4F\xFF\x51"sv, "jp2"},
    {0, "II\xBC"sv, "jxr"},
    {0, "\x97JB2\r\n\x1A\n"sv, "jbig2"},
    {0, "8BPS\0"sv, "psd"},
    {0, "gimp xcf"sv, "xcf"},
    {0, "\0\0\x01\0"sv, "ico"},
    {124, "\0\0\0\0DICM"sv, "dicom"},
    {0, "\xD7\xCD\xC6\x9A"sv, "wmf"},
    {0, "%!PS"sv, "ps"},
    {0, "\xC5\xD0\xD3\xC6"sv, "eps"},
    {0, "AT&TFORM"sv, "djvu"},
    {0, "{\\rtf"sv, "rtf"},
    {0, "%FDF-"sv, "fdf"},
    {0, "x\x9F\x3E\x22"sv, "tnef"},
    {0, "L\0\0\0\x01\x14\x02\0"sv, "lnk"},
    {0, "\x1A\x45\xDF\xA3"sv, "video"},
    {8, "AVI LIST"sv, "video"},
    // Spec: ISO/IEC 14496-12, 4.2: what is left of its boxes once the pictures are known.
    {kBoxName, "moov"sv, "video"},
    {kBoxName, "mdat"sv, "video"},
    {kBoxName, "ftypcrx "sv, "raw"},
    {kBoxName, "ftyp"sv, "video"},
});

const UnreadMagic* FindMagic(std::string_view text) {
  const auto* found = std::ranges::find_if(kUnreadMagics, [&](const UnreadMagic& magic) {
    return text.size() >= magic.at && text.substr(magic.at).starts_with(magic.bytes) &&
           (magic.at != kBoxName || text.front() == '\0');
  });
  return found == kUnreadMagics.end() ? nullptr : found;
}

struct NamedInside {
  std::string_view name;
  std::string_view kind;
};

// Spec: ECMA-376, ISO/IEC 26300 (OpenDocument, 3.3: the type is the first entry, not compressed).
constexpr auto kOfZip = std::to_array<NamedInside>({
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {"application/vnd.oasis.opendocument.presentation", "odp"},
    {"application/vnd.oasis.opendocument", "odf"},
    {"application/epub+zip", "epub"},
    {"word/document", "docx"},
    {"xl/workbook", "xlsx"},
    {"ppt/presentation", "pptx"},
    {"FixedDocSeq", "xps"},
    {"Index/Document.iwa", "pages"},
    {"pass.json", "pkpass"},
});

// Names of streams, in UTF-16. Spec: MS-DOC, MS-XLS, MS-PPT, MS-OXMSG.
constexpr auto kOfOle = std::to_array<NamedInside>({
    {"_\0_\0s\0u\0b\0s\0t\0g\0001\0"sv, "msg"},
    {"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, "doc"},
    {"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "xls"},
    {"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0"sv, "ppt"},
});

std::string_view InsideOf(std::string_view text, std::span<const NamedInside> names,
                          std::string_view otherwise) {
  const std::string_view start = text.substr(0, kReach);
  const std::string_view end = text.substr(text.size() - std::min(kReach, text.size()));
  for (const NamedInside& inside : names) {
    if (start.find(inside.name) != text.npos || end.find(inside.name) != text.npos)
      return inside.kind;
  }
  return otherwise;
}

// The elements with which a markup document begins, after its prologue.
constexpr auto kOfMarkup = std::to_array<NamedInside>({
    {"<svg", "svg"},
    {"<!doctype svg", "svg"},
    {"<html", "html"},
    {"<!doctype html", "html"},
    {"<head", "html"},
    {"<body", "html"},
    {"<office:document", "odf"},
    {"<w:worddocument", "doc"},
    {"<pkg:package", "docx"},
});

std::string_view MarkupKind(std::string_view lower) {
  const bool has_prologue = lower.starts_with("<?xml") || lower.starts_with("<!--") ||
                            lower.starts_with("<!doctype") || lower.starts_with("<svg:");
  std::size_t first = lower.npos;
  std::string_view kind;
  for (const NamedInside& element : kOfMarkup) {
    const std::size_t at = lower.find(element.name);
    if (at >= first || (at != 0 && !has_prologue)) continue;
    first = at;
    kind = element.kind;
  }
  return kind;
}

// Spec: RFC 5322, 2.2. A mail that was sent begins its header with one of these lines and has
// another of them in it; a letter or the text of a code may have the one or the other.
bool IsMail(const std::string& lower) {
  constexpr auto kFirst = std::to_array<std::string_view>(
      {"received:",   "return-path:",  "delivered-to:", "from:",
       "from ",       "to:",           "date:",         "subject:",
       "message-id:", "mime-version:", "content-type:", "dkim-signature:",
       "x-",          "arc-",          "reply-to:",     "authentication-results:",
       "user-agent:", "sender:",       "importance:",   "thread-"});
  constexpr auto kInside = std::to_array<std::string_view>(
      {"\nmime-version:", "\nmessage-id:", "\nreceived:", "\nreturn-path:", "\ncontent-type:"});
  const std::string lines = "\n" + lower;
  return std::ranges::any_of(kFirst, [&](auto line) { return lower.starts_with(line); }) &&
         std::ranges::count_if(kInside,
                               [&](auto line) { return lines.find(line) != lines.npos; }) >= 2;
}

std::string_view TextKind(std::string_view text) {
  constexpr std::size_t kMaxPrologue = std::size_t{16} << 10;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const std::string lower = Lower(text.substr(0, kMaxPrologue));
  if (lower.starts_with('<')) return MarkupKind(lower);
  if (lower.starts_with("[internetshortcut]")) return "url";
  return IsMail(lower) ? "mail" : "";
}

}  // namespace

bool HasUnreadMagic(ByteSpan bytes) { return FindMagic(AsText(bytes)) != nullptr; }

std::string_view UnreadKind(ByteSpan bytes) {
  const std::string_view text = AsText(bytes);
  const UnreadMagic* magic = FindMagic(text);
  if (magic == nullptr) return TextKind(text);
  if (magic->kind == "zip") return InsideOf(text, kOfZip, "zip");
  if (magic->kind == "ole") return InsideOf(text, kOfOle, "ole");
  return magic->kind;
}

}  // namespace sceau
