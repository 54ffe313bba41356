// SPDX-License-Identifier: Apache-2.0
#include "trust/state/installed_trust.h"

#include <algorithm>

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "trust/bundle/field_reader.h"

namespace sceau::trust {
namespace {

constexpr std::uint64_t kStateFormatVersion = 1;
constexpr int kStateDepth = 2;
// A publisher may number by days or by minutes; no publisher leaps further.
constexpr std::uint64_t kMaxLeap = 1'000'000;
// Two clocks may disagree by some hours without either being wrong about the day.
constexpr std::chrono::hours kClockTolerance{24};

enum StateKey : std::int64_t {
  kStateFormat = 0,
  kStateRoots = 1,
  kStateSequence = 2,
  kStateDigest = 3,
  kStateNewest = 4
};

bool HasNewRoots(const Bundle& bundle, const RootSet& roots) {
  return bundle.roots.version() > roots.version();
}

absl::Status CheckSequence(const Bundle& bundle, const InstalledTrust& installed) {
  const std::uint64_t sequence = bundle.content.sequence;
  const std::string step = fmt::format("sequence {} after {}", sequence, installed.sequence);
  if (sequence < installed.sequence) return Refuse(Reason::kTrustBundleRollback, step);
  if (sequence == installed.sequence && bundle.digest != installed.digest)
    return Refuse(Reason::kTrustBundleFork, step);
  const bool first = installed.sequence == 0;
  if (!first && sequence - installed.sequence > kMaxLeap)
    return Refuse(Reason::kTrustBundleFastForward, step);
  if (bundle.content.issued < installed.newest_signed)
    return Refuse(Reason::kTrustBundleOlderDate, step);
  return absl::OkStatus();
}

absl::StatusOr<InstalledTrust> Decode(const codec::CborItem& item) {
  SCEAU_ASSIGN_OR_RETURN(FieldReader reader, FieldReader::Open(item, "state"));
  SCEAU_RETURN_IF_ERROR(
      reader.Unsigned(kStateFormat, "format", kStateFormatVersion, kStateFormatVersion).status());
  SCEAU_ASSIGN_OR_RETURN(const ByteSpan roots_bytes, reader.ByteString(kStateRoots, "roots"));
  InstalledTrust installed{ToBytes(roots_bytes), 0, {}, {}};
  SCEAU_ASSIGN_OR_RETURN(installed.sequence,
                         reader.Unsigned(kStateSequence, "sequence", 0, std::uint64_t{1} << 53));
  SCEAU_ASSIGN_OR_RETURN(const ByteSpan digest, reader.ByteString(kStateDigest, "digest"));
  if (digest.size() != installed.digest.size()) return MalformedField("digest", "wrong length");
  std::ranges::copy(digest, installed.digest.begin());
  SCEAU_ASSIGN_OR_RETURN(installed.newest_signed, reader.Time(kStateNewest, "newest"));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return installed;
}

}  // namespace

Bytes EncodeInstalledTrust(const InstalledTrust& installed) {
  return codec::CborWriter()
      .Map(5)
      .Integer(kStateFormat)
      .Unsigned(kStateFormatVersion)
      .Integer(kStateRoots)
      .ByteString(installed.roots)
      .Integer(kStateSequence)
      .Unsigned(installed.sequence)
      .Integer(kStateDigest)
      .ByteString(installed.digest)
      .Integer(kStateNewest)
      .Integer(installed.newest_signed.time_since_epoch().count())
      .Take();
}

absl::StatusOr<InstalledTrust> DecodeInstalledTrust(ByteSpan bytes) {
  const auto item = codec::DecodeCbor(bytes, kStateDepth);
  if (!item.ok()) return Refuse(Reason::kTrustStateUnusable, DetailOf(item.status()));
  auto installed = Decode(*item);
  if (!installed.ok()) return Refuse(Reason::kTrustStateUnusable, DetailOf(installed.status()));
  return installed;
}

absl::StatusOr<RootSet> RootsInForce(const InstalledTrust& installed) {
  auto roots = RootSet::Parse(installed.roots);
  if (!roots.ok()) return Refuse(Reason::kTrustStateUnusable, DetailOf(roots.status()));
  return roots;
}

absl::Status CheckUpdate(const Bundle& bundle, const InstalledTrust& installed,
                         const RootSet& roots, Instant now, Use use) {
  if (!HasNewRoots(bundle, roots)) SCEAU_RETURN_IF_ERROR(CheckSequence(bundle, installed));
  if (bundle.content.issued > now + kClockTolerance) return Refuse(Reason::kTrustBundleFromFuture);
  if (use == Use::kInstall && bundle.content.next_update <= now)
    return Refuse(Reason::kTrustBundleExpired);
  return absl::OkStatus();
}

InstalledTrust Updated(const InstalledTrust& installed, const RootSet& roots,
                       const Bundle& bundle) {
  const Instant newest = HasNewRoots(bundle, roots)
                             ? bundle.content.issued
                             : std::max(installed.newest_signed, bundle.content.issued);
  return {bundle.roots.bytes(), bundle.content.sequence, bundle.digest, newest};
}

absl::StatusOr<Installation> DecideInstallation(const InstalledTrust& installed,
                                                ByteSpan bundle_file, Instant now,
                                                const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const RootSet roots, RootsInForce(installed));
  SCEAU_ASSIGN_OR_RETURN(const Bundle bundle, OpenBundle(bundle_file, roots, limits));
  SCEAU_RETURN_IF_ERROR(CheckUpdate(bundle, installed, roots, now, Use::kInstall));
  Installation installation{Updated(installed, roots, bundle), {}};
  SCEAU_ASSIGN_OR_RETURN(installation.status_lists, ReadStatusLists(bundle.content, limits));
  return installation;
}

}  // namespace sceau::trust
