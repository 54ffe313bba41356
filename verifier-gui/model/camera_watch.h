// SPDX-License-Identifier: Apache-2.0
// What lies before the camera, told by its pictures in a row: the paper that was answered, another
// one, or a printed ground.
#ifndef SCEAU_VERIFIER_GUI_MODEL_CAMERA_WATCH_H_
#define SCEAU_VERIFIER_GUI_MODEL_CAMERA_WATCH_H_

#include <QByteArray>
#include <optional>

namespace sceau::gui {

// Why an answer that stands may not be that of what comes in.
enum class StaleBy {
  kCode,  // the camera sees a code that is not a seal
  kPage,  // the camera sees a page without a code
  kScan,  // a scanner types
};

class CameraWatch {
 public:
  // Of one picture: the print of its codes, empty where it has none; whether a seal is among them;
  // whether it shows print; and whether an answer of the camera stands, whose page may turn up
  // without its code and is never the ground.
  void see(const QByteArray& print, bool hasSeal, bool showsPrint, bool isAnswered);
  // What was seen last is answered now.
  void answered();
  // What was seen last is the paper whose answer stands, which was away.
  void cameBack();
  // What lies there is not to be known again.
  void forgetPaper() { paper_.clear(); }

  // What was seen last is the paper that was answered, which was not away.
  bool isSame() const { return isSame_; }
  // Something else than the paper that was answered has lain there for a moment.
  std::optional<StaleBy> other() const;
  // Codes without a seal long enough to be an answer where none stands, and in place of a grey one.
  bool isUnsealed() const;
  bool isReplaced() const;

 private:
  QByteArray seen_;
  QByteArray paper_;  // that was answered, while it is not away
  bool isSame_ = false;
  bool isOnPrint_ = false;  // the ground was printed before the answer came
  int others_ = 0;          // pictures in a row that do not show the paper,
  int unsealed_ = 0;        // with a code but no seal,
  int bare_ = 0;            // and with print or a code, but no seal
  int ground_ = 0;          // pictures without a code that show print, less those that do not
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_CAMERA_WATCH_H_
