// SPDX-License-Identifier: Apache-2.0
// One vector: a payload, what surrounds it, and what a verifier must find. The JSON form is
// described in README.md.
#ifndef SCEAU_TEST_VECTORS_VECTOR_FILE_H_
#define SCEAU_TEST_VECTORS_VECTOR_FILE_H_

#include <string>
#include <vector>

#include "base/bytes.h"
#include "nlohmann/json.hpp"
#include "sceau/report.h"

namespace sceau::vectors {

using Json = nlohmann::ordered_json;

struct Expected {
  std::string verdict = "valid";
  std::string signature = "verified";
  std::string seal = "genuine";
  std::string status = "not-offered";
  std::string rights = "open";
  std::string holder = "not-asked";
  std::vector<std::string> reasons = {"status.not-offered",
                                      "freshness.undated"};  // of the seal, in order
};

// What every axis says when the seal is not proven.
Expected Unproven(std::string verdict, std::string signature, std::string seal,
                  std::vector<std::string> reasons);

struct Vector {
  std::string name;         // file name without .json
  std::string description;  // one sentence
  std::string format;       // "ad1", "2d-doc" …
  Bytes payload;
  bool typed = false;             // a scanner typed the payload; otherwise it was seen in a picture
  int codes = 1;                  // that are judged alike
  std::string trust = "issuers";  // folder under test-vectors/trust
  std::string policy = "counter";
  std::string date_of_care = "2026-11-23";
  std::string now = "2026-11-23T10:00:00Z";
  Json holder = Json::object();         // name, born, nir, rank, insured_nir
  Json intermediates = Json::object();  // hexadecimal: signed bytes, signature …
  Json claims;                          // null, or members that the claims must have
  Expected expected;
};

Json ToJson(const Vector& vector);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_VECTOR_FILE_H_
