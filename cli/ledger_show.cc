// SPDX-License-Identifier: Apache-2.0
// sceau ledger show: what was issued.
#include "cli/command.h"
#include "cli/ledger_text.h"
#include "cli/options.h"
#include "sceau/ledger.h"

namespace sceau::cli {
namespace {

std::optional<LedgerState> ParseLedgerState(std::string_view text) {
  if (text == "valid") return LedgerState::kValid;
  if (text == "withdrawn") return LedgerState::kWithdrawn;
  if (text == "suspended") return LedgerState::kSuspended;
  return std::nullopt;
}

class ShowLedgerCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    set.Text("--ledger", ledger_path_);
    set.Text("--document", document_);
    set.Text("--only", only_);
    set.Text("--issued-from", issued_from_);
    set.Text("--issued-until", issued_until_);
    set.Text("--request-id", request_id_);
    set.Text("--limit", limit_);
    set.Text("--after", after_);
    set.Flag("--json", json_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    LedgerQuery query;
    std::optional<DocumentId> one;
    if (auto mistake = ReadNumber("--document", document_, one, terminal)) return *mistake;
    if (auto mistake = ReadQuery(query, terminal)) return *mistake;
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    return one ? ShowOne(*ledger, *one, terminal) : ShowList(*ledger, query, terminal);
  }

 private:
  static std::optional<ExitCode> ReadNumber(std::string_view option, const std::string& value,
                                            std::optional<DocumentId>& number, Terminal& terminal) {
    if (value.empty()) return std::nullopt;
    number = ParseDocumentId(value);
    if (!number) return terminal.UsageError(Message::kBadDocumentId, option);
    return std::nullopt;
  }

  std::optional<ExitCode> ReadQuery(LedgerQuery& query, Terminal& terminal) const {
    if (!only_.empty()) {
      query.state = ParseLedgerState(only_);
      if (!query.state) return terminal.UsageError(Message::kBadLedgerState);
    }
    if (auto mistake = ReadDate("--issued-from", issued_from_, query.issued_from, terminal))
      return mistake;
    if (auto mistake = ReadDate("--issued-until", issued_until_, query.issued_until, terminal))
      return mistake;
    if (!request_id_.empty()) query.request_id = request_id_;
    if (!limit_.empty()) {
      const auto limit = ParseCount(limit_);
      if (!limit || *limit > kMaxPage) return terminal.UsageError(Message::kBadLimit);
      query.limit = *limit;
    }
    return ReadNumber("--after", after_, query.after, terminal);
  }

  ExitCode ShowOne(const Ledger& ledger, const DocumentId& number, Terminal& terminal) const {
    const auto entry = FindInLedger(ledger, number);
    if (!entry.ok()) return terminal.Fail(entry.status(), ledger_path_);
    terminal.Print(json_ ? LedgerEntryToJson(*entry)
                         : LedgerEntryText(*entry, terminal.language()));
    return ExitCode::kOk;
  }

  ExitCode ShowList(const Ledger& ledger, const LedgerQuery& query, Terminal& terminal) const {
    const auto entries = ListLedger(ledger, query);
    if (!entries.ok()) return terminal.Fail(entries.status(), ledger_path_);
    if (json_) {
      for (const LedgerEntry& entry : *entries) terminal.Print(LedgerEntryToJson(entry));
    } else {
      const auto summary = SummarizeLedger(ledger);
      if (!summary.ok()) return terminal.Fail(summary.status(), ledger_path_);
      terminal.Print(LedgerSummaryText(*summary, terminal.language()));
      terminal.Print(LedgerListText(*entries, terminal.language()));
    }
    if (entries->size() == query.limit)
      terminal.Hint(Message::kNextPage, entries->back().document_id);
    return ExitCode::kOk;
  }

  static constexpr std::size_t kMaxPage = 10'000;

  std::string ledger_path_;
  std::string document_;
  std::string only_;
  std::string issued_from_;
  std::string issued_until_;
  std::string request_id_;
  std::string limit_;
  std::string after_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeShowLedgerCommand() { return std::make_unique<ShowLedgerCommand>(); }

}  // namespace sceau::cli
