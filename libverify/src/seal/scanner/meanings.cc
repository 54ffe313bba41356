// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/meanings.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "seal/registry.h"
#include "seal/scanner/encodings.h"
#include "seal/scanner/typography.h"

namespace sceau::seal {
namespace {

std::vector<std::u32string> Beginnings() {
  std::vector<std::u32string> beginnings;
  for (const Format& format : Formats()) {
    if (format.typed != nullptr)
      beginnings.emplace_back(format.beginning.begin(), format.beginning.end());
  }
  return beginnings;
}

class Meanings {
 public:
  Meanings(std::string_view typed, const std::function<bool(const Meant&)>& visit)
      : typed_(typed), visit_(visit) {}

  void Run() {
    Visit({std::string(typed_), {}});
    const bool utf8 = IsUtf8(typed_);
    for (const std::u32string& text : DecodeText(typed_)) {
      const bool as_typed = utf8 && known_.size() == 1;
      std::vector<Finding> faults;
      if (!as_typed) faults.push_back({Reason::kScannerTextEncoding, ""});
      Visit({EncodeUtf8(text), faults});
      VisitPrograms(text, faults);
      // Text that two programs spoilt did not come from a keyboard.
      if (as_typed || !utf8) VisitKeyboards(text, faults);
    }
  }

 private:
  void Visit(const Meant& meant) {
    if (done_ || !known_.insert(meant.text).second) return;
    done_ = !visit_(meant);
  }

  void VisitKeyboards(std::u32string_view text, const std::vector<Finding>& faults) {
    if (done_) return;
    for (Meant& meant : UndoKeyboards(text, Beginnings())) {
      meant.faults.insert(meant.faults.begin(), faults.begin(), faults.end());
      Visit(meant);
    }
  }

  void VisitPrograms(std::u32string_view text, const std::vector<Finding>& faults) {
    if (done_) return;
    Visit({EncodeUtf8(InCapitals(text)), With(Reason::kScannerCapsLock, faults)});
    for (const std::u32string& plain : UndoTypography(text))
      Visit({EncodeUtf8(plain), With(Reason::kScannerTypography, faults)});
  }

  static std::vector<Finding> With(Reason reason, std::vector<Finding> faults) {
    faults.push_back({reason, ""});
    return faults;
  }

  const std::string_view typed_;
  const std::function<bool(const Meant&)>& visit_;
  std::set<std::string> known_;
  bool done_ = false;
};

// Capitals, digits and few other characters, after a beginning whose colon became something else:
// the keyboard is not one of ours, but left the capitals and digits alone.
bool LooksLikeBase45(std::string_view typed, std::string_view beginning) {
  const std::string_view start = beginning.substr(0, beginning.find(':'));
  constexpr std::size_t kMaxBefore = 16;
  constexpr std::size_t kMin = 100;  // a seal without any holder is longer
  const std::size_t at = typed.find(start);
  if (at > kMaxBefore || typed.size() < at + kMin) return false;
  const std::string_view rest = typed.substr(at + start.size());
  if (IsDigit(rest.front()) || (rest.front() >= 'A' && rest.front() <= 'Z')) return false;
  const auto plain =
      std::ranges::count_if(rest, [](char c) { return IsDigit(c) || (c >= 'A' && c <= 'Z'); });
  // Of Base45, 36 characters of 45 are capitals and digits.
  return 3 * plain >= 2 * static_cast<std::ptrdiff_t>(rest.size());
}

}  // namespace

void ForEachMeaning(std::string_view typed, const std::function<bool(const Meant&)>& visit) {
  Meanings(typed, visit).Run();
}

std::vector<std::size_t> StartsIn(std::string_view text) {
  std::set<std::size_t> starts;
  for (const Format& format : Formats()) {
    if (format.typed == nullptr) continue;
    for (std::size_t at = text.find(format.beginning); at != text.npos;
         at = text.find(format.beginning, at + 1)) {
      if (format.detect(AsBytes(text.substr(at)))) starts.insert(at);
    }
  }
  return {starts.begin(), starts.end()};
}

std::vector<std::size_t> TypedStartsIn(std::string_view typed) {
  const auto characters = DecodeUtf8(typed);
  if (!characters) return StartsIn(typed);
  std::vector<std::size_t> starts = FindBeginnings(
      *characters, Beginnings(),
      [](std::string_view meant) { return DetectFormat(AsBytes(meant)) != nullptr; });
  for (std::size_t& start : starts)
    start = EncodeUtf8(std::u32string_view(*characters).substr(0, start)).size();
  return starts;
}

std::string_view TypedByAnotherKeyboard(std::string_view typed) {
  if (DetectFormat(AsBytes(typed)) != nullptr) return {};
  std::string_view id;
  FindBeginnings(DecodeText(typed).front(), Beginnings(), [&](std::string_view meant) {
    const Format* format = DetectFormat(AsBytes(meant));
    if (format != nullptr && id.empty()) id = format->id;
    return format != nullptr;
  });
  if (!id.empty()) return id;
  const auto base45 = std::ranges::find_if(Formats(), [&](const Format& format) {
    return format.typed != nullptr && format.typed->is_base45 &&
           LooksLikeBase45(typed, format.beginning);
  });
  return base45 == Formats().end() ? std::string_view() : base45->id;
}

void AddOnce(Reason reason, std::vector<Finding>& faults) {
  if (std::ranges::find(faults, reason, &Finding::reason) == faults.end())
    faults.push_back({reason, ""});
}

}  // namespace sceau::seal
