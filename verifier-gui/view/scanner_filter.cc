// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/scanner_filter.h"

#include <QApplication>
#include <QWidget>
#include <utility>

namespace sceau::gui {
namespace {

// What a key types, a line end included; empty for those that type nothing.
QString textOf(const QKeyEvent& key) {
  if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) return QStringLiteral("\r");
  // Shortcuts of the program, but not the separators that a scanner sends as
  // Control and a bracket.
  const bool isShortcut = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
  const bool isControl = key.text().size() == 1 && key.text().front() < QLatin1Char(' ') &&
                         key.text().front() >= QChar(0x1C);
  if (isShortcut && !isControl) return {};
  const bool moves =
      key.key() == Qt::Key_Escape || key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete;
  return moves ? QString() : key.text();
}

// Events that were under way when the silence seemed to end are heard before it
// is believed.
constexpr std::chrono::milliseconds kSecondLook{10};

// No system repeats a key that is held down before a quarter of a second. But where a busy one
// gives a release and the next stroke of one key the same moment, Qt calls the second of two equal
// letters a repetition.
constexpr ScannerKeys::Time kSoonestRepeat{200};

}  // namespace

ScannerFilter::ScannerFilter(QObject* parent) : QObject(parent) {
  heard_.start();
  silence_.setSingleShot(true);
  connect(&silence_, &QTimer::timeout, this, &ScannerFilter::settle);
}

// When the key was pressed, as the system says: the program may come to hear of
// it much later. Keys without a time of their own were pressed now.
ScannerKeys::Time ScannerFilter::momentOf(const QKeyEvent& key) const {
  return key.timestamp() == 0 ? now() : ScannerKeys::Time(key.timestamp());
}

ScannerKeys::Time ScannerFilter::now() const {
  return moment_ + ScannerKeys::Time(heard_.elapsed());
}

bool ScannerFilter::eventFilter(QObject* watched, QEvent* event) {
  if (releasing_ || event->type() != QEvent::KeyPress || !watched->isWidgetType()) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const QString text = textOf(*key);
  if (text.isEmpty()) return false;
  const ScannerKeys::Time pressed = momentOf(*key);
  // A key held down comes as fast as a scanner.
  if (key->isAutoRepeat() && (!struck_ || pressed - *struck_ >= kSoonestRepeat)) return false;
  struck_ = pressed;
  moment_ = pressed;
  heard_.restart();
  // A lone Return, Tab or Space is for the widget at once: it presses buttons
  // and moves the focus. But it does not when it ends a scan that came late.
  const bool starts = !keys_.isHolding();
  if (starts && text.front().isSpace() && !keys_.isAfterCutScan(pressed)) return false;
  std::vector<HeldKey> before = std::exchange(held_, {});
  const bool wasSeal = keys_.isHearingSeal();
  const ScannerKeys::Held held = keys_.press(text, pressed);
  if (held == ScannerKeys::Held::kKept) {
    held_ = std::move(before);
  } else {
    finish(held, before);
  }
  held_.push_back({std::unique_ptr<QKeyEvent>(key->clone()), watched});
  isSecondLook_ = false;
  silence_.start(keys_.patience());
  if (!wasSeal && keys_.isHearingSeal()) emit began();
  return true;
}

void ScannerFilter::settle() {
  if (!isSecondLook_) {
    isSecondLook_ = true;
    silence_.start(kSecondLook);
    return;
  }
  isSecondLook_ = false;
  const ScannerKeys::Held held = keys_.settle(now());
  if (held != ScannerKeys::Held::kKept) {
    finish(held, std::exchange(held_, {}));
  } else if (keys_.isHolding()) {
    silence_.start(keys_.patience());
  }
}

void ScannerFilter::finish(ScannerKeys::Held held, const std::vector<HeldKey>& keys) {
  switch (held) {
    case ScannerKeys::Held::kScanned:
      emit scanned(keys_.takeScan().toUtf8());
      return;
    case ScannerKeys::Held::kKept:
    case ScannerKeys::Held::kSwallowed:
      return;
    case ScannerKeys::Held::kReleased:
      break;
  }
  releasing_ = true;
  for (const HeldKey& key : keys) {
    if (key.receiver) QApplication::sendEvent(key.receiver, key.event.get());
  }
  releasing_ = false;
}

}  // namespace sceau::gui
