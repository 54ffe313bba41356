// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/made_up.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/parts/font_metrics.h"

namespace sceau::document {
namespace {

constexpr int kMaxFieldDepth = 32;
constexpr int kFewLines = 8;  // a code has at least 10 rows
constexpr std::size_t kMaxLetters = 20'000;
constexpr std::size_t kMaxPoints = 2'000;  // of all strokes of a pen

// Letters and signs of French and its neighbours. Blocks, dots and what fonts of pictures hold are
// none of them.
bool IsLetter(char32_t c) {
  constexpr char32_t kEndOfLatin = 0x24F;
  constexpr char32_t kPunctuation = 0x2010;
  constexpr char32_t kEndOfPunctuation = 0x203A;
  constexpr char32_t kEuro = 0x20AC;
  return c <= kEndOfLatin || (c >= kPunctuation && c <= kEndOfPunctuation) || c == kEuro;
}

bool IsInLetters(QPDFObjectHandle value) {
  if (value.isNull()) return true;
  if (value.isArray()) {
    const auto all = value.getArrayAsVector();
    return all.size() <= kMaxLetters && std::ranges::all_of(all, [](const QPDFObjectHandle& one) {
             return QPDFObjectHandle(one).isString() && IsInLetters(one);
           });
  }
  if (value.isName()) return true;  // the state of a button
  if (!value.isString()) return false;
  const std::string text = value.getUTF8Value();
  const auto letters = text.size() <= kMaxLetters ? DecodeUtf8(text) : std::nullopt;
  return letters && std::ranges::all_of(*letters, IsLetter);
}

bool IsLong(QPDFObjectHandle caption) {
  constexpr std::size_t kFew = 40;  // bytes
  return caption.isString() && caption.getStringValue().size() > kFew;
}

// The font's name in "/Helv 12 Tf 0 g". Nothing for a text that says more than a font and a colour.
std::optional<std::string> FontOf(const std::string& appearance) {
  constexpr std::size_t kMaxTokens = 12;
  std::istringstream in(appearance);
  std::vector<std::string> tokens;
  for (std::string token; in >> token;) {
    if (tokens.size() == kMaxTokens) return std::nullopt;
    tokens.push_back(token);
  }
  const auto at = std::ranges::find(tokens, "Tf");
  if (at - tokens.begin() < 2 || at == tokens.end()) return std::nullopt;
  return *(at - 2);
}

// Those of a line or a pen, and of nothing else.
std::vector<Point> PointsOf(QPDFObjectHandle numbers) {
  std::vector<Point> points;
  if (!numbers.isArray() || numbers.getArrayNItems() > static_cast<int>(2 * kMaxPoints))
    return points;
  for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) {
    QPDFObjectHandle x = numbers.getArrayItem(i);
    QPDFObjectHandle y = numbers.getArrayItem(i + 1);
    if (x.isNumber() && y.isNumber()) points.push_back({x.getNumericValue(), y.getNumericValue()});
  }
  return points;
}

// The strokes of an annotation that is nothing else.
std::optional<std::vector<std::vector<Point>>> StrokesOf(QPDFObjectHandle annotation) {
  QPDFObjectHandle kind = annotation.getKey("/Subtype");
  std::vector<std::vector<Point>> strokes;
  if (kind.isNameAndEquals("/Square") || kind.isNameAndEquals("/Circle")) {
    strokes.emplace_back();
  } else if (kind.isNameAndEquals("/Line")) {
    if (!annotation.getKey("/Cap").isNull()) return std::nullopt;  // has a text
    strokes.push_back(PointsOf(annotation.getKey("/L")));
  } else if (kind.isNameAndEquals("/Ink") && annotation.getKey("/InkList").isArray()) {
    QPDFObjectHandle list = annotation.getKey("/InkList");
    if (list.getArrayNItems() > kFewLines) return std::nullopt;
    for (int i = 0; i < list.getArrayNItems(); ++i)
      strokes.push_back(PointsOf(list.getArrayItem(i)));
  } else {
    return std::nullopt;
  }
  return strokes;
}

// How far lines, their ends and their corners may reach.
double ReachOf(QPDFObjectHandle annotation) {
  constexpr double kEnds = 10;  // of the line's width
  constexpr double kWide = 100;
  QPDFObjectHandle style = annotation.getKey("/BS");
  QPDFObjectHandle width = style.isDictionary() ? style.getKey("/W") : QPDFObjectHandle::newNull();
  QPDFObjectHandle border = annotation.getKey("/Border");
  if (width.isNull() && border.isArray() && border.getArrayNItems() >= 3)
    width = border.getArrayItem(2);
  const double points = width.isNumber() ? std::abs(width.getNumericValue()) : 1;
  return kEnds * std::clamp(std::isfinite(points) ? points : kWide, 1.0, kWide);
}

}  // namespace

QPDFObjectHandle Inherited(QPDFObjectHandle field, const std::string& key) {
  for (int depth = 0; depth < kMaxFieldDepth && field.isDictionary(); ++depth) {
    if (QPDFObjectHandle value = field.getKey(key); !value.isNull()) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

std::optional<Box> MadeUp::PlaceOf(QPDFObjectHandle annotation, const Box& rectangle) {
  if (annotation.getKey("/Subtype").isNameAndEquals("/Widget"))
    return IsInLetters(annotation) ? std::optional(rectangle) : std::nullopt;
  const auto strokes = StrokesOf(annotation);
  if (!strokes) return std::nullopt;
  lines_ += static_cast<int>(strokes->size());
  if (lines_ > kFewLines) return std::nullopt;
  Box place = rectangle;
  for (const std::vector<Point>& stroke : *strokes) {
    for (const Point& point : stroke) place.Add(point);
  }
  return place.Grown(ReachOf(annotation));
}

// A field may be a bar code of its value (/PMD), and a button have a picture.
bool MadeUp::IsInLetters(QPDFObjectHandle field) const {
  if (!Inherited(field, "/PMD").isNull()) return false;
  QPDFObjectHandle look = field.getKey("/MK");
  if (look.isDictionary()) {
    for (const char* const picture : {"/I", "/RI", "/IX"}) {
      if (look.hasKey(picture)) return false;
    }
    for (const char* const caption : {"/CA", "/RC", "/AC"}) {
      if (!document::IsInLetters(look.getKey(caption)) || IsLong(look.getKey(caption)))
        return false;
    }
  }
  // A button shows a mark and its caption, of whatever font.
  const bool button = Inherited(field, "/FT").isNameAndEquals("/Btn");
  return document::IsInLetters(Inherited(field, "/V")) && (button || HasPlainFont(field));
}

// A font of the file's own may draw anything for a letter.
bool MadeUp::HasPlainFont(QPDFObjectHandle field) const {
  QPDFObjectHandle appearance = Inherited(field, "/DA");
  if (appearance.isNull()) appearance = EntryOf(form_, "/DA");
  if (appearance.isNull()) return true;
  const auto name = appearance.isString() ? FontOf(appearance.getStringValue()) : std::nullopt;
  if (!name) return false;
  QPDFObjectHandle font = EntryOf(EntryOf(EntryOf(form_, "/DR"), "/Font"), name->c_str());
  if (font.isNull()) return true;  // viewers then take one of their own
  const FontMetrics metrics(font);
  return metrics.ordinary() && metrics.says_letters() && !metrics.embedded();
}

}  // namespace sceau::document
