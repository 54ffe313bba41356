// SPDX-License-Identifier: Apache-2.0
#include "sceau/ins.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "attestation/compare_holder.h"

namespace sceau {
namespace {

// Two letters, the version, and digits that the standard keeps for later.
constexpr std::string_view kHeader = "IS010000000000000000000000";
constexpr char kSeparator = '\x1D';
// The object identifiers of numbers that stand for a person: a NIR, and one that waits for its NIR
// (NIA).
constexpr std::array<std::string_view, 2> kRealNumbers = {"1.2.250.1.213.1.4.8",
                                                          "1.2.250.1.213.1.4.9"};

struct InsField {
  std::string_view id;
  std::size_t longest;
  bool fixed;  // always of that length, and without a separator
};
constexpr std::array<InsField, 7> kFields = {{{"S1", 15, true},
                                              {"S2", 20, false},
                                              {"S3", 100, false},
                                              {"S4", 100, false},
                                              {"S5", 1, true},
                                              {"S6", 10, true},
                                              {"S7", 5, true}}};

// Splits the text into fields, which come once each and in any order; nothing when anything is left
// over.
std::optional<std::map<std::string_view, std::string>> SplitFields(std::string_view rest) {
  std::map<std::string_view, std::string> values;
  while (!rest.empty()) {
    const auto* field = std::ranges::find(kFields, rest.substr(0, 2), &InsField::id);
    if (field == kFields.end() || values.contains(field->id)) return std::nullopt;
    rest.remove_prefix(2);
    const std::size_t separator = field->fixed ? std::string_view::npos : rest.find(kSeparator);
    const std::size_t length = std::min(separator, std::min(field->longest, rest.size()));
    if (length == 0 || (field->fixed && length < field->longest)) return std::nullopt;
    values.emplace(field->id, rest.substr(0, length));
    rest.remove_prefix(length);
    if (!field->fixed && !rest.empty() && rest.front() == kSeparator) rest.remove_prefix(1);
  }
  return values;
}

// Turns DD-MM-YYYY into the form that people write.
std::string WithSlashes(std::string date) {
  std::ranges::replace(date, '-', '/');
  return date;
}

}  // namespace

std::optional<ExpectedHolder> HolderOfIns(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  if (!text.starts_with(kHeader)) return std::nullopt;
  const auto values = SplitFields(text.substr(kHeader.size()));
  if (!values) return std::nullopt;
  for (const char* needed : {"S1", "S2", "S3", "S4", "S6"}) {
    if (!values->contains(needed)) return std::nullopt;
  }
  if (std::ranges::find(kRealNumbers, values->at("S2")) == kRealNumbers.end()) return std::nullopt;
  ExpectedHolder holder{values->at("S4") + " " + values->at("S3"), WithSlashes(values->at("S6")),
                        values->at("S1")};
  if (!attestation::CheckExpectedHolder(holder).ok()) return std::nullopt;
  return holder;
}

}  // namespace sceau
