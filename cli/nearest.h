// SPDX-License-Identifier: Apache-2.0
// Finds the word that somebody meant and mistyped.
#ifndef SCEAU_CLI_NEAREST_H_
#define SCEAU_CLI_NEAREST_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sceau::cli {

// The first of the words with the fewest letters changed, added, dropped or exchanged with their
// neighbour; none when even that is more than a third of what was typed.
std::optional<std::string> NearestWord(std::string_view typed,
                                       const std::vector<std::string>& words);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_NEAREST_H_
