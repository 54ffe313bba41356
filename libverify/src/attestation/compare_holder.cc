// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_holder.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "attestation/birth_date.h"
#include "attestation/compare_name.h"
#include "attestation/name_words.h"
#include "attestation/nir.h"
#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::attestation {
namespace {

// The longest birth name, name in use and given names together; a comparison tries each place
// between two words.
constexpr std::size_t kMaxNameCharacters = 302;
constexpr std::size_t kMaxNameWords = 24;

constexpr std::size_t kNirWithoutKey = 13;

std::string CompactNir(std::string_view text) {
  std::string compact;
  for (char32_t c : DecodeUtf8(text).value_or(U"?")) {
    if (IsBetweenWords(c)) continue;
    if (c == U'a' || c == U'b') c -= 0x20;
    compact += EncodeUtf8(std::u32string_view(&c, 1));
  }
  return compact;
}

bool SameNir(std::string_view asked, std::string_view sealed) {
  const std::string compact = CompactNir(asked);
  return compact.size() == kNirWithoutKey ? sealed.substr(0, kNirWithoutKey) == compact
                                          : sealed == compact;
}

absl::Status CheckNir(const std::optional<std::string>& nir) {
  if (!nir) return absl::OkStatus();
  const std::string compact = CompactNir(*nir);
  const bool without_key = compact.size() == kNirWithoutKey && NirKey(compact);
  if (!without_key && !Nir::Parse(compact).ok())
    return Refuse(Reason::kUsage, "holder nir: 13 or 15 characters with a right key");
  return absl::OkStatus();
}

// One or two digits.
std::optional<std::uint8_t> ReadRank(std::string_view text) {
  text = Trim(text);
  std::uint8_t rank = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
  if (error != std::errc() || end != text.data() + text.size() || text.size() > 2)
    return std::nullopt;
  return rank;
}

// One person of the paper.
class Comparison {
 public:
  Comparison(const ExpectedHolder& expected, const Subject& subject)
      : expected_(expected), subject_(subject) {}

  Checked<HolderAxis> Run() {
    if (expected_.name) CompareTheName();
    if (expected_.born) CompareBirth();
    if (expected_.nir) CompareNir();
    if (expected_.insured_nir) CompareInsuredNir();
    if (expected_.rank) CompareRank();
    if (worst_) {
      result_.axis = *worst_ == Likeness::kSame    ? HolderAxis::kMatches
                     : *worst_ == Likeness::kClose ? HolderAxis::kClose
                                                   : HolderAxis::kDiffers;
    }
    return std::move(result_);
  }

 private:
  void Judge(Likeness likeness) { worst_ = std::min(worst_.value_or(likeness), likeness); }
  void Tell(Reason reason, std::string detail = "") {
    result_.findings.push_back({reason, std::move(detail)});
  }

  void CompareTheName() {
    NameComparison name = CompareName(*expected_.name, subject_);
    if (name.likeness == Likeness::kDiffers && !subject_.is_name_complete) {
      Judge(Likeness::kClose);
      Tell(Reason::kHolderNotInSeal, "name");
      return;
    }
    Judge(name.likeness);
    result_.findings = std::move(name.findings);
  }

  void CompareBirth() {
    if (subject_.birth_date.empty()) {
      Tell(Reason::kHolderNotInSeal, "born");
      return;
    }
    BirthDateLikeness best = BirthDateLikeness::kDiffers;
    for (const std::string& date : ReadBirthDate(*expected_.born))
      best = std::max(best, CompareBirthDates(date, subject_.birth_date));
    const bool agrees = best > BirthDateLikeness::kClose;
    Judge(agrees                              ? Likeness::kSame
          : best == BirthDateLikeness::kClose ? Likeness::kClose
                                              : Likeness::kDiffers);
    if (!agrees) Tell(Reason::kHolderBirthDateDiffers);
    if (best == BirthDateLikeness::kSameAsFarAsKnown) Tell(Reason::kHolderBirthDatePartial);
  }

  // A dependant's own number is not in the seal; many invoice under the insured person's.
  void CompareNir() {
    const bool is_listed = subject_.role == SubjectRole::kListed;
    const std::string* sealed =
        subject_.Number(is_listed ? NumberKind::kInsuredNir : NumberKind::kNir);
    const bool agrees = sealed != nullptr && SameNir(*expected_.nir, *sealed);
    nir_agrees_ = agrees && !is_listed;
    if (agrees) {
      Judge(Likeness::kSame);
    } else if (is_listed && expected_.name) {
      Judge(Likeness::kClose);
      Tell(Reason::kHolderNotInSeal, "nir");
    } else if (sealed != nullptr || is_listed) {
      Judge(Likeness::kDiffers);
      Tell(Reason::kHolderNirDiffers);
    } else {
      Tell(Reason::kHolderNotInSeal, "nir");
    }
  }

  void CompareInsuredNir() {
    const std::string* sealed = subject_.Number(NumberKind::kInsuredNir);
    if (sealed == nullptr) {
      Tell(Reason::kHolderNotInSeal, "insured_nir");
      return;
    }
    const bool agrees = SameNir(*expected_.insured_nir, *sealed);
    Judge(agrees ? Likeness::kSame : Likeness::kDiffers);
    if (!agrees) Tell(Reason::kHolderNirDiffers, "insured_nir");
  }

