// SPDX-License-Identifier: Apache-2.0
// The NIR (numéro d'inscription au répertoire) and the numbers that stand in its place.
// Spec: décret 82-103 art. 4; INSEE nir.html; key = 97 - (N mod 97), Corsica 2A -> 19, 2B -> 18.
#ifndef SCEAU_ATTESTATION_NIR_H_
#define SCEAU_ATTESTATION_NIR_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace sceau::attestation {

enum class NirKind {
  kNir,             // also the NIA since 2016, of the same shape
  kProvisional,     // 7, 8: ended 2022-12-31, still on old papers
  kTemporary,       // 5, 6: a person passing through (MIG)
  kMsaProvisional,  // starts with six 5s
};

class Nir {
 public:
  // Parses 13 characters and their key. Spaces, dots and hyphens are allowed between them, 2a and
  // 2b in either case. Errors: claims.bad-nir, claims.nir-key.
  static absl::StatusOr<Nir> Parse(std::string_view text);

  const std::string& text() const { return text_; }  // 15 characters, upper case
  NirKind kind() const { return kind_; }
  // The birth month that the number states, from 1 to 12; nothing when the month is unknown or the
  // number states none. Compare a NIR's month with a birth date only by this function.
  std::optional<int> birth_month() const;

 private:
  Nir(std::string text, NirKind kind) : text_(std::move(text)), kind_(kind) {}
  std::string text_;
  NirKind kind_;
};

// Computes the two-digit key of 13 characters; nothing if they are not of a NIR's alphabet.
std::optional<int> NirKey(std::string_view thirteen);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_NIR_H_
