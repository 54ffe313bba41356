// SPDX-License-Identifier: Apache-2.0
// What a page prints where: its words as lines, the values beside the labels that attestations
// have, and periods.
#ifndef SCEAU_PAGE_PRINTED_PAGE_H_
#define SCEAU_PAGE_PRINTED_PAGE_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "page/printed_date.h"

namespace sceau::page {

struct PrintedWord {
  std::string text;     // as printed, without colons
  std::string letters;  // folded, without spaces and punctuation: "NEE" of "Né(e)"
  double left = 0;
  double right = 0;
  double middle = 0;  // from the top
  double height = 0;
  bool shown = false;        // for certain
  bool after_colon = false;  // one stands before it
};
using PrintedLine = std::vector<PrintedWord>;  // from the left

// Folded as names are, without spaces and punctuation.
using Letters = std::string;
Letters LettersOf(std::string_view text);

enum class PlaceKind {
  kName,
  kNameInUse,
  kGivenNames,
  kFullName,
  kBirthDate,
  kNumber,
  // What an attestation says besides of its holder.
  kBirthRank,
  kRole,
  kFundCode,
  // What papers say that attest no right (paper_facts.h).
  kPaperHolder,  // "Titulaire du contrat", in place of kFullName
  kTaxNumber,
  kTaxNotice,
  kTaxIncome,
  kCollectedOn,
  kInvoiceNumber,
  kAmount,
  kAccountNumber,
  kLocality,
};

struct Label;  // page/labels.h

// Around the words of a line; of none, a box without size.
Box BoxOf(std::span<const PrintedWord> words);

// A label, and what stands at its right, or under it.
struct PrintedPlace {
  PlaceKind kind = PlaceKind::kName;
  bool specific = false;             // "Nom de naissance", where "Nom" may be the name in use
  std::vector<Letters> value{};      // of each word
  std::vector<PrintedDate> dates{};  // in the value
  bool shown = false;                // all of it, for certain
  Box box{};                         // of the value
  std::string text{};                // as printed
  Letters behind{};                  // the first word without a label behind the value, near it
  bool of_another = false;           // beside or below the role of somebody else: "Médecin"
};

// Words that stand side by side.
struct PrintedRun {
  std::string text;
  bool shown = false;  // all of them, for certain
  Box box{};
};

// Dates between "du" and "au", or on the line of a right.
struct PrintedPeriod {
  PrintedDate from;
  std::optional<PrintedDate> until;
  bool of_right = false;  // its line names a right
  std::size_t line = 0;   // of PrintedPage::lines()
};

class PrintedPage {
 public:
  // Of words that are shown or may be.
  explicit PrintedPage(const Page& page);
  // False when there is more than any paper prints: nothing is known then.
  bool is_whole() const { return whole_; }

  const std::vector<PrintedLine>& lines() const { return lines_; }       // from the top
  const std::vector<PrintedPlace>& places() const { return places_; }    // of people
  const std::vector<PrintedPlace>& details() const { return details_; }  // the other places
  const std::vector<PrintedPeriod>& periods() const { return periods_; }
  const std::vector<PrintedDate>& dates() const { return dates_; }
  bool all_shown() const { return all_shown_; }
  const Letters& letters() const { return run_together_; }  // of all words, line by line

  // A word that is shown for certain.
  bool Shows(std::string_view letters) const;
  bool ShowsDay(std::string_view yyyymmdd) const;
  bool MayShow(std::string_view letters) const;
  // Anywhere, however it is spaced or broken. Of a short text, only as a word.
  bool MayPrint(std::string_view letters) const;
  bool MayPrintDay(std::string_view yyyymmdd) const;
  // Words of one line that make exactly these letters; those that are shown before others.
  std::optional<PrintedRun> Find(std::string_view letters) const;

 private:
  struct LabelOfPlace {
    const Label* label = nullptr;
    std::size_t line = 0;  // of lines_
    std::size_t at = 0;
  };

  void AddPlaces(std::size_t line);
  void AddPlacesUnderLabels();
  void AddPlace(PrintedPlace place, const LabelOfPlace& label);
  bool HeadsATable(const LabelOfPlace& label) const;
  void AddPeriods(std::size_t line, const std::vector<PrintedDate>& dates);

  std::vector<PrintedLine> lines_;
  std::vector<PrintedPlace> places_;
  std::vector<PrintedPlace> details_;
  std::vector<LabelOfPlace> above_values_;  // labels with nothing beside them
  std::vector<PrintedPeriod> periods_;
  std::vector<PrintedDate> dates_;
  Letters run_together_;
  bool all_shown_ = true;
  bool whole_ = true;
};

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PRINTED_PAGE_H_
