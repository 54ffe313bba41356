// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/trust_state.h"

#include <QFile>
#include <QFileInfo>
#include <span>
#include <utility>

#include "sceau/error.h"
#include "verifier-gui/model/text.h"
#include "wording/trust_words.h"

namespace sceau::gui {
namespace {

std::span<const std::uint8_t> bytesOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

qint64 daysBetween(Instant from, Instant to) {
  return std::chrono::duration_cast<std::chrono::days>(to - from).count();
}

// So long before its end a list is to be renewed.
constexpr std::chrono::days kSoon{7};

}  // namespace

absl::StatusOr<QByteArray> readTrustFile(const QString& path) {
  QFile file(path);
  if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
    return Refuse(Reason::kDocumentMissing);
  return file.read(static_cast<qint64>(Limits{}.bundle_bytes) + 1);
}

TrustState::TrustState(TrustPlace place, Language language)
    : place_(std::move(place)), language_(language) {}

absl::StatusOr<Trust> TrustState::load() const {
  if (!place_.directory.empty()) return LoadTrustDirectory(place_.directory);
  if (place_.state.empty()) return Refuse(Reason::kTrustNotInstalled, "no home directory");
  return LoadInstalledTrust(place_.state);
}

absl::StatusOr<TrustFileDescription> TrustState::installed() const {
  return DescribeInstalledTrust(place_.state);
}

TrustGlance TrustState::glance(Instant now) const {
  if (!place_.directory.empty()) {
    const bool loaded = LoadTrustDirectory(place_.directory).ok();
    return {loaded, say(loaded ? Message::kTrustDirectory : Message::kTrustNone, language_)};
  }
  const auto description = installed();
  if (!description.ok() || !description->bundle)
    return {false, say(Message::kTrustNone, language_)};
  const DescribedBundle& bundle = *description->bundle;
  if (now < bundle.issued) return {false, say(Message::kTrustClock, language_)};
  if (now >= bundle.next_update) {
    return {false,
            say(Message::kTrustStale, language_, wording::ShowDay(bundle.next_update, language_))};
  }
  if (bundle.next_update - now < kSoon) {
    return {false, say(Message::kTrustEndsSoon, language_,
                       wording::ShowDay(bundle.next_update, language_))};
  }
  return {true,
          say(Message::kTrustFresh, language_, bundle.sequence, daysBetween(bundle.issued, now),
              wording::ShowDay(bundle.next_update, language_))};
}

bool TrustState::hasRoots() const { return !place_.directory.empty() || installed().ok(); }

absl::StatusOr<TrustProposal> TrustState::propose(const QString& path) const {
  auto file = readTrustFile(path);
  if (!file.ok()) return file.status();
  auto after = DescribeTrustFile(bytesOf(*file));
  if (!after.ok()) return after.status();
  const auto before = installed();
  // Nothing of a bundle is shown before its signatures held.
  if (after->bundle) {
    if (!before.ok()) return before.status();
    after = DescribeBundleFor(place_.state, bytesOf(*file));
    if (!after.ok()) return after.status();
  }
  TrustProposal proposal;
  proposal.title = fromUtf8(wording::TrustFileHead(*after, language_));
  proposal.file = *std::move(file);
  if (!after->bundle) {
    proposal.isRoots = true;
    proposal.changes = {say(Message::kTrustDigest, language_, after->digest)};
    return proposal;
  }
  const auto changes = CompareTrustFiles(*before, *after);
  for (const TrustChange& change : changes)
    proposal.changes.append(fromUtf8(wording::TrustChangeSentence(change, language_)));
  if (changes.empty()) proposal.changes.append(say(Message::kNoChange, language_));
  return proposal;
}

absl::Status TrustState::accept(const TrustProposal& proposal, Instant now) const {
  return proposal.isRoots ? PinRoots(place_.state, bytesOf(proposal.file))
                          : InstallBundle(place_.state, bytesOf(proposal.file), now);
}

}  // namespace sceau::gui
