// SPDX-License-Identifier: Apache-2.0
#include "page/compare_recognised.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "fmt/format.h"
#include "page/compare_pixels.h"
#include "page/labels.h"
#include "page/name_forms.h"
#include "page/paper_facts.h"
#include "page/printed_date.h"
#include "page/printed_page.h"
#include "page/printed_reason.h"
#include "page/sealed_facts.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

enum class ValueForm { kNone, kName, kDay, kNumber, kAmountOfMoney };

ValueForm FormOf(PrintedKind kind) {
  switch (kind) {
    case kBirthName:
    case kNameInUse:
    case kGivenNames:
    case kWholeName:
      return ValueForm::kName;
    case kBirthDate:
    case kValidFrom:
    case kValidUntil:
    case kRightUntil:
    case kCollectedOn:
      return ValueForm::kDay;
    case kNir:
    case kTaxNumber:
    case kAccountNumber:
      return ValueForm::kNumber;
    case kTaxIncome:
      return ValueForm::kAmountOfMoney;
    case kBirthRank:
    case kRole:
    case kFundName:
    case kFundCode:
    case kDocumentNumber:
    case kReplacedNumber:
    case kIssuedOn:
    case kRight:
    case kRightFrom:
    case kAmount:  // invoices print the one to pay in white on a colour, which is not recognised
    case kDependantName:
    case kDependantGivenNames:
    case kDependantBirthDate:
    case kDependantBirthRank:
    case kTaxNotice:
    case kInvoiceNumber:
    case kAddressLine:
    case kLocality:
      break;
  }
  return ValueForm::kNone;
}

// Alike on a blurred page, a fax or a bad copy.
bool AreAlike(char one, char other) {
  constexpr auto kGroups = std::to_array<std::string_view>(
      {"0O689DQCGU", "1I7LTJ4", "2Z7", "3589BS", "4A91", "5S6GB", "6G", "8B", "9G", "EF", "HN",
       "MN", "VY", "UV", "KX", "PR", "CE", "TF"});
  return one == other || std::ranges::any_of(kGroups, [&](std::string_view group) {
           return group.find(one) != group.npos && group.find(other) != group.npos;
         });
}

bool IsAllDigits(std::string_view text) { return std::ranges::all_of(text, IsDigit); }

// The day that is said, or YYYYMMDD as it is.
std::string DayIn(const std::string& text) {
  if (text.size() == 8 && IsAllDigits(text)) return text;
  std::vector<std::string_view> words;
  const std::string_view all = text;
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = std::min(all.find(' ', start), all.size());
    if (end > start) words.push_back(all.substr(start, end - start));
    start = end + 1;
  }
  const std::vector<PrintedDate> dates = FindDates(words);
  return dates.size() == 1 ? dates.front().day : std::string();
}

// Letters of the page beside a box.
Letters LettersOutside(const PrintedPage& printed, const Box& box) {
  Letters letters;
  for (const PrintedLine& line : printed.lines()) {
    for (const PrintedWord& word : line) {
      const bool inside = word.left >= box.top_left.x && word.right <= box.bottom_right.x &&
                          word.middle >= box.top_left.y && word.middle <= box.bottom_right.y;
      if (!inside) letters += word.letters;
    }
  }
  return letters;
}

// A run of as many letters that may be a bad reading of the value.
bool MayStandIn(std::string_view letters, std::string_view value, std::size_t most) {
  if (value.empty() || letters.size() < value.size()) return false;
  for (std::size_t at = 0; at + value.size() <= letters.size(); ++at) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < value.size() && wrong <= most; ++i)
      wrong += letters[at + i] == value[i] ? 0U : 1U;
    if (wrong <= most) return true;
  }
  return false;
}

class RecognisedSearch {
 public:
  RecognisedSearch(const Claims& claims, const Page& recognised)
      : claims_(claims), printed_(recognised) {}

  bool IsCertain(const ComparedFact& compared) const {
    if (!compared.box) return false;
    switch (FormOf(compared.fact.kind)) {
      case ValueForm::kName:
        return IsAnotherName(compared);
      case ValueForm::kDay:
        return IsAnotherDay(compared);
      case ValueForm::kNumber:
        return IsAnotherNumber(compared);
      case ValueForm::kAmountOfMoney:
        return IsAnotherAmount(compared);
      case ValueForm::kNone:
        break;
    }
    return false;
  }

 private:
  std::string SealedValue(FactKey key) const {
    const auto fact = std::ranges::find(claims_.printed, key, &PrintedFact::key);
    return fact != claims_.printed.end() ? fact->value : std::string();
  }

  // The other names of the holder may stand where they belong.
  bool IsAnotherName(const ComparedFact& compared) const {
    constexpr std::size_t kMinLength = 3;
    constexpr std::size_t kLettersASlip = 4;
    const Letters outside = LettersOutside(printed_, *compared.box);
    for (const Letters& part : NameParts(SealedValue(compared.fact))) {
      if (part.size() >= kMinLength && MayStandIn(outside, part, part.size() / kLettersASlip))
        return false;
    }
    for (const PrintedFact& fact : claims_.printed) {
      if (FormOf(fact.key.kind) != ValueForm::kName) continue;
      for (const Letters& part : NameParts(fact.value)) {
        for (const Letters& seen : NameParts(compared.seen)) {
          if (IsCivility(seen)) continue;
          const std::size_t longer = std::max(seen.size(), part.size());
          if (LettersApart(seen, part) < std::max(kMinLength, (longer + 1) / 2)) return false;
        }
      }
    }
    return true;
  }

