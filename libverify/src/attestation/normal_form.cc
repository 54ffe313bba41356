// SPDX-License-Identifier: Apache-2.0
#include "attestation/normal_form.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace sceau::attestation {

std::string ToNfc(std::string_view utf8) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                   static_cast<utf8proc_ssize_t>(utf8.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  struct Free {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
  };
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (length < 0) return std::string(utf8);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

bool HasRightToLeftLetter(std::string_view utf8) {
  const auto decoded = DecodeUtf8(utf8);
  return decoded && std::ranges::any_of(*decoded, [](char32_t c) {
           const auto direction =
               utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->bidi_class;
           return direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL ||
                  direction == UTF8PROC_BIDI_CLASS_AN;
         });
}

}  // namespace sceau::attestation
