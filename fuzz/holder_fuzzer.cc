// SPDX-License-Identifier: Apache-2.0
// Compares a question about a person, typed or read off a patient's papers, with the names of a
// seal.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "attestation/claims_of.h"
#include "attestation/compare_holder.h"
#include "attestation/name_words.h"
#include "attestation/other_people.h"
#include "fuzz_check.h"
#include "sceau/ins.h"

namespace sceau {
namespace {

// The lines of the input: name, birth date, NIR, rank, insured NIR; family name, given names, name
// in use, birth date of the seal; the name on another paper, in one line.
constexpr std::size_t kLines = 10;

std::array<std::string, kLines> LinesOf(std::string_view text) {
  std::array<std::string, kLines> lines;
  for (std::string& line : lines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::optional<std::string> Asked(const std::string& line) {
  return line.empty() ? std::nullopt : std::optional(line);
}

}  // namespace
}  // namespace sceau

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)HolderOfIns(text);
  const auto lines = LinesOf(text);
  ExpectedHolder expected{Asked(lines[0]), Asked(lines[1]), Asked(lines[2]), Asked(lines[3]),
                          Asked(lines[4])};
  Attestation attestation;
  attestation.holder.birth_name = lines[5].substr(0, 400);
  attestation.holder.given_names = lines[6].substr(0, 400);
  if (!lines[7].empty()) attestation.holder.name_in_use = lines[7].substr(0, 400);
  attestation.holder.birth_date = lines[8].size() == 8 ? lines[8] : "19840512";
  attestation.dependants = {{lines[6].substr(0, 400), lines[5].substr(0, 400), "20150230", 1}};
  const Claims claims = attestation::ClaimsOf(attestation);
  Claims other;
  other.subjects = {{.whole_name = lines[9].substr(0, 400), .is_name_complete = true}};
  if (attestation::CheckExpectedHolder(expected).ok()) {
    (void)attestation::CompareHolder(expected, claims);
    (void)attestation::CompareHolder(expected, other);
  }
  for (const Claims* paper : std::array<const Claims*, 2>{&claims, &other})
    fuzz::Check(!attestation::AreOtherPeople(*paper, *paper), "nobody is another than oneself");
  fuzz::Check(
      attestation::AreOtherPeople(claims, other) == attestation::AreOtherPeople(other, claims),
      "two papers differ from each other");

  // Asked with the names of the seal itself, the person is the person of the seal.
  const Holder& holder = attestation.holder;
  expected = {.name = holder.birth_name + " " + holder.given_names, .born = {}, .nir = {}};
  const bool has_names = !attestation::WordsOf(holder.birth_name).empty() &&
                         !attestation::WordsOf(holder.given_names).empty();
  if (has_names && attestation::CheckExpectedHolder(expected).ok()) {
    fuzz::Check(attestation::CompareHolder(expected, claims).axis == HolderAxis::kMatches,
                "the names of the seal match themselves");
  }
  return 0;
}
