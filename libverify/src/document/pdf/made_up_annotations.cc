// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/made_up_annotations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/text.h"
#include "document/pdf/content/content_lexer.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/parts/font_metrics.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

constexpr int kMaxFieldDepth = 32;
// A code has 10 rows or more, of which each would take a mark.
constexpr int kMaxMarks = 8;
constexpr std::size_t kMaxLinePoints = 20'000;
// The smallest seal, in lines of letters, takes one letter for each of its 144 modules.
constexpr std::size_t kFewLetters = 140;
// Flags of fields. Spec: tables 229, 231 and 233.
constexpr long long kSeveralLines = 1 << 12;
constexpr long long kPushButton = 1 << 16;
constexpr long long kComboBox = 1 << 17;

// A letter, not a block, a dot, an arrow or a picture of some font.
bool IsLetter(char32_t character) {
  constexpr char32_t kFirstMark = 0x2190;
  constexpr char32_t kLastMark = 0x2BFF;
  constexpr char32_t kFirstPrivate = 0xE000;
  constexpr char32_t kLastPrivate = 0xF8FF;
  constexpr char32_t kBeyond = 0x10000;
  return (character < kFirstMark || character > kLastMark) &&
         (character < kFirstPrivate || character > kLastPrivate) && character < kBeyond;
}

long long FlagsOf(QPDFObjectHandle field) {
  QPDFObjectHandle flags = InheritedOf(field, "/Ff");
  return flags.isInteger() ? flags.getIntValue() : 0;
}

// Of an array of one, three or four numbers. Nothing for none: then nothing is painted.
std::optional<std::string> ColorOf(QPDFObjectHandle color, std::string_view gray,
                                   std::string_view rgb, std::string_view cmyk) {
  const auto numbers = NumbersOf(color);
  const std::string_view name = numbers.size() == 1   ? gray
                                : numbers.size() == 3 ? rgb
                                : numbers.size() == 4 ? cmyk
                                                      : "";
  if (name.empty()) return std::nullopt;
  std::string drawn;
  for (const double number : numbers) drawn += fmt::format("{:f} ", number);
  return drawn.append(name) + " ";
}

double LineWidthOf(QPDFObjectHandle annotation) {
  QPDFObjectHandle style = annotation.getKey("/BS");
  QPDFObjectHandle width = style.isDictionary() ? style.getKey("/W") : QPDFObjectHandle::newNull();
  if (width.isNumber()) return width.getNumericValue();
  const auto border = NumbersOf(annotation.getKey("/Border"));
  return border.size() == 3 ? border[2] : 1;
}

bool IsDashed(QPDFObjectHandle annotation) {
  QPDFObjectHandle style = annotation.getKey("/BS");
  const bool by_style = style.isDictionary() && style.getKey("/S").isNameAndEquals("/D");
  QPDFObjectHandle border = annotation.getKey("/Border");
  return by_style || (border.isArray() && border.getArrayNItems() > 3);
}

std::string Rectangle(const Box& box) {
  return fmt::format("{:f} {:f} {:f} {:f} re ", box.left, box.top, box.width(), box.height());
}

// The ground and the frame of a field. Spec: table 192.
std::string GroundOf(QPDFObjectHandle field, QPDFObjectHandle look, const Box& rectangle) {
  std::string drawn;
  if (const auto ground = ColorOf(look.getKey("/BG"), "g", "rg", "k"))
    drawn += *ground + Rectangle(rectangle) + "f ";
  if (const auto frame = ColorOf(look.getKey("/BC"), "G", "RG", "K"))
    drawn += *frame + fmt::format("{:f} w ", LineWidthOf(field)) + Rectangle(rectangle) + "S ";
  return drawn.empty() ? drawn : "q " + drawn + "Q\n";
}

