// SPDX-License-Identifier: Apache-2.0
// Values of options: from what was typed to what the library takes. Empty text stands for an option
// that was not given.
#ifndef SCEAU_CLI_OPTIONS_H_
#define SCEAU_CLI_OPTIONS_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "sceau/attestation.h"
#include "sceau/issue.h"
#include "sceau/withdrawal.h"

namespace sceau::cli {

// "12:3456": decimal digits only.
std::optional<StatusReference> ParseStatus(std::string_view text);

// 1 to kMaxJobs.
inline constexpr std::size_t kMaxJobs = 256;
std::optional<std::size_t> ParseJobs(std::string_view text);

// 1 to 3660.
std::optional<int> ParseValidityDays(std::string_view text);

// 1 and more.
std::optional<std::size_t> ParseCount(std::string_view text);

// As Name() has it, or a word of the window: "perdue", "volée" …
std::optional<WithdrawalReason> ParseWithdrawalReason(std::string_view text);

std::optional<KeyAlgorithm> ParseAlgorithm(std::string_view text);

struct RequiredOption {
  std::string_view name;
  const std::string& value;
};
// A usage error for the first that was not given.
std::optional<ExitCode> CheckRequired(std::initializer_list<RequiredOption> required,
                                      Terminal& terminal);

// Leaves `date` as it is when the option was not given; a usage error when it is not a date.
std::optional<ExitCode> ReadDate(std::string_view option, const std::string& value,
                                 std::optional<Date>& date, Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_OPTIONS_H_
