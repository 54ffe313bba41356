// SPDX-License-Identifier: Apache-2.0
// What a user has pinned and installed, in one directory.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "sceau/trust.h"
#include "sceau/trust_file.h"
#include "trust/bundle/describe.h"
#include "trust/state/installed_trust.h"
#include "trust/state/state_files.h"
#include "trust/trust_store.h"

namespace sceau {
namespace {

using trust::Bundle;
using trust::InstalledTrust;
using trust::MappedStatusList;
using trust::RootSet;
using trust::TrustStore;

// What cannot be read may be one.
bool IsBundleFile(const std::string& path, const Limits& limits) {
  const auto bytes = ReadFile(path, limits.bundle_bytes);
  return !bytes.ok() || trust::SignedFile::Parse(trust::FileKind::kBundle, *bytes).ok();
}

absl::StatusOr<std::vector<MappedStatusList>> HoldStatusLists(std::vector<Bytes> images) {
  std::vector<MappedStatusList> lists;
  for (Bytes& image : images) {
    SCEAU_ASSIGN_OR_RETURN(MappedStatusList list, MappedStatusList::Hold(std::move(image)));
    lists.push_back(std::move(list));
  }
  return lists;
}

// The sets of roots that have been in force here, newest first: the installed bundle, which the
// newest set signed, carries the others.
absl::StatusOr<std::vector<RootSet>> PastRoots(const std::string& state,
                                               const InstalledTrust& installed,
                                               const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(RootSet newest, trust::RootsInForce(installed));
  std::vector<RootSet> sets = {std::move(newest)};
  if (installed.sequence == 0) return sets;
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, trust::ReadInstalledBundle(state, installed, limits));
  SCEAU_ASSIGN_OR_RETURN(const trust::SignedFile file, trust::OpenInstalled(bytes, installed));
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Bytes> chain, trust::RootsIn(file));
  for (auto roots = chain.rbegin(); roots != chain.rend(); ++roots) {
    SCEAU_ASSIGN_OR_RETURN(RootSet set, RootSet::Parse(*roots));
    sets.push_back(std::move(set));
  }
  return sets;
}

// Everything in it was checked when it was installed, and its digest shows that it has not changed
// since: certificates are parsed only when a seal names them.
absl::StatusOr<Trust> LoadInstalled(const std::string& state, const InstalledTrust& installed,
                                    const Limits& limits) {
  if (installed.sequence == 0) return Refuse(Reason::kTrustNotInstalled, "no bundle yet");
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, trust::ReadInstalledBundle(state, installed, limits));
  SCEAU_ASSIGN_OR_RETURN(const trust::SignedFile file, trust::OpenInstalled(bytes, installed));
  SCEAU_ASSIGN_OR_RETURN(const trust::UnverifiedBundle bundle, trust::ReadUnverifiedBundle(file));
  SCEAU_ASSIGN_OR_RETURN(
      std::vector<MappedStatusList> lists,
      trust::OpenStatusLists(state, installed, bundle.outline.content.status_lists.size()));
  SCEAU_ASSIGN_OR_RETURN(TrustStore store,
                         TrustStore::FromBundle(bundle.outline, installed.digest,
                                                installed.newest_signed, std::move(lists)));
  return std::make_shared<const TrustStore>(std::move(store));
}

absl::StatusOr<Trust> HoldBundle(const Bundle& bundle, Instant newest_signed,
                                 const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(std::vector<Bytes> images, trust::ReadStatusLists(bundle.content, limits));
  SCEAU_ASSIGN_OR_RETURN(std::vector<MappedStatusList> lists, HoldStatusLists(std::move(images)));
  return std::make_shared<const TrustStore>(
      TrustStore::FromBundle(bundle.content, bundle.digest, newest_signed, std::move(lists)));
}

