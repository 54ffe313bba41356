// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/key_names.h"

#include <algorithm>

#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr char kBetweenNames = '/';

std::optional<KeyId> IdByCommonNames(const crypto::CertificateOutline& certificate) {
  if (certificate.issuer_common_name.empty() || certificate.subject_common_name.empty())
    return std::nullopt;
  return KeyIdOf(certificate.issuer_common_name, certificate.subject_common_name);
}

}  // namespace

KeyId KeyIdOf(std::string_view authority, std::string_view certificate) {
  std::string text;
  text.reserve(authority.size() + 1 + certificate.size());
  text += authority;
  text += kBetweenNames;
  text += certificate;
  return KeyId(std::move(text));
}

bool IsTestKey(const KeyId& key) {
  constexpr std::string_view kTestAuthority = "FR00";
  const std::string_view text = key.text();
  return text.substr(0, text.find(kBetweenNames)) == kTestAuthority;
}

bool IsAuthorityName(std::string_view common_name) {
  constexpr std::size_t kNameLength = 4;
  return common_name.size() == kNameLength && std::ranges::all_of(common_name, IsDigitOrCapital);
}

const KeyNaming kKeysByCommonNames = {.id_of = &IdByCommonNames};

}  // namespace sceau::seal::two_d_doc
