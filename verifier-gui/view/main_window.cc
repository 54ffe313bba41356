// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "sceau/ins.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/file_dialogs.h"
#include "verifier-gui/view/help_window.h"
#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/scanner_page.h"
#include "verifier-gui/view/theme.h"
#include "verifier-gui/view/tones.h"
#include "verifier-gui/view/trust_dialog.h"

namespace sceau::gui {
namespace {

constexpr auto kGeometryKey = "geometry";
constexpr auto kDarkKey = "dark";
constexpr qsizetype kFewFiles = 8;
constexpr QSize kFirstSize(1280, 720);
// Longer than any payload in any of its writings; a novel that was copied
// before is not one.
constexpr qsizetype kLongestPaste = 65'536;

QStringList pathsOf(const QMimeData* data) {
  QStringList paths;
  for (const QUrl& url : data->urls()) {
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  }
  return paths;
}

}  // namespace

MainWindow::MainWindow(const WindowOptions& options, QWidget* parent)
    : QMainWindow(parent),
      language_(options.language),
      now_(options.now),
      trust_(options.trust, options.language),
      firstStart_(options.trust),
      session_(options.language) {
  setDark(options.dark.value_or(QSettings().value(kDarkKey, isSystemDark()).toBool()));
  setWindowTitle(say(Message::kWindowTitle, language_));
  setAcceptDrops(true);
  auto* all = new QWidget(this);
  auto* layout = new QVBoxLayout(all);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  top_ = new TopBar(language_, makeMenu(), all);
  layout->addWidget(top_);
  careDate_ = new CareDate(language_, top_);
  careDate_->setToday(ParisDay(now_()));
  top_->addTool(careDate_);
  makePages();
  layout->addWidget(pages_, 1);
  foot_ = new FootBar(language_, all);
  auto* keep = new QPushButton(say(Message::kProofKeep, language_), foot_);
  connect(keep, &QPushButton::clicked, this, &MainWindow::keepProof);
  foot_->addTool(keep);
  layout->addWidget(foot_);
  setCentralWidget(all);

  connectParts();
  qApp->installEventFilter(this);
  qApp->installEventFilter(&scanner_);
  // The age of the bundle grows while the window stands open.
  connect(&trustTimer_, &QTimer::timeout, this, &MainWindow::showTrust);
  trustTimer_.start(std::chrono::minutes{10});
  session_.setIdleTime(options.idleTime);
  reloadTrust();
  if (!restoreGeometry(QSettings().value(kGeometryKey).toByteArray())) resize(kFirstSize);
}

void MainWindow::connectParts() {
  connect(top_->openButton(), &QPushButton::clicked, this, &MainWindow::chooseFiles);
  connect(top_->helpButton(), &QPushButton::clicked, this, [this] { showHelp({}); });
  connect(waiting_->camera(), &CameraView::seeing, top_, &TopBar::setCamera);
  connect(waiting_, &WaitingPage::scannerTestAsked, this, &MainWindow::testScanner);
  connect(foot_, &FootBar::nextAsked, this, &MainWindow::goOn);
  connect(&session_, &Session::changed, this, &MainWindow::refresh);
  connect(&scanner_, &ScannerFilter::scanned, this, [this](const QByteArray& text) {
    // Not within the filter of keys: a question may be asked first.
    if (!testingScanner_)
      QMetaObject::invokeMethod(
          this, [this, text] { openText(text); }, Qt::QueuedConnection);
  });
  connect(&scanner_, &ScannerFilter::began, this, [this] {
    if (!testingScanner_) session_.expectScan();
  });
  connect(&session_, &Session::verifiersChanged, this,
          [this] { reader_.setOptions(session_.optionsForCamera()); });
  connect(&session_, &Session::idled, this, [this] {
    // A list is covered and stays; for today it would be judged anew.
    if (!session_.hasBatch()) careDate_->chooseToday();
  });
  connect(careDate_, &CareDate::chosen, this, &MainWindow::chooseDay);
  connect(firstStartPage_, &FirstStartPage::choiceAsked, this, &MainWindow::chooseFiles);
  connect(firstStartPage_, &FirstStartPage::helpAsked, this,
          [this] { showHelp(say(Message::kHelpFirstStart, language_)); });
  connect(firstStartPage_, &FirstStartPage::accepted, this, &MainWindow::acceptRoots);
  connect(firstStartPage_, &FirstStartPage::exampleAsked, &session_, &Session::openExample);
  connect(&reader_, &CameraReader::judged, &session_,
          [this](const Report& report, QSize, bool showsPrint) {
            session_.showCameraReport(report, showsPrint);
          });
}

MainWindow::~MainWindow() {
  QSettings().setValue(kGeometryKey, saveGeometry());
  session_.disconnect(this);
  reader_.disconnect(this);
}

void MainWindow::makePages() {
  pages_ = new QStackedWidget(this);
  waiting_ = new WaitingPage(&reader_, language_, pages_);
  reading_ = plainLabel(say(Message::kWindowReading, language_), pages_);
  scaleFont(reading_, 2.2, true);
  reading_->setAlignment(Qt::AlignCenter);
  veil_ = plainLabel(say(Message::kWindowVeiled, language_), pages_);
  veil_->setAlignment(Qt::AlignCenter);
  answer_ = new AnswerView(&session_, language_, pages_);
  files_ = new FilesView(&session_, language_, pages_);
  firstStartPage_ = new FirstStartPage(&firstStart_, language_, pages_);
  for (QWidget* page :
       std::initializer_list<QWidget*>{waiting_, reading_, veil_, answer_, files_, firstStartPage_})
    pages_->addWidget(page);
}

QMenu* MainWindow::makeMenu() {
  auto* menu = new QMenu(say(Message::kMenuDocument, language_), this);
  const auto add = [&](Message text, const QKeySequence& keys, auto&& act) {
    QAction* action = menu->addAction(say(text, language_));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    addAction(action);  // so that its keys are heard while the menu is closed
    return action;
  };
  add(Message::kMenuOpen, QKeySequence::Open, [this] { chooseFiles(); });
  add(Message::kMenuPaste, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { pasteText(); });
  add(Message::kMenuClear, QKeySequence(Qt::Key_Escape), [this] { goOn(); });
  add(Message::kMenuKeep, QKeySequence::Print, [this] { keepProof(); });
  menu->addSeparator();
  add(Message::kMenuTrust, {}, [this] {
    const QStringList paths = askWhatToOpen(this, say(Message::kMenuTrust, language_));
    if (!paths.isEmpty() && mayLeaveBatch()) takeTrustFiles(paths);
  });
  add(Message::kMenuScanner, QKeySequence(Qt::Key_F9), [this] { testScanner(); });
  add(Message::kMenuHelp, QKeySequence(Qt::Key_F1), [this] { showHelp({}); });
  add(Message::kMenuExample, {}, [this] {
    if (mayLeaveBatch()) session_.openExample();
  });
  QAction* dark = add(Message::kMenuDark, {}, [this](bool isDark) {
    setDark(isDark);
    QSettings().setValue(kDarkKey, isDark);
  });
  dark->setCheckable(true);
  dark->setChecked(isDark(QApplication::palette()));
  menu->addSeparator();
  add(Message::kMenuQuit, QKeySequence::Quit, [this] { close(); });
  return menu;
}

// To the list, where one stands, or to the next person.
void MainWindow::goOn() {
  if (session_.isVeiled()) {
    session_.touch();  // nobody leaves a list unseen
    return;
  }
  if (session_.hasBatch() && session_.state() != Session::State::kBatch) {
    session_.backToBatch();
  } else if (mayLeaveBatch()) {
    session_.clear();
  }
}

// A list is judged anew for another day.
void MainWindow::chooseDay(std::optional<Date> day) {
  if (day == session_.dateOfCare()) return;
  if (!session_.hasBatch()) {
    session_.setDateOfCare(day);
    return;
  }
  const auto askFirst = [this, day] {
    if (mayLeaveBatch()) session_.setDateOfCare(day);
    careDate_->choose(session_.dateOfCare());
  };
  // Not while the calendar, which holds the mouse, is about to close.
  QMetaObject::invokeMethod(this, askFirst, Qt::QueuedConnection);
}

// Results that nobody exported are gone for good.
bool MainWindow::mayLeaveBatch() {
  const bool isLost = session_.hasBatch() && !session_.documents()->isExported() &&
                      session_.documents()->doneCount() > 0;
  if (!isLost) return true;
  if (isAsking_) return false;  // what came while the question stands
  isAsking_ = true;
  QMessageBox box(QMessageBox::Question, say(Message::kWindowTitle, language_),
                  say(Message::kBatchUnsaved, language_), QMessageBox::NoButton, this);
  const QPushButton* leave =
      box.addButton(say(Message::kBatchLeave, language_), QMessageBox::DestructiveRole);
  box.setDefaultButton(box.addButton(say(Message::kBatchStay, language_), QMessageBox::RejectRole));
  box.exec();
  isAsking_ = false;
  return box.clickedButton() == leave;
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (mayLeaveBatch()) {
    event->accept();
  } else {
    event->ignore();
  }
}

void MainWindow::showHelp(const QString& heading) {
  auto* help = new HelpWindow(language_, this);
  help->setAttribute(Qt::WA_DeleteOnClose);
  help->show();
  if (!heading.isEmpty()) help->showHeading(heading);
}

void MainWindow::testScanner() {
  testingScanner_ = true;
  ScannerPage(&scanner_, language_, this).exec();
  testingScanner_ = false;
}

void MainWindow::chooseFiles() {
  openPaths(askWhatToOpen(this, say(Message::kWindowOpen, language_)));
}

void MainWindow::pasteText() {
  openText(QApplication::clipboard()->text().left(kLongestPaste).toUtf8());
}

// The identity on a patient's papers asks about the answer that stands, and takes nothing away.
void MainWindow::openText(const QByteArray& text) {
  if (!hasTrust_ && firstStartPage_->compare(QString::fromUtf8(text))) {
    session_.clear();  // where the example stands
    return;
  }
  const bool asks =
      session_.state() == Session::State::kAnswer && HolderOfIns(text.toStdString()).has_value();
  if (asks || mayLeaveBatch()) session_.openText(text);
}

void MainWindow::openPaths(const QStringList& paths) {
  if (paths.isEmpty() || !mayLeaveBatch()) return;
  QStringList documents;
  QStringList trust;
  // Of many files nobody looks at the content twice.
  const bool areFew = paths.size() <= kFewFiles;
  for (const QString& path : paths) {
    const bool isNamedSo = path.endsWith(QLatin1String(".trust"), Qt::CaseInsensitive) ||
                           path.endsWith(QLatin1String(".roots"), Qt::CaseInsensitive);
    const bool isTrust = isNamedSo || (areFew && kindOfTrustFile(path) != TrustFileKind::kNone);
    (isTrust ? trust : documents).append(path);
  }
  takeTrustFiles(trust);
  if (!documents.isEmpty()) session_.openFiles(filesAmong(documents));
}

// The first of all are compared by a person; later ones are what the pinned
// roots have signed.
void MainWindow::takeTrustFiles(const QStringList& paths) {
  if (paths.isEmpty()) return;
  if (!trust_.hasRoots()) {
    session_.clear();
    firstStartPage_->take(paths);
    return;
  }
  for (const QString& path : paths) {
    if (askToInstall(trust_, path, now_(), language_, this)) reloadTrust();
  }
}

void MainWindow::acceptRoots() {
  const absl::Status status = firstStart_.accept(now_());
  if (!status.ok()) tellRefusal(status, language_, this);
  reloadTrust();
}

void MainWindow::raiseToFront() {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
}

void MainWindow::reloadTrust() {
  const absl::StatusOr<Trust> trust = trust_.load();
  hasTrust_ = trust.ok();
  firstStartPage_->setPinned(trust_.hasRoots());
  session_.setTrust(trust, now_);
  reader_.setOptions(session_.optionsForCamera());
  showTrust();
}

void MainWindow::showTrust() {
  foot_->setTrust(trust_.glance(now_()));
  careDate_->setToday(ParisDay(now_()));
}

std::optional<Proof> MainWindow::proof() const {
  if (session_.state() != Session::State::kAnswer || !session_.report()) return std::nullopt;
  if (session_.isExample()) return std::nullopt;
  const Report& report = *session_.report();
  const Answer answer = answerOf(report, session_.seal(), language_);
  return Proof{proofPdf(report, answer, session_.reading(), language_),
               proofJson(report, language_)};
}

// The dialog asks about no file but the page: the record has the page's whole name before its own.
bool MainWindow::writeProof(const Proof& proof, const QString& path) {
  return writePrivately(path, proof.page) &&
         writePrivately(path + QStringLiteral(".json"), proof.record);
}

void MainWindow::keepProof() {
  // Made before the dialog: another paper may be answered when it closes.
  const std::optional<Proof> kept = proof();
  if (!kept) return;
  const QString path =
      askWhereToSave(this, say(Message::kProofKeep, language_),
                     QStringLiteral("sceau-%1.pdf").arg(session_.reading().number));
  if (path.isEmpty()) return;
  const Message outcome =
      writeProof(*kept, path) ? Message::kBatchWritten : Message::kBatchNotWritten;
  QMessageBox::information(this, say(Message::kProofTitle, language_),
                           say(outcome, language_, EscapeForDisplay(path.toStdString())));
}

void MainWindow::setDark(bool dark) {
  QApplication::setPalette(paletteOf(dark));
  setStyleSheet(styleSheetOf(dark));
}

void MainWindow::refresh() {
  switch (session_.state()) {
    case Session::State::kWaiting:
      pages_->setCurrentWidget(hasTrust_ ? static_cast<QWidget*>(waiting_) : firstStartPage_);
      break;
    case Session::State::kReading:
      pages_->setCurrentWidget(reading_);
      break;
    case Session::State::kAnswer:
    case Session::State::kFailed:
      pages_->setCurrentWidget(answer_);
      break;
    case Session::State::kBatch:
      pages_->setCurrentWidget(files_);
      break;
  }
  if (session_.isVeiled()) pages_->setCurrentWidget(veil_);
  foot_->showTools(session_.state() == Session::State::kAnswer && !session_.isExample());
  foot_->setAnswering(
      session_.state() == Session::State::kAnswer || session_.state() == Session::State::kFailed,
      session_.hasBatch());
  answer_->refresh();
}

// A scanner types into the window that has the focus, and into no other.
void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ActivationChange) top_->setScanner(isActiveWindow());
  QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!pathsOf(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  openPaths(pathsOf(event->mimeData()));
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
      session_.touch();
      break;
    default:
      break;
  }
  return QMainWindow::eventFilter(watched, event);
}

}  // namespace sceau::gui
