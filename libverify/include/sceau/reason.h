// SPDX-License-Identifier: Apache-2.0
// Every reason that Sceau can give, with its stable code and what it tells the reader to do.
//
// The codes are API: they never change meaning and are never reused. The sentences are not: they
// may be reworded. The table itself is base/reason.cc.
#ifndef SCEAU_REASON_H_
#define SCEAU_REASON_H_

#include <optional>
#include <span>
#include <string_view>

namespace sceau {

enum class Reason {
#define SCEAU_REASON(name, code, french, english) name,
#include "sceau/reasons.inc"
#undef SCEAU_REASON
};

enum class Language { kFrench, kEnglish };

// "seal.signature-mismatch": lower case, area before the first dot. Static storage.
std::string_view ReasonCode(Reason reason);

// One or two sentences, UTF-8, with the next action. Static storage.
std::string_view ReasonSentence(Reason reason, Language language);

std::optional<Reason> ReasonFromCode(std::string_view code);

// In the order of reasons.inc; the test that every reason has a vector walks this.
std::span<const Reason> AllReasons();

}  // namespace sceau

#endif  // SCEAU_REASON_H_
