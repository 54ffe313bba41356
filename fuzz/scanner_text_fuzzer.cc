// SPDX-License-Identifier: Apache-2.0
// Any text through the repair of a scanner's text; then a seal made of the input, as it is and
// through each wrong keyboard: what was meant is always among the readings.
#include <algorithm>

#include "codec/base32.h"
#include "fuzz_check.h"
#include "sceau/scanner.h"
#include "seal/registry.h"
#include "seal/scanner/keyboards_testing.h"
#include "seal/scanner/wedge_testing.h"

namespace {

using namespace sceau;

void CheckAnyText(std::string_view typed) {
  const RepairedScan scan = RepairScannerText(typed, Limits{});
  fuzz::Check(scan.readings.empty() || !scan.closest, "what is closest is not a reading");
  for (const ScannerReading& reading : scan.readings) {
    // A byte of Latin-1 can stand for one that takes four, and US may come back.
    fuzz::Check(reading.text.size() <= 4 * typed.size() + 1,
                "a reading is not much longer than its text");
    const seal::Format* format = seal::DetectFormat(AsBytes(reading.text));
    fuzz::Check(format != nullptr && format->id == reading.format, "a reading names its format");
    fuzz::Check(seal::Parse(*format, AsBytes(reading.text), Limits{}).ok(),
                "a reading is a whole seal");
    fuzz::Check(!reading.faults.empty() || reading.text == typed, "what is changed is said");
  }
  const std::vector<std::string> scans = SplitScans(typed, Limits{});
  std::string joined;
  for (const std::string& one : scans) joined += one;
  fuzz::Check(scans.empty() || joined == typed, "nothing is lost between two scans");
  const ScannerCheck check = CheckScanner(typed, Limits{});
  fuzz::Check(check.recognised || check.faults.size() == 1,
              "a code that is not the test's says so");
}

bool IsAmong(const std::vector<ScannerReading>& readings, const std::string& meant) {
  return std::ranges::find(readings, meant, &ScannerReading::text) != readings.end();
}

// A 2D-Doc with the input in its value and in its signature.
std::string SealOf(ByteSpan input) {
  std::string value;
  for (const std::uint8_t byte : input.subspan(0, std::min<std::size_t>(input.size(), 200)))
    value.push_back(static_cast<char>(' ' + byte % 95));
  Bytes signature(64, 0x5C);
  std::copy_n(input.begin(), std::min(input.size(), signature.size()), signature.begin());
  return "DC04FR99000126452646"
         "0101FR"
         "10" +
         value +
         "\x1D"
         "26FR\x1F" +
         codec::EncodeBase32(signature);
}

void CheckSealOf(ByteSpan input) {
  const std::string meant = SealOf(input);
  const RepairedScan unspoilt = RepairScannerText(meant, Limits{});
  fuzz::Check(!unspoilt.readings.empty() && unspoilt.readings[0].text == meant &&
                  unspoilt.readings[0].faults.empty(),
              "unspoilt text is its own reading");
  for (const seal::wedge::Setup& setup : seal::wedge::kSetups) {
    const auto typed = seal::wedge::Type(meant, setup);
    if (!typed) continue;
    fuzz::Check(IsAmong(RepairScannerText(*typed, Limits{}).readings, meant),
                "what was meant is among the readings");
  }
  // One other keyboard for each input: all of them take as long as a thousand inputs.
  const auto& keyboards = seal::wedge::kKeyboards;
  const std::size_t choice = input.empty() ? 0 : input[0];
  const auto& scanner = keyboards[choice % std::size(keyboards)];
  const auto& computer = keyboards[choice / std::size(keyboards) % std::size(keyboards)];
  const auto typed = seal::wedge::TypeOn(meant, scanner, computer);
  if (typed) CheckAnyText(*typed);  // keyboards_test holds that it is read
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteSpan input(data, size);
  CheckAnyText(AsText(input));
  CheckSealOf(input);
  return 0;
}
