// SPDX-License-Identifier: Apache-2.0
#include "seal/format.h"

namespace sceau::seal {
namespace {

struct KeyText {
  std::string operator()(const CertificateHash& hash) const { return ToHex(hash.prefix); }
  std::string operator()(const AuthorityAndCertificate& pair) const {
    return pair.authority + "/" + pair.certificate;
  }
};

}  // namespace

std::string ToString(const KeyReference& key) { return std::visit(KeyText{}, key); }

}  // namespace sceau::seal
