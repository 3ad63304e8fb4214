// Which code runs: what a build makes depends on the program and on every library that it was loaded with.
#define _GNU_SOURCE
#include "CPlatform.h"

#include <string.h>

#if defined(__linux__)
#include <elf.h>
#include <link.h>

struct visit {
  void *context;
  void (*take)(void *context, const char *path, const unsigned char *id, size_t length);
};

static size_t padded(size_t length, size_t alignment) { return (length + alignment - 1) / alignment * alignment; }

// The build id among the notes of one segment (elf(5)); NULL where it is not there.
static const unsigned char *build_id(const unsigned char *notes, size_t count, size_t alignment, size_t *length) {
  while (count >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head;
    memcpy(&head, notes, sizeof head);
    size_t name = sizeof head, description = name + padded(head.n_namesz, alignment);
    size_t end = description + padded(head.n_descsz, alignment);
    if (end > count) return NULL;
    if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 && memcmp(notes + name, "GNU", 4) == 0) {
      *length = head.n_descsz;
      return notes + description;
    }
    notes += end;
    count -= end;
  }
  return NULL;
}

static int take_object(struct dl_phdr_info *object, size_t size, void *context) {
  const struct visit *visit = context;
  const char *path = object->dlpi_name;
  // The kernel's own page is no file, and makes no page of ours.
  if (path[0] != '\0' && strchr(path, '/') == NULL) return 0;
  const unsigned char *id = NULL;
  size_t length = 0;
  for (int index = 0; index < object->dlpi_phnum && id == NULL; index++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
    if (segment->p_type != PT_NOTE) continue;
    const unsigned char *notes = (const unsigned char *)(object->dlpi_addr + segment->p_vaddr);
    id = build_id(notes, segment->p_memsz, segment->p_align == 8 ? 8 : 4, &length);
  }
  visit->take(visit->context, path[0] == '\0' ? "/proc/self/exe" : path, id, id == NULL ? 0 : length);
  return 0;
}

void casebook_loaded_code(void *context, void (*take)(void *, const char *, const unsigned char *, size_t)) {
  struct visit visit = {context, take};
  dl_iterate_phdr(take_object, &visit);
}

#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#include <mach-o/loader.h>

void casebook_loaded_code(void *context, void (*take)(void *, const char *, const unsigned char *, size_t)) {
  for (uint32_t image = 0; image < _dyld_image_count(); image++) {
    const struct mach_header_64 *head = (const struct mach_header_64 *)_dyld_get_image_header(image);
    const struct load_command *command = (const struct load_command *)(head + 1);
    const unsigned char *id = NULL;
    for (uint32_t index = 0; index < head->ncmds && id == NULL; index++) {
      if (command->cmd == LC_UUID) id = ((const struct uuid_command *)command)->uuid;
      command = (const struct load_command *)((const char *)command + command->cmdsize);
    }
    take(context, _dyld_get_image_name(image), id, id == NULL ? 0 : 16);
  }
}

#else
#error "Casebook has to know which code runs"
#endif
