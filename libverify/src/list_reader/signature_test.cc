// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/status.h"
#include "list_reader/list_testing.h"
#include "list_reader/read_list.h"
#include "trust/trust_testing.h"

namespace sceau::list_reader {
namespace {

using trust::MakeParty;
using trust::TestParty;

const TestParty& Signer() {
  static const TestParty party = MakeParty({.common_name = "Signer"});
  return party;
}

std::string ListToSign() { return UnsignedList(Signer().certificate); }

Reason Refusal(const std::string& xml, const crypto::Certificate& signer = Signer().certificate) {
  const auto list = ReadList(AsBytes(xml), signer, Limits{});
  if (list.ok()) {
    ADD_FAILURE() << "accepted";
    return Reason::kInternal;
  }
  return ReasonOf(list.status());
}

bool Holds(const std::string& xml) {
  return ReadList(AsBytes(xml), Signer().certificate, Limits{}).ok();
}

constexpr std::string_view kEnveloped =
    R"(<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>)";
constexpr std::string_view kFilter =
    R"(<ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath )"
    R"(xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">)"
    R"(/descendant::ds:Signature</f:XPath></ds:Transform>)";

TEST(EtsiSignatureTest, HoldsUnderTheSignersKeyOnly) {
  const std::string list = SignList(ListToSign(), Signer());
  EXPECT_TRUE(Holds(list));
  EXPECT_EQ(Refusal(list, MakeParty({.common_name = "Other"}).certificate),
            Reason::kTrustEtsiSignature);
  const TestParty p384 = MakeParty({.common_name = "S", .algorithm = crypto::Algorithm::kEs384});
  EXPECT_TRUE(ReadList(AsBytes(SignList(ListToSign(), p384)), p384.certificate, Limits{}).ok());
  EXPECT_EQ(
      Refusal(list,
              MakeParty({.common_name = "S", .algorithm = crypto::Algorithm::kEdDsa}).certificate),
      Reason::kTrustEtsiSignature);
}

TEST(EtsiSignatureTest, AcceptedForms) {
  EXPECT_TRUE(Holds(SignList(With(ListToSign(), R"(URI="")", "URI=\"#list\""), Signer())));
  EXPECT_TRUE(Holds(SignList(With(ListToSign(), kEnveloped, kFilter), Signer())));
  for (const char* algorithm : {"ecdsa-sha384", "ecdsa-sha512"}) {
    EXPECT_TRUE(Holds(SignList(With(ListToSign(), "ecdsa-sha256", algorithm), Signer())));
  }
}

TEST(EtsiSignatureTest, AnyChangeIsNoticed) {
  const std::string list = SignList(ListToSign(), Signer());
  EXPECT_EQ(Refusal(With(list, "Agence de Fiction", "Agence")), Reason::kTrustEtsiSignature);
  EXPECT_EQ(Refusal(With(list, "<x:SignedProperties Id=\"props\"/>",
                         "<x:SignedProperties Id=\"props\">x</x:SignedProperties>")),
            Reason::kTrustEtsiSignature);
}

// The detail says which check refused: a signature that no longer holds would hide one that is
// gone.
TEST(EtsiSignatureTest, RefusedForms) {
  const struct {
    std::string_view from;
    std::string_view to;
    std::string_view detail;
  } kCases[] = {
      {"URI=\"\"", "URI=\"#props\"", "transforms of the properties' reference"},
      {"URI=\"#props\">",
       "URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/"
       "xmldsig#enveloped-signature\"/></ds:Transforms>",
       "number of references"},
      {"URI=\"#props\"", "URI=\"file:///etc/hostname\"", "a reference to something else"},
      {"URI=\"#props\"", "URI=\"#xpointer(id('props'))\"", "a reference to something else"},
      {"<ds:Reference URI=\"#props\">", "<ds:Reference>", "a reference without URI"},
      {"URI=\"#props\"", "URI=\"\"", "transforms of the document's reference"},
      {"<SchemeTerritory>", "<SchemeTerritory Id=\"props\">", "an id twice"},
      {"<SchemeTerritory>", "<SchemeTerritory xml:id=\"list\">", "an id twice"},
      {"<ds:Object>", "<ds:Object><ds:Signature/>", "not exactly one signature"},
      {"/descendant::ds:Signature", "/descendant::*", "transforms of the document's reference"},
      {"Filter=\"subtract\"", "Filter=\"union\"", "transforms of the document's reference"},
      {"xml-exc-c14n#\"/></ds:Transforms>", "xml-exc-c14n#WithComments\"/></ds:Transforms>",
       "transforms of the document's reference"},
      {"</ds:Transforms>",
       "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms>",
       "transforms of the document's reference"},
  };
  const std::string good = SignList(With(ListToSign(), kEnveloped, kFilter), Signer());
  ASSERT_TRUE(Holds(good));
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.to);
    const std::string bent = With(good, one.from, one.to);
    const auto list = ReadList(AsBytes(bent), Signer().certificate, Limits{});
    ASSERT_FALSE(list.ok());
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiSignature);
    EXPECT_EQ(DetailOf(list.status()), one.detail);
  }
}

TEST(EtsiSignatureTest, WeakAlgorithmsAreRefusedThoughTheyHold) {
  for (const auto& [from, to] : {std::pair("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                                           "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1"),
                                 std::pair("http://www.w3.org/2001/04/xmldsig-more#sha384",
                                           "http://www.w3.org/2000/09/xmldsig#sha1")}) {
    EXPECT_EQ(Refusal(SignList(With(ListToSign(), from, to), Signer())),
              Reason::kTrustEtsiSignature);
  }
  const std::string list = SignList(ListToSign(), Signer());
  EXPECT_EQ(Refusal(With(list, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                         "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")),
            Reason::kTrustEtsiSignature);
}

TEST(EtsiSignatureTest, APartThatIsSignedDoesNotStandForTheWhole) {
  const std::string part = With(With(ListToSign(), " Id=\"list\"", ""), "<SchemeInformation>",
                                R"(<SchemeInformation Id="list">)");
  EXPECT_EQ(Refusal(SignList(With(part, R"(URI="")", "URI=\"#list\""), Signer())),
            Reason::kTrustEtsiSignature);
}

TEST(EtsiSignatureTest, AWholeSignedListInsideAnotherIsRefused) {
  const std::string list = SignList(ListToSign(), Signer());
  const std::string inner = list.substr(list.find("<Trust"));
  EXPECT_EQ(Refusal(R"(<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#">)" + inner +
                    "</TrustServiceStatusList>"),
            Reason::kTrustEtsiSignature);
}

}  // namespace
}  // namespace sceau::list_reader
