// SPDX-License-Identifier: Apache-2.0
// sceau-bench-isolation --list FILE --trust FOLDER --helper PROGRAM: what verifying the documents
// of a list costs when each is decoded in a process of its own, beside the same reader in this
// process, in turns. Prints the medians of whole lists: here CPU, helper CPU, here wall, helper
// wall, in milliseconds.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "decode/in_process_reader.h"
#include "fmt/format.h"
#include "isolation/reader.h"
#include "sceau/limits.h"
#include "sceau/trust.h"
#include "verify/pipeline.h"

namespace sceau {
namespace {

struct Cost {
  double cpu = 0;
  double wall = 0;
};

double MillisecondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// The CPU time of this process and of all processes for which it waited.
double CpuMilliseconds() {
  double sum = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    sum += MillisecondsOf(usage.ru_utime) + MillisecondsOf(usage.ru_stime);
  }
  return sum;
}

Cost CostOf(std::unique_ptr<isolation::Reader> reader, const std::vector<Bytes>& documents,
            const VerifyOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const double cpu = CpuMilliseconds();
  for (const Bytes& document : documents)
    verify::VerifyDocument(document, "", verify::ContextOf(options, reader.get()));
  reader.reset();  // it waits for its helpers: their time is known then
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - started;
  return {CpuMilliseconds() - cpu, wall.count()};
}

double Median(const std::vector<Cost>& costs, double Cost::*of) {
  std::vector<double> values;
  for (const Cost& cost : costs) values.push_back(cost.*of);
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void Compare(const std::vector<Bytes>& documents, const VerifyOptions& options, int turns) {
  std::array<std::vector<Cost>, 2> costs;
  for (int turn = 0; turn <= turns; ++turn) {
    const Cost here = CostOf(decode::MakeInProcessReader(), documents, options);
    const Cost there = CostOf(isolation::MakeReader(), documents, options);
    if (turn == 0) continue;  // it warms
    costs[0].push_back(here);
    costs[1].push_back(there);
  }
  fmt::print("{:.3f},{:.3f},{:.3f},{:.3f}\n", Median(costs[0], &Cost::cpu),
             Median(costs[1], &Cost::cpu), Median(costs[0], &Cost::wall),
             Median(costs[1], &Cost::wall));
}

template <typename T>
T Must(absl::StatusOr<T> value) {
  if (!value.ok()) throw CLI::RuntimeError(std::string(value.status().message()), 2);
  return *std::move(value);
}

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) try {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  std::string list_path;
  std::string trust;
  int turns = 5;
  CLI::App app("What a process for each document costs.", "sceau-bench-isolation");
  app.add_option("--list", list_path, "a file with one path per line")->required();
  app.add_option("--trust", trust, "a folder of certificates")->required();
  app.add_option("--turns", turns, "besides one that warms")->check(CLI::Range(1, 1000));
  CLI11_PARSE(app, argc, argv);
  std::vector<Bytes> documents;
  std::ifstream list(list_path);
  for (std::string line; std::getline(list, line);)
    documents.push_back(Must(ReadFile(line, Limits{}.document_bytes)));
  VerifyOptions options;
  options.trust = Must(LoadTrustDirectory(trust));
  if (!verify::Complete(options).ok() || documents.empty()) return 2;
  Compare(documents, options, turns);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sceau-bench-isolation: error: %s\n", error.what());
  return 2;
}
