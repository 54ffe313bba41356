// SPDX-License-Identifier: Apache-2.0
// The vectors as their tests need them.
#ifndef SCEAU_TEST_VECTORS_VECTORS_TESTING_H_
#define SCEAU_TEST_VECTORS_VECTORS_TESTING_H_

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "nlohmann/json.hpp"
#include "sceau/verify.h"

namespace sceau::vectors {

using Json = nlohmann::ordered_json;

inline const std::filesystem::path kRoot = SCEAU_SOURCE_DIR "/test-vectors";

// The vectors of every seal format, as "ad1/accept-ame".
std::vector<std::string> VectorFiles();
// As a test may be called.
std::string NameOf(std::string file);
Json Load(const std::string& file);
Bytes FromHex(const std::string& hex);

// Who knows what the vector says: trust, policy, time, the person expected.
Verifier VerifierOf(const Json& vector);
// The report of a document.
Json Judge(const Verifier& verifier, ByteSpan document);
Json Judge(const Json& vector, ByteSpan document);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_VECTORS_TESTING_H_
