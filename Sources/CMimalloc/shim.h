#ifndef CASEBOOK_CMIMALLOC_SHIM_H
#define CASEBOOK_CMIMALLOC_SHIM_H

#if __has_include(<mimalloc.h>)
#include <mimalloc.h>
#else
#error "mimalloc is missing. Debian, Ubuntu: apt-get install libmimalloc-dev. Or run script/bootstrap."
#endif

#endif
