// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/key_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "fmt/format.h"

namespace sceau::seal::vds {
namespace {

constexpr std::size_t kNameLength = 2;  // of a country, and of a signer in it

std::string Capitals(std::string_view text) {
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return capitals;
}

KeyId Named(std::string_view country, std::string_view signer, std::string_view reference) {
  reference.remove_prefix(std::min(reference.find_first_not_of('0'), reference.size()));
  return KeyId(fmt::format("{}/{}/{}", country, signer, reference));
}

std::optional<KeyId> IdBySerialNumber(const crypto::CertificateOutline& certificate) {
  if (certificate.subject_country.size() != kNameLength ||
      certificate.subject_common_name.size() != kNameLength || certificate.serial_number.empty())
    return std::nullopt;
  return Named(Capitals(certificate.subject_country), certificate.subject_common_name,
               Capitals(ToHex(certificate.serial_number)));
}

}  // namespace

KeyId KeyIdOf(const Header& header) {
  const std::string_view signer = header.signer;
  return Named(signer.substr(0, kNameLength), signer.substr(kNameLength), header.certificate);
}

const KeyNaming kKeysBySerialNumber = {.id_of = &IdBySerialNumber};

}  // namespace sceau::seal::vds
