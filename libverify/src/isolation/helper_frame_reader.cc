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

// Each fork has the memory layout of its server. A new server, with another layout, is started a
// few times a minute.
constexpr int kMaxFrames = 500;

// The search stops by itself in time; a process that does not is ended.
Limits ForFrames(Limits limits) {
  constexpr std::chrono::milliseconds kToAnswer{200};
  limits.document_time = limits.frame_time;
  limits.search_time = limits.frame_time;
  limits.decode_wall = limits.frame_time + kToAnswer;
  return limits;
}

// What is said of a picture is one page of its size, without words.
absl::StatusOr<Page> PageOf(absl::StatusOr<Answer> answer, ImageView frame) {
  SCEAU_RETURN_IF_ERROR(answer.status());
  if (answer->needs_drawing) return Refuse(Reason::kDocumentReaderCrashed, "asks for a drawing");
  if (answer->refusal) return Refuse(answer->refusal->reason, answer->refusal->detail);
  auto& pages = answer->outcome.content.pages;
  if (pages.size() != 1) return Refuse(Reason::kDocumentReaderCrashed, "answer: pages");
  const Page& page = pages.front();
  if (page.number != 1 || page.width != frame.width || page.height != frame.height ||
      !page.words.empty())
    return Refuse(Reason::kDocumentReaderCrashed, "answer: frame");
  return std::move(pages.front());
}

}  // namespace

HelperFrameReader::HelperFrameReader(Limits limits, std::string programs)
    : limits_(ForFrames(limits)), programs_(std::move(programs)) {}

absl::StatusOr<Page> HelperFrameReader::ReadFrame(ImageView frame) {
  if (frame.width <= 0 || frame.height <= 0 || frame.pixels == nullptr) return Page{};
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
  return PageOf(std::move(asked.answer), frame);
}

}  // namespace sceau::isolation
