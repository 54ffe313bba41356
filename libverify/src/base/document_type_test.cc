// SPDX-License-Identifier: Apache-2.0
#include "base/document_type.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace sceau {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view start;
  DocumentType type;
};

TEST(DetectTypeTest, JudgesByTheFirstBytes) {
  const Case cases[] = {
      {"\xFF\xD8\xFF\xE0", DocumentType::kJpeg},
      {"\x89PNG\r\n\x1A\n", DocumentType::kPng},
      {"II*\0\x08\0\0\0"sv, DocumentType::kTiff},
      {"MM\0*\0\0\0\x08"sv, DocumentType::kTiff},
      {"II+\0\x08\0\0\0"sv, DocumentType::kTiff},
      {"MM\0+\0\x08\0\0"sv, DocumentType::kTiff},
      {"RIFF\x10\0\0\0WEBPVP8 "sv, DocumentType::kWebp},
      {"\0\0\0\x18"
       "ftypheic"sv,
       DocumentType::kHeif},
      {"\0\0\0\x18"
       "ftypmif1"sv,
       DocumentType::kHeif},
      {"\0\0\0\x18"
       "ftyphevx"sv,
       DocumentType::kHeif},
      {"\0\0\0\x1C"
       "ftypavif\0\0\0\0mif1"sv,
       DocumentType::kHeif},
      {"\0\0\0\x1C"
       "ftypMSHE\0\0\0\0mif1heic"sv,
       DocumentType::kHeif},
      {"GIF87a", DocumentType::kGif},
      {"GIF89a", DocumentType::kGif},
      {"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"sv, DocumentType::kBmp},
      {"BM\x36\0\0\0\0\0\0\0\x1A\0\0\0\x0C\0\0\0"sv, DocumentType::kBmp},
      {"P1\n1 1\n", DocumentType::kPnm},
      {"P4 # comment", DocumentType::kPnm},
      {"P6\n# comment", DocumentType::kPnm},
      {"%PDF-1.4", DocumentType::kPdf},
      {"\xEF\xBB\xBF%PDF-1.7", DocumentType::kPdf},
  };
  for (const Case& c : cases) EXPECT_EQ(DetectType(AsBytes(c.start)), c.type) << c.start;
}

TEST(DetectTypeTest, WhatOnlyLooksSimilarIsUnknown) {
  const std::string_view cases[] = {
      "",
      "\xFF\xD8",
      "\x89PNG",
      "II*",
      "RIFF",
      "RIFF\x10\0\0\0WAVE"sv,
      "P7\n1 1\n",
      "P1",
      "P1 rue de la Paix",
      "P5X1 1 255",
      "AD1:6BF0",
      "\0\0\0\x18"
      "ftypisom"sv,
      "\0\0\0\x10"
      "ftypisom\0\0\0\0heic"sv,  // behind the end of the box
      "\0\0\0\x14"
      "ftypisomheic"sv,  // a version, and no brand
      "BM 12 rue de la Paix",
      "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x29\0\0\0"sv,
      "BM\x36\0\0\0\0\0\0\0\x0F\0\0\0\x28\0\0\0"sv,
      "ftypheic",
      "%PDF",
      "GIF89",
  };
  for (const std::string_view start : cases)
    EXPECT_EQ(DetectType(AsBytes(start)), DocumentType::kUnknown) << start;
}

TEST(DetectTypeTest, APdfHeaderMayFollow1024BytesOfJunk) {
  const std::string header = "%PDF-1.4\n";
  EXPECT_EQ(DetectType(AsBytes(std::string(1024, ' ') + header)), DocumentType::kPdf);
  EXPECT_EQ(DetectType(AsBytes(std::string(1025, ' ') + header)), DocumentType::kUnknown);
}

}  // namespace
}  // namespace sceau
