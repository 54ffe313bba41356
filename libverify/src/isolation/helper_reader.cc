// SPDX-License-Identifier: Apache-2.0
#include "isolation/helper_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "base/document_type.h"
#include "base/status.h"
#include "isolation/recognise_apart.h"
#include "isolation/scanner_text.h"

namespace sceau::isolation {
namespace {

// Each fork has the memory layout of its server. A new server, with another layout, is started from
// time to time.
constexpr int kMaxDocuments = 500;

using Clock = std::chrono::steady_clock;

// Whether a name stands in it, in the clear, of what only a drawing shows. Where such a thing is on
// no page, or its name is packed, nothing but a little time is lost.
bool NamesWhatIsDrawn(ByteSpan pdf) {
  constexpr auto kNames = std::to_array<std::string_view>({"/JBIG2Decode", "/Type3"});
  constexpr std::size_t kMaxSearched = 4'000'000;  // a millisecond
  const std::string_view text = AsText(pdf.first(std::min(pdf.size(), kMaxSearched)));
  return std::ranges::any_of(
      kNames, [&](std::string_view name) { return text.find(name) != std::string_view::npos; });
}

absl::StatusOr<ReadOutcome> OutcomeOf(absl::StatusOr<Answer> answer) {
  SCEAU_RETURN_IF_ERROR(answer.status());
  if (answer->needs_drawing) return Refuse(Reason::kDocumentReaderCrashed, "asks for a drawing");
  if (answer->refusal) return Refuse(answer->refusal->reason, answer->refusal->detail);
  return std::move(answer->outcome);
}

// With what is left of the document's wall time.
Request Continued(Request request, Clock::time_point start) {
  const auto passed = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - start);
  request.limits.decode_wall =
      std::max(request.limits.decode_wall - passed, std::chrono::milliseconds{1});
  return request;
}

}  // namespace

HelperProgram FirstProgramFor(ByteSpan document, const ReadSettings& settings) {
  if (DetectType(document) != DocumentType::kPdf) return HelperProgram::kDecode;
  const bool draws = settings.source == PageSource::kDrawing || settings.previews ||
                     settings.rasters == Rasters::kAll || NamesWhatIsDrawn(document);
  return draws ? HelperProgram::kDraw : HelperProgram::kDecodePdf;
}

HelperReader::HelperReader(ReadSettings settings, std::string programs)
    : settings_(settings), programs_(std::move(programs)) {}

absl::StatusOr<ReadOutcome> HelperReader::Read(ByteSpan document, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(auto text, ReadScannerText(document, limits));
  if (text) return *std::move(text);
  const Request request{settings_, limits};
  const bool first = !used_.exchange(true);
  return OutcomeOf(first ? ReadOnce(document, request) : ReadByServer(document, request));
}

std::optional<Page> HelperReader::ReadPixels(ByteSpan document, int page, const Limits& limits) {
  const Request request{ForPixelsOf(page), limits};
  return PixelsIn(
      OutcomeOf(AnyServerWaits() ? ReadByServer(document, request) : ReadOnce(document, request)),
      page);
}

std::vector<RecognisedWord> HelperReader::Recognise(const PageImage& image, const Limits& limits) {
  auto words = RecogniseApart(image, limits, programs_);
  return words.ok() ? *std::move(words) : std::vector<RecognisedWord>();
}

absl::StatusOr<Answer> HelperReader::ReadOnce(ByteSpan document, const Request& request) const {
  const Clock::time_point start = Clock::now();
  const HelperProgram program = FirstProgramFor(document, request.settings);
  SCEAU_ASSIGN_OR_RETURN(auto helper, Start(program, HelperMode::kOnce));
  auto asked = AskOnce(helper, document, request);
  if (program == HelperProgram::kDraw || !asked.answer.ok() || !asked.answer->needs_drawing)
    return std::move(asked.answer);
  SCEAU_ASSIGN_OR_RETURN(auto drawing, Start(HelperProgram::kDraw, HelperMode::kOnce));
  return AskOnce(drawing, document, Continued(request, start)).answer;
}

absl::StatusOr<HelperProcess> HelperReader::Start(HelperProgram program, HelperMode mode) const {
  return HelperProcess::Start(PathOf(program, programs_), mode);
}

absl::StatusOr<Answer> HelperReader::ReadByServer(ByteSpan document, const Request& request) {
  SCEAU_ASSIGN_OR_RETURN(auto server, TakeServer());
  Asked asked = AskServer(server->process, document, request);
  if (!asked.received) {  // it had ended while it waited, which says nothing of this document
    SCEAU_ASSIGN_OR_RETURN(auto process, Start(HelperProgram::kDraw, HelperMode::kServe));
    server = std::make_unique<Server>(std::move(process));
    asked = AskServer(server->process, document, request);
  }
  ++server->documents;
  if (asked.healthy) GiveBack(std::move(server));
  return std::move(asked.answer);
}

bool HelperReader::AnyServerWaits() {
  const std::lock_guard lock(mutex_);
  return !idle_.empty();
}

absl::StatusOr<std::unique_ptr<HelperReader::Server>> HelperReader::TakeServer() {
  {
    const std::lock_guard lock(mutex_);
    while (!idle_.empty()) {
      auto server = std::move(idle_.back());
      idle_.pop_back();
      if (server->process.IsOurs()) return server;
    }
  }
  SCEAU_ASSIGN_OR_RETURN(auto process, Start(HelperProgram::kDraw, HelperMode::kServe));
  return std::make_unique<Server>(std::move(process));
}

void HelperReader::GiveBack(std::unique_ptr<Server> server) {
  if (server->documents >= kMaxDocuments) return;
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(server));
}

}  // namespace sceau::isolation
