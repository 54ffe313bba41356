// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/content_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/pdf/content/content_run.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxOperands = 64;  // scn of DeviceN takes 32
constexpr std::size_t kMaxSaved = 256;    // ISO 32000-1, annex C asks for 28
constexpr std::size_t kMaxMarked = 256;
constexpr int kMaxForms = 12;  // of forms within forms

// Full names of the abbreviations of an inline image. Spec: ISO 32000-2, table 91 and 92.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kKeys = {{
    {"BPC", "BitsPerComponent"},
    {"CS", "ColorSpace"},
    {"D", "Decode"},
    {"DP", "DecodeParms"},
    {"F", "Filter"},
    {"H", "Height"},
    {"IM", "ImageMask"},
    {"I", "Interpolate"},
    {"W", "Width"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kValues = {{
    {"G", "DeviceGray"},
    {"RGB", "DeviceRGB"},
    {"CMYK", "DeviceCMYK"},
    {"I", "Indexed"},
    {"AHx", "ASCIIHexDecode"},
    {"A85", "ASCII85Decode"},
    {"LZW", "LZWDecode"},
    {"Fl", "FlateDecode"},
    {"RL", "RunLengthDecode"},
    {"CCF", "CCITTFaxDecode"},
    {"DCT", "DCTDecode"},
}};

template <typename Table>
std::string Expanded(const Table& table, const std::string& name) {
  for (const auto& [abbreviation, full] : table) {
    if (name == abbreviation) return std::string(full);
  }
  return name;
}

QPDFObjectHandle ToObject(const Operand& operand) {
  switch (operand.kind) {
    case Operand::Kind::kNumber:
      if (operand.number == Whole(operand.number))
        return QPDFObjectHandle::newInteger(Whole(operand.number));
      return QPDFObjectHandle::newReal(operand.number);
    case Operand::Kind::kName:
      return QPDFObjectHandle::newName("/" + Expanded(kValues, operand.text));
    case Operand::Kind::kString:
      return QPDFObjectHandle::newString(operand.text);
    case Operand::Kind::kArray: {
      QPDFObjectHandle array = QPDFObjectHandle::newArray();
      for (const Operand& item : operand.items) array.appendItem(ToObject(item));
      return array;
    }
    case Operand::Kind::kDictionary: {
      QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
      for (std::size_t i = 0; i + 1 < operand.items.size(); i += 2)
        dictionary.replaceKey("/" + operand.items[i].text, ToObject(operand.items[i + 1]));
      return dictionary;
    }
    case Operand::Kind::kOther:
      break;
  }
  if (operand.text == "true" || operand.text == "false")
    return QPDFObjectHandle::newBool(operand.text == "true");
  return QPDFObjectHandle::newNull();
}

GraphicsState::Blend BlendOf(QPDFObjectHandle mode) {
  const std::string name = mode.isName() ? mode.getName() : "";
  if (name == "/Normal" || name == "/Compatible") return GraphicsState::Blend::kNormal;
  // On white paper they paint what would be painted without them.
  const bool darker = name == "/Multiply" || name == "/Darken";
  return darker ? GraphicsState::Blend::kDarker : GraphicsState::Blend::kOther;
}

// What a device does to colours before it prints them, which some viewers show as well. Spec:
// ISO 32000-2, 10.5 and table 57.
bool HasPlainTransfer(QPDFObjectHandle values) {
  constexpr auto kFunctions =
      std::to_array<const char*>({"/TR", "/TR2", "/BG", "/BG2", "/UCR", "/UCR2"});
  const auto plain = [](QPDFObjectHandle one) {
    return one.isNull() || one.isNameAndEquals("/Identity") || one.isNameAndEquals("/Default");
  };
  QPDFObjectHandle halftone = values.getKey("/HT");
  if (halftone.isStream()) halftone = halftone.getDict();
  const bool plain_halftone =
      !halftone.isDictionary() || (plain(halftone.getKey("/TransferFunction")) &&
                                   halftone.getKey("/HalftoneType").isInteger() &&
                                   halftone.getKey("/HalftoneType").getIntValue() != 5);
  return plain_halftone && std::ranges::all_of(kFunctions, [&](const char* key) {
           return plain(values.getKey(key));
         });
}

GraphicsState::Layer Less(GraphicsState::Layer a, GraphicsState::Layer b) {
  using Layer = GraphicsState::Layer;
  if (a == Layer::kOff || b == Layer::kOff) return Layer::kOff;
  return a == Layer::kUnsure || b == Layer::kUnsure ? Layer::kUnsure : Layer::kOn;
}

}  // namespace

