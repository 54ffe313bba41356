// SPDX-License-Identifier: Apache-2.0
#include "isolation/trusted_list.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/status.h"

namespace sceau::isolation {
namespace {

Instant At(std::string_view text) { return *ParseIsoInstant(text); }

TrustedList SomeList() {
  TrustedList list{.scheme_operator = "Agence Nationale Sécurisée",
                   .territory = "FR",
                   .sequence_number = 7,
                   .issued = At("2026-06-01T08:30:15Z"),
                   .next_update = At("2026-12-01T00:00:00Z"),
                   .services = {}};
  list.services.push_back({.provider = "Prestataire",
                           .name = "FR99",
                           .type = "http://uri.etsi.org/TrstSvc/Svctype/CA/PKC",
                           .periods = {{"granted", At("2026-03-01T00:00:00Z")},
                                       {"suspended", At("2026-02-01T00:00:00Z")}},
                           .certificates = {{1, 2, 3}, {}}});
  return list;
}

Reason RefusalOf(ByteSpan answer) {
  const auto read = ReadListAnswer(answer, Limits{});
  if (read.ok()) ADD_FAILURE() << "believed";
  return ReasonOf(read.status());
}

TEST(TrustedListTest, WhatIsWrittenIsRead) {
  for (const bool closed : {false, true}) {
    TrustedList list = SomeList();
    if (closed) list.next_update.reset();
    const auto read = ReadListAnswer(WriteListAnswer(list), Limits{});
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->scheme_operator, list.scheme_operator);
    EXPECT_EQ(read->territory, "FR");
    EXPECT_EQ(read->sequence_number, 7U);
    EXPECT_EQ(read->issued, list.issued);
    EXPECT_EQ(read->next_update, list.next_update);
    ASSERT_EQ(read->services.size(), 1U);
    const TrustService& service = read->services[0];
    EXPECT_EQ(service.provider, "Prestataire");
    EXPECT_EQ(service.name, "FR99");
    EXPECT_EQ(service.type, list.services[0].type);
    ASSERT_EQ(service.periods.size(), 2U);
    EXPECT_EQ(service.periods[1].status, "suspended");
    EXPECT_EQ(service.periods[1].from, At("2026-02-01T00:00:00Z"));
    EXPECT_EQ(service.certificates, list.services[0].certificates);
  }
}

TEST(TrustedListTest, ARefusalComesWithItsDetail) {
  const auto read =
      ReadListAnswer(WriteListAnswer(Refuse(Reason::kTrustEtsiSignature, "form\n")), Limits{});
  EXPECT_EQ(ReasonOf(read.status()), Reason::kTrustEtsiSignature);
  EXPECT_EQ(DetailOf(read.status()), "form?");
}

TEST(TrustedListTest, NoOtherReasonIsBelieved) {
  for (const Reason reason : {Reason::kSealSignatureMismatch, Reason::kTrustEtsiOverdue,
                              Reason::kDocumentDeadline, Reason::kTrustBundleThreshold})
    EXPECT_EQ(RefusalOf(WriteListAnswer(Refuse(reason))), Reason::kTrustEtsiReaderStopped)
        << ReasonCode(reason);
}

TEST(TrustedListTest, EveryTruncationAndEveryByteMoreIsRefused) {
  for (Bytes whole :
       {WriteListAnswer(SomeList()), WriteListAnswer(Refuse(Reason::kTrustEtsiMalformed, "x"))}) {
    for (std::size_t size = 0; size < whole.size(); ++size)
      EXPECT_EQ(RefusalOf(ByteSpan(whole).first(size)), Reason::kTrustEtsiReaderStopped) << size;
    whole.push_back(0);
    EXPECT_EQ(RefusalOf(whole), Reason::kTrustEtsiReaderStopped);
  }
  EXPECT_EQ(RefusalOf(Bytes{3}), Reason::kTrustEtsiReaderStopped);
}

TEST(TrustedListTest, EachBoundIsHeld) {
  const Limits limits;
  const struct {
    const char* name;
    std::function<void(TrustedList&)> spoil;
  } kCases[] = {
      {"an operator without a name", [](auto& list) { list.scheme_operator.clear(); }},
      {"bytes that are not text", [](auto& list) { list.territory = "\xFF"; }},
      {"what moves a terminal", [](auto& list) { list.services[0].name = "\x1B[2J"; }},
      {"what turns a line around", [](auto& list) { list.services[0].provider = "\u202E"; }},
      {"a long name",
       [&](auto& list) { list.services[0].name = std::string(limits.etsi_text_bytes + 1, 'a'); }},
      {"a date before all", [](auto& list) { list.issued = Instant::min(); }},
      {"a year of five figures",
       [](auto& list) {
         list.next_update = Instant(std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1));
       }},
      {"too many services",
       [&](auto& list) {
         const auto most = static_cast<std::size_t>(limits.etsi_services);
         list.services.resize(most + 1, list.services[0]);
       }},
      {"no status", [](auto& list) { list.services[0].periods.clear(); }},
      {"too many statuses",
       [&](auto& list) {
         auto& periods = list.services[0].periods;
         periods.resize(static_cast<std::size_t>(limits.etsi_periods) + 1, periods.back());
       }},
      {"the oldest first",
       [](auto& list) { std::swap(list.services[0].periods[0], list.services[0].periods[1]); }},
      {"too many certificates",
       [&](auto& list) {
         list.services[0].certificates.resize(static_cast<std::size_t>(limits.etsi_identities) + 1);
       }},
      {"a long certificate",
       [&](auto& list) { list.services[0].certificates[0].resize(limits.certificate_bytes + 1); }},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.name);
    TrustedList list = SomeList();
    one.spoil(list);
    EXPECT_EQ(RefusalOf(WriteListAnswer(list)), Reason::kTrustEtsiReaderStopped);
  }
}

TEST(TrustedListTest, NumbersThatNobodyWritesAreRefused) {
  const Bytes good = WriteListAnswer(SomeList());
  int believed = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    Bytes bent = good;
    bent[at] = 0xFF;
    const auto read = ReadListAnswer(bent, Limits{});
    if (!read.ok()) continue;
    EXPECT_EQ(WriteListAnswer(read), bent) << at;
    ++believed;
  }
  // Of the sequence number, four in each date and those of the certificate.
  EXPECT_LE(believed, 8 + 4 * 4 + 3);
}

TEST(TrustedListTest, AJobIsReadAsItWasWritten) {
  const Bytes bytes = WriteListJob({AsBytes("signer"), AsBytes("list")});
  const auto job = ReadListJob(bytes);
  ASSERT_TRUE(job.has_value());
  EXPECT_EQ(AsText(job->signer), "signer");
  EXPECT_EQ(AsText(job->list), "list");
  EXPECT_FALSE(ReadListJob(ByteSpan(bytes).first(3)).has_value());
  EXPECT_FALSE(ReadListJob(ByteSpan(bytes).first(9)).has_value());
}

}  // namespace
}  // namespace sceau::isolation
