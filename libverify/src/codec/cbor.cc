// SPDX-License-Identifier: Apache-2.0
#include "codec/cbor.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::codec {
namespace {

// RFC 8949 §3.1.
enum Major : std::uint8_t {
  kMajorUnsigned = 0,
  kMajorNegative = 1,
  kMajorBytes = 2,
  kMajorText = 3,
  kMajorArray = 4,
  kMajorMap = 5,
  kMajorTag = 6,
  kMajorSimple = 7,
};

// The low five bits of an initial byte (RFC 8949 §3).
constexpr std::uint8_t kInfoMask = 0x1F;
constexpr std::uint8_t kOneByteArgument = 24;
constexpr std::uint8_t kEightByteArgument = 27;
constexpr std::uint8_t kIndefiniteLength = 31;

// RFC 8949 §3.3.
constexpr std::uint8_t kSimpleFalse = 20;
constexpr std::uint8_t kSimpleTrue = 21;
constexpr std::uint8_t kSimpleNull = 22;

absl::Status RefuseAt(Reason reason, std::string_view what, std::size_t offset) {
  return Refuse(reason, fmt::format("cbor: {} at offset {}", what, offset));
}

absl::Status Truncated(std::size_t offset) {
  return RefuseAt(Reason::kSealTruncated, "item cut short", offset);
}

class Decoder {
 public:
  Decoder(ByteSpan bytes, std::size_t max_items)
      : bytes_(bytes), reader_(bytes), items_left_(max_items - 1) {}  // one is the root

  // `depth_left`: how many arrays, maps and tags may still open.
  absl::Status DecodeItem(CborItem& item, int depth_left) {
    item.offset = reader_.offset();
    const auto initial = reader_.TakeByte();
    if (!initial) return Truncated(item.offset);
    const auto major = static_cast<std::uint8_t>(*initial >> 5);
    const auto info = static_cast<std::uint8_t>(*initial & kInfoMask);
    SCEAU_RETURN_IF_ERROR(major == kMajorSimple ? DecodeSimple(item, info)
                                                : DecodeArgument(item, major, info));
    SCEAU_RETURN_IF_ERROR(DecodeContent(item, major, depth_left));
    item.length = reader_.offset() - item.offset;
    return absl::OkStatus();
  }

  std::size_t offset() const { return reader_.offset(); }
  bool AtEnd() const { return reader_.empty(); }

 private:
  absl::Status DecodeSimple(CborItem& item, std::uint8_t info) const {
    switch (info) {
      case kSimpleFalse:
        item.type = CborItem::Type::kFalse;
        return absl::OkStatus();
      case kSimpleTrue:
        item.type = CborItem::Type::kTrue;
        return absl::OkStatus();
      case kSimpleNull:
        item.type = CborItem::Type::kNull;
        return absl::OkStatus();
    }
    return RefuseAt(Reason::kSealMalformedCbor, "float or simple value", item.offset);
  }

  absl::Status DecodeArgument(CborItem& item, std::uint8_t major, std::uint8_t info) {
    if (info < kOneByteArgument) {
      item.argument = info;
      return absl::OkStatus();
    }
    if (info == kIndefiniteLength && major >= kMajorBytes && major <= kMajorMap) {
      return RefuseAt(Reason::kSealCborNotDeterministic, "indefinite length", item.offset);
    }
    if (info > kEightByteArgument) {
      return RefuseAt(Reason::kSealMalformedCbor, "reserved head", item.offset);
    }
    const std::size_t width = std::size_t{1} << (info - kOneByteArgument);
    const auto argument = reader_.Take(width);
    if (!argument) return Truncated(item.offset);
    for (const std::uint8_t byte : *argument) item.argument = (item.argument << 8) | byte;
    // What the next shorter head could hold.
    const std::uint64_t shorter =
        width == 1 ? kOneByteArgument - 1U : (std::uint64_t{1} << (4 * width)) - 1;
    if (item.argument <= shorter) {
      return RefuseAt(Reason::kSealCborNotDeterministic, "argument not shortest", item.offset);
    }
    return absl::OkStatus();
  }

  absl::Status DecodeContent(CborItem& item, std::uint8_t major, int depth_left) {
    switch (major) {
      case kMajorUnsigned:
        item.type = CborItem::Type::kUnsigned;
        return absl::OkStatus();
      case kMajorNegative:
        item.type = CborItem::Type::kNegative;
        return absl::OkStatus();
      case kMajorBytes:
        item.type = CborItem::Type::kBytes;
        return DecodeString(item);
      case kMajorText:
        item.type = CborItem::Type::kText;
        SCEAU_RETURN_IF_ERROR(DecodeString(item));
        if (IsUtf8(item.text())) return absl::OkStatus();
        return RefuseAt(Reason::kSealMalformedCbor, "text that is not utf-8", item.offset);
      case kMajorArray:
        item.type = CborItem::Type::kArray;
        return DecodeChildren(item, 1, depth_left);
      case kMajorMap:
        item.type = CborItem::Type::kMap;
        return DecodeChildren(item, 2, depth_left);
      case kMajorTag:
        item.type = CborItem::Type::kTag;
        return DecodeChildren(item, 1, depth_left);
    }
    return absl::OkStatus();  // kMajorSimple: the head is all
  }

