// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/true_type.h"

#include <algorithm>
#include <array>

#include "document/pdf/content/big_endian.h"

namespace sceau::document {
namespace {

// Outlines, metrics, codes, and what says nothing of how a glyph looks.
constexpr auto kPlainTables = std::to_array<std::uint32_t>(
    {TableTag("DSIG"), TableTag("GDEF"), TableTag("GPOS"), TableTag("GSUB"), TableTag("OS/2"),
     TableTag("cmap"), TableTag("cvt "), TableTag("fpgm"), TableTag("gasp"), TableTag("glyf"),
     TableTag("head"), TableTag("hhea"), TableTag("hmtx"), TableTag("kern"), TableTag("loca"),
     TableTag("maxp"), TableTag("name"), TableTag("post"), TableTag("prep")});
constexpr std::size_t kMaxMaps = 8;
constexpr std::uint32_t kOutlines = 0x00010000;
constexpr std::size_t kDirectoryEntry = 16;

// Ends of segments, their starts, what is added to a code, and where glyphs stand instead. Two
// readers agree on segments in order that do not overlap and refer to nothing beyond the table.
bool AreSegmentsInOrder(ByteSpan map) {
  constexpr std::size_t kHeader = 14;
  if (map.size() < kHeader) return false;
  const std::size_t twice = BigEndian16(map, 6);
  if (twice == 0 || twice % 2 != 0 || map.size() < kHeader + 2 + 4 * twice) return false;
  std::int64_t before = -1;
  for (std::size_t i = 0; i < twice; i += 2) {
    const std::uint32_t end = BigEndian16(map, kHeader + i);
    const std::uint32_t start = BigEndian16(map, kHeader + 2 + twice + i);
    const std::size_t place = kHeader + 2 + 3 * twice + i;
    const std::uint32_t offset = BigEndian16(map, place);
    if (start <= before || end < start) return false;
    const bool last = end == 0xFFFF && start == 0xFFFF;  // some have any offset there
    if (offset != 0 && !last && place + offset + std::size_t{2} * (end - start) + 2 > map.size())
      return false;
    before = end;
  }
  return before == 0xFFFF;
}

std::uint32_t GlyphInSegments(ByteSpan map, std::uint32_t code) {
  constexpr std::size_t kHeader = 14;
  const std::size_t twice = BigEndian16(map, 6);
  for (std::size_t i = 0; i < twice; i += 2) {
    if (BigEndian16(map, kHeader + i) < code) continue;
    const std::uint32_t start = BigEndian16(map, kHeader + 2 + twice + i);
    if (start > code || code >= 0xFFFF) return 0;
    const std::uint32_t delta = BigEndian16(map, kHeader + 2 + 2 * twice + i);
    const std::size_t place = kHeader + 2 + 3 * twice + i;
    const std::uint32_t offset = BigEndian16(map, place);
    if (offset == 0) return (code + delta) & 0xFFFF;
    const std::uint32_t glyph = BigEndian16(map, place + offset + std::size_t{2} * (code - start));
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
  }
  return 0;
}

// The bytes of a map of a format that every viewer reads; empty for another one.
ByteSpan PlainMap(ByteSpan from) {
  if (from.size() < 6) return {};
  const std::uint32_t format = BigEndian16(from, 0);
  const std::size_t length = BigEndian16(from, 2);
  if (length > from.size()) return {};
  const ByteSpan map = from.first(length);
  constexpr std::size_t kBytes = 262;  // of a map by bytes
  constexpr std::size_t kTrimmed = 10;
  if (format == 0 && length == kBytes) return map;
  if (format == 4 && AreSegmentsInOrder(map)) return map;
  if (format == 6 && length >= kTrimmed &&
      length >= kTrimmed + std::size_t{2} * BigEndian16(map, 8))
    return map;
  return {};
}

}  // namespace

std::optional<TrueType> TrueType::Open(ByteSpan file) {
  TrueType font;
  font.file_ = file;
  return font.ReadTables() && font.ReadMaps() ? std::optional(std::move(font)) : std::nullopt;
}

ByteSpan TrueType::Table(std::uint32_t tag) const {
  const auto found = std::ranges::find(tables_, tag, &Entry::tag);
  return found != tables_.end() ? found->bytes : ByteSpan();
}

bool TrueType::ReadTables() {
  constexpr std::size_t kHeader = 12;
  if (file_.size() < kHeader || BigEndian32(file_, 0) != kOutlines) return false;
  const std::size_t count = BigEndian16(file_, 4);
  if (count > kPlainTables.size() || file_.size() < kHeader + count * kDirectoryEntry) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = kHeader + i * kDirectoryEntry;
    const std::uint32_t tag = BigEndian32(file_, at);
    const std::size_t offset = BigEndian32(file_, at + 8);
    const std::size_t length = BigEndian32(file_, at + 12);
    if (std::ranges::find(kPlainTables, tag) == kPlainTables.end() || !Table(tag).empty() ||
        offset > file_.size() || length > file_.size() - offset)
      return false;
    tables_.push_back({tag, file_.subspan(offset, length)});
  }
  const ByteSpan head = Table(TableTag("head"));
  const ByteSpan hhea = Table(TableTag("hhea"));
  const ByteSpan maxp = Table(TableTag("maxp"));
  if (head.size() < 54 || hhea.size() < 36 || maxp.size() < 6) return false;
  units_per_em_ = static_cast<int>(BigEndian16(head, 18));
  long_offsets_ = BigEndian16(head, 50) == 1;
  glyphs_ = BigEndian16(maxp, 4);
  long_metrics_ = BigEndian16(hhea, 34);
  const std::size_t offset = long_offsets_ ? 4 : 2;
  return BigEndian16(head, 50) <= 1 && Table(TableTag("loca")).size() >= (glyphs_ + 1) * offset &&
         long_metrics_ > 0 && long_metrics_ <= glyphs_ &&
         Table(TableTag("hmtx")).size() >= 2 * long_metrics_ + 2 * glyphs_;
}