// What is pinned here, and true; or the start with these roots, and false. Refuses
// trust.already-pinned for roots other than the pinned ones; an added signature does not make them
// other roots.
absl::StatusOr<std::pair<InstalledTrust, bool>> ReadPinned(const std::string& state,
                                                           const RootSet* roots) {
  auto installed = trust::ReadState(state);
  if (roots == nullptr) {
    SCEAU_RETURN_IF_ERROR(installed.status());
    return std::pair(*std::move(installed), true);
  }
  if (!installed.ok()) {
    if (ReasonOf(installed.status()) != Reason::kTrustNotInstalled) return installed.status();
    return std::pair(InstalledTrust{roots->bytes(), 0, {}, {}}, false);
  }
  SCEAU_ASSIGN_OR_RETURN(const RootSet in_force, trust::RootsInForce(*installed));
  if (!in_force.IsSameAs(*roots)) return Refuse(Reason::kTrustAlreadyPinned);
  return std::pair(*std::move(installed), true);
}

// `pinned`: to be pinned with the bundle, unless they are; null where something must be pinned.
absl::Status Install(const std::string& state, const RootSet* pinned, ByteSpan bundle_file,
                     Instant now, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const Descriptor lock, trust::LockState(state));
  SCEAU_ASSIGN_OR_RETURN(const auto before, ReadPinned(state, pinned));
  const InstalledTrust& installed = before.first;
  SCEAU_ASSIGN_OR_RETURN(const trust::Installation decided,
                         trust::DecideInstallation(installed, bundle_file, now, limits));
  SCEAU_RETURN_IF_ERROR(
      trust::WriteFiles(state, decided.updated, bundle_file, decided.status_lists));
  if (decided.updated.digest != installed.digest) trust::RemoveFilesOf(state, installed);
  return absl::OkStatus();
}

}  // namespace

std::string DefaultTrustState() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value != nullptr ? value : "");
  };
  // The XDG specification: a relative path is to be ignored.
  if (const std::string data = variable("XDG_DATA_HOME"); data.starts_with('/'))
    return data + "/sceau/trust";
  const std::string home = variable("HOME");
  return home.starts_with('/') ? home + "/.local/share/sceau/trust" : "";
}

absl::Status PinRoots(const std::string& state, std::span<const std::uint8_t> roots_file) {
  SCEAU_ASSIGN_OR_RETURN(const RootSet roots, RootSet::Parse(roots_file));
  SCEAU_ASSIGN_OR_RETURN(const Descriptor lock, trust::LockState(state));
  SCEAU_ASSIGN_OR_RETURN(const auto installed, ReadPinned(state, &roots));
  if (installed.second) return absl::OkStatus();
  return trust::WriteState(state, installed.first);
}

absl::Status InstallBundle(const std::string& state, std::span<const std::uint8_t> bundle_file,
                           Instant now, const Limits& limits) {
  SCEAU_RETURN_IF_ERROR(trust::ReadState(state).status());
  return Install(state, nullptr, bundle_file, now, limits);
}

absl::Status InstallFirstBundle(const std::string& state, std::span<const std::uint8_t> roots_file,
                                std::span<const std::uint8_t> bundle_file, Instant now,
                                const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const RootSet roots, RootSet::Parse(roots_file));
  return Install(state, &roots, bundle_file, now, limits);
}

absl::StatusOr<std::vector<std::uint8_t>> ReadInstalledFile(const std::string& state,
                                                            const Limits& limits) {
  return trust::ReadAgainWhileChanging(
      state, [&](const InstalledTrust& installed) -> absl::StatusOr<std::vector<std::uint8_t>> {
        if (installed.sequence == 0) return installed.roots;
        return trust::ReadInstalledBundle(state, installed, limits);
      });
}

absl::StatusOr<TrustFileDescription> DescribeInstalledTrust(const std::string& state,
                                                            const Limits& limits) {
  return trust::ReadAgainWhileChanging(
      state, [&](const InstalledTrust& installed) -> absl::StatusOr<TrustFileDescription> {
        if (installed.sequence == 0) return DescribeTrustFile(installed.roots, limits);
        SCEAU_ASSIGN_OR_RETURN(const Bytes bytes,
                               trust::ReadInstalledBundle(state, installed, limits));
        SCEAU_ASSIGN_OR_RETURN(const trust::SignedFile file,
                               trust::OpenInstalled(bytes, installed));
        return trust::DescribeApproved(file, limits);
      });
}

