// SPDX-License-Identifier: Apache-2.0
// The blur near one line of the page (blur.h), fitted on fixed words only: a value that somebody
// changed would drag the blur towards nothing, since nothing explains it better than the wrong
// letters do. Words, not pixels, are doubted: one that lies badly, or that a pen crosses, counts
// for less. Sums of products of each word are made once, whatever lines it serves.
#ifndef SCEAU_CAPTURE_LOCAL_BLUR_H_
#define SCEAU_CAPTURE_LOCAL_BLUR_H_

#include <map>
#include <optional>
#include <vector>

#include "capture/blur.h"
#include "capture/expected_page.h"
#include "capture/plane.h"
#include "capture/words.h"

namespace sceau::capture {

struct LocalBlur {
  BlurWeights weights{};
  float likeness = 0;  // the median correlation of the fixed words with what the blur makes of them
  float share = 0;     // of the words near that could be used
  float noise = 0;     // the ink that it leaves, a standard deviation
};

class BlurFitter {
 public:
  // All of them must outlive it.
  BlurFitter(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
             const std::vector<SeenWord>& words);
  ~BlurFitter();
  BlurFitter(const BlurFitter&) = delete;
  BlurFitter& operator=(const BlurFitter&) = delete;

  // By band of the page, so that words of a few lines share one. Nothing where too few fixed words
  // are clear.
  const std::optional<LocalBlur>& At(double baseline);
  // Of all fixed words that At() has used.
  std::optional<BlurWeights> Mean() const;
  static int BandOf(double baseline);

 private:
  struct Sums;
  struct Chosen {
    std::vector<std::size_t> words;
    float share = 0;
  };
  const Sums& SumsOf(std::size_t word);
  Chosen Choose(double baseline) const;
  std::optional<LocalBlur> Fit(double baseline);

  const ExpectedPage& expected_;
  const Plane<std::uint8_t>& page_;
  const std::vector<SeenWord>& words_;
  std::map<std::size_t, Sums> sums_;
  std::map<int, std::optional<LocalBlur>> bands_;
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_LOCAL_BLUR_H_
