#ifndef CASEBOOK_CXXHASH_SHIM_H
#define CASEBOOK_CXXHASH_SHIM_H

#if __has_include(<xxhash.h>)
#include <xxhash.h>
#else
#error "xxHash is missing. Debian, Ubuntu: apt-get install libxxhash-dev. macOS: brew install xxhash. Or run script/bootstrap."
#endif

#endif
