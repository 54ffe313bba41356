// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_WAITING_PAGE_H_
#define SCEAU_VERIFIER_GUI_VIEW_WAITING_PAGE_H_

#include <QWidget>

#include "verifier-gui/view/camera_view.h"

namespace sceau::gui {

// Between two papers: the three ways in, and what the camera sees.
class WaitingPage : public QWidget {
  Q_OBJECT
 public:
  WaitingPage(CameraReader* reader, Language language, QWidget* parent);

  CameraView* camera() { return camera_; }

 signals:
  void scannerTestAsked();

 private:
  CameraView* camera_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_WAITING_PAGE_H_
