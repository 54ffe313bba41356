// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "fmt/format.h"
#include "sceau/scanner.h"
#include "seal/scanner/keyboards.h"

namespace sceau {
namespace {

// Letters that keyboards exchange, in both cases, digits, the signs of Base45, then each separator.
#define SCEAU_TEST_HEAD "SCEAU TEST/azqwm AZQWM 0123456789 $%*+-./: "
constexpr std::string_view kTestText = SCEAU_TEST_HEAD
    "\x1D"
    "2D"
    "\x1E"
    "Doc"
    "\x1F"
    "FIN";
constexpr std::string_view kTestHead = SCEAU_TEST_HEAD;
#undef SCEAU_TEST_HEAD

// What stands before the test code, behind it or for a separator, at most: an AIM symbology
// identifier has 3 characters, the settings of scanners allow some ten.
constexpr std::size_t kMaxAround = 16;

// What stands before each part but the first.
struct TestPart {
  std::string_view separator;
  std::string_view name;
  std::string_view text;
};
constexpr std::array<TestPart, 3> kTestParts = {
    {{"\x1D", "gs", "2D"}, {"\x1E", "rs", "Doc"}, {"\x1F", "us", "FIN"}}};

// The text of one scan, taken off the front of `rest` with what was found on the way.
bool TakeScan(std::string_view& rest, std::vector<Finding>& faults) {
  if (!rest.starts_with(kTestHead)) return false;
  rest.remove_prefix(kTestHead.size());
  for (const TestPart& part : kTestParts) {
    const std::size_t at = rest.find(part.text);
    if (at > kMaxAround) return false;
    if (at == 0) faults.push_back({Reason::kSealSeparatorsLost, std::string(part.name)});
    if (at > 0 && rest.substr(0, at) != part.separator)
      faults.push_back({Reason::kScannerSeparatorsSpelled, std::string(part.name)});
    rest.remove_prefix(at + part.text.size());
  }
  return true;
}

// The faults of everything that was typed; nothing when it is not the test code.
std::optional<std::vector<Finding>> FaultsOf(std::string_view typed) {
  std::vector<Finding> faults;
  const std::size_t before = typed.find(kTestHead);
  if (before > kMaxAround) return std::nullopt;
  std::string_view rest = typed.substr(before);
  if (!TakeScan(rest, faults)) return std::nullopt;
  const std::size_t again = rest.find(kTestHead);
  if (again <= kMaxAround) {
    std::vector<Finding> same;
    rest.remove_prefix(again);
    if (!TakeScan(rest, same)) return std::nullopt;
    faults.push_back({Reason::kScannerRepeated, ""});
  }
  if (rest.size() > kMaxAround) return std::nullopt;
  const std::size_t after = rest.find_last_not_of("\r\n") + 1;
  if (before > 0 || after > 0) {
    faults.push_back(
        {Reason::kScannerFrame, fmt::format("{} characters before, {} after", before, after)});
  }
  return faults;
}

std::vector<seal::Meant> MeaningsOf(std::string_view typed) {
  std::vector<seal::Meant> meanings = {{std::string(typed), {}}};
  if (const auto characters = DecodeUtf8(typed)) {
    auto undone = seal::UndoKeyboards(*characters, {U"SCEAU"});
    std::ranges::move(undone, std::back_inserter(meanings));
  }
  return meanings;
}

}  // namespace

std::string_view ScannerTestText() { return kTestText; }

ScannerCheck CheckScanner(std::string_view typed, const Limits& limits) {
  if (typed.size() <= limits.payload_bytes) {
    for (const seal::Meant& meant : MeaningsOf(typed)) {
      const auto faults = FaultsOf(meant.text);
      if (!faults) continue;
      ScannerCheck check{true, meant.faults};
      check.faults.insert(check.faults.end(), faults->begin(), faults->end());
      return check;
    }
  }
  return {false, {{Reason::kScannerUnknownLayout, ""}}};
}

}  // namespace sceau
