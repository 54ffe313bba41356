// SPDX-License-Identifier: Apache-2.0
// A stranger's program over both libraries: makes a key, and says what an error of one library is
// by the other.
#include "sceau/issue.h"

#include <iostream>

#include "sceau/error.h"

int main() {
  const sceau::Date today = *sceau::ParseIsoDate("2026-11-29");
  const auto pair = sceau::GenerateKeyPair(
      {.organisation = "Caisse", .valid_from = today, .valid_until = sceau::AddDays(today, 100)});
  const auto none = sceau::OpenLedger("/nowhere/ledger");
  if (!pair.ok() || none.ok()) return 1;
  std::cout << pair->key_id.size() << ' ' << sceau::ReasonCode(sceau::ReasonOf(none.status()))
            << '\n';
  return 0;
}