void ContentRun::Run(ByteSpan content, QPDFObjectHandle resources) {
  bytes_ += content.size();
  if (bytes_ > limits_.pdf_content_bytes) {
    stopped_ = true;
    return Miss(Gap::kLimit);
  }
  ContentLexer lexer(content);
  ContentLexer* const outer_lexer = std::exchange(lexer_, &lexer);
  const QPDFObjectHandle outer_resources = std::exchange(resources_, resources);
  const auto outer_spaces = std::exchange(spaces_, {});
  if (!HasPlainDefaults()) sink_.Doubt();
  std::string_view name;
  count_ = 0;
  while (!stopped_) {
    if (count_ == operands_.size()) operands_.emplace_back();
    const ContentLexer::Token token = lexer.Next(operands_[count_], name);
    if (token == ContentLexer::Token::kEnd) break;
    bool good = token != ContentLexer::Token::kDamaged;
    if (token == ContentLexer::Token::kOperand) {
      good = ++count_ <= kMaxOperands;
    } else if (token == ContentLexer::Token::kOperator) {
      if (++operators_ > limits_.pdf_operators) {
        stopped_ = true;
        Miss(Gap::kLimit);
        break;
      }
      good = Execute(name);
      count_ = 0;
    }
    if (good) continue;
    Miss(Gap::kDamaged);
    if (token != ContentLexer::Token::kOperator) break;
  }
  lexer_ = outer_lexer;
  resources_ = outer_resources;
  spaces_ = outer_spaces;
}

bool ContentRun::Execute(std::string_view name) {
  const Operator* found = Find(name);
  if (found == nullptr) return false;
  const auto needed = static_cast<std::size_t>(found->operands);
  if (count_ < needed) return false;
  // Viewers take the first ones, or the last.
  if (found->exact && count_ > needed) sink_.Doubt();
  first_ = count_ - needed;
  for (std::size_t i = first_; i < count_; ++i) {
    if (operands_[i].kind != Operand::Kind::kNumber) return false;
  }
  (this->*found->method)();
  return true;
}

const Operand* ContentRun::LastName() const {
  if (count_ == 0 || operands_[count_ - 1].kind != Operand::Kind::kName) return nullptr;
  return &operands_[count_ - 1];
}

