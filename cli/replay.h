// SPDX-License-Identifier: Apache-2.0
// --replay REPORT: judging again as on the day of a report.
#ifndef SCEAU_CLI_REPLAY_H_
#define SCEAU_CLI_REPLAY_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sceau/date.h"

namespace sceau::cli {

// What a report says about how it was made.
struct ReplayedReport {
  Instant verified_at{};
  Date date_of_care{};
  std::string policy;
  std::string verdict;
  std::optional<std::string> bundle_digest;  // none: a directory of certificates
};

// One report of `sceau verify --json` (report.schema.json). Error: usage, naming the member.
absl::StatusOr<ReplayedReport> ParseReplayedReport(std::string_view json);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_REPLAY_H_
