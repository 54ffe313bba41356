// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_CAMERA_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_CAMERA_VIEW_H_

#include <QCamera>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "verifier-gui/model/camera_reader.h"
#include "verifier-gui/view/page_view.h"

namespace sceau::gui {

// What the camera sees, with the code outlined; which camera; and, where there
// is none, that.
class CameraView : public QWidget {
  Q_OBJECT
 public:
  CameraView(CameraReader* reader, Language language, QWidget* parent = nullptr);
  ~CameraView() override;

  // Looks for cameras, which takes a moment, and starts the first.
  void start();

 signals:
  // Whether pictures come.
  void seeing(bool isOn);

 private:
  void listCameras();
  void useCamera(int choice);
  void showFrame(const QVideoFrame& frame);
  void showJudged(const Report& report, QSize frame);
  void showNotice(const QString& text);

  CameraReader* reader_;
  Language language_;
  PageView* view_;
  QLabel* notice_;
  QComboBox* choice_;
  QElapsedTimer shown_;
  QTimer outlineEnds_;
  std::unique_ptr<QMediaDevices> devices_;
  std::unique_ptr<QMediaCaptureSession> capture_;
  std::unique_ptr<QCamera> camera_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_CAMERA_VIEW_H_
