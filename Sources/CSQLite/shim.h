#ifndef CASEBOOK_CSQLITE_SHIM_H
#define CASEBOOK_CSQLITE_SHIM_H

#if __has_include(<sqlite3.h>)
#include <sqlite3.h>
#else
#error "SQLite is missing. Debian, Ubuntu: apt-get install libsqlite3-dev pkg-config. macOS: brew install sqlite pkg-config. Or run script/bootstrap."
#endif

// Swift does not import functions with a variable number of arguments. Without the count of what is allocated, which nobody
// asks for, no allocation takes a lock.
static inline int casebook_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// SQLITE_TRANSIENT is a cast that Swift does not import: SQLite copies the text before the call returns.
static inline int casebook_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

#endif
