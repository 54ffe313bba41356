// SPDX-License-Identifier: Apache-2.0
// What a page prints, compared with a seal: lines of words, each with its place. A word that begins
// with "~" may not be seen, one that begins with "!" is not; a tab begins another column.
#include <string>
#include <utility>

#include "attestation/claims_of.h"
#include "fuzz_check.h"
#include "page/check_printed.h"
#include "sceau/date.h"

namespace {

using namespace sceau;

constexpr double kLetter = 8;
constexpr double kHeight = 16;
constexpr double kLine = 24;

Claims Seal() {
  Attestation attestation;
  attestation.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-29"));
  attestation.valid_from = *ParseIsoDate("2026-11-29");
  attestation.valid_until = *ParseIsoDate("2027-05-22");
  attestation.holder.birth_name = "LEFÈVRE";
  attestation.holder.name_in_use = "MOREAU";
  attestation.holder.given_names = "Zoé Anne-Marie";
  attestation.holder.birth_date = "19840512";
  attestation.holder.nir = "284058832102532";
  attestation.rights = {
      {RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")}};
  return attestation::ClaimsOf(std::move(attestation));
}

void AddWord(std::string text, double& x, double y, Page& page) {
  Sight sight = Sight::kShown;
  if (text.front() == '~') sight = Sight::kUnsure;
  if (text.front() == '!') sight = Sight::kHidden;
  if (sight != Sight::kShown) text.erase(0, 1);
  const double width = kLetter * static_cast<double>(text.size());
  page.words.push_back({std::move(text), {x, y}, {x + width, y + kHeight}, sight});
  x += width + kLetter / 2;
}

Page PageOf(const std::uint8_t* data, std::size_t size) {
  Page page;
  page.text_source = TextSource::kPrinted;
  page.letters_are_proven = true;
  double x = 0;
  double y = 0;
  std::string word;
  for (std::size_t i = 0; i <= size; ++i) {
    const char c = i < size ? static_cast<char>(data[i]) : '\n';
    if (c != ' ' && c != '\n' && c != '\t') {
      word += c;
      continue;
    }
    if (!word.empty()) AddWord(std::exchange(word, {}), x, y, page);
    if (c == '\t') x += 10 * kLetter;
    if (c != '\n') continue;
    x = 0;
    y += kLine;
  }
  return page;
}

bool AnyShown(const Page& page) {
  for (const Word& word : page.words) {
    if (word.sight == Sight::kShown) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Claims kClaims = Seal();
  Page page = PageOf(data, size);
  const page::CheckedPage outcome = page::CheckPrinted(kClaims, page);
  fuzz::Check((outcome.axis == DocumentAxis::kDiffers) == !outcome.findings.empty(),
              "what differs is named");
  fuzz::Check(outcome.axis == DocumentAxis::kNotCompared || AnyShown(page),
              "nothing is said of what is not seen");
  fuzz::Check(outcome.axis != DocumentAxis::kAgrees || !page::NamesNobody(page),
              "a page that agrees names somebody");
  page.letters_are_proven = false;
  fuzz::Check(page::CheckPrinted(kClaims, page).axis != DocumentAxis::kAgrees,
              "letters that may be others do not agree");
  page.letters_are_proven = true;
  for (Word& word : page.words) word.sight = Sight::kUnsure;
  fuzz::Check(page::CheckPrinted(kClaims, page).axis == DocumentAxis::kNotCompared,
              "what may not be seen is not compared");
  return 0;
}
