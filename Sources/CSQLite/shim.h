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

// FTS5's terms, each followed by a space: they are handed on as they stand, since whoever made them folded them already.
// Nearly all are two characters of three bytes.
static inline int casebook_hand_on_terms(
    Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
    int (*take)(void *, int, const char *, int, int, int)) {
  const char *end = text + length;
  while (text < end) {
    const char *space = text + 6;
    if (end - text < 7 || *space != ' ' || (text[0] & 0xF0) != 0xE0 || (text[3] & 0xF0) != 0xE0) {
      space = text;
      while (space < end && *space != ' ') space++;
    }
    int status = take(context, 0, text, (int)(space - text), 0, 0);
    if (status != SQLITE_OK) return status;
    text = space + 1;
  }
  return SQLITE_OK;
}

static inline int casebook_make_tokenizer(
    void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer) {
  // It has no state, and SQLite wants an address.
  *tokenizer = (Fts5Tokenizer *)casebook_hand_on_terms;
  return SQLITE_OK;
}

static inline void casebook_remove_tokenizer(Fts5Tokenizer *tokenizer) {}

// Takes the place of FTS5's tokenizer "ascii" for one connection. It finds the same terms in less time; who opens the file
// later has SQLite's own.
static inline int casebook_take_terms(sqlite3 *database) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  int status = sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, 0);
  if (status != SQLITE_OK) return status;
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", 0);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  if (!api) return SQLITE_ERROR;
  fts5_tokenizer tokenizer = {casebook_make_tokenizer, casebook_remove_tokenizer, casebook_hand_on_terms};
  return api->xCreateTokenizer(api, "ascii", 0, &tokenizer, 0);
}

#endif
