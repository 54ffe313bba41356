// SPDX-License-Identifier: Apache-2.0
#include "cli/issue_batch.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/input.h"
#include "cli/output_files.h"
#include "nlohmann/json.hpp"
#include "sceau/error.h"
#include "sceau/render.h"

namespace sceau::cli {
namespace {

using Json = nlohmann::ordered_json;

// 100,000 requests of ten kilobytes.
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

// The requests on the lines that can be read, and the errors of the other lines.
struct Batch {
  std::vector<IssueRequest> requests;
  std::vector<std::size_t> lines;  // where each request stood, from 1
  std::vector<std::pair<std::size_t, absl::Status>> bad;
};

Batch ReadLines(std::string_view text) {
  Batch batch;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    auto request = ParseIssueRequest(line);
    if (request.ok()) {
      batch.requests.push_back(*std::move(request));
      batch.lines.push_back(number);
    } else {
      batch.bad.emplace_back(number, request.status());
    }
  }
  return batch;
}

class BatchRun {
 public:
  BatchRun(const BatchFiles& files, Terminal& terminal) : files_(files), terminal_(terminal) {}

  ExitCode Run(const Batch& batch, IssueOptions options) {
    const auto wanted = [this](std::string_view format) {
      return std::ranges::find(files_.formats, format) != files_.formats.end();
    };
    ChooseDrawing(wanted("pdf"), wanted("png") || wanted("svg"), options);
    options.is_delivered = [this](const std::string& id) { return AllThere(id); };
    next_bad_ = 0;
    const absl::Status stopped =
        IssueBatch(batch.requests, options,
                   [&](std::size_t index, const absl::StatusOr<IssuedAttestation>& issued) {
                     ReportBadLines(batch, batch.lines[index]);
                     return Deliver(batch.lines[index], batch.requests[index].request_id, issued);
                   });
    if (!stopped.ok()) return terminal_.Fail(stopped, files_.requests);
    if (!failure_.ok()) return terminal_.Fail(failure_, failed_path_);
    ReportBadLines(batch, batch.lines.empty() ? kMaxBytes : batch.lines.back() + kMaxBytes);
    return all_issued_ ? ExitCode::kOk : ExitCode::kCouldNotRun;
  }

 private:
  std::string PathOf(const std::string& id, const std::string& format) const {
    return files_.folder + "/" + id + "." + format;
  }

  bool IsThere(const std::string& id, const std::string& format) const {
    std::error_code ignored;
    return std::filesystem::is_regular_file(
        std::filesystem::symlink_status(PathOf(id, format), ignored));
  }

  bool AllThere(const std::string& id) const {
    return std::ranges::all_of(files_.formats,
                               [&](const std::string& format) { return IsThere(id, format); });
  }

  static const std::string& ContentOf(const IssuedAttestation& issued, const std::string& format) {
    if (format == "pdf") return issued.pdf;
    if (format == "png") return issued.png;
    return format == "svg" ? issued.svg : issued.seal_text;
  }

  // Lines that could not be read take their place among the others.
  void ReportBadLines(const Batch& batch, std::size_t before) {
    for (; next_bad_ < batch.bad.size() && batch.bad[next_bad_].first < before; ++next_bad_)
      ReportError(Answer(batch.bad[next_bad_].first), batch.bad[next_bad_].second);
  }

  static Json Answer(std::size_t line) { return {{"line", line}}; }

  void ReportError(Json answer, const absl::Status& status) {
    all_issued_ = false;
    Json error = {{"code", ReasonCode(ReasonOf(status))},
                  {"message", ReasonSentence(ReasonOf(status), terminal_.language())}};
    if (!DetailOf(status).empty()) error["detail"] = TextForJson(DetailOf(status));
    answer["error"] = std::move(error);
    terminal_.Print(EscapeInJson(answer.dump()) + "\n");
  }

  // False when the batch cannot go on.
  bool Deliver(std::size_t line, const std::string& request_id,
               const absl::StatusOr<IssuedAttestation>& issued) {
    Json answer = Answer(line);
    if (!request_id.empty()) answer["request_id"] = TextForJson(request_id);
    if (!issued.ok()) {
      ReportError(std::move(answer), issued.status());
      return true;
    }
    if (!AllThere(issued->document_id)) {
      if (failure_ = Write(*issued); !failure_.ok()) return false;
    }
    answer["document_id"] = issued->document_id;
    answer["files"] = Json::array();
    for (const std::string& format : files_.formats)
      answer["files"].push_back(TextForJson(PathOf(issued->document_id, format)));
    return terminal_.Print(EscapeInJson(answer.dump()) + "\n");
  }

  absl::Status Write(const IssuedAttestation& issued) {
    OutputFiles outputs;
    for (const std::string& format : files_.formats) {
      if (IsThere(issued.document_id, format)) continue;
      absl::Status staged =
          outputs.Stage(PathOf(issued.document_id, format), ContentOf(issued, format),
                        OutputFiles::Readers::kOwner, OutputFiles::Existing::kRefuse);
      failed_path_ = outputs.failed_path();
      if (!staged.ok()) return staged;
    }
    absl::Status committed = outputs.Commit();
    failed_path_ = outputs.failed_path();
    return committed;
  }

  const BatchFiles& files_;
  Terminal& terminal_;
  std::size_t next_bad_ = 0;
  bool all_issued_ = true;
  absl::Status failure_;
  std::string failed_path_;
};

}  // namespace

void ChooseDrawing(bool page, bool code, IssueOptions& options) {
  const Drawing without_page = code ? Drawing::kCode : Drawing::kNone;
  options.drawing = page ? Drawing::kPage : without_page;
  options.code_beside_page = code;
}

bool IsBatchFormat(std::string_view format) {
  return format == "pdf" || format == "png" || format == "svg" || format == "txt";
}

ExitCode RunBatch(const BatchFiles& files, IssueOptions options, Terminal& terminal) {
  const auto text = ReadInput(files.requests, kMaxBytes);
  if (!text.ok()) return terminal.Fail(text.status(), files.requests);
  return BatchRun(files, terminal).Run(ReadLines(*text), std::move(options));
}

}  // namespace sceau::cli
