// SPDX-License-Identifier: Apache-2.0
// Every reason that Sceau can give, with its stable code, its kind and what it tells the reader to
// do.
//
// The codes are API: they never change meaning and are never reused. The sentences are not: they
// may be reworded. The table itself is reasons.inc.
#ifndef SCEAU_REASON_H_
#define SCEAU_REASON_H_

#include <optional>
#include <span>
#include <string_view>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

enum class Reason {
#define SCEAU_REASON(name, code, kind, french, english) name,
#include "sceau/reasons.inc"
#undef SCEAU_REASON
};

// What a reason says, whatever it says it of. docs/reference/reasons.md shows these names in words.
enum class ReasonKind {
  kRefuting,       // a positive fact speaks against the document
  kUnknown,        // something could not be decided, which speaks neither for nor against
  kRemark,         // worth knowing, and changes nothing by itself
  kMalformed,      // the content does not follow its format
  kUnsupported,    // the content is of a kind or a version that this Sceau does not handle
  kOverLimit,      // a bound on size, number or time was passed
  kMissing,        // the file is not there
  kConfiguration,  // trust, key, ledger, policy or sandbox of this computer cannot be used as it is
  kUsage,          // a command was asked for what it cannot do
  kInternal,       // Sceau itself failed
};

// What a reason speaks of: its code before the first dot.
enum class ReasonArea {
  kDocument,
  kSeal,
  kScanner,
  kStatus,
  kRights,
  kHolder,
  kFreshness,
  kTrust,
  kKey,
  kClaims,
  kLedger,
  kIsolation,
  kPolicy,
  kOptions,
  kOutput,
  kIssue,
  kUsage,
  kInternal,
};

enum class Language { kFrench, kEnglish };

// "seal.signature-mismatch": lower case, area before the first dot. Static storage, with a
// NUL behind it; so are the sentences.
std::string_view ReasonCode(Reason reason);

ReasonKind KindOf(Reason reason);
ReasonArea AreaOf(Reason reason);

// One or two sentences, UTF-8, with the next action.
std::string_view ReasonSentence(Reason reason, Language language);

std::optional<Reason> ReasonFromCode(std::string_view code);

// In the order of reasons.inc; the test that every reason has a vector walks this.
std::span<const Reason> AllReasons();

}  // namespace sceau

#endif  // SCEAU_REASON_H_
