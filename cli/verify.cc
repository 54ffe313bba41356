// SPDX-License-Identifier: Apache-2.0
// sceau verify: what the seals of documents are worth.
#include "sceau/verify.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "cli/brief_text.h"
#include "cli/command.h"
#include "cli/document_list.h"
#include "cli/documents.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/parallel.h"
#include "cli/progress.h"
#include "cli/replay.h"
#include "cli/report_text.h"
#include "cli/trust_options.h"
#include "sceau/error.h"
#include "sceau/evidence.h"

namespace sceau::cli {
namespace {

// A report file proves nothing: an answer that rests on one must never be taken for today's.
ExitCode CodeOf(const Report& report) {
  if (report.replayed) return ExitCode::kReplayed;
  switch (report.verdict) {
    case Verdict::kValid:
      return ExitCode::kOk;
    case Verdict::kInvalid:
      return ExitCode::kInvalid;
    case Verdict::kUndetermined:
      return ExitCode::kUndetermined;
  }
  return ExitCode::kUndetermined;
}

// The name of a shipped policy, or else a file.
absl::StatusOr<Policy> LoadPolicy(const std::string& name, const Limits& limits) {
  auto named = NamedPolicy(name);
  if (named.ok()) return named;
  const auto content = ReadInput(name, limits.policy_bytes + 1);
  if (!content.ok()) {
    return Refuse(Reason::kPolicyUnusable,
                  "neither counter, insurer nor unattended, nor a file that can be read");
  }
  return ParsePolicy(*content);
}

// As many as the cores that we may use.
std::size_t DefaultJobs() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMaxJobs);
}

absl::StatusOr<Report> VerifyOne(const Verifier& verifier, const ListedFile& listed,
                                 const Limits& limits) {
  const std::string& file = listed.name.file;
  if (!listed.problem.ok()) return listed.problem;
  if (file != kStandardInput) return verifier.VerifyFile(file);
  const auto content = ReadInput(file, limits.document_bytes + 1);
  if (!content.ok()) return content.status();
  return verifier.VerifyBytes(BytesOf(*content), file);
}

class VerifyCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    trust_.Declare(set);
    set.Text("--at", date_of_care_);
    set.Text("--replay", replay_path_);
    set.Text("--policy", policy_);
    set.Text("--holder-name", holder_name_);
    set.Text("--holder-born", holder_born_);
    set.Text("--holder-nir", holder_nir_);
    set.Text("--holder-rank", holder_rank_);
    set.Text("--holder-insured-nir", holder_insured_nir_);
    set.Text("--holder-file", holder_file_);
    set.Flag("--json", json_);
    set.Flag("--csv", csv_);
    set.Flag("--recognise", recognise_);
    set.Text("--evidence", evidence_);
    set.Flag("--show-nir", show_nir_);
    set.Flag("--brief", brief_);
    set.Flag("--full", full_);
    list_.Declare(set);
    set.Text("--jobs", jobs_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    auto files = list_.List(operands, holder_file_ == kStandardInput, terminal);
    if (!files) return ExitCode::kCouldNotRun;
    files_ = *std::move(files);
    VerifyOptions options;
    if (const auto mistake = ReadOptions(options, terminal)) return *mistake;
    const Limits limits = options.limits;
    const auto verifier = Verifier::Create(std::move(options));
    if (!verifier.ok()) return terminal.Fail(verifier.status(), "");
    return VerifyAll(*verifier, limits, terminal);
  }

 private:
  std::optional<ExitCode> ReadOptions(VerifyOptions& options, Terminal& terminal) {
    if (auto mistake = CheckForm(terminal)) return mistake;
    if (auto mistake = ReadDate("--at", date_of_care_, options.date_of_care, terminal))
      return mistake;
    if (!jobs_.empty()) {
      const auto jobs = ParseJobs(jobs_);
      if (!jobs) return terminal.UsageError(Message::kBadJobs);
      job_count_ = *jobs;
    }
    if (auto mistake = ReadHolder(options, terminal)) return mistake;
    if (!policy_.empty()) {
      auto policy = LoadPolicy(policy_, options.limits);
      if (!policy.ok()) return terminal.Fail(policy.status(), policy_);
      options.policy = *std::move(policy);
    }
    options.recognise_words = recognise_;
    if (!evidence_.empty()) {
      options.evidence =
          show_nir_ ? EvidencePictures::kWithNumber : EvidencePictures::kNumberCovered;
      options.previews = true;
    }
    if (!replay_path_.empty()) {
      if (auto mistake = ReadReplay(options, terminal)) return mistake;
    }
    auto trust = replayed_ && replayed_->bundle_digest
                     ? trust_.LoadPast(*replayed_->bundle_digest, options.limits)
                     : trust_.Load(options.limits);
    if (!trust.ok()) return terminal.Fail(trust.status(), trust_.subject());
    options.trust = *std::move(trust);
    for (const Finding& remark : TrustRemarks(options.trust))
      terminal.Warn(remark, trust_.subject());
    return std::nullopt;
  }

  std::optional<ExitCode> CheckForm(Terminal& terminal) const {
    struct Form {
      bool given;
      std::string_view option;
    };
    const std::array<Form, 4> forms = {
        {{json_, "--json"}, {csv_, "--csv"}, {brief_, "--brief"}, {full_, "--full"}}};
    std::string_view first;
    for (const Form& form : forms) {
      if (!form.given) continue;
      if (!first.empty()) return terminal.UsageError(Message::kEitherOr, first, form.option);
      first = form.option;
    }
    return std::nullopt;
  }

  // The clock, the date of care and the policy of the report, unless a policy was named: of one
  // that is not shipped a report has only the name.
  std::optional<ExitCode> ReadReplay(VerifyOptions& options, Terminal& terminal) {
    if (files_.size() != 1) return terminal.UsageError(Message::kReplayOne);
    if (!date_of_care_.empty()) return terminal.UsageError(Message::kEitherOr, "--at", "--replay");
    const auto content = ReadInput(replay_path_, options.limits.claims_bytes);
    if (!content.ok()) return terminal.Fail(content.status(), replay_path_);
    auto report = ParseReplayedReport(*content);
    if (!report.ok()) return terminal.Fail(report.status(), replay_path_);
    replayed_ = *std::move(report);
    options.now = [now = replayed_->verified_at] { return now; };
    options.date_of_care = replayed_->date_of_care;
    options.replay = true;
    if (options.policy) return std::nullopt;
    auto policy = NamedPolicy(replayed_->policy);
    if (!policy.ok()) return terminal.Fail(policy.status(), replay_path_);
    options.policy = *std::move(policy);
    return std::nullopt;
  }

  std::optional<ExitCode> ReadHolder(VerifyOptions& options, Terminal& terminal) const {
    if (!holder_file_.empty()) {
      const auto text = ReadInput(holder_file_, options.limits.claims_bytes);
      if (!text.ok()) return terminal.Fail(text.status(), holder_file_);
      auto holder = ParseHolderFile(*text);
      if (!holder.ok()) return terminal.Fail(holder.status(), holder_file_);
      options.holder = *std::move(holder);
    }
    struct Field {
      std::string_view option;
      const std::string& value;
      std::optional<std::string>& field;
    };
    const std::array<Field, 5> fields = {
        {{"--holder-name", holder_name_, options.holder.name},
         {"--holder-born", holder_born_, options.holder.born},
         {"--holder-nir", holder_nir_, options.holder.nir},
         {"--holder-rank", holder_rank_, options.holder.rank},
         {"--holder-insured-nir", holder_insured_nir_, options.holder.insured_nir}}};
    for (const Field& field : fields) {
      if (field.value.empty()) continue;
      if (field.field) return terminal.UsageError(Message::kSameHolderField, field.option);
      field.field = field.value;
    }
    return std::nullopt;
  }

  // Of several documents each has a folder of its own, by its place in the list: their names may
  // say whose they are.
  absl::Status KeepEvidence(std::size_t place, Report& report) const {
    if (evidence_.empty()) return absl::OkStatus();
    std::string failed_path;
    const std::string within = files_.size() > 1 ? std::to_string(place + 1) : "";
    const absl::Status status = WriteEvidence(report, evidence_, within, &failed_path);
    return status.ok() ? status : Refuse(ReasonOf(status), failed_path);
  }

  DocumentOutput Judge(const Verifier& verifier, std::size_t place, const Limits& limits,
                       const TextOptions& text) const {
    const ListedFile& file = files_[place];
    auto report = VerifyOne(verifier, file, limits);
    if (!report.ok()) return {{}, report.status()};
    if (absl::Status kept = KeepEvidence(place, *report); !kept.ok()) return {{}, std::move(kept)};
    report->request_id = file.name.request_id;
    const NirDisplay nir = show_nir_ ? NirDisplay::kShown : NirDisplay::kMasked;
    if (replayed_ && Name(report->verdict) != replayed_->verdict) replay_differs_ = true;
    return {Written(*report, text, nir), absl::OkStatus(),      CodeOf(*report), report->outcome,
            report->compare_by_eye,      report->pages_read > 0};
  }

  OutputForm Form() const {
    if (json_) return OutputForm::kJson;
    if (csv_) return OutputForm::kCsv;
    const bool many = files_.size() > kMaxInFull && !full_;
    return brief_ || many ? OutputForm::kBrief : OutputForm::kText;
  }

  std::string Written(const Report& report, const TextOptions& text, NirDisplay nir) const {
    switch (Form()) {
      case OutputForm::kText:
        return ReportText(report, text);
      case OutputForm::kBrief:
        return BriefText(report, text.language, text.colour);
      case OutputForm::kJson:
        return ReportToJson(report, text.language, nir) + "\n";
      case OutputForm::kCsv:
        return ReportToCsv(report, nir);
    }
    return {};
  }

  ExitCode VerifyAll(const Verifier& verifier, const Limits& limits, Terminal& terminal) const {
    const TextOptions text{terminal.language(), show_nir_, WantsColour(STDOUT_FILENO)};
    Tally tally;
    DocumentPrinter printer(Form(), text.colour, terminal);
    Progress progress(terminal.error_file(), text.language, files_.size());
    std::optional<InterruptWatch> watch;  // with one document the signal ends us at once
    if (files_.size() > 1) watch.emplace();
    const auto show_progress = [&] {
      if (InterruptWatch::Requested()) Interrupted(tally, progress, terminal);
      if (tally.count() < files_.size()) progress.Show(tally.count());
    };
    const auto work = [&](std::size_t i) { return Judge(verifier, i, limits, text); };
    const auto consume = [&](std::size_t i, const DocumentOutput& output) {
      // The result of an interrupted helper says nothing about the paper.
      if (InterruptWatch::Requested()) Interrupted(tally, progress, terminal);
      tally.Add(output);
      progress.Clear();
      const bool printed = printer.Print(files_[i].name, output);
      show_progress();
      return printed;
    };
    RunInOrder<DocumentOutput>(files_.size(), job_count_, work, consume, show_progress);
    progress.Clear();
    if (replay_differs_) terminal.Warn(Message::kReplayDiffers, replayed_->verdict);
    const bool has_summary = Form() == OutputForm::kText || Form() == OutputForm::kBrief;
    if (has_summary && files_.size() > 1)
      terminal.Print("\n" + tally.Summary(text.language) + "\n");
    return tally.code();
  }

  [[noreturn]] void Interrupted(const Tally& tally, Progress& progress, Terminal& terminal) const {
    progress.Clear();
    terminal.Flush();
    if (files_.size() > 1) terminal.Warn(Message::kInterrupted, tally.count(), files_.size());
    InterruptWatch::End();
  }

  // Of more files than these, people read one line each.
  static constexpr std::size_t kMaxInFull = 3;

  DocumentList list_;
  std::vector<ListedFile> files_;
  TrustOptions trust_;
  std::string date_of_care_;
  std::string replay_path_;
  std::optional<ReplayedReport> replayed_;
  mutable std::atomic<bool> replay_differs_ = false;
  std::string policy_;
  std::string holder_name_;
  std::string holder_born_;
  std::string holder_nir_;
  std::string holder_rank_;
  std::string holder_insured_nir_;
  std::string holder_file_;
  bool recognise_ = false;
  std::string evidence_;
  bool json_ = false;
  bool csv_ = false;
  bool brief_ = false;
  bool full_ = false;
  bool show_nir_ = false;
  std::string jobs_;
  std::size_t job_count_ = DefaultJobs();
};

}  // namespace

std::unique_ptr<Command> MakeVerifyCommand() { return std::make_unique<VerifyCommand>(); }

}  // namespace sceau::cli
