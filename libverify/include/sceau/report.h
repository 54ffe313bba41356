// SPDX-License-Identifier: Apache-2.0
// What verification found. Plain values: a Report owns all that it says and outlives the verifier.
//
// Every zero value means "not verified": a default-constructed axis, seal or report can never read
// as valid.
#ifndef SCEAU_REPORT_H_
#define SCEAU_REPORT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sceau/claims.h"
#include "sceau/date.h"
#include "sceau/geometry.h"
#include "sceau/public.h"
#include "sceau/reason.h"

namespace SCEAU_PUBLIC sceau {

enum class Verdict { kUndetermined = 0, kInvalid, kValid };

// What a verdict comes to for the person who asked: the five words that every surface says. An
// invalid document is refused, unless the rights alone are against it: a paper that has expired is
// as genuine as it ever was. An undetermined one is not confirmed, unless it carries no seal.
enum class Outcome { kNotConfirmed = 0, kInOrder, kRightsNotOpen, kRefused, kNoSeal };

// The bare cryptographic fact under the seal axis.
enum class Signature { kNotChecked = 0, kMismatch, kVerified };

enum class SealAxis {
  kNotRun = 0,
  kGenuine,
  kAltered,
  kIssuerUnknown,
  kIssuerNotAllowed,
  kTestIssuer,
  kUnsupported,
  kMalformed,
};
enum class StatusAxis {
  kNotRun = 0,
  kCurrent,
  kRevoked,
  kSuspended,
  kUnknown,
  kNotOffered,
  kNeverIssued,
};
enum class RightsAxis { kNotRun = 0, kOpen, kClosed, kNotYet, kGap, kExpired, kNotApplicable };
// kClose: neither the person expected for certain nor another one; the reasons say what to look at.
enum class HolderAxis { kNotRun = 0, kMatches, kDiffers, kNotAsked, kClose };
enum class DocumentAxis { kNotRun = 0, kAgrees, kDiffers, kNotCompared };
enum class FreshnessAxis { kNotRun = 0, kFresh, kStale, kUndated, kClockSuspect };

struct Axes {
  SealAxis seal = SealAxis::kNotRun;
  StatusAxis status = StatusAxis::kNotRun;
  RightsAxis rights = RightsAxis::kNotRun;
  HolderAxis holder = HolderAxis::kNotRun;
  DocumentAxis document = DocumentAxis::kNotRun;
  FreshnessAxis freshness = FreshnessAxis::kNotRun;

  bool operator==(const Axes&) const = default;
};

// One thing found. `detail` names a field or an offset in English for developers; it never holds a
// value of the seal.
struct Finding {
  Reason reason;
  std::string detail;

  bool operator==(const Finding&) const = default;
};

enum class FactResult { kNotCompared = 0, kAgrees, kDiffers };
// How a fact was compared: the words that draw the page, its pixels, or words that a machine read
// off its pixels (the optional program sceau-recognise).
enum class ComparisonWay { kNone = 0, kText, kPixels, kRecognised };

// What became of one fact that the page should print (Claims::printed).
struct ComparedFact {
  FactKey fact;
  FactResult result = FactResult::kNotCompared;
  ComparisonWay way = ComparisonWay::kNone;
  int page = 0;  // from 1; 0 where the fact was not found
  std::optional<Box> box{};
  std::string seen{};  // what stands there, for evidence alone: never in the JSON
  // The file with its picture, where one was written (sceau/evidence.h): a name under the folder.
  std::string picture{};

  bool operator==(const ComparedFact&) const = default;
};

// How one fact looks on the page, and below it how the seal says that it should look.
struct FactPicture {
  FactKey fact;
  int page = 0;     // from 1
  std::string png;  // the file
};

// Since when, and for which coarse reason, an issuer withdrew or suspended an attestation.
struct WithdrawalNotice {
  Date since{};
  std::string reason;  // "lost", "stolen", "replaced", "error", "fraud", "other"
};

// The days next to the date of care that decide the rights axis. Rights that are closed have
// ended, those to come start, and between two periods they do both; an attestation that has
// expired ended on its own last day.
struct RightsDates {
  std::optional<Date> ended;   // the last day before the date of care
  std::optional<Date> starts;  // the first day after it

  bool operator==(const RightsDates&) const = default;
};

struct IssuerIdentity {
  std::string key_id;  // as the format prints it: 16 hexadecimal digits (ad1), "FR00/0001" (2d-doc)
  std::string name;    // whose seal it is; empty when the issuer is unknown
  std::string authority{};  // who certified it, of those that are trusted too; may be empty
};

struct SealReport {
  std::string format;  // "ad1", "2d-doc"
  Signature signature = Signature::kNotChecked;
  std::string symbology;  // "QRCode", "DataMatrix", "Text" for a scanner's text
  int page = 1;           // from 1
  Corners corners{};      // pixels of the page as read; of a PDF, drawn at Limits::render_dpi
  Verdict verdict = Verdict::kUndetermined;
  Outcome outcome = Outcome::kNotConfirmed;
  // Another seal of the document counts in its place: it is hidden beside one that is shown, an
  // attestation of the same person is newer or begins earlier, or of several people another one
  // was asked for.
  bool set_aside = false;
  // In order, but nobody has compared the page with the claims: whoever relies on the page must.
  bool compare_by_eye = false;
  Axes axes;
  RightsDates rights_dates;
  std::vector<Finding> reasons;
  std::optional<IssuerIdentity> issuer;
  std::optional<Claims> claims;
  std::vector<ComparedFact> printed;  // as Claims::printed; empty where nothing can be compared
  // Of facts that differ or are in doubt, where VerifyOptions asks for them; never in the JSON.
  std::vector<FactPicture> pictures;
  std::optional<WithdrawalNotice> withdrawal;  // where the status list says more than that
};

// A symbol that carries no seal, named so that the reader knows what it is ("web-address", "ins",
// "hc1", "text" …).
struct OtherSymbol {
  std::string kind;
  std::string symbology;
  int page = 1;
  Corners corners{};
};

// A page as it is seen, made small, for a person to recognise it. A point of Corners is at
// (x * width / page_width, y * height / page_height) in it.
struct PagePreview {
  int page = 1;  // from 1
  int page_width = 0;
  int page_height = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> luminance;  // width * height, rows from the top, 0 = black
};

// The trust bundle that a report stands on, to be found again.
struct BundleIdentity {
  std::uint64_t sequence = 0;
  Instant issued{};
  std::string digest;  // SHA-256 of what its roots signed, hexadecimal
};

struct Report {
  std::string file;        // as the caller named it
  std::string request_id;  // of the caller's batch; empty when there is none
  Verdict verdict = Verdict::kUndetermined;
  Outcome outcome = Outcome::kNotConfirmed;
  bool compare_by_eye = false;    // of a seal that counts
  std::vector<Finding> reasons;   // about the document as a whole
  std::vector<SealReport> seals;  // in page order, then top to bottom; never "first wins"
  std::vector<OtherSymbol> others;
  Date date_of_care{};
  Instant verified_at{};
  bool replayed = false;                // judged again as on another day: proves nothing today
  std::optional<BundleIdentity> trust;  // none for a directory of certificates
  // What that directory holds and cannot be used: says nothing of the document.
  std::vector<Finding> trust_remarks;
  std::string policy;
  int pages_read = 0;
  std::vector<PagePreview> previews;  // where VerifyOptions asks for them; never in the JSON
};

// Found about the document as a whole, and no reason against it: attached files, several people on
// pages of their own.
bool IsRemark(const Finding& finding);

}  // namespace sceau

#endif  // SCEAU_REPORT_H_
