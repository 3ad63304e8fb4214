#ifndef CASEBOOK_CIPSECMB_SHIM_H
#define CASEBOOK_CIPSECMB_SHIM_H

#if __has_include(<intel-ipsec-mb.h>)
#include <intel-ipsec-mb.h>
#else
#error "Intel's multi-buffer library is missing. Debian, Ubuntu: apt-get install libipsec-mb-dev. Or run script/bootstrap."
#endif

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// The library is used through macros that call what a manager points to, which Swift cannot see.

/// A manager that hashes messages side by side: sixteen with AVX-512, two with the SHA extensions; NULL where this
/// processor or this version of the library cannot.
static inline IMB_MGR *_Nullable casebook_mb_manager(void) {
  // Before 1.3 it hashes one message after another, a sixth as fast as others do; and so it does with other instructions.
  if (imb_get_version() < IMB_VERSION(1, 3, 0)) return NULL;
  IMB_MGR *manager = alloc_mb_mgr(0);
  if (manager == NULL) return NULL;
  IMB_ARCH architecture = IMB_ARCH_NONE;
  init_mb_mgr_auto(manager, &architecture);
  if (imb_get_errno(manager) == 0 && architecture == IMB_ARCH_AVX512) return manager;
  // What the library takes for AVX2 does not use the SHA extensions; what it takes for SSE does, where they are.
  init_mb_mgr_sse(manager);
  if (imb_get_errno(manager) == 0 && (manager->features & IMB_FEATURE_SHANI) != 0) return manager;
  free_mb_mgr(manager);
  return NULL;
}

/// False where one of the messages that are done failed.
static inline bool casebook_mb_take(IMB_MGR *_Nonnull manager, const IMB_JOB *_Nullable job) {
  for (; job != NULL; job = IMB_GET_COMPLETED_JOB(manager)) {
    if (job->status != IMB_STATUS_COMPLETED) return false;
  }
  return true;
}

/// Adds a message, of which `digest` takes the SHA-256 (32 bytes). Both stay where they are until all is finished.
static inline bool casebook_mb_add(
    IMB_MGR *_Nonnull manager, const uint8_t *_Nonnull bytes, uint64_t count, uint8_t *_Nonnull digest) {
  IMB_JOB *job = IMB_GET_NEXT_JOB(manager);
  memset(job, 0, sizeof *job);
  job->cipher_mode = IMB_CIPHER_NULL;
  job->cipher_direction = IMB_DIR_ENCRYPT;
  job->chain_order = IMB_ORDER_HASH_CIPHER;
  job->hash_alg = IMB_AUTH_SHA_256;
  job->src = bytes;
  job->msg_len_to_hash_in_bytes = count;
  job->auth_tag_output = digest;
  job->auth_tag_output_len_in_bytes = 32;
  job = IMB_SUBMIT_JOB(manager);
  return imb_get_errno(manager) == 0 && casebook_mb_take(manager, job);
}

/// Hashes all messages that were added.
static inline bool casebook_mb_finish(IMB_MGR *_Nonnull manager) {
  for (IMB_JOB *job; (job = IMB_FLUSH_JOB(manager)) != NULL;) {
    if (!casebook_mb_take(manager, job)) return false;
  }
  return imb_get_errno(manager) == 0;
}

#endif
