// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <utility>
#include <vector>

#include "base/status.h"
#include "fmt/format.h"
#include "sceau/error.h"
#include "sceau/evidence.h"
#include "sceau/output_files.h"
#include "sceau/render.h"

namespace sceau {
namespace {

bool HasRow(FactKey fact) { return IsOfARow(fact.kind) || fact.row > 0; }

// `seal` counts from 1 among those with pictures of this page.
std::string NameOf(const FactPicture& picture, int seal) {
  std::string name = fmt::format("page-{}", picture.page);
  if (seal > 1) name += fmt::format("-seal-{}", seal);
  name += fmt::format("-{}", Name(picture.fact.kind));
  if (HasRow(picture.fact)) name += fmt::format("-{}", picture.fact.row + 1);
  return name + ".png";
}

// Each one that is missing on the way, from the first one down.
absl::Status MakePrivateFolders(const std::string& folder) {
  constexpr mode_t kOwnerAlone = 0700;
  for (std::size_t end = folder.find('/', 1);; end = folder.find('/', end + 1)) {
    const std::string part = folder.substr(0, end);
    if (::mkdir(part.c_str(), kOwnerAlone) != 0 && errno != EEXIST)
      return Refuse(Reason::kOutputNotWritten,
                    fmt::format("make folder: {}", std::strerror(errno)));
    if (end == std::string::npos) return absl::OkStatus();
  }
}

struct NamedPicture {
  const FactPicture* picture;
  SealReport* seal;
  std::string name;
};

std::vector<NamedPicture> NamedPictures(Report& report, const std::string& within) {
  std::vector<NamedPicture> named;
  std::map<int, int> seals_of_page;
  for (SealReport& seal : report.seals) {
    std::map<int, int> number;
    for (const FactPicture& picture : seal.pictures) {
      const auto [place, is_new] = number.try_emplace(picture.page, 0);
      if (is_new) place->second = ++seals_of_page[picture.page];
      std::string name = within.empty() ? "" : within + "/";
      name += NameOf(picture, place->second);
      named.push_back({&picture, &seal, std::move(name)});
    }
  }
  return named;
}

}  // namespace

absl::Status WriteEvidence(Report& report, const std::string& folder, const std::string& within,
                           std::string* failed_path) {
  const std::vector<NamedPicture> named = NamedPictures(report, within);
  if (named.empty()) return absl::OkStatus();
  const std::string whole = within.empty() ? folder : folder + "/" + within;
  OutputFiles files;
  const auto write = [&]() -> absl::Status {
    SCEAU_RETURN_IF_ERROR(MakePrivateFolders(whole));
    for (const NamedPicture& each : named)
      SCEAU_RETURN_IF_ERROR(files.Stage(folder + "/" + each.name, each.picture->png,
                                        OutputFiles::Readers::kOwner,
                                        OutputFiles::Existing::kRefuse));
    return files.Commit();
  };
  if (absl::Status status = write(); !status.ok()) {
    if (failed_path != nullptr)
      *failed_path = files.failed_path().empty() ? whole : files.failed_path();
    return status;
  }
  for (const NamedPicture& each : named) {
    const auto fact =
        std::ranges::find(each.seal->printed, each.picture->fact, &ComparedFact::fact);
    if (fact != each.seal->printed.end()) fact->picture = each.name;
  }
  return absl::OkStatus();
}

}  // namespace sceau
