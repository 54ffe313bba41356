// SPDX-License-Identifier: Apache-2.0
#include "verify/check_status.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "attestation/claims_of.h"
#include "trust/status_list/status_list.h"
#include "trust/status_list/status_list_image.h"
#include "trust/status_list/status_list_writer.h"
#include "verify/testing/expect_checked.h"
#include "verify/testing/test_issuer.h"

namespace sceau::verify {
namespace {

using testing_support::At;
using testing_support::TestIssuer;
using trust::StatusValue;

// Of an image (trust/status_list/status_list_image.h).
constexpr std::size_t kPackedList = 80;
constexpr std::size_t kEntriesAByte = 4;

// Lists 7 and, without details, 9 of the issuer: 2026-11-10 to 2026-12-10, 100 entries, 3 lost and
// 5 suspended. List 11 as well; and it knows that until an hour before it was issued, 20 to 99 were
// not given.
class CheckStatusTest : public testing::Test {
 protected:
  CheckStatusTest() {
    const Limits limits;
    const std::vector<trust::Withdrawal> withdrawals = {
        {3, StatusValue::kInvalid, *ParseIsoDate("2026-11-05"), WithdrawalReason::kLost},
        {5, StatusValue::kSuspended, *ParseIsoDate("2026-11-06"), WithdrawalReason::kFraud}};
    const Bytes list = *trust::SignStatusList({.number = 7,
                                               .issued = At("2026-11-10"),
                                               .expires = At("2026-12-10"),
                                               .size = 100,
                                               .withdrawals = withdrawals},
                                              issuer_.key, issuer_.certificate, limits);
    const Bytes plain = *trust::SignStatusList({.number = 9,
                                                .issued = At("2026-11-10"),
                                                .expires = At("2026-12-10"),
                                                .size = 100,
                                                .withdrawals = withdrawals,
                                                .with_details = false},
                                               issuer_.key, issuer_.certificate, limits);
    const std::vector<trust::EntryRange> not_given = {{20, 80}};
    const Bytes knowing = *trust::SignStatusList({.number = 11,
                                                  .issued = At("2026-11-10"),
                                                  .expires = At("2026-12-10"),
                                                  .size = 100,
                                                  .withdrawals = withdrawals,
                                                  .given_until = given_until_,
                                                  .not_given = not_given},
                                                 issuer_.key, issuer_.certificate, limits);
    const trust::BundleContent content{1,
                                       At("2026-11-10"),
                                       At("2026-12-10"),
                                       {{.name = "Caisse",
                                         .certificates = {issuer_.certificate},
                                         .formats = {"ad1"},
                                         .funds = {"01"},
                                         .retired = std::nullopt,
                                         .compromised = std::nullopt},
                                        {.name = "Autre",
                                         .certificates = {other_.certificate},
                                         .formats = {"ad1"},
                                         .funds = {"02"},
                                         .retired = std::nullopt,
                                         .compromised = std::nullopt}},
                                       {list, plain, knowing}};
    std::vector<trust::MappedStatusList> lists;
    auto images = *trust::ReadStatusLists(content, limits);
    for (Bytes& image : images) {
      image[kPackedList + 8 / kEntriesAByte] |= 0x03;  // entry 8: not given, if the list knows it
      lists.push_back(*trust::MappedStatusList::Hold(std::move(image)));
    }
    trust_ = trust::TrustStore::FromBundle(content, {}, content.issued, std::move(lists));
    claims_ = attestation::ClaimsOf(testing_support::SomeAttestation());  // issued on 2026-11-02
  }

  CheckedStatus Check(std::uint64_t list, std::uint64_t index, const char* today = "2026-11-23",
                      std::size_t issuer = 0) {
    return CheckAt(list, index, At(today), std::nullopt, issuer);
  }
  CheckedStatus CheckAt(std::uint64_t list, std::uint64_t index, Instant now,
                        std::optional<int> maximum_list_age_days, std::size_t issuer = 0) {
    claims_.status = StatusReference{list, index};
    return CheckStatus(claims_.status, claims_.validity, trust_->issuers()[issuer], *trust_, now,
                       maximum_list_age_days);
  }
  static void Expect(const CheckedStatus& checked, StatusAxis axis, std::optional<Reason> reason) {
    testing_support::ExpectChecked<StatusAxis>(checked, axis, reason);
  }

