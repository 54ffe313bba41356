// SPDX-License-Identifier: Apache-2.0
// A thin owner of SQLite's handles, with its errors as our reasons.
#ifndef SCEAU_ISSUE_LEDGER_SQLITE_H_
#define SCEAU_ISSUE_LEDGER_SQLITE_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "base/bytes.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sceau::issue {

class Database;

// One prepared statement, reset when it goes; parameters and columns count from 0.
class Statement {
 public:
  Statement& Bind(std::int64_t value);
  Statement& Bind(std::uint64_t value) { return Bind(static_cast<std::int64_t>(value)); }
  Statement& Bind(ByteSpan value);
  Statement& BindNull();

  // True while there is a row.
  absl::StatusOr<bool> Step();
  // For a statement without rows.
  absl::Status Run();
  // The last Run() broke a UNIQUE or PRIMARY KEY constraint.
  bool broke_uniqueness() const { return broke_uniqueness_; }

  std::int64_t Integer(int column) const;
  std::uint64_t Unsigned(int column) const { return static_cast<std::uint64_t>(Integer(column)); }
  Bytes Blob(int column) const;
  bool IsNull(int column) const;
  void Reset();

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3* database, sqlite3_stmt* statement)
      : database_(database), statement_(statement) {}
  void CheckBound(int code);

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_parameter_ = 1;
  int bind_error_ = 0;
  bool broke_uniqueness_ = false;
};

class Database {
 public:
  // An existing file. Refuses ledger.unusable, ledger.locked.
  static absl::StatusOr<Database> Open(const std::string& path, std::chrono::milliseconds patience);

  absl::StatusOr<Statement> Prepare(std::string_view sql) const;
  // Statements without parameters, separated by semicolons.
  absl::Status Execute(const char* sql) const;
  // The first column of the first row, or nothing.
  absl::StatusOr<std::optional<std::int64_t>> QueryInteger(std::string_view sql) const;
  // Rows that the last statement changed.
  std::size_t changes() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}
  std::unique_ptr<sqlite3, Close> handle_;
};

// Rolls back unless committed.
class Transaction {
 public:
  // BEGIN IMMEDIATE: one writer at a time, and none is refused later on.
  static absl::StatusOr<Transaction> Begin(const Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  absl::Status Commit();

 private:
  explicit Transaction(const Database* database) : database_(database) {}
  const Database* database_;
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_SQLITE_H_
