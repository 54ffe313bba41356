// SPDX-License-Identifier: Apache-2.0
// A helper as a hijacked one could be: the name of its folder says what it does to the host.
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/status.h"
#include "isolation/helper_exit.h"
#include "isolation/pass_descriptors.h"
#include "isolation/request.h"
#include "isolation/trusted_list.h"
#include "isolation/wire.h"

namespace {

using namespace sceau;
using namespace sceau::isolation;

constexpr int kSocket = 3;

// AddressSanitizer would make an exit of it.
void Crash() {
  ::signal(SIGSEGV, SIG_DFL);
  ::raise(SIGSEGV);
}

Bytes Honest() {
  Answer answer;
  answer.outcome.content.pages.resize(1);
  return WriteAnswer(answer, Limits{});
}

// Whole in form, with something in it that no limit allows.
Bytes Lie(std::string_view kind) {
  Answer answer;
  answer.outcome.content.pages.resize(1);
  Page& page = answer.outcome.content.pages[0];
  if (kind == "lie-count") page.symbols.resize(10'000);
  if (kind == "lie-size") page.width = page.height = 1 << 20;
  if (kind == "lie-reason") answer.refusal = Finding{Reason::kDocumentNoCode, ""};
  if (kind == "lie-seal") answer.refusal = Finding{Reason::kSealSignatureMismatch, ""};
  if (kind == "asks") answer.needs_drawing = true;
  return WriteAnswer(answer, Limits{});
}

Bytes OfAList(std::string_view kind) {
  if (kind == "list-verdict") return WriteListAnswer(Refuse(Reason::kSealSignatureMismatch));
  TrustedList list;
  list.scheme_operator = "Agence de Fiction";
  list.territory = "FR";
  const TrustService service{.provider = "Prestataire",
                             .name = "FR99",
                             .type = "CA",
                             .periods = {{"granted", list.issued}},
                             .certificates = {}};
  list.services.resize(kind == "list-many" ? 10'001 : 1, service);
  Bytes bytes = WriteListAnswer(list);
  if (kind == "list-half") bytes.resize(bytes.size() / 2);
  return bytes;
}

void Write(int pipe, ByteSpan bytes) {
  if (::write(pipe, bytes.data(), bytes.size()) != std::ssize(bytes)) ::_exit(1);
}

void Flood(int pipe) {
  const Bytes much(std::size_t{1} << 20, 7);
  while (::write(pipe, much.data(), much.size()) > 0) {
  }
  ::_exit(1);
}

[[noreturn]] void Hang() {
  while (true) ::pause();
}

void Report(std::string_view kind) {
  const int status = 0;
  Bytes bytes(sizeof(status));
  std::memcpy(bytes.data(), &status, sizeof(status));
  const int descriptors[] = {0, 1};
  const bool more = kind == "descriptors";
  SendMessage(kSocket, bytes, std::span<const int>(descriptors, more ? 2 : 0));
}

// Whole or not, with an end that takes it back.
void ReplyOfAList(std::string_view kind, int pipe) {
  Write(pipe, OfAList(kind));
  if (kind == "list-then-crash") Crash();
  if (kind == "list-then-code") ::_exit(3);
  ::close(pipe);
  if (kind == "list-then-stay") Hang();
}

void Reply(std::string_view kind, Descriptor pipe) {
  if (kind.starts_with("list")) return ReplyOfAList(kind, pipe.get());
  const Bytes honest = Honest();
  if (kind == "flood") Flood(pipe.get());
  if (kind == "hang") Hang();
  if (kind == "crash") Crash();
  if (kind == "half-hang") {
    Write(pipe.get(), ByteSpan(honest).first(honest.size() / 2));
    Hang();
  }
  if (kind == "half")
    Write(pipe.get(), ByteSpan(honest).first(honest.size() / 2));
  else if (kind.starts_with("lie") || kind == "asks")
    Write(pipe.get(), Lie(kind));
  else if (kind != "silent")
    Write(pipe.get(), honest);
}

int Run(std::string_view kind, bool serves) {
  if (kind == "exit") return 0;
  if (kind == "no-sandbox") return static_cast<int>(HelperExit::kNoSandbox);
  if (kind == "misused") return static_cast<int>(HelperExit::kMisused);
  if (kind == "out-of-memory") return static_cast<int>(HelperExit::kOutOfMemory);
  while (auto message = ReceiveMessage(kSocket, kRequestBytes)) {
    Reply(kind, std::move(message->descriptors.at(1)));
    message.reset();
    if (kind == "stay") Hang();
    if (!serves) return 0;
    if (kind == "leave") ::shutdown(kSocket, SHUT_RD);  // before the host can ask again
    Report(kind);
    if (kind == "leave") return 0;
  }
  return 0;
}

}  // namespace

int main(int, char** arguments) {
  std::string_view folder = arguments[0];
  folder = folder.substr(0, folder.rfind('/'));
  return Run(folder.substr(folder.rfind('/') + 1), std::string_view(arguments[1]) != "--once");
}