  bool IsAnotherDay(const ComparedFact& compared) const {
    const std::string sealed = SealedValue(compared.fact);
    const std::string seen = DayIn(compared.seen);
    if (sealed.size() != 8 || seen.size() != 8 || IsSlipInReading(sealed, seen)) return false;
    const auto is_near = [&](const PrintedDate& date) {
      const bool own = date.box.top_left.x >= compared.box->top_left.x &&
                       date.box.bottom_right.x <= compared.box->bottom_right.x &&
                       date.box.top_left.y >= compared.box->top_left.y - 1 &&
                       date.box.bottom_right.y <= compared.box->bottom_right.y + 1;
      return !own && LettersApart(date.day, sealed) <= 2;
    };
    if (std::ranges::any_of(printed_.dates(), is_near)) return false;
    const Letters outside = LettersOutside(printed_, *compared.box);
    return !MayStandIn(outside, sealed, 1) &&
           !MayStandIn(outside, sealed.substr(6) + sealed.substr(4, 2) + sealed.substr(0, 4), 1);
  }

  // The NIR and the IBAN have check digits; a tax number has only its length.
  bool IsAnotherNumber(const ComparedFact& compared) const {
    const Letters sealed = LettersOf(SealedValue(compared.fact));
    const Letters seen = LettersOf(compared.seen).substr(0, sealed.size());
    return seen.size() == sealed.size() && !IsSlipInReading(sealed, seen) &&
           !MayStandIn(LettersOutside(printed_, *compared.box), sealed, 2);
  }

  bool IsAnotherAmount(const ComparedFact& compared) const {
    const auto sealed = AmountIn(SealedValue(compared.fact));
    const auto seen = AmountIn(compared.seen);
    if (!sealed || !seen) return false;
    constexpr std::int64_t kCents = 100;
    const std::string own = std::to_string(std::abs(sealed->cents));
    const std::string whole = std::to_string(std::abs(sealed->cents) / kCents);
    const Letters outside = LettersOutside(printed_, *compared.box);
    return !IsSlipInReading(own, std::to_string(std::abs(seen->cents))) &&
           !MayStandIn(outside, own, 1) && !MayStandIn(outside, whole, 1);
  }

  const Claims& claims_;
  PrintedPage printed_;
};

bool IsMostlyCertain(const Page& recognised) {
  constexpr std::ptrdiff_t kFewWords = 12;
  const auto certain = std::ranges::count(recognised.words, Sight::kShown, &Word::sight);
  return certain >= kFewWords && 2 * certain >= std::ssize(recognised.words);
}

// Values that point to this holder.
bool IsPersonal(FactKey fact) {
  constexpr std::array kNumbers{kNir,           kTaxNumber,     kTaxNotice,
                                kInvoiceNumber, kAccountNumber, kDocumentNumber};
  return IsNameOfHolder(fact.kind) || fact.kind == kBirthDate ||
         std::ranges::find(kNumbers, fact.kind) != kNumbers.end();
}

}  // namespace

bool IsSlipInReading(std::string_view one, std::string_view other) {
  constexpr std::size_t kManyAlike = 3;
  if (one.size() != other.size()) return LettersApart(one, other) < kManyAlike;
  std::size_t different = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (!AreAlike(one[i], other[i])) return false;
    different += one[i] == other[i] ? 0U : 1U;
  }
  return different < kManyAlike;
}

bool IsWorthRecognising(const Claims& claims, const Page& page,
                        const std::vector<ComparedFact>& printed) {
  const bool has_labels = claims.printed_is_whole || !claims.printed_titles.empty();
  const bool is_open = std::ranges::any_of(printed, [](const ComparedFact& compared) {
    return compared.result == FactResult::kNotCompared &&
           FormOf(compared.fact.kind) != ValueForm::kNone;
  });
  const bool any_certain = page.text_source == TextSource::kPrinted &&
                           std::ranges::count(page.words, Sight::kShown, &Word::sight) > 0;
  return has_labels && is_open && !any_certain && !page.raster.empty() && !IsOfKnownLayout(claims);
}

void CompareRecognised(const Claims& claims, const Page& recognised, CheckedPage& checked) {
  if (!IsMostlyCertain(recognised)) return;
  const CheckedPage said = CheckPrinted(claims, recognised);
  const RecognisedSearch search(claims, recognised);
  std::vector<const ComparedFact*> different;
  std::size_t of_person = 0;
  bool is_holders = false;
  for (const ComparedFact& compared : said.printed) {
    if (compared.result == FactResult::kAgrees)
      is_holders = is_holders || IsPersonal(compared.fact);
    if (compared.result != FactResult::kDiffers || !search.IsCertain(compared)) continue;
    different.push_back(&compared);
    of_person += IsPersonal(compared.fact) ? 1U : 0U;
  }
  if (!is_holders && of_person < 2) return;
  for (const ComparedFact* compared : different) {
    const auto own = std::ranges::find(checked.printed, compared->fact, &ComparedFact::fact);
    if (own == checked.printed.end() || own->result != FactResult::kNotCompared) continue;
    *own = *compared;
    own->way = ComparisonWay::kRecognised;
    const Finding finding{ReasonOfDifference(compared->fact.kind),
                          fmt::format("page {}", recognised.number)};
    if (std::ranges::find(checked.findings, finding.reason, &Finding::reason) ==
        checked.findings.end())
      checked.findings.push_back(finding);
    checked.axis = DocumentAxis::kDiffers;
  }
}

}  // namespace sceau::page
