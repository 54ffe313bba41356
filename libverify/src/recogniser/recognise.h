// SPDX-License-Identifier: Apache-2.0
// The words of a page of grey pixels, by Tesseract.
#ifndef SCEAU_RECOGNISER_RECOGNISE_H_
#define SCEAU_RECOGNISER_RECOGNISE_H_

#include <memory>
#include <vector>

#include "base/page.h"
#include "isolation/recognised.h"

namespace tesseract {
class TessBaseAPI;
}

namespace sceau::recogniser {

class Recogniser {
 public:
  // Loads the language data, French, and all else that is read from files. Nothing where they are
  // not installed.
  static std::unique_ptr<Recogniser> Load();
  ~Recogniser();

  // Opens no file and starts no thread. Empty where nothing is read.
  std::vector<isolation::RecognisedWord> Words(const ImageView& image);

 private:
  Recogniser();
  std::unique_ptr<tesseract::TessBaseAPI> tesseract_;
};

}  // namespace sceau::recogniser

#endif  // SCEAU_RECOGNISER_RECOGNISE_H_
