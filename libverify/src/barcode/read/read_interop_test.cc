// SPDX-License-Identifier: Apache-2.0
// Specimens published by the French state, as they come: a page with a 2D-Doc somewhere on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jpeglib.h>
#include <png.h>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>

#include "barcode/read/read_symbols.h"

namespace sceau::barcode {
namespace {

using ::testing::StartsWith;

PageImage LoadPng(const std::string& path) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&png, path.c_str()) == 0) return {};
  png.format = PNG_FORMAT_GRAY;
  PageImage image{static_cast<int>(png.width), static_cast<int>(png.height),
                  Bytes(PNG_IMAGE_SIZE(png))};
  const png_color white{255, 255, 255};
  if (png_image_finish_read(&png, &white, image.pixels.data(), 0, nullptr) == 0) return {};
  return image;
}

PageImage LoadJpeg(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return {};
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&jpeg);
  jpeg_stdio_src(&jpeg, file);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress(&jpeg);
  PageImage image{static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height), {}};
  image.pixels.resize(std::size_t{jpeg.output_width} * jpeg.output_height);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = image.pixels.data() + std::size_t{jpeg.output_scanline} * jpeg.output_width;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  std::fclose(file);
  return image;
}

TEST(ReadSymbolsInteropTest, StateSpecimensAreRead) {
  const std::string folder = std::string(SCEAU_SOURCE_DIR) + "/../shared/data/2d-doc/images/";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no specimens at " << folder;
  struct Case {
    PageImage image;
    const char* start;
  };
  for (const auto& [image, start] : {Case{LoadJpeg(folder + "DC02-FR00.jpg"), "DC02FR00"},
                                     Case{LoadPng(folder + "DC04-FR00.png"), "DC04FR00"}}) {
    ASSERT_GT(image.width, 0) << start;
    const auto result = ReadSymbols(View(image), {});
    ASSERT_TRUE(result.ok()) << result.status();
    std::vector<std::string> payloads;
    for (const Symbol& symbol : result->symbols) payloads.emplace_back(AsText(symbol.payload));
    EXPECT_THAT(payloads, ::testing::Contains(StartsWith(start)));
  }
}

}  // namespace
}  // namespace sceau::barcode
