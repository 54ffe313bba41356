// SPDX-License-Identifier: Apache-2.0
#include "verify/typed_text.h"

#include <utility>

#include "sceau/scanner.h"

namespace sceau::verify {

TypedText RepairTyped(const Symbol& symbol, const Limits& limits) {
  TypedText typed{symbol, {}, false, std::nullopt};
  if (symbol.symbology != Symbology::kText) return typed;
  RepairedScan scan = RepairScannerText(AsText(symbol.payload), limits);
  if (scan.readings.empty() && !scan.closest) return typed;
  ScannerReading& reading = scan.readings.empty() ? *scan.closest : scan.readings.front();
  typed.symbol.payload = ToBytes(AsBytes(reading.text));
  typed.doubt = reading.doubt;
  typed.ambiguous = scan.readings.size() > 1;
  typed.notes = typed.ambiguous ? std::vector<Finding>{{Reason::kScannerAmbiguous, ""}}
                                : std::move(reading.mishaps);
  return typed;
}

void ApplyTyped(const TypedText& typed, SealReport& report) {
  if (typed.doubt && report.axes.seal == SealAxis::kAltered) {
    report.axes.seal = SealAxis::kMalformed;
    report.signature = Signature::kNotChecked;
    report.reasons = {{*typed.doubt, ""}};
  }
  report.reasons.insert(report.reasons.end(), typed.notes.begin(), typed.notes.end());
}

}  // namespace sceau::verify
