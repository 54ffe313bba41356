// SPDX-License-Identifier: Apache-2.0
#include "crypto/pem.h"

#include <openssl/pem.h>

#include <limits>

#include "crypto/openssl_ptr.h"

namespace sceau::crypto {
namespace {

bool ReachedTheEnd() {
  const unsigned long error = ERR_peek_last_error();
  return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

}  // namespace

PemBlock::PemBlock(char* label, unsigned char* data, std::size_t size)
    : label_(label), data_(data, WipeData{size}) {}

void PemBlock::FreeLabel::operator()(char* label) const { OPENSSL_secure_free(label); }

void PemBlock::WipeData::operator()(unsigned char* data) const {
  OPENSSL_secure_clear_free(data, size);
}

bool LooksLikePem(ByteSpan bytes) { return AsText(bytes).find("-----BEGIN ") != std::string::npos; }

std::optional<std::vector<PemBlock>> ReadPem(ByteSpan bytes) {
  const ErrorScope errors;
  if (bytes.empty() || bytes.size() > std::numeric_limits<int>::max()) return std::nullopt;
  const BioPtr source(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  if (!source) return std::nullopt;
  std::vector<PemBlock> blocks;
  for (;;) {
    char* label = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long size = 0;
    // PEM_FLAG_SECURE wipes OpenSSL's working copies; without a secure heap it is the usual one.
    if (PEM_read_bio_ex(source.get(), &label, &header, &data, &size, PEM_FLAG_SECURE) != 1) {
      if (!ReachedTheEnd()) return std::nullopt;
      return blocks;
    }
    blocks.emplace_back(label, data, static_cast<std::size_t>(size));
    const bool has_header = *header != '\0';
    OPENSSL_secure_free(header);
    if (has_header) return std::nullopt;
  }
}

}  // namespace sceau::crypto
