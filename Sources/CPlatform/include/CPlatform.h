#ifndef CASEBOOK_CPLATFORM_H
#define CASEBOOK_CPLATFORM_H

#include <stddef.h>

/// Exchanges two paths of one file system in a single step: renameat2(2) with RENAME_EXCHANGE on Linux,
/// renamex_np(2) with RENAME_SWAP on macOS. Returns 0, or -1 with errno; ENOSYS where neither exists.
int casebook_exchange(const char *first, const char *second);

/// Writes what the file system of an open file still holds in memory to the disk: syncfs(2) on Linux;
/// fsync(2) of that one file elsewhere. Returns 0, or -1 with errno.
int casebook_sync(int file);

/// Calls `take` for each file of code that the process has loaded, the program itself first on Linux: with its path, and
/// with the id that the linker made from what is in it (GNU build id, LC_UUID); the length is 0 where it has none.
void casebook_loaded_code(void *context, void (*take)(void *context, const char *path, const unsigned char *id,
                                                      size_t length));

#if defined(__APPLE__)
/// A running stream of File System Events.
typedef struct casebook_stream casebook_stream;

/// Listens to everything below a folder. The paths of what changes can be read from *reading, each with a NUL at its
/// end; an empty one says that events were lost. Returns NULL with errno when that is not possible.
casebook_stream *casebook_stream_open(const char *folder, int *reading);

/// Ends a stream and closes its reading end.
void casebook_stream_close(casebook_stream *stream);
#endif

#endif
