// SPDX-License-Identifier: Apache-2.0
// Whom we trust: issuers, from a signed bundle or a directory of certificates; loaded once and
// shared by every verification.
#ifndef SCEAU_TRUST_H_
#define SCEAU_TRUST_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "sceau/public.h"
#include "sceau/report.h"

namespace sceau::trust {
class TrustStore;
}

namespace SCEAU_PUBLIC sceau {

// Immutable; may be shared between threads.
using Trust = std::shared_ptr<const trust::TrustStore>;

// A directory of certificates, PEM or DER, one or more in each file. An end certificate in it is
// trusted itself; an authority certifies its leaves, and a leaf that names an authority of the
// directory which did not sign it is never trusted. A leaf of a 2D-Doc authority may seal 2D-Doc
// alone. TrustRemarks() names what cannot be used, which is left out. Errors: trust.missing,
// trust.empty (nothing usable), trust.too-large.
absl::StatusOr<Trust> LoadTrustDirectory(const std::string& path, const Limits& limits = {});

// What a directory holds that cannot be used, with the names of the files: trust.junk (not a
// certificate), trust.certificate-unusable. At most some hundred; empty for a bundle. Valid as long
// as `trust`.
std::span<const Finding> TrustRemarks(const Trust& trust);

// A trust bundle (docs/formats/trust-bundle.md) counts only where its root keys were pinned. What a
// user has pinned and installed is kept in one directory, here `state`; all writes appear whole or
// not at all. Errors of all below: trust.not-installed (nothing pinned there),
// trust.state-unusable, trust.too-large, trust.file-malformed, trust.file-unsupported,
// trust.roots-*, trust.bundle-*, trust.key-id-twice, trust.leaf-not-certified.

// $XDG_DATA_HOME/sceau/trust or ~/.local/share/sceau/trust; empty when neither is known.
std::string DefaultTrustState();

// Trusts these roots from now on. Error: trust.already-pinned for others than the pinned ones; new
// roots come inside a bundle.
absl::Status PinRoots(const std::string& state, std::span<const std::uint8_t> roots_file);

// Takes a bundle in place of the one before, or refuses it whole and changes nothing.
absl::Status InstallBundle(const std::string& state, std::span<const std::uint8_t> bundle,
                           Instant now, const Limits& limits = {});

// The same where nothing was pinned yet: the roots are trusted from now on if the bundle is taken,
// and nothing is pinned if it is not. Also trust.already-pinned, as for PinRoots.
absl::Status InstallFirstBundle(const std::string& state, std::span<const std::uint8_t> roots_file,
                                std::span<const std::uint8_t> bundle, Instant now,
                                const Limits& limits = {});

// The file in force, for DescribeTrustFile(): the bundle, or the pinned roots before the first one.
absl::StatusOr<std::vector<std::uint8_t>> ReadInstalledFile(const std::string& state,
                                                            const Limits& limits = {});

// What is installed.
absl::StatusOr<Trust> LoadInstalledTrust(const std::string& state, const Limits& limits = {});

// A bundle for this once, by the pinned roots and never older than what is installed; nothing is
// written. An expired one is taken: its freshness is `stale`. Also trust.missing.
absl::StatusOr<Trust> LoadTrustBundle(const std::string& path, const std::string& state,
                                      Instant now, const Limits& limits = {});

// By what `path` is: a directory of certificates, or a file, which is a bundle for this once; what
// is installed when it is empty. An empty `state` means DefaultTrustState(). Errors: of the
// function that loads it.
absl::StatusOr<Trust> OpenTrust(const std::string& path, const std::string& state, Instant now,
                                const Limits& limits = {});

// A bundle of the past, to judge again what it decided then: the one with this digest (SHA-256 of
// what its roots signed, hexadecimal, as in a report). It may be older than what is installed; the
// roots that signed it must be the pinned ones, or stand in the chain of the bundle that is
// installed. Also trust.bundle-digest (it is another one).
absl::StatusOr<Trust> LoadPastBundle(std::span<const std::uint8_t> bundle, std::string_view digest,
                                     const std::string& state, const Limits& limits = {});

}  // namespace sceau

#endif  // SCEAU_TRUST_H_
