// SPDX-License-Identifier: Apache-2.0
#include "verify/typed_text.h"

#include <algorithm>
#include <utility>

#include "sceau/scanner.h"
#include "seal/registry.h"
#include "seal/scanner/encodings.h"
#include "seal/scanner/meanings.h"
#include "verify/check_seal.h"

namespace sceau::verify {
namespace {

struct Tried {
  bool verified = false;
  bool issuer_known = false;
};

Tried Try(std::string_view text, const trust::TrustStore& trust, const Limits& limits) {
  const seal::Format* format = seal::DetectFormat(AsBytes(text));
  if (format == nullptr) return {};
  const auto parsed = seal::Parse(*format, AsBytes(text), limits);
  if (!parsed.ok()) return {};
  const CheckedSignature outcome = CheckSignature(*parsed, trust);
  return {outcome.verified.has_value(), outcome.axis != SealAxis::kIssuerUnknown};
}

TypedText Judgeable(const Symbol& symbol, const ScannerReading& reading) {
  TypedText typed{symbol, {}, reading.faults, reading.doubt};
  typed.symbol.payload = ToBytes(AsBytes(reading.text));
  return typed;
}

TypedText Unreadable(const Symbol& symbol, std::string format, Reason reason) {
  return {symbol, std::move(format), {{reason, ""}}, std::nullopt};
}

bool HasSameFaults(const ScannerReading& one, const ScannerReading& other) {
  return std::ranges::equal(one.faults, other.faults, {}, &Finding::reason, &Finding::reason);
}

// One scan; whole when it has all of a seal, whatever its signature.
struct ReadScan {
  TypedText text;
  bool is_whole = false;
};

ReadScan ReadOne(const Symbol& symbol, std::string_view typed, const trust::TrustStore& trust,
                 const Limits& limits) {
  const RepairedScan scan = RepairScannerText(typed, limits);
  bool any_issuer_known = false;
  for (const ScannerReading& reading : scan.readings) {
    const Tried tried = Try(reading.text, trust, limits);
    if (tried.verified) return {Judgeable(symbol, reading), true};
    any_issuer_known = any_issuer_known || tried.issuer_known;
  }
  if (!scan.readings.empty()) {
    const ScannerReading& first = scan.readings.front();
    // The likeliest is judged, unless another is as likely. An unknown issuer's is as unknown in
    // any reading.
    const bool no_choice =
        !any_issuer_known || std::ranges::count_if(scan.readings, [&](const auto& other) {
                               return HasSameFaults(first, other);
                             }) == 1;
    return {no_choice ? Judgeable(symbol, first)
                      : Unreadable(symbol, first.format, Reason::kScannerAmbiguous),
            true};
  }
  if (!scan.closest) return {{symbol, {}, {}, Reason::kScannerTextUnproven}, false};
  if (scan.closest->doubt == Reason::kScannerSetKeyboard)
    return {Unreadable(symbol, scan.closest->format, Reason::kScannerSetKeyboard), false};
  return {Judgeable(symbol, *scan.closest), false};
}

// Each code once: a scan that was sent again is one.
std::vector<TypedText> ReadEach(const Symbol& symbol, const std::vector<std::string>& scans,
                                const trust::TrustStore& trust, const Limits& limits) {
  std::vector<TypedText> codes;
  bool any_whole = false;
  for (const std::string& scan : scans) {
    Symbol piece = symbol;
    piece.payload = ToBytes(AsBytes(scan));
    ReadScan read = ReadOne(piece, scan, trust, limits);
    any_whole = any_whole || read.is_whole;
    const auto again = std::ranges::find_if(codes, [&](const TypedText& code) {
      return code.symbol.payload == read.text.symbol.payload;
    });
    if (again == codes.end()) {
      codes.push_back(std::move(read.text));
    } else {
      seal::AddOnce(Reason::kScannerRepeated, again->notes);
    }
  }
  // Where no piece is a seal, what looked like the start of another was part of one.
  if (!any_whole) return {};
  if (codes.size() > 1) {
    for (TypedText& code : codes) code.notes.push_back({Reason::kScannerSeveralCodes, ""});
  }
  return codes;
}

std::vector<TypedText> ReadTyped(const Symbol& symbol, const trust::TrustStore& trust,
                                 const Limits& limits) {
  const std::string_view typed = AsText(symbol.payload);
  const std::vector<std::string> scans = SplitScans(typed, limits);
  if (scans.size() > 1) {
    std::vector<TypedText> codes = ReadEach(symbol, scans, trust, limits);
    if (!codes.empty()) return codes;
  }
  return {ReadOne(symbol, typed, trust, limits).text};
}

}  // namespace

TypedText AsItCame(const Symbol& symbol) { return {symbol, {}, {}, std::nullopt}; }

bool MayBeReadAgain(const Symbol& symbol, const std::optional<SealReport>& seal) {
  if (symbol.symbology == Symbology::kText) return !seal || seal->signature != Signature::kVerified;
  return seal && seal->axes.seal == SealAxis::kAltered &&
         std::ranges::any_of(symbol.payload, [](std::uint8_t byte) { return byte >= 0x80; });
}

std::vector<TypedText> ReadAgain(const Symbol& symbol, const trust::TrustStore& trust,
                                 const Limits& limits) {
  if (symbol.symbology == Symbology::kText) return ReadTyped(symbol, trust, limits);
  for (const std::string& bytes : seal::OtherEncodings(AsText(symbol.payload))) {
    if (!Try(bytes, trust, limits).verified) continue;
    TypedText read{symbol, {}, {{Reason::kScannerTextEncoding, ""}}, std::nullopt};
    read.symbol.payload = ToBytes(AsBytes(bytes));
    return {std::move(read)};
  }
  return {AsItCame(symbol)};
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
