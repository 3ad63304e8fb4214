// File System Events of macOS as a file descriptor: its C interface calls back, and hands over Core Foundation objects.
#if defined(__APPLE__)
#include "CPlatform.h"

#include <CoreServices/CoreServices.h>
#include <dispatch/dispatch.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct casebook_stream {
  FSEventStreamRef stream;
  dispatch_queue_t queue;
  int reading;
  int writing;
};

// In seconds, for which the system gathers events.
static const CFTimeInterval latency = 0.01;

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void take_events(ConstFSEventStreamRef stream, void *info, size_t count, void *paths,
                        const FSEventStreamEventFlags flags[], const FSEventStreamEventId ids[]) {
  const struct casebook_stream *self = info;
  char **names = paths;
  for (size_t index = 0; index < count; index++) {
    int is_lost = (flags[index] & kFSEventStreamEventFlagMustScanSubDirs) != 0;
    write_all(self->writing, is_lost ? "" : names[index], is_lost ? 1 : strlen(names[index]) + 1);
  }
}

static FSEventStreamRef create(casebook_stream *self, const char *folder) {
  CFStringRef path = CFStringCreateWithFileSystemRepresentation(NULL, folder);
  if (path == NULL) return NULL;
  CFArrayRef paths = CFArrayCreate(NULL, (const void **)&path, 1, &kCFTypeArrayCallBacks);
  FSEventStreamContext context = {0, self, NULL, NULL, NULL};
  FSEventStreamRef stream =
      FSEventStreamCreate(NULL, take_events, &context, paths, kFSEventStreamEventIdSinceNow, latency,
                          kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagNoDefer);
  CFRelease(paths);
  CFRelease(path);
  return stream;
}

casebook_stream *casebook_stream_open(const char *folder, int *reading) {
  casebook_stream *self = calloc(1, sizeof(casebook_stream));
  int ends[2];
  if (self == NULL) return NULL;
  if (pipe(ends) != 0) {
    free(self);
    return NULL;
  }
  self->reading = ends[0];
  self->writing = ends[1];
  fcntl(self->reading, F_SETFD, FD_CLOEXEC);
  fcntl(self->writing, F_SETFD, FD_CLOEXEC);
  fcntl(self->reading, F_SETFL, O_NONBLOCK);
  // A reader that went away must not end the process.
  fcntl(self->writing, F_SETNOSIGPIPE, 1);
  self->queue = dispatch_queue_create("casebook.events", DISPATCH_QUEUE_SERIAL);
  self->stream = create(self, folder);
  if (self->stream != NULL) FSEventStreamSetDispatchQueue(self->stream, self->queue);
  if (self->stream == NULL || !FSEventStreamStart(self->stream)) {
    casebook_stream_close(self);
    errno = EIO;
    return NULL;
  }
  *reading = self->reading;
  return self;
}

void casebook_stream_close(casebook_stream *self) {
  if (self == NULL) return;
  // Without a reader, a callback that waits for room in the pipe comes to its end.
  close(self->reading);
  if (self->stream != NULL) {
    FSEventStreamStop(self->stream);
    FSEventStreamInvalidate(self->stream);
    FSEventStreamRelease(self->stream);
  }
  dispatch_release(self->queue);
  close(self->writing);
  free(self);
}
#endif
