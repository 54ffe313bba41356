// SPDX-License-Identifier: Apache-2.0
// sceau-bench-trust FOLDER CLAIMS.json: makes what tools/bench/trust.py measures whole processes
// on, and measures what happens within one: lines of "name value".
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "fmt/format.h"
#include "issue/issuer_key.h"
#include "sceau/issue.h"
#include "sceau/ledger.h"
#include "sceau/trust.h"
#include "sceau/trust_publish.h"
#include "sceau/verify.h"
#include "trust/status_list/mapped_status_list.h"
#include "trust/status_list/status_list_writer.h"

namespace {

using namespace sceau;  // NOLINT(google-build-using-namespace)
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kEntries = 100'000'000;
constexpr std::uint64_t kOurs = 12'345'678;  // the entry of the attestation that is verified
constexpr unsigned kSeed = 20261123;

[[noreturn]] void Fail(const absl::Status& status) {
  std::cerr << status << '\n';
  std::exit(1);
}

template <typename T>
T Must(absl::StatusOr<T> value) {
  if (!value.ok()) Fail(value.status());
  return *std::move(value);
}

void Print(const std::string& name, double value) { fmt::print("{} {:.6g}\n", name, value); }

double Seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

void Write(const std::string& path, ByteSpan content) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(content.data()),
             static_cast<std::streamsize>(content.size()));
  if (!file.flush()) Fail(absl::InternalError("cannot write " + path));
}

struct Party {
  IssuerKey key;
  std::string pem;
};

Party MakeParty(const std::string& folder, const std::string& name, Date today) {
  const KeyPair pair = Must(GenerateKeyPair({.organisation = name,
                                             .valid_from = AddDays(today, -1),
                                             .valid_until = AddDays(today, 300)}));
  Write(folder + "/" + name + ".key", AsBytes(pair.private_key_pem));
  std::filesystem::permissions(folder + "/" + name + ".key", std::filesystem::perms::owner_read);
  Write(folder + "/" + name + ".pem", AsBytes(pair.certificate_pem));
  const auto none = [] { return absl::StatusOr<std::string>(std::string()); };
  return {Must(LoadIssuerKey(folder + "/" + name + ".key", folder + "/" + name + ".pem", none)),
          pair.certificate_pem};
}

// One in a hundred of the first `given` entries at random, never ours.
std::vector<trust::Withdrawal> Withdrawals(std::uint64_t given, Date today) {
  std::mt19937_64 random(kSeed);
  std::vector<std::uint64_t> indices;
  while (indices.size() < given / 100) indices.push_back(random() % given);
  std::ranges::sort(indices);
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  std::erase(indices, kOurs);
  std::vector<trust::Withdrawal> withdrawals;
  withdrawals.reserve(indices.size());
  for (const std::uint64_t index : indices)
    withdrawals.push_back({index, trust::StatusValue::kInvalid,
                           AddDays(today, -static_cast<int>(random() % 300)),
                           static_cast<WithdrawalReason>(random() % 6)});
  return withdrawals;
}

// Behind the first `given` entries: a block of which every second one was given at random, and the
// rest of the list.
std::vector<trust::EntryRange> NotGiven(std::uint64_t given) {
  std::vector<trust::EntryRange> ranges;
  if (given == kEntries) return ranges;
  const std::uint64_t block = LedgerOptions{}.block_entries;
  std::mt19937_64 random(kSeed);
  for (std::uint64_t i = given; i < given + block; ++i) {
    if (random() % 2 == 0) ranges.push_back({i, 1});
  }
  ranges.push_back({given + block, kEntries - given - block});
  return ranges;
}

