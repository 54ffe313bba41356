// SPDX-License-Identifier: Apache-2.0
// Verify a document: bytes in, Report out. No network, no clock but the one passed in, nothing
// written.
#ifndef SCEAU_VERIFY_H_
#define SCEAU_VERIFY_H_

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/error.h"
#include "sceau/limits.h"
#include "sceau/public.h"
#include "sceau/reason.h"
#include "sceau/render.h"
#include "sceau/report.h"
#include "sceau/trust.h"

namespace sceau::verify {
struct Policy;
}

namespace SCEAU_PUBLIC sceau {

// The person that the document should name, its holder or a dependant. What is absent is not
// compared.
struct ExpectedHolder {
  std::optional<std::string> name;  // UTF-8, family name and given names in either order
  // DD/MM/YYYY or YYYY-MM-DD, also without separators; unknown parts 00 or left out; lunar days as
  // printed
  std::optional<std::string> born;
  std::optional<std::string> nir;  // the person's own: 13 or 15 characters, spaces allowed
  // What a Vitale card says beside: the rank of birth, 0 (unknown) to 99, and the number of the
  // person by whom the rights are held.
  std::optional<std::string> rank = std::nullopt;
  std::optional<std::string> insured_nir = std::nullopt;
};

// What `valid` requires: data, not code. Immutable.
using Policy = std::shared_ptr<const verify::Policy>;

// "counter", "insurer" or "unattended". Error: policy.unusable.
absl::StatusOr<Policy> NamedPolicy(std::string_view name);
// JSON against docs/schemas/policy.schema.json. Error: policy.unusable, naming the field.
absl::StatusOr<Policy> ParsePolicy(std::string_view json);

// Of the facts of a page that differ from a genuine seal, or are in doubt (SealReport::pictures).
// They are made of the page: whoever keeps them keeps personal data.
enum class EvidencePictures {
  kNone = 0,
  kNumberCovered,  // the NIR is painted over
  kWithNumber,
};

struct VerifyOptions {
  Trust trust;    // required
  Policy policy;  // null means "counter"
  // None means the Paris day of now(). That day is the clock's word: where the clock can be wrong,
  // rights that are not open on it are not-run. Any other day is the caller's.
  std::optional<Date> date_of_care;
  ExpectedHolder holder;
  Limits limits;
  std::function<Instant()> now;  // null means the system clock
  bool replay = false;           // now() is that of an earlier report: marks the new one
  bool previews = false;  // of the pages that have a code, or of the first; a drawing costs 0.1 s
  // Those of pages of words are made from previews. Verdicts are the same with and without.
  EvidencePictures evidence = EvidencePictures::kNone;
  // Where a page of pixels was not compared otherwise, its words are recognised, if the program for
  // it is installed: some two seconds a page, of two pages of a document at most.
  bool recognise_words = false;
};

// What is asked about one document where the options ask something else, or nothing, about all.
struct Question {
  std::optional<Date> date_of_care = std::nullopt;
  std::optional<ExpectedHolder> holder = std::nullopt;
};

// Threads: every const member may be called from several threads at once, on one Verifier. Each
// call reads in a process of its own, and VerifyOptions::now is called on the caller's thread, by
// several at once. Moving and destroying a Verifier needs it alone. A process that forked may go on
// with its Verifier on both sides, provided that no other thread was inside it at the fork.
class Verifier {
 public:
  // Errors: trust.missing when no trust is given; usage for holder questions that cannot be read.
  static absl::StatusOr<Verifier> Create(VerifyOptions options);

  Verifier(Verifier&&) noexcept;
  Verifier& operator=(Verifier&&) noexcept;
  ~Verifier();

  // `document` is a PDF, an image or the text of a scanner. Never throws, never "valid" on an
  // error: what could not be read is an undetermined report with a document.* reason. `name` goes
  // to Report::file untouched.
  Report VerifyBytes(std::span<const std::uint8_t> document, const std::string& name) const;

  // Reads the file under Limits::document_bytes first. An error (document.missing,
  // document.not-readable) means that there was nothing to verify.
  absl::StatusOr<Report> VerifyFile(const std::string& path) const;

  // The same with a question about this document alone. Error: usage for a holder that cannot be
  // read.
  absl::StatusOr<Report> VerifyBytes(std::span<const std::uint8_t> document,
                                     const std::string& name, const Question& question) const;
  absl::StatusOr<Report> VerifyFile(const std::string& path, const Question& question) const;

  // A report of this verifier with another question about the person: the axis `holder` and the
  // verdicts are judged anew, nothing is read again. Error: usage for a question that cannot be
  // read.
  absl::StatusOr<Report> AskHolder(Report report, const ExpectedHolder& holder) const;

 private:
  struct [[gnu::visibility("hidden")]] State;
  explicit Verifier(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace sceau

#endif  // SCEAU_VERIFY_H_
