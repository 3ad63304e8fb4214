#ifndef CASEBOOK_CZLIB_SHIM_H
#define CASEBOOK_CZLIB_SHIM_H

#if __has_include(<zlib.h>)
#include <zlib.h>
#else
#error "zlib is missing. Debian, Ubuntu: apt-get install zlib1g-dev. macOS: brew install zlib. Or run script/bootstrap."
#endif

#endif
