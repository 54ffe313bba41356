// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_text.h"

#include "cli/text_layout.h"
#include "cli/wording.h"

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
  row(Message::kLabelEntry,
      fmt::format("{}:{}:{}", entry.key_id, entry.status.list, entry.status.index));
  if (entry.replaces) row(Message::kLabelReplaces, *entry.replaces);
  if (entry.replaced_by) row(Message::kLabelReplacedBy, *entry.replaced_by);
  return layout.text();
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
