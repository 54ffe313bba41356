// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_json.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "attestation/nir.h"
#include "attestation/right_kind_names.h"
#include "base/status.h"
#include "codec/strict_json.h"
#include "fmt/format.h"
#include "nlohmann/json.hpp"

namespace sceau::attestation {
namespace {

using nlohmann::json;

absl::Status Unfit(Reason reason, const std::string& pointer, std::string_view rule) {
  return Refuse(reason, fmt::format("{}: {}", pointer, rule));
}

// Reads the members of one object and remembers which of them were asked for.
class ObjectReader {
 public:
  static absl::StatusOr<ObjectReader> Open(const json& value, std::string pointer) {
    if (!value.is_object()) return Unfit(Reason::kClaimsWrongType, pointer, "must be an object");
    return ObjectReader(value, std::move(pointer));
  }

  const json* Optional(const std::string& name) {
    known_.insert(name);
    const auto found = object_->find(name);
    return found == object_->end() ? nullptr : &*found;
  }
  absl::StatusOr<const json*> Required(const std::string& name) {
    const json* value = Optional(name);
    if (value == nullptr) return Unfit(Reason::kClaimsMissingField, PointerTo(name), "missing");
    return value;
  }
  absl::StatusOr<std::string> Text(const std::string& name) {
    SCEAU_ASSIGN_OR_RETURN(const json* value, Required(name));
    return TextOf(*value, name);
  }
  absl::StatusOr<std::optional<std::string>> OptionalText(const std::string& name) {
    const json* value = Optional(name);
    if (value == nullptr) return std::optional<std::string>();
    SCEAU_ASSIGN_OR_RETURN(std::string text, TextOf(*value, name));
    return std::optional<std::string>(std::move(text));
  }
  absl::StatusOr<Date> Day(const std::string& name) {
    SCEAU_ASSIGN_OR_RETURN(const std::string text, Text(name));
    const auto date = ParseIsoDate(text);
    if (!date)
      return Unfit(Reason::kClaimsBadDate, PointerTo(name), "not a day written YYYY-MM-DD");
    return *date;
  }
  // As the attestation carries it, also when it is written YYYY-MM-DD as all other dates are.
  absl::StatusOr<std::string> BirthDate() {
    SCEAU_ASSIGN_OR_RETURN(std::string text, Text("birth_date"));
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') std::erase(text, '-');
    return text;
  }
  absl::StatusOr<std::uint64_t> Number(const std::string& name, std::uint64_t most) {
    SCEAU_ASSIGN_OR_RETURN(const json* value, Required(name));
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() > most) {
      return Unfit(Reason::kClaimsWrongType, PointerTo(name),
                   fmt::format("must be a whole number up to {}", most));
    }
    return value->get<std::uint64_t>();
  }
  // Null when the member is absent.
  absl::StatusOr<const json*> OptionalArray(const std::string& name) {
    const json* value = Optional(name);
    if (value != nullptr && !value->is_array())
      return Unfit(Reason::kClaimsWrongType, PointerTo(name), "must be an array");
    return value;
  }
  absl::Status RefuseOthers() const {
    for (const auto& [name, value] : object_->items()) {
      if (!known_.contains(name))
        return Unfit(Reason::kClaimsUnknownField, pointer_.empty() ? "/" : pointer_,
                     "holds an unknown member");
    }
    return absl::OkStatus();
  }
  std::string PointerTo(const std::string& name) const { return pointer_ + "/" + name; }

 private:
  ObjectReader(const json& object, std::string pointer)
      : object_(&object), pointer_(std::move(pointer)) {}
  absl::StatusOr<std::string> TextOf(const json& value, const std::string& name) const {
    if (!value.is_string())
      return Unfit(Reason::kClaimsWrongType, PointerTo(name), "must be a text");
    return value.get<std::string>();
  }

