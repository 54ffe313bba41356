// SPDX-License-Identifier: Apache-2.0
#include "list_reader/markup_bounds.h"

#include <cstddef>

#include "base/status.h"

namespace sceau::list_reader {
namespace {

// Passes over what stands until `end`, end included. False when it does not end.
bool SkipBeyond(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  if (at == text.npos) return false;
  text.remove_prefix(at + end.size());
  return true;
}

struct Tag {
  std::size_t values = 0;  // in quotes: attributes, declarations of namespaces
  bool is_empty = false;   // <a/>
};

// The rest of a start tag: '>' may stand in a value, '<' may not. Stops counting past `most`.
bool SkipStartTag(std::string_view& text, std::size_t most, Tag& tag) {
  constexpr std::string_view kStops = ">\"'<";
  while (tag.values <= most) {
    const std::size_t at = text.find_first_of(kStops);
    if (at == text.npos || text[at] == '<') return false;
    if (text[at] == '>') {
      tag.is_empty = at > 0 && text[at - 1] == '/';
      text.remove_prefix(at + 1);
      return true;
    }
    const std::size_t end = text.find(text[at], at + 1);
    if (end == text.npos) return false;
    ++tag.values;
    text.remove_prefix(end + 1);
  }
  return true;
}

absl::Status NoEnd() { return Refuse(Reason::kTrustEtsiMalformed, "markup without an end"); }
absl::Status TooMany(const char* what) { return Refuse(Reason::kTrustEtsiTooLarge, what); }

// The markup behind a '<' that opens no element; false in `is_other` for one that does.
absl::Status SkipOther(std::string_view& text, bool& is_other) {
  is_other = true;
  if (text.starts_with("!--")) return SkipBeyond(text, "-->") ? absl::OkStatus() : NoEnd();
  if (text.starts_with("![CDATA[")) return SkipBeyond(text, "]]>") ? absl::OkStatus() : NoEnd();
  if (text.starts_with("?")) return SkipBeyond(text, "?>") ? absl::OkStatus() : NoEnd();
  if (text.starts_with("!"))
    return Refuse(Reason::kTrustEtsiMalformed, "not well-formed XML without a DOCTYPE");
  is_other = false;
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckMarkup(std::string_view text, const Limits& limits) {
  std::size_t elements = 0;
  std::size_t depth = 0;
  while (SkipBeyond(text, "<")) {
    bool is_other = false;
    SCEAU_RETURN_IF_ERROR(SkipOther(text, is_other));
    if (is_other) continue;
    if (text.starts_with("/")) {
      if (depth > 0) --depth;
      continue;
    }
    if (++elements > limits.etsi_elements) return TooMany("elements");
    Tag tag;
    if (!SkipStartTag(text, limits.etsi_attributes, tag)) return NoEnd();
    if (tag.values > limits.etsi_attributes) return TooMany("attributes of an element");
    if (tag.is_empty) continue;
    if (++depth > limits.etsi_depth) return TooMany("elements inside one another");
  }
  return absl::OkStatus();
}

}  // namespace sceau::list_reader
