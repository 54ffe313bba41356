// SPDX-License-Identifier: Apache-2.0
// sceau-bench-functions: measures by itself what runs for each pixel, each symbol and each seal.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "barcode/read/read_symbols.h"
#include "barcode/read/resample.h"
#include "barcode/write/write_symbol.h"
#include "codec/base45.h"
#include "codec/cbor.h"
#include "crypto/private_key.h"
#include "decoys/decoy.h"
#include "document/image/pixels.h"
#include "seal/registry.h"

namespace sceau {
namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 960;

PageImage Picture(std::uint64_t kind) { return decoys::MakeDecoy(kind, kWidth, kHeight).image; }

// A seal of our own vectors.
const std::string& SealText() {
  static const std::string text = [] {
    std::ifstream file(SCEAU_SOURCE_DIR "/test-vectors/ad1/accept-ame.json");
    return nlohmann::json::parse(file).at("payload").get<std::string>();
  }();
  return text;
}

seal::ParsedSeal Parsed() {
  const ByteSpan payload = AsBytes(SealText());
  auto parsed = seal::DetectFormat(payload)->parse(payload, Limits{});
  if (!parsed.ok()) std::abort();
  return *std::move(parsed);
}

void BM_RgbToLuminance(benchmark::State& state) {
  const Bytes rgb(std::size_t{kWidth} * kHeight * 3, 100);
  Bytes luminance(std::size_t{kWidth} * kHeight);
  for (auto _ : state) {
    document::ToLuminance(document::Samples::kRgb, rgb.data(), kWidth * kHeight, luminance.data());
    benchmark::DoNotOptimize(luminance.data());
  }
  state.SetItemsProcessed(state.iterations() * kWidth * kHeight);
}
BENCHMARK(BM_RgbToLuminance);

void BM_TurnUpright(benchmark::State& state) {
  const PageImage picture = Picture(0);
  for (auto _ : state) benchmark::DoNotOptimize(document::Upright(picture, 6));
  state.SetItemsProcessed(state.iterations() * kWidth * kHeight);
}
BENCHMARK(BM_TurnUpright);

void BM_ReduceByTwo(benchmark::State& state) {
  const PageImage picture = Picture(0);
  for (auto _ : state) benchmark::DoNotOptimize(barcode::Reduce(View(picture), 2));
  state.SetItemsProcessed(state.iterations() * kWidth * kHeight);
}
BENCHMARK(BM_ReduceByTwo);

void BM_Warp(benchmark::State& state) {
  const PageImage picture = Picture(0);
  constexpr int kSide = 400;
  const auto map = barcode::Homography::FromRectangle(
      {0, 0, kSide, kSide}, {Point{300, 200}, Point{720, 240}, Point{690, 650}, Point{280, 600}});
  for (auto _ : state) benchmark::DoNotOptimize(barcode::Warp(View(picture), *map, kSide, kSide));
  state.SetItemsProcessed(state.iterations() * kSide * kSide);
}
BENCHMARK(BM_Warp);

// The kinds of decoys with a code, and some without.
void BM_ReadSymbols(benchmark::State& state) {
  const PageImage picture = Picture(static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(barcode::ReadSymbols(View(picture), {}));
}
BENCHMARK(BM_ReadSymbols)
    ->ArgName("decoy")
    ->Arg(0)
    ->Arg(2)
    ->Arg(9)
    ->Arg(10)
    ->Unit(benchmark::kMillisecond);

void BM_WriteSymbol(benchmark::State& state) {
  const auto symbology = static_cast<Symbology>(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(barcode::WriteSymbol(symbology, AsBytes(SealText())));
}
BENCHMARK(BM_WriteSymbol)
    ->ArgName("symbology")
    ->Arg(static_cast<int>(Symbology::kQrCode))
    ->Arg(static_cast<int>(Symbology::kDataMatrix));

void BM_DecodeBase45(benchmark::State& state) {
  const std::string_view text = std::string_view(SealText()).substr(4);
  for (auto _ : state) benchmark::DoNotOptimize(codec::DecodeBase45(text));
}
BENCHMARK(BM_DecodeBase45);

void BM_DecodeCbor(benchmark::State& state) {
  const seal::ParsedSeal seal = Parsed();
  for (auto _ : state) benchmark::DoNotOptimize(codec::DecodeCbor(seal.content));
}
BENCHMARK(BM_DecodeCbor);

void BM_ParseSeal(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Parsed());
}
BENCHMARK(BM_ParseSeal);

void BM_DecodeClaims(benchmark::State& state) {
  const seal::ParsedSeal seal = Parsed();
  for (auto _ : state) benchmark::DoNotOptimize(seal.format->decode_claims(seal));
}
BENCHMARK(BM_DecodeClaims);

void BM_CheckSignature(benchmark::State& state) {
  const auto key = crypto::PrivateKey::Generate(static_cast<crypto::Algorithm>(state.range(0)));
  const Bytes message = Parsed().signed_bytes;
  const auto signature = key->Sign(message);
  const crypto::PublicKey check = key->public_key();
  for (auto _ : state) benchmark::DoNotOptimize(check.Verify(message, *signature));
}
BENCHMARK(BM_CheckSignature)
    ->ArgName("algorithm")
    ->Arg(static_cast<int>(crypto::Algorithm::kEs256))
    ->Arg(static_cast<int>(crypto::Algorithm::kEs384))
    ->Arg(static_cast<int>(crypto::Algorithm::kEdDsa))
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace sceau

BENCHMARK_MAIN();
