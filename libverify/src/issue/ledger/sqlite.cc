// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/sqlite.h"

#include <sqlite3.h>

#include "base/status.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

constexpr int kPrimaryCode = 0xFF;

absl::Status ErrorOf(sqlite3* database, int code) {
  const std::string detail =
      fmt::format("sqlite: {}", sqlite3_errstr(database != nullptr && code == SQLITE_ERROR
                                                   ? sqlite3_extended_errcode(database)
                                                   : code));
  switch (code & kPrimaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Refuse(Reason::kLedgerLocked, detail);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
      return Refuse(Reason::kLedgerNotWritten, detail);
    default:
      return Refuse(Reason::kLedgerUnusable, detail);
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::CheckBound(int code) {
  if (code != SQLITE_OK) bind_error_ = code;
  ++next_parameter_;
}

Statement& Statement::Bind(std::int64_t value) {
  CheckBound(sqlite3_bind_int64(statement_.get(), next_parameter_, value));
  return *this;
}

Statement& Statement::Bind(ByteSpan value) {
  CheckBound(sqlite3_bind_blob64(statement_.get(), next_parameter_, value.data(), value.size(),
                                 SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::BindNull() {
  CheckBound(sqlite3_bind_null(statement_.get(), next_parameter_));
  return *this;
}

absl::StatusOr<bool> Statement::Step() {
  if (bind_error_ != 0) return ErrorOf(database_, bind_error_);
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const int extended = sqlite3_extended_errcode(database_);
  broke_uniqueness_ =
      extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY;
  return ErrorOf(database_, code);
}

absl::Status Statement::Run() {
  SCEAU_ASSIGN_OR_RETURN(const bool row, Step());
  return row ? Refuse(Reason::kInternal, "sqlite: a row where none should be") : absl::OkStatus();
}

std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Bytes Statement::Blob(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? Bytes() : Bytes(data, data + size);
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::Reset() {
  sqlite3_reset(statement_.get());
  next_parameter_ = 1;
  broke_uniqueness_ = false;
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

absl::StatusOr<Database> Database::Open(const std::string& path,
                                        std::chrono::milliseconds patience) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return ErrorOf(handle, code);
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  // A file from someone else must not run code of its own.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

absl::StatusOr<Statement> Database::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) return ErrorOf(handle_.get(), code);
  return Statement(handle_.get(), statement);
}

absl::Status Database::Execute(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : ErrorOf(handle_.get(), code);
}

absl::StatusOr<std::optional<std::int64_t>> Database::QueryInteger(std::string_view sql) const {
  SCEAU_ASSIGN_OR_RETURN(Statement statement, Prepare(sql));
  SCEAU_ASSIGN_OR_RETURN(const bool row, statement.Step());
  if (!row) return std::optional<std::int64_t>();
  return std::optional(statement.Integer(0));
}

std::size_t Database::changes() const {
  return static_cast<std::size_t>(sqlite3_changes64(handle_.get()));
}

absl::StatusOr<Transaction> Transaction::Begin(const Database& database) {
  SCEAU_RETURN_IF_ERROR(database.Execute("BEGIN IMMEDIATE"));
  return Transaction(&database);
}

absl::Status Transaction::Commit() {
  SCEAU_RETURN_IF_ERROR(database_->Execute("COMMIT"));
  database_ = nullptr;
  return absl::OkStatus();
}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->Execute("ROLLBACK"));
}

}  // namespace sceau::issue
