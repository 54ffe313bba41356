// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "base/status.h"
#include "fmt/format.h"
#include "isolation/read_list_apart.h"
#include "sceau/etsi.h"
#include "sceau/programs.h"
#include "trust/certified.h"

namespace sceau {
namespace {

// TS 119 612 clause 5.5.4 and annex D.5; `inaccord` is TS 102 231's, which lists outside the
// Union's scheme, the French 2D-Doc list among them, still use. A status that we do not know is
// not in force.
constexpr std::array<std::string_view, 6> kInForce = {
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/recognisedatnationallevel",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/undersupervision",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/supervisionincessation",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/accredited",
    "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord"};

absl::StatusOr<crypto::Certificate> OnlyCertificate(std::string_view bytes,
                                                    const std::string& which) {
  const auto parsed = crypto::Certificate::Parse(AsBytes(bytes));
  if (!parsed.ok()) return Refuse(Reason::kTrustJunk, which + ": " + DetailOf(parsed.status()));
  if (parsed->size() != 1) return Refuse(Reason::kTrustJunk, which + ": not one certificate");
  return parsed->front();
}

// Null before the first.
const isolation::StatusPeriod* PeriodAt(const isolation::TrustService& service, Instant at) {
  const auto found = std::ranges::find_if(
      service.periods, [at](const isolation::StatusPeriod& period) { return period.from <= at; });
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

void AddService(const isolation::TrustService& service,
                const std::vector<crypto::Certificate>& leaves, Instant at, EtsiList& list) {
  const isolation::StatusPeriod* period = PeriodAt(service, at);
  if (period == nullptr) return;
  for (const Bytes& der : service.certificates) {
    const auto certificate = crypto::Certificate::ParseDer(der);
    if (!certificate.ok()) continue;
    list.authorities.push_back(
        {.provider = service.provider,
         .service = service.name,
         .status = period->status.substr(period->status.rfind('/') + 1),
         .since = period->from,
         .in_force = std::ranges::find(kInForce, period->status) != kInForce.end(),
         .certificate_pem = certificate->ToPem(),
         .leaves = Certified(*certificate, leaves)});
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
  SCEAU_ASSIGN_OR_RETURN(const isolation::TrustedList read,
                         isolation::ReadListApart(xml, signer.ToDer(), limits, ProgramFolder()));
  if (read.next_update && *read.next_update <= at)
    return Refuse(Reason::kTrustEtsiOverdue, FormatIsoInstant(*read.next_update));
  EtsiList list{.scheme_operator = read.scheme_operator,
                .territory = read.territory,
                .sequence = read.sequence_number,
                .issued = read.issued,
                .next_update = read.next_update,
                .authorities = {}};
  for (const isolation::TrustService& service : read.services)
    AddService(service, leaves, at, list);
  return list;
}

}  // namespace sceau
