// SPDX-License-Identifier: Apache-2.0
// Reads PEM blocks. Spec: RFC 7468, as OpenSSL reads it. Private to this room.
#ifndef SCEAU_CRYPTO_PEM_H_
#define SCEAU_CRYPTO_PEM_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace sceau::crypto {

// One block. Its bytes are wiped when it is destroyed, as they may be a key.
class PemBlock {
 public:
  PemBlock(char* label, unsigned char* data, std::size_t size);  // takes OpenSSL's own buffers

  std::string_view label() const { return label_.get(); }
  ByteSpan der() const { return {data_.get(), data_.get_deleter().size}; }

 private:
  struct FreeLabel {
    void operator()(char* label) const;
  };
  struct WipeData {
    std::size_t size = 0;
    void operator()(unsigned char* data) const;
  };
  std::unique_ptr<char, FreeLabel> label_;
  std::unique_ptr<unsigned char, WipeData> data_;
};

// True when the text holds what looks like the start of a block.
bool LooksLikePem(ByteSpan bytes);

// The content of a file that is one block of this label and nothing else, in a fifth of the time
// that ReadPem() takes. Nothing for any other file, whether ReadPem() takes it or not. Not for
// secrets: the bytes are not wiped.
std::optional<Bytes> ReadOnlyPemBlock(ByteSpan bytes, std::string_view label);

// All blocks of a text; text around them is ignored. Nothing when one of them is damaged or carries
// headers (encryption in the manner of RFC 1421).
std::optional<std::vector<PemBlock>> ReadPem(ByteSpan bytes);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_PEM_H_
