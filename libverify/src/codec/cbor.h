// SPDX-License-Identifier: Apache-2.0
// CBOR, read by two sets of rules. What is ours is deterministic CBOR, and nothing else: RFC 8949
// §4.2.1 (definite lengths, shortest arguments, keys sorted bytewise, no duplicates), no floats, no
// simple values but false, true and null. What others wrote is read leniently, by all that RFC 8949
// calls valid. Bounds are the same: depth, items, UTF-8, no key twice.
//
// No packaged library refuses what we must refuse, so this one is ours, and fuzzed.
#ifndef SCEAU_CODEC_CBOR_H_
#define SCEAU_CODEC_CBOR_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::codec {

// One item of a decoded tree. Strings are views into the decoded bytes, which must outlive it.
class CborItem {
 public:
  enum class Type {
    kUnsigned,
    kNegative,
    kBytes,
    kText,
    kArray,
    kMap,
    kTag,
    kFalse,
    kTrue,
    kNull,
    kFloat,   // lenient reading only
    kSimple,  // any other simple value, "undefined" among them; lenient reading only
  };

  Type type = Type::kNull;
  // kUnsigned: the value; kNegative: -1 - value; kTag: the number; kFloat: the bits of a double.
  std::uint64_t argument = 0;
  ByteSpan string;                 // kBytes, kText
  std::vector<CborItem> children;  // kArray: items; kMap: key, value, key, value …; kTag: the item
  std::size_t offset = 0;          // of this item in the decoded bytes, head included
  std::size_t length = 0;          // of the whole item

  bool IsUnsigned() const { return type == Type::kUnsigned; }
  bool IsInteger(std::int64_t value) const;  // this one, of either sign
  bool IsText() const { return type == Type::kText; }
  std::string_view text() const { return AsText(string); }
  // kMap: the value under an integer key (negative allowed) or a text; null if absent.
  const CborItem* Find(std::int64_t key) const;
  const CborItem* Find(std::string_view key) const;
  // The item that the tags around it, if any, say something about.
  const CborItem& WithoutTags() const;
  double number() const;  // kFloat
};

// Decoding recurses once for each array, map and tag around an item, and never deeper than this.
inline constexpr int kMaxCborDepth = 64;

// An item takes about a hundred bytes of memory and as little as one of the input: without this, a
// file of some megabytes would ask for some hundred. The longest seal has 8,192 bytes.
inline constexpr std::size_t kMaxCborItems = 16'384;

// The whole of `bytes` as one item, with at most `max_depth` arrays, maps and tags inside one
// another (a value above kMaxCborDepth counts as that). Refuses seal.malformed-cbor (bad head, too
// deep, too many items, bad UTF-8, a type that we do not take), seal.truncated (end reached too
// early), seal.trailing-bytes, seal.cbor-not-deterministic (indefinite length, argument not
// shortest, keys unsorted), seal.cbor-duplicate-key. The detail names the offset.
absl::StatusOr<CborItem> DecodeCbor(ByteSpan bytes, int max_depth = 8,
                                    std::size_t max_items = kMaxCborItems);

// `root` looks into the decoded bytes and, for strings that came in chunks, into `joined`.
struct LenientCbor {
  CborItem root;
  std::vector<Bytes> joined;
};
// The same by the lenient rules: refuses no seal.cbor-not-deterministic.
absl::StatusOr<LenientCbor> DecodeLenientCbor(ByteSpan bytes, int max_depth = 8,
                                              std::size_t max_items = kMaxCborItems);

// Writes heads and items in call order, one item in all; the caller sorts map keys (debug builds
// check in Take()).
class CborWriter {
 public:
  CborWriter& Unsigned(std::uint64_t value);
  CborWriter& Integer(std::int64_t value);
  CborWriter& ByteString(ByteSpan bytes);
  CborWriter& Text(std::string_view utf8);
  CborWriter& Array(std::size_t count);
  CborWriter& Map(std::size_t pairs);
  CborWriter& Tag(std::uint64_t number);
  Bytes Take();
  // Whatever was written: for tests of readers, which need what no writer of ours makes.
  Bytes TakeUnchecked();

 private:
  void Head(std::uint8_t major, std::uint64_t argument);
  Bytes out_;
};

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_CBOR_H_
