// SPDX-License-Identifier: Apache-2.0
#include "paper_vectors.h"

#include <utility>

namespace sceau::vectors {

Vector& PaperVectors::Add(std::string name, std::string description, Payload payload,
                          Expected expected) {
  Vector& vector = vectors_.emplace_back();
  vector.name = std::move(name);
  vector.description = std::move(description);
  vector.format = format_;
  vector.payload = std::move(payload.bytes);
  vector.trust = format_;
  vector.policy = "insurer";
  vector.expected = std::move(expected);
  return vector;
}

Vector& PaperVectors::Accept(const std::string& name, std::string description, Payload payload,
                             std::vector<std::string> notes) {
  notes.insert(notes.end(), {"status.not-offered", "rights.not-applicable", "freshness.undated"});
  return Add("accept-" + name, std::move(description), std::move(payload),
             {.rights = "not-applicable", .reasons = std::move(notes)});
}

void PaperVectors::Refuse(std::string name, std::string description, Payload payload,
                          std::string axis, const std::string& reason) {
  Add(std::move(name), std::move(description), std::move(payload),
      Unproven("undetermined", "not-checked", std::move(axis), {reason}));
}

void PaperVectors::Altered(std::string name, std::string description, Payload payload,
                           const std::string& reason) {
  Add(std::move(name), std::move(description), std::move(payload),
      Unproven("invalid", "mismatch", "altered", {reason}));
}

}  // namespace sceau::vectors
