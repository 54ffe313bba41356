// SPDX-License-Identifier: Apache-2.0
// Which paper an answer is about: when, how and as the how-manieth of the day
// it was read.
#ifndef SCEAU_VERIFIER_GUI_MODEL_READING_H_
#define SCEAU_VERIFIER_GUI_MODEL_READING_H_

#include <QByteArray>
#include <QString>

#include "sceau/date.h"
#include "sceau/reason.h"

namespace sceau::gui {

enum class Way { kFile, kScanner, kCamera };

struct Reading {
  int number = 0;  // of the Paris day, from 1; 0 for none
  Instant at{};
  Way way = Way::kFile;
  bool isAgain = false;  // the paper of the reading before
  QByteArray digest;     // SHA-256 of the document's bytes; empty for a camera's pictures
};

// Counts the readings of a day. A paper that follows itself keeps its number.
class ReadingCounter {
 public:
  // `print` is the same for the same paper; empty for one that could not be
  // read.
  Reading count(const QByteArray& print, Way way, Instant at);

 private:
  int number_ = 0;
  Date day_{};
  QByteArray print_;
};

// "14:32:05", in Paris.
QString timeOf(Instant at);

// "Lu à 14:32:05 · douchette", then "n° 17 de la journée" or that it is the
// same paper again.
QString stampOf(const Reading& reading, Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_READING_H_
