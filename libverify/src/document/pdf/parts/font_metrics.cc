// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/font_metrics.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace sceau::document {
namespace {

constexpr auto kDrawingFonts = std::to_array<std::string_view>(
    {"barcode", "code128", "code39", "3of9", "ean", "pdf417", "datamatrix", "matrix", "aztec",
     "idautomation", "qr", "dingbat", "wingding", "symbol"});
constexpr double kThousand = 1000;
// The mean of Helvetica's letters is 560, of its capitals 690.
constexpr double kTypicalWidth = 700;
constexpr std::size_t kMaxCids = 65'536;

double NumberOr(QPDFObjectHandle value, double otherwise) {
  return value.isNumber() ? value.getNumericValue() : otherwise;
}

}  // namespace

FontMetrics::FontMetrics(QPDFObjectHandle font) {
  if (!font.isDictionary()) {
    ordinary_ = false;
    return;
  }
  if (QPDFObjectHandle name = font.getKey("/BaseFont"); name.isName()) {
    const std::string lower = Lower(name.getName());
    ordinary_ = std::ranges::none_of(
        kDrawingFonts, [&](std::string_view word) { return lower.find(word) != lower.npos; });
  }
  QPDFObjectHandle kind = font.getKey("/Subtype");
  if (kind.isNameAndEquals("/Type0")) {
    ReadComposite(font);
  } else if (kind.isNameAndEquals("/Type3")) {
    ordinary_ = false;
  } else {
    ReadSimple(font);
  }
}

void FontMetrics::ReadSimple(QPDFObjectHandle font) {
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (!widths.isArray()) {  // one of the standard 14
    default_width_ = kTypicalWidth;
    return;
  }
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  if (descriptor.isDictionary()) default_width_ = NumberOr(descriptor.getKey("/MissingWidth"), 0);
  first_ = static_cast<std::size_t>(std::clamp(NumberOr(font.getKey("/FirstChar"), 0), 0.0, 255.0));
  for (int i = 0; i < std::min(widths.getArrayNItems(), 256); ++i)
    simple_.push_back(NumberOr(widths.getArrayItem(i), default_width_));
}

void FontMetrics::ReadComposite(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  QPDFObjectHandle fonts = font.getKey("/DescendantFonts");
  const bool identity = encoding.isNameAndEquals("/Identity-H");
  if (!identity || !fonts.isArray() || fonts.getArrayNItems() != 1 ||
      !fonts.getArrayItem(0).isDictionary()) {
    ordinary_ = false;
    return;
  }
  code_bytes_ = 2;
  QPDFObjectHandle descendant = fonts.getArrayItem(0);
  default_width_ = NumberOr(descendant.getKey("/DW"), kThousand);
  QPDFObjectHandle widths = descendant.getKey("/W");
  if (widths.isArray()) ReadCidWidths(widths);
}

// Either "first [w w …]" or "first last w".
void FontMetrics::ReadCidWidths(QPDFObjectHandle widths) {
  const auto all = widths.getArrayAsVector();
  const auto cid_of = [](QPDFObjectHandle value) {
    return static_cast<std::size_t>(std::clamp(NumberOr(value, 0), 0.0, 65'535.0));
  };
  for (std::size_t i = 0; i + 1 < all.size();) {
    std::size_t cid = cid_of(all[i]);
    QPDFObjectHandle next = all[i + 1];
    if (next.isArray()) {
      for (QPDFObjectHandle& width : next.getArrayAsVector()) {
        if (!SetCid(cid++, width)) return;
      }
      i += 2;
    } else {
      if (i + 2 >= all.size()) return;
      for (const std::size_t last = cid_of(next); cid <= last; ++cid) {
        if (!SetCid(cid, all[i + 2])) return;
      }
      i += 3;
    }
  }
}

// A few bytes can name every code, and a few more can name them all again. The widths of such a
// font are given up, and each glyph counts as one em.
bool FontMetrics::SetCid(std::size_t cid, QPDFObjectHandle width) {
  if (++set_ <= kMaxCids) {
    cids_[cid] = NumberOr(width, default_width_);
    return true;
  }
  ordinary_ = false;
  cids_.clear();
  default_width_ = kThousand;
  return false;
}

double FontMetrics::AdvanceOf(std::string_view bytes, const TextState& text) const {
  double total = 0;
  for (std::size_t i = 0; i + code_bytes_ <= bytes.size(); i += code_bytes_) {
    std::size_t code = static_cast<std::uint8_t>(bytes[i]);
    double width = default_width_;
    if (code_bytes_ == 2) {
      code = code * 256 + static_cast<std::uint8_t>(bytes[i + 1]);
      if (const auto found = cids_.find(code); found != cids_.end()) width = found->second;
    } else if (code >= first_ && code - first_ < simple_.size()) {
      width = simple_[code - first_];
    }
    total += width / kThousand * text.size + text.character_space;
    if (code_bytes_ == 1 && code == ' ') total += text.word_space;
  }
  return total;
}

}  // namespace sceau::document
