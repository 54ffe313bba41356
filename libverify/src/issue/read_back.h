// SPDX-License-Identifier: Apache-2.0
// Nothing leaves an issuer that a verifier would not accept.
#ifndef SCEAU_ISSUE_READ_BACK_H_
#define SCEAU_ISSUE_READ_BACK_H_

#include <cstddef>
#include <memory>

#include "absl/status/statusor.h"
#include "isolation/reader.h"
#include "sceau/issue.h"
#include "sceau/verify.h"
#include "trust/trust_store.h"

namespace sceau::issue {

// Of so many pages that one call makes, one is drawn whatever it is made of: the first.
inline constexpr std::size_t kPagesPerDrawing = 100;

// The two ways in which a page is read: as a verifier does, by what it is made of, and as a viewer
// shows it.
struct ReadBackReaders {
  std::unique_ptr<isolation::Reader> as_verified = isolation::MakeReader();
  std::unique_ptr<isolation::Reader> as_shown =
      isolation::MakeReader({.source = isolation::PageSource::kDrawing});
};

// Reads back what one call of the issuer makes, one document after the other.
class ReadBack {
 public:
  // `options` outlive it.
  static absl::StatusOr<ReadBack> Create(const IssueOptions& options, ReadBackReaders readers = {});

  // Reads the document (or takes the seal's text if nothing was drawn) and judges it as a verifier
  // would that trusts this issuer: the seal, the holder, and what a page of ours prints. The rights
  // may begin later, and no status list has the attestation yet. A page is also drawn, read and
  // judged as it is shown where what it is made of leaves anything open, and in its turn.
  //
  // Refuses issue.read-back with what was found, and claims.writing-direction for names that do not
  // read back because they are written from right to left.
  absl::Status Check(const IssuedAttestation& issued);

 private:
  ReadBack(const IssueOptions& options, ReadBackReaders readers, trust::TrustStore trust,
           Policy policy);

  // The report on the one seal, which is good.
  absl::StatusOr<SealReport> Judge(const isolation::ReadOutcome& read,
                                   const IssuedAttestation& issued) const;
  absl::StatusOr<SealReport> ReadAndJudge(const std::string& document, isolation::Reader& reader,
                                          const IssuedAttestation& issued) const;

  const IssueOptions& options_;
  ReadBackReaders readers_;
  trust::TrustStore trust_;  // the issuer's certificate alone
  Policy policy_;
  std::size_t pages_ = 0;  // read so far
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_READ_BACK_H_
