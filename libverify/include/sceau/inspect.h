// SPDX-License-Identifier: Apache-2.0
// Every layer of every symbol of a document, signed or not. Trusts nothing and checks no signature.
#ifndef SCEAU_INSPECT_H_
#define SCEAU_INSPECT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/limits.h"
#include "sceau/public.h"
#include "sceau/reason.h"
#include "sceau/report.h"

namespace SCEAU_PUBLIC sceau {

// A run of bytes of one layer and what it means.
struct Part {
  std::size_t offset = 0;  // within the layer's bytes
  std::size_t length = 0;
  int depth = 0;      // nesting, for display
  std::string name;   // "protected header", "field 92"
  std::string value;  // as text; a NIR is masked
  bool is_signed = false;
};

// The payload as read, then what each decoding made of it ("base45", "cose", "claims").
struct Layer {
  std::string name;
  std::vector<std::uint8_t> bytes;
  std::vector<Part> parts;
};

struct InspectedSymbol {
  std::string symbology;
  int page = 1;
  Corners corners{};
  std::vector<std::uint8_t> payload;
  std::string kind;  // seal format id, or the kind of another code
  std::vector<Layer> layers;
  std::vector<Finding> problems;  // why a layer could not be taken apart further
};

struct Inspection {
  std::string file;
  int pages_read = 0;
  std::vector<InspectedSymbol> symbols;
  std::vector<Finding> reasons;  // document.*
};

// Takes apart every symbol of a document: a PDF, a picture or the text of a code reader. `name`
// goes to Inspection::file. Nothing in the result is proven. Like verifying, this reads in a
// process of its own, and several threads may do it at once. What cannot be read has its document.*
// reason in the result.
Inspection InspectBytes(std::span<const std::uint8_t> document, const std::string& name,
                        const Limits& limits = {});
// The same of a file. Errors: document.missing, document.not-readable.
absl::StatusOr<Inspection> InspectFile(const std::string& path, const Limits& limits = {});

// One JSON object on one line, by docs/schemas/inspection.schema.json.
std::string InspectionToJson(const Inspection& inspection, Language language);

}  // namespace sceau

#endif  // SCEAU_INSPECT_H_
