// SPDX-License-Identifier: Apache-2.0
#include "list_reader/read_list.h"

#include <gtest/gtest.h>

#include "base/status.h"
#include "list_reader/list_testing.h"
#include "trust/trust_testing.h"

namespace sceau::list_reader {
namespace {

using trust::MakeParty;
using trust::TestParty;

Instant At(std::string_view day) { return std::chrono::sys_days(*ParseIsoDate(day)); }

struct Parties {
  TestParty signer = MakeParty({.common_name = "Signer"});
  TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
};
const Parties& Some() {
  static const Parties parties;
  return parties;
}

std::string Template() { return UnsignedList(Some().authority.certificate); }

absl::StatusOr<isolation::TrustedList> Read(const std::string& unsigned_list,
                                            const Limits& limits = {}) {
  const std::string xml = SignList(unsigned_list, Some().signer);
  return ReadList(AsBytes(xml), Some().signer.certificate, limits);
}

TEST(EtsiListTest, EveryFieldIsRead) {
  const auto list = Read(Template());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->scheme_operator, "Agence de Fiction");
  EXPECT_EQ(list->territory, "FR");
  EXPECT_EQ(list->sequence_number, 7U);
  EXPECT_EQ(list->issued, At("2026-06-01") + std::chrono::seconds(8 * 3600 + 30 * 60 + 15));
  EXPECT_EQ(list->next_update, At("2026-12-01"));
  ASSERT_EQ(list->services.size(), 1U);
  const isolation::TrustService& service = list->services[0];
  EXPECT_EQ(service.provider, "Prestataire  de Fiction");
  EXPECT_EQ(service.name, "FR99");
  EXPECT_EQ(service.type, "http://uri.etsi.org/TrstSvc/Svctype/CA/PKC");
  ASSERT_EQ(service.periods.size(), 2U);
  EXPECT_EQ(service.periods[0].from, At("2026-03-01"));
  EXPECT_EQ(service.periods[1].status, "http://uri.etsi.org/TrstSvc/Svcstatus/suspended");
  ASSERT_EQ(service.certificates.size(), 1U);
  EXPECT_EQ(service.certificates[0], Some().authority.certificate.ToDer());
}

TEST(EtsiListTest, AClosedListHasNoNextUpdate) {
  const auto list = Read(With(Template(), "<dateTime>2026-12-01T00:00:00Z</dateTime>", ""));
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->next_update, std::nullopt);
}

TEST(EtsiListTest, WhatIsNotACertificateIsForTheLibraryToFind) {
  const std::string base64 = Base64Of(Some().authority.certificate);
  const auto certificate = [&](std::string_view text, const Limits& limits = {}) {
    const auto list = Read(With(Template(), base64, text), limits);
    EXPECT_TRUE(list.ok()) << list.status();
    return list.ok() ? list->services[0].certificates.at(0) : Bytes{1};
  };
  EXPECT_EQ(certificate("AAAA"), Bytes({0, 0, 0}));
  EXPECT_EQ(certificate("AAA"), Bytes());
  Limits two_bytes;
  two_bytes.certificate_bytes = 2;
  EXPECT_EQ(certificate("AAAA", two_bytes), Bytes());
}

TEST(EtsiListTest, SignedButMalformedIsRefused) {
  const struct {
    std::string_view from;
    std::string_view to;
  } kCases[] = {
      {"Identifier>5<", "Identifier>4<"},
      {"Number>7<", "Number>-7<"},
      {"Number>7<", "Number>99999999999999999999<"},
      {"Agence de Fiction", "Agence \u202E de Fiction"},
      {"Agence de Fiction", " "},
      {"Agence de Fiction", "Agence<!-- not signed -->Fiction"},
      {"<SchemeTerritory>FR</SchemeTerritory>", ""},
      {"08:30:15Z", "08:30:15"},
      {"08:30:15Z", "24:30:15Z"},
      {"2026-06-01T", "2026-02-30T"},
      {"<NextUpdate><dateTime>2026-12-01T00:00:00Z</dateTime></NextUpdate>", ""},
      {"<ServiceName><Name xml:lang=\"fr\">FR99</Name></ServiceName>", "<ServiceName/>"},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.to);
    const auto list = Read(With(Template(), one.from, one.to));
    ASSERT_FALSE(list.ok());
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiMalformed);
  }
}

TEST(EtsiListTest, WhatIsNotAListIsRefusedBeforeItsSignature) {
  const std::string good = SignList(Template(), Some().signer);
  const std::string body = good.substr(good.find("<Trust"));
  for (const std::string& xml :
       {std::string(), std::string("<"), std::string("<a/>"), std::string("\xFF"),
        "<!DOCTYPE TrustServiceStatusList>" + body,
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + body,
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body, good + "x"}) {
    const auto list = ReadList(AsBytes(xml), Some().signer.certificate, Limits{});
    ASSERT_FALSE(list.ok()) << xml.substr(0, 60);
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiMalformed) << xml.substr(0, 60);
  }
}

TEST(EtsiListTest, EachLimitIsKept) {
  Limits few_bytes;
  few_bytes.etsi_list_bytes = 1000;
  Limits no_services;
  no_services.etsi_services = 0;
  Limits one_period;
  one_period.etsi_periods = 1;
  Limits no_identities;
  no_identities.etsi_identities = 0;
  Limits short_texts;
  short_texts.etsi_text_bytes = 20;
  for (const Limits& limits : {few_bytes, no_services, one_period, no_identities, short_texts}) {
    const auto list = Read(Template(), limits);
    ASSERT_FALSE(list.ok());
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiTooLarge);
  }
}

}  // namespace
}  // namespace sceau::list_reader
