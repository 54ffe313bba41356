// SPDX-License-Identifier: Apache-2.0
// What the colour profile of a picture makes of its colours. Viewers that manage colours go by it,
// and this program does not: a profile may turn blue into white and red into black.
#ifndef SCEAU_DOCUMENT_IMAGE_COLOUR_PROFILE_H_
#define SCEAU_DOCUMENT_IMAGE_COLOUR_PROFILE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/page.h"
#include "document/image/pixels.h"
#include "sceau/limits.h"

namespace sceau::document {

// The transfer functions that ITU-T H.273, table 3, numbers and that are close to that of sRGB.
// What is linear, logarithmic or made for high dynamic range looks otherwise where it is not known.
bool IsPlainTransfer(int number);

// Light of three primaries and white, x and y each, in the order of a PNG's chunk cHRM.
struct Chromaticities {
  std::array<double, 2> white{};
  std::array<double, 2> red{};
  std::array<double, 2> green{};
  std::array<double, 2> blue{};
};
inline constexpr Chromaticities kPlainChromaticities = {
    {0.3127, 0.3290}, {0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

class ColourProfile {
 public:
  // None: colours are as they stand.
  ColourProfile();
  // Whatever its bytes are. What is not a profile at all is ignored, as viewers ignore it. One that
  // is not understood here, which another program may read, or is larger than
  // Limits::colour_profile_bytes, differs.
  ColourProfile(ByteSpan icc, const Limits& limits);
  // As a PNG says without a profile. `gamma` is that of a screen, 2.2 for instance.
  ColourProfile(double gamma, const Chromaticities& colours);
  // One that is there and cannot be read here.
  static ColourProfile Unknown();
  ~ColourProfile();
  ColourProfile(ColourProfile&&) noexcept;
  ColourProfile& operator=(ColourProfile&&) noexcept;

  // Whether the colours of the picture decide. A profile made of curves and a matrix is known after
  // some thousand samples; one made of tables may change a single colour that none of them hits.
  bool NeedsPixels() const { return !tables_.empty() && !differs_; }
  // Pixels of a picture, where NeedsPixels(). Alpha does not matter.
  void See(Samples samples, const std::uint8_t* from, int count);
  // Four inks for each pixel, of which all bits are turned that `inverted` has.
  void SeeInks(const std::uint8_t* inks, int count, std::uint8_t inverted);

  // What is known by now.
  Showing showing();

 private:
  struct Transform;

  // Whether colours are seen otherwise by the profile's curves and matrix, or by its tables of
  // these names, which are taken out of it. Nothing where it has none.
  std::optional<bool> AddCurves(void* profile);
  std::optional<bool> AddTables(void* profile, std::span<const std::uint32_t> tags);
  void Gather(std::uint32_t colour);
  void Compare();

  bool differs_ = false;
  int channels_ = 0;                // of the profile
  std::vector<Transform> tables_;   // one for each intent
  std::vector<std::uint32_t> met_;  // by hash, so that most colours are converted once
  Bytes waiting_;                   // to be converted
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_COLOUR_PROFILE_H_
