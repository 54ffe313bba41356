// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <array>
#include <charconv>

#include "cli/date_text.h"

namespace sceau::cli {
namespace {

template <typename Number>
std::optional<Number> ParseNumber(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<StatusReference> ParseStatus(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  const auto list = ParseNumber<std::uint64_t>(text.substr(0, colon));
  const auto index = ParseNumber<std::uint64_t>(text.substr(colon + 1));
  if (!list || !index) return std::nullopt;
  return StatusReference{*list, *index};
}

std::optional<std::size_t> ParseJobs(std::string_view text) {
  const auto jobs = ParseNumber<std::size_t>(text);
  if (!jobs || *jobs < 1 || *jobs > kMaxJobs) return std::nullopt;
  return jobs;
}

std::optional<int> ParseValidityDays(std::string_view text) {
  const auto days = ParseNumber<int>(text);
  return days && *days >= 1 && *days <= 3'660 ? days : std::nullopt;
}

std::optional<std::size_t> ParseCount(std::string_view text) {
  const auto count = ParseNumber<std::size_t>(text);
  return count && *count >= 1 ? count : std::nullopt;
}

std::optional<WithdrawalReason> ParseWithdrawalReason(std::string_view text) {
  struct Word {
    std::string_view french;
    WithdrawalReason reason;
  };
  constexpr std::array kWords = {Word{"perdue", WithdrawalReason::kLost},
                                 Word{"volée", WithdrawalReason::kStolen},
                                 Word{"volee", WithdrawalReason::kStolen},
                                 Word{"remplacée", WithdrawalReason::kReplaced},
                                 Word{"remplacee", WithdrawalReason::kReplaced},
                                 Word{"erreur", WithdrawalReason::kError},
                                 Word{"fraude", WithdrawalReason::kFraud},
                                 Word{"autre", WithdrawalReason::kOther}};
  for (const Word& word : kWords) {
    if (word.french == text) return word.reason;
  }
  return WithdrawalReasonFromName(text);
}

std::optional<KeyAlgorithm> ParseAlgorithm(std::string_view text) {
  if (text == "es256") return KeyAlgorithm::kEs256;
  if (text == "es384") return KeyAlgorithm::kEs384;
  if (text == "eddsa") return KeyAlgorithm::kEdDsa;
  return std::nullopt;
}

std::optional<ExitCode> CheckRequired(std::initializer_list<RequiredOption> required,
                                      Terminal& terminal) {
  for (const RequiredOption& option : required) {
    if (option.value.empty()) return terminal.UsageError(Message::kMissingOption, option.name);
  }
  return std::nullopt;
}

std::optional<ExitCode> ReadDate(std::string_view option, const std::string& value,
                                 std::optional<Date>& date, Terminal& terminal) {
  if (value.empty()) return std::nullopt;
  const std::optional<Date> parsed = ParseTypedDate(value);
  if (!parsed) return terminal.UsageError(Message::kBadDate, option);
  date = parsed;
  return std::nullopt;
}

}  // namespace sceau::cli