  const Instant given_until_ = At("2026-11-10") - std::chrono::hours(1);
  const TestIssuer issuer_{crypto::Algorithm::kEs256, "Caisse"};
  const TestIssuer other_{crypto::Algorithm::kEs256, "Autre"};
  std::optional<trust::TrustStore> trust_;
  Claims claims_;
};

TEST_F(CheckStatusTest, WithoutAReferenceThereIsNoWithdrawal) {
  Expect(CheckStatus(claims_.status, claims_.validity, trust_->issuers()[0], *trust_,
                     At("2026-11-23")),
         StatusAxis::kNotOffered, Reason::kStatusNotOffered);
  claims_.status = StatusReference{7, 2};
  claims_.validity.issued_at.reset();
  Expect(CheckStatus(claims_.status, claims_.validity, trust_->issuers()[0], *trust_,
                     At("2026-11-23")),
         StatusAxis::kNotOffered, Reason::kStatusNotOffered);
}

TEST_F(CheckStatusTest, EachEntryHasItsAnswer) {
  Expect(Check(7, 2), StatusAxis::kCurrent, std::nullopt);
  Expect(Check(7, 100), StatusAxis::kUnknown, Reason::kStatusNotInList);
  Expect(Check(7, 8), StatusAxis::kUnknown, Reason::kStatusNotInList);
  Expect(Check(7, ~std::uint64_t{0}), StatusAxis::kUnknown, Reason::kStatusNotInList);

  const CheckedStatus lost = Check(7, 3);
  Expect(lost, StatusAxis::kRevoked, Reason::kStatusRevoked);
  ASSERT_TRUE(lost.withdrawal);
  EXPECT_EQ(lost.withdrawal->since, *ParseIsoDate("2026-11-05"));
  EXPECT_EQ(lost.withdrawal->reason, "lost");

  const CheckedStatus suspended = Check(7, 5);
  Expect(suspended, StatusAxis::kSuspended, Reason::kStatusSuspended);
  EXPECT_EQ(suspended.withdrawal->reason, "fraud");
}

// A list of bits alone says that, and neither since when nor why.
TEST_F(CheckStatusTest, AListWithoutDetailsHasNoNotice) {
  const CheckedStatus lost = Check(9, 3);
  Expect(lost, StatusAxis::kRevoked, Reason::kStatusRevoked);
  EXPECT_FALSE(lost.withdrawal);
  const CheckedStatus suspended = Check(9, 5);
  Expect(suspended, StatusAxis::kSuspended, Reason::kStatusSuspended);
  EXPECT_FALSE(suspended.withdrawal);
}

TEST_F(CheckStatusTest, AListIsThatOfTheIssuerAndTheNumber) {
  Expect(Check(8, 2), StatusAxis::kUnknown, Reason::kStatusUnknown);
  Expect(Check(7, 2, "2026-11-23", 1), StatusAxis::kUnknown, Reason::kStatusUnknown);
}

TEST_F(CheckStatusTest, DatesHaveTheirBoundaries) {
  Expect(Check(7, 2, "2026-12-09"), StatusAxis::kCurrent, std::nullopt);
  Expect(Check(7, 2, "2026-12-10"), StatusAxis::kUnknown, Reason::kStatusListExpired);
}

TEST_F(CheckStatusTest, AnAttestationThatIsYoungerThanTheListIsInOrder) {
  const std::chrono::seconds second{1};
  *claims_.validity.issued_at = At("2026-11-10");
  Expect(Check(7, 2), StatusAxis::kCurrent, std::nullopt);
  *claims_.validity.issued_at += second;
  Expect(Check(7, 2), StatusAxis::kCurrent, Reason::kStatusIssuedAfterList);
  *claims_.validity.issued_at = At("2026-12-09");
  Expect(CheckAt(7, 2, At("2026-12-10") - second, std::nullopt), StatusAxis::kCurrent,
         Reason::kStatusIssuedAfterList);
  // As long as the list has not expired.
  Expect(Check(7, 2, "2026-12-10"), StatusAxis::kUnknown, Reason::kStatusListExpired);
  // An index that the list does not have, or a list that nobody has, is no better for being young.
  Expect(Check(7, 100), StatusAxis::kUnknown, Reason::kStatusNotInList);
  Expect(Check(7, 8), StatusAxis::kUnknown, Reason::kStatusNotInList);
  Expect(Check(8, 2), StatusAxis::kUnknown, Reason::kStatusUnknown);
}

TEST_F(CheckStatusTest, AReaderMayLimitTheAgeOfTheList) {
  const std::chrono::seconds second{1};
  const Instant last = At("2026-11-10") + std::chrono::days{20};
  for (const char* issued : {"2026-11-02", "2026-11-20"}) {
    *claims_.validity.issued_at = At(issued);
    EXPECT_EQ(CheckAt(7, 2, last, 20).axis, StatusAxis::kCurrent);
    Expect(CheckAt(7, 2, last + second, 20), StatusAxis::kUnknown, Reason::kStatusListTooOld);
    Expect(CheckAt(7, 5, last + second, 20), StatusAxis::kUnknown, Reason::kStatusListTooOld);
    Expect(CheckAt(7, 3, last + second, 20), StatusAxis::kRevoked, Reason::kStatusRevoked);
    EXPECT_EQ(CheckAt(7, 2, last + second, 21).axis, StatusAxis::kCurrent);
  }
  // Of a list that has expired, that is what is said.
  Expect(CheckAt(7, 2, At("2026-12-10"), 20), StatusAxis::kUnknown, Reason::kStatusListExpired);
  // A clock that is behind makes no list old.
  Expect(CheckAt(7, 2, At("2026-11-01"), 1), StatusAxis::kCurrent, Reason::kStatusIssuedAfterList);
}

// Of list 11, by the attestation's own date.
TEST_F(CheckStatusTest, WhatTheIssuerNeverGaveIsRefused) {
  for (const std::uint64_t index : {std::uint64_t{8}, std::uint64_t{20}, std::uint64_t{99},
                                    std::uint64_t{100}, ~std::uint64_t{0}})
    Expect(Check(11, index), StatusAxis::kNeverIssued, Reason::kStatusNeverIssued);
  Expect(Check(11, 19), StatusAxis::kCurrent, std::nullopt);
  Expect(Check(11, 3), StatusAxis::kRevoked, Reason::kStatusRevoked);
  Expect(Check(11, 5), StatusAxis::kSuspended, Reason::kStatusSuspended);
  // It stays a fact when the list has expired.
  Expect(Check(11, 20, "2027-03-01"), StatusAxis::kNeverIssued, Reason::kStatusNeverIssued);
  // Other lists say nothing of what they do not know.
  Expect(Check(7, 8), StatusAxis::kUnknown, Reason::kStatusNotInList);
}

TEST_F(CheckStatusTest, AnAttestationMayHaveBeenInTheMakingForAnHour) {
  const std::chrono::seconds second{1};
  const std::chrono::hours hour{1};
  const Instant list_issued = given_until_ + hour;
  for (const std::uint64_t index : {20U, 100U}) {
    *claims_.validity.issued_at = given_until_ - hour - second;
    Expect(Check(11, index), StatusAxis::kNeverIssued, Reason::kStatusNeverIssued);
  }
  // The list knows nothing of what came between its memory and itself.
  for (const Instant issued : {given_until_ - hour, given_until_ - second}) {
    *claims_.validity.issued_at = issued;
    Expect(Check(11, 20), StatusAxis::kUnknown, Reason::kStatusListOlder);
    Expect(Check(11, 100), StatusAxis::kUnknown, Reason::kStatusNotInList);
  }
  for (const Instant issued : {given_until_, list_issued, list_issued + second}) {
    *claims_.validity.issued_at = issued;
    Expect(Check(11, 20), StatusAxis::kCurrent, Reason::kStatusIssuedAfterList);
    Expect(Check(11, 100), StatusAxis::kUnknown, Reason::kStatusNotInList);
    Expect(Check(11, 20, "2027-03-01"), StatusAxis::kUnknown, Reason::kStatusListExpired);
  }
  *claims_.validity.issued_at = list_issued;
  Expect(Check(11, 19), StatusAxis::kCurrent, std::nullopt);
  *claims_.validity.issued_at += second;
  Expect(Check(11, 19), StatusAxis::kCurrent, Reason::kStatusIssuedAfterList);
  // A 3 of a list that does not know what it means.
  Expect(Check(7, 8), StatusAxis::kUnknown, Reason::kStatusNotInList);
}

TEST_F(CheckStatusTest, AWithdrawalIsFinalAndASuspensionIsNot) {
  Expect(Check(7, 3, "2027-03-01"), StatusAxis::kRevoked, Reason::kStatusRevoked);
  Expect(Check(7, 5, "2027-03-01"), StatusAxis::kUnknown, Reason::kStatusListExpired);
  *claims_.validity.issued_at = At("2026-11-20");
  Expect(Check(7, 3), StatusAxis::kRevoked, Reason::kStatusRevoked);
  Expect(Check(7, 5), StatusAxis::kUnknown, Reason::kStatusListOlder);
}

}  // namespace
}  // namespace sceau::verify
