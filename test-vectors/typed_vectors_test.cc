// SPDX-License-Identifier: Apache-2.0
// Every vector through every keyboard: a scanner that is set to the layout of the United States, at
// a computer of each other one, with what else may happen to a text on its way. Nothing that was
// typed is invalid for it, and what is genuine is what the issuer signed.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "seal/scanner/keyboards_testing.h"
#include "vectors_testing.h"

namespace sceau {
namespace {

using seal::wedge::Caps;
using seal::wedge::Keyboard;
using seal::wedge::kKeyboards;
using vectors::Json;
using vectors::VectorFiles;

// What stands between the scanner and Sceau, beside the keyboard.
enum class Way { kPlain, kLineEnd, kPrefix, kCaps, kCapsOfWindows, kLatin1, kUtf16, kSpelled };
constexpr Way kWays[] = {Way::kLineEnd,       Way::kPrefix, Way::kCaps,   Way::kLatin1,
                         Way::kCapsOfWindows, Way::kUtf16,  Way::kSpelled};

struct Typed {
  std::string bytes;
  bool is_lost = false;  // two characters of the code became one
};

std::string Spelled(const std::string& text) {
  std::string spelled;
  for (const char c : text) {
    if (c == '\x1D')
      spelled += "<GS>";
    else if (c == '\x1E')
      spelled += "<RS>";
    else if (c == '\x1F')
      spelled += "<US>";
    else
      spelled += c;
  }
  return spelled;
}

std::optional<std::string> Latin1(std::string_view text) {
  std::string bytes;
  const auto characters = DecodeUtf8(text);
  for (const char32_t c : *characters) {
    if (c > 0xFF) return std::nullopt;
    bytes.push_back(static_cast<char>(c));
  }
  return bytes;
}

std::optional<std::string> Utf16(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  const auto characters = DecodeUtf8(text);
  for (const char32_t c : *characters) {
    if (c > 0xFFFF) return std::nullopt;
    bytes.push_back(static_cast<char>(c & 0xFF));
    bytes.push_back(static_cast<char>(c >> 8));
  }
  return bytes;
}

// Nothing when no keyboard can type it so.
std::optional<Typed> TypeBy(Way way, std::string text, const Keyboard& computer) {
  const Keyboard& scanner = kKeyboards[0];
  Caps caps = Caps::kOff;
  if (way == Way::kCaps) caps = Caps::kLinux;
  if (way == Way::kCapsOfWindows) caps = Caps::kWindows;
  // Caps lock of Windows is a second shift key nowhere on the layout of the United States.
  if (way == Way::kCapsOfWindows && computer.name == "us") return std::nullopt;
  if (way == Way::kPrefix) text = "]Q1" + text;
  if (way == Way::kSpelled) text = Spelled(text);
  auto typed = seal::wedge::TypeOn(text, scanner, computer, caps);
  if (!typed) return std::nullopt;
  if (way == Way::kLatin1) typed = Latin1(*typed);
  if (way == Way::kUtf16) typed = Utf16(*typed);
  if (!typed) return std::nullopt;
  if (way == Way::kLineEnd) *typed += "\r\n";
  return Typed{*std::move(typed), seal::wedge::IsLost(text, scanner, computer, caps)};
}

bool IsVerified(const Json& seal) { return seal["signature"] == "verified"; }

// Of a seal whatever was typed: no accusation, and no claims but the issuer's.
void ExpectNothingElse(const Json& report, const Json& plain) {
  for (const Json& seal : report["seals"]) {
    EXPECT_NE(seal["axes"]["seal"], "altered");
    if (!IsVerified(seal)) {
      EXPECT_FALSE(seal.contains("claims"));
      EXPECT_EQ(seal["verdict"], "undetermined");
      continue;
    }
    ASSERT_TRUE(IsVerified(plain));
    EXPECT_EQ(seal.value("claims", Json()), plain.value("claims", Json()));
  }
  if (report["verdict"] == "invalid") {
    EXPECT_EQ(plain["verdict"], "invalid");
  }
}

// Of a seal that nothing was lost of: all that is said of it when it comes as it is.
void ExpectAll(const Json& report, const Json& plain) {
  ASSERT_EQ(report["seals"].size(), 1U);
  const Json& seal = report["seals"][0];
  for (const char* member : {"verdict", "signature", "format", "axes", "claims"})
    EXPECT_EQ(seal.value(member, Json()), plain.value(member, Json())) << member;
}

bool IsHelp(const Json& reason) {
  const std::string code = reason["code"];
  return code.starts_with("scanner.") || code == "seal.separators-lost";
}

// Of one that lost something: that it is the scanner's fault, or all.
void ExpectHelp(const Json& report, const Json& plain) {
  ASSERT_FALSE(report["seals"].empty()) << report.dump(1);
  const Json& seal = report["seals"][0];
  if (IsVerified(seal)) return ExpectAll(report, plain);
  EXPECT_TRUE(std::ranges::any_of(seal["reasons"], IsHelp)) << seal.dump(1);
}

class TypedVectorTest : public testing::TestWithParam<std::string> {};

TEST_P(TypedVectorTest, ThroughEachKeyboardIsTheSameOrNothing) {
  const Json vector = vectors::Load(GetParam());
  const Json& expected = vector["expected"];
  const bool verified = expected["signature"] == "verified";
  if (vector.value("typed", false) || (!verified && expected["seal"] != "altered")) return;
  const Verifier verifier = vectors::VerifierOf(vector);
  const Bytes payload = vectors::FromHex(vector["payload_hex"]);
  const Json plain = vectors::Judge(verifier, payload)["seals"].at(0);
  std::size_t next = GetParam().size();  // not each vector begins with the same way
  for (const Keyboard& computer : kKeyboards) {
    for (const Way way : {Way::kPlain, kWays[next++ % std::size(kWays)]}) {
      const auto typed = TypeBy(way, std::string(AsText(payload)), computer);
      if (!typed) continue;
      SCOPED_TRACE(std::string(computer.name) + ", way " + std::to_string(static_cast<int>(way)) +
                   ": " + typed->bytes);
      const Json report = vectors::Judge(verifier, AsBytes(typed->bytes));
      ExpectNothingElse(report, plain);
      if (!verified) continue;
      // Of a text that a keyboard spoilt, only one that is whole is a reading.
      if (typed->is_lost || plain["axes"]["seal"] == "malformed")
        ExpectHelp(report, plain);
      else
        ExpectAll(report, plain);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, TypedVectorTest, testing::ValuesIn(VectorFiles()),
                         [](const auto& tested) { return vectors::NameOf(tested.param); });

}  // namespace
}  // namespace sceau
