// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/showing.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "document/pdf/annotations.h"
#include "document/pdf/content/path_shape.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

// Flags of annotations. Spec: ISO 32000-2, table 167.
constexpr long long kShownNowhere = 1 << 1;
constexpr long long kKeepsItsSize = 1 << 3;
constexpr long long kStaysUpright = 1 << 4;
constexpr long long kPrintedAlone = 1 << 5;

// Spec: ISO 32000-2, table 6.
bool IsKnownFilter(const std::string& name) {
  constexpr auto kFilters = std::to_array<std::string_view>(
      {"/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode",
       "/CCITTFaxDecode", "/JBIG2Decode", "/DCTDecode", "/JPXDecode", "/AHx", "/A85", "/LZW", "/Fl",
       "/RL", "/CCF", "/DCT"});
  return std::ranges::find(kFilters, name) != kFilters.end();
}

// Those of which every viewer draws the appearance. Spec: ISO 32000-2, table 171.
bool IsDrawnByAll(QPDFObjectHandle kind) {
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"/Widget", "/Stamp", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly",
       "/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Ink", "/Watermark"});
  return kind.isName() && std::ranges::find(kKinds, kind.getName()) != kKinds.end();
}

bool IsShownAlike(QPDFObjectHandle annotation, bool fields_are_redrawn) {
  if (!annotation.isDictionary()) return false;
  QPDFObjectHandle kind = annotation.getKey("/Subtype");
  QPDFObjectHandle flags = annotation.getKey("/F");
  const long long set = flags.isInteger() ? flags.getIntValue() : 0;
  const bool has_appearance = annotation.hasKey("/AP");
  if ((set & kShownNowhere) != 0 || kind.isNameAndEquals("/Popup")) return true;
  if (kind.isNameAndEquals("/Link") && !has_appearance) return !HasFrame(annotation);
  const bool is_field = kind.isNameAndEquals("/Widget");
  if (is_field && !has_appearance) return IsEmptyField(annotation);
  if (!IsDrawnByAll(kind) || !has_appearance || annotation.hasKey("/OC") ||
      annotation.hasKey("/AA") || (is_field && fields_are_redrawn) ||
      (set & (kPrintedAlone | kKeepsItsSize | kStaysUpright)) != 0)
    return false;
  // Where it is chosen by name, another state may be drawn.
  QPDFObjectHandle normal = EntryOf(annotation.getKey("/AP"), "/N");
  QPDFObjectHandle state = annotation.getKey("/AS");
  return normal.isStream() || (normal.isDictionary() && state.isName() && is_field);
}

bool IsPlainAction(QPDFObjectHandle action) {
  return action.isNull() || action.isArray() || EntryOf(action, "/S").isNameAndEquals("/GoTo");
}

}  // namespace

void ShowingSink::See(const GraphicsState& state) {
  if (state.layer != GraphicsState::Layer::kOn || state.mask == GraphicsState::Mask::kAny) Doubt();
}

void ShowingSink::See(const GraphicsState& state, const Ink& ink) {
  See(state);
  may_differ_ = may_differ_ || !ink.sure;
}

void ShowingSink::FillPath(const Path& /*path*/, FillRule /*rule*/, const GraphicsState& state) {
  See(state, state.fill);
}

std::optional<Box> ShowingSink::WantsPattern(const Path& path, const GraphicsState& state) {
  return Common(Common(BoxOf(path), state.clip), page_);
}

void ShowingSink::StrokePath(const Path& /*path*/, const GraphicsState& state) {
  See(state, state.stroke);
}

void ShowingSink::DrawImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                            const GraphicsState& state) {
  See(state, state.fill);  // of a stencil
  may_differ_ = may_differ_ || !HasSureColors(image.getDict(), resources);
  // Printers may take another picture. Spec: ISO 32000-2, 8.9.5.4.
  if (image.getDict().hasKey("/Alternates") ||
      !std::ranges::all_of(FiltersOf(image), IsKnownFilter))
    Doubt();
}

void ShowingSink::Shade(const GraphicsState& state) { See(state, state.fill); }

// Where the next run stands does not matter.
double ShowingSink::ShowText(const TextRun& /*run*/, const GraphicsState& state) {
  See(state);
  const int mode = state.text.mode % 4;  // Spec: ISO 32000-2, table 104
  if (mode == 0 || mode == 2) See(state, state.fill);
  if (mode == 1 || mode == 2) See(state, state.stroke);
  QPDFObjectHandle font = state.text.font;
  if (!font.isDictionary()) Doubt();  // viewers take one of their own, or none
  return 0;
}

void ShowingSink::Miss(Gap gap) {
  if (gap != Gap::kTextClip && gap != Gap::kUnbalanced) Doubt();
}

bool ActsByItself(QPDFObjectHandle root, QPDFObjectHandle page) {
  return !IsPlainAction(root.getKey("/OpenAction")) || root.hasKey("/AA") || page.hasKey("/AA") ||
         !EntryOf(root.getKey("/Names"), "/JavaScript").isNull();
}

bool DrawAnnotationsDifferently(QPDFObjectHandle page, QPDFObjectHandle form) {
  QPDFObjectHandle all = page.getKey("/Annots");
  if (all.isNull()) return false;
  if (!all.isArray()) return true;
  QPDFObjectHandle redrawn = EntryOf(form, "/NeedAppearances");
  const bool fields_are_redrawn = redrawn.isBool() && redrawn.getBoolValue();
  std::vector<QPDFObjectHandle> annotations = all.getArrayAsVector();
  return !std::ranges::all_of(annotations, [&](QPDFObjectHandle& annotation) {
    return IsShownAlike(annotation, fields_are_redrawn);
  });
}

}  // namespace sceau::document