// Of a default appearance, "/Helv 12 Tf 0 g": the name before the size. Empty when there is none.
std::string FontNameIn(const std::string& appearance) {
  ContentLexer lexer(AsBytes(appearance));
  std::vector<Operand> operands(1);
  std::string_view name;
  std::string font;
  for (;;) {
    const ContentLexer::Token token = lexer.Next(operands.back(), name);
    if (token == ContentLexer::Token::kOperand) {
      operands.emplace_back();
      continue;
    }
    if (token != ContentLexer::Token::kOperator) return font;
    const std::size_t count = operands.size() - 1;
    if (name == "Tf" && count >= 2) font = operands[count - 2].text;
    operands.assign(1, {});
  }
}

}  // namespace

QPDFObjectHandle InheritedOf(QPDFObjectHandle field, const std::string& key) {
  for (int depth = 0; depth < kMaxFieldDepth && field.isDictionary(); ++depth) {
    if (QPDFObjectHandle value = field.getKey(key); !value.isNull()) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

std::optional<std::string> MadeUpAnnotations::Draw(QPDFObjectHandle annotation,
                                                   const Box& rectangle) {
  // Of one of these, viewers draw a line, a frame or an icon of their own.
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"/Line", "/Square", "/Circle", "/Link", "/Text", "/FileAttachment"});
  // And of these, one for each four corners.
  constexpr auto kMarkedText =
      std::to_array<std::string_view>({"/Highlight", "/Underline", "/StrikeOut", "/Squiggly"});
  QPDFObjectHandle kind = annotation.getKey("/Subtype");
  if (!kind.isName()) return std::nullopt;
  const std::string name = kind.getName();
  const auto few = [](bool are) { return are ? std::optional(std::string()) : std::nullopt; };
  if (name == "/Widget") return DrawField(annotation, rectangle);
  if (name == "/Ink") return DrawLines(annotation, annotation.getKey("/InkList"), false);
  if (name == "/Polygon" || name == "/PolyLine") {
    QPDFObjectHandle lists = QPDFObjectHandle::newArray({annotation.getKey("/Vertices")});
    return DrawLines(annotation, lists, name == "/Polygon");
  }
  if (name == "/FreeText")
    return few(AreFew(1) && IsPlainText(annotation.getKey("/Contents"), annotation, true));
  if (std::ranges::find(kMarkedText, name) != kMarkedText.end()) {
    QPDFObjectHandle corners = annotation.getKey("/QuadPoints");
    return few(AreFew(corners.isArray() ? 1 + corners.getArrayNItems() / 8 : 1));
  }
  if (std::ranges::find(kMarks, name) == kMarks.end()) return std::nullopt;
  const bool plain = name != "/Line" || !annotation.hasKey("/Cap") ||
                     IsPlainText(annotation.getKey("/Contents"), annotation, true);
  return few(AreFew(1) && plain);
}

// Spec: 12.7.4.
std::optional<std::string> MadeUpAnnotations::DrawField(QPDFObjectHandle field,
                                                        const Box& rectangle) {
  QPDFObjectHandle kind = InheritedOf(field, "/FT");
  QPDFObjectHandle look = field.getKey("/MK");
  if (!look.isDictionary()) look = QPDFObjectHandle::newDictionary();
  bool plain = kind.isNameAndEquals("/Sig");
  if (kind.isNameAndEquals("/Btn")) plain = IsPlainButton(field, look);
  if (kind.isNameAndEquals("/Ch")) plain = IsPlainChoice(field);
  if (kind.isNameAndEquals("/Tx"))
    plain = IsPlainText(InheritedOf(field, "/V"), field, (FlagsOf(field) & kSeveralLines) != 0);
  return plain ? std::optional(GroundOf(field, look, rectangle)) : std::nullopt;
}

std::optional<std::string> MadeUpAnnotations::DrawLines(QPDFObjectHandle annotation,
                                                        QPDFObjectHandle lists, bool closed) {
  if (!lists.isArray() || (IsDashed(annotation) && !AreFew(1))) return std::nullopt;
  std::string drawn = fmt::format("q {:f} w ", LineWidthOf(annotation));
  drawn += ColorOf(annotation.getKey("/C"), "G", "RG", "K").value_or("0 G ");
  const auto ground = ColorOf(annotation.getKey("/IC"), "g", "rg", "k");
  if (ground) drawn += *ground;
  for (QPDFObjectHandle& list : lists.getArrayAsVector()) {
    const auto points = NumbersOf(list);
    if ((points_ += points.size() / 2) > kMaxLinePoints) return std::nullopt;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2)
      drawn += fmt::format("{:f} {:f} {} ", points[i], points[i + 1], i == 0 ? "m" : "l");
  }
  return drawn + (closed ? (ground ? "b" : "s") : "S") + " Q\n";
}

