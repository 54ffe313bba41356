// SPDX-License-Identifier: Apache-2.0
// Attacks 10, 11, 12 and 18 of docs/threat-model.md: on the page around a seal, and on the eyes of
// who reads it.
#include <gtest/gtest.h>

#include <functional>

#include "attack_testing.h"
#include "barcode/write/qr_code.h"
#include "issue/layout.h"

namespace sceau::attacks {
namespace {

constexpr int kPixelsPerModule = 4;

// A white page in PGM with codes drawn on it.
class Picture {
 public:
  Picture(int width, int height)
      : width_(width),
        height_(height),
        grey_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\xFF') {}

  void Draw(const barcode::Modules& code, int left, int top) {
    for (int y = 0; y < code.size * kPixelsPerModule; ++y) {
      for (int x = 0; x < code.size * kPixelsPerModule; ++x) {
        if (code.at(x / kPixelsPerModule, y / kPixelsPerModule)) Set(left + x, top + y, '\0');
      }
    }
  }
  void Blot(int left, int top, int side) {
    for (int y = top; y < top + side; ++y) {
      for (int x = left; x < left + side; ++x) Set(x, y, '\x80');
    }
  }
  std::string File() const {
    return "P5 " + std::to_string(width_) + " " + std::to_string(height_) + " 255\n" + grey_;
  }

 private:
  void Set(int x, int y, char value) {
    grey_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
          static_cast<std::size_t>(x)] = value;
  }
  int width_, height_;
  std::string grey_;
};

class DocumentAttackTest : public testing::Test {
 protected:
  static Attestation For(const std::string& name) {
    Attestation attestation = SomeAttestation();
    attestation.holder.birth_name = name;
    return attestation;
  }
  static barcode::Modules Code(const std::string& text) {
    return *barcode::WriteQrCode(AsBytes(text));
  }
  Report Run(std::string_view document) const {
    return Judge(trust_, document, Morning("2026-11-23"));
  }

