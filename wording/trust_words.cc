// SPDX-License-Identifier: Apache-2.0
#include "wording/trust_words.h"

#include "wording/words.h"

namespace sceau::wording {
namespace {

Message MessageOf(TrustChangeKind kind) {
  switch (kind) {
    case TrustChangeKind::kRootAdded:
      return Message::kRootAdded;
    case TrustChangeKind::kRootRemoved:
      return Message::kRootRemoved;
    case TrustChangeKind::kIssuerAdded:
      return Message::kIssuerAdded;
    case TrustChangeKind::kIssuerRemoved:
      return Message::kIssuerRemoved;
    case TrustChangeKind::kIssuerRetired:
      return Message::kIssuerRetired;
    case TrustChangeKind::kIssuerCompromised:
      return Message::kIssuerCompromised;
    case TrustChangeKind::kIssuerChanged:
      return Message::kIssuerChanged;
    case TrustChangeKind::kStatusListAdded:
      return Message::kStatusListAdded;
    case TrustChangeKind::kStatusListRemoved:
      return Message::kStatusListRemoved;
    case TrustChangeKind::kStatusListChanged:
      return Message::kStatusListChanged;
  }
  return Message::kIssuerChanged;
}

}  // namespace

std::string ShowDay(Instant instant, Language language) {
  return ShowDate(ParisDay(instant), language);
}

std::string TrustFileHead(const TrustFileDescription& file, Language language) {
  if (!file.bundle) {
    return Say(Message::kRootsHead, language, file.roots_version, file.threshold,
               file.roots.size());
  }
  return Say(Message::kBundleHead, language, file.bundle->sequence,
             ShowDay(file.bundle->issued, language), ShowDay(file.bundle->next_update, language),
             file.roots_version);
}

std::string TrustChangeSentence(const TrustChange& change, Language language) {
  const std::string since = change.since ? ShowDay(*change.since, language)
                                         : std::string(Pattern(Message::kNever, language));
  return Say(MessageOf(change.kind), language, change.name, change.key_id, since,
             fmt::format("{:+}", change.more_withdrawn));
}

}  // namespace sceau::wording
