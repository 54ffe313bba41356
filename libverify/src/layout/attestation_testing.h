// SPDX-License-Identifier: Apache-2.0
// For tests: attestations of people who do not exist.
#ifndef SCEAU_LAYOUT_ATTESTATION_TESTING_H_
#define SCEAU_LAYOUT_ATTESTATION_TESTING_H_

#include <chrono>
#include <string>

#include "sceau/attestation.h"

namespace sceau::layout {

inline Date Day(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

inline Attestation OnePerson() {
  Attestation attestation;
  attestation.document_id = {0x4A, 0x1F, 0x90, 0x03, 0xC7, 0x58, 0x2B, 0xEE, 0x61, 0x0D};
  attestation.issued_at = Instant(std::chrono::seconds(1'795'428'000));  // 2026-11-23T10:00:00Z
  attestation.valid_from = Day(2026, 11, 23);
  attestation.valid_until = Day(2027, 5, 22);
  attestation.holder = {"LEFÈVRE", "DUPRÉ",           "Zoé Hélène",  "19840512",
                        1,         "284058832102532", Role::kInsured};
  attestation.fund = {"017510000", "Caisse primaire d’assurance maladie de Paris"};
  attestation.rights = {{RightKind::kBase, Day(2026, 1, 1), std::nullopt}};
  return attestation;
}

inline Attestation TwoChildren() {
  Attestation attestation = OnePerson();
  attestation.rights.push_back(
      {RightKind::kC2sWithoutParticipation, Day(2026, 9, 1), Day(2027, 8, 31)});
  attestation.dependants = {{"DUPRÉ", "Loïc Noël", "20150704", 1},
                            {"DUPRÉ", "Maëlys", "20190000", 1}};
  return attestation;
}

// The most rights and dependants that an attestation may have, with names as long as they may be
// where that is plausible.
inline Attestation ManyRightsAndDependants() {
  Attestation attestation = OnePerson();
  attestation.replaces = DocumentId{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  attestation.holder.birth_name = "DE LA ROCHEFOUCAULD-MONTMORENCY D’AUBIGNÉ DE SAINTE-CROIX";
  attestation.holder.given_names =
      "Marie-Françoise Élisabeth-Charlotte Anne-Sophie Geneviève Marguerite Joséphine Philippine "
      "Œnone";
  attestation.rights.clear();
  for (int year = 2015; year < 2023; ++year) {
    attestation.rights.push_back({RightKind::kBase, Day(year, 1, 1), Day(year, 12, 31)});
  }
  for (int year = 2015; year < 2023; ++year) {
    attestation.rights.push_back(
        {RightKind::kC2sWithParticipation, Day(year, 1, 1), Day(year, 12, 31)});
  }
  for (unsigned i = 0; i < 12; ++i) {
    attestation.dependants.push_back(
        {"LEFÈVRE-DUPRÉ", "Anne-Sophie", "201" + std::to_string(i % 10) + "0101", 1});
  }
  return attestation;
}

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_ATTESTATION_TESTING_H_