  absl::Status DecodeString(CborItem& item) {
    if (item.argument > reader_.remaining()) return Truncated(item.offset);
    item.string = *reader_.Take(static_cast<std::size_t>(item.argument));
    return absl::OkStatus();
  }

  absl::Status DecodeChildren(CborItem& item, std::size_t children_per_count, int depth_left) {
    if (depth_left <= 0) return RefuseAt(Reason::kSealMalformedCbor, "too deep", item.offset);
    const std::uint64_t count = item.type == CborItem::Type::kTag ? 1 : item.argument;
    // Each child takes a byte at least, so that memory stays in proportion to the input.
    if (count > reader_.remaining() / children_per_count) return Truncated(item.offset);
    if (count > items_left_ / children_per_count) {
      return RefuseAt(Reason::kSealMalformedCbor, "too many items", item.offset);
    }
    items_left_ -= static_cast<std::size_t>(count) * children_per_count;
    item.children.resize(static_cast<std::size_t>(count) * children_per_count);
    for (std::size_t i = 0; i < item.children.size(); ++i) {
      SCEAU_RETURN_IF_ERROR(DecodeItem(item.children[i], depth_left - 1));
      if (item.type == CborItem::Type::kMap && i % 2 == 0 && i > 0) {
        SCEAU_RETURN_IF_ERROR(CheckKey(item, i));
      }
    }
    return absl::OkStatus();
  }

  // The key at children[index] comes after all keys before it, which are in order.
  absl::Status CheckKey(const CborItem& map, std::size_t index) const {
    const CborItem& key = map.children[index];
    const std::string_view encoded = Encoded(key);
    // As unsigned bytes, which is how std::char_traits<char> compares; a proper prefix comes first.
    if (Encoded(map.children[index - 2]) < encoded) return absl::OkStatus();
    for (std::size_t i = 0; i < index; i += 2) {
      if (Encoded(map.children[i]) == encoded) {
        return RefuseAt(Reason::kSealCborDuplicateKey, "duplicate key", key.offset);
      }
    }
    return RefuseAt(Reason::kSealCborNotDeterministic, "unsorted key", key.offset);
  }

  std::string_view Encoded(const CborItem& item) const {
    return AsText(bytes_.subspan(item.offset, item.length));
  }

  ByteSpan bytes_;
  ByteReader reader_;
  std::size_t items_left_;
};

}  // namespace

bool CborItem::IsInteger(std::int64_t value) const {
  if (value >= 0) return IsUnsigned() && argument == static_cast<std::uint64_t>(value);
  return type == Type::kNegative && argument == static_cast<std::uint64_t>(-(value + 1));
}

const CborItem* CborItem::Find(std::int64_t key) const {
  if (type != Type::kMap) return nullptr;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i].IsInteger(key)) return &children[i + 1];
  }
  return nullptr;
}

absl::StatusOr<CborItem> DecodeCbor(ByteSpan bytes, int max_depth, std::size_t max_items) {
  Decoder decoder(bytes, max_items);
  CborItem item;
  SCEAU_RETURN_IF_ERROR(decoder.DecodeItem(item, std::min(max_depth, kMaxCborDepth)));
  if (!decoder.AtEnd()) {
    return RefuseAt(Reason::kSealTrailingBytes, "bytes after the item", decoder.offset());
  }
  return item;
}

CborWriter& CborWriter::Unsigned(std::uint64_t value) {
  Head(kMajorUnsigned, value);
  return *this;
}

CborWriter& CborWriter::Integer(std::int64_t value) {
  if (value >= 0) return Unsigned(static_cast<std::uint64_t>(value));
  Head(kMajorNegative, static_cast<std::uint64_t>(-(value + 1)));
  return *this;
}

CborWriter& CborWriter::ByteString(ByteSpan bytes) {
  Head(kMajorBytes, bytes.size());
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  return *this;
}

CborWriter& CborWriter::Text(std::string_view utf8) {
  const ByteSpan bytes = AsBytes(utf8);
  Head(kMajorText, bytes.size());
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  return *this;
}

CborWriter& CborWriter::Array(std::size_t count) {
  Head(kMajorArray, count);
  return *this;
}

CborWriter& CborWriter::Map(std::size_t pairs) {
  Head(kMajorMap, pairs);
  return *this;
}

CborWriter& CborWriter::Tag(std::uint64_t number) {
  Head(kMajorTag, number);
  return *this;
}

Bytes CborWriter::Take() {
  assert(DecodeCbor(out_, kMaxCborDepth, out_.size() + 1).ok());
  return TakeUnchecked();
}

Bytes CborWriter::TakeUnchecked() { return std::exchange(out_, {}); }

void CborWriter::Head(std::uint8_t major, std::uint64_t argument) {
  const auto initial = static_cast<std::uint8_t>(major << 5);
  if (argument < kOneByteArgument) {
    out_.push_back(static_cast<std::uint8_t>(initial | argument));
    return;
  }
  int width_log2 = 0;
  while (width_log2 < 3 && (argument >> (8U << width_log2)) != 0) ++width_log2;
  out_.push_back(static_cast<std::uint8_t>(initial | (kOneByteArgument + width_log2)));
  for (int shift = 8 * ((1 << width_log2) - 1); shift >= 0; shift -= 8) {
    out_.push_back(static_cast<std::uint8_t>((argument >> shift) & 0xFF));
  }
}

}  // namespace sceau::codec
