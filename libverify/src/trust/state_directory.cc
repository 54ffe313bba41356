// SPDX-License-Identifier: Apache-2.0
// What a user has pinned and installed, in one directory: `state.cbor`, which names the bundle in
// force by its digest, that bundle, and its status lists in the form that is looked into without
// inflating them. What it names is written first, so that a stop at any moment leaves the old whole
// or the new one.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "base/descriptor.h"
#include "base/file.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "fmt/format.h"
#include "sceau/trust.h"
#include "trust/installed_trust.h"
#include "trust/trust_store.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;
using trust::Bundle;
using trust::InstalledTrust;
using trust::MappedStatusList;
using trust::RootSet;
using trust::TrustStore;

constexpr std::size_t kStateBytes = std::size_t{4} << 20;

std::string StateFile(const std::string& state) { return state + "/state.cbor"; }

std::string BundleFile(const std::string& state, const InstalledTrust& installed) {
  return state + "/" + ToHex(installed.digest) + ".trust";
}

std::string StatusFile(const std::string& state, const InstalledTrust& installed,
                       std::size_t number) {
  return fmt::format("{}/{}-{}.status", state, ToHex(installed.digest), number);
}

absl::StatusOr<InstalledTrust> ReadState(const std::string& state) {
  const ReadReasons reasons{.missing = Reason::kTrustNotInstalled,
                            .not_readable = Reason::kTrustStateUnusable,
                            .too_large = Reason::kTrustStateUnusable};
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(StateFile(state), kStateBytes, reasons));
  return trust::DecodeInstalledTrust(bytes);
}

// One update at a time; released when the descriptor closes.
absl::StatusOr<Descriptor> Lock(const std::string& state) {
  std::error_code error;
  fs::create_directories(state, error);
  Descriptor lock(::open((state + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                         S_IRUSR | S_IWUSR));
  if (lock.get() < 0 || ::flock(lock.get(), LOCK_EX) != 0)
    return Refuse(Reason::kOutputNotWritten, "the state directory");
  return lock;
}

absl::Status WriteFiles(const std::string& state, const InstalledTrust& installed, ByteSpan bundle,
                        const std::vector<Bytes>& status_lists) {
  for (std::size_t i = 0; i < status_lists.size(); ++i)
    SCEAU_RETURN_IF_ERROR(WriteFileAtomically(StatusFile(state, installed, i), status_lists[i]));
  SCEAU_RETURN_IF_ERROR(WriteFileAtomically(BundleFile(state, installed), bundle));
  return WriteFileAtomically(StateFile(state), trust::EncodeInstalledTrust(installed));
}

void RemoveOtherFiles(const std::string& state, const InstalledTrust& installed) {
  std::error_code ignored;  // one that stays is passed over by everybody
  const std::string kept = ToHex(installed.digest);
  for (const fs::directory_entry& entry : fs::directory_iterator(state, ignored)) {
    const std::string extension = entry.path().extension();
    if ((extension == ".trust" || extension == ".status") &&
        !entry.path().filename().string().starts_with(kept)) {
      fs::remove(entry.path(), ignored);
    }
  }
}

absl::StatusOr<Bytes> ReadInstalledBundle(const std::string& state, const InstalledTrust& installed,
                                          const Limits& limits) {
  const ReadReasons reasons{.missing = Reason::kTrustStateUnusable,
                            .not_readable = Reason::kTrustStateUnusable,
                            .too_large = Reason::kTrustTooLarge};
  return ReadFile(BundleFile(state, installed), limits.bundle_bytes, reasons);
}

absl::StatusOr<std::vector<MappedStatusList>> OpenStatusLists(const std::string& state,
                                                              const InstalledTrust& installed,
                                                              std::size_t count) {
  std::vector<MappedStatusList> lists;
  for (std::size_t i = 0; i < count; ++i) {
    SCEAU_ASSIGN_OR_RETURN(MappedStatusList list,
                           MappedStatusList::Open(StatusFile(state, installed, i)));
    lists.push_back(std::move(list));
  }
  return lists;
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
// newest signed, carries the others.
absl::StatusOr<std::vector<RootSet>> PastRoots(const std::string& state,
                                               const InstalledTrust& installed,
                                               const Limits& limits) {
  std::vector<RootSet> sets = {installed.roots};
  if (installed.sequence == 0) return sets;
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadInstalledBundle(state, installed, limits));
  SCEAU_ASSIGN_OR_RETURN(const trust::SignedFile file,
                         trust::SignedFile::Parse(trust::FileKind::kBundle, bytes));
  if (crypto::Sha256(bytes) != installed.digest)
    return Refuse(Reason::kTrustStateUnusable, "the bundle was changed");
  SCEAU_ASSIGN_OR_RETURN(const trust::UnverifiedBundle bundle, trust::ReadUnverifiedBundle(file));
  for (auto roots = bundle.roots.rbegin(); roots != bundle.roots.rend(); ++roots) {
    SCEAU_ASSIGN_OR_RETURN(RootSet set, RootSet::Parse(*roots));
    sets.push_back(std::move(set));
  }
  return sets;
}

absl::StatusOr<Trust> HoldBundle(const Bundle& bundle, Instant newest_signed,
                                 const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(std::vector<Bytes> images, trust::ReadStatusLists(bundle.content, limits));
  SCEAU_ASSIGN_OR_RETURN(std::vector<MappedStatusList> lists, HoldStatusLists(std::move(images)));
  return std::make_shared<const TrustStore>(
      TrustStore::FromBundle(bundle.content, bundle.digest, newest_signed, std::move(lists)));
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
  SCEAU_ASSIGN_OR_RETURN(RootSet roots, RootSet::Parse(roots_file));
  SCEAU_ASSIGN_OR_RETURN(const Descriptor lock, Lock(state));
  const auto installed = ReadState(state);
  if (!installed.ok() && ReasonOf(installed.status()) != Reason::kTrustNotInstalled)
    return installed.status();
  if (installed.ok()) {
    return installed->roots.bytes() == roots.bytes() ? absl::OkStatus()
                                                     : Refuse(Reason::kTrustAlreadyPinned);
  }
  const InstalledTrust first{std::move(roots), 0, {}, {}};
  return WriteFileAtomically(StateFile(state), trust::EncodeInstalledTrust(first));
}

absl::Status InstallBundle(const std::string& state, std::span<const std::uint8_t> bundle_file,
                           Instant now, const Limits& limits) {
  SCEAU_RETURN_IF_ERROR(ReadState(state).status());
  SCEAU_ASSIGN_OR_RETURN(const Descriptor lock, Lock(state));
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
  SCEAU_ASSIGN_OR_RETURN(const Bundle bundle,
                         trust::OpenBundle(bundle_file, installed.roots, limits));
  SCEAU_RETURN_IF_ERROR(trust::CheckUpdate(bundle, installed, now, trust::Use::kInstall));
  const InstalledTrust updated = trust::Updated(installed, bundle);
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Bytes> status_lists,
                         trust::ReadStatusLists(bundle.content, limits));
  SCEAU_RETURN_IF_ERROR(WriteFiles(state, updated, bundle_file, status_lists));
  RemoveOtherFiles(state, updated);
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::uint8_t>> ReadInstalledFile(const std::string& state,
                                                            const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
  if (installed.sequence == 0) return installed.roots.bytes();
  return ReadInstalledBundle(state, installed, limits);
}

absl::StatusOr<Trust> LoadInstalledTrust(const std::string& state, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
  if (installed.sequence == 0) return Refuse(Reason::kTrustNotInstalled, "no bundle yet");
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadInstalledBundle(state, installed, limits));
  SCEAU_ASSIGN_OR_RETURN(const Bundle bundle, trust::OpenBundle(bytes, installed.roots, limits));
  if (bundle.digest != installed.digest)
    return Refuse(Reason::kTrustStateUnusable, "the bundle was changed");
  SCEAU_ASSIGN_OR_RETURN(std::vector<MappedStatusList> lists,
                         OpenStatusLists(state, installed, bundle.content.status_lists.size()));
  return std::make_shared<const TrustStore>(TrustStore::FromBundle(
      bundle.content, bundle.digest, installed.newest_signed, std::move(lists)));
}

