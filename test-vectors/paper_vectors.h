// SPDX-License-Identifier: Apache-2.0
// Collects the vectors of a format whose papers attest no rights to health insurance.
#ifndef SCEAU_TEST_VECTORS_PAPER_VECTORS_H_
#define SCEAU_TEST_VECTORS_PAPER_VECTORS_H_

#include <string>
#include <vector>

#include "vector_file.h"

namespace sceau::vectors {

// What a symbol carries, as bytes or as text.
struct Payload {
  Payload(Bytes content) : bytes(std::move(content)) {}  // NOLINT(google-explicit-constructor)
  Payload(const std::string& text)                       // NOLINT(google-explicit-constructor)
      : bytes(ToBytes(AsBytes(text))) {}
  Bytes bytes;
};

class PaperVectors {
 protected:
  // `format` is the id of the format, and the name of its folder of trust.
  explicit PaperVectors(std::string format) : format_(std::move(format)) {}

  // What is returned may be changed until the next one is added.
  Vector& Add(std::string name, std::string description, Payload payload, Expected expected);
  // A seal that is genuine, judged as the insurer does. `notes` come before the usual ones.
  Vector& Accept(const std::string& name, std::string description, Payload payload,
                 std::vector<std::string> notes = {});
  // A seal that no signature is checked of, and what its axis says.
  void Refuse(std::string name, std::string description, Payload payload, std::string axis,
              const std::string& reason);
  // A seal whose signature does not hold.
  void Altered(std::string name, std::string description, Payload payload,
               const std::string& reason);

  std::vector<Vector> Take() { return std::move(vectors_); }

 private:
  std::string format_;
  std::vector<Vector> vectors_;
};

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_PAPER_VECTORS_H_
