// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/content_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fmt/format.h"

namespace sceau::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string Shown(const Path& path) {
  std::string text;
  for (const Subpath& subpath : path) {
    for (const Point p : subpath.points) text += fmt::format("{:g},{:g} ", p.x, p.y);
    text += subpath.closed ? "h" : "";
  }
  return text;
}

std::string Shown(const Box& box) {
  return fmt::format("{:g},{:g},{:g},{:g}", box.left, box.top, box.right, box.bottom);
}

// Writes down what it is told.
class Recorder : public ContentSink {
 public:
  void FillPath(const Path& path, FillRule rule, const GraphicsState& state) override {
    Add(fmt::format("fill{} {}{}", rule == FillRule::kEvenOdd ? "*" : "", Look(state.fill),
                    Shown(path)),
        state);
  }
  void StrokePath(const Path& path, const GraphicsState& state) override {
    Add(fmt::format("stroke {:g} {}{}", state.line_width, Look(state.stroke), Shown(path)), state);
  }
  void DrawImage(QPDFObjectHandle image, QPDFObjectHandle, const GraphicsState& state) override {
    Add(fmt::format("image {} at {}", image.getDict().getKey("/Width").unparse(),
                    Shown(BoxOfUnitSquare(state.ctm))),
        state);
  }
  void Shade(const GraphicsState& state) override { Add("shade", state); }
  double ShowText(const TextRun& run, const GraphicsState& state) override {
    Add(fmt::format("text {} size {:g} at {:g},{:g}", run.bytes, run.matrix.a, run.matrix.e,
                    run.matrix.f),
        state);
    return static_cast<double>(run.bytes.size()) * state.text.size / 2;
  }
  void Miss(Gap gap) override { gaps.push_back(gap); }

  std::vector<std::string> calls;
  std::vector<Gap> gaps;

 private:
  static std::string Look(const Ink& ink) {
    return ink.known ? fmt::format("{} ", ink.gray) : std::string("? ");
  }
  void Add(std::string call, const GraphicsState& state) {
    if (state.layer != GraphicsState::Layer::kOn) call += " hidden";
    if (!state.plain() || state.fill_alpha < 1) call += " blended";
    if (state.clip.right < 1e9)
      call += (state.clip_exact ? " clip " : " clip~ ") + Shown(state.clip);
    calls.push_back(call);
  }
};

class AllOff : public Layers {
  GraphicsState::Layer StateOf(QPDFObjectHandle) const override {
    return GraphicsState::Layer::kOff;
  }
};

Recorder Read(const std::string& content, const std::string& resources = "<< >>",
              const Limits& limits = {}) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle parsed = QPDFObjectHandle::parse(&pdf, resources);
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, "0 0 1 1 re f /Self Do");
  form.replaceDict(
      QPDFObjectHandle::parse("<< /Subtype /Form /Matrix [2 0 0 2 0 0] /BBox [0 0 1 1] >>"));
  QPDFObjectHandle layered = QPDFObjectHandle::newStream(&pdf, "0 0 1 1 re f");
  layered.replaceDict(QPDFObjectHandle::parse("<< /Subtype /Form /OC << >> >>"));
  QPDFObjectHandle other = QPDFObjectHandle::newStream(&pdf, "");
  other.replaceDict(QPDFObjectHandle::parse("<< /Subtype /PS >>"));
  QPDFObjectHandle objects = QPDFObjectHandle::newDictionary();
  objects.replaceKey("/Form", form);
  objects.replaceKey("/Layered", layered);
  objects.replaceKey("/Other", other);
  parsed.replaceKey("/XObject", objects);
  Recorder recorder;
  ReadContent(pdf, AsBytes(content), parsed, {}, AllOff(), limits, recorder);
  return recorder;
}

