// SPDX-License-Identifier: Apache-2.0
#include "sceau/inspect.h"

#include "base/file.h"
#include "base/status.h"
#include "isolation/reader.h"
#include "sceau/render.h"
#include "seal/registry.h"
#include "verify/json_text.h"

namespace sceau {
namespace {

using verify::Json;

InspectedSymbol InspectSymbol(const Symbol& symbol, int page, const Limits& limits) {
  InspectedSymbol inspected;
  inspected.symbology = SymbologyName(symbol.symbology);
  inspected.page = page;
  inspected.corners = symbol.corners;
  inspected.payload = symbol.payload;
  const seal::Format* format = seal::DetectFormat(symbol.payload);
  if (format == nullptr) {
    inspected.kind = seal::NameOther(symbol.payload).id;
    return inspected;
  }
  inspected.kind = format->id;
  auto parsed = seal::Parse(*format, symbol.payload, limits);
  if (!parsed.ok()) {
    inspected.problems.push_back({ReasonOf(parsed.status()), DetailOf(parsed.status())});
    return inspected;
  }
  if (const auto claims = format->decode_claims(*parsed); !claims.ok()) {
    inspected.problems.push_back({ReasonOf(claims.status()), DetailOf(claims.status())});
  } else {
    inspected.problems = claims->notes;
  }
  inspected.layers = std::move(parsed->layers);
  return inspected;
}

Json LayerToJson(const Layer& layer) {
  Json json = {{"name", layer.name}, {"length", layer.bytes.size()}};
  Json parts = Json::array();
  for (const Part& part : layer.parts) {
    parts.push_back({{"offset", part.offset},
                     {"length", part.length},
                     {"depth", part.depth},
                     {"name", part.name},
                     {"value", part.value},
                     {"signed", part.is_signed}});
  }
  json["parts"] = std::move(parts);
  return json;
}

}  // namespace

Inspection InspectBytes(ByteSpan document, const std::string& name, const Limits& limits) {
  Inspection inspection;
  inspection.file = name;
  const auto read = isolation::MakeReader()->Read(document, limits);
  if (!read.ok()) {
    inspection.reasons.push_back({ReasonOf(read.status()), DetailOf(read.status())});
    return inspection;
  }
  inspection.pages_read = static_cast<int>(read->content.pages.size());
  inspection.reasons = read->problems;
  for (const Page& page : read->content.pages) {
    for (const Symbol& symbol : page.symbols)
      inspection.symbols.push_back(InspectSymbol(symbol, page.number, limits));
  }
  if (inspection.symbols.empty()) inspection.reasons.push_back({Reason::kDocumentNoCode, ""});
  return inspection;
}

absl::StatusOr<Inspection> InspectFile(const std::string& path, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(path, limits.document_bytes));
  return InspectBytes(bytes, path, limits);
}

std::string InspectionToJson(const Inspection& inspection, Language language) {
  Json json = {{"schema_version", 1},
               {"file", TextForJson(inspection.file)},
               {"pages_read", inspection.pages_read},
               {"reasons", verify::FindingsToJson(inspection.reasons, language)}};
  Json symbols = Json::array();
  for (const InspectedSymbol& symbol : inspection.symbols) {
    Json layers = Json::array();
    for (const Layer& layer : symbol.layers) layers.push_back(LayerToJson(layer));
    symbols.push_back({{"symbology", symbol.symbology},
                       {"page", symbol.page},
                       {"corners", verify::CornersToJson(symbol.corners)},
                       {"kind", symbol.kind},
                       {"payload_hex", ToHex(symbol.payload)},
                       {"layers", std::move(layers)},
                       {"problems", verify::FindingsToJson(symbol.problems, language)}});
  }
  json["symbols"] = std::move(symbols);
  return verify::ToLine(json);
}

}  // namespace sceau
