// SPDX-License-Identifier: Apache-2.0
// JSON values -> one line of text that cannot move a terminal.
#ifndef SCEAU_VERIFY_JSON_TEXT_H_
#define SCEAU_VERIFY_JSON_TEXT_H_

#include <string>
#include <vector>

#include "nlohmann/json.hpp"
#include "sceau/report.h"

namespace sceau::verify {

using Json = nlohmann::ordered_json;

// Control, bidirectional and invisible characters as \uXXXX; bytes that are not UTF-8 replaced by
// U+FFFD.
std::string ToLine(const Json& json);

Json CornersToJson(const Corners& corners);  // [[x,y] × 4], pixels with one decimal
Json BoxToJson(const Box& box);              // left, top, right, bottom
Json FindingToJson(const Finding& finding, Language language);  // {code, message, detail?}
Json FindingsToJson(const std::vector<Finding>& findings, Language language);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_JSON_TEXT_H_
