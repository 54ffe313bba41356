// SPDX-License-Identifier: Apache-2.0
#include "isolation/helper_frame_reader.h"

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

// What the server forks has its addresses: they are thrown anew some times a minute.
constexpr int kMaxFrames = 500;

// The search stops by itself in time; a process that does not is ended.
Limits ForFrames(Limits limits) {
  constexpr std::chrono::milliseconds kToAnswer{200};
  limits.document_time = limits.frame_time;
  limits.search_time = limits.frame_time;
  limits.decode_wall = limits.frame_time + kToAnswer;
  return limits;
}

absl::StatusOr<std::vector<Symbol>> SymbolsOf(absl::StatusOr<Answer> answer) {
  SCEAU_RETURN_IF_ERROR(answer.status());
  if (answer->needs_drawing) return Refuse(Reason::kDocumentReaderCrashed, "asks for a drawing");
  if (answer->refusal) return Refuse(answer->refusal->reason, answer->refusal->detail);
  auto& pages = answer->outcome.content.pages;
  if (pages.size() != 1) return Refuse(Reason::kDocumentReaderCrashed, "answer: pages");
  return std::move(pages.front().symbols);
}

}  // namespace

HelperFrameReader::HelperFrameReader(Limits limits, std::string programs)
    : limits_(ForFrames(limits)), programs_(std::move(programs)) {}

absl::StatusOr<std::vector<Symbol>> HelperFrameReader::ReadFrame(ImageView frame) {
  if (frame.width <= 0 || frame.height <= 0 || frame.pixels == nullptr)
    return std::vector<Symbol>();
  if (std::int64_t{frame.width} * frame.height > limits_.page_pixels)
    return Refuse(Reason::kDocumentTooManyPixels, "frame");
  if (!server_) {
    SCEAU_ASSIGN_OR_RETURN(
        auto started,
        HelperProcess::Start(PathOf(HelperProgram::kDecode, programs_), HelperMode::kFrames));
    server_.emplace(std::move(started));
    frames_ = 0;
  }
  Asked asked = AskServer(*server_, Pack(frame), {{}, limits_});
  if (!asked.healthy || ++frames_ == kMaxFrames) server_.reset();
  return SymbolsOf(std::move(asked.answer));
}

}  // namespace sceau::isolation
