// The system calls that Swift cannot name: the C libraries hide them behind _GNU_SOURCE, or lack them.
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

// linux/fs.h has these, but is not installed everywhere that the C library is.
enum { CASEBOOK_NOREPLACE = 1 << 0, CASEBOOK_EXCHANGE = 1 << 1 };

// The call itself, as C libraries older than glibc 2.28 and musl 1.2.6 have no function for it.
static int rename_with(int old_folder, const char *old_path, int new_folder, const char *new_path,
                       unsigned flags) {
#if defined(SYS_renameat2)
  return (int)syscall(SYS_renameat2, old_folder, old_path, new_folder, new_path, flags);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int casebook_exchange(const char *first, const char *second) {
  return rename_with(AT_FDCWD, first, AT_FDCWD, second, CASEBOOK_EXCHANGE);
}

int casebook_rename_new(int old_folder, const char *old_path, int new_folder, const char *new_path) {
  return rename_with(old_folder, old_path, new_folder, new_path, CASEBOOK_NOREPLACE);
}

int casebook_sync(int file) { return syncfs(file); }

#else

int casebook_exchange(const char *first, const char *second) {
#if defined(RENAME_SWAP)
  return renamex_np(first, second, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int casebook_rename_new(int old_folder, const char *old_path, int new_folder, const char *new_path) {
#if defined(RENAME_EXCL)
  return renameatx_np(old_folder, old_path, new_folder, new_path, RENAME_EXCL);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int casebook_sync(int file) { return fsync(file); }

#endif
