// SPDX-License-Identifier: Apache-2.0
#include "verify/json_text.h"

#include <cmath>

#include "base/text.h"
#include "fmt/format.h"
#include "sceau/render.h"

namespace sceau::verify {
namespace {

void AppendJsonEscape(std::string& out, char32_t c) {
  if (c > 0xFFFF) {  // RFC 8259 §7: a surrogate pair
    const char32_t rest = c - 0x10000;
    out += fmt::format("\\u{:04x}\\u{:04x}", static_cast<unsigned>(0xD800 + (rest >> 10)),
                       static_cast<unsigned>(0xDC00 + (rest & 0x3FF)));
    return;
  }
  out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
}

double Tenth(double value) { return std::round(value * 10) / 10; }

}  // namespace

std::string ToLine(const Json& json) {
  return EscapeInJson(json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace));
}

Json CornersToJson(const Corners& corners) {
  Json json = Json::array();
  for (const Point& point : corners) json.push_back({Tenth(point.x), Tenth(point.y)});
  return json;
}

Json BoxToJson(const Box& box) {
  return {Tenth(box.top_left.x), Tenth(box.top_left.y), Tenth(box.bottom_right.x),
          Tenth(box.bottom_right.y)};
}

Json FindingToJson(const Finding& finding, Language language) {
  Json json = {{"code", ReasonCode(finding.reason)},
               {"message", ReasonSentence(finding.reason, language)}};
  if (!finding.detail.empty()) json["detail"] = finding.detail;
  return json;
}

Json FindingsToJson(const std::vector<Finding>& findings, Language language) {
  Json json = Json::array();
  for (const Finding& finding : findings) json.push_back(FindingToJson(finding, language));
  return json;
}

}  // namespace sceau::verify

namespace sceau {

std::string TextForJson(std::string_view text) { return EscapeNonUtf8(text); }

std::string EscapeInJson(std::string_view json) {
  const auto decoded = DecodeUtf8(json);
  if (!decoded) return {};
  std::string out;
  out.reserve(json.size());
  std::u32string run;
  for (char32_t c : *decoded) {
    if (!IsUnsafeInText(c)) {
      run.push_back(c);
      continue;
    }
    out += EncodeUtf8(run);
    run.clear();
    verify::AppendJsonEscape(out, c);
  }
  return out + EncodeUtf8(run);
}

}  // namespace sceau