bool TrueType::ReadMaps() {
  const ByteSpan cmap = Table(TableTag("cmap"));
  if (cmap.empty()) return true;
  const std::size_t count = cmap.size() >= 4 ? BigEndian16(cmap, 2) : kMaxMaps + 1;
  if (count > kMaxMaps || cmap.size() < 4 + 8 * count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = 4 + 8 * i;
    const std::size_t offset = BigEndian32(cmap, at + 4);
    if (offset > cmap.size()) return false;
    const ByteSpan map = PlainMap(cmap.subspan(offset));
    if (map.empty()) return false;
    maps_.push_back({static_cast<int>(BigEndian16(cmap, at)),
                     static_cast<int>(BigEndian16(cmap, at + 2)), map});
  }
  return true;
}

std::optional<ByteSpan> TrueType::GlyphBytes(std::uint32_t glyph) const {
  if (glyph >= glyphs_) return std::nullopt;
  const ByteSpan loca = Table(TableTag("loca"));
  const ByteSpan glyf = Table(TableTag("glyf"));
  const auto offset_of = [&](std::size_t i) {
    return long_offsets_ ? std::size_t{BigEndian32(loca, 4 * i)}
                         : std::size_t{2} * BigEndian16(loca, 2 * i);
  };
  const std::size_t begin = offset_of(glyph);
  const std::size_t end = offset_of(glyph + 1);
  if (begin > end || end > glyf.size()) return std::nullopt;
  return glyf.subspan(begin, end - begin);
}

std::optional<int> TrueType::LeftBearing(std::uint32_t glyph) const {
  if (glyph >= glyphs_) return std::nullopt;
  const std::size_t at =
      glyph < long_metrics_ ? 4 * glyph + 2 : 4 * long_metrics_ + 2 * (glyph - long_metrics_);
  return static_cast<std::int16_t>(BigEndian16(Table(TableTag("hmtx")), at));
}

std::uint32_t TrueType::GlyphIn(const CodeMap& map, std::uint32_t code) {
  constexpr std::size_t kBytes = 6;     // where a map by bytes begins
  constexpr std::size_t kTrimmed = 10;  // and a trimmed one
  switch (BigEndian16(map.bytes, 0)) {
    case 0:
      return code < 256 ? map.bytes[kBytes + code] : 0;
    case 4:
      return GlyphInSegments(map.bytes, code);
    default: {
      const std::uint32_t first = BigEndian16(map.bytes, 6);
      const std::uint32_t count = BigEndian16(map.bytes, 8);
      return code >= first && code - first < count
                 ? BigEndian16(map.bytes, kTrimmed + std::size_t{2} * (code - first))
                 : 0;
    }
  }
}

}  // namespace sceau::document
