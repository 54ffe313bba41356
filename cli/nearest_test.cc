// SPDX-License-Identifier: Apache-2.0
#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace sceau::cli {
namespace {

const std::vector<std::string> kWords = {"keygen", "issue",     "verify", "inspect",
                                         "revoke", "reinstate", "ledger"};

TEST(NearestTest, AMistypedWordIsFound) {
  const std::pair<const char*, const char*> cases[] = {
      {"verfy", "verify"},  {"verifyy", "verify"}, {"vreify", "verify"}, {"verifx", "verify"},
      {"isue", "issue"},    {"revok", "revoke"},   {"legder", "ledger"}, {"inspekt", "inspect"},
      {"vérify", "verify"}, {"keygen", "keygen"}};
  for (const auto& [typed, word] : cases) EXPECT_EQ(NearestWord(typed, kWords), word) << typed;
}

TEST(NearestTest, WhatIsLikeNothingIsNotGuessed) {
  for (const char* typed : {"", "x", "frobnicate", "a.pdf", "attestation", "ver"})
    EXPECT_FALSE(NearestWord(typed, kWords)) << typed;
  EXPECT_FALSE(NearestWord(std::string(1 << 20, 'v'), kWords));
  EXPECT_FALSE(NearestWord("verify", {}));
}

}  // namespace
}  // namespace sceau::cli
