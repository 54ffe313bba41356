// SPDX-License-Identifier: Apache-2.0
#include "attestation/given_names.h"

#include <algorithm>

namespace sceau::attestation {
namespace {

// "Jean", "Anne-Marie".
struct GivenName {
  Words words;
  bool found = false;
};

std::vector<GivenName> GivenNamesOf(Words words) {
  std::vector<GivenName> names;
  for (std::size_t start = 0; start < words.size();) {
    std::size_t end = start + 1;
    while (end < words.size() && !words[end].starts_name) ++end;
    names.push_back({words.subspan(start, end - start)});
    start = end;
  }
  return names;
}

// Finds the names asked for among the sealed ones. A compound name may be written as one word, and
// two names as one compound name.
class Search {
 public:
  Search(Words asked, Words sealed) : names_(GivenNamesOf(sealed)) {
    for (bool is_first = true; !asked.empty(); is_first = false) {
      const std::size_t taken = TakeLongest(asked);
      if (is_first) found_first_asked_ = taken > 0;
      if (taken == 0) missing_.push_back(asked.front());
      asked = asked.subspan(std::max<std::size_t>(taken, 1));
    }
  }

  // An identity document begins with the same name.
  bool FoundTheFirstAsked() const { return found_first_asked_; }
  // The names that were asked for and not found.
  Words missing() const { return missing_; }
  bool FoundAll() const { return std::ranges::all_of(names_, &GivenName::found); }
  bool FoundTheFirstOnes() const { return std::ranges::is_partitioned(names_, &GivenName::found); }

  template <typename Predicate>
  bool AnyOther(Predicate predicate) const {
    return std::ranges::any_of(
        names_, [&](const GivenName& name) { return !name.found && predicate(name.words); });
  }

 private:
  static constexpr std::size_t kMaxWordsOfName = 4;

  // Takes as many words of `asked`, from its start, as are one name, or one word of several names;
  // returns how many.
  std::size_t TakeLongest(Words asked) {
    for (std::size_t count = std::min(asked.size(), kMaxWordsOfName); count > 0; --count) {
      const Spellings spellings = Join(asked.first(count));
      for (std::size_t i = 0; i < names_.size(); ++i) {
        if (Take(spellings, i, 1) || (count == 1 && TakeSeveral(spellings, i))) return count;
      }
    }
    return 0;
  }

  bool TakeSeveral(const Spellings& spellings, std::size_t start) {
    for (std::size_t count = 2; count <= kMaxWordsOfName; ++count) {
      if (Take(spellings, start, count)) return true;
    }
    return false;
  }

  bool Take(const Spellings& spellings, std::size_t start, std::size_t count) {
    if (start + count > names_.size()) return false;
    const std::span<GivenName> taken = std::span(names_).subspan(start, count);
    if (std::ranges::any_of(taken, &GivenName::found)) return false;
    const Words words(taken.front().words.data(),
                      taken.back().words.data() + taken.back().words.size());
    if (!HaveCommonSpelling(spellings, Join(words))) return false;
    for (GivenName& name : taken) name.found = true;
    return true;
  }

  std::vector<GivenName> names_;
  std::vector<NameWord> missing_;
  bool found_first_asked_ = false;
};

// True for an initial on either side, or for one word of a compound name.
bool IsShortFor(const NameWord& word, Words name) {
  const std::string& plain = word.spellings.front();
  const std::string& sealed = name.front().spellings.front();
  if (plain.size() == 1) return sealed.starts_with(plain);
  if (name.size() == 1 && sealed.size() == 1) return plain.starts_with(sealed);
  return name.size() > 1 && std::ranges::any_of(name, [&](const NameWord& part) {
           return HaveCommonSpelling(part.spellings, word.spellings);
         });
}

bool AllMissingAreShort(const Search& search) {
  return std::ranges::all_of(search.missing(), [&](const NameWord& word) {
    return search.AnyOther([&](Words name) { return IsShortFor(word, name); });
  });
}

// True when the missing name was mistyped, or was cut by a card.
bool IsClose(const Search& search, bool may_be_cut) {
  const Words missing = search.missing();
  const Spellings spellings = Join(missing);
  if (search.AnyOther([&](Words name) { return AreOneLetterApart(spellings, Join(name)); }))
    return true;
  return may_be_cut && missing.size() == 1 && search.AnyOther([&](Words name) {
    return Join(name).front().starts_with(spellings.front());
  });
}

}  // namespace

GivenNamesComparison CompareGivenNames(Words asked, Words sealed, bool may_be_cut) {
  if (asked.empty()) return {Likeness::kSame, false};
  const Search search(asked, sealed);
  if (search.missing().empty()) return {Likeness::kSame, !search.FoundTheFirstOnes()};
  if (search.FoundAll())
    return {search.FoundTheFirstAsked() ? Likeness::kSame : Likeness::kClose, true};
  if (AllMissingAreShort(search)) return {Likeness::kClose, true};
  return {IsClose(search, may_be_cut) ? Likeness::kClose : Likeness::kDiffers, false};
}

}  // namespace sceau::attestation
