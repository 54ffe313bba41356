// SPDX-License-Identifier: Apache-2.0
// What a recogniser of words that was taken over could say. Whatever is believed is within the
// limits and the image, and is what is written of it again.
#include "base/status.h"
#include "base/text.h"
#include "fuzz_check.h"
#include "isolation/recognised.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  const Limits limits;
  const PageImage image{200, 100, Bytes(20'000, 255)};
  const auto words = isolation::ReadRecognised(ByteSpan(data, size), image, limits);
  if (!words.ok()) {
    fuzz::Check(ReasonOf(words.status()) == Reason::kDocumentReaderCrashed, "its one reason");
    return 0;
  }
  fuzz::Check(std::ssize(*words) <= limits.recognised_words, "words");
  for (const isolation::RecognisedWord& word : *words) {
    fuzz::Check(word.text.size() <= limits.recognised_word_bytes && IsUtf8(word.text), "text");
    fuzz::Check(
        word.left < word.right && word.right <= 200 && word.top < word.bottom && word.bottom <= 100,
        "inside the image");
    fuzz::Check(word.confidence <= 100, "confidence");
  }
  fuzz::Check(isolation::WriteRecognised(*words, View(image), limits) == Bytes(data, data + size),
              "one way to say it");
  return 0;
}
