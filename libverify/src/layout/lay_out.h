// SPDX-License-Identifier: Apache-2.0
// What stands where on the page of an attestation: an exact function of its claims and of how many
// modules its code has. Issuing paints it, and verifying expects it.
#ifndef SCEAU_LAYOUT_LAY_OUT_H_
#define SCEAU_LAYOUT_LAY_OUT_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "layout/fonts.h"
#include "layout/foreign_text.h"
#include "layout/page_drawing.h"
#include "sceau/attestation.h"

namespace sceau::layout {

// The title of the document, also of the PDF.
inline constexpr const char* kAttestationTitle = "Attestation de droits à l’assurance maladie";

// This layout's number, which seals carry (docs/formats/ad1.md). Papers that carry it are out in
// the world: whatever moves a letter by more than a hundredth of a point makes another layout, with
// another number, beside this one.
inline constexpr std::uint64_t kLayoutId = 1;

// Light margin around the code, in modules.
inline constexpr int kQuietModules = 4;
inline constexpr double kMinModuleMillimetres = 0.5;

// The page's own font has all letters of the names: every verifier can lay the page out.
bool IsExact(const Fonts& fonts, const Attestation& attestation);

// `modules`: along a side of the code, 21 to 177. Texts with letters that `fonts` lack are left to
// `foreign`. Takes time and memory by the length of the claims, which attestation::Check bounds.
// Refuses claims.too-large-for-code when the content does not fit at the tightest setting or the
// code is of another size, claims.no-font when nobody has a letter of it.
absl::StatusOr<PageDrawing> LayOut(const Attestation& attestation, int modules, const Fonts& fonts,
                                   ForeignText* foreign = nullptr);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_LAY_OUT_H_
