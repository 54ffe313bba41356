// SPDX-License-Identifier: Apache-2.0
#include "isolation/helper_frame_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "base/status.h"
#include "isolation/fakes_testing.h"

namespace sceau::isolation {
namespace {

TEST(FrameReaderTest, EachWayToMisbehaveHasItsReason) {
  constexpr int kOnASlowMachine = 15'000;
  struct Case {
    const char* kind;
    Reason reason;
  };
  const Case cases[] = {
      {"flood", Reason::kDocumentReaderCrashed},     {"lie-count", Reason::kDocumentReaderCrashed},
      {"silent", Reason::kDocumentReaderCrashed},    {"crash", Reason::kDocumentReaderCrashed},
      {"exit", Reason::kDocumentReaderCrashed},      {"asks", Reason::kDocumentReaderCrashed},
      {"hang", Reason::kDocumentDeadline},           {"half-hang", Reason::kDocumentDeadline},
      {"no-sandbox", Reason::kIsolationUnavailable},
  };
  const PageImage grey{4, 4, Bytes(16, 128)};
  for (const Case& c : cases) {
    Limits limits;
    limits.frame_time =
        std::chrono::milliseconds{c.reason == Reason::kDocumentDeadline ? 20 : kOnASlowMachine};
    HelperFrameReader reader(limits, Fake(c.kind));
    for (int i = 0; i < 2; ++i)
      EXPECT_EQ(ReasonOf(reader.ReadFrame(View(grey)).status()), c.reason) << c.kind;
  }
}

TEST(FrameReaderTest, AnEmptyPictureHasNoSymbolsAndAHugeOneIsRefused) {
  HelperFrameReader reader({}, "/nowhere");
  EXPECT_TRUE(reader.ReadFrame({}).ok());
  const PageImage grey{4, 4, Bytes(16, 128)};
  EXPECT_EQ(ReasonOf(reader.ReadFrame({grey.pixels.data(), 100'000, 100'000, 0}).status()),
            Reason::kDocumentTooManyPixels);
  EXPECT_EQ(ReasonOf(reader.ReadFrame(View(grey)).status()), Reason::kIsolationUnavailable);
}

}  // namespace
}  // namespace sceau::isolation
