// SPDX-License-Identifier: Apache-2.0
// What a typed text may have been before keyboards, encodings and programs changed its characters.
#ifndef SCEAU_SEAL_SCANNER_MEANINGS_H_
#define SCEAU_SEAL_SCANNER_MEANINGS_H_

#include <functional>
#include <string_view>
#include <vector>

#include "sceau/report.h"
#include "seal/scanner/keyboards.h"

namespace sceau::seal {

// Each text once, as typed first, then the most likely faults; until `visit` says no more.
void ForEachMeaning(std::string_view typed, const std::function<bool(const Meant&)>& visit);

// Where seals start in a text that nothing changed.
std::vector<std::size_t> StartsIn(std::string_view text);

// Where seals start in a typed text, whatever keyboard typed it.
std::vector<std::size_t> TypedStartsIn(std::string_view typed);

// The format of a text that is not a seal, but that a keyboard made of one: a seal's start is in it
// as another keyboard types it, or it looks like `ad1` except for its signs. Empty when none.
std::string_view TypedByAnotherKeyboard(std::string_view typed);

// Adds the reason, unless it was said.
void AddOnce(Reason reason, std::vector<Finding>& faults);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_MEANINGS_H_
