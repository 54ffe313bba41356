// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_DOCUMENT_IMAGE_MATCHERS_TESTING_H_
#define SCEAU_DOCUMENT_IMAGE_MATCHERS_TESTING_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/status.h"
#include "document/image/testing.h"

namespace sceau::document::testing {

// Lossy formats may be off by so much.
constexpr int kLossyError = 6;

// A StatusOr<PageImage> of this size with these greys in its quarters.
MATCHER_P4(IsPage, width, height, quarters, error, "") {
  if (!arg.ok()) {
    *result_listener << arg.status().message();
    return false;
  }
  const Quarters found = QuartersOf(*arg);
  *result_listener << arg->width << " x " << arg->height << ", " << ::testing::PrintToString(found);
  bool near = true;
  for (std::size_t i = 0; i < found.size(); ++i)
    near = near && std::abs(found.at(i) - quarters.at(i)) <= error;
  return near && arg->width == width && arg->height == height;
}

// A StatusOr that was refused for this reason.
MATCHER_P(IsRefused, reason, "") {
  if (arg.ok()) return false;
  *result_listener << arg.status().message();
  return ReasonOf(arg.status()) == reason;
}

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_IMAGE_MATCHERS_TESTING_H_
