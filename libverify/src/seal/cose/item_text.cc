// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/item_text.h"

#include "base/bytes.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::seal::cose {

using codec::CborItem;

std::string PlainValue(const CborItem& item) {
  switch (item.type) {
    case CborItem::Type::kUnsigned:
      return fmt::format("{}", item.argument);
    case CborItem::Type::kNegative:
      // -1 - argument, without a type that could hold the least one.
      return item.argument == UINT64_MAX ? "-18446744073709551616"
                                         : fmt::format("-{}", item.argument + 1);
    case CborItem::Type::kBytes:
      return ToHex(item.string);
    case CborItem::Type::kText:
      return EscapeUnsafe(item.text());
    case CborItem::Type::kArray:
      return fmt::format("array of {}", item.children.size());
    case CborItem::Type::kMap:
      return fmt::format("map of {}", item.children.size() / 2);
    case CborItem::Type::kTag:
      return fmt::format("tag {}", item.argument);
    case CborItem::Type::kFalse:
      return "false";
    case CborItem::Type::kTrue:
      return "true";
    case CborItem::Type::kNull:
      return "null";
    case CborItem::Type::kFloat:
      return fmt::format("{}", item.number());
    case CborItem::Type::kSimple:
      return fmt::format("simple value {}", item.argument);
  }
  return {};
}

}  // namespace sceau::seal::cose
