// SPDX-License-Identifier: Apache-2.0
#include "trust/state/state_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "base/atomic_file.h"
#include "base/file.h"
#include "fmt/format.h"
#include "trust/bundle/bundle.h"

namespace sceau::trust {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStateBytes = std::size_t{4} << 20;

std::string StateFile(const std::string& state) { return state + "/state.cbor"; }

std::string BundleFile(const std::string& state, const InstalledTrust& installed) {
  return state + "/" + ToHex(installed.digest) + ".trust";
}

std::string StatusFile(const std::string& state, const InstalledTrust& installed,
                       std::size_t number) {
  return fmt::format("{}/{}-{}.status", state, ToHex(installed.digest), number);
}

}  // namespace

absl::StatusOr<InstalledTrust> ReadState(const std::string& state) {
  const ReadReasons reasons{.missing = Reason::kTrustNotInstalled,
                            .not_readable = Reason::kTrustStateUnusable,
                            .too_large = Reason::kTrustStateUnusable};
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(StateFile(state), kStateBytes, reasons));
  return DecodeInstalledTrust(bytes);
}

absl::StatusOr<Descriptor> LockState(const std::string& state) {
  std::error_code error;
  fs::create_directories(state, error);
  Descriptor lock(::open((state + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                         S_IRUSR | S_IWUSR));
  if (lock.get() < 0 || ::flock(lock.get(), LOCK_EX) != 0)
    return Refuse(Reason::kOutputNotWritten, "the state directory");
  return lock;
}

absl::Status WriteState(const std::string& state, const InstalledTrust& installed) {
  return WriteFileAtomically(StateFile(state), EncodeInstalledTrust(installed));
}

absl::Status WriteFiles(const std::string& state, const InstalledTrust& installed, ByteSpan bundle,
                        const std::vector<Bytes>& status_lists) {
  for (std::size_t i = 0; i < status_lists.size(); ++i)
    SCEAU_RETURN_IF_ERROR(WriteFileAtomically(StatusFile(state, installed, i), status_lists[i]));
  SCEAU_RETURN_IF_ERROR(WriteFileAtomically(BundleFile(state, installed), bundle));
  return WriteState(state, installed);
}

void RemoveFilesOf(const std::string& state, const InstalledTrust& earlier) {
  std::error_code ignored;  // nobody reads a file that stays
  if (earlier.sequence == 0) return;
  fs::remove(BundleFile(state, earlier), ignored);
  for (std::size_t i = 0; fs::remove(StatusFile(state, earlier, i), ignored); ++i) {
  }
}

absl::StatusOr<Bytes> ReadInstalledBundle(const std::string& state, const InstalledTrust& installed,
                                          const Limits& limits) {
  const ReadReasons reasons{.missing = Reason::kTrustStateUnusable,
                            .not_readable = Reason::kTrustStateUnusable,
                            .too_large = Reason::kTrustTooLarge};
  return ReadFile(BundleFile(state, installed), limits.bundle_bytes, reasons);
}

absl::StatusOr<SignedFile> OpenInstalled(ByteSpan bytes, const InstalledTrust& installed) {
  auto file = SignedFile::Parse(FileKind::kBundle, bytes);
  if (!file.ok()) return Refuse(Reason::kTrustStateUnusable, DetailOf(file.status()));
  if (DigestOf(*file) != installed.digest)
    return Refuse(Reason::kTrustStateUnusable, "the bundle was changed");
  return file;
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

}  // namespace sceau::trust
