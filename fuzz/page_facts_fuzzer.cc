// SPDX-License-Identifier: Apache-2.0
// Any claims against any words in any place. The input: a byte of options, lines that become the
// claims, an empty line, then words, each with four bytes for its place and one for its sight.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz_check.h"
#include "page/check_printed.h"
#include "page/compare_recognised.h"

namespace {

using namespace sceau;

constexpr std::size_t kMaxInput = 20'000;
constexpr int kKinds = static_cast<int>(PrintedKind::kLocality) + 1;

class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  unsigned Byte() {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::string Until(char end) {
    const std::size_t length = std::min(rest_.find(end), rest_.size());
    std::string text(rest_.substr(0, length));
    rest_.remove_prefix(std::min(length + 1, rest_.size()));
    return text;
  }

 private:
  std::string_view rest_;
};

// A line: the kind, the row, the value, and after a "|" a word.
Claims ReadClaims(Input& input) {
  const unsigned options = input.Byte();
  Claims claims;
  claims.printed_is_whole = (options & 1U) != 0;
  if ((options & 2U) != 0) claims.layout = 1;
  if ((options & 8U) != 0) claims.printed_titles = {"FACTURE", "AVISDIMPOT"};
  while (!input.empty()) {
    const std::string line = input.Until('\n');
    if (line.size() < 2) break;
    PrintedFact fact;
    fact.key.kind = static_cast<PrintedKind>(static_cast<unsigned char>(line[0]) % kKinds);
    fact.key.row = static_cast<std::uint8_t>(static_cast<unsigned char>(line[1]) % 4);
    const std::size_t bar = std::min(line.find('|'), line.size());
    if (bar > 2) fact.value = line.substr(2, bar - 2);
    if (bar < line.size()) fact.words = {line.substr(bar + 1)};
    fact.may_be_anothers = (options & 4U) != 0;
    claims.printed.push_back(std::move(fact));
  }
  return claims;
}

double Coordinate(unsigned byte) {
  if (byte == 255) return std::numeric_limits<double>::quiet_NaN();
  if (byte == 254) return std::numeric_limits<double>::infinity();
  if (byte == 253) return -1e300;
  return byte * 8.0;
}

Page ReadPage(Input& input) {
  Page page;
  page.text_source = TextSource::kPrinted;
  page.letters_are_proven = true;
  while (!input.empty()) {
    Word word;
    word.top_left = {Coordinate(input.Byte()), Coordinate(input.Byte())};
    word.bottom_right = {word.top_left.x + Coordinate(input.Byte()),
                         word.top_left.y + Coordinate(input.Byte())};
    word.sight = static_cast<Sight>(input.Byte() % 3);
    word.text = input.Until(' ');
    page.words.push_back(std::move(word));
  }
  return page;
}

void CheckResult(const page::CheckedPage& checked, const Claims& claims) {
  fuzz::Check(checked.printed.size() == claims.printed.size(), "each fact has its result");
  bool refuted = false;
  for (const Finding& finding : checked.findings)
    refuted = refuted || KindOf(finding.reason) == ReasonKind::kRefuting;
  fuzz::Check(refuted == (checked.axis == DocumentAxis::kDiffers), "what differs is named");
  for (const ComparedFact& compared : checked.printed) {
    const bool told = compared.result != FactResult::kNotCompared;
    fuzz::Check(told == (compared.way == ComparisonWay::kText), "a result says how it was found");
    fuzz::Check(compared.result != FactResult::kDiffers || checked.axis == DocumentAxis::kDiffers,
                "a fact that differs decides");
  }
  fuzz::Check(checked.axis != DocumentAxis::kAgrees || claims.printed_is_whole,
              "only a seal that holds everything agrees");
}

// Recognised words speak against a seal and never for it.
void CheckRecognised(const Claims& claims, const Page& page) {
  page::CheckedPage checked = page::NotCompared(claims);
  page::CompareRecognised(claims, page, checked);
  bool differs = false;
  for (const ComparedFact& compared : checked.printed) {
    fuzz::Check(compared.result != FactResult::kAgrees, "a machine may read what it expects");
    const bool different = compared.result == FactResult::kDiffers;
    fuzz::Check(different == (compared.way == ComparisonWay::kRecognised), "and says how");
    differs = differs || different;
  }
  fuzz::Check(differs == (checked.axis == DocumentAxis::kDiffers), "a fact decides");
  fuzz::Check(differs != checked.findings.empty(), "and is named");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMaxInput) return 0;
  Input input(std::string_view(reinterpret_cast<const char*>(data), size));
  const Claims claims = ReadClaims(input);
  Page page = ReadPage(input);
  CheckResult(page::CheckPrinted(claims, page), claims);
  CheckRecognised(claims, page);
  for (Word& word : page.words) word.sight = Sight::kUnsure;
  const page::CheckedPage unsure = page::CheckPrinted(claims, page);
  fuzz::Check(unsure.axis == DocumentAxis::kNotCompared, "what may not be seen is not compared");
  return 0;
}
