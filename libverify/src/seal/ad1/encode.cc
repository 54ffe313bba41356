// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/encode.h"

#include "codec/base45.h"
#include "codec/cbor.h"
#include "seal/ad1/labels.h"
#include "seal/cose/key_header.h"
#include "seal/cose/sign1.h"

namespace sceau::seal::ad1 {
namespace {

using codec::CborWriter;

void WriteHolder(const Holder& holder, CborWriter& writer) {
  const auto optional_items = std::size_t{holder.name_in_use.has_value()} + holder.nir.has_value();
  writer.Map(5 + optional_items);
  writer.Integer(kBirthName).Text(holder.birth_name);
  if (holder.name_in_use) writer.Integer(kNameInUse).Text(*holder.name_in_use);
  writer.Integer(kGivenNames).Text(holder.given_names);
  writer.Integer(kBirthDate).Text(holder.birth_date);
  writer.Integer(kBirthRank).Unsigned(holder.birth_rank);
  if (holder.nir) writer.Integer(kNir).Text(*holder.nir);
  writer.Integer(kRole).Unsigned(static_cast<std::uint64_t>(holder.role));
}

void WriteRights(const std::vector<Right>& rights, CborWriter& writer) {
  writer.Array(rights.size());
  for (const Right& right : rights) {
    writer.Array(right.until ? 3 : 2);
    writer.Unsigned(static_cast<std::uint64_t>(right.kind)).Unsigned(DateToNumber(right.from));
    if (right.until) writer.Unsigned(DateToNumber(*right.until));
  }
}

void WriteDependants(const std::vector<Dependant>& dependants, CborWriter& writer) {
  writer.Array(dependants.size());
  for (const Dependant& dependant : dependants) {
    writer.Array(4)
        .Text(dependant.name)
        .Text(dependant.given_names)
        .Text(dependant.birth_date)
        .Unsigned(dependant.birth_rank);
  }
}

void WriteAttestation(const Attestation& attestation, CborWriter& writer) {
  const auto optional_items = std::size_t{!attestation.dependants.empty()} +
                              attestation.status.has_value() + attestation.replaces.has_value() +
                              !attestation.digests.empty() + attestation.layout.has_value();
  writer.Map(4 + optional_items);
  writer.Integer(kVersion).Unsigned(kAttestationVersion);
  writer.Integer(kHolder);
  WriteHolder(attestation.holder, writer);
  writer.Integer(kFund).Array(2).Text(attestation.fund.code).Text(attestation.fund.name);
  writer.Integer(kRights);
  WriteRights(attestation.rights, writer);
  if (!attestation.dependants.empty()) {
    writer.Integer(kDependants);
    WriteDependants(attestation.dependants, writer);
  }
  if (attestation.status) {
    writer.Integer(kStatus)
        .Array(2)
        .Unsigned(attestation.status->list)
        .Unsigned(attestation.status->index);
  }
  if (attestation.replaces) writer.Integer(kReplaces).ByteString(*attestation.replaces);
  if (!attestation.digests.empty()) {
    writer.Integer(kDigests).Array(attestation.digests.size());
    for (const SaltedDigest& digest : attestation.digests) writer.ByteString(digest);
  }
  if (attestation.layout) writer.Integer(kLayout).Unsigned(*attestation.layout);
}

Bytes Payload(const Attestation& attestation) {
  const auto seconds = [](Instant instant) { return instant.time_since_epoch().count(); };
  CborWriter writer;
  writer.Map(5);
  writer.Integer(kClaimExpires)
      .Integer(seconds(StartOfParisDay(AddDays(attestation.valid_until, 1))));
  writer.Integer(kClaimNotBefore).Integer(seconds(StartOfParisDay(attestation.valid_from)));
  writer.Integer(kClaimIssuedAt).Integer(seconds(attestation.issued_at));
  writer.Integer(kClaimDocumentId).ByteString(attestation.document_id);
  writer.Integer(kClaimAttestation);
  WriteAttestation(attestation, writer);
  return writer.Take();
}

}  // namespace

Unsigned Encode(const Attestation& attestation, StatedAlgorithm algorithm,
                const CertificateHash& key) {
  Unsigned seal{cose::EncodeKeyHeader({algorithm, key}), Payload(attestation), {}};
  seal.to_be_signed = cose::SigStructure(seal.protected_header, seal.payload);
  return seal;
}

std::string Assemble(const Unsigned& seal, ByteSpan signature) {
  return std::string(kPrefix) +
         codec::EncodeBase45(cose::JoinSign1(seal.protected_header, seal.payload, signature));
}

}  // namespace sceau::seal::ad1
