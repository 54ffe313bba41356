// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_holder.h"

#include <algorithm>
#include <charconv>
#include <string>

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

// A person of the attestation, and the number of the one by whom the rights are held.
struct Person {
  Holder holder;
  std::optional<std::string> insured_nir;
  bool is_listed = false;  // among the dependants, with no number of its own
};

class Comparison {
 public:
  Comparison(const ExpectedHolder& expected, const Person& person)
      : expected_(expected), person_(person) {}

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
    NameComparison name = CompareName(*expected_.name, person_.holder);
    Judge(name.likeness);
    result_.findings = std::move(name.findings);
  }

  void CompareBirth() {
    BirthDateLikeness best = BirthDateLikeness::kDiffers;
    for (const std::string& date : ReadBirthDate(*expected_.born))
      best = std::max(best, CompareBirthDates(date, person_.holder.birth_date));
    const bool agrees = best > BirthDateLikeness::kClose;
    Judge(agrees                              ? Likeness::kSame
          : best == BirthDateLikeness::kClose ? Likeness::kClose
                                              : Likeness::kDiffers);
    if (!agrees) Tell(Reason::kHolderBirthDateDiffers);
    if (best == BirthDateLikeness::kSameAsFarAsKnown) Tell(Reason::kHolderBirthDatePartial);
  }

  // A dependant's own number is not in the seal; many invoice under the insured person's.
  void CompareNir() {
    const auto& sealed = person_.is_listed ? person_.insured_nir : person_.holder.nir;
    const bool agrees = sealed && SameNir(*expected_.nir, *sealed);
    nir_agrees_ = agrees && !person_.is_listed;
    if (agrees) {
      Judge(Likeness::kSame);
    } else if (person_.is_listed && expected_.name) {
      Judge(Likeness::kClose);
      Tell(Reason::kHolderNotInSeal, "nir");
    } else if (sealed || person_.is_listed) {
      Judge(Likeness::kDiffers);
      Tell(Reason::kHolderNirDiffers);
    } else {
      Tell(Reason::kHolderNotInSeal, "nir");
    }
  }

  void CompareInsuredNir() {
    if (!person_.insured_nir) {
      Tell(Reason::kHolderNotInSeal, "insured_nir");
      return;
    }
    const bool agrees = SameNir(*expected_.insured_nir, *person_.insured_nir);
    Judge(agrees ? Likeness::kSame : Likeness::kDiffers);
    if (!agrees) Tell(Reason::kHolderNirDiffers, "insured_nir");
  }

  // A number of one's own says more than a rank, which some funds count among beneficiaries.
  void CompareRank() {
    const std::uint8_t asked = ReadRank(*expected_.rank).value_or(0);
    const std::uint8_t sealed = person_.holder.birth_rank;
    if (asked == sealed || asked == 0 || sealed == 0) {
      Judge(Likeness::kSame);
      return;
    }
    Judge(nir_agrees_ ? Likeness::kClose : Likeness::kDiffers);
    Tell(Reason::kHolderBirthRankDiffers);
  }

  const ExpectedHolder& expected_;
  const Person& person_;
  Checked<HolderAxis> result_;
  std::optional<Likeness> worst_;
  bool nir_agrees_ = false;
};

Person HolderOf(const Attestation& attestation) {
  const Holder& holder = attestation.holder;
  const bool is_insured = holder.role == Role::kInsured;
  return {holder, is_insured ? holder.nir : std::nullopt};
}

Person DependantOf(const Attestation& attestation, const Dependant& dependant) {
  return {{.birth_name = dependant.name,
           .name_in_use = std::nullopt,
           .given_names = dependant.given_names,
           .birth_date = dependant.birth_date,
           .birth_rank = dependant.birth_rank,
           .nir = std::nullopt,
           .role = Role::kDependant},
          HolderOf(attestation).insured_nir,
          true};
}

// The dependant who matches, or else the first who is close.
std::optional<Checked<HolderAxis>> CompareDependants(const ExpectedHolder& expected,
                                                     const Attestation& attestation) {
  std::optional<Checked<HolderAxis>> close;
  for (std::size_t i = 0; i < attestation.dependants.size(); ++i) {
    const Person person = DependantOf(attestation, attestation.dependants[i]);
    Checked<HolderAxis> compared = Comparison(expected, person).Run();
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

Checked<HolderAxis> CompareHolder(const ExpectedHolder& expected, const Attestation& attestation) {
  if (AsksNothing(expected)) return {HolderAxis::kNotAsked, {}};
  Checked<HolderAxis> holder = Comparison(expected, HolderOf(attestation)).Run();
  if (holder.axis != HolderAxis::kDiffers && holder.axis != HolderAxis::kClose) return holder;
  // A number or a rank alone does not pick a child.
  if (!expected.name && !expected.born) return holder;
  auto dependant = CompareDependants(expected, attestation);
  const bool says_more =
      dependant && (dependant->axis == HolderAxis::kMatches || holder.axis == HolderAxis::kDiffers);
  return says_more ? *std::move(dependant) : std::move(holder);
}

}  // namespace sceau::attestation