QPDFObjectHandle ContentRun::Resource(const std::string& kind, const std::string& name) const {
  QPDFObjectHandle resources = resources_;
  if (!resources.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle all = resources.getKey(kind);
  return all.isDictionary() ? all.getKey("/" + name) : QPDFObjectHandle::newNull();
}

// Device colours go through these where a page brings them. Spec: ISO 32000-2, 8.6.5.6.
bool ContentRun::HasPlainDefaults() const {
  using Kind = ColorSpace::Kind;
  constexpr std::array<std::pair<const char*, Kind>, 3> kDefaults = {
      {{"DefaultGray", Kind::kGray}, {"DefaultRGB", Kind::kRgb}, {"DefaultCMYK", Kind::kCmyk}}};
  return std::ranges::all_of(kDefaults, [&](const auto& one) {
    QPDFObjectHandle object = Resource("/ColorSpace", one.first);
    if (object.isNull()) return true;
    const ColorSpace space = ResolveColorSpace(object, resources_);
    return space.sure && space.kind == one.second;
  });
}

// Between BT and ET, viewers differ in whether these keep or change the text's matrix.
void ContentRun::DoubtInText() {
  if (in_text_) sink_.Doubt();
}

void ContentRun::Save() {
  DoubtInText();
  if (saved_.size() < kMaxSaved) return saved_.push_back(state_);
  stopped_ = true;
  Miss(Gap::kLimit);
}

void ContentRun::Restore() {
  DoubtInText();
  if (saved_.empty()) return Miss(depth_ == 0 ? Gap::kUnbalanced : Gap::kDamaged);
  state_ = std::move(saved_.back());
  saved_.pop_back();
  state_.layer = LayerNow();
}

void ContentRun::Transform() {
  DoubtInText();
  const Matrix m{Number(0), Number(1), Number(2), Number(3), Number(4), Number(5)};
  state_.ctm = Concat(m, state_.ctm);
  if (state_.ctm.IsFinite()) return;
  stopped_ = true;
  Miss(Gap::kDamaged);
}

void ContentRun::SetGraphicsState() {
  const Operand* name = LastName();
  if (name == nullptr) return Miss(Gap::kDamaged);
  QPDFObjectHandle values = Resource("/ExtGState", name->text);
  if (!values.isDictionary()) return Miss(Gap::kDamaged);
  ApplyGraphicsState(values);
}

void ContentRun::ApplyGraphicsState(QPDFObjectHandle values) {
  const auto number = [&](const std::string& key, double otherwise) {
    QPDFObjectHandle value = values.getKey(key);
    return value.isNumber() ? value.getNumericValue() : otherwise;
  };
  const auto alpha = [&](const std::string& key, double otherwise) {
    if (const double value = number(key, 1); !(value >= 0 && value <= 1)) sink_.Doubt();
    return values.getKey(key).isNumber() ? std::clamp(number(key, 1), 0.0, 1.0) * state_.group_alpha
                                         : otherwise;
  };
  state_.fill_alpha = alpha("/ca", state_.fill_alpha);
  state_.stroke_alpha = alpha("/CA", state_.stroke_alpha);
  state_.line_width = number("/LW", state_.line_width);
  state_.line_cap = Whole(number("/LC", state_.line_cap));
  state_.line_join = Whole(number("/LJ", state_.line_join));
  state_.miter_limit = number("/ML", state_.miter_limit);
  if (QPDFObjectHandle dash = values.getKey("/D"); dash.isArray() && dash.getArrayNItems() == 2) {
    QPDFObjectHandle start = dash.getArrayItem(1);
    SetDashes(NumbersOf(dash.getArrayItem(0)), start.isNumber() ? start.getNumericValue() : 0);
  }
  if (QPDFObjectHandle mode = values.getKey("/BM"); !mode.isNull())
    state_.blend = std::max(BlendOf(mode), state_.group_blend);
  if (QPDFObjectHandle mask = values.getKey("/SMask"); !mask.isNull())
    state_.mask = std::max(MaskOf(mask), state_.group_mask);
  if (!HasPlainTransfer(values)) sink_.Doubt();
  QPDFObjectHandle font = values.getKey("/Font");
  if (font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(1).isNumber()) {
    state_.text.font = font.getArrayItem(0);
    state_.text.size = font.getArrayItem(1).getNumericValue();
  }
}

void ContentRun::Draw() {
  DoubtInText();
  const Operand* name = LastName();
  if (name == nullptr) return Miss(Gap::kDamaged);
  QPDFObjectHandle stream = Resource("/XObject", name->text);
  if (!stream.isStream()) return Miss(Gap::kDamaged);
  QPDFObjectHandle dictionary = stream.getDict();
  const Layer outer = state_.layer;
  if (QPDFObjectHandle group = dictionary.getKey("/OC"); !group.isNull())
    state_.layer = Less(outer, layers_.StateOf(group));
  QPDFObjectHandle kind = dictionary.getKey("/Subtype");
  if (kind.isNameAndEquals("/Image")) {
    sink_.DrawImage(stream, resources_, state_);
  } else if (kind.isNameAndEquals("/Form")) {
    DrawForm(stream);
  } else {
    Miss(Gap::kUnknown);
  }
  state_.layer = outer;
}

void ContentRun::DrawForm(QPDFObjectHandle form) {
  if (depth_ >= kMaxForms) return Miss(Gap::kLimit);
  QPDFObjectHandle dictionary = form.getDict();
  const auto content = ReadStream(form, limits_.pdf_content_bytes);
  if (!content.ok()) return Miss(Gap::kDamaged);
  const GraphicsState outer = state_;
  if (const auto numbers = NumbersOf(dictionary.getKey("/Matrix")); numbers.size() == 6) {
    state_.ctm = Concat({numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]},
                        state_.ctm);
  }
  QPDFObjectHandle group = dictionary.getKey("/Group");
  if (group.isDictionary() && group.getKey("/S").isNameAndEquals("/Transparency")) EnterGroup();
  RunWithin(*content, dictionary);
  state_ = outer;
}

