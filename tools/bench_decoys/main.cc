// SPDX-License-Identifier: Apache-2.0
// sceau-bench-decoys --count N [--seed S]: verifies pictures on which there is no seal, and fails
// when one is called a seal or when a code is read that is not there. Prints a line for each kind:
//   kind,pictures,codes,codes_read,invented,called_seal,median_ms,p95_ms
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/status.h"
#include "decode/in_process_reader.h"
#include "decoys/decoy.h"
#include "fmt/format.h"
#include "trust/trust_store.h"
#include "verify/pipeline.h"
#include "verify/testing/test_issuer.h"

namespace sceau {
namespace {

// Keeps what was read, since a report says of other codes what they are and not what they hold.
class KeepingReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan document, const Limits& limits) override {
    auto outcome = decode::MakeInProcessReader()->Read(document, limits);
    payloads_.clear();
    if (outcome.ok()) {
      for (const Page& page : outcome->content.pages) {
        for (const Symbol& symbol : page.symbols) payloads_.push_back(symbol.payload);
      }
    }
    return outcome;
  }
  const std::vector<Bytes>& payloads() const { return payloads_; }

 private:
  std::vector<Bytes> payloads_;
};

struct Tally {
  int pictures = 0;
  std::size_t codes = 0;
  std::size_t codes_read = 0;
  std::size_t invented = 0;
  int called_seal = 0;
  std::vector<double> milliseconds;
};

double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Bytes ToPgm(const PageImage& image) {
  Bytes file = ToBytes(AsBytes(fmt::format("P5\n{} {}\n255\n", image.width, image.height)));
  file.insert(file.end(), image.pixels.begin(), image.pixels.end());
  return file;
}

void CountCodes(const std::vector<Bytes>& read, std::vector<Bytes> drawn, Tally& tally) {
  for (const Bytes& payload : read) {
    const auto place = std::ranges::find(drawn, payload);
    if (place == drawn.end()) {
      ++tally.invented;
      continue;
    }
    ++tally.codes_read;
    drawn.erase(place);  // each drawn code may be read once
  }
}

// A code that begins like a seal may be called a damaged or unknown seal, but never a good one.
bool IsCalledSeal(const Report& report, bool may_look_sealed) {
  if (report.verdict == Verdict::kValid) return true;
  if (!may_look_sealed) return !report.seals.empty();
  return std::ranges::any_of(report.seals, [](const SealReport& seal) {
    return seal.verdict == Verdict::kValid || seal.axes.seal == SealAxis::kGenuine;
  });
}

class Bench {
 public:
  Bench(trust::TrustStore trust, Policy policy, std::string keep_folder)
      : trust_(std::move(trust)),
        policy_(std::move(policy)),
        keep_folder_(std::move(keep_folder)) {}

  void Judge(std::uint64_t seed, int width, int height) {
    const decoys::Decoy decoy = decoys::MakeDecoy(seed, width, height);
    const Bytes file = ToPgm(decoy.image);
    Tally& tally = tallies_[decoy.kind];
    const std::size_t mistakes = tally.invented + static_cast<std::size_t>(tally.called_seal);
    const double started = CpuMilliseconds();
    const Report report = verify::VerifyDocument(file, "decoy", Context());
    tally.milliseconds.push_back(CpuMilliseconds() - started);
    ++tally.pictures;
    tally.codes += decoy.codes.size();
    CountCodes(reader_.payloads(), decoy.codes, tally);
    if (IsCalledSeal(report, decoy.may_look_sealed)) ++tally.called_seal;
    if (tally.invented + static_cast<std::size_t>(tally.called_seal) > mistakes)
      Keep(seed, decoy.kind, file);
  }

  // False when there was a mistake.
  bool PrintTallies() {
    bool good = true;
    for (auto& [kind, tally] : tallies_) {
      std::ranges::sort(tally.milliseconds);
      const std::size_t last = tally.milliseconds.size() - 1;
      fmt::print("{},{},{},{},{},{},{:.1f},{:.1f}\n", kind, tally.pictures, tally.codes,
                 tally.codes_read, tally.invented, tally.called_seal, tally.milliseconds[last / 2],
                 tally.milliseconds[last * 95 / 100]);
      good = good && tally.invented == 0 && tally.called_seal == 0;
    }
    return good;
  }

 private:
  verify::Context Context() {
    const Instant now{};
    return {.reader = &reader_,
            .trust = &trust_,
            .policy = policy_.get(),
            .holder = &holder_,
            .limits = {},
            .date_of_care = ParisDay(now),
            .now = now};
  }

  void Keep(std::uint64_t seed, std::string_view kind, const Bytes& file) const {
    std::string payloads;
    for (const Bytes& payload : reader_.payloads()) payloads += ' ' + ToHex(payload);
    fmt::print(stderr, "seed {}, {}: read{}\n", seed, kind, payloads);
    if (keep_folder_.empty()) return;
    std::ofstream out(fmt::format("{}/{}-{}.pgm", keep_folder_, kind, seed), std::ios::binary);
    out << AsText(file);
  }

  KeepingReader reader_;
  trust::TrustStore trust_;
  Policy policy_;
  ExpectedHolder holder_;
  std::string keep_folder_;
  std::map<std::string_view, Tally> tallies_;
};

}  // namespace
}  // namespace sceau

int main(int argc, char** argv) try {
  std::uint64_t count = 60;
  std::uint64_t seed = 1;
  int width = 1280;
  int height = 960;
  std::string keep_folder;
  CLI::App app("Pictures without a seal must stay without one.", "sceau-bench-decoys");
  app.add_option("--count", count, "pictures");
  app.add_option("--seed", seed, "of the first; the next have the next");
  app.add_option("--width", width)->check(CLI::Range(64, 8000));
  app.add_option("--height", height)->check(CLI::Range(64, 8000));
  app.add_option("--keep", keep_folder, "where mistakes go")->check(CLI::ExistingDirectory);
  CLI11_PARSE(app, argc, argv);
  using sceau::testing_support::TestIssuer;
  const TestIssuer issuer(sceau::crypto::Algorithm::kEs256, "Caisse d'essai");
  auto trust = sceau::trust::TrustStore::Create({issuer.certificate}, {"test"});
  auto policy = sceau::NamedPolicy("counter");
  if (!trust.ok() || !policy.ok()) return 2;
  sceau::Bench bench(*std::move(trust), *std::move(policy), keep_folder);
  for (std::uint64_t i = 0; i < count; ++i) bench.Judge(seed + i, width, height);
  return bench.PrintTallies() ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sceau-bench-decoys: error: %s\n", error.what());
  return 2;
}
