// SPDX-License-Identifier: Apache-2.0
#include "codec/cbor.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "base/text.h"
#include "codec/cbor_head.h"
#include "fmt/format.h"

namespace sceau::codec {
namespace {

absl::Status RefuseAt(Reason reason, std::string_view what, std::size_t offset) {
  return Refuse(reason, fmt::format("cbor: {} at offset {}", what, offset));
}

absl::Status Truncated(std::size_t offset) {
  return RefuseAt(Reason::kSealTruncated, "item cut short", offset);
}

enum class Rules { kDeterministic, kLenient };

// RFC 8949 appendix D.
double HalfToDouble(std::uint64_t half) {
  const auto exponent = static_cast<int>((half >> 10) & 0x1F);
  const auto mantissa = static_cast<double>(half & 0x3FF);
  double value = 0;
  if (exponent == 0) {
    value = std::ldexp(mantissa, -24);
  } else if (exponent != 31) {
    value = std::ldexp(mantissa + 1024, exponent - 25);
  } else {
    value = mantissa == 0 ? std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::quiet_NaN();
  }
  return (half & 0x8000) != 0 ? -value : value;
}

class Decoder {
 public:
  Decoder(ByteSpan bytes, std::size_t max_items, Rules rules)
      : bytes_(bytes),
        reader_(bytes),
        items_left_(max_items - 1),
        rules_(rules) {}  // one: the root

  // `depth_left`: how many arrays, maps and tags may still open.
  absl::Status DecodeItem(CborItem& item, int depth_left) {
    item.offset = reader_.offset();
    const auto initial = reader_.TakeByte();
    if (!initial) return Truncated(item.offset);
    const auto major = static_cast<std::uint8_t>(*initial >> 5);
    const auto info = static_cast<std::uint8_t>(*initial & kInfoMask);
    SCEAU_RETURN_IF_ERROR(major == kMajorSimple ? DecodeSimple(item, info)
                                                : DecodeArgument(item, major, info));
    SCEAU_RETURN_IF_ERROR(DecodeContent(item, major, info == kIndefiniteLength, depth_left));
    item.length = reader_.offset() - item.offset;
    return absl::OkStatus();
  }

  std::size_t offset() const { return reader_.offset(); }
  bool AtEnd() const { return reader_.empty(); }
  std::vector<Bytes> TakeJoined() { return std::move(joined_); }

 private:
  bool IsLenient() const { return rules_ == Rules::kLenient; }

  absl::Status DecodeSimple(CborItem& item, std::uint8_t info) {
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
    if (IsLenient() && info <= kDoubleFloat) return DecodeNumber(item, info);
    return RefuseAt(Reason::kSealMalformedCbor, "float or simple value", item.offset);
  }

  // A float, or a simple value that has no meaning for us.
  absl::Status DecodeNumber(CborItem& item, std::uint8_t info) {
    SCEAU_RETURN_IF_ERROR(TakeArgument(item, info));
    if (info < kHalfFloat) {
      // RFC 8949 §3.3: what one byte can say, two may not.
      if (info == kOneByteArgument && item.argument < kMinLongSimple)
        return RefuseAt(Reason::kSealMalformedCbor, "reserved simple value", item.offset);
      item.type = CborItem::Type::kSimple;
      return absl::OkStatus();
    }
    item.type = CborItem::Type::kFloat;
    if (info == kHalfFloat) {
      item.argument = std::bit_cast<std::uint64_t>(HalfToDouble(item.argument));
    } else if (info == kSingleFloat) {
      const auto bits = static_cast<std::uint32_t>(item.argument);
      item.argument = std::bit_cast<std::uint64_t>(double{std::bit_cast<float>(bits)});
    }
    return absl::OkStatus();
  }