  const TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  const Trust trust_ = TrustOf({issuer_.certificate});
};

TEST_F(DocumentAttackTest, A10TwoCodesOnOnePage) {
  const barcode::Modules own = Code(issuer_.Seal(For("DURAND")));
  const barcode::Modules foreign = Code(issuer_.Seal(For("MARTIN")));
  const TestIssuer stranger(crypto::Algorithm::kEs256, "CPAM de Test");
  const barcode::Modules forged = Code(stranger.Seal(For("DURAND")));
  const int room = own.size * kPixelsPerModule + 60;
  const auto page = [&](const std::vector<std::pair<const barcode::Modules*, int>>& codes) {
    Picture picture(room * 2, room * 2);
    for (const auto& [code, place] : codes)
      picture.Draw(*code, 30 + room * (place % 2), 30 + room * (place / 2));
    return Run(picture.File());
  };
  for (int a = 0; a < 4; ++a) {
    EXPECT_EQ(page({{&own, a}}).verdict, Verdict::kValid) << a;
    for (int b = 0; b < 4; ++b) {
      if (a == b) continue;
      const Report people = page({{&own, a}, {&foreign, b}});
      EXPECT_EQ(people.seals.size(), 2U);
      EXPECT_EQ(people.verdict, Verdict::kUndetermined);
      EXPECT_TRUE(Says(people, Reason::kDocumentAssembled));
      const Report mixed = page({{&own, a}, {&forged, b}});
      EXPECT_EQ(mixed.seals.size(), 2U);
      EXPECT_EQ(mixed.verdict, Verdict::kUndetermined) << a << b;
    }
  }
}

TEST_F(DocumentAttackTest, A11GenuineCodeOnAnotherPage) {
  Attestation own = SomeAttestation();
  own.holder.name_in_use = std::nullopt;
  const barcode::Modules code = Code(issuer_.Seal(own));
  EXPECT_EQ(Run(*issue::DrawAttestationPdf(own, code)).seals.at(0).axes.document,
            DocumentAxis::kAgrees);
  const struct {
    Reason reason;
    std::function<void(Attestation&)> edit;
  } edits[] = {
      {Reason::kDocumentPrintedNameDiffers, [](auto& a) { a.holder.birth_name = "MARTIN"; }},
      {Reason::kDocumentPrintedNameDiffers, [](auto& a) { a.holder.given_names = "Paul"; }},
      {Reason::kDocumentPrintedBirthDateDiffers, [](auto& a) { a.holder.birth_date = "19900101"; }},
      {Reason::kDocumentPrintedNirDiffers, [](auto& a) { a.holder.nir = "294037512000591"; }},
      {Reason::kDocumentPrintedRightsDiffer,
       [](auto& a) { a.rights[0].until = *ParseIsoDate("2029-12-31"); }},
  };
  for (const auto& [reason, edit] : edits) {
    Attestation edited = own;
    edit(edited);
    const Report report = Run(*issue::DrawAttestationPdf(edited, code));
    EXPECT_EQ(report.verdict, Verdict::kInvalid) << ReasonCode(reason);
    EXPECT_TRUE(Says(report, reason)) << ReasonCode(reason);
    // What is signed is what is shown.
    EXPECT_EQ(report.seals.at(0).claims->attestation->holder.birth_name, own.holder.birth_name);
  }
}

// Silence would make people trust the paper.
TEST_F(DocumentAttackTest, A12DamagedCodeIsReported) {
  const barcode::Modules code = Code(issuer_.Seal(SomeAttestation()));
  const int side = code.size * kPixelsPerModule;
  const auto blotted = [&](int blot) {
    Picture picture(side + 80, side + 80);
    picture.Draw(code, 40, 40);
    picture.Blot(40 + (side - blot) / 2, 40 + (side - blot) / 2, blot);
    return Run(picture.File());
  };
  EXPECT_EQ(blotted(0).verdict, Verdict::kValid);
  for (const int share : {60, 80, 95}) {
    const Report report = blotted(side * share / 100);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined) << share;
    EXPECT_FALSE(report.reasons.empty()) << share;
  }
  // A code that only looks like a seal.
  for (const char* text : {"AD1:", "AD1:NOT A SEAL", "AD1:0000000000", "DC04", "HC1:NCFOXN"}) {
    Picture picture(600, 600);
    picture.Draw(Code(text), 100, 100);
    const Report report = Run(picture.File());
    EXPECT_FALSE(IsBelieved(report)) << text;
    EXPECT_FALSE(report.seals.empty() && report.reasons.empty()) << text;
  }
}

TEST_F(DocumentAttackTest, A18NamesThatDeceiveTheEye) {
  // The trusted issuer itself was talked into it.
  for (const char* name : {"DURAND\u202EX", "DU\u200BRAND", "DURAND\u2066", "\uFEFFDURAND",
                           "DU\u00ADRAND", "DURAND\nMARTIN", "DURAND\x1b[31m", "DURAND\u0085"}) {
    const Report report = Run(issuer_.Seal(For(name)));
    for (const SealReport& seal : report.seals) {
      EXPECT_NE(seal.verdict, Verdict::kValid) << EscapeForDisplay(name);
      EXPECT_FALSE(seal.claims) << EscapeForDisplay(name);
    }
  }
  // Look-alikes are other people: Cyrillic А, Greek Ν, full width.
  const std::string genuine = issuer_.Seal(For("DURAND"));
  for (const char* name :
       {"DUR\u0410ND Zoé Anne", "DURA\u039DD Zoé Anne", "ＤＵＲＡＮＤ Zoé Anne"}) {
    const Report report = Judge(trust_, genuine, Morning("2026-11-23"), "counter", {name, {}, {}});
    EXPECT_NE(report.verdict, Verdict::kValid) << name;
    EXPECT_NE(EscapeForDisplay(name), name);
  }
  EXPECT_EQ(
      Judge(trust_, genuine, Morning("2026-11-23"), "counter", {"DURAND Zoé Anne", {}, {}}).verdict,
      Verdict::kValid);
}

}  // namespace
}  // namespace sceau::attacks