absl::StatusOr<TrustFileDescription> DescribeBundleFor(const std::string& state,
                                                       std::span<const std::uint8_t> bundle,
                                                       const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, trust::ReadState(state));
  SCEAU_ASSIGN_OR_RETURN(const RootSet roots, trust::RootsInForce(installed));
  SCEAU_RETURN_IF_ERROR(trust::OpenBundle(bundle, roots, limits).status());
  SCEAU_ASSIGN_OR_RETURN(const trust::SignedFile file,
                         trust::SignedFile::Parse(trust::FileKind::kBundle, bundle));
  return trust::DescribeApproved(file, limits);
}

absl::StatusOr<Trust> LoadInstalledTrust(const std::string& state, const Limits& limits) {
  return trust::ReadAgainWhileChanging(state, [&](const InstalledTrust& installed) {
    return LoadInstalled(state, installed, limits);
  });
}

absl::StatusOr<Trust> LoadTrustBundle(const std::string& path, const std::string& state,
                                      Instant now, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, trust::ReadState(state));
  SCEAU_ASSIGN_OR_RETURN(const RootSet roots, trust::RootsInForce(installed));
  const ReadReasons reasons{.missing = Reason::kTrustMissing,
                            .not_readable = Reason::kTrustMissing,
                            .too_large = Reason::kTrustTooLarge};
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(path, limits.bundle_bytes, reasons));
  SCEAU_ASSIGN_OR_RETURN(const Bundle bundle, trust::OpenBundle(bytes, roots, limits));
  SCEAU_RETURN_IF_ERROR(trust::CheckUpdate(bundle, installed, roots, now, trust::Use::kVerify));
  return HoldBundle(bundle, trust::Updated(installed, roots, bundle).newest_signed, limits);
}

absl::StatusOr<Trust> OpenTrust(const std::string& path, const std::string& state, Instant now,
                                const Limits& limits) {
  std::error_code ignored;
  if (!path.empty() && !std::filesystem::is_regular_file(path, ignored))
    return LoadTrustDirectory(path, limits);
  const std::string directory = state.empty() ? DefaultTrustState() : state;
  if (directory.empty()) return Refuse(Reason::kTrustNotInstalled, "no home directory");
  if (path.empty()) return LoadInstalledTrust(directory, limits);
  auto trust = LoadTrustBundle(path, directory, now, limits);
  // Whoever names a certificate in place of its directory is not helped by installing a bundle.
  if (!trust.ok() && ReasonOf(trust.status()) == Reason::kTrustNotInstalled &&
      !IsBundleFile(path, limits))
    return Refuse(Reason::kTrustFileMalformed,
                  "neither a directory of certificates nor a trust bundle");
  return trust;
}

absl::StatusOr<Trust> LoadPastBundle(std::span<const std::uint8_t> bytes, std::string_view digest,
                                     const std::string& state, const Limits& limits) {
  const auto file = trust::SignedFile::Parse(trust::FileKind::kBundle, bytes);
  if (!file.ok() || ToHex(trust::DigestOf(*file)) != digest)
    return Refuse(Reason::kTrustBundleDigest);
  SCEAU_ASSIGN_OR_RETURN(const std::vector<RootSet> past,
                         trust::ReadAgainWhileChanging(state, [&](const InstalledTrust& installed) {
                           return PastRoots(state, installed, limits);
                         }));
  absl::Status refused;
  for (const RootSet& roots : past) {
    const auto bundle = trust::OpenBundle(bytes, roots, limits);
    if (bundle.ok() && bundle->roots.IsSameAs(roots))
      return HoldBundle(*bundle, bundle->content.issued, limits);
    if (refused.ok()) refused = bundle.ok() ? Refuse(Reason::kTrustRootsGap) : bundle.status();
  }
  return refused;
}

}  // namespace sceau
