// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_
#define SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_

#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>
#include <functional>

#include "verifier-gui/model/camera_reader.h"
#include "verifier-gui/model/session.h"
#include "verifier-gui/model/trust_state.h"
#include "verifier-gui/view/answer_view.h"
#include "verifier-gui/view/camera_view.h"
#include "verifier-gui/view/files_view.h"
#include "verifier-gui/view/scanner_filter.h"

namespace sceau::gui {

struct WindowOptions {
  Language language = Language::kFrench;
  TrustPlace trust;
  std::function<Instant()> now;
  std::chrono::milliseconds idleTime = std::chrono::minutes{2};
};

// The one window: three ways in on the left, the answer on the right, the age of the trust below.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(const WindowOptions& options, QWidget* parent = nullptr);
  ~MainWindow() override;

  // Documents are verified; a .trust file is proposed for installation.
  void openPaths(const QStringList& paths);
  void startCamera() { camera_->start(); }
  void raiseToFront();

  Session* session() { return &session_; }
  CameraReader* cameraReader() { return &reader_; }

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeWaysIn();
  QWidget* makeWaiting();
  void makeMenu();
  void chooseFiles();
  void pasteText();
  void testScanner();
  void proposeTrust(const QString& path);
  void reloadTrust();
  void showTrust();
  void refresh();

  Language language_;
  std::function<Instant()> now_;
  TrustState trust_;
  Session session_;
  CameraReader reader_;
  ScannerFilter scanner_;
  CameraView* camera_;
  AnswerView* answer_;
  FilesView* files_;
  QStackedWidget* pages_;
  QWidget* waiting_;
  QWidget* reading_;
  QLabel* trustLabel_;
  QTimer trustTimer_;
  bool testingScanner_ = false;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_
