// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_text.h"

#include "cli/text_layout.h"
#include "cli/wording.h"
#include "nlohmann/json.hpp"
#include "sceau/render.h"

namespace sceau::cli {
namespace {

std::string StateText(const LedgerEntry& entry, Language language) {
  if (entry.state == LedgerState::kValid)
    return std::string(Pattern(Message::kLedgerValid, language));
  const Message word = entry.state == LedgerState::kWithdrawn ? Message::kLedgerWithdrawn
                                                              : Message::kLedgerSuspended;
  return Say(Message::kStatusSince, language, Pattern(word, language),
             ShowDate(ParisDay(entry.since.value_or(Instant{})), language),
             Pattern(WordOfWithdrawal(Name(entry.reason)), language));
}

std::string EntryPlace(const LedgerEntry& entry) {
  return fmt::format("{}:{}:{}", entry.key_id, entry.status.list, entry.status.index);
}

std::string_view StateName(LedgerState state) {
  switch (state) {
    case LedgerState::kValid:
      return "valid";
    case LedgerState::kWithdrawn:
      return "withdrawn";
    case LedgerState::kSuspended:
      return "suspended";
  }
  return "valid";
}

}  // namespace

std::string ChangedLine(LedgerState to, std::size_t count, Language language) {
  Message message = Message::kReinstatedCount;
  if (to == LedgerState::kWithdrawn) message = Message::kWithdrawnCount;
  if (to == LedgerState::kSuspended) message = Message::kSuspendedCount;
  return Say(message, language, count) + "\n";
}

std::string LedgerEntryText(const LedgerEntry& entry, Language language) {
  TextLayout layout(false);
  const auto row = [&](Message label, const std::string& value) {
    layout.Row(Pattern(label, language), value);
  };
  row(Message::kLabelNumber, entry.document_id);
  row(Message::kLabelState, StateText(entry, language));
  row(Message::kLabelIssuedOn, ShowDate(ParisDay(entry.issued_at), language));
  row(Message::kLabelValidUntil, ShowDate(entry.valid_until, language));
  row(Message::kLabelEntry, EntryPlace(entry));
  if (entry.replaces) row(Message::kLabelReplaces, *entry.replaces);
  if (entry.replaced_by) row(Message::kLabelReplacedBy, *entry.replaced_by);
  return layout.text();
}

std::string LedgerListText(const std::vector<LedgerEntry>& entries, Language language) {
  if (entries.empty()) return {};
  TextLayout layout(false);
  layout.Blank();
  layout.Line(Pattern(Message::kLedgerHeading, language));
  for (const LedgerEntry& entry : entries) {
    layout.Line(fmt::format(
        "{}  {}  {}  {} ; {}", entry.document_id, ShowDate(ParisDay(entry.issued_at), language),
        ShowDate(entry.valid_until, language), StateText(entry, language), EntryPlace(entry)));
  }
  return layout.text();
}

std::string LedgerEntryToJson(const LedgerEntry& entry) {
  nlohmann::ordered_json json = {{"document_id", TextForJson(entry.document_id)},
                                 {"issued_at", FormatIsoInstant(entry.issued_at)},
                                 {"valid_until", FormatIsoDate(entry.valid_until)},
                                 {"key_id", TextForJson(entry.key_id)},
                                 {"list", entry.status.list},
                                 {"index", entry.status.index},
                                 {"state", StateName(entry.state)}};
  if (entry.since) json["since"] = FormatIsoDate(ParisDay(*entry.since));
  if (entry.since && entry.state != LedgerState::kValid) json["reason"] = Name(entry.reason);
  if (entry.replaces) json["replaces"] = TextForJson(*entry.replaces);
  if (entry.replaced_by) json["replaced_by"] = TextForJson(*entry.replaced_by);
  return EscapeInJson(json.dump()) + "\n";
}

std::string LedgerSummaryText(const LedgerSummary& summary, Language language) {
  TextLayout layout(false);
  layout.Paragraph(
      Say(Message::kLedgerCounts, language, summary.valid, summary.withdrawn, summary.suspended));
  for (const LedgerSummary::List& list : summary.lists) {
    layout.Field(fmt::format("{}:{}", list.key_id, list.number),
                 Say(Message::kLedgerList, language, list.used, list.entries));
  }
  return layout.text();
}

}  // namespace sceau::cli
