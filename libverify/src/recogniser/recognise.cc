// SPDX-License-Identifier: Apache-2.0
#include "recogniser/recognise.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace sceau::recogniser {
namespace {

using isolation::RecognisedWord;
using tesseract::ResultIterator;

// What pages are scanned at, as far as it matters to Tesseract: the size of letters.
constexpr int kResolution = 200;

std::uint32_t Clamped(double value, int most) {
  return static_cast<std::uint32_t>(std::clamp(std::lround(value), 0L, long{most}));
}

// The text and how sure its least certain letter is.
void TakeLetters(const ResultIterator& at, RecognisedWord& word) {
  ResultIterator letters(at);
  double least = 100;
  do {
    least = std::min<double>(least, letters.Confidence(tesseract::RIL_SYMBOL));
    if (letters.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL)) break;
  } while (letters.Next(tesseract::RIL_SYMBOL));
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (text != nullptr) word.text = text.get();
  word.confidence = static_cast<std::uint8_t>(std::clamp(least, 0.0, 100.0));
}

// The box of a word is around its ink; here each word is as high as its line, about its baseline.
bool TakePlace(const ResultIterator& at, const ImageView& image, RecognisedWord& word) {
  constexpr double kMiddle = 0.3;  // of the height of a line, above its baseline
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  if (!at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) return false;
  float height = 0;
  float descenders = 0;
  float ascenders = 0;
  at.RowAttributes(&height, &descenders, &ascenders);
  int x1 = 0;
  int y1 = 0;
  int x2 = 0;
  int y2 = 0;
  double middle = (top + bottom) / 2.0;
  if (height < 1) height = static_cast<float>(bottom - top);
  if (at.Baseline(tesseract::RIL_WORD, &x1, &y1, &x2, &y2))
    middle = (y1 + y2) / 2.0 - kMiddle * static_cast<double>(height);
  word.left = Clamped(left, image.width);
  word.right = Clamped(right, image.width);
  word.top = Clamped(middle - static_cast<double>(height) / 2, image.height);
  word.bottom = Clamped(middle + static_cast<double>(height) / 2, image.height);
  return true;
}

}  // namespace

Recogniser::Recogniser() : tesseract_(std::make_unique<tesseract::TessBaseAPI>()) {}
Recogniser::~Recogniser() = default;

std::unique_ptr<Recogniser> Recogniser::Load() {
  std::unique_ptr<Recogniser> made(new Recogniser);
  // No word list: a name is to be read as it stands, and not as the word that is most like it.
  const std::vector<std::string> names = {"load_system_dawg", "load_freq_dawg", "debug_file"};
  const std::vector<std::string> values = {"0", "0", "/dev/null"};
  if (made->tesseract_->Init(nullptr, "fra", tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values,
                             false) != 0)
    return nullptr;
  made->tesseract_->SetPageSegMode(tesseract::PSM_AUTO);
  return made;
}

std::vector<RecognisedWord> Recogniser::Words(const ImageView& image) {
  std::vector<RecognisedWord> words;
  tesseract_->SetImage(image.pixels, image.width, image.height, 1, static_cast<int>(image.stride));
  tesseract_->SetSourceResolution(kResolution);
  if (tesseract_->Recognize(nullptr) != 0) return words;
  const std::unique_ptr<ResultIterator> at(tesseract_->GetIterator());
  if (at == nullptr) return words;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    RecognisedWord word;
    TakeLetters(*at, word);
    if (TakePlace(*at, image, word)) words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  return words;
}

}  // namespace sceau::recogniser
