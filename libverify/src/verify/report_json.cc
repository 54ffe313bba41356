// SPDX-License-Identifier: Apache-2.0
// Report -> JSON, by docs/schemas/report.schema.json.
#include "attestation/claims_json.h"
#include "base/text.h"
#include "sceau/verify.h"
#include "verify/json_text.h"

namespace sceau {
namespace {

using verify::Json;

constexpr int kSchemaVersion = 1;

Json FieldsToJson(const std::vector<ClaimField>& fields) {
  Json json = Json::object();
  for (const ClaimField& field : fields) json[field.id] = field.value;
  return json;
}

Json LabelsToJson(const std::vector<ClaimField>& fields, Language language) {
  Json json = Json::object();
  for (const ClaimField& field : fields) {
    const std::string& label = language == Language::kEnglish && !field.label_english.empty()
                                   ? field.label_english
                                   : field.label_french;
    Json item = {{"label", label}, {"shown", field.shown}};
    if (field.truncated) item["truncated"] = true;
    json[field.id] = std::move(item);
  }
  return json;
}

Json ClaimsToJson(const Claims& claims, Language language, NirDisplay nir) {
  if (claims.attestation)
    return attestation::ToJson(*claims.attestation, nir == NirDisplay::kShown);
  Json json = Json::object();
  for (const auto& [name, value] : claims.header) json[name] = value ? Json(*value) : Json(nullptr);
  json["kind"] = language == Language::kFrench ? claims.kind_french : claims.kind_english;
  json["fields"] = FieldsToJson(claims.fields);
  json["labels"] = LabelsToJson(claims.fields, language);
  return json;
}

Json AxesToJson(const Axes& axes) {
  return {{"seal", Name(axes.seal)},         {"status", Name(axes.status)},
          {"rights", Name(axes.rights)},     {"holder", Name(axes.holder)},
          {"document", Name(axes.document)}, {"freshness", Name(axes.freshness)}};
}

// Where each fact stands and what became of it; what stands there is never said.
Json PrintedToJson(const std::vector<ComparedFact>& printed) {
  Json json = Json::array();
  for (const ComparedFact& compared : printed) {
    Json item = {{"fact", Name(compared.fact.kind)}, {"result", Name(compared.result)}};
    if (IsOfARow(compared.fact.kind) || compared.fact.row > 0) item["row"] = compared.fact.row + 1;
    if (compared.way != ComparisonWay::kNone) item["way"] = Name(compared.way);
    if (compared.page > 0) item["page"] = compared.page;
    if (compared.box) item["box"] = verify::BoxToJson(*compared.box);
    if (!compared.picture.empty()) item["picture"] = compared.picture;
    json.push_back(std::move(item));
  }
  return json;
}

Json SealToJson(const SealReport& seal, Language language, NirDisplay nir) {
  Json json = {{"format", seal.format},
               {"signature", Name(seal.signature)},
               {"symbology", seal.symbology},
               {"page", seal.page},
               {"corners", verify::CornersToJson(seal.corners)},
               {"verdict", Name(seal.verdict)},
               {"outcome", Name(seal.outcome)},
               {"axes", AxesToJson(seal.axes)},
               {"reasons", verify::FindingsToJson(seal.reasons, language)}};
  if (seal.issuer) {
    json["issuer"] = {{"key_id", seal.issuer->key_id}, {"name", seal.issuer->name}};
    if (!seal.issuer->authority.empty()) json["issuer"]["authority"] = seal.issuer->authority;
  }
  if (seal.withdrawal) {
    json["withdrawal"] = {{"since", FormatIsoDate(seal.withdrawal->since)},
                          {"reason", seal.withdrawal->reason}};
  }
  if (seal.compare_by_eye) json["compare_by_eye"] = true;
  if (!seal.claims) return json;
  if (!seal.printed.empty()) json["printed"] = PrintedToJson(seal.printed);
  json["claims"] = ClaimsToJson(*seal.claims, language, nir);
  if (!seal.claims->unsigned_annex.empty())
    json["unsigned_annex"] = FieldsToJson(seal.claims->unsigned_annex);
  return json;
}

}  // namespace

std::string ReportToJson(const Report& report, Language language, NirDisplay nir) {
  Json json = {{"schema_version", kSchemaVersion},
               {"file", TextForJson(report.file)},
               {"verdict", Name(report.verdict)},
               {"outcome", Name(report.outcome)},
               {"reasons", verify::FindingsToJson(report.reasons, language)},
               {"date_of_care", FormatIsoDate(report.date_of_care)},
               {"verified_at", FormatIsoInstant(report.verified_at)},
               {"policy", report.policy},
               {"pages_read", report.pages_read}};
  if (report.compare_by_eye) json["compare_by_eye"] = true;
  if (report.replayed) json["replayed"] = true;
  if (!report.request_id.empty()) json["request_id"] = TextForJson(report.request_id);
  if (report.trust) {
    json["trust"] = {{"sequence", report.trust->sequence},
                     {"issued", FormatIsoInstant(report.trust->issued)},
                     {"digest", report.trust->digest}};
  }
  if (!report.trust_remarks.empty())
    json["trust_remarks"] = verify::FindingsToJson(report.trust_remarks, language);
  Json seals = Json::array();
  for (const SealReport& seal : report.seals) seals.push_back(SealToJson(seal, language, nir));
  json["seals"] = std::move(seals);
  Json others = Json::array();
  for (const OtherSymbol& other : report.others) {
    others.push_back({{"kind", other.kind},
                      {"symbology", other.symbology},
                      {"page", other.page},
                      {"corners", verify::CornersToJson(other.corners)}});
  }
  json["others"] = std::move(others);
  return verify::ToLine(json);
}

std::string FailureToJson(const DocumentName& name, const absl::Status& failure,
                          Language language) {
  Json json = {{"schema_version", kSchemaVersion},
               {"file", TextForJson(name.file)},
               {"outcome", Name(Outcome::kNotConfirmed)},
               {"error", verify::FindingToJson({ReasonOf(failure), EscapeUnsafe(DetailOf(failure))},
                                               language)}};
  if (!name.request_id.empty()) json["request_id"] = TextForJson(name.request_id);
  return verify::ToLine(json);
}

std::string EscapeForDisplay(std::string_view text) { return EscapeLookAlikes(EscapeUnsafe(text)); }

}  // namespace sceau
