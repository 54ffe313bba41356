// SPDX-License-Identifier: Apache-2.0
#include "crypto/pem.h"

#include <openssl/pem.h>

#include <algorithm>
#include <limits>
#include <string>

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

std::optional<Bytes> ReadOnlyPemBlock(ByteSpan bytes, std::string_view label) {
  std::string_view text = AsText(bytes);
  const std::string begin = "-----BEGIN " + std::string(label) + "-----\n";
  const std::string end = "\n-----END " + std::string(label) + "-----";
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (!text.starts_with(begin) || !text.ends_with(end)) return std::nullopt;
  text.remove_prefix(begin.size());
  if (text.size() < end.size()) return std::nullopt;
  text.remove_suffix(end.size());
  std::string dense(text);
  std::erase(dense, '\n');
  const std::size_t padding = dense.size() - std::min(dense.find('='), dense.size());
  if (dense.empty() || dense.size() % 4 != 0 || padding > 2 ||
      dense.size() > std::numeric_limits<int>::max()) {
    return std::nullopt;
  }
  Bytes content(dense.size() / 4 * 3);
  const int length =
      EVP_DecodeBlock(content.data(), reinterpret_cast<const unsigned char*>(dense.data()),
                      static_cast<int>(dense.size()));
  // OpenSSL skips white space and '-' at the ends; what remains is then shorter.
  if (length != static_cast<int>(content.size())) return std::nullopt;
  content.resize(content.size() - padding);
  return content;
}

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
