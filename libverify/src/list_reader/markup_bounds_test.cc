// SPDX-License-Identifier: Apache-2.0
#include "list_reader/markup_bounds.h"

#include <gtest/gtest.h>

#include <string>

#include "base/status.h"
#include "list_reader/xml_document.h"

namespace sceau::list_reader {
namespace {

std::string Times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string WithAttributes(std::size_t count) {
  std::string attributes;
  for (std::size_t i = 0; i < count; ++i) attributes += " a" + std::to_string(i) + "=''";
  return "<a" + attributes + "/>";
}

TEST(MarkupBoundsTest, WhatIsWithinThemIsTaken) {
  for (const std::string& xml :
       {std::string("<a/>"), std::string("<?xml version='1.0'?><!-- <a b='1> --><a b='>'>x</a>"),
        std::string("<a><![CDATA[<b c=\"1\"]]></a>"), std::string("text"), std::string(),
        WithAttributes(32), Times(48, "<a>") + Times(48, "</a>"),
        "<b>" + Times(60, "<a/>") + Times(60, "<a></a>") + "</b>"}) {
    EXPECT_TRUE(CheckMarkup(xml, Limits{}).ok()) << xml;
  }
}

TEST(MarkupBoundsTest, WhatIsBeyondThemIsRefused) {
  Limits limits;
  limits.etsi_elements = 100;
  struct Row {
    std::string xml;
    Reason reason;
  };
  for (const Row& row : {
           Row{WithAttributes(33), Reason::kTrustEtsiTooLarge},
           Row{WithAttributes(200'000), Reason::kTrustEtsiTooLarge},
           Row{"<a" + Times(33, " xmlns:b=\"c\"") + "/>", Reason::kTrustEtsiTooLarge},
           Row{Times(49, "<a>"), Reason::kTrustEtsiTooLarge},
           Row{Times(101, "<a/>"), Reason::kTrustEtsiTooLarge},
           Row{"<!DOCTYPE a>", Reason::kTrustEtsiMalformed},
           Row{"<!-- a", Reason::kTrustEtsiMalformed},
           Row{"<![CDATA[ a", Reason::kTrustEtsiMalformed},
           Row{"<?a", Reason::kTrustEtsiMalformed},
           Row{"<a b='", Reason::kTrustEtsiMalformed},
           Row{"<a <b>", Reason::kTrustEtsiMalformed},
           Row{"<", Reason::kTrustEtsiMalformed},
       }) {
    const absl::Status status = CheckMarkup(row.xml, limits);
    ASSERT_FALSE(status.ok()) << row.xml.substr(0, 40);
    EXPECT_EQ(ReasonOf(status), row.reason) << row.xml.substr(0, 40);
    EXPECT_FALSE(ParseXml(AsBytes(row.xml), limits).ok()) << row.xml.substr(0, 40);
  }
}

}  // namespace
}  // namespace sceau::list_reader
