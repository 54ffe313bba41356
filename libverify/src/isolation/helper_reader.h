// SPDX-License-Identifier: Apache-2.0
// The reader that everything above uses: documents are decoded in processes that have no files, no
// network, no keys and no time but their own.
#ifndef SCEAU_ISOLATION_HELPER_READER_H_
#define SCEAU_ISOLATION_HELPER_READER_H_

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "isolation/ask.h"
#include "isolation/helper_process.h"
#include "isolation/reader.h"
#include "sceau/programs.h"

namespace sceau::isolation {

// The first program that can read it, unless a page turns out to need another one.
HelperProgram FirstProgramFor(ByteSpan document, const ReadSettings& settings);

// Thread-safe. The first document gets a helper of its own, which starts fastest; from the second
// on, servers are kept, as many as there are threads that read at once. After fork() each process
// has its own.
class HelperReader : public Reader {
 public:
  explicit HelperReader(ReadSettings settings = {}, std::string programs = ProgramFolder());

  absl::StatusOr<ReadOutcome> Read(ByteSpan document, const Limits& limits) override;
  // By a server that waits, or by a helper of its own.
  std::optional<Page> ReadPixels(ByteSpan document, int page, const Limits& limits) override;
  // By a helper of its own.
  std::vector<RecognisedWord> Recognise(const PageImage& image, const Limits& limits) override;

 private:
  struct Server {
    explicit Server(HelperProcess started) : process(std::move(started)) {}
    HelperProcess process;
    int documents = 0;
  };

  absl::StatusOr<HelperProcess> Start(HelperProgram program, HelperMode mode) const;
  absl::StatusOr<Answer> ReadOnce(ByteSpan document, const Request& request) const;
  absl::StatusOr<Answer> ReadByServer(ByteSpan document, const Request& request);
  bool AnyServerWaits();
  // One that waits for work, or a new one.
  absl::StatusOr<std::unique_ptr<Server>> TakeServer();
  void GiveBack(std::unique_ptr<Server> server);

  ReadSettings settings_;
  std::string programs_;  // their folder
  std::atomic<bool> used_ = false;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Server>> idle_;
};

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_HELPER_READER_H_
