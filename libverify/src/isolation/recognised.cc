// SPDX-License-Identifier: Apache-2.0
#include "isolation/recognised.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "base/text.h"
#include "isolation/wire_bytes.h"

namespace sceau::isolation {
namespace {

constexpr std::uint8_t kCertain = 100;
constexpr std::size_t kBytesOfNumber = sizeof(std::uint32_t);
constexpr std::size_t kBytesBesideText =
    5 * kBytesOfNumber + 1;  // its length, its box, and how sure

bool IsWordText(std::string_view text, const Limits& limits) {
  if (text.empty() || text.size() > limits.recognised_word_bytes) return false;
  const auto characters = DecodeUtf8(text);
  return characters && std::ranges::none_of(*characters, IsUnsafeInText);
}

bool IsInside(const RecognisedWord& word, int width, int height) {
  return word.left < word.right && word.top < word.bottom &&
         std::cmp_less_equal(word.right, width) && std::cmp_less_equal(word.bottom, height);
}

absl::Status NeverWritten(const char* what) {
  return Refuse(Reason::kDocumentReaderCrashed, std::string("recognised: ") + what);
}

}  // namespace

Bytes WriteImageToRecognise(const PageImage& image) {
  Bytes bytes;
  bytes.reserve(2 * kBytesOfNumber + image.pixels.size());
  AppendNumber(bytes, static_cast<std::uint32_t>(image.width));
  AppendNumber(bytes, static_cast<std::uint32_t>(image.height));
  bytes.insert(bytes.end(), image.pixels.begin(), image.pixels.end());
  return bytes;
}

std::optional<ImageView> ReadImageToRecognise(ByteSpan bytes) {
  ByteReader from(bytes);
  const auto width = TakeNumber<std::uint32_t>(from);
  const auto height = TakeNumber<std::uint32_t>(from);
  if (!width || !height || *width == 0 || *height == 0 ||
      std::uint64_t{*width} * *height != from.remaining())
    return std::nullopt;
  return ImageView{bytes.data() + from.offset(), static_cast<int>(*width),
                   static_cast<int>(*height), static_cast<std::ptrdiff_t>(*width)};
}

Bytes WriteRecognised(const std::vector<RecognisedWord>& words, const ImageView& image,
                      const Limits& limits) {
  std::vector<const RecognisedWord*> kept;
  for (const RecognisedWord& word : words) {
    if (IsWordText(word.text, limits) && IsInside(word, image.width, image.height))
      kept.push_back(&word);
  }
  // What stands nowhere on a page is known only of all of its words.
  if (std::cmp_greater(kept.size(), limits.recognised_words)) kept.clear();
  Bytes bytes;
  AppendNumber(bytes, static_cast<std::uint32_t>(kept.size()));
  for (const RecognisedWord* word : kept) {
    AppendBytes(bytes, AsBytes(word->text));
    for (const std::uint32_t place : {word->left, word->top, word->right, word->bottom})
      AppendNumber(bytes, place);
    bytes.push_back(std::min(word->confidence, kCertain));
  }
  return bytes;
}

absl::StatusOr<std::vector<RecognisedWord>> ReadRecognised(ByteSpan bytes, const PageImage& image,
                                                           const Limits& limits) {
  if (bytes.size() > MostRecognisedBytes(limits)) return NeverWritten("length");
  ByteReader from(bytes);
  const auto count = TakeNumber<std::uint32_t>(from);
  if (!count || std::cmp_greater(*count, limits.recognised_words)) return NeverWritten("words");
  std::vector<RecognisedWord> words;
  for (std::uint32_t i = 0; i < *count; ++i) {
    RecognisedWord word;
    const auto text = TakeBytes(from, limits.recognised_word_bytes);
    if (!text || !IsWordText(AsText(*text), limits)) return NeverWritten("text");
    word.text = std::string(AsText(*text));
    for (std::uint32_t* place : {&word.left, &word.top, &word.right, &word.bottom}) {
      const auto number = TakeNumber<std::uint32_t>(from);
      if (!number) return NeverWritten("cut");
      *place = *number;
    }
    if (!IsInside(word, image.width, image.height)) return NeverWritten("place");
    const auto confidence = from.TakeByte();
    if (!confidence || *confidence > kCertain) return NeverWritten("confidence");
    word.confidence = *confidence;
    words.push_back(std::move(word));
  }
  if (!from.empty()) return NeverWritten("bytes after the end");
  return words;
}

std::size_t MostRecognisedBytes(const Limits& limits) {
  return kBytesOfNumber + static_cast<std::size_t>(limits.recognised_words) *
                              (kBytesBesideText + limits.recognised_word_bytes);
}

}  // namespace sceau::isolation
