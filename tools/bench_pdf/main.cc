// SPDX-License-Identifier: Apache-2.0
// sceau-bench-pdf --list FILE: what reading each document costs in a process that is warm, beside
// drawing every page with poppler-cpp (200 dpi, grey) and searching it with ZXing, in turns on the
// same bytes. One line per file: path,ours_ms,theirs_ms,our_symbols,their_symbols (medians of CPU).
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <time.h>

#ifndef ZX_USE_UTF8
#define ZX_USE_UTF8
#endif
#include <ZXing/ReadBarcode.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "decode/in_process_reader.h"
#include "fmt/format.h"
#include "sceau/limits.h"

namespace sceau {
namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using ZXingOptions = ZXing::ReaderOptions;
#else
using ZXingOptions = ZXing::DecodeHints;
#endif

constexpr double kDpi = 200;

// The CPU time of all threads, in case a library starts some.
double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::size_t ReadOurs(const Bytes& bytes) {
  const auto read = decode::MakeInProcessReader()->Read(bytes, Limits{});
  std::size_t symbols = 0;
  if (read.ok()) {
    for (const Page& page : read->content.pages) symbols += page.symbols.size();
  }
  return symbols;
}

// Reads as pdftoppm and ZXingReader do, but without the file between them, and asks for our
// symbologies only.
std::size_t ReadTheirs(const Bytes& bytes) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
      reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())));
  if (document == nullptr) return 0;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  ZXingOptions options;
  options.setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::DataMatrix);
  std::size_t symbols = 0;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const poppler::image image = renderer.render_page(page.get(), kDpi, kDpi);
    const ZXing::ImageView view(reinterpret_cast<const std::uint8_t*>(image.const_data()),
                                image.width(), image.height(), ZXing::ImageFormat::Lum,
                                image.bytes_per_row());
    for (const auto& result : ZXing::ReadBarcodes(view, options)) symbols += result.isValid();
  }
  return symbols;
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

void Compare(const std::string& file, int runs) {
  const auto bytes = ReadFile(file, Limits{}.document_bytes);
  if (!bytes.ok()) throw CLI::RuntimeError("cannot read " + file, 2);
  std::vector<double> ours;
  std::vector<double> theirs;
  std::size_t our_symbols = 0;
  std::size_t their_symbols = 0;
  for (int run = 0; run <= runs; ++run) {
    const double started = CpuMilliseconds();
    our_symbols = ReadOurs(*bytes);
    const double between = CpuMilliseconds();
    their_symbols = ReadTheirs(*bytes);
    const double ended = CpuMilliseconds();
    if (run == 0 && runs > 1) continue;  // it warms
    ours.push_back(between - started);
    theirs.push_back(ended - between);
  }
  fmt::print("{},{:.3f},{:.3f},{},{}\n", file, Median(std::move(ours)), Median(std::move(theirs)),
             our_symbols, their_symbols);
  std::fflush(stdout);
}

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) try {
  std::string list_path;
  int runs = 5;
  CLI::App app("What PDFs cost to read, beside drawing and searching them.", "sceau-bench-pdf");
  app.add_option("--list", list_path, "a file with one path per line")
      ->required()
      ->check(CLI::ExistingFile);
  app.add_option("--runs", runs, "turns of each, besides one that warms")
      ->check(CLI::Range(1, 1000));
  CLI11_PARSE(app, argc, argv);
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::ifstream list(list_path);
  for (std::string line; std::getline(list, line);) sceau::Compare(line, runs);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sceau-bench-pdf: error: %s\n", error.what());
  return 2;
}