void ContentRun::RunWithin(ByteSpan content, QPDFObjectHandle dictionary) {
  const std::vector<GraphicsState> outer_saved = std::exchange(saved_, {});
  const std::vector<Layer> outer_marked = std::exchange(marked_, {});
  const Layer outer_layer = std::exchange(outer_layer_, state_.layer);
  const Path outer_path = std::exchange(path_, {});
  const Matrix outer_base = std::exchange(base_, state_.ctm);
  const auto outer_clip = std::exchange(clip_pending_, std::nullopt);
  const bool outer_in_text = std::exchange(in_text_, false);
  const auto box = NumbersOf(dictionary.getKey("/BBox"));
  if (box.size() != 4) sink_.Doubt();  // viewers clip to nothing, or to all
  if (box.size() == 4) {
    const Matrix& m = state_.ctm;
    ClipTo({{{m.Apply(box[0], box[1]), m.Apply(box[2], box[1]), m.Apply(box[2], box[3]),
              m.Apply(box[0], box[3])},
             true}},
           FillRule::kNonZero);
  }
  QPDFObjectHandle resources = dictionary.getKey("/Resources");
  ++depth_;
  Run(content, resources.isDictionary() ? resources : resources_);
  --depth_;
  count_ = 0;
  saved_ = outer_saved;
  marked_ = outer_marked;
  outer_layer_ = outer_layer;
  path_ = outer_path;
  base_ = outer_base;
  clip_pending_ = outer_clip;
  in_text_ = outer_in_text;
}

// The operands of ID are the image's dictionary.
void ContentRun::DrawInline() {
  QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
  for (std::size_t i = 0; i + 1 < count_; i += 2)
    dictionary.replaceKey("/" + Expanded(kKeys, operands_[i].text), ToObject(operands_[i + 1]));
  const std::size_t length =
      dictionary.hasKey("/Filter") ? std::string_view::npos : RawImageSize(dictionary, resources_);
  const std::string_view data = lexer_->TakeInlineImage(length);
  if (data.data() == nullptr) return Miss(Gap::kInline);
  QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf_, std::string(data));
  image.getDict().replaceKey("/Width", QPDFObjectHandle::newNull());
  for (const std::string& key : dictionary.getKeys())
    image.getDict().replaceKey(key, dictionary.getKey(key));
  sink_.DrawImage(image, resources_, state_);
}

GraphicsState::Layer ContentRun::LayerNow() const {
  return marked_.empty() ? outer_layer_ : marked_.back();
}

void ContentRun::BeginMarked() {
  if (marked_.size() < kMaxMarked) return marked_.push_back(LayerNow());
  stopped_ = true;
  Miss(Gap::kLimit);
}

bool ContentRun::HasActualText(const Operand& properties) const {
  if (properties.kind == Operand::Kind::kName) {
    QPDFObjectHandle named = Resource("/Properties", properties.text);
    return named.isDictionary() && named.hasKey("/ActualText");
  }
  for (std::size_t i = 0; i + 1 < properties.items.size(); i += 2) {
    if (properties.items[i].text == "ActualText") return true;
  }
  return false;
}

void ContentRun::BeginMarkedWithProperties() {
  BeginMarked();
  if (stopped_ || count_ < 2) return;
  if (HasActualText(operands_[count_ - 1])) sink_.ReplaceText();
  if (operands_[count_ - 2].text != "OC") return;
  const Operand* name = LastName();
  QPDFObjectHandle group =
      name != nullptr ? Resource("/Properties", name->text) : QPDFObjectHandle::newNull();
  marked_.back() = Less(marked_.back(), layers_.StateOf(group));
  state_.layer = LayerNow();
}

void ContentRun::EndMarked() {
  if (marked_.empty()) return Miss(Gap::kUnbalanced);
  marked_.pop_back();
  state_.layer = LayerNow();
}

void ReadContent(QPDF& pdf, ByteSpan content, QPDFObjectHandle resources, const Matrix& start,
                 const Layers& layers, const Limits& limits, ContentSink& sink) {
  ContentRun(pdf, start, layers, limits, sink).Run(content, resources);
}

}  // namespace sceau::document
