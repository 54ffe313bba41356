// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/scanner_page.h"
#include "verifier-gui/view/tones.h"
#include "verifier-gui/view/trust_dialog.h"

namespace sceau::gui {
namespace {

constexpr auto kGeometryKey = "geometry";
// Longer than any payload in any of its writings; a novel that was copied before is not one.
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
      session_(options.language) {
  setWindowTitle(say(Message::kWindowTitle, language_));
  setAcceptDrops(true);
  auto* splitter = new QSplitter(this);
  splitter->addWidget(makeWaysIn());
  pages_ = new QStackedWidget(splitter);
  waiting_ = makeWaiting();
  reading_ = plainLabel(say(Message::kWindowReading, language_), pages_);
  static_cast<QLabel*>(reading_)->setAlignment(Qt::AlignCenter);
  answer_ = new AnswerView(&session_, language_, pages_);
  files_ = new FilesView(&session_, language_, pages_);
  for (QWidget* page : std::initializer_list<QWidget*>{waiting_, reading_, answer_, files_})
    pages_->addWidget(page);
  splitter->addWidget(pages_);
  splitter->setStretchFactor(1, 1);
  splitter->setChildrenCollapsible(false);
  setCentralWidget(splitter);
  makeMenu();
  trustLabel_ = plainLabel({}, this);
  trustLabel_->setWordWrap(false);
  statusBar()->addWidget(trustLabel_, 1);

  connect(&session_, &Session::changed, this, &MainWindow::refresh);
  connect(&scanner_, &ScannerFilter::scanned, this, [this](const QByteArray& text) {
    if (!testingScanner_) session_.openText(text);
  });
  connect(&reader_, &CameraReader::judged, &session_, &Session::showCameraReport);
  qApp->installEventFilter(this);
  qApp->installEventFilter(&scanner_);
  // The age of the bundle grows while the window stands open.
  connect(&trustTimer_, &QTimer::timeout, this, &MainWindow::showTrust);
  trustTimer_.start(std::chrono::minutes{10});
  session_.setIdleTime(options.idleTime);
  reloadTrust();
  if (!restoreGeometry(QSettings().value(kGeometryKey).toByteArray())) {
    const int line = fontMetrics().height();
    resize(line * 62, line * 44);
  }
}

MainWindow::~MainWindow() {
  QSettings().setValue(kGeometryKey, saveGeometry());
  session_.disconnect(this);
  reader_.disconnect(this);
}

QWidget* MainWindow::makeWaysIn() {
  auto* panel = new QWidget(this);
  auto* layout = new QVBoxLayout(panel);
  camera_ = new CameraView(&reader_, language_, panel);
  layout->addWidget(camera_);
  auto* open = new QPushButton(say(Message::kWindowOpen, language_), panel);
  connect(open, &QPushButton::clicked, this, &MainWindow::chooseFiles);
  layout->addWidget(open);
  layout->addWidget(plainLabel(say(Message::kWindowDropHint, language_), panel));
  layout->addWidget(plainLabel(say(Message::kWindowScannerHint, language_), panel));
  auto* test = new QPushButton(say(Message::kScannerTest, language_), panel);
  connect(test, &QPushButton::clicked, this, &MainWindow::testScanner);
  layout->addWidget(test);
  layout->addStretch(1);
  panel->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
  return panel;
}

QWidget* MainWindow::makeWaiting() {
  auto* page = new QWidget(this);
  auto* layout = new QVBoxLayout(page);
  auto* title = plainLabel(say(Message::kWindowWaiting, language_), page);
  title->setAlignment(Qt::AlignCenter);
  scaleFont(title, 1.6, true);
  auto* hint = plainLabel(say(Message::kWindowWaitingHint, language_), page);
  hint->setAlignment(Qt::AlignCenter);
  layout->addStretch(1);
  layout->addWidget(title);
  layout->addWidget(hint);
  layout->addStretch(2);
  return page;
}

void MainWindow::makeMenu() {
  QMenu* menu = menuBar()->addMenu(say(Message::kMenuDocument, language_));
  const auto add = [&](Message text, const QKeySequence& keys, auto&& act) {
    QAction* action = menu->addAction(say(text, language_));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
  };
  add(Message::kMenuOpen, QKeySequence::Open, [this] { chooseFiles(); });
  add(Message::kMenuPaste, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { pasteText(); });
  add(Message::kMenuClear, QKeySequence(Qt::Key_Escape), [this] { session_.clear(); });
  menu->addSeparator();
  add(Message::kMenuTrust, {}, [this] {
    const QString path = QFileDialog::getOpenFileName(this, say(Message::kMenuTrust, language_), {},
                                                      QStringLiteral("*.trust (*.trust);;* (*)"));
    if (!path.isEmpty()) proposeTrust(path);
  });
  add(Message::kMenuScanner, QKeySequence(Qt::Key_F9), [this] { testScanner(); });
  menu->addSeparator();
  add(Message::kMenuQuit, QKeySequence::Quit, [this] { close(); });
}

void MainWindow::testScanner() {
  testingScanner_ = true;
  ScannerPage(&scanner_, language_, this).exec();
  testingScanner_ = false;
}

void MainWindow::chooseFiles() {
  openPaths(QFileDialog::getOpenFileNames(this, say(Message::kWindowOpen, language_)));
}

void MainWindow::pasteText() {
  session_.openText(QApplication::clipboard()->text().left(kLongestPaste).toUtf8());
}

void MainWindow::openPaths(const QStringList& paths) {
  QStringList documents;
  for (const QString& path : paths) {
    if (path.endsWith(QLatin1String(".trust"), Qt::CaseInsensitive)) {
      proposeTrust(path);
    } else {
      documents.append(path);
    }
  }
  session_.openFiles(documents);
}

void MainWindow::raiseToFront() {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
}

void MainWindow::proposeTrust(const QString& path) {
  if (askToInstall(trust_, path, now_(), language_, this)) reloadTrust();
}

void MainWindow::reloadTrust() {
  session_.setTrust(trust_.load(), now_);
  reader_.setOptions(session_.optionsForCamera());
  showTrust();
}

void MainWindow::showTrust() {
  const TrustGlance glance = trust_.glance(now_());
  trustLabel_->setText(glance.text);
  const ToneColours colours =
      coloursOf(glance.isGood ? Tone::kNoSeal : Tone::kUnsure, isDark(palette()));
  QPalette inked = trustLabel_->palette();
  inked.setColor(QPalette::WindowText, colours.text);
  inked.setColor(QPalette::Window, colours.ground);
  trustLabel_->setPalette(inked);
  trustLabel_->setAutoFillBackground(true);
  trustLabel_->setContentsMargins(6, 2, 6, 2);
}

void MainWindow::refresh() {
  switch (session_.state()) {
    case Session::State::kWaiting:
      pages_->setCurrentWidget(waiting_);
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
  answer_->refresh();
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
