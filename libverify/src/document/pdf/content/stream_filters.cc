// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/stream_filters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "base/status.h"
#include "codec/zlib.h"

namespace sceau::document {
namespace {

constexpr int kMaxColumns = 100'000;  // 8 m at 300 dpi
constexpr int kMaxColors = 32;        // of DeviceN

absl::Status TooLarge() { return Refuse(Reason::kDocumentTooLarge, "pdf stream"); }
absl::Status Damaged(const char* what) { return Refuse(Reason::kDocumentDamaged, what); }

bool IsEndOfLine(std::uint8_t byte) { return byte == '\n' || byte == '\r'; }

class LzwReader {
 public:
  LzwReader(ByteSpan bytes, bool early_change) : bytes_(bytes), early_(early_change ? 1 : 0) {
    Clear();
  }

  absl::StatusOr<Bytes> Read(std::size_t limit) {
    for (int code = NextCode(); code != kEnd; code = NextCode()) {
      if (code < 0) break;  // some writers leave the end code out
      if (code == kClear) {
        Clear();
        continue;
      }
      if (!Add(code)) return Damaged("pdf lzw code");
      if (out_.size() > limit) return TooLarge();
    }
    return std::move(out_);
  }

 private:
  static constexpr int kClear = 256;
  static constexpr int kEnd = 257;
  static constexpr int kFirst = 258;
  static constexpr int kMax = 4096;
  struct Entry {
    std::size_t offset = 0;  // in the output
    std::size_t length = 0;
  };

  void Clear() {
    next_ = kFirst;
    width_ = 9;
    last_ = {};
  }

  int NextCode() {
    while (bits_ < width_) {
      if (at_ >= bytes_.size()) return -1;
      buffer_ = (buffer_ << 8 | bytes_[at_++]) & 0xFFFFFF;
      bits_ += 8;
    }
    bits_ -= width_;
    return static_cast<int>(buffer_ >> bits_) & ((1 << width_) - 1);
  }

  // Each entry is the one before it and the byte that followed, which lie together in the output.
  bool Add(int code) {
    const std::size_t start = out_.size();
    Entry entry;
    if (code < kClear) {
      out_.push_back(static_cast<std::uint8_t>(code));
      entry = {start, 1};
    } else {
      if (code < kFirst || last_.length == 0 || code > next_) return false;
      const Entry source = code < next_ ? table_[static_cast<std::size_t>(code)]
                                        : Entry{last_.offset, last_.length + 1};
      if (code == next_ && next_ >= kMax) return false;
      for (std::size_t i = 0; i < source.length; ++i) out_.push_back(out_[source.offset + i]);
      entry = {start, source.length};
    }
    if (last_.length != 0 && next_ < kMax) {
      table_[static_cast<std::size_t>(next_++)] = {last_.offset, last_.length + 1};
      if (next_ + early_ >= 1 << width_ && width_ < 12) ++width_;
    }
    last_ = entry;
    return true;
  }

