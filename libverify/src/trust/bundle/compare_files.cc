// SPDX-License-Identifier: Apache-2.0
// Two descriptions of trust files -> what changed from one to the other.
#include <algorithm>
#include <map>
#include <utility>

#include "sceau/trust_file.h"

namespace sceau {
namespace {

using Kind = TrustChangeKind;

template <typename Item, typename KeyOf>
auto IndexBy(const std::vector<Item>& items, KeyOf key_of) {
  std::map<decltype(key_of(items.front())), const Item*> index;
  for (const Item& item : items) index.emplace(key_of(item), &item);
  return index;
}

// Calls `added`, `removed` or `kept` for each item, in the order of the files.
template <typename Item, typename KeyOf, typename Added, typename Removed, typename Kept>
void Match(const std::vector<Item>& before, const std::vector<Item>& after, KeyOf key_of,
           Added added, Removed removed, Kept kept) {
  const auto old_items = IndexBy(before, key_of);
  const auto new_items = IndexBy(after, key_of);
  for (const Item& item : after) {
    const auto old = old_items.find(key_of(item));
    if (old == old_items.end())
      added(item);
    else
      kept(*old->second, item);
  }
  for (const Item& item : before) {
    if (!new_items.contains(key_of(item))) removed(item);
  }
}

class Comparison {
 public:
  void CompareRoots(const std::vector<DescribedRoot>& before,
                    const std::vector<DescribedRoot>& after) {
    Match(
        before, after, [](const DescribedRoot& root) { return root.key.key_id; },
        [this](const DescribedRoot& root) { Note(Kind::kRootAdded, root.key); },
        [this](const DescribedRoot& root) { Note(Kind::kRootRemoved, root.key); },
        [](const DescribedRoot&, const DescribedRoot&) {});
  }

  void CompareIssuers(const std::vector<DescribedIssuer>& before,
                      const std::vector<DescribedIssuer>& after) {
    Match(
        before, after, [](const DescribedIssuer& issuer) { return issuer.key.key_id; },
        [this](const DescribedIssuer& issuer) { Note(Kind::kIssuerAdded, issuer); },
        [this](const DescribedIssuer& issuer) { Note(Kind::kIssuerRemoved, issuer); },
        [this](const DescribedIssuer& old, const DescribedIssuer& now) {
          CompareIssuer(old, now);
        });
  }

  void CompareStatusLists(const std::vector<DescribedStatusList>& before,
                          const std::vector<DescribedStatusList>& after) {
    Match(
        before, after,
        [](const DescribedStatusList& list) { return std::pair(list.key_id, list.number); },
        [this](const DescribedStatusList& list) { Note(Kind::kStatusListAdded, {}, list); },
        [this](const DescribedStatusList& list) { Note(Kind::kStatusListRemoved, list, {}); },
        [this](const DescribedStatusList& old, const DescribedStatusList& now) {
          if (old != now) Note(Kind::kStatusListChanged, old, now);
        });
  }

  std::vector<TrustChange> Take() {
    std::ranges::stable_sort(changes_, {}, &TrustChange::kind);
    return std::move(changes_);
  }

 private:
  void Note(Kind kind, const DescribedKey& root) {
    changes_.push_back({kind, root.key_id, root.name, std::nullopt, 0});
  }
  void Note(Kind kind, const DescribedIssuer& issuer, std::optional<Instant> since = std::nullopt) {
    changes_.push_back({kind, issuer.key.key_id, issuer.name, since, 0});
  }
  void Note(Kind kind, const DescribedStatusList& before, const DescribedStatusList& after) {
    const auto withdrawn = [](const DescribedStatusList& list) {
      return static_cast<std::int64_t>(list.withdrawn + list.suspended);
    };
    const DescribedStatusList& named = after.key_id.empty() ? before : after;
    changes_.push_back({kind, named.key_id, std::to_string(named.number), std::nullopt,
                        withdrawn(after) - withdrawn(before)});
  }

  void CompareIssuer(const DescribedIssuer& old, const DescribedIssuer& now) {
    if (old.retired != now.retired) Note(Kind::kIssuerRetired, now, now.retired);
    if (old.compromised != now.compromised) Note(Kind::kIssuerCompromised, now, now.compromised);
    DescribedIssuer same_dates = old;
    same_dates.retired = now.retired;
    same_dates.compromised = now.compromised;
    if (same_dates != now) Note(Kind::kIssuerChanged, now);
  }

  std::vector<TrustChange> changes_;
};

}  // namespace

std::vector<TrustChange> CompareTrustFiles(const TrustFileDescription& before,
                                           const TrustFileDescription& after) {
  static const DescribedBundle kNoBundle;
  const DescribedBundle& old = before.bundle ? *before.bundle : kNoBundle;
  const DescribedBundle& now = after.bundle ? *after.bundle : kNoBundle;
  Comparison comparison;
  comparison.CompareRoots(before.roots, after.roots);
  comparison.CompareIssuers(old.issuers, now.issuers);
  if ((!before.bundle || before.approved) && (!after.bundle || after.approved))
    comparison.CompareStatusLists(old.status_lists, now.status_lists);
  return comparison.Take();
}

}  // namespace sceau
