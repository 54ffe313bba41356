// SPDX-License-Identifier: Apache-2.0
// Runs a fuzzer's body over every file of the folders given, and over the empty input, without
// libFuzzer. A finding is a crash or a sanitizer's report; a corpus without files is a failure,
// since it would test nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> FilesUnder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());  // the same order on every machine
  return files;
}

std::optional<std::vector<std::uint8_t>> ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::uint8_t> bytes;
  std::transform(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(),
                 std::back_inserter(bytes), [](char c) { return static_cast<std::uint8_t>(c); });
  if (in.bad() || !in.is_open()) return std::nullopt;
  bytes.shrink_to_fit();  // so that AddressSanitizer sees the first byte read past the end
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s CORPUS_FOLDER…\n", argv[0]);
    return 2;
  }
  LLVMFuzzerTestOneInput(nullptr, 0);
  for (int i = 1; i < argc; ++i) {
    const std::vector<std::filesystem::path> files = FilesUnder(argv[i]);
    if (files.empty()) {
      std::fprintf(stderr, "%s: no inputs to replay\n", argv[i]);
      return 1;
    }
    for (const std::filesystem::path& file : files) {
      const std::optional<std::vector<std::uint8_t>> bytes = ReadAll(file);
      if (!bytes) {
        std::fprintf(stderr, "%s: cannot be read\n", file.c_str());
        return 1;
      }
      std::fprintf(stderr, "%s\n",
                   file.filename().c_str());  // the last name printed is the culprit
      LLVMFuzzerTestOneInput(bytes->data(), bytes->size());
    }
    std::printf("%zu inputs replayed from %s\n", files.size(), argv[i]);
  }
  return 0;
}
