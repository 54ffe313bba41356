// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/sign.h"

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"

namespace sceau::seal::cose {
namespace {

using codec::CborItem;
using codec::CborWriter;

constexpr std::uint64_t kSignTag = 98;  // RFC 9052 §2, table 1
constexpr std::size_t kBodyMembers = 4;
constexpr std::size_t kSignerMembers = 3;
constexpr std::string_view kSignContext = "Signature";
// Tag, body, list of signers, signer, empty map.
constexpr int kDepth = 5;

absl::Status Malformed(std::string_view what, const CborItem& item) {
  return Refuse(Reason::kSealMalformedCose, fmt::format("{} at offset {}", what, item.offset));
}

bool IsArrayOf(const CborItem& item, std::size_t members) {
  return item.type == CborItem::Type::kArray && item.children.size() == members;
}

bool IsEmptyMap(const CborItem& item) {
  return item.type == CborItem::Type::kMap && item.children.empty();
}

bool IsBytes(const CborItem& item) { return item.type == CborItem::Type::kBytes; }

absl::StatusOr<SignerView> SplitSigner(const CborItem& item) {
  if (!IsArrayOf(item, kSignerMembers)) return Malformed("a signer is not an array of three", item);
  if (!IsBytes(item.children[0]) || !IsEmptyMap(item.children[1]) || !IsBytes(item.children[2]))
    return Malformed("a signer is not [header, {}, signature]", item);
  return SignerView{item.children[0].string, item.children[2].string};
}

}  // namespace

absl::StatusOr<Sign> SplitSign(ByteSpan envelope, std::size_t most_signers) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem root, codec::DecodeCbor(envelope, kDepth));
  if (root.type != CborItem::Type::kTag || root.argument != kSignTag)
    return Malformed("no tag 98", root);
  const CborItem& body = root.children.front();
  if (!IsArrayOf(body, kBodyMembers)) return Malformed("no array of four", body);
  const CborItem& signers = body.children[3];
  if (!IsBytes(body.children[0]) || !IsEmptyMap(body.children[1]) || !IsBytes(body.children[2]) ||
      signers.type != CborItem::Type::kArray) {
    return Malformed("not [header, {}, payload, signers]", body);
  }
  if (signers.children.size() > most_signers) return Malformed("too many signers", signers);
  Sign parts{body.children[0].string, body.children[2].string, {}};
  for (const CborItem& item : signers.children) {
    SCEAU_ASSIGN_OR_RETURN(const SignerView signer, SplitSigner(item));
    parts.signers.push_back(signer);
  }
  return parts;
}

Bytes SignerStructure(ByteSpan body_header, ByteSpan signer_header, ByteSpan payload) {
  return CborWriter()
      .Array(5)
      .Text(kSignContext)
      .ByteString(body_header)
      .ByteString(signer_header)
      .ByteString({})
      .ByteString(payload)
      .Take();
}

Bytes JoinSign(const Sign& parts) {
  CborWriter writer;
  writer.Tag(kSignTag)
      .Array(kBodyMembers)
      .ByteString(parts.protected_header)
      .Map(0)
      .ByteString(parts.payload)
      .Array(parts.signers.size());
  for (const SignerView& signer : parts.signers) {
    writer.Array(kSignerMembers)
        .ByteString(signer.protected_header)
        .Map(0)
        .ByteString(signer.signature);
  }
  return writer.Take();
}

}  // namespace sceau::seal::cose