TEST(ContentReaderTest, WhatIsPaintedIsToldInOrder) {
  const struct {
    const char* content;
    const char* call;
  } kCases[] = {
      {"1 2 3 4 re f", "fill 0 1,2 4,2 4,6 1,6 h"},
      {"0.5 g 0 0 m 1 0 l 1 1 l h f*", "fill* 128 0,0 1,0 1,1 h"},
      {"1 0 0 rg 0 0 1 1 re F", "fill 76 0,0 1,0 1,1 0,1 h"},
      {"0 0 0 1 k 0 0 1 1 re f", "fill 0 0,0 1,0 1,1 0,1 h"},
      {"/DeviceGray cs 1 sc 0 0 1 1 re f", "fill 255 0,0 1,0 1,1 0,1 h"},
      {"/Pattern cs /P scn 0 0 1 1 re f", "fill ? 0,0 1,0 1,1 0,1 h"},
      {"q 2 0 0 3 10 20 cm 0 0 1 1 re Q f", "fill 0 10,20 12,20 12,23 10,23 h"},
      {"0 0 m 1 0 l h 2 2 l f", "fill 0 0,0 1,0 h0,0 2,2 "},
      {"0 0 m 8 0 8 8 0 8 c f",
       "fill 0 0,0 2.625,0.34375 4.5,1.25 5.625,2.53125 6,4 5.625,5.46875 4.5,6.75 2.625,7.65625 "
       "0,8 "},
      {"0 0 m 0 8 8 8 v f",
       "fill 0 0,0 0.015625,0.34375 0.125,1.25 0.421875,2.53125 1,4 1.95312,5.46875 3.375,6.75 "
       "5.35938,7.65625 8,8 "},
      {"0 0 m 0 8 8 8 y f",
       "fill 0 0,0 0.34375,2.64062 1.25,4.625 2.53125,6.04688 4,7 5.46875,7.57812 6.75,7.875 "
       "7.65625,7.98438 8,8 "},
      {"[1] 0 d 2 w 0 G 0 0 m 9 0 l S", "stroke 2 0 0,0 9,0 "},
      {"2 w 0 G 0 0 m 9 0 l S", "stroke 2 0 0,0 9,0 "},
      {"0 0 m 9 0 l s", "stroke 1 0 0,0 9,0 h"},
      {"0 0 5 5 re W n 1 1 9 9 re f", "fill 0 1,1 10,1 10,10 1,10 h clip 0,0,5,5"},
      {"0 0 m 5 0 l 0 5 l h W n 0 0 1 1 re f", "fill 0 0,0 1,0 1,1 0,1 h clip~ 0,0,5,5"},
      {"0 0 m 5 0 l 5 5 l 0 5 l 0 0 l W n 1 1 9 9 re f",
       "fill 0 1,1 10,1 10,10 1,10 h clip 0,0,5,5"},
      {"BI /W 2 /H 1 /BPC 8 /CS /G ID ab\nEI", "image 2 at 0,0,1,1"},
      {"/OC /Any BDC 0 0 1 1 re f EMC", "fill 0 0,0 1,0 1,1 0,1 h hidden"},
      {"/Half gs 0 0 1 1 re f", "fill 0 0,0 1,0 1,1 0,1 h blended"},
      {"/Dark gs 0 0 1 1 re f", "fill 0 0,0 1,0 1,1 0,1 h blended"},
      {"/Masked gs 0 0 1 1 re f", "fill 0 0,0 1,0 1,1 0,1 h blended"},
      {"/Much gs 0 G 0 0 m 9 0 l S", "stroke 3 0 0,0 9,0 "},
      {"/Much gs BT (ab) Tj ET", "text ab size 9 at 0,0"},
      {"/Layered Do", "fill 0 0,0 1,0 1,1 0,1 h hidden"},
      {"BT /F 10 Tf 3 4 Td (ab) Tj ET", "text ab size 10 at 3,4"},
      {"/S sh", "shade"},
  };
  const std::string resources =
      "<< /ExtGState << /Half << /ca 0.5 >> /Dark << /BM /Multiply >> /Masked << /SMask << >> >> "
      "/Much << /SMask /None /LW 3 /LC 1 /D [[1] 0] /Font [<< >> 9] >> >> >>";
  for (const auto& c : kCases) {
    const Recorder recorder = Read(c.content, resources);
    EXPECT_THAT(recorder.calls, ElementsAre(c.call)) << c.content;
    EXPECT_THAT(recorder.gaps, IsEmpty()) << c.content;
  }
}

TEST(ContentReaderTest, TextMovesOnByWhatItsGlyphsTake) {
  const Recorder recorder =
      Read("BT /F 10 Tf 50 Tz 1 0 0 1 100 0 Tm [(ab) 1000 (c)] TJ 12 TL (d) ' ET");
  EXPECT_THAT(recorder.calls, ElementsAre("text ab size 5 at 100,0", "text c size 5 at 100,0",
                                          "text d size 5 at 100,-12"));
  EXPECT_THAT(
      Read("BT /F 10 Tf 0 -9 TD (a) Tj T* (b) Tj 0 5 (c) \" ET").calls,
      ElementsAre("text a size 10 at 0,-9", "text b size 10 at 0,-18", "text c size 10 at 0,-27"));
}

