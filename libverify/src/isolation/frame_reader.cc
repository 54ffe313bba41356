// SPDX-License-Identifier: Apache-2.0
#include "isolation/frame_reader.h"

#include <cstdint>
#include <utility>

#include "base/status.h"
#include "isolation/ask.h"
#include "isolation/wire_bytes.h"

namespace sceau::isolation {
namespace {

// Width and height, then the rows without their stride.
Bytes Pack(ImageView frame) {
  Bytes bytes;
  AppendNumber(bytes, static_cast<std::uint32_t>(frame.width));
  AppendNumber(bytes, static_cast<std::uint32_t>(frame.height));
  for (int y = 0; y < frame.height; ++y) {
    const std::uint8_t* row = frame.pixels + y * frame.stride;
    bytes.insert(bytes.end(), row, row + frame.width);
  }
  return bytes;
}

// A worker that answers late is ended; one that stops by itself in time is not.
Limits ForFrames(Limits limits) {
  limits.document_time = limits.frame_time;
  limits.search_time = limits.frame_time;
  limits.decode_wall = limits.frame_time;
  return limits;
}

}  // namespace

FrameReader::FrameReader(Limits limits, std::string helper)
    : limits_(ForFrames(limits)), helper_(std::move(helper)) {}

absl::StatusOr<std::vector<Symbol>> FrameReader::ReadFrame(ImageView frame) {
  if (frame.width <= 0 || frame.height <= 0 || frame.pixels == nullptr)
    return std::vector<Symbol>();
  if (std::int64_t{frame.width} * frame.height > limits_.page_pixels)
    return Refuse(Reason::kDocumentTooManyPixels, "frame");
  if (!process_) {
    SCEAU_ASSIGN_OR_RETURN(auto started, HelperProcess::Start(helper_, HelperMode::kFrames));
    process_.emplace(std::move(started));
  }
  auto symbols = Ask(Pack(frame));
  if (!symbols.ok()) process_.reset();
  return symbols;
}

absl::StatusOr<std::vector<Symbol>> FrameReader::Ask(ByteSpan frame) {
  SCEAU_ASSIGN_OR_RETURN(Answer answer, AskWorker(*process_, frame, {{}, limits_}));
  if (answer.refusal) return Refuse(answer.refusal->reason, answer.refusal->detail);
  auto& pages = answer.outcome.content.pages;
  if (pages.size() != 1) return Refuse(Reason::kDocumentReaderCrashed, "answer: pages");
  return std::move(pages.front().symbols);
}

}  // namespace sceau::isolation