class Bench {
 public:
  Bench(std::string folder, std::string claims)
      : folder_(std::move(folder)),
        claims_(std::move(claims)),
        now_(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())),
        root_(MakeParty(folder_, "root", ParisDay(now_))),
        fund_(MakeParty(folder_, "fund", ParisDay(now_))) {
    roots_ = Must(SignTrustFile(Must(MakeRoots({{root_.pem}, 1})), root_.key));
    Write(folder_ + "/roots", roots_);
    draft_ = Must(AddIssuer(
        "",
        {.name = "Caisse", .certificates_pem = {fund_.pem}, .formats = {"ad1"}, .funds = {"01"}}));
  }

  void MakeFiles() {
    IssueOptions options = Options();
    options.status = StatusReference{1, kOurs};
    seal_ = Must(IssueAttestation(claims_, options)).seal_text;
    Write(folder_ + "/with-status.txt", AsBytes(seal_));
    for (const int percent : {50, 65, 100}) MakeLists(percent);
    MakeBundle("plain", {});
  }

  // Warm: verdicts with the list mapped, and look-ups by themselves.
  void JudgeSeals() const {
    Print("verdicts_a_second", 1 / SecondsAVerdict("details65"));
    Print("look_up_nanoseconds", SecondsALookUp("details65") * 1e9);
  }

  void Issue() const {
    if (const absl::Status made = CreateLedger(folder_ + "/ledger"); !made.ok()) Fail(made);
    IssueMany("issued_a_second_without_page", Drawing::kNone, 10'000);
    IssueMany("issued_a_second_with_code", Drawing::kCode, 500);
    IssueMany("issued_a_second_with_page", Drawing::kPage, 100);
  }

 private:
  // With that share of the entries given, without and with details.
  void MakeLists(int percent) {
    const std::uint64_t given = kEntries / 100 * static_cast<std::uint64_t>(percent);
    const std::vector<trust::Withdrawal> withdrawals = Withdrawals(given, ParisDay(now_));
    const std::vector<trust::EntryRange> not_given = NotGiven(given);
    for (const bool details : {false, true}) {
      const trust::StatusListContent content{.number = 1,
                                             .issued = now_,
                                             .expires = now_ + std::chrono::days{35},
                                             .size = kEntries,
                                             .withdrawals = withdrawals,
                                             .with_details = details,
                                             .given_until = now_,
                                             .not_given = not_given};
      Bytes list = Must(trust::SignStatusList(content, fund_.key->key, fund_.key->certificate, {}));
      const std::string name = fmt::format("{}{}", details ? "details" : "list", percent);
      Print(name + "_bytes", static_cast<double>(list.size()));
      MakeBundle(name, {std::move(list)});
    }
  }

  IssueOptions Options() const {
    IssueOptions options;
    options.issuer = fund_.key;
    options.drawing = Drawing::kNone;
    return options;
  }

  void MakeBundle(const std::string& name, std::vector<Bytes> lists) {
    const BuiltBundle built = Must(BuildBundle({.draft = draft_,
                                                .roots = {roots_},
                                                .status_lists = std::move(lists),
                                                .issued = now_,
                                                .next_update = now_ + std::chrono::days{35}}));
    const Bytes file = Must(SignTrustFile(built.file, root_.key));
    Write(folder_ + "/" + name + ".trust", file);
    const std::string state = folder_ + "/state-" + name;
    absl::Status installed = PinRoots(state, roots_);
    if (installed.ok()) installed = InstallBundle(state, file, now_);
    if (!installed.ok()) Fail(installed);
  }

  // The best of some rounds: what else the machine does only adds.
  double SecondsAVerdict(const std::string& name) const {
    VerifyOptions options;
    options.trust = Must(LoadInstalledTrust(folder_ + "/state-" + name));
    const Verifier verifier = Must(Verifier::Create(std::move(options)));
    constexpr int kRounds = 10;
    constexpr int kVerdicts = 2'000;
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
      const auto started = Clock::now();
      for (int i = 0; i < kVerdicts; ++i) {
        const Report report = verifier.VerifyBytes(AsBytes(seal_), "seal");
        if (report.seals.size() != 1 || report.seals[0].axes.seal != SealAxis::kGenuine)
          Fail(absl::InternalError("not verified"));
      }
      best = std::min(best, Seconds(Clock::now() - started) / kVerdicts);
    }
    return best;
  }

  // Of random entries, each on a page of the file of its own; the best of some rounds.
  double SecondsALookUp(const std::string& name) const {
    std::optional<trust::MappedStatusList> list;
    for (const auto& file : std::filesystem::directory_iterator(folder_ + "/state-" + name)) {
      if (file.path().extension() == ".status")
        list = Must(trust::MappedStatusList::Open(file.path().string()));
    }
    if (!list) Fail(absl::InternalError("no installed list"));
    std::mt19937_64 random(kSeed);
    constexpr int kRounds = 10;
    constexpr int kLookUps = 200'000;
    double best = 1e9;
    std::uint64_t withdrawn = 0;
    for (int round = 0; round < kRounds; ++round) {
      const auto started = Clock::now();
      for (int i = 0; i < kLookUps; ++i)
        withdrawn += list->Lookup(random() % kEntries).withdrawal ? 1U : 0U;
      best = std::min(best, Seconds(Clock::now() - started) / kLookUps);
    }
    if (withdrawn == 0) Fail(absl::InternalError("nothing was looked up"));
    return best;
  }

  void IssueMany(const std::string& name, Drawing drawing, int count) const {
    IssueOptions options = Options();
    options.ledger = Must(OpenLedger(folder_ + "/ledger"));
    options.drawing = drawing;
    options.code_beside_page = false;  // as `sceau issue` without --png and --svg
    std::vector<IssueRequest> requests;
    requests.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) requests.push_back({claims_, fmt::format("{} {}", name, i)});
    const auto started = Clock::now();
    const absl::Status done = IssueBatch(requests, options, [](auto, const auto& issued) {
      if (!issued.ok()) Fail(issued.status());
      return true;
    });
    if (!done.ok()) Fail(done);
    Print(name, count / Seconds(Clock::now() - started));
  }

  std::string folder_;
  std::string claims_;
  Instant now_;
  Party root_;
  Party fund_;
  Bytes roots_;
  std::string draft_;
  std::string seal_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream claims(argv[2]);
  Bench bench(argv[1], {std::istreambuf_iterator<char>(claims), {}});
  bench.MakeFiles();
  bench.JudgeSeals();
  bench.Issue();
  return 0;
}