  absl::Status DecodeArgument(CborItem& item, std::uint8_t major, std::uint8_t info) {
    if (info == kIndefiniteLength && major >= kMajorBytes && major <= kMajorMap) {
      if (IsLenient()) return absl::OkStatus();
      return RefuseAt(Reason::kSealCborNotDeterministic, "indefinite length", item.offset);
    }
    if (info > kEightByteArgument) {
      return RefuseAt(Reason::kSealMalformedCbor, "reserved head", item.offset);
    }
    SCEAU_RETURN_IF_ERROR(TakeArgument(item, info));
    if (IsLenient() || info < kOneByteArgument) return absl::OkStatus();
    const std::size_t width = std::size_t{1} << (info - kOneByteArgument);
    // What the next shorter head could hold.
    const std::uint64_t shorter =
        width == 1 ? kOneByteArgument - 1U : (std::uint64_t{1} << (4 * width)) - 1;
    if (item.argument <= shorter) {
      return RefuseAt(Reason::kSealCborNotDeterministic, "argument not shortest", item.offset);
    }
    return absl::OkStatus();
  }

  absl::Status TakeArgument(CborItem& item, std::uint8_t info) {
    if (info < kOneByteArgument) {
      item.argument = info;
      return absl::OkStatus();
    }
    const auto argument = reader_.Take(std::size_t{1} << (info - kOneByteArgument));
    if (!argument) return Truncated(item.offset);
    for (const std::uint8_t byte : *argument) item.argument = (item.argument << 8) | byte;
    return absl::OkStatus();
  }

