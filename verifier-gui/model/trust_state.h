// SPDX-License-Identifier: Apache-2.0
// The trust that answers are based on: where it comes from, how old it is, and
// what a new bundle would change.
#ifndef SCEAU_VERIFIER_GUI_MODEL_TRUST_STATE_H_
#define SCEAU_VERIFIER_GUI_MODEL_TRUST_STATE_H_

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

#include "absl/status/statusor.h"
#include "sceau/reason.h"
#include "sceau/trust.h"
#include "sceau/trust_file.h"

namespace sceau::gui {

// A directory of certificates when `directory` is named, else what is pinned
// and installed in `state`.
struct TrustPlace {
  std::string directory;
  std::string state;
};

struct TrustGlance {
  bool isGood = false;  // there is trust, and it is not out of date
  QString text;         // for the status bar
};

struct TrustProposal {
  bool isRoots = false;  // nothing was pinned before: the digest is to be
                         // compared by a person
  QString title;
  QStringList changes;
  QByteArray file;
};

// At most one byte more than a bundle may have, so that a larger one is refused
// as such. Error: document.missing.
absl::StatusOr<QByteArray> readTrustFile(const QString& path);

class TrustState {
 public:
  TrustState(TrustPlace place, Language language);

  absl::StatusOr<Trust> load() const;
  TrustGlance glance(Instant now) const;
  // Whether roots are pinned, with a bundle or yet without one; a directory
  // needs none.
  bool hasRoots() const;

  // What the file at `path` would change; nothing is changed yet. Errors: as of
  // DescribeTrustFile(), and trust.not-installed for a bundle where no root is
  // pinned.
  absl::StatusOr<TrustProposal> propose(const QString& path) const;
  absl::Status accept(const TrustProposal& proposal, Instant now) const;

 private:
  absl::StatusOr<TrustFileDescription> installed() const;

  TrustPlace place_;
  Language language_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_TRUST_STATE_H_
