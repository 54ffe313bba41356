// SPDX-License-Identifier: Apache-2.0
// A page from arbitrary claims. The first byte counts modules, the second rights, and where its
// highest bits are set the page is drawn to pixels too, which takes a hundred times longer. Then
// lines: the fund's name, birth name, name in use, given names, and two for each dependant.
#include <cmath>
#include <sstream>
#include <string>
#include <utility>
#include <variant>

#include "base/status.h"
#include "fuzz_check.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"
#include "sceau/date.h"

namespace {

using namespace sceau;

const layout::Fonts& OpenFonts() {
  static const layout::Fonts kFonts = *layout::Fonts::Open();
  return kFonts;
}

Attestation AttestationOf(const std::string& lines, unsigned rights) {
  constexpr std::size_t kMaxDependants = 20;  // more than attestation::Check allows
  Attestation attestation;
  attestation.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-29"));
  attestation.valid_from = *ParseIsoDate("2026-11-29");
  attestation.valid_until = *ParseIsoDate("2027-05-22");
  attestation.holder.birth_date = "19840512";
  std::istringstream in(lines);
  std::string line;
  std::getline(in, attestation.fund.name);
  std::getline(in, attestation.holder.birth_name);
  if (std::getline(in, line) && !line.empty()) attestation.holder.name_in_use = line;
  std::getline(in, attestation.holder.given_names);
  attestation.fund.code = attestation.holder.given_names.substr(0, 12);
  for (unsigned i = 0; i < rights; ++i) {
    attestation.rights.push_back({static_cast<RightKind>(i % 6), attestation.valid_from, {}});
    if (i % 2 == 0) attestation.rights.back().until = attestation.valid_until;
  }
  while (attestation.dependants.size() < kMaxDependants && std::getline(in, line)) {
    Dependant& dependant = attestation.dependants.emplace_back();
    dependant.name = line;
    std::getline(in, dependant.given_names);
    dependant.birth_date = dependant.given_names.substr(0, 8);
  }
  return attestation;
}

void CheckDrawing(const layout::PageDrawing& drawing, bool with_pixels) {
  for (const layout::Operation& operation : drawing.operations) {
    const auto* run = std::get_if<layout::TextRun>(&operation);
    if (run == nullptr) continue;
    fuzz::Check(run->baseline > 0 && run->baseline < layout::kPageHeight,
                "lines stand on the page");
    for (const layout::Letter& letter : run->letters)
      fuzz::Check(letter.glyph != 0 && std::isfinite(letter.x), "letters have glyphs and places");
  }
  if (!with_pixels) return;
  const auto expected = layout::ExpectPage(drawing, OpenFonts());
  fuzz::Check(expected.ok(), "what is laid out can be expected");
  for (const capture::ExpectedWord& word : expected->page.words) {
    fuzz::Check(!word.letters.empty() && word.fact < expected->page.fact_count,
                "words have letters and known facts");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string lines(reinterpret_cast<const char*>(data) + 2, size - 2);
  const Attestation attestation = AttestationOf(lines, data[1] % 32U);
  const auto drawing = layout::LayOut(attestation, data[0], OpenFonts());
  if (drawing.ok()) {
    CheckDrawing(*drawing, data[1] >= 224);
    return 0;
  }
  const Reason reason = ReasonOf(drawing.status());
  fuzz::Check(reason == Reason::kClaimsTooLargeForCode || reason == Reason::kClaimsNoFont,
              "a refusal says why");
  return 0;
}
