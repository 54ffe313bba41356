// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/mapped_status_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/status.h"
#include "trust/status_list/status_list_testing.h"

namespace sceau::trust {
namespace {

namespace fs = std::filesystem;

class MappedStatusListTest : public testing::Test {
 protected:
  MappedStatusListTest() {
    std::string pattern = (fs::temp_directory_path() / "sceau-status-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~MappedStatusListTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string Path() const { return (folder_ / "list").string(); }
  void Write(const Bytes& bytes) const { std::ofstream(Path(), std::ios::binary) << AsText(bytes); }
  void ExpectUnusable(const std::string& detail) const {
    const auto list = MappedStatusList::Open(Path());
    ASSERT_FALSE(list.ok()) << detail;
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustStatusListUnusable) << list.status();
    EXPECT_THAT(DetailOf(list.status()), testing::HasSubstr(detail));
  }

  fs::path folder_;
  const VerifiedStatusList list_ = *ParseAndVerify(SomeStatusList());
  const Bytes image_ = WriteStatusListImage(list_);
};

TEST_F(MappedStatusListTest, AnInstalledListAnswers) {
  Write(image_);
  const auto list = MappedStatusList::Open(Path());
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->header(), list_.header());
  EXPECT_EQ(list->Lookup(0).value, StatusValue::kValid);
  EXPECT_EQ(list->Lookup(3).withdrawal, SomeWithdrawals()[0]);
  EXPECT_EQ(list->Lookup(4).withdrawal, SomeWithdrawals()[1]);
  EXPECT_EQ(list->Lookup(1000).value, StatusValue::kOutsideList);
}

TEST_F(MappedStatusListTest, ACopyOutlivesTheFileAndTheFirst) {
  Write(image_);
  auto first = MappedStatusList::Open(Path());
  ASSERT_TRUE(first.ok()) << first.status();
  const MappedStatusList copy = *first;
  first = absl::CancelledError();
  fs::remove(Path());
  EXPECT_EQ(copy.Lookup(999).withdrawal, SomeWithdrawals()[2]);
}

TEST_F(MappedStatusListTest, WhatIsNotAFileIsRefused) {
  ExpectUnusable("cannot be opened");
  ASSERT_EQ(::mkfifo(Path().c_str(), 0600), 0);
  ExpectUnusable("not an ordinary file");
  fs::remove(Path());
  fs::create_directory(Path());
  ExpectUnusable("not an ordinary file");
}

TEST_F(MappedStatusListTest, DamageIsRefusedOnOpening) {
  Write({});
  ExpectUnusable("empty file");
  Write(SomeStatusList());
  ExpectUnusable("no installed status list");
  Bytes cut = image_;
  cut.pop_back();
  Write(cut);
  ExpectUnusable("its size");
  Bytes bent = image_;
  bent[30] ^= 1;
  Write(bent);
  ExpectUnusable("damaged header");
}

}  // namespace
}  // namespace sceau::trust
