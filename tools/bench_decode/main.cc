// SPDX-License-Identifier: Apache-2.0
// sceau-bench-decode [--symbols N] [--seed N]: damages symbols of all kinds and decodes them.
// Prints how many were read and what that cost, by how much was damaged, and fails when a payload
// was given that nobody printed.
#include <time.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <random>

#include "barcode/decode/symbol_decoder.h"
#include "barcode/decode/symbol_testing.h"
#include "fmt/format.h"

namespace sceau::barcode {
namespace {

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Row {
  std::uint64_t symbols = 0;
  std::uint64_t read = 0;
  std::uint64_t unsure = 0;
  std::uint64_t wrong = 0;
};

// The share of modules that say the wrong thing, in steps of 5 %.
int WrongModules(const DrawnSymbol& printed, const DrawnSymbol& spoilt) {
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < printed.values.size(); ++i)
    wrong += (printed.values[i] > 0) != (spoilt.values[i] > 0);
  return static_cast<int>(20 * wrong / printed.values.size());
}

// Drawing a symbol takes as long as decoding it, so each is damaged several times.
constexpr std::uint64_t kDamagesEach = 8;

int Run(std::uint64_t symbols, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::map<int, Row> rows;
  double seconds = 0;
  Row all;
  PrintedSymbol printed;
  std::optional<SymbolDecoder> decoder;
  for (std::uint64_t i = 0; i < symbols; ++i) {
    if (i % kDamagesEach == 0) {
      printed = PrintAny(random);
      const DrawnSymbol& symbol = printed.symbol;
      decoder = SymbolDecoder::For(symbol.symbology, symbol.width, symbol.height);
    }
    DrawnSymbol spoilt = printed.symbol;
    Spoil(AnyDamage(random), random, spoilt);
    const double start = CpuSeconds();
    const Decoded decoded = decoder ? decoder->Decode(spoilt.values) : Decoded{};
    seconds += CpuSeconds() - start;
    const bool is_read = decoded.decoding == Decoding::kDone;
    for (Row* row : {&rows[WrongModules(printed.symbol, spoilt)], &all}) {
      ++row->symbols;
      row->read += is_read;
      row->unsure += decoded.decoding == Decoding::kUnsure;
      row->wrong += is_read && decoded.payload != printed.payload;
    }
  }
  fmt::print("wrong modules,symbols,read,unsure,wrong payloads\n");
  for (const auto& [share, row] : rows) {
    fmt::print("{}-{} %,{},{},{},{}\n", 5 * share, 5 * share + 5, row.symbols, row.read, row.unsure,
               row.wrong);
  }
  fmt::print("all,{},{},{},{}\n{:.1f} us of CPU each\n", all.symbols, all.read, all.unsure,
             all.wrong, 1e6 * seconds / static_cast<double>(all.symbols));
  return all.wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace sceau::barcode

int main(int argc, char** argv) {
  try {
    CLI::App app("Decodes damaged symbols.");
    std::uint64_t symbols = 10'000'000;
    std::uint32_t seed = 1;
    app.add_option("--symbols", symbols);
    app.add_option("--seed", seed);
    CLI11_PARSE(app, argc, argv);
    return sceau::barcode::Run(symbols, seed);
  } catch (const std::exception& error) {
    fmt::print(stderr, "sceau-bench-decode: {}\n", error.what());
    return 2;
  }
}
