// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "trust/etsi/read_list.h"

namespace sceau::trust::etsi {
namespace {

// TS 119 612 clause 5.5.4 and annex D.5; `inaccord` is TS 102 231's, which lists outside the
// Union's scheme, the French 2D-Doc list among them, still use.
constexpr std::array<std::string_view, 6> kInForce = {
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/recognisedatnationallevel",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/undersupervision",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/supervisionincessation",
    "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/accredited",
    "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord"};

bool IsValidAt(const crypto::Certificate& certificate, Instant when) {
  return certificate.not_before() <= when && when <= certificate.not_after();
}

}  // namespace

bool IsInForce(const std::string& status) {
  return std::ranges::find(kInForce, status) != kInForce.end();
}

bool IsInForceAt(const Service& service, Instant when) {
  for (const StatusPeriod& period : service.periods) {
    if (period.from <= when) return IsInForce(period.status);
  }
  return false;
}

std::vector<const Service*> CertifiedBy(const List& list, const crypto::Certificate& leaf,
                                        Instant when) {
  std::vector<const Service*> found;
  if (!IsValidAt(leaf, when)) return found;
  for (const Service& service : list.services) {
    const auto certified = [&](const Identity& identity) {
      return identity.certificate && IsValidAt(*identity.certificate, when) &&
             leaf.IsSignedBy(*identity.certificate);
    };
    if (IsInForceAt(service, when) && std::ranges::any_of(service.identities, certified)) {
      found.push_back(&service);
    }
  }
  return found;
}

}  // namespace sceau::trust::etsi
