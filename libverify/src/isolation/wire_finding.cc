// SPDX-License-Identifier: Apache-2.0
#include "isolation/wire_finding.h"

#include <algorithm>
#include <string>

#include "isolation/wire_bytes.h"

namespace sceau::isolation {
namespace {

bool IsPlain(std::uint8_t c) { return c >= ' ' && c <= '~'; }

// Details are ours, in English; what a library's message or a path may have put in is written over.
std::string Plain(std::string detail) {
  detail.resize(std::min(detail.size(), kMaxDetailBytes));
  std::ranges::replace_if(
      detail, [](char c) { return !IsPlain(static_cast<std::uint8_t>(c)); }, '?');
  return detail;
}

}  // namespace

void AppendFinding(Bytes& to, const Finding& finding) {
  AppendBytes(to, AsBytes(ReasonCode(finding.reason)));
  AppendBytes(to, AsBytes(Plain(finding.detail)));
}

std::optional<Finding> TakeFinding(ByteReader& from, std::span<const Reason> possible) {
  const auto code = TakeBytes(from, kMaxDetailBytes);
  const auto detail = TakeBytes(from, kMaxDetailBytes);
  if (!code || !detail || !std::ranges::all_of(*detail, IsPlain)) return std::nullopt;
  const auto reason = ReasonFromCode(AsText(*code));
  if (!reason || std::ranges::find(possible, *reason) == possible.end()) return std::nullopt;
  return Finding{*reason, std::string(AsText(*detail))};
}

}  // namespace sceau::isolation
