// SPDX-License-Identifier: Apache-2.0
// sceau-bench-capture DIR… | --list FILE: reads documents as the verifier does and prints what each
// of them costs and holds, one line of CSV per file:
//   file,cpu_ms,wall_ms,problem,symbols, then for each symbol
//   symbology,page,page_width,page_height,payload_hex,x0,y0,x1,y1,x2,y2,x3,y3
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/bytes.h"
#include "base/file.h"
#include "base/status.h"
#include "decode/in_process_reader.h"
#include "fmt/format.h"
#include "sceau/limits.h"
#include "sceau/reason.h"

namespace sceau {
namespace {

struct Request {
  std::vector<std::string> folders;
  std::string list_path;
  int jobs = 1;
  bool no_deadline = false;
};

bool IsDocument(const std::filesystem::path& path) {
  static constexpr std::array<std::string_view, 13> kExtensions = {
      ".jpg", ".jpeg", ".png",  ".tif", ".tiff", ".webp", ".heic",
      ".pdf", ".pgm",  ".heif", ".ppm", ".pbm",  ".pnm"};
  return std::ranges::find(kExtensions, path.extension().string()) != kExtensions.end();
}

std::vector<std::string> FilesOf(const Request& request) {
  std::vector<std::string> files;
  for (const std::string& folder : request.folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && IsDocument(entry.path()))
        files.push_back(entry.path().string());
    }
  }
  std::ranges::sort(files);
  std::ifstream list(request.list_path);
  for (std::string line; std::getline(list, line);) files.push_back(line);
  return files;
}

// The CPU time of this thread alone: what else the machine does affects the clock, but not this.
double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void AppendSymbol(const Page& page, const Symbol& symbol, std::string& line) {
  line += fmt::format(",{},{},{},{},{}", SymbologyName(symbol.symbology), page.number, page.width,
                      page.height, ToHex(symbol.payload));
  for (const Point& corner : symbol.corners)
    line += fmt::format(",{:.2f},{:.2f}", corner.x, corner.y);
}

std::string Measure(const std::string& file, const Limits& limits) {
  using Clock = std::chrono::steady_clock;
  const auto bytes = ReadFile(file, limits.document_bytes);
  if (!bytes.ok())
    return fmt::format("{},0,0,{},0", Quoted(file), ReasonCode(ReasonOf(bytes.status())));
  const auto reader = decode::MakeInProcessReader();
  const double cpu_before = CpuMilliseconds();
  const auto started = Clock::now();
  const auto read = reader->Read(*bytes, limits);
  const std::chrono::duration<double, std::milli> wall = Clock::now() - started;
  const double cpu = CpuMilliseconds() - cpu_before;

  std::string_view problem;
  std::string symbols;
  std::size_t count = 0;
  if (!read.ok()) {
    problem = ReasonCode(ReasonOf(read.status()));
  } else {
    if (!read->problems.empty()) problem = ReasonCode(read->problems.front().reason);
    for (const Page& page : read->content.pages) {
      for (const Symbol& symbol : page.symbols) AppendSymbol(page, symbol, symbols);
      count += page.symbols.size();
    }
  }
  return fmt::format("{},{:.3f},{:.3f},{},{}{}", Quoted(file), cpu, wall.count(), problem, count,
                     symbols);
}

void Run(const Request& request) {
  const std::vector<std::string> files = FilesOf(request);
  Limits limits;
  if (request.no_deadline) limits.document_time = std::chrono::hours(1);
  std::atomic<std::size_t> next = 0;
  std::mutex output;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      const std::string line = Measure(files[i], limits);
      const std::lock_guard lock(output);
      fmt::print("{}\n", line);
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < request.jobs; ++i) others.emplace_back(work);
  work();
}

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) try {
  sceau::Request request;
  CLI::App app("What documents cost to read, and what is read off them.", "sceau-bench-capture");
  app.add_option("DIR", request.folders)->check(CLI::ExistingDirectory);
  app.add_option("--list", request.list_path, "a file with one path per line")
      ->check(CLI::ExistingFile);
  app.add_option("--jobs", request.jobs, "documents at a time")->check(CLI::Range(1, 64));
  app.add_flag("--no-deadline", request.no_deadline, "for instrumented builds");
  CLI11_PARSE(app, argc, argv);
  sceau::Run(request);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sceau-bench-capture: error: %s\n", error.what());
  return 2;
}
