// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/annotations.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "document/pdf/content/streams.h"
#include "document/pdf/made_up.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxAnnotations =
    2'000;  // of one page: a form of many pages has some hundred
// Flags. Spec: table 167.
constexpr long long kHidden = 1 << 1;
constexpr long long kNoRotate = 1 << 4;
constexpr long long kNoView = 1 << 5;

std::optional<Box> BoxOfArray(QPDFObjectHandle array) {
  const auto numbers = NumbersOf(array);
  if (numbers.size() != 4) return std::nullopt;
  Box box;
  box.Add(Point{numbers[0], numbers[1]});
  box.Add(Point{numbers[2], numbers[3]});
  const bool finite = std::isfinite(box.width()) && std::isfinite(box.height());
  return finite ? std::optional(box) : std::nullopt;
}

// The normal appearance in the annotation's state; null when there is none. Spec: 12.5.5.
QPDFObjectHandle AppearanceOf(QPDFObjectHandle annotation) {
  QPDFObjectHandle appearances = annotation.getKey("/AP");
  if (!appearances.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle normal = appearances.getKey("/N");
  if (!normal.isDictionary()) return normal;
  QPDFObjectHandle state = annotation.getKey("/AS");
  if (state.isName()) return normal.getKey(state.getName());
  // Poppler shows the only state where none is chosen.
  const auto states = normal.getKeys();
  return normal.getKey(states.size() == 1 ? *states.begin() : "/Off");
}

// Maps the appearance's box, as its own matrix turns it, to the annotation's rectangle.
// Spec: algorithm 8. Nothing for numbers that are none.
std::optional<Matrix> PlacementOf(QPDFObjectHandle appearance, const Box& rectangle) {
  QPDFObjectHandle dictionary = appearance.getDict();
  const auto box = BoxOfArray(dictionary.getKey("/BBox"));
  if (!box) return std::nullopt;
  Matrix own;
  if (const auto m = NumbersOf(dictionary.getKey("/Matrix")); m.size() == 6)
    own = {m[0], m[1], m[2], m[3], m[4], m[5]};
  Box turned;
  for (const double x : {box->left, box->right}) {
    for (const double y : {box->top, box->bottom}) turned.Add(own.Apply(x, y));
  }
  Matrix placement;
  if (turned.width() > 0) placement.a = rectangle.width() / turned.width();
  if (turned.height() > 0) placement.d = rectangle.height() / turned.height();
  placement.e = rectangle.left - turned.left * placement.a;
  placement.f = rectangle.top - turned.top * placement.d;
  return placement.IsFinite() ? std::optional(placement) : std::nullopt;
}

// Viewers draw the border of a link. What is wider than a line may cover what lies under it.
bool HasWideBorder(QPDFObjectHandle annotation) {
  constexpr double kLine = 3;  // points
  QPDFObjectHandle style = annotation.getKey("/BS");
  QPDFObjectHandle width = style.isDictionary() ? style.getKey("/W") : QPDFObjectHandle::newNull();
  QPDFObjectHandle border = annotation.getKey("/Border");
  const auto is_wide = [](QPDFObjectHandle one) {
    return one.isNumber() && one.getNumericValue() > kLine;
  };
  return is_wide(width) ||
         (border.isArray() && border.getArrayNItems() >= 3 && is_wide(border.getArrayItem(2)));
}

class Annotations {
 public:
  Annotations(QPDFObjectHandle form, bool turned) : form_(form), turned_(turned) {
    // Viewers then draw the values, whatever the appearances are.
    redrawn_ = form.isDictionary() && form.getKey("/NeedAppearances").isBool() &&
               form.getKey("/NeedAppearances").getBoolValue();
  }

  void Add(QPDFObjectHandle annotation) {
    if (!annotation.isDictionary()) return Damaged();
    QPDFObjectHandle kind = annotation.getKey("/Subtype");
    QPDFObjectHandle flags = annotation.getKey("/F");
    const long long flag = flags.isInteger() ? flags.getIntValue() : 0;
    if ((flag & (kHidden | kNoView)) != 0 || kind.isNameAndEquals("/Popup")) return;
    const bool has_appearance = annotation.hasKey("/AP");
    if (kind.isNameAndEquals("/Link") && !has_appearance && !HasWideBorder(annotation)) return;
    const bool field = kind.isNameAndEquals("/Widget");
    const auto rectangle = BoxOfArray(annotation.getKey("/Rect"));
    if (!rectangle) return Damaged();
    if (field && !has_appearance && IsEmptyField(annotation))
      return read_.plain.push_back(*rectangle);
    const bool upright = !turned_ || (flag & kNoRotate) == 0;
    if (!upright) return read_.unknown.push_back(*rectangle);
    if (!has_appearance || (field && redrawn_)) MakeUp(annotation, *rectangle);
    if (!has_appearance) return;
    QPDFObjectHandle appearance = AppearanceOf(annotation);
    if (appearance.isNull()) return;
    if (!appearance.isStream()) return Damaged();
    const auto placement = PlacementOf(appearance, *rectangle);
    if (!placement) return Damaged();
    Draw(appearance, *placement, annotation.getKey("/OC"));
  }

  void Damaged() { read_.damaged = true; }

  PageAnnotations Take() {
    read_.resources = QPDFObjectHandle::newDictionary();
    read_.resources.replaceKey("/XObject", forms_);
    read_.resources.replaceKey("/Properties", layers_);
    return std::move(read_);
  }

 private:
  // Viewers do as they like, and some show the appearance all the same.
  void MakeUp(QPDFObjectHandle annotation, const Box& rectangle) {
    constexpr int kMaxMadeUp = 200;  // each with its fonts
    constexpr int kMaxApart = 6;     // more may stand line on line: the least code has eight rows
    const bool plain = ++made_up_ <= kMaxMadeUp &&
                       annotation.getKey("/Subtype").isNameAndEquals("/Widget") &&
                       IsMadeOfLetters(annotation, form_, made_up_ > kMaxApart);
    (plain ? read_.plain : read_.unknown).push_back(rectangle);
  }

  void Draw(QPDFObjectHandle appearance, const Matrix& at, QPDFObjectHandle layer) {
    const std::string name = fmt::format("A{}", count_++);
    // An appearance need not say that it is a form.
    if (!appearance.getDict().hasKey("/Subtype"))
      appearance.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    forms_.replaceKey("/" + name, appearance);
    const std::string drawn =
        fmt::format("q {:f} 0 0 {:f} {:f} {:f} cm /{} Do Q\n", at.a, at.d, at.e, at.f, name);
    if (layer.isNull()) {
      read_.content += drawn;
      return;
    }
    layers_.replaceKey("/" + name, layer);
    read_.content += fmt::format("/OC /{} BDC {}EMC\n", name, drawn);
  }

  QPDFObjectHandle form_;
  bool turned_;
  bool redrawn_ = false;
  std::size_t count_ = 0;
  int made_up_ = 0;
  QPDFObjectHandle forms_ = QPDFObjectHandle::newDictionary();
  QPDFObjectHandle layers_ = QPDFObjectHandle::newDictionary();
  PageAnnotations read_;
};

}  // namespace

