// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/part.h"
#include "base/status.h"
#include "fmt/format.h"
#include "sceau/etsi.h"
#include "trust/certified.h"
#include "trust/etsi/read_list.h"
#include "trust/etsi/xmlsec_part.h"

namespace sceau {
namespace {

namespace etsi = trust::etsi;

absl::StatusOr<crypto::Certificate> OnlyCertificate(std::string_view bytes,
                                                    const std::string& which) {
  const auto parsed = crypto::Certificate::Parse(AsBytes(bytes));
  if (!parsed.ok()) return Refuse(Reason::kTrustJunk, which + ": " + DetailOf(parsed.status()));
  if (parsed->size() != 1) return Refuse(Reason::kTrustJunk, which + ": not one certificate");
  return parsed->front();
}

// Null before the first.
const etsi::StatusPeriod* PeriodAt(const etsi::Service& service, Instant at) {
  const auto found = std::ranges::find_if(
      service.periods, [at](const etsi::StatusPeriod& period) { return period.from <= at; });
  return found == service.periods.end() ? nullptr : &*found;
}

std::vector<std::size_t> Certified(const crypto::Certificate& authority,
                                   const std::vector<crypto::Certificate>& leaves) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (trust::Certifies(authority, leaves[i])) places.push_back(i);
  }
  return places;
}

void AddService(const etsi::Service& service, const std::vector<crypto::Certificate>& leaves,
                Instant at, EtsiList& list) {
  const etsi::StatusPeriod* period = PeriodAt(service, at);
  if (period == nullptr) return;
  for (const etsi::Identity& identity : service.identities) {
    if (!identity.certificate) continue;
    list.authorities.push_back({.provider = service.provider,
                                .service = service.name,
                                .status = period->status.substr(period->status.rfind('/') + 1),
                                .since = period->from,
                                .in_force = etsi::IsInForce(period->status),
                                .certificate_pem = identity.certificate->ToPem(),
                                .leaves = Certified(*identity.certificate, leaves)});
  }
}

}  // namespace

absl::StatusOr<EtsiList> ReadEtsiList(std::span<const std::uint8_t> xml,
                                      std::string_view signer_pem,
                                      const std::vector<std::string>& leaves_pem, Instant at,
                                      const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const crypto::Certificate signer, OnlyCertificate(signer_pem, "signer"));
  std::vector<crypto::Certificate> leaves;
  for (std::size_t i = 0; i < leaves_pem.size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(crypto::Certificate leaf,
                           OnlyCertificate(leaves_pem[i], fmt::format("leaf {}", i + 1)));
    leaves.push_back(std::move(leaf));
  }
  SCEAU_ASSIGN_OR_RETURN(const etsi::XmlsecPart* xmlsec, TakePart(&sceau_part_xmlsec, "xmlsec"));
  SCEAU_ASSIGN_OR_RETURN(const etsi::List read, xmlsec->read_list(xml, signer, limits));
  if (read.next_update && *read.next_update <= at)
    return Refuse(Reason::kTrustEtsiOverdue, FormatIsoInstant(*read.next_update));
  EtsiList list{.scheme_operator = read.scheme_operator,
                .territory = read.territory,
                .sequence = read.sequence_number,
                .issued = read.issued,
                .next_update = read.next_update,
                .authorities = {}};
  for (const etsi::Service& service : read.services) AddService(service, leaves, at, list);
  return list;
}

}  // namespace sceau