  const json* object_;
  std::string pointer_;
  std::set<std::string> known_;
};

constexpr std::uint64_t kHighestRank = 99;

absl::StatusOr<std::uint8_t> ReadRank(ObjectReader& reader) {
  if (reader.Optional("birth_rank") == nullptr) return std::uint8_t{1};
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t rank, reader.Number("birth_rank", kHighestRank));
  return static_cast<std::uint8_t>(rank);
}

absl::StatusOr<Role> ReadRole(ObjectReader& reader) {
  SCEAU_ASSIGN_OR_RETURN(const std::optional<std::string> role, reader.OptionalText("role"));
  if (!role || *role == "insured") return Role::kInsured;
  if (*role == "dependant") return Role::kDependant;
  return Unfit(Reason::kClaimsWrongType, reader.PointerTo("role"), "must be insured or dependant");
}

absl::StatusOr<Holder> ReadHolder(const json& value) {
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(value, "/holder"));
  Holder holder;
  SCEAU_ASSIGN_OR_RETURN(holder.birth_name, reader.Text("birth_name"));
  SCEAU_ASSIGN_OR_RETURN(holder.name_in_use, reader.OptionalText("name_in_use"));
  SCEAU_ASSIGN_OR_RETURN(holder.given_names, reader.Text("given_names"));
  SCEAU_ASSIGN_OR_RETURN(holder.birth_date, reader.BirthDate());
  SCEAU_ASSIGN_OR_RETURN(holder.birth_rank, ReadRank(reader));
  SCEAU_ASSIGN_OR_RETURN(holder.role, ReadRole(reader));
  SCEAU_ASSIGN_OR_RETURN(holder.nir, reader.OptionalText("nir"));
  if (holder.nir) {
    const auto nir = Nir::Parse(*holder.nir);
    if (!nir.ok()) return Unfit(ReasonOf(nir.status()), "/holder/nir", DetailOf(nir.status()));
    holder.nir = nir->text();
  }
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return holder;
}

absl::StatusOr<Fund> ReadFund(const json& value) {
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(value, "/fund"));
  Fund fund;
  SCEAU_ASSIGN_OR_RETURN(fund.code, reader.Text("code"));
  SCEAU_ASSIGN_OR_RETURN(fund.name, reader.Text("name"));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return fund;
}

absl::StatusOr<Right> ReadRight(const json& value, const std::string& pointer) {
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(value, pointer));
  Right right;
  SCEAU_ASSIGN_OR_RETURN(const std::string kind, reader.Text("kind"));
  const auto named = std::ranges::find(kRightKindNames, kind, &RightKindName::name);
  if (named == kRightKindNames.end())
    return Unfit(Reason::kClaimsWrongType, pointer + "/kind", "not a kind of right");
  right.kind = named->kind;
  SCEAU_ASSIGN_OR_RETURN(right.from, reader.Day("from"));
  if (reader.Optional("until") != nullptr) {
    SCEAU_ASSIGN_OR_RETURN(right.until, reader.Day("until"));
  }
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return right;
}

absl::StatusOr<Dependant> ReadDependant(const json& value, const std::string& pointer) {
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(value, pointer));
  Dependant dependant;
  SCEAU_ASSIGN_OR_RETURN(dependant.name, reader.Text("name"));
  SCEAU_ASSIGN_OR_RETURN(dependant.given_names, reader.Text("given_names"));
  SCEAU_ASSIGN_OR_RETURN(dependant.birth_date, reader.BirthDate());
  SCEAU_ASSIGN_OR_RETURN(dependant.birth_rank, ReadRank(reader));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return dependant;
}

absl::StatusOr<StatusReference> ReadStatus(const json& value) {
  constexpr std::uint64_t kMax = std::uint64_t{1} << 53;  // what every JSON reader keeps exactly
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(value, "/status"));
  StatusReference status;
  SCEAU_ASSIGN_OR_RETURN(status.list, reader.Number("list", kMax));
  SCEAU_ASSIGN_OR_RETURN(status.index, reader.Number("index", kMax));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return status;
}

