// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "attestation/claims_json.h"
#include "attestation/right_kind_names.h"
#include "base/bytes.h"
#include "nlohmann/json.hpp"
#include "sceau/render.h"
#include "sceau/report.h"

namespace sceau::attestation {
namespace {

std::string_view NameOf(RightKind kind) {
  return std::ranges::find(kRightKindNames, kind, &RightKindName::kind)->name;
}

nlohmann::ordered_json RightToJson(const Right& right) {
  nlohmann::ordered_json out = {{"kind", NameOf(right.kind)}, {"from", FormatIsoDate(right.from)}};
  if (right.until) out["until"] = FormatIsoDate(*right.until);
  return out;
}

nlohmann::ordered_json HolderToJson(const Holder& holder, bool show_nir) {
  nlohmann::ordered_json out = {{"birth_name", holder.birth_name}};
  if (holder.name_in_use) out["name_in_use"] = *holder.name_in_use;
  out["given_names"] = holder.given_names;
  out["birth_date"] = holder.birth_date;
  out["birth_rank"] = holder.birth_rank;
  if (holder.nir) out["nir"] = show_nir ? *holder.nir : MaskNir(*holder.nir);
  out["role"] = holder.role == Role::kInsured ? "insured" : "dependant";
  return out;
}

}  // namespace

nlohmann::ordered_json ToJson(const Attestation& attestation, bool show_nir) {
  using Json = nlohmann::ordered_json;
  Json json = {{"document_id", FormatDocumentId(attestation.document_id)},
               {"issued_at", FormatIsoInstant(attestation.issued_at)},
               {"valid_from", FormatIsoDate(attestation.valid_from)},
               {"valid_until", FormatIsoDate(attestation.valid_until)},
               {"holder", HolderToJson(attestation.holder, show_nir)},
               {"fund", {{"code", attestation.fund.code}, {"name", attestation.fund.name}}}};
  // Makes the arrays before anything is put into them: the library cannot take back an array for
  // which memory was short.
  json["rights"] = Json::array();
  for (const Right& right : attestation.rights) json["rights"].push_back(RightToJson(right));
  if (!attestation.dependants.empty()) json["dependants"] = Json::array();
  for (const Dependant& d : attestation.dependants) {
    json["dependants"].push_back({{"name", d.name},
                                  {"given_names", d.given_names},
                                  {"birth_date", d.birth_date},
                                  {"birth_rank", d.birth_rank}});
  }
  if (attestation.status)
    json["status"] = {{"list", attestation.status->list}, {"index", attestation.status->index}};
  if (attestation.replaces) json["replaces"] = FormatDocumentId(*attestation.replaces);
  if (!attestation.digests.empty()) json["digests"] = Json::array();
  for (const SaltedDigest& digest : attestation.digests) json["digests"].push_back(ToHex(digest));
  if (attestation.layout) json["layout"] = *attestation.layout;
  return json;
}

}  // namespace sceau::attestation
