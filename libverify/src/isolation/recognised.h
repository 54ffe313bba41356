// SPDX-License-Identifier: Apache-2.0
// The words of a page as sceau-recognise reads them off its pixels. The program gets grey pixels;
// what it answers is hostile until it was read here: each count, length and place is held against
// the limits and the size of the image.
#ifndef SCEAU_ISOLATION_RECOGNISED_H_
#define SCEAU_ISOLATION_RECOGNISED_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// In pixels of the image. From the ascenders of its line to the descenders, whatever letters it
// has, so that words of one line are of one height.
struct RecognisedWord {
  std::string text;  // UTF-8, without characters that are unsafe in text
  std::uint32_t left = 0;
  std::uint32_t top = 0;
  std::uint32_t right = 0;
  std::uint32_t bottom = 0;
  std::uint8_t confidence = 0;  // of 100, of its least certain letter

  bool operator==(const RecognisedWord&) const = default;
};

// Width and height, then the pixels.
Bytes WriteImageToRecognise(const PageImage& image);
// The pixels are those of `bytes`. Nothing when they are none of ours.
std::optional<ImageView> ReadImageToRecognise(ByteSpan bytes);

// Words that break a limit, or that stand outside of the image, are left out; of more words than
// the limit, all are.
Bytes WriteRecognised(const std::vector<RecognisedWord>& words, const ImageView& image,
                      const Limits& limits);
// Refuses document.reader-crashed for what the program never writes.
absl::StatusOr<std::vector<RecognisedWord>> ReadRecognised(ByteSpan bytes, const PageImage& image,
                                                           const Limits& limits);

std::size_t MostRecognisedBytes(const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_RECOGNISED_H_
