// SPDX-License-Identifier: Apache-2.0
// A folder of certificates as a source of trust.
//
// Hidden files, README*, *.md and *.txt are notes and passed over. Anything else that is not
// a certificate is named once, and the rest counts: the folder of a state holds keys of every kind,
// and one that we cannot use must not spoil those that we can. Sub-folders are not entered.
// Links are followed.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/status.h"
#include "base/text.h"
#include "crypto/certificate_outline.h"
#include "sceau/trust.h"
#include "trust/trust_store.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;

bool IsNote(const std::string& name) {
  return name.starts_with('.') || name.starts_with("README") || name.ends_with(".md") ||
         name.ends_with(".txt");
}

// Names, sorted: the same folder gives the same trust, and the same remarks, everywhere.
absl::StatusOr<std::vector<std::string>> ListFolder(const std::string& folder,
                                                    const Limits& limits) {
  std::vector<std::string> names;
  std::error_code error;
  int seen = 0;
  for (auto entry = fs::directory_iterator(folder, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (++seen > limits.trust_files) return Refuse(Reason::kTrustTooLarge, "number of files");
    std::string name = entry->path().filename().string();
    if (!IsNote(name)) names.push_back(std::move(name));
  }
  if (error) return Refuse(Reason::kTrustMissing, error.message());
  std::ranges::sort(names);
  return names;
}

class FolderReader {
 public:
  FolderReader(const std::string& folder, const Limits& limits)
      : folder_(folder + "/"), limits_(limits) {}

  // Refuses trust.too-large for the folder as a whole.
  absl::Status Read(const std::string& file) {
    const std::string name = EscapeUnsafe(file);
    const ReadReasons reasons{.missing = Reason::kTrustJunk,
                              .not_readable = Reason::kTrustJunk,
                              .too_large = Reason::kTrustJunk};
    const auto bytes = ReadFile(folder_ + file, limits_.trust_file_bytes, reasons);
    if (!bytes.ok()) return LeaveOut(name, DetailOf(bytes.status()));
    total_bytes_ += bytes->size();
    if (total_bytes_ > limits_.trust_folder_bytes)
      return Refuse(Reason::kTrustTooLarge, "size of all files");
    auto blocks = crypto::SplitCertificates(*bytes);
    if (!blocks.ok()) return LeaveOut(name, DetailOf(blocks.status()));
    for (crypto::CertificateBlock& block : *blocks) {
      if (block.label != "CERTIFICATE") {
        SCEAU_RETURN_IF_ERROR(LeaveOut(name, "a pem block that is not a certificate"));
      } else if (block.der.size() > limits_.certificate_bytes) {
        SCEAU_RETURN_IF_ERROR(LeaveOut(name, "a certificate that is too large"));
      } else {
        certificates_.push_back({std::move(block.der), name});
      }
    }
    if (certificates_.size() > static_cast<std::size_t>(limits_.trust_files))
      return Refuse(Reason::kTrustTooLarge, "number of certificates");
    return absl::OkStatus();
  }

  absl::StatusOr<trust::TrustStore> Take() {
    return trust::TrustStore::Create(std::move(certificates_), std::move(remarks_));
  }

 private:
  absl::Status LeaveOut(const std::string& name, const std::string& why) {
    remarks_.push_back({Reason::kTrustJunk, why.empty() ? name : name + ": " + why});
    return absl::OkStatus();
  }

  const std::string folder_;
  const Limits& limits_;
  std::vector<trust::SourceCertificate> certificates_;
  std::vector<Finding> remarks_;
  std::size_t total_bytes_ = 0;
};

}  // namespace

absl::StatusOr<Trust> LoadTrustDirectory(const std::string& path, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const std::vector<std::string> files, ListFolder(path, limits));
  FolderReader reader(path, limits);
  for (const std::string& file : files) SCEAU_RETURN_IF_ERROR(reader.Read(file));
  SCEAU_ASSIGN_OR_RETURN(trust::TrustStore store, reader.Take());
  return std::make_shared<const trust::TrustStore>(std::move(store));
}

std::span<const Finding> TrustRemarks(const Trust& trust) { return trust->remarks(); }

}  // namespace sceau
