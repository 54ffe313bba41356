// SPDX-License-Identifier: Apache-2.0
// The first start: the roots and the bundle that somebody received, in any
// order, together or apart, known by their content whatever they are called.
#ifndef SCEAU_VERIFIER_GUI_MODEL_FIRST_START_H_
#define SCEAU_VERIFIER_GUI_MODEL_FIRST_START_H_

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "absl/status/status.h"
#include "verifier-gui/model/trust_state.h"

namespace sceau::gui {

enum class TrustFileKind { kNone, kRoots, kBundle };

// What a text that was read from the publisher's letter is to the fingerprint.
enum class FingerprintMatch {
  kNone,  // not a fingerprint, or there is nothing yet to compare it with
  kSame,
  kOther,
};

// By its content; kNone for every other file, whatever its name.
TrustFileKind kindOfTrustFile(const QString& path);

class FirstStart {
 public:
  explicit FirstStart(TrustPlace place) : place_(std::move(place)) {}

  // Keeps the file until both are there. Error: why it is neither, in which
  // case nothing changed.
  absl::Status take(const QString& path);

  bool hasRoots() const { return !roots_.isEmpty(); }
  bool hasBundle() const { return !bundle_.isEmpty(); }
  // Of the roots, for the eye: "e13c 68b4 031b f665 …", eight groups in each of
  // two lines.
  QString fingerprint() const;
  // A QR code on the publisher's letter has the same digits, in groups or not; a scanner that is
  // set to an American keyboard is understood.
  FingerprintMatch compare(const QString& text) const;

  // After somebody compared the fingerprint: both at once where both are there,
  // else the roots alone, and the bundle follows as any update does. Errors of
  // PinRoots and InstallFirstBundle; nothing is pinned then.
  absl::Status accept(Instant now);
  void forget();

 private:
  TrustPlace place_;
  QByteArray roots_;
  QByteArray bundle_;
  QString digest_;
};

// In groups of four, eight in a line.
QString inGroupsOfFour(const QString& digest);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_FIRST_START_H_