  ByteSpan bytes_;
  int early_;
  std::size_t at_ = 0;
  std::uint32_t buffer_ = 0;
  int bits_ = 0;
  int width_ = 9;
  int next_ = kFirst;
  Entry last_;
  std::array<Entry, kMax> table_{};
  Bytes out_;
};

std::uint8_t Paeth(int a, int b, int c) {
  const int p = a + b - c;
  const int pa = std::abs(p - a);
  const int pb = std::abs(p - b);
  const int pc = std::abs(p - c);
  return static_cast<std::uint8_t>(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

// Spec: PNG (ISO/IEC 15948), 9.2. `row` holds what the filter left; `above` is the row before.
bool UndoPngRow(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t size,
                std::size_t step) {
  if (filter < 0 || filter > 4) return false;
  if (filter == 0) return true;
  for (std::size_t i = 0; i < size; ++i) {
    const int left = i >= step ? row[i - step] : 0;
    const int up = above[i];
    const int corner = i >= step ? above[i - step] : 0;
    const int guess = filter == 1   ? left
                      : filter == 2 ? up
                      : filter == 3 ? (left + up) / 2
                                    : Paeth(left, up, corner);
    row[i] = static_cast<std::uint8_t>(row[i] + guess);
  }
  return true;
}

absl::StatusOr<Bytes> UndoPng(const Bytes& bytes, std::size_t row_size, std::size_t step) {
  const std::size_t rows = (bytes.size() + row_size) / (row_size + 1);
  Bytes out(rows * row_size);
  const Bytes first(row_size);
  const std::uint8_t* above = first.data();
  for (std::size_t y = 0; y < rows; ++y) {
    const std::size_t from = y * (row_size + 1);
    std::uint8_t* row = out.data() + y * row_size;
    const std::size_t there = std::min(row_size, bytes.size() - from - 1);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from + 1), there, row);
    if (!UndoPngRow(bytes[from], row, above, row_size, step)) return Damaged("pdf predictor row");
    above = row;
  }
  return out;
}

}  // namespace

absl::StatusOr<Bytes> InflateStream(ByteSpan bytes, std::size_t limit) {
  constexpr codec::InflateReasons kReasons{Reason::kDocumentDamaged, Reason::kDocumentTooLarge};
  auto inflated = codec::Inflate(bytes, limit, kReasons);
  // Some writers count the end of line before `endstream` as a part of the stream.
  while (!inflated.ok() && ReasonOf(inflated.status()) == Reason::kDocumentDamaged &&
         !bytes.empty() && IsEndOfLine(bytes.back())) {
    bytes = bytes.first(bytes.size() - 1);
    inflated = codec::Inflate(bytes, limit, kReasons);
    if (bytes.empty() || !IsEndOfLine(bytes.back())) break;
  }
  return inflated;
}

absl::StatusOr<Bytes> DecodeLzw(ByteSpan bytes, bool early_change, std::size_t limit) {
  return LzwReader(bytes, early_change).Read(limit);
}

absl::StatusOr<Bytes> DecodeRunLength(ByteSpan bytes, std::size_t limit) {
  constexpr std::uint8_t kEnd = 128;
  Bytes out;
  for (std::size_t at = 0; at < bytes.size() && bytes[at] != kEnd;) {
    const std::size_t length = bytes[at++];
    const bool repeats = length > kEnd;
    const std::size_t count = repeats ? 257 - length : length + 1;
    const std::size_t taken = repeats ? 1 : count;
    if (taken > bytes.size() - at) return Damaged("pdf run length");
    if (out.size() + count > limit) return TooLarge();
    if (repeats) {
      out.insert(out.end(), count, bytes[at]);
    } else {
      out.insert(out.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                 bytes.begin() + static_cast<std::ptrdiff_t>(at + taken));
    }
    at += taken;
  }
  return out;
}

bool IsPossible(const Predictor& p) {
  const bool has_bits = p.bits == 1 || p.bits == 2 || p.bits == 4 || p.bits == 8 || p.bits == 16;
  const bool has_kind =
      p.kind == 1 || (p.kind == 2 && p.bits == 8) || (p.kind >= 10 && p.kind <= 15);
  return has_bits && has_kind && p.colors >= 1 && p.colors <= kMaxColors && p.columns >= 1 &&
         p.columns <= kMaxColumns;
}

absl::StatusOr<Bytes> Undo(const Predictor& p, Bytes bytes) {
  if (p.kind == 1 || bytes.empty()) return bytes;
  const auto bits = static_cast<std::size_t>(p.colors) * static_cast<std::size_t>(p.bits);
  const std::size_t row_size = (bits * static_cast<std::size_t>(p.columns) + 7) / 8;
  const std::size_t step = std::max<std::size_t>(bits / 8, 1);
  if (p.kind >= 10) return UndoPng(bytes, row_size, step);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % row_size >= step) bytes[i] = static_cast<std::uint8_t>(bytes[i] + bytes[i - step]);
  }
  return bytes;
}

}  // namespace sceau::document
