// SPDX-License-Identifier: Apache-2.0
// Runs every vector through the public API, and holds the vectors, the MANIFEST and the table of
// reasons together.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "barcode/write/write_symbol.h"
#include "base/file.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "vectors_testing.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;
using vectors::FromHex;
using vectors::Json;
using vectors::Judge;
using vectors::kRoot;
using vectors::Load;
using vectors::NameOf;
using vectors::VectorFiles;

// A picture of the code, as a PGM.
Bytes Pictured(const Json& vector, ByteSpan payload) {
  constexpr int kPixels = 4;  // a module
  const bool is_data_matrix = vector["format"] == "2d-doc" || vector["format"] == "vds";
  const Symbology symbology = is_data_matrix ? Symbology::kDataMatrix : Symbology::kQrCode;
  const barcode::Modules modules = *barcode::WriteSymbol(symbology, payload);
  const int quiet = barcode::QuietZone(symbology);
  const int side = (modules.size + 2 * quiet) * kPixels;
  const std::string head = "P5 " + std::to_string(side) + " " + std::to_string(side) + " 255\n";
  Bytes picture = ToBytes(AsBytes(head));
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixels - quiet;
      const int row = y / kPixels - quiet;
      const bool inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      picture.push_back(inside && modules.at(column, row) ? 0x00 : 0xFF);
    }
  }
  return picture;
}

class VectorTest : public testing::TestWithParam<std::string> {};

void ExpectSeal(const Json& seal, const Json& vector) {
  const Json& expected = vector["expected"];
  EXPECT_EQ(seal["format"], vector["format"]);
  EXPECT_EQ(seal["signature"], expected["signature"]);
  for (const char* axis : {"seal", "status", "rights", "holder"})
    EXPECT_EQ(seal["axes"][axis], expected[axis]) << axis;
  Json reasons = Json::array();
  for (const Json& reason : seal["reasons"]) {
    // The picture is that of a code: a vector has no page round it.
    if (reason["code"] != "document.page-unrecognised") reasons.push_back(reason["code"]);
  }
  EXPECT_EQ(reasons, expected["reasons"]) << seal["reasons"].dump(1);
  EXPECT_EQ(seal.contains("claims"), expected["signature"] == "verified" &&
                                         expected["seal"] != "malformed" &&
                                         expected["seal"] != "unsupported");
  if (!expected.contains("claims")) return;
  for (const auto& [key, value] : expected["claims"].items())
    EXPECT_EQ(seal["claims"][key], value) << key;
}

void ExpectReport(const Json& report, const Json& vector) {
  EXPECT_EQ(report["verdict"], vector["expected"]["verdict"]) << report.dump(1);
  ASSERT_EQ(report["seals"].size(), vector.value("codes", 1U)) << report.dump(1);
  for (const Json& seal : report["seals"]) ExpectSeal(seal, vector);
}

TEST_P(VectorTest, IsJudgedAsItSays) {
  const Json vector = Load(GetParam());
  const Bytes payload = FromHex(vector["payload_hex"]);
  if (vector.value("typed", false)) {
    ExpectReport(Judge(vector, payload), vector);
  } else {
    ExpectReport(Judge(vector, Pictured(vector, payload)), vector);
  }
}

// What a scanner types says the same of a seal whose signature holds, and of any other nothing.
TEST_P(VectorTest, IsJudgedAsMuchWhenItIsTyped) {
  const Json vector = Load(GetParam());
  if (vector.value("typed", false)) return;
  const Json report = Judge(vector, FromHex(vector["payload_hex"]));
  if (vector["expected"]["signature"] == "verified") {
    ExpectReport(report, vector);
  } else {
    EXPECT_NE(report["verdict"], "invalid") << report.dump(1);
    for (const Json& seal : report["seals"]) EXPECT_NE(seal["axes"]["seal"], "altered");
  }
}

INSTANTIATE_TEST_SUITE_P(All, VectorTest, testing::ValuesIn(VectorFiles()),
                         [](const auto& tested) { return NameOf(tested.param); });

TEST(VectorsTest, TheManifestCountsAndHashesEveryFile) {
  std::ifstream manifest(kRoot / "MANIFEST");
  std::string word;
  std::size_t count = 0;
  ASSERT_TRUE(manifest >> word >> count);
  std::set<std::string> listed;
  for (std::string hash, name; manifest >> hash >> name;) {
    const auto bytes = ReadFile(kRoot / name, std::size_t{1} << 20);
    ASSERT_TRUE(bytes.ok()) << name;
    EXPECT_EQ(ToHex(crypto::Sha256(*bytes)), hash) << name;
    listed.insert(name);
  }
  EXPECT_EQ(listed.size(), count);
  for (const auto& entry : fs::recursive_directory_iterator(kRoot)) {
    if (entry.is_regular_file() && entry.path().parent_path() != kRoot) {
      EXPECT_TRUE(listed.contains(fs::relative(entry.path(), kRoot))) << entry.path();
    }
  }
}

// A seal can only be judged in these areas; each of their reasons needs a vector.
const std::set kAreasOfASeal = {ReasonArea::kSeal,   ReasonArea::kStatus,    ReasonArea::kRights,
                                ReasonArea::kHolder, ReasonArea::kFreshness, ReasonArea::kScanner};

TEST(VectorsTest, EveryReasonOfASealHasAVector) {
  std::set<std::string> covered;
  for (const std::string& name : VectorFiles()) {
    const Json vector = Load(name);
    for (const Json& reason : vector["expected"]["reasons"]) covered.insert(reason);
  }
  for (Reason reason : AllReasons()) {
    const std::string code(ReasonCode(reason));
    if (!kAreasOfASeal.contains(AreaOf(reason))) continue;
    // A kind of seal that has no format here, and a text that is refused before it is taken for a
    // seal: pipeline_test and in_process_reader_test hold them.
    if (reason == Reason::kSealUnsupportedFormat || reason == Reason::kSealTooLong) continue;
    // Said of a scanner's test code alone: check_scanner_test holds it.
    if (reason == Reason::kScannerUnknownLayout) continue;
    EXPECT_TRUE(covered.contains(code)) << code;
  }
}

std::set<ReasonKind> KindsOf(const Json& reasons) {
  std::set<ReasonKind> kinds;
  for (const Json& code : reasons) {
    const Reason reason = *ReasonFromCode(code.get<std::string>());
    // An insurer's policy accepts papers that attest no right, which leaves others in doubt.
    if (reason != Reason::kRightsNotApplicable) kinds.insert(KindOf(reason));
  }
  return kinds;
}

// The kinds are not read by the checks that judge: the vectors hold the two together.
TEST(VectorsTest, TheKindsOfReasonsAgreeWithTheVerdict) {
  for (const std::string& name : VectorFiles()) {
    const Json expected = Load(name)["expected"];
    const std::set<ReasonKind> kinds = KindsOf(expected["reasons"]);
    const bool is_refuted = kinds.contains(ReasonKind::kRefuting);
    EXPECT_EQ(is_refuted, expected["verdict"] == "invalid") << name;
    if (expected["verdict"] != "valid") continue;
    for (const ReasonKind kind : kinds) EXPECT_EQ(kind, ReasonKind::kRemark) << name;
  }
}

}  // namespace
}  // namespace sceau