  // A number of one's own says more than a rank, which some funds count among beneficiaries.
  void CompareRank() {
    if (!subject_.birth_rank) {
      Tell(Reason::kHolderNotInSeal, "rank");
      return;
    }
    const std::uint8_t asked = ReadRank(*expected_.rank).value_or(0);
    const std::uint8_t sealed = *subject_.birth_rank;
    if (asked == sealed || asked == 0 || sealed == 0) {
      Judge(Likeness::kSame);
      return;
    }
    Judge(nir_agrees_ ? Likeness::kClose : Likeness::kDiffers);
    Tell(Reason::kHolderBirthRankDiffers);
  }

  const ExpectedHolder& expected_;
  const Subject& subject_;
  Checked<HolderAxis> result_;
  std::optional<Likeness> worst_;
  bool nir_agrees_ = false;
};

// How much an answer says; another person is only whoever is none of those named.
int WeightOf(HolderAxis axis) {
  switch (axis) {
    case HolderAxis::kMatches:
      return 3;
    case HolderAxis::kClose:
      return 2;
    case HolderAxis::kNotRun:
    case HolderAxis::kNotAsked:
      return 1;
    case HolderAxis::kDiffers:
      return 0;
  }
  return 0;
}

// Of those whose paper it is, the one who is nearest; the first among equals.
Checked<HolderAxis> CompareHolders(const ExpectedHolder& expected,
                                   std::span<const Subject> holders) {
  Checked<HolderAxis> best = Comparison(expected, holders.front()).Run();
  for (const Subject& holder : holders.subspan(1)) {
    Checked<HolderAxis> compared = Comparison(expected, holder).Run();
    if (WeightOf(compared.axis) > WeightOf(best.axis)) best = std::move(compared);
  }
  return best;
}

// Of those whom the paper lists, the one who matches, or else the first who is close.
std::optional<Checked<HolderAxis>> CompareListed(const ExpectedHolder& expected,
                                                 std::span<const Subject> listed) {
  std::optional<Checked<HolderAxis>> close;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    Checked<HolderAxis> compared = Comparison(expected, listed[i]).Run();
    const bool matches = compared.axis == HolderAxis::kMatches;
    if (!matches && (close || compared.axis != HolderAxis::kClose)) continue;
    compared.findings.push_back({Reason::kHolderDependant, fmt::format("/dependants/{}", i)});
    if (matches) return compared;
    close = std::move(compared);
  }
  return close;
}

}  // namespace

bool AsksNothing(const ExpectedHolder& expected) {
  return !expected.name && !expected.born && !expected.nir && !expected.rank &&
         !expected.insured_nir;
}

absl::Status CheckExpectedHolder(const ExpectedHolder& expected) {
  if (expected.name) {
    const auto characters = DecodeUtf8(*expected.name);
    if (!characters) return Refuse(Reason::kUsage, "holder name: not utf-8");
    if (characters->size() > kMaxNameCharacters)
      return Refuse(Reason::kUsage, "holder name: more than 302 characters");
    const std::size_t words = WordsOf(*expected.name).size();
    if (words == 0) return Refuse(Reason::kUsage, "holder name: empty");
    if (words > kMaxNameWords) return Refuse(Reason::kUsage, "holder name: more than 24 words");
  }
  if (expected.born && ReadBirthDate(*expected.born).empty()) {
    return Refuse(Reason::kUsage, "holder birth date: write DD/MM/YYYY or YYYY-MM-DD");
  }
  if (expected.rank && !ReadRank(*expected.rank))
    return Refuse(Reason::kUsage, "holder rank: 0 to 99");
  if (expected.rank && !expected.name && !expected.born && !expected.nir && !expected.insured_nir)
    return Refuse(Reason::kUsage, "holder rank: it names nobody, give a name or a birth date too");
  for (const auto& nir : {expected.nir, expected.insured_nir}) SCEAU_RETURN_IF_ERROR(CheckNir(nir));
  return absl::OkStatus();
}

Checked<HolderAxis> CompareHolder(const ExpectedHolder& expected, const Claims& claims) {
  if (AsksNothing(expected)) return {HolderAxis::kNotAsked, {}};
  const auto first_listed =
      std::ranges::find(claims.subjects, SubjectRole::kListed, &Subject::role);
  const std::span<const Subject> holders(claims.subjects.begin(), first_listed);
  const std::span<const Subject> listed(first_listed, claims.subjects.end());
  if (holders.empty()) return {HolderAxis::kNotRun, {{Reason::kHolderNotInSeal, ""}}};
  Checked<HolderAxis> holder = CompareHolders(expected, holders);
  if (holder.axis == HolderAxis::kDiffers && claims.names_not_all)
    return {HolderAxis::kClose, {{Reason::kHolderNotInSeal, ""}}};
  if (holder.axis != HolderAxis::kDiffers && holder.axis != HolderAxis::kClose) return holder;
  // A number or a rank alone does not pick a child.
  if (!expected.name && !expected.born) return holder;
  auto child = CompareListed(expected, listed);
  const bool says_more =
      child && (child->axis == HolderAxis::kMatches || holder.axis == HolderAxis::kDiffers);
  return says_more ? *std::move(child) : std::move(holder);
}

}  // namespace sceau::attestation
