// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_
#define SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_

#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>
#include <functional>

#include "verifier-gui/model/camera_reader.h"
#include "verifier-gui/model/proof.h"
#include "verifier-gui/model/session.h"
#include "verifier-gui/model/trust_state.h"
#include "verifier-gui/view/answer_view.h"
#include "verifier-gui/view/care_date.h"
#include "verifier-gui/view/files_view.h"
#include "verifier-gui/view/first_start_page.h"
#include "verifier-gui/view/foot_bar.h"
#include "verifier-gui/view/scanner_filter.h"
#include "verifier-gui/view/top_bar.h"
#include "verifier-gui/view/waiting_page.h"

namespace sceau::gui {

struct WindowOptions {
  Language language = Language::kFrench;
  TrustPlace trust;
  std::function<Instant()> now;
  std::chrono::milliseconds idleTime = std::chrono::minutes{2};
  std::optional<bool> dark;  // none: as it was last, or as the system is
};

// The one window: what hears and sees above, one answer or what waits for one,
// and below what is always true of an answer.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(const WindowOptions& options, QWidget* parent = nullptr);
  ~MainWindow() override;

  // Documents are verified; a file of roots or issuers is proposed for
  // installation, whatever it is called.
  void openPaths(const QStringList& paths);
  void startCamera() { waiting_->camera()->start(); }
  void raiseToFront();

  Session* session() { return &session_; }
  CameraReader* cameraReader() { return &reader_; }
  const AnswerView* answerView() const { return answer_; }
  FilesView* filesView() { return files_; }
  const FootBar* footBar() const { return foot_; }
  FirstStartPage* firstStartPage() { return firstStartPage_; }
  CareDate* careDate() { return careDate_; }
  // Of the answer that stands, if one does.
  std::optional<Proof> proof() const;
  // The page at `path`, and the record beside it. False when they cannot be written.
  static bool writeProof(const Proof& proof, const QString& path);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void makePages();
  QMenu* makeMenu();
  void setDark(bool dark);
  void goOn();
  void connectParts();
  void keepProof();
  void showHelp(const QString& heading);
  bool mayLeaveBatch();
  void chooseDay(std::optional<Date> day);
  void takeTrustFiles(const QStringList& paths);
  void acceptRoots();
  void chooseFiles();
  void pasteText();
  void openText(const QByteArray& text);
  void testScanner();
  void reloadTrust();
  void showTrust();
  void refresh();

  Language language_;
  std::function<Instant()> now_;
  TrustState trust_;
  FirstStart firstStart_;
  bool hasTrust_ = false;
  Session session_;
  CameraReader reader_;
  ScannerFilter scanner_;
  TopBar* top_;
  FootBar* foot_;
  AnswerView* answer_;
  FilesView* files_;
  QStackedWidget* pages_;
  WaitingPage* waiting_;
  FirstStartPage* firstStartPage_;
  CareDate* careDate_;
  QLabel* reading_;
  QLabel* veil_;
  QTimer trustTimer_;
  bool testingScanner_ = false;
  bool isAsking_ = false;  // whether a list may be left
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_MAIN_WINDOW_H_
