#ifndef CASEBOOK_CDEFLATE_SHIM_H
#define CASEBOOK_CDEFLATE_SHIM_H

#if __has_include(<libdeflate.h>)
#include <libdeflate.h>
#else
#error "libdeflate is missing. Debian, Ubuntu: apt-get install libdeflate-dev. macOS: brew install libdeflate. Or run script/bootstrap."
#endif

#endif
