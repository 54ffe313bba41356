// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_SCANNER_FILTER_H_
#define SCEAU_VERIFIER_GUI_VIEW_SCANNER_FILTER_H_

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "verifier-gui/model/scanner_keys.h"

namespace sceau::gui {

// Sees every key of the program before the widget that has the focus: a scan is
// taken out, what fingers type goes on to where it was meant.
class ScannerFilter : public QObject {
  Q_OBJECT
 public:
  explicit ScannerFilter(QObject* parent = nullptr);

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  // A seal has begun to be typed; scanned() follows.
  void began();
  void scanned(const QByteArray& text);  // UTF-8

 private:
  struct HeldKey {
    std::unique_ptr<QKeyEvent> event;
    QPointer<QObject> receiver;
  };

  ScannerKeys::Time momentOf(const QKeyEvent& key) const;
  ScannerKeys::Time now() const;
  void finish(ScannerKeys::Held held, const std::vector<HeldKey>& keys);
  void settle();

  ScannerKeys keys_;
  std::vector<HeldKey> held_;
  QTimer silence_;
  QElapsedTimer heard_;                      // since the last key
  ScannerKeys::Time moment_{0};              // at which it was pressed
  std::optional<ScannerKeys::Time> struck_;  // the last key, by a finger or a scanner
  bool isSecondLook_ = false;
  bool releasing_ = false;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_SCANNER_FILTER_H_
