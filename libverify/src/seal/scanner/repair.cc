// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/status.h"
#include "base/text.h"
#include "sceau/scanner.h"
#include "seal/registry.h"
#include "seal/scanner/encodings.h"
#include "seal/scanner/frame.h"
#include "seal/scanner/meanings.h"
#include "seal/scanner_text.h"

namespace sceau {
namespace {

using seal::Format;
using seal::ParsedSeal;
using seal::Typed;

// A text on its way to a reading, and what was undone so far.
struct Attempt {
  const Format* format = nullptr;
  std::string text;
  std::vector<Finding> faults;
  bool is_told = true;  // its refusal, where nothing else can be said
};

bool ChangesCharacters(const Finding& fault) {
  return fault.reason != Reason::kScannerFrame && fault.reason != Reason::kScannerRepeated;
}

bool IsOfSeparators(const Finding& fault) {
  return fault.reason == Reason::kScannerSeparatorsSpelled ||
         fault.reason == Reason::kScannerSeparatorsRestored;
}

bool IsOfKeyboard(const Finding& fault) {
  return fault.reason == Reason::kScannerSetToUs || fault.reason == Reason::kScannerSetToFrench ||
         fault.reason == Reason::kScannerForeignKeyboard;
}

Reason DoubtOf(const Attempt& attempt, const ParsedSeal& parsed) {
  if (std::ranges::any_of(attempt.faults, IsOfSeparators)) return Reason::kSealSeparatorsLost;
  if (const Typed* typed = attempt.format->typed; typed != nullptr && typed->doubt != nullptr) {
    if (const auto doubt = typed->doubt(parsed)) return *doubt;
  }
  return std::ranges::any_of(attempt.faults, ChangesCharacters) ? Reason::kScannerRepairUnproven
                                                                : Reason::kScannerTextUnproven;
}

// What a seal's own text can end with.
bool IsOfSeals(char c) {
  constexpr std::string_view kBase45Signs = " $%*+-./:";
  return IsDigit(c) || (c >= 'A' && c <= 'Z') || kBase45Signs.find(c) != kBase45Signs.npos;
}

void AddFrame(Attempt& attempt) { seal::AddOnce(Reason::kScannerFrame, attempt.faults); }

bool IsControlCharacter(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

bool IsWhole(const Format& format, const ParsedSeal& parsed) {
  const bool is_told = format.typed != nullptr && format.typed->is_whole != nullptr;
  return !is_told || format.typed->is_whole(parsed);
}

bool CanBeRestored(const Format& format) {
  return format.typed != nullptr && format.typed->restore != nullptr;
}

bool MayBeWhole(const Format& format, std::string_view text) {
  return format.typed != nullptr && format.typed->may_be_whole(text);
}

class Repair {
 public:
  explicit Repair(const Limits& limits) : limits_(limits), left_(limits.scanner_bytes) {}

  RepairedScan Run(std::string_view typed) {
    const Format* format = seal::DetectFormat(AsBytes(typed));
    starts_as_seal_ = format != nullptr;
    if (starts_as_seal_) TakeAsTyped(*format, typed);
    seal::ForEachMeaning(typed, [&](const seal::Meant& meant) {
      TryStarts(meant);
      return !IsFull();
    });
    if (!scan_.readings.empty()) scan_.closest.reset();
    if (scan_.readings.empty()) BlameKeyboard(typed);
    return std::move(scan_);
  }

 private:
  bool IsFull() const { return left_ == 0 || scan_.readings.size() >= limits_.scanner_readings; }

  void Spend(std::string_view text) { left_ -= std::min(left_, text.size() + 1); }

  absl::StatusOr<ParsedSeal> ParseOnce(const Format& format, std::string_view text) {
    Spend(text);
    return seal::Parse(format, AsBytes(text), limits_);
  }

  // A text that its format takes is a reading, whatever its fields say, unless lines were broken in
  // it or it spells out separators of which it has none.
  void TakeAsTyped(const Format& format, std::string_view typed) {
    if (seal::WithoutLineEnd(typed).find_first_of("\r\n") != typed.npos) return;
    const auto parsed = ParseOnce(format, typed);
    if (!parsed.ok()) return;
    if (CanBeRestored(format)) TryRestored({&format, std::string(seal::WithoutLineEnd(typed)), {}});
    if (scan_.readings.empty()) AddReading({&format, std::string(typed), {}}, *parsed);
  }

  // Where the seal starts behind what a scanner sends first.
  void TryStarts(const seal::Meant& meant) {
    const std::string_view text = meant.text;
    std::size_t starts = 0;
    for (const std::size_t start : seal::StartsIn(text)) {
      if (IsFull() || ++starts > limits_.scanner_codes) return;
      const std::string_view rest = text.substr(start);
      const std::string_view body = seal::WithoutFrameEnd(rest);
      const std::string_view scan = seal::OneScan(body);
      Attempt attempt{seal::DetectFormat(AsBytes(rest)), {}, meant.faults};
      attempt.is_told = meant.faults.empty() || !starts_as_seal_;
      if (start > 0 || body.size() < seal::WithoutLineEnd(rest).size()) AddFrame(attempt);
      if (scan.size() < body.size()) attempt.faults.push_back({Reason::kScannerRepeated, ""});
      TryLines(scan, std::move(attempt));
    }
  }

  void TryLines(std::string_view scan, Attempt attempt) {
    const std::vector<std::string> ways = seal::WithoutLineBreaks(scan);
    if (ways.size() > 1) attempt.faults.push_back({Reason::kScannerLineBreaks, ""});
    for (const std::string& text : ways) {
      attempt.text = text;
      TrySuffixes(attempt);
    }
  }

  // What is whole has no suffix; what is not may have one, but no suffix holds another seal.
  void TrySuffixes(const Attempt& attempt) {
    if (Try(attempt)) return;
    const std::string_view text = attempt.text;
    for (std::size_t after = 1; after <= seal::kMaxBehind && after < text.size(); ++after) {
      if (IsFull()) return;
      const std::string_view shorter = text.substr(0, text.size() - after);
      const std::string_view suffix = text.substr(shorter.size());
      if (IsControlCharacter(suffix.front()) || seal::DetectFormat(AsBytes(suffix)) != nullptr)
        break;
      if (!MayBeWhole(*attempt.format, shorter) && !MayBeRestored(attempt, suffix)) continue;
      Attempt cut{attempt.format, std::string(shorter), attempt.faults, attempt.is_told};
      AddFrame(cut);
      if (Try(cut)) return;
    }
    Remember(attempt);
  }

  // Without separators a suffix is told by its first character alone: more of a seal's own is none.
  static bool MayBeRestored(const Attempt& attempt, std::string_view suffix) {
    return CanBeRestored(*attempt.format) && !IsOfSeals(suffix.front()) &&
           std::ranges::none_of(attempt.text, IsControlCharacter);
  }

  bool Try(const Attempt& attempt) {
    const bool restored = TryRestored(attempt);
    return TryWhole(attempt) || restored;
  }

  bool TryRestored(const Attempt& attempt) {
    if (!CanBeRestored(*attempt.format)) return false;
    Spend(attempt.text);
    bool found = false;
    for (seal::RestoredText& restored : attempt.format->typed->restore(attempt.text)) {
      Attempt with{attempt.format, std::move(restored.text), attempt.faults};
      with.faults.push_back({restored.fault, ""});
      found = TryWhole(with) || found;
    }
    return found;
  }

  bool TryWhole(const Attempt& attempt) {
    if (!MayBeWhole(*attempt.format, attempt.text)) return false;
    const auto parsed = ParseOnce(*attempt.format, attempt.text);
    if (!parsed.ok() || !IsWhole(*attempt.format, *parsed)) return false;
    AddReading(attempt, *parsed);
    AddEncodings(attempt);
    return true;
  }

  // The same characters, as bytes that may have been signed.
  void AddEncodings(const Attempt& attempt) {
    const auto characters = DecodeUtf8(attempt.text);
    if (!characters) return;
    for (std::string& bytes : seal::EncodeText(*characters)) {
      if (bytes == attempt.text || IsFull()) continue;
      Attempt with{attempt.format, std::move(bytes), attempt.faults};
      seal::AddOnce(Reason::kScannerTextEncoding, with.faults);
      const auto parsed = ParseOnce(*with.format, with.text);
      if (parsed.ok()) AddReading(with, *parsed);
    }
  }

  void AddReading(const Attempt& attempt, const ParsedSeal& parsed) {
    if (IsFull() || !known_.insert(attempt.text).second) return;
    scan_.readings.push_back(
        {attempt.text, std::string(attempt.format->id), attempt.faults, DoubtOf(attempt, parsed)});
  }

  // The first text that is not a seal as typed, but one that lost its separators before any other.
  void Remember(const Attempt& attempt) {
    if (attempt.faults.empty() || !attempt.is_told || closest_lost_) return;
    // Of a format that has none, no separators can be lost.
    if (scan_.closest && !CanBeRestored(*attempt.format)) return;
    const auto parsed = ParseOnce(*attempt.format, attempt.text);
    const bool lost = !parsed.ok() && ReasonOf(parsed.status()) == Reason::kSealSeparatorsLost;
    if (scan_.closest && !lost) return;
    closest_lost_ = lost;
    scan_.closest = {attempt.text, std::string(attempt.format->id), attempt.faults,
                     Reason::kScannerRepairUnproven};
  }

  // Where no keyboard that we know gives a seal, one that we do not know may have typed it: the
  // text is reported as it came.
  void BlameKeyboard(std::string_view typed) {
    if (closest_lost_) return;
    std::string_view format;
    if (scan_.closest && std::ranges::any_of(scan_.closest->faults, IsOfKeyboard)) {
      format = scan_.closest->format;
    } else if (!scan_.closest) {
      format = seal::TypedByAnotherKeyboard(typed);
    }
    if (format.empty()) return;
    scan_.closest = ScannerReading{std::string(typed),
                                   std::string(format),
                                   {{Reason::kScannerSetKeyboard, ""}},
                                   Reason::kScannerSetKeyboard};
  }

  const Limits& limits_;
  std::size_t left_;  // bytes that may still be taken apart
  RepairedScan scan_;
  std::set<std::string> known_;  // the texts of the readings
  bool closest_lost_ = false;
  bool starts_as_seal_ = false;  // the text as typed: its refusal needs no other keyboard
};

}  // namespace

RepairedScan RepairScannerText(std::string_view typed, const Limits& limits) {
  if (typed.size() > limits.payload_bytes) return {};
  return Repair(limits).Run(typed);
}

std::vector<std::string> SplitScans(std::string_view typed, const Limits& limits) {
  std::vector<std::string> scans;
  if (typed.size() > limits.payload_bytes) return scans;
  std::vector<std::size_t> cuts = seal::TypedStartsIn(typed);
  if (cuts.size() > limits.scanner_codes) cuts.resize(1);
  // What stands before the first code is its own.
  if (!cuts.empty()) cuts.front() = 0;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t end = i + 1 < cuts.size() ? cuts[i + 1] : typed.size();
    scans.emplace_back(typed.substr(cuts[i], end - cuts[i]));
  }
  return scans;
}

}  // namespace sceau