bool MadeUpAnnotations::IsPlainButton(QPDFObjectHandle button, QPDFObjectHandle look) {
  QPDFObjectHandle caption = look.getKey("/CA");
  if ((FlagsOf(button) & kPushButton) == 0)  // a mark where it is set
    return button.getKey("/AS").isNameAndEquals("/Off") || AreFew(1);
  const bool has_icon = look.hasKey("/I") || look.hasKey("/RI") || look.hasKey("/IX");
  return !has_icon && IsPlainText(caption, button, false);
}

bool MadeUpAnnotations::IsPlainChoice(QPDFObjectHandle field) {
  QPDFObjectHandle value = InheritedOf(field, "/V");
  const bool one = (FlagsOf(field) & kComboBox) != 0;
  std::vector<QPDFObjectHandle> shown{value};
  QPDFObjectHandle options = InheritedOf(field, "/Opt");
  if (!one && options.isArray()) {
    for (QPDFObjectHandle& option : options.getArrayAsVector())
      shown.push_back(option.isArray() && option.getArrayNItems() == 2 ? option.getArrayItem(1)
                                                                       : option);
  }
  if (value.isArray()) shown.front() = QPDFObjectHandle::newNull();  // some of the options
  std::size_t letters = 0;
  return std::ranges::all_of(shown, [&](QPDFObjectHandle& text) {
    letters += text.isString() ? text.getStringValue().size() : 0;
    return (one || letters <= kFewLetters) && IsPlainText(text, field, false);
  });
}

// Whether a text of a field, or none, is set in letters, in too few lines for a code.
bool MadeUpAnnotations::IsPlainText(QPDFObjectHandle text, QPDFObjectHandle field, bool in_lines) {
  if (text.isNull()) return true;
  if (!text.isString()) return false;
  const auto characters = DecodeUtf8(text.getUTF8Value());
  if (!characters) return false;
  if (characters->empty()) return true;
  if (in_lines && characters->size() > kFewLetters) return false;
  const bool letters = std::ranges::all_of(*characters, IsLetter) && IsPlainFont(field);
  return letters ||
         AreFew(static_cast<int>(std::min<std::size_t>(characters->size(), kFewLetters)));
}

// Viewers take one of their own where it is not there, by its name.
bool MadeUpAnnotations::IsPlainFont(QPDFObjectHandle field) const {
  constexpr auto kOfMarks =
      std::to_array<std::string_view>({"zadb", "zapf", "dingbat", "wingd", "symb", "code"});
  QPDFObjectHandle appearance = InheritedOf(field, "/DA");
  if (!appearance.isString()) appearance = EntryOf(form_, "/DA");
  const std::string name =
      appearance.isString() ? FontNameIn(appearance.getStringValue()) : std::string();
  const std::string lower = Lower(name);
  if (std::ranges::any_of(
          kOfMarks, [&](std::string_view word) { return lower.find(word) != std::string::npos; }))
    return false;
  for (const QPDFObjectHandle& owner : {form_, field}) {
    QPDFObjectHandle fonts = EntryOf(EntryOf(owner, "/DR"), "/Font");
    QPDFObjectHandle font = EntryOf(fonts, ("/" + name).c_str());
    if (!font.isDictionary()) continue;
    std::string all(256, '\0');
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>(i);
    const FontMetrics metrics(font);
    const bool simple = !font.getKey("/Subtype").isNameAndEquals("/Type0");
    if (!simple || !metrics.ordinary() || !metrics.says_letters() || metrics.BlocksIn(all) > 0)
      return false;
  }
  return true;
}

bool MadeUpAnnotations::AreFew(int more) { return (marks_ += std::min(more, 1'000)) <= kMaxMarks; }

}  // namespace sceau::document
