// SPDX-License-Identifier: Apache-2.0
// Pages of words for tests, what is said of them, and what a seal says of nobody.
#ifndef SCEAU_PAGE_PAGE_TESTING_H_
#define SCEAU_PAGE_PAGE_TESTING_H_

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "attestation/claims_of.h"
#include "base/page.h"
#include "base/text.h"
#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "page/printed_page.h"
#include "sceau/claims.h"
#include "sceau/report.h"

namespace sceau::page {

// What is said of a whole page, in the tables of tests.
inline constexpr DocumentAxis kAgree = DocumentAxis::kAgrees;
inline constexpr DocumentAxis kDiffer = DocumentAxis::kDiffers;
inline constexpr DocumentAxis kOpen = DocumentAxis::kNotCompared;

// The text with the first `from` replaced, which must be there.
inline std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// A word of 10 in height.
inline PrintedWord PrintedWordAt(double left, double right, double middle,
                                 const std::string& text) {
  return {.text = text,
          .letters = LettersOf(text),
          .left = left,
          .right = right,
          .middle = middle,
          .height = 10,
          .shown = true};
}

// Each line of the text as a line of the page, in letters of one width. A word that begins with "~"
// may not be seen, one that begins with "!" is not; "|" begins another column, "_" one that is
// near, and "|2" the second one of a table.
inline Page PageOf(const std::string& text, TextSource source = TextSource::kPrinted) {
  constexpr double kLetter = 8;
  constexpr double kLine = 24;
  constexpr double kColumn = 240;
  constexpr double kHeight = 16;
  Page page;
  page.number = 2;
  page.text_source = source;
  page.letters_are_proven = true;
  page.has_only_words = true;
  std::istringstream lines(text);
  double y = 100;
  for (std::string line; std::getline(lines, line); y += kLine) {
    std::istringstream stream(line);
    double x = 80;
    for (std::string word; stream >> word;) {
      if (word.size() == 2 && word[0] == '|') {
        x = 80 + kColumn * (word[1] - '0');
        continue;
      }
      if (word == "|" || word == "_") {
        x += (word == "|" ? 10 : 5) * kLetter;
        continue;
      }
      const Sight sight = word[0] == '~'   ? Sight::kUnsure
                          : word[0] == '!' ? Sight::kHidden
                                           : Sight::kShown;
      if (sight != Sight::kShown) word.erase(0, 1);
      const double width = kLetter * static_cast<double>(word.size());
      page.words.push_back({word, {x, y}, {x + width, y + kHeight}, sight});
      x += width + kLetter / 2;
    }
  }
  return page;
}

// The number is one of a public test vector set; the people do not exist.
inline Attestation SealedFamily() {
  Attestation a;
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = "MOREAU",
              .given_names = "Zoé Anne-Marie",
              .birth_date = "19840512",
              .birth_rank = 1,
              .nir = "284058832102532"};
  a.fund = {"017510000", "Caisse d’essai de Nulle-Part"};
  a.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-29"));
  a.valid_from = *ParseIsoDate("2026-11-23");
  a.valid_until = *ParseIsoDate("2027-05-22");
  a.rights = {
      {RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")},
      {RightKind::kC2sWithParticipation, *ParseIsoDate("2026-03-01"), *ParseIsoDate("2027-02-28")}};
  a.dependants = {{"MOREAU", "Léo", "20150203", 1}, {"MOREAU", "Mia", "20180704", 2}};
  return a;
}

// Nobody is called so.
inline Claims ClaimsOfNobody() {
  Attestation a;
  a.holder.birth_name = "QUINTEFEUILLE";
  a.holder.given_names = "Zoé";
  a.holder.birth_date = "19840512";
  a.fund = {"017510000", "Caisse d’essai"};
  a.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-29"));
  a.valid_from = *ParseIsoDate("2026-11-23");
  a.valid_until = *ParseIsoDate("2027-05-22");
  a.rights = {{RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")}};
  return attestation::ClaimsOf(a);
}

inline Symbol SymbolOfLength(std::size_t characters) {
  return {Symbology::kQrCode, Bytes(characters, 'A'), {}, false};
}

// The page of an attestation as a reader gives it, with the symbol of its seal.
inline Page PageLaidOut(const Claims& claims, const Symbol& symbol) {
  const auto fonts = layout::Fonts::Open();
  const auto drawing =
      layout::LayOut(*claims.attestation, layout::CodeModules(symbol.payload.size()), *fonts);
  const auto expected = layout::ExpectPage(*drawing, *fonts);
  Page page;
  page.text_source = TextSource::kPrinted;
  page.letters_are_proven = true;
  page.has_only_words = true;
  for (const capture::ExpectedWord& word : expected->page.words) {
    std::u32string text;
    for (const capture::ExpectedLetter& letter : word.letters) text += letter.letter;
    page.words.push_back(
        {EncodeUtf8(text), {word.left, word.top}, {word.right, word.bottom}, Sight::kShown});
  }
  page.symbols.push_back(symbol);
  page.symbols.back().corners = expected->page.code;
  return page;
}

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PAGE_TESTING_H_
