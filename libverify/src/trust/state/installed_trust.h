// SPDX-License-Identifier: Apache-2.0
// What a machine remembers of its trust, and which bundles it may take next.
// Spec: docs/formats/trust-bundle.md §6; The Update Framework 1.0, §5.
#ifndef SCEAU_TRUST_STATE_INSTALLED_TRUST_H_
#define SCEAU_TRUST_STATE_INSTALLED_TRUST_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "trust/bundle/bundle.h"
#include "trust/bundle/root_set.h"

namespace sceau::trust {

struct InstalledTrust {
  Bytes roots;                            // the signed set in force: pinned at first, rotated since
  std::uint64_t sequence = 0;             // the highest ever taken; 0 before the first bundle
  std::array<std::uint8_t, 32> digest{};  // of that bundle, as by DigestOf
  Instant newest_signed{};                // the newest date that any of them was signed
};

Bytes EncodeInstalledTrust(const InstalledTrust& installed);
// Without a look at the roots. Refuses trust.state-unusable.
absl::StatusOr<InstalledTrust> DecodeInstalledTrust(ByteSpan bytes);
// Refuses trust.state-unusable.
absl::StatusOr<RootSet> RootsInForce(const InstalledTrust& installed);

enum class Use {
  kInstall,  // from now on
  kVerify,   // for this once: an expired one still verifies seals, and its freshness says so
};

// Whether an opened bundle may follow what is installed; the same one again may. Refuses
// trust.bundle-rollback, trust.bundle-fork (another with the same sequence),
// trust.bundle-fast-forward, trust.bundle-older-date, trust.bundle-from-future and, for
// installing, trust.bundle-expired. New roots may start the sequence and the dates anew: this
// is how a publisher lowers a sequence again that a thief of old keys raised.
// `roots`: those in force before.
absl::Status CheckUpdate(const Bundle& bundle, const InstalledTrust& installed,
                         const RootSet& roots, Instant now, Use use);

// What to remember once the bundle is taken.
InstalledTrust Updated(const InstalledTrust& installed, const RootSet& roots, const Bundle& bundle);

// What an installation changes, decided from the state and the bundle alone: no file, no clock.
struct Installation {
  InstalledTrust updated;
  std::vector<Bytes>
      status_lists;  // inflated, in the form that look-ups read (status_list_image.h)
};
// Refuses what the bundle's roots, CheckUpdate() and ReadStatusLists() refuse, and
// trust.state-unusable.
absl::StatusOr<Installation> DecideInstallation(const InstalledTrust& installed,
                                                ByteSpan bundle_file, Instant now,
                                                const Limits& limits);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATE_INSTALLED_TRUST_H_
