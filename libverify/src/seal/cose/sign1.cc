// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/sign1.h"

#include <string>

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"

namespace sceau::seal::cose {
namespace {

using codec::CborItem;
using codec::CborWriter;

constexpr std::uint64_t kSign1Tag = 18;  // RFC 9052 §2, table 1
constexpr std::size_t kMembers = 4;      // RFC 9052 §4.2
constexpr std::string_view kSign1Context = "Signature1";

absl::Status Malformed(std::string_view what, std::size_t offset) {
  return Refuse(Reason::kSealMalformedCose, fmt::format("{} at offset {}", what, offset));
}

absl::StatusOr<Slice> ByteStringOf(const CborItem& item, std::string_view name) {
  if (item.type != CborItem::Type::kBytes) {
    return Malformed(fmt::format("{} is not a byte string", name), item.offset);
  }
  return Slice{item.string, item.offset + item.length - item.string.size()};
}

}  // namespace

absl::StatusOr<Sign1> SplitSign1(ByteSpan envelope, int max_depth) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem root, codec::DecodeCbor(envelope, max_depth));
  if (root.type != CborItem::Type::kTag || root.argument != kSign1Tag) {
    return Malformed("no tag 18", root.offset);
  }
  const CborItem& array = root.children.front();
  if (array.type != CborItem::Type::kArray || array.children.size() != kMembers) {
    return Malformed("no array of four", array.offset);
  }
  const CborItem& unprotected = array.children[1];
  if (unprotected.type != CborItem::Type::kMap || !unprotected.children.empty()) {
    return Malformed("the unprotected header is not an empty map", unprotected.offset);
  }
  Sign1 parts;
  SCEAU_ASSIGN_OR_RETURN(parts.protected_header,
                         ByteStringOf(array.children[0], "the protected header"));
  SCEAU_ASSIGN_OR_RETURN(parts.payload, ByteStringOf(array.children[2], "the payload"));
  SCEAU_ASSIGN_OR_RETURN(parts.signature, ByteStringOf(array.children[3], "the signature"));
  return parts;
}

Bytes SigStructure(ByteSpan protected_header, ByteSpan payload) {
  return CborWriter()
      .Array(kMembers)
      .Text(kSign1Context)
      .ByteString(protected_header)
      .ByteString({})
      .ByteString(payload)
      .Take();
}

Bytes JoinSign1(ByteSpan protected_header, ByteSpan payload, ByteSpan signature) {
  return CborWriter()
      .Tag(kSign1Tag)
      .Array(kMembers)
      .ByteString(protected_header)
      .Map(0)
      .ByteString(payload)
      .ByteString(signature)
      .Take();
}

}  // namespace sceau::seal::cose