absl::StatusOr<SaltedDigest> ReadDigest(const json& value, const std::string& pointer) {
  SaltedDigest digest{};
  const std::string text = value.is_string() ? value.get<std::string>() : "";
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  if (text.size() != digest.size() * 2)
    return Unfit(Reason::kClaimsWrongType, pointer, "must be 32 hexadecimal digits");
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0)
      return Unfit(Reason::kClaimsWrongType, pointer, "must be 32 hexadecimal digits");
    digest[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return digest;
}

// Reads each element of an optional array by `read`.
template <typename T, typename Read>
absl::Status ReadList(ObjectReader& reader, const std::string& name, Read read,
                      std::vector<T>& out) {
  SCEAU_ASSIGN_OR_RETURN(const json* list, reader.OptionalArray(name));
  if (list == nullptr) return absl::OkStatus();
  for (std::size_t i = 0; i < list->size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(T item, read((*list)[i], fmt::format("/{}/{}", name, i)));
    out.push_back(std::move(item));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<DocumentId>> ReadReplaces(ObjectReader& reader) {
  SCEAU_ASSIGN_OR_RETURN(const std::optional<std::string> text, reader.OptionalText("replaces"));
  if (!text) return std::optional<DocumentId>();
  const std::optional<DocumentId> id = ParseDocumentId(*text);
  if (!id || FormatDocumentId(*id) != *text)
    return Unfit(Reason::kClaimsWrongType, "/replaces", "must be a document id of 16 characters");
  return id;
}

absl::StatusOr<Attestation> ReadAttestation(const json& root) {
  SCEAU_ASSIGN_OR_RETURN(ObjectReader reader, ObjectReader::Open(root, ""));
  Attestation attestation;
  SCEAU_ASSIGN_OR_RETURN(const json* holder, reader.Required("holder"));
  SCEAU_ASSIGN_OR_RETURN(attestation.holder, ReadHolder(*holder));
  SCEAU_ASSIGN_OR_RETURN(const json* fund, reader.Required("fund"));
  SCEAU_ASSIGN_OR_RETURN(attestation.fund, ReadFund(*fund));
  SCEAU_ASSIGN_OR_RETURN(attestation.valid_from, reader.Day("valid_from"));
  SCEAU_ASSIGN_OR_RETURN(attestation.valid_until, reader.Day("valid_until"));
  SCEAU_RETURN_IF_ERROR(ReadList(reader, "rights", ReadRight, attestation.rights));
  SCEAU_RETURN_IF_ERROR(ReadList(reader, "dependants", ReadDependant, attestation.dependants));
  SCEAU_RETURN_IF_ERROR(ReadList(reader, "digests", ReadDigest, attestation.digests));
  if (const json* status = reader.Optional("status")) {
    SCEAU_ASSIGN_OR_RETURN(attestation.status, ReadStatus(*status));
  }
  SCEAU_ASSIGN_OR_RETURN(attestation.replaces, ReadReplaces(reader));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  std::ranges::stable_sort(attestation.rights, [](const Right& a, const Right& b) {
    return std::tie(a.kind, a.from) < std::tie(b.kind, b.from);
  });
  return attestation;
}

}  // namespace

absl::StatusOr<Attestation> ParseClaims(std::string_view text, const Limits& limits) {
  if (text.size() > limits.claims_bytes)
    return Refuse(Reason::kClaimsTooMany, "the file is too large");
  SCEAU_ASSIGN_OR_RETURN(const json root, codec::ParseStrictJson(text, Reason::kClaimsNotJson));
  SCEAU_ASSIGN_OR_RETURN(Attestation attestation, ReadAttestation(root));
  SCEAU_RETURN_IF_ERROR(Check(attestation));
  return attestation;
}

}  // namespace sceau::attestation
