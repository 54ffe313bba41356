// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/camera_watch.h"

#include <gtest/gtest.h>

#include <vector>

namespace sceau::gui {
namespace {

// So many pictures of one thing.
enum Sight { kPaper, kOtherSeal, kWebCode, kPrint, kBlank };
struct Filmed {
  Sight sight;
  int pictures;
};

void film(CameraWatch& watch, const std::vector<Filmed>& runs, bool isAnswered = true) {
  for (const Filmed& run : runs) {
    for (int i = 0; i < run.pictures; ++i) {
      switch (run.sight) {
        case kPaper:
          watch.see("paper", true, false, isAnswered);
          break;
        case kOtherSeal:
          watch.see("other", true, false, isAnswered);
          break;
        case kWebCode:
          watch.see("web", false, false, isAnswered);
          break;
        case kPrint:
          watch.see({}, false, true, isAnswered);
          break;
        case kBlank:
          watch.see({}, false, false, isAnswered);
          break;
      }
    }
  }
}

TEST(CameraWatchTest, WhatLiesThereAfterAnAnswer) {
  struct WatchCase {
    const char* what;
    std::vector<Filmed> before;  // the paper that is answered
    std::vector<Filmed> after;
    std::optional<StaleBy> other;
    bool isSame;
  };
  const WatchCase cases[] = {
      {"it lies there", {}, {{kPaper, 9}}, std::nullopt, true},
      {"it was put down", {}, {{kBlank, 50}}, std::nullopt, false},
      {"it shook", {}, {{kBlank, 4}, {kPaper, 1}}, std::nullopt, true},
      {"it was away", {}, {{kBlank, 5}, {kPaper, 1}}, std::nullopt, false},
      {"a page passes", {}, {{kPrint, 5}}, std::nullopt, false},
      {"a page lies there", {}, {{kPrint, 6}}, StaleBy::kPage, false},
      {"a page and a hand", {}, {{kPrint, 5}, {kBlank, 1}, {kPrint, 5}}, std::nullopt, false},
      {"another code passes", {}, {{kWebCode, 2}}, std::nullopt, false},
      {"another code lies there", {}, {{kWebCode, 3}}, StaleBy::kCode, false},
      {"another code, now and then",
       {},
       {{kWebCode, 2}, {kPrint, 2}, {kWebCode, 2}},
       StaleBy::kPage,
       false},
      {"the paper was looked for", {{kPrint, 99}}, {{kPrint, 6}}, StaleBy::kPage, false},
      {"a printed table", {{kPrint, 100}}, {{kPrint, 500}}, std::nullopt, false},
      {"a printed table and a hand",
       {{kPrint, 500}, {kBlank, 6}},
       {{kPrint, 500}},
       std::nullopt,
       false},
      {"a table that is not printed any more",
       {{kPrint, 500}, {kBlank, 40}},
       {{kPrint, 6}},
       StaleBy::kPage,
       false},
      {"another code on a printed table", {{kPrint, 500}}, {{kWebCode, 3}}, StaleBy::kCode, false},
  };
  for (const WatchCase& c : cases) {
    CameraWatch watch;
    film(watch, c.before, false);
    film(watch, {{kPaper, 1}}, false);
    watch.answered();
    film(watch, c.after);
    EXPECT_EQ(watch.other(), c.other) << c.what;
    EXPECT_EQ(watch.isSame(), c.isSame) << c.what;
  }
}

// A page that lay there with its code out of view would hide the next page without one.
TEST(CameraWatchTest, ThePaperOfAnAnswerNeverIsTheTable) {
  for (const bool isNewAnswer : {false, true}) {
    CameraWatch watch;
    film(watch, {{kPaper, 1}}, false);
    watch.answered();
    film(watch, {{kPrint, 100}, {kPaper, 1}});
    if (isNewAnswer) {
      watch.answered();
    } else {
      watch.cameBack();
    }
    film(watch, {{kPrint, 6}});
    EXPECT_EQ(watch.other(), StaleBy::kPage) << isNewAnswer;
  }
}

TEST(CameraWatchTest, ThePaperComesBackToAPrintedTable) {
  CameraWatch watch;
  film(watch, {{kPrint, 100}, {kPaper, 1}}, false);
  watch.answered();
  film(watch, {{kBlank, 40}, {kPaper, 1}});
  watch.cameBack();
  film(watch, {{kPrint, 50}});
  EXPECT_EQ(watch.other(), std::nullopt);
}

TEST(CameraWatchTest, ANewAnswerStartsAnew) {
  CameraWatch watch;
  film(watch, {{kPaper, 1}}, false);
  watch.answered();
  film(watch, {{kPrint, 6}, {kWebCode, 3}});
  EXPECT_TRUE(watch.isUnsealed());
  EXPECT_FALSE(watch.isReplaced());
  watch.answered();
  film(watch, {{kPrint, 5}});
  EXPECT_EQ(watch.other(), std::nullopt);
  film(watch, {{kOtherSeal, 1}});
  watch.answered();
  film(watch, {{kOtherSeal, 1}});
  EXPECT_TRUE(watch.isSame());
  watch.forgetPaper();
  film(watch, {{kOtherSeal, 1}});
  EXPECT_FALSE(watch.isSame());
  film(watch, {{kWebCode, 12}});
  EXPECT_TRUE(watch.isReplaced());
}

}  // namespace
}  // namespace sceau::gui
