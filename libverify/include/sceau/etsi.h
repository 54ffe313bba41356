// SPDX-License-Identifier: Apache-2.0
// A state's signed list of trust services (ETSI TS 119 612), to take authorities from it into a
// trust bundle. What is read of it: docs/formats/etsi-trusted-lists.md.
#ifndef SCEAU_ETSI_H_
#define SCEAU_ETSI_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// One certificate of one service. Texts are UTF-8 without characters that move a terminal.
struct EtsiAuthority {
  std::string provider;
  std::string service;
  std::string status;  // the last part of its URI: "granted", "inaccord", "withdrawn" …
  Instant since{};     // of the status, at the moment that was asked for
  bool in_force = false;
  std::string certificate_pem;
  std::vector<std::size_t> leaves;  // which of the given ones it certifies, from 0
};

struct EtsiList {
  std::string scheme_operator;
  std::string territory;  // "FR"
  std::uint64_t sequence = 0;
  Instant issued{};
  std::optional<Instant> next_update;
  std::vector<EtsiAuthority> authorities;
};

// `signer_pem`: the certificate that the list must be signed by, pinned by hand. `leaves_pem`: one
// certificate each, PEM or DER. Services without a usable certificate, or without a status yet at
// `at`, are left out. No network, no DTD, no entities. The list is parsed in a process of its own.
// Errors: trust.etsi-malformed, trust.etsi-signature, trust.etsi-too-large, trust.etsi-overdue,
// trust.etsi-reader-stopped, isolation.unavailable, trust.junk (signer or leaf, its place as
// detail).
absl::StatusOr<EtsiList> ReadEtsiList(std::span<const std::uint8_t> xml,
                                      std::string_view signer_pem,
                                      const std::vector<std::string>& leaves_pem, Instant at,
                                      const Limits& limits = {});

}  // namespace sceau

#endif  // SCEAU_ETSI_H_
