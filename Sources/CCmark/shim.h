#ifndef CASEBOOK_CCMARK_SHIM_H
#define CASEBOOK_CCMARK_SHIM_H

#if __has_include(<cmark.h>)
#include <cmark.h>
#else
#error "libcmark is missing. Debian, Ubuntu: apt-get install libcmark-dev pkg-config. macOS: brew install cmark pkg-config. Or run script/bootstrap."
#endif

#endif
