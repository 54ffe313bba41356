// SPDX-License-Identifier: Apache-2.0
// sceau-degrade scan|photo DOCUMENT -o OUT.jpg: makes of a document's first page what a scanner or
// a telephone would make of it.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/status.h"
#include "degrade/photo.h"
#include "degrade/picture.h"
#include "degrade/scan.h"
#include "document/document.h"

namespace sceau::degrade {
namespace {

absl::StatusOr<Picture> ReadFirstPage(const std::string& path, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, ReadFile(path, limits.document_bytes));
  SCEAU_ASSIGN_OR_RETURN(const std::unique_ptr<document::Document> document,
                         document::OpenDocument(bytes, limits));
  SCEAU_ASSIGN_OR_RETURN(const PageImage page, document->ReadPage(0));
  return Picture(page);
}

int Main(int argc, char** argv) {
  CLI::App app("Makes bad pictures of good documents, the same ones from the same seed");
  app.require_subcommand(1);
  std::string input;
  std::string output;
  std::uint64_t seed = 1;
  int quality = 75;
  ScanSettings scan;
  PhotoSettings photo;
  std::vector<double> aim;
  CLI::App* scan_command = app.add_subcommand("scan", "a grey scan, 200 dots an inch for a PDF");
  scan_command->add_option("--turn", scan.turn_degrees, "degrees, clockwise");
  CLI::App* photo_command = app.add_subcommand("photo", "a colour photo of 1600 x 1200 pixels");
  photo_command->add_option("--aim-mm", aim, "the point of the page looked at, X,Y")
      ->delimiter(',')
      ->expected(2);
  photo_command->add_option("--span-mm", photo.span_mm, "how much of the page spans the picture");
  photo_command->add_option("--tilt", photo.tilt_degrees, "degrees by which the page leans away");
  photo_command->add_option("--blur", photo.blur_pixels, "deviation in pixels")
      ->check(CLI::PositiveNumber);
  for (CLI::App* command : {scan_command, photo_command}) {
    command->add_option("document", input, "a PDF or an image")->required();
    command->add_option("-o,--output", output, "the JPEG to write")->required();
    command->add_option("--seed", seed, "of the noise");
    command->add_option("--quality", quality, "of the JPEG, 1 to 100")->check(CLI::Range(1, 100));
  }
  CLI11_PARSE(app, argc, argv);

  const Limits limits;
  absl::StatusOr<Picture> page = ReadFirstPage(input, limits);
  absl::Status status = page.status();
  if (status.ok()) {
    Random random(seed);
    if (scan_command->parsed()) {
      status = WriteJpeg(Scan(*page, scan, random), output, quality, {1, 1, 1});
    } else {
      photo.page_dpi = limits.render_dpi;
      if (!aim.empty()) {
        photo.aim_x_mm = aim[0];
        photo.aim_y_mm = aim[1];
      }
      // Lamplight: warm.
      status = WriteJpeg(Photograph(*page, photo, random), output, quality, {1.04, 1.0, 0.9});
    }
  }
  if (status.ok()) return EXIT_SUCCESS;
  std::fprintf(stderr, "sceau-degrade: error: %s\n",
               std::string(ReasonCode(ReasonOf(status))).c_str());
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace sceau::degrade

int main(int argc, char** argv) {
  try {
    return sceau::degrade::Main(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sceau-degrade: error: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