  absl::Status DecodeContent(CborItem& item, std::uint8_t major, bool indefinite, int depth_left) {
    switch (major) {
      case kMajorUnsigned:
        item.type = CborItem::Type::kUnsigned;
        return absl::OkStatus();
      case kMajorNegative:
        item.type = CborItem::Type::kNegative;
        return absl::OkStatus();
      case kMajorBytes:
        item.type = CborItem::Type::kBytes;
        return indefinite ? JoinString(item, major) : DecodeString(item);
      case kMajorText:
        item.type = CborItem::Type::kText;
        SCEAU_RETURN_IF_ERROR(indefinite ? JoinString(item, major) : DecodeString(item));
        if (IsUtf8(item.text())) return absl::OkStatus();
        return RefuseAt(Reason::kSealMalformedCbor, "text that is not utf-8", item.offset);
      case kMajorArray:
        item.type = CborItem::Type::kArray;
        return indefinite ? CollectChildren(item, depth_left) : DecodeChildren(item, 1, depth_left);
      case kMajorMap:
        item.type = CborItem::Type::kMap;
        return indefinite ? CollectChildren(item, depth_left) : DecodeChildren(item, 2, depth_left);
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

  // The chunks of a string of indefinite length, each a string of the same type (RFC 8949 §3.2.3).
  absl::Status JoinString(CborItem& item, std::uint8_t major) {
    Bytes whole;
    while (!TakeBreak()) {
      CborItem chunk;
      chunk.offset = reader_.offset();
      const auto initial = reader_.TakeByte();
      if (!initial) return Truncated(item.offset);
      const auto info = static_cast<std::uint8_t>(*initial & kInfoMask);
      if (*initial >> 5 != major || info > kEightByteArgument)
        return RefuseAt(Reason::kSealMalformedCbor, "not a chunk of its string", chunk.offset);
      SCEAU_RETURN_IF_ERROR(TakeArgument(chunk, info));
      SCEAU_RETURN_IF_ERROR(DecodeString(chunk));
      whole.insert(whole.end(), chunk.string.begin(), chunk.string.end());
    }
    item.argument = whole.size();
    joined_.push_back(std::move(whole));
    item.string = joined_.back();
    return absl::OkStatus();
  }

  bool TakeBreak() {
    if (reader_.empty() || bytes_[reader_.offset()] != kBreak) return false;
    reader_.TakeByte();
    return true;
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
      if (!IsLenient() && item.type == CborItem::Type::kMap && i % 2 == 0 && i > 0) {
        SCEAU_RETURN_IF_ERROR(CheckKey(item, i));
      }
    }
    return IsLenient() ? RefuseSameKeys(item) : absl::OkStatus();
  }

  // The children of an array or map of indefinite length.
  absl::Status CollectChildren(CborItem& item, int depth_left) {
    if (depth_left <= 0) return RefuseAt(Reason::kSealMalformedCbor, "too deep", item.offset);
    while (!TakeBreak()) {
      if (items_left_ == 0)
        return RefuseAt(Reason::kSealMalformedCbor, "too many items", item.offset);
      --items_left_;
      SCEAU_RETURN_IF_ERROR(DecodeItem(item.children.emplace_back(), depth_left - 1));
    }
    if (item.type == CborItem::Type::kMap && item.children.size() % 2 != 0)
      return RefuseAt(Reason::kSealMalformedCbor, "a key without a value", item.offset);
    item.argument =
        item.type == CborItem::Type::kMap ? item.children.size() / 2 : item.children.size();
    return RefuseSameKeys(item);
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

  // Keys in any order. A number or a string is the same key however it is encoded.
  absl::Status RefuseSameKeys(const CborItem& map) const {
    if (map.type != CborItem::Type::kMap) return absl::OkStatus();
    std::set<std::pair<CborItem::Type, std::string>> seen;
    for (std::size_t i = 0; i < map.children.size(); i += 2) {
      const CborItem& key = map.children[i];
      if (!seen.emplace(key.type, ValueOf(key)).second)
        return RefuseAt(Reason::kSealCborDuplicateKey, "duplicate key", key.offset);
    }
    return absl::OkStatus();
  }

  std::string ValueOf(const CborItem& item) const {
    switch (item.type) {
      case CborItem::Type::kUnsigned:
      case CborItem::Type::kNegative:
      case CborItem::Type::kFloat:
      case CborItem::Type::kSimple:
        return std::to_string(item.argument);
      case CborItem::Type::kBytes:
      case CborItem::Type::kText:
        return std::string(item.text());
      case CborItem::Type::kArray:
      case CborItem::Type::kMap:
      case CborItem::Type::kTag:
      case CborItem::Type::kFalse:
      case CborItem::Type::kTrue:
      case CborItem::Type::kNull:
        break;
    }
    return std::string(Encoded(item));
  }

  std::string_view Encoded(const CborItem& item) const {
    return AsText(bytes_.subspan(item.offset, item.length));
  }

  ByteSpan bytes_;
  ByteReader reader_;
  std::size_t items_left_;
  Rules rules_;
  std::vector<Bytes> joined_;  // strings that came in chunks
};

absl::StatusOr<LenientCbor> Decode(ByteSpan bytes, int max_depth, std::size_t max_items,
                                   Rules rules) {
  Decoder decoder(bytes, max_items, rules);
  LenientCbor decoded;
  SCEAU_RETURN_IF_ERROR(decoder.DecodeItem(decoded.root, std::min(max_depth, kMaxCborDepth)));
  if (!decoder.AtEnd()) {
    return RefuseAt(Reason::kSealTrailingBytes, "bytes after the item", decoder.offset());
  }
  decoded.joined = decoder.TakeJoined();
  return decoded;
}

}  // namespace

bool CborItem::IsInteger(std::int64_t value) const {
  if (value >= 0) return IsUnsigned() && argument == static_cast<std::uint64_t>(value);
  return type == Type::kNegative && argument == NegativeArgument(value);
}

const CborItem* CborItem::Find(std::int64_t key) const {
  if (type != Type::kMap) return nullptr;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i].IsInteger(key)) return &children[i + 1];
  }
  return nullptr;
}

const CborItem* CborItem::Find(std::string_view key) const {
  if (type != Type::kMap) return nullptr;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i].IsText() && children[i].text() == key) return &children[i + 1];
  }
  return nullptr;
}

const CborItem& CborItem::WithoutTags() const {
  const CborItem* item = this;
  while (item->type == Type::kTag) item = &item->children.front();
  return *item;
}

double CborItem::number() const { return std::bit_cast<double>(argument); }

absl::StatusOr<CborItem> DecodeCbor(ByteSpan bytes, int max_depth, std::size_t max_items) {
  SCEAU_ASSIGN_OR_RETURN(LenientCbor decoded,
                         Decode(bytes, max_depth, max_items, Rules::kDeterministic));
  return std::move(decoded.root);
}

absl::StatusOr<LenientCbor> DecodeLenientCbor(ByteSpan bytes, int max_depth,
                                              std::size_t max_items) {
  return Decode(bytes, max_depth, max_items, Rules::kLenient);
}

}  // namespace sceau::codec
