#ifndef CASEBOOK_CMIMALLOC_SHIM_H
#define CASEBOOK_CMIMALLOC_SHIM_H

#if __has_include(<mimalloc.h>)
#include <mimalloc.h>
#else
#error "mimalloc is missing. Debian, Ubuntu: apt-get install libmimalloc-dev. Or run script/bootstrap."
#endif

// In milliseconds: how long memory that was freed within a segment in use is kept before it goes back to the kernel. The
// option has two names; the first versions have none, and give it back at once.
static inline void casebook_keep_freed_memory(long delay) {
#if MI_MALLOC_VERSION >= 210
  mi_option_set(mi_option_purge_delay, delay);
#elif MI_MALLOC_VERSION >= 206
  mi_option_set(mi_option_decommit_delay, delay);
#endif
}

#endif
