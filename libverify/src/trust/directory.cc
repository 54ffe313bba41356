// SPDX-License-Identifier: Apache-2.0
// A folder of certificates as a source of trust.
//
// Every ordinary file in it must hold certificates, so that a mistyped copy is noticed; left out
// are only hidden files, README*, *.md and *.txt. Sub-folders are not entered. Links are followed.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/status.h"
#include "base/text.h"
#include "sceau/trust.h"
#include "trust/trust_store.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;

bool IsNote(const std::string& name) {
  return name.starts_with('.') || name.starts_with("README") || name.ends_with(".md") ||
         name.ends_with(".txt");
}

// Sorted by name: the same folder gives the same trust, and the same error, everywhere.
absl::StatusOr<std::vector<fs::path>> ListFiles(const std::string& folder, const Limits& limits) {
  std::vector<fs::path> files;
  std::error_code error;
  int seen = 0;
  for (auto entry = fs::directory_iterator(folder, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (++seen > limits.trust_files) return Refuse(Reason::kTrustTooLarge, "number of files");
    std::error_code unknown;  // a dangling link: reading it will say so
    if (IsNote(entry->path().filename().string()) || entry->is_directory(unknown)) continue;
    files.push_back(entry->path());
  }
  if (error) return Refuse(Reason::kTrustMissing, error.message());
  std::ranges::sort(files);
  return files;
}

absl::StatusOr<std::vector<crypto::Certificate>> ReadCertificates(const fs::path& file,
                                                                  const std::string& name,
                                                                  const Limits& limits) {
  const ReadReasons reasons{.missing = Reason::kTrustJunk,
                            .not_readable = Reason::kTrustJunk,
                            .too_large = Reason::kTrustTooLarge};
  const auto bytes = ReadFile(file.string(), limits.certificate_bytes, reasons);
  if (!bytes.ok()) return Refuse(ReasonOf(bytes.status()), name);
  auto certificates = crypto::Certificate::Parse(*bytes);
  if (!certificates.ok()) {
    return Refuse(ReasonOf(certificates.status()), name + ": " + DetailOf(certificates.status()));
  }
  return certificates;
}

}  // namespace

absl::StatusOr<Trust> LoadTrustDirectory(const std::string& path, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const std::vector<fs::path> files, ListFiles(path, limits));
  std::vector<crypto::Certificate> certificates;
  std::vector<std::string> origin;
  for (const fs::path& file : files) {
    const std::string name = EscapeUnsafe(file.filename().string());
    SCEAU_ASSIGN_OR_RETURN(std::vector<crypto::Certificate> some,
                           ReadCertificates(file, name, limits));
    origin.insert(origin.end(), some.size(), name);
    std::ranges::move(some, std::back_inserter(certificates));
  }
  SCEAU_ASSIGN_OR_RETURN(trust::TrustStore store,
                         trust::TrustStore::Create(std::move(certificates), std::move(origin)));
  return std::make_shared<const trust::TrustStore>(std::move(store));
}

}  // namespace sceau
