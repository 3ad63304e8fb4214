// The system calls that Swift cannot name: the C libraries hide them behind _GNU_SOURCE, or lack them.
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

// linux/fs.h has it, but is not installed everywhere that the C library is.
enum { CASEBOOK_EXCHANGE = 1 << 1 };

// The call itself, as C libraries older than glibc 2.28 have no function for it.
int casebook_exchange(const char *first, const char *second) {
#if defined(SYS_renameat2)
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, CASEBOOK_EXCHANGE);
#else
  errno = ENOSYS;
  return -1;
#endif
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

int casebook_sync(int file) { return fsync(file); }

#endif
