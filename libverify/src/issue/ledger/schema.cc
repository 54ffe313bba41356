// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/schema.h"

#include <array>

#include "base/status.h"
#include "crypto/digest.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

constexpr std::int64_t kApplicationId = 0x5343'4C47;  // "SCLG"

// Entry n brings version n to n + 1. Never changed once released: append.
constexpr std::array kMigrations = {
    R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE lists (
  key BLOB NOT NULL CHECK (length(key) = 8),
  number INTEGER NOT NULL CHECK (number > 0),
  entries INTEGER NOT NULL CHECK (entries > 0),
  used INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND entries),
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE attestations (
  document BLOB PRIMARY KEY CHECK (length(document) = 10),
  key BLOB NOT NULL,
  list INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  issued_at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  holder BLOB CHECK (length(holder) = 32),
  request BLOB UNIQUE CHECK (length(request) = 32),
  claims BLOB NOT NULL CHECK (length(claims) = 32),
  replaces BLOB REFERENCES attestations (document),
  signature BLOB NOT NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
  since INTEGER,
  reason INTEGER NOT NULL DEFAULT 0,
  UNIQUE (key, list, position),
  FOREIGN KEY (key, list) REFERENCES lists (key, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX by_holder ON attestations (holder) WHERE holder IS NOT NULL;
CREATE INDEX by_replaces ON attestations (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX by_state ON attestations (key, list, position) WHERE state <> 0;
)",
    R"(
ALTER TABLE lists ADD COLUMN block INTEGER NOT NULL DEFAULT 0 CHECK (block >= 0);
ALTER TABLE lists ADD COLUMN published INTEGER;
ALTER TABLE lists ADD COLUMN complete_until INTEGER;
)"};

absl::StatusOr<std::int64_t> Pragma(const Database& database, std::string_view name) {
  SCEAU_ASSIGN_OR_RETURN(const auto value, database.QueryInteger(fmt::format("PRAGMA {}", name)));
  return value.value_or(0);
}

// How many migrations this file has seen.
absl::StatusOr<std::size_t> ReadVersion(const Database& database) {
  SCEAU_ASSIGN_OR_RETURN(const std::int64_t application, Pragma(database, "application_id"));
  SCEAU_ASSIGN_OR_RETURN(const std::int64_t version, Pragma(database, "user_version"));
  if (application != kApplicationId || version < 1)
    return Refuse(Reason::kLedgerUnusable, "a database of something else");
  if (static_cast<std::size_t>(version) > kMigrations.size())
    return Refuse(Reason::kLedgerUnsupported, fmt::format("version {}", version));
  return static_cast<std::size_t>(version);
}

absl::Status Migrate(const Database& database, std::size_t version) {
  for (std::size_t i = version; i < kMigrations.size(); ++i)
    SCEAU_RETURN_IF_ERROR(database.Execute(kMigrations[i]));
  return database.Execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                      kApplicationId, kMigrations.size())
                              .c_str());
}

absl::Status MakeHashKey(const Database& database) {
  Bytes key(kHashKeySize);
  SCEAU_RETURN_IF_ERROR(crypto::FillRandom(key));
  SCEAU_ASSIGN_OR_RETURN(Statement insert,
                         database.Prepare("INSERT INTO meta VALUES ('hash_key', ?)"));
  insert.Bind(ByteSpan(key));
  return insert.Run();
}

}  // namespace

absl::Status MakeSchema(const Database& database) {
  SCEAU_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database));
  SCEAU_RETURN_IF_ERROR(Migrate(database, 0));
  SCEAU_RETURN_IF_ERROR(MakeHashKey(database));
  return transaction.Commit();
}

absl::Status UpdateSchema(const Database& database) {
  SCEAU_ASSIGN_OR_RETURN(std::size_t version, ReadVersion(database));
  // FULL, so that an attestation that was handed out survives a power cut.
  SCEAU_RETURN_IF_ERROR(database.Execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"));
  if (version == kMigrations.size()) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database));
  // Check again: another process may have done it in the meantime.
  SCEAU_ASSIGN_OR_RETURN(version, ReadVersion(database));
  SCEAU_RETURN_IF_ERROR(Migrate(database, version));
  return transaction.Commit();
}

}  // namespace sceau::issue
