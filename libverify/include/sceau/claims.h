// SPDX-License-Identifier: Apache-2.0
// What a paper says, whatever the format of its seal. Each format fills in what it carries; each
// check reads the facet that it is about, and none asks which format it was.
#ifndef SCEAU_CLAIMS_H_
#define SCEAU_CLAIMS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sceau/attestation.h"
#include "sceau/date.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

enum class NumberKind : std::uint8_t { kNir, kInsuredNir };

struct SubjectNumber {
  NumberKind kind = NumberKind::kNir;
  std::string value;

  bool operator==(const SubjectNumber&) const = default;
};

enum class SubjectRole : std::uint8_t {
  kHolder,  // whose paper it is; both of a couple are
  kListed,  // whom the holder's paper names besides: dependants
};

// A person whom a paper names. What the paper does not say is empty.
struct Subject {
  std::string birth_name{};
  std::optional<std::string> name_in_use{};  // without a birth name: a family name of either sort
  std::string given_names{};
  std::string whole_name{};  // in place of those: all names in one text, in any order
  std::string birth_date{};  // YYYYMMDD as carried: Holder::birth_date
  std::optional<std::uint8_t> birth_rank{};
  std::vector<SubjectNumber> numbers{};
  SubjectRole role = SubjectRole::kHolder;
  // Neither cut nor short of a part: who has another name is another person.
  bool is_name_complete = false;

  const std::string* Number(NumberKind kind) const;  // null when the paper has none

  bool operator==(const Subject&) const = default;
};

// The rights that a paper attests, and the fund that grants them.
struct RightsClaims {
  Fund fund;
  std::vector<Right> periods;

  bool operator==(const RightsClaims&) const = default;
};

// The dates of the paper itself.
struct Validity {
  std::optional<Date> issued_on{};
  std::optional<Instant> issued_at{};
  std::optional<Date> from{};   // the first day
  std::optional<Date> until{};  // the last day, included
  // When it was signed: the first and last instant that the seal's own date allows. Nothing when it
  // does not say.
  std::optional<std::pair<Instant, Instant>> signed_between{};

  bool operator==(const Validity&) const = default;
};

// What a paper prints for people to read. A row of a table tells its lines apart.
enum class PrintedKind : std::uint8_t {
  kBirthName,
  kNameInUse,
  kGivenNames,
  kWholeName,  // all names of a person in one text, in any order
  kBirthDate,
  kBirthRank,
  kNir,
  kRole,
  kFundName,
  kFundCode,
  kDocumentNumber,
  kReplacedNumber,
  kIssuedOn,
  kValidFrom,
  kValidUntil,
  // Of RightsClaims::periods.
  kRight,  // what the right is called
  kRightFrom,
  kRightUntil,  // an empty value: the page says that there is no last day
  // Of the people whom the holder's paper lists.
  kDependantName,
  kDependantGivenNames,
  kDependantBirthDate,
  kDependantBirthRank,
  // Of papers that attest no right.
  kTaxNumber,  // of one or two people who declare an income
  kTaxNotice,
  kTaxIncome,  // "revenu fiscal de référence"
  kCollectedOn,
  kInvoiceNumber,
  kAmount,  // with taxes
  kAccountNumber,
  kAddressLine,
  kLocality,  // with its postal code before it
};

// There may be several of them on any paper, so that each says its row.
constexpr bool IsOfARow(PrintedKind kind) {
  return kind >= PrintedKind::kRight && kind <= PrintedKind::kDependantBirthRank;
}

// Which fact: comparisons, drawings and reports speak of it by this.
struct FactKey {
  PrintedKind kind = PrintedKind::kBirthName;
  std::uint8_t row = 0;  // from 0, of a right, of a dependant, or of one of several holders

  auto operator<=>(const FactKey&) const = default;
};

// What the page should show.
struct PrintedFact {
  FactKey key;
  // Names as signed; days YYYYMMDD; numbers without spaces; amounts as "-1234,56" or "1234"; ranks
  // and roles as Attestation has them, in digits.
  std::string value;
  std::vector<std::string> words{};  // that name a right or a role, in capitals without accents
  // The page may print another value in its place, such as the insured person's number on the paper
  // of a dependant, or a name that the seal has in part.
  bool may_be_anothers = false;

  bool operator==(const PrintedFact&) const = default;
};

// One field of a seal whose content is a list of identified texts (2d-doc).
struct ClaimField {
  std::string id;             // "92"
  std::string label_french;   // empty for an unknown identifier
  std::string label_english;  // empty where no table has one
  std::string value;          // raw text as carried, padding kept
  std::string shown;  // the value as a person reads it: dates as ISO, numbers without padding
  bool known = false;
  bool truncated = false;  // the issuer cut the value (2d-doc RS)
};

// Present in a report only if the signature of the seal was verified.
struct Claims {
  std::vector<Subject> subjects;  // the holders first; none: the paper names nobody
  // It speaks of more people than it names: "M. et Mme Martin".
  bool names_not_all = false;
  std::optional<RightsClaims> rights;  // nothing: the paper attests none
  Validity validity;
  std::optional<StatusReference> status;
  std::vector<PrintedFact> printed;  // nothing: the page is not compared
  // They are all that such a page says, so that one on which each was seen agrees.
  bool printed_is_whole = false;
  // What the title of such a page begins with, in capitals without accents and spaces, in one of
  // these ways: a page without it, such as a letter, contradicts no seal. Attestations have titles
  // of their own.
  std::vector<std::string> printed_titles{};
  // The page that the issuer signed for: how its words and lines are laid out. Nothing: any page.
  std::optional<std::uint64_t> layout{};

  // ---- For display alone: no check reads what follows.
  std::string kind_french;  // what the paper is: "Justificatif de domicile (facture)"; may be empty
  std::string kind_english;
  // Header facts in their order, a missing value being "unknown" (JSON null): {"ca_id", "FR00"} …
  std::vector<std::pair<std::string, std::optional<std::string>>> header;
  std::vector<ClaimField> fields;          // all, as carried
  std::vector<ClaimField> unsigned_annex;  // shown apart; proves nothing
  std::optional<Attestation> attestation;  // as its issuer wrote it
};

}  // namespace sceau

#endif  // SCEAU_CLAIMS_H_