TEST(ContentReaderTest, FormsAreEnteredToABound) {
  const Recorder recorder = Read("/Form Do 0 0 1 1 re f", "<< /XObject << >> >>");
  ASSERT_THAT(recorder.calls, ::testing::SizeIs(2));
  EXPECT_EQ(recorder.calls[0], "fill 0 0,0 2,0 2,2 0,2 h clip 0,0,2,2");
  EXPECT_EQ(recorder.calls[1], "fill 0 0,0 1,0 1,1 0,1 h");
  EXPECT_THAT(recorder.gaps, ElementsAre(Gap::kDamaged));  // the form has no resources of its own
}

TEST(ContentReaderTest, WhatIsNotUnderstoodIsSaid) {
  const struct {
    const char* content;
    Gap gap;
  } kCases[] = {
      {"1 2 re", Gap::kDamaged},
      {"nonsense", Gap::kDamaged},
      {"Q", Gap::kUnbalanced},
      {"EMC", Gap::kUnbalanced},
      {"/Missing Do", Gap::kDamaged},
      {"/Missing gs", Gap::kDamaged},
      {"7 Tr", Gap::kTextClip},
      {"(open", Gap::kDamaged},
      {"1 0 l", Gap::kDamaged},
      {"BI /W 2 ID", Gap::kInline},
      {"0 0 1 1 2 2 c", Gap::kDamaged},
      {"3 d", Gap::kDamaged},
      {"gs", Gap::kDamaged},
      {"Do", Gap::kDamaged},
      {"/Other Do", Gap::kUnknown},
      {"BT 3 Tj ET", Gap::kDamaged},
      {"BT 3 TJ ET", Gap::kDamaged},
      {"BT [/Name] TJ ET", Gap::kDamaged},
      {"BT 3 Tf ET", Gap::kDamaged},
      {"BT (a) \" ET", Gap::kDamaged},
      {"999999999999999 Tr", Gap::kTextClip},
      {"0 0 m 99999999999999999999999999999999999999999999999999999999999999999999999999999999 0 l",
       Gap::kDamaged},
  };
  for (const auto& c : kCases) EXPECT_THAT(Read(c.content).gaps, ElementsAre(c.gap)) << c.content;
}

// Each is 1e300 times what it says.
TEST(ContentReaderTest, NumbersWithoutEndAreDamage) {
  std::string large;
  for (int i = 0; i < 20; ++i) large += "999999999999999 0 0 999999999999999 0 0 cm ";
  EXPECT_THAT(Read(large).gaps, IsEmpty());
  for (const char* then : {"999999999999999 0 0 1 0 0 cm", "999999999999999 0 m n",
                           "BT /F 1 Tf 999999999999999 0 0 1 0 0 Tm (a) Tj ET"})
    EXPECT_THAT(Read(large + then).gaps, ElementsAre(Gap::kDamaged)) << then;
}

TEST(ContentReaderTest, BoundsStopTheReading) {
  Limits limits;
  limits.pdf_operators = 3;
  EXPECT_THAT(Read("n n n", "<< >>", limits).gaps, IsEmpty());
  EXPECT_THAT(Read("n n n n n", "<< >>", limits).gaps, ElementsAre(Gap::kLimit));
  limits = {};
  limits.pdf_content_bytes = 3;
  EXPECT_THAT(Read("n n n", "<< >>", limits).gaps, ElementsAre(Gap::kLimit));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "q ";  // more than are kept
  EXPECT_THAT(Read(deep).gaps, ElementsAre(Gap::kLimit));
  std::string marked;
  for (int i = 0; i < 1'000; ++i) marked += "/Tag BMC ";
  EXPECT_THAT(Read(marked).gaps, ElementsAre(Gap::kLimit));
  std::string curves = "0 0 m ";
  for (int i = 0; i < 250'000; ++i) curves += "0 0 0 0 0 0 c ";
  EXPECT_THAT(Read(curves).gaps, ElementsAre(Gap::kLimit));
}

}  // namespace
}  // namespace sceau::document
