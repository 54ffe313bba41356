// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "isolation/frame_kind.h"
#include "isolation/wire.h"
#include "isolation/wire_bytes.h"
#include "isolation/wire_finding.h"

namespace sceau::isolation {
namespace {

void AppendFrame(Bytes& to, FrameKind kind, ByteSpan content) {
  to.push_back(static_cast<std::uint8_t>(kind));
  AppendBytes(to, content);
}

Bytes FindingFrame(const Finding& finding) {
  Bytes frame;
  AppendFinding(frame, finding);
  return frame;
}

void AppendPoint(Bytes& to, Point point) {
  AppendReal(to, point.x);
  AppendReal(to, point.y);
}

void AppendSymbol(Bytes& to, const Symbol& symbol) {
  to.push_back(static_cast<std::uint8_t>(symbol.symbology));
  to.push_back(symbol.hidden ? 1 : 0);
  for (const Point corner : symbol.corners) AppendPoint(to, corner);
  AppendBytes(to, symbol.payload);
}

Bytes WordsOf(const Page& page) {
  Bytes words;
  AppendNumber(words, static_cast<std::uint32_t>(page.words.size()));
  for (const Word& word : page.words) {
    AppendPoint(words, word.top_left);
    AppendPoint(words, word.bottom_right);
    words.push_back(static_cast<std::uint8_t>(word.sight));
    AppendBytes(words, AsBytes(word.text));
  }
  return words;
}

// `room` is what may still be spent on words.
Bytes PageFrame(const Page& page, std::size_t& room) {
  Bytes frame;
  AppendNumber(frame, static_cast<std::uint32_t>(page.number));
  AppendNumber(frame, static_cast<std::uint32_t>(page.width));
  AppendNumber(frame, static_cast<std::uint32_t>(page.height));
  AppendNumber(frame, static_cast<std::uint32_t>(page.symbols.size()));
  for (const Symbol& symbol : page.symbols) AppendSymbol(frame, symbol);
  frame.push_back(static_cast<std::uint8_t>(page.showing));
  const Bytes words = WordsOf(page);
  const bool fits = words.size() <= room;
  frame.push_back(static_cast<std::uint8_t>(fits ? page.text_source : TextSource::kNone));
  frame.push_back(fits && page.letters_are_proven ? 1 : 0);
  frame.push_back(fits && page.has_only_words ? 1 : 0);
  if (!fits) {
    AppendNumber(frame, std::uint32_t{0});
    return frame;
  }
  room -= words.size();
  frame.insert(frame.end(), words.begin(), words.end());
  return frame;
}

Bytes PreviewFrame(const Preview& preview) {
  Bytes frame;
  AppendNumber(frame, static_cast<std::uint32_t>(preview.page));
  AppendNumber(frame, static_cast<std::uint32_t>(preview.image.width));
  AppendNumber(frame, static_cast<std::uint32_t>(preview.image.height));
  frame.insert(frame.end(), preview.image.pixels.begin(), preview.image.pixels.end());
  return frame;
}

void AppendRasterFrame(Bytes& to, const PageRaster& raster) {
  Bytes head;
  AppendReal(head, raster.scale);
  AppendNumber(head, static_cast<std::uint32_t>(raster.image.width));
  AppendNumber(head, static_cast<std::uint32_t>(raster.image.height));
  const Bytes& pixels = raster.image.pixels;
  to.push_back(
      static_cast<std::uint8_t>(raster.drawn ? FrameKind::kDrawnRaster : FrameKind::kRaster));
  AppendNumber(to, static_cast<std::uint32_t>(head.size() + pixels.size()));
  to.insert(to.end(), head.begin(), head.end());
  to.insert(to.end(), pixels.begin(), pixels.end());
}

}  // namespace

Bytes WriteAnswer(const Answer& answer, const Limits& limits) {
  Bytes bytes;
  std::size_t room = limits.answer_bytes / 2;
  if (answer.needs_drawing) {
    AppendFrame(bytes, FrameKind::kNeedsDrawing, {});
  } else if (answer.refusal) {
    AppendFrame(bytes, FrameKind::kRefusal, FindingFrame(*answer.refusal));
  } else {
    for (const Page& page : answer.outcome.content.pages) {
      AppendFrame(bytes, FrameKind::kPage, PageFrame(page, room));
      if (!page.raster.empty()) AppendRasterFrame(bytes, page.raster);
    }
    for (const Finding& problem : answer.outcome.problems)
      AppendFrame(bytes, FrameKind::kProblem, FindingFrame(problem));
    for (const Preview& preview : answer.outcome.previews)
      AppendFrame(bytes, FrameKind::kPreview, PreviewFrame(preview));
  }
  AppendFrame(bytes, FrameKind::kEnd, {});
  return bytes;
}

std::size_t MaxAnswerBytes(const Limits& limits) {
  return limits.answer_bytes + limits.raster_bytes +
         static_cast<std::size_t>(limits.previews) *
             static_cast<std::size_t>(limits.preview_pixels);
}

}  // namespace sceau::isolation
