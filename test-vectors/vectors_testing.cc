// SPDX-License-Identifier: Apache-2.0
#include "vectors_testing.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cctype>
#include <fstream>

#include "base/file.h"
#include "base/status.h"
#include "sceau/seal_formats.h"

namespace sceau::vectors {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> Optional(const Json& json, const char* key) {
  return json.contains(key) ? std::optional(json[key].get<std::string>()) : std::nullopt;
}

// "2026-11-23T10:00:00Z"
Instant InstantOf(const std::string& text) {
  return std::chrono::sys_days{*ParseIsoDate(text.substr(0, 10))} +
         std::chrono::hours{std::stoi(text.substr(11, 2))};
}

// A folder of certificates, or one with a bundle and the roots that approve it.
Trust TrustOf(const Json& vector) {
  const fs::path folder = kRoot / "trust" / vector["trust"].get<std::string>();
  if (!fs::exists(folder / "bundle.trust")) return *LoadTrustDirectory(folder);
  std::string state = testing::TempDir() + "/sceau_vectors_XXXXXX";
  if (::mkdtemp(state.data()) == nullptr) return nullptr;
  const Bytes roots = *ReadFile(folder / "pinned.roots", std::size_t{1} << 20);
  auto trust = PinRoots(state, roots).ok()
                   ? LoadTrustBundle(folder / "bundle.trust", state, InstantOf(vector["now"]))
                   : Trust();
  fs::remove_all(state);
  return trust.value_or(nullptr);
}

}  // namespace

std::vector<std::string> VectorFiles() {
  std::vector<std::string> files;
  for (const SealFormat& format : SealFormats()) {
    for (const auto& entry : fs::directory_iterator(kRoot / format.id))
      files.push_back(format.id + "/" + entry.path().stem().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string NameOf(std::string file) {
  std::replace_if(
      file.begin(), file.end(),
      [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return file;
}

Json Load(const std::string& name) {
  std::ifstream file(kRoot / (name + ".json"));
  return Json::parse(file);
}

Bytes FromHex(const std::string& hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return bytes;
}

Verifier VerifierOf(const Json& vector) {
  VerifyOptions options;
  options.trust = TrustOf(vector);
  options.policy = *NamedPolicy(vector["policy"].get<std::string>());
  options.date_of_care = ParseIsoDate(vector["date_of_care"].get<std::string>());
  options.now = [now = InstantOf(vector["now"])] { return now; };
  if (vector.contains("holder")) {
    const Json& holder = vector["holder"];
    options.holder = {Optional(holder, "name"), Optional(holder, "born"), Optional(holder, "nir"),
                      Optional(holder, "rank"), Optional(holder, "insured_nir")};
  }
  return *Verifier::Create(std::move(options));
}

Json Judge(const Verifier& verifier, ByteSpan document) {
  const Report report = verifier.VerifyBytes(document, "vector");
  return Json::parse(ReportToJson(report, Language::kFrench, NirDisplay::kMasked));
}

Json Judge(const Json& vector, ByteSpan document) { return Judge(VerifierOf(vector), document); }

}  // namespace sceau::vectors
