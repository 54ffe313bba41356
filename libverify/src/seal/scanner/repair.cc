// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/status.h"
#include "sceau/scanner.h"
#include "seal/registry.h"
#include "seal/scanner/frame.h"
#include "seal/scanner/keyboards.h"
#include "seal/scanner_text.h"

namespace sceau {
namespace {

using seal::Format;
using seal::ParsedSeal;

// A text on its way to a reading, and what was undone so far.
struct Attempt {
  const Format* format = nullptr;
  std::string text;
  std::vector<Finding> mishaps;
};

bool ChangesCharacters(const Finding& mishap) {
  return mishap.reason != Reason::kScannerFrame && mishap.reason != Reason::kScannerRepeated;
}

bool IsOfSeparators(const Finding& mishap) {
  return mishap.reason == Reason::kScannerSeparatorsSpelled ||
         mishap.reason == Reason::kScannerSeparatorsRestored;
}

std::optional<Reason> DoubtOf(const Attempt& attempt, const ParsedSeal& parsed) {
  if (attempt.format->doubt == nullptr) return std::nullopt;
  if (std::ranges::any_of(attempt.mishaps, IsOfSeparators)) return Reason::kSealSeparatorsLost;
  if (const auto doubt = attempt.format->doubt(parsed)) return doubt;
  if (std::ranges::any_of(attempt.mishaps, ChangesCharacters))
    return Reason::kScannerRepairUnproven;
  return std::nullopt;
}

// What a seal's own text can end with: after it, more of the same is no suffix of a scanner, but
// bytes that do not belong there.
bool IsOfSeals(char c) {
  constexpr std::string_view kBase45Signs = " $%*+-./:";
  return IsDigit(c) || (c >= 'A' && c <= 'Z') || kBase45Signs.find(c) != kBase45Signs.npos;
}

void AddFrame(Attempt& attempt) {
  const auto known = std::ranges::find(attempt.mishaps, Reason::kScannerFrame, &Finding::reason);
  if (known == attempt.mishaps.end()) attempt.mishaps.push_back({Reason::kScannerFrame, ""});
}

bool IsControlCharacter(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

bool IsWhole(const Format& format, const ParsedSeal& parsed) {
  return format.is_whole == nullptr || format.is_whole(parsed);
}

class Repair {
 public:
  explicit Repair(const Limits& limits) : limits_(limits) {}

  RepairedScan Run(std::string_view typed) {
    if (const Format* format = seal::DetectFormat(AsBytes(typed));
        format && TakeAsTyped(*format, typed))
      return std::move(scan_);
    for (const seal::Meant& meant : seal::UndoKeyboards(typed)) TryStarts(meant);
    if (!scan_.readings.empty()) scan_.closest.reset();
    return std::move(scan_);
  }

 private:
  // A text that its format takes is left alone, whatever its fields say, unless lines were broken
  // in it or it spells out separators of which it has none.
  bool TakeAsTyped(const Format& format, std::string_view typed) {
    if (seal::WithoutLineEnd(typed).find_first_of("\r\n") != typed.npos) return false;
    const auto parsed = format.parse(AsBytes(typed), limits_);
    if (!parsed.ok()) return false;
    if (format.restore != nullptr) {
      TryRestored({&format, std::string(seal::WithoutLineEnd(typed)), {}});
      if (!scan_.readings.empty()) return true;
    }
    AddReading({&format, std::string(typed), {}}, *parsed);
    return true;
  }

  // Where the seal starts behind what a scanner sends first.
  void TryStarts(const seal::Meant& meant) {
    const std::string_view text = meant.text;
    for (std::size_t start = 0; start <= seal::kMostAround && start < text.size(); ++start) {
      const std::string_view rest = text.substr(start);
      const Format* format = seal::DetectFormat(AsBytes(rest));
      if (format == nullptr) continue;
      const std::string_view body = seal::WithoutFrameEnd(rest);
      const std::string_view scan = seal::OneScan(body);
      Attempt attempt{format, {}, meant.mishaps};
      if (start > 0 || body.size() < seal::WithoutLineEnd(rest).size()) AddFrame(attempt);
      if (scan.size() < body.size()) attempt.mishaps.push_back({Reason::kScannerRepeated, ""});
      TryLines(scan, std::move(attempt));
    }
  }

  void TryLines(std::string_view scan, Attempt attempt) {
    const std::vector<std::string> ways = seal::WithoutLineBreaks(scan);
    if (ways.size() > 1) attempt.mishaps.push_back({Reason::kScannerLineBreaks, ""});
    for (const std::string& text : ways) {
      attempt.text = text;
      TrySuffixes(attempt);
    }
  }

  // What is whole has no suffix; what is not may have one.
  void TrySuffixes(const Attempt& attempt) {
    if (Try(attempt)) return;
    const std::string_view text = attempt.text;
    for (std::size_t after = 1; after <= seal::kMostAround && after < text.size(); ++after) {
      const char first = text[text.size() - after];
      if (IsControlCharacter(first)) break;
      if (IsOfSeals(first)) continue;
      Attempt shorter{attempt.format, std::string(text.substr(0, text.size() - after)),
                      attempt.mishaps};
      AddFrame(shorter);
      if (Try(shorter)) return;
    }
    Remember(attempt);
  }

  bool Try(const Attempt& attempt) { return TryRestored(attempt) || TryWhole(attempt); }

  bool TryRestored(const Attempt& attempt) {
    if (attempt.format->restore == nullptr) return false;
    bool found = false;
    for (seal::RestoredText& restored : attempt.format->restore(attempt.text)) {
      Attempt with{attempt.format, std::move(restored.text), attempt.mishaps};
      with.mishaps.push_back({restored.mishap, ""});
      found = TryWhole(with) || found;
    }
    return found;
  }

  bool TryWhole(const Attempt& attempt) {
    const auto parsed = attempt.format->parse(AsBytes(attempt.text), limits_);
    if (!parsed.ok() || !IsWhole(*attempt.format, *parsed)) return false;
    AddReading(attempt, *parsed);
    return true;
  }

  void AddReading(const Attempt& attempt, const ParsedSeal& parsed) {
    const auto known = std::ranges::find(scan_.readings, attempt.text, &ScannerReading::text);
    if (known != scan_.readings.end()) return;
    scan_.readings.push_back(
        {attempt.text, std::string(attempt.format->id), attempt.mishaps, DoubtOf(attempt, parsed)});
  }

  // The first text that is no seal as typed, but one that lost its separators before any other.
  void Remember(const Attempt& attempt) {
    if (attempt.mishaps.empty()) return;
    const auto parsed = attempt.format->parse(AsBytes(attempt.text), limits_);
    const bool lost = !parsed.ok() && ReasonOf(parsed.status()) == Reason::kSealSeparatorsLost;
    if (scan_.closest && (closest_lost_ || !lost)) return;
    closest_lost_ = lost;
    scan_.closest = {attempt.text, std::string(attempt.format->id), attempt.mishaps,
                     Reason::kScannerRepairUnproven};
  }

  const Limits& limits_;
  RepairedScan scan_;
  bool closest_lost_ = false;
};

}  // namespace

RepairedScan RepairScannerText(std::string_view typed, const Limits& limits) {
  if (typed.size() > limits.payload_bytes) return {};
  return Repair(limits).Run(typed);
}

}  // namespace sceau