absl::StatusOr<Trust> LoadTrustBundle(const std::string& path, const std::string& state,
                                      Instant now, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
  const ReadReasons reasons{.missing = Reason::kTrustMissing,
                            .not_readable = Reason::kTrustMissing,
                            .too_large = Reason::kTrustTooLarge};
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(path, limits.bundle_bytes, reasons));
  SCEAU_ASSIGN_OR_RETURN(const Bundle bundle, trust::OpenBundle(bytes, installed.roots, limits));
  SCEAU_RETURN_IF_ERROR(trust::CheckUpdate(bundle, installed, now, trust::Use::kVerify));
  return HoldBundle(bundle, trust::Updated(installed, bundle).newest_signed, limits);
}

absl::StatusOr<Trust> LoadPastBundle(std::span<const std::uint8_t> file, std::string_view digest,
                                     const std::string& state, const Limits& limits) {
  if (ToHex(crypto::Sha256(file)) != digest) return Refuse(Reason::kTrustBundleDigest);
  SCEAU_ASSIGN_OR_RETURN(const InstalledTrust installed, ReadState(state));
  SCEAU_ASSIGN_OR_RETURN(const std::vector<RootSet> past, PastRoots(state, installed, limits));
  absl::Status refused;
  for (const RootSet& roots : past) {
    const auto bundle = trust::OpenBundle(file, roots, limits);
    if (bundle.ok() && bundle->roots.bytes() == roots.bytes())
      return HoldBundle(*bundle, bundle->content.issued, limits);
    if (refused.ok()) refused = bundle.ok() ? Refuse(Reason::kTrustRootsGap) : bundle.status();
  }
  return refused;
}

}  // namespace sceau