bool IsEmptyField(QPDFObjectHandle annotation) {
  if (Inherited(annotation, "/FT").isNameAndEquals("/Sig")) return true;
  QPDFObjectHandle look = annotation.getKey("/MK");
  const bool says_more = look.isDictionary() && (look.hasKey("/CA") || look.hasKey("/I"));
  return Inherited(annotation, "/V").isNull() && !says_more;
}

bool HasFrame(QPDFObjectHandle annotation) {
  QPDFObjectHandle border = annotation.getKey("/Border");
  QPDFObjectHandle style = annotation.getKey("/BS");
  const auto has_width = [](QPDFObjectHandle width) {
    return !width.isNumber() || width.getNumericValue() > 0;
  };
  if (!style.isNull() && has_width(EntryOf(style, "/W"))) return true;
  if (border.isNull()) return style.isNull();
  return !border.isArray() || border.getArrayNItems() < 3 || has_width(border.getArrayItem(2));
}

PageAnnotations ReadAnnotations(QPDFObjectHandle page, QPDFObjectHandle rotate,
                                QPDFObjectHandle form) {
  const bool turned = rotate.isInteger() && rotate.getIntValue() % 360 != 0;
  Annotations annotations(form, turned);
  QPDFObjectHandle all = page.getKey("/Annots");
  if (all.isNull()) return annotations.Take();
  if (!all.isArray() || all.getArrayNItems() > static_cast<int>(kMaxAnnotations)) {
    annotations.Damaged();
    return annotations.Take();
  }
  for (QPDFObjectHandle& annotation : all.getArrayAsVector()) annotations.Add(annotation);
  return annotations.Take();
}

}  // namespace sceau::document
