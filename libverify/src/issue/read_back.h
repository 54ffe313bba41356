// SPDX-License-Identifier: Apache-2.0
// Nothing leaves an issuer that a verifier would not accept.
#ifndef SCEAU_ISSUE_READ_BACK_H_
#define SCEAU_ISSUE_READ_BACK_H_

#include <memory>

#include "absl/status/status.h"
#include "isolation/reader.h"
#include "sceau/issue.h"

namespace sceau::issue {

// The two ways in which a document is read: as a verifier does, and as a viewer shows it.
struct ReadBackReaders {
  std::unique_ptr<isolation::Reader> as_verified = isolation::MakeReader();
  std::unique_ptr<isolation::Reader> as_shown =
      isolation::MakeReader({.source = isolation::PageSource::kDrawing});
};

// Reads the document in both ways (or takes the seal's text if nothing was drawn) and judges it as
// a verifier would that trusts this issuer: the seal, the holder, and what a page of ours prints.
// The rights may begin later, and no status list has the attestation yet. Refuses issue.read-back
// with what was found, and claims.writing-direction for names that do not read back because they
// are written from right to left.
absl::Status ReadBack(const IssueOptions& options, ReadBackReaders& readers,
                      const IssuedAttestation& issued);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_READ_BACK_H_
