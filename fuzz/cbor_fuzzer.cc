// SPDX-License-Identifier: Apache-2.0
// Deterministic CBOR has one form: a decoded tree, written again, gives the same bytes. What is
// taken by those rules is taken by the lenient ones too, as the same tree.
#include <algorithm>

#include "base/text.h"
#include "codec/cbor.h"
#include "fuzz_check.h"

namespace {

using sceau::codec::CborItem;
using sceau::codec::CborWriter;

// False for what the writer does not write (false, true, null, integers below -2^63).
bool Write(const CborItem& item, CborWriter& writer) {
  switch (item.type) {
    case CborItem::Type::kUnsigned:
      writer.Unsigned(item.argument);
      return true;
    case CborItem::Type::kNegative:
      if (item.argument > static_cast<std::uint64_t>(INT64_MAX)) return false;
      writer.Integer(-1 - static_cast<std::int64_t>(item.argument));
      return true;
    case CborItem::Type::kBytes:
      writer.ByteString(item.string);
      return true;
    case CborItem::Type::kText:
      sceau::fuzz::Check(sceau::IsUtf8(item.text()), "text is UTF-8");
      writer.Text(item.text());
      return true;
    case CborItem::Type::kArray:
      writer.Array(item.children.size());
      break;
    case CborItem::Type::kMap:
      writer.Map(item.children.size() / 2);
      break;
    case CborItem::Type::kTag:
      writer.Tag(item.argument);
      break;
    case CborItem::Type::kFalse:
    case CborItem::Type::kTrue:
    case CborItem::Type::kNull:
    case CborItem::Type::kFloat:
    case CborItem::Type::kSimple:
      return false;
  }
  return std::all_of(item.children.begin(), item.children.end(),
                     [&](const CborItem& child) { return Write(child, writer); });
}

void CheckOffsets(const CborItem& item, std::size_t size) {
  sceau::fuzz::Check(item.offset <= size && item.length <= size - item.offset,
                     "an item lies within the input");
  for (const CborItem& child : item.children) {
    sceau::fuzz::Check(
        child.offset >= item.offset && child.offset + child.length <= item.offset + item.length,
        "a child lies within its parent");
    CheckOffsets(child, size);
  }
}

bool IsSame(const CborItem& one, const CborItem& other) {
  return one.type == other.type && one.argument == other.argument && one.text() == other.text() &&
         one.offset == other.offset && one.length == other.length &&
         std::ranges::equal(one.children, other.children, IsSame);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan input(data, size);
  const auto lenient = sceau::codec::DecodeLenientCbor(input);
  if (lenient.ok()) CheckOffsets(lenient->root, size);
  const auto item = sceau::codec::DecodeCbor(input);
  if (!item.ok()) return 0;
  sceau::fuzz::Check(lenient.ok() && IsSame(*item, lenient->root), "both readings agree");
  CheckOffsets(*item, size);
  CborWriter writer;
  if (!Write(*item, writer)) return 0;
  const sceau::Bytes again = writer.Take();
  sceau::fuzz::Check(std::equal(again.begin(), again.end(), input.begin(), input.end()),
                     "what decodes is written the same");
  return 0;
}
