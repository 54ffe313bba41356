// SPDX-License-Identifier: Apache-2.0
#include "isolation/sealed_memory.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/status.h"
#include "isolation/pass_descriptors.h"

namespace sceau::isolation {
namespace {

TEST(SealedMemoryTest, HoldsTheBytesAndNothingChangesThem) {
  const auto memory = SealedMemory(AsBytes("document"));
  ASSERT_TRUE(memory.ok()) << memory.status();
  EXPECT_LT(::write(memory->get(), "x", 1), 0);
  EXPECT_LT(::ftruncate(memory->get(), 0), 0);
  const auto mapped = MappedMemory::Map(memory->get());
  ASSERT_TRUE(mapped);
  EXPECT_EQ(AsText(mapped->bytes()), "document");
}

TEST(SealedMemoryTest, WhatIsNotSealedIsNotMapped) {
  const Descriptor open(::memfd_create("open", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  ASSERT_EQ(::write(open.get(), "x", 1), 1);
  EXPECT_FALSE(MappedMemory::Map(open.get()));
  EXPECT_FALSE(MappedMemory::Map(STDIN_FILENO));
}

TEST(SealedMemoryTest, ALimitOfFileSizesRefusesAndDoesNotEndTheProcess) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{8, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto within = SealedMemory(AsBytes("12345678"));
  const auto above = SealedMemory(AsBytes("123456789"));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_TRUE(within.ok()) << within.status();
  EXPECT_EQ(ReasonOf(above.status()), Reason::kDocumentOutOfMemory);
}

TEST(PassDescriptorsTest, AMessageCarriesThem) {
  auto ends = ConnectedSockets();
  ASSERT_TRUE(ends);
  const int two[] = {STDIN_FILENO, STDERR_FILENO};
  ASSERT_TRUE(SendMessage(ends->first.get(), AsBytes("hello"), two));
  const auto message = ReceiveMessage(ends->second.get(), 5);
  ASSERT_TRUE(message);
  EXPECT_EQ(AsText(message->bytes), "hello");
  EXPECT_EQ(message->descriptors.size(), 2U);
}

TEST(PassDescriptorsTest, WhatIsLongerOrFullerIsNotTaken) {
  auto ends = ConnectedSockets();
  ASSERT_TRUE(ends);
  ASSERT_TRUE(SendMessage(ends->first.get(), AsBytes("too long"), {}));
  EXPECT_FALSE(ReceiveMessage(ends->second.get(), 5));
}

TEST(PassDescriptorsTest, TheEndIsNotAMessage) {
  auto ends = ConnectedSockets();
  ASSERT_TRUE(ends);
  { const Descriptor closed = std::move(ends->first); }
  EXPECT_FALSE(ReceiveMessage(ends->second.get(), 5));
  EXPECT_FALSE(SendMessage(ends->second.get(), AsBytes("x"), {}));
}

}  // namespace
}  // namespace sceau::isolation
