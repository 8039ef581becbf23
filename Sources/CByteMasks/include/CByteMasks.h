// Sixty-four bytes looked at together: what vectors of Swift cannot be asked yet. Each answer is a bit for each byte, the
// lowest for the first.
#ifndef C_BYTE_MASKS_H
#define C_BYTE_MASKS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "CMembers.h"
#include "CShortCells.h"
#include "CTranspose.h"

typedef signed char c_sixty_four __attribute__((ext_vector_type(64)));
typedef bool c_bits __attribute__((ext_vector_type(64)));

/// Which bytes from `bytes` are `byte`.
static inline uint64_t c_mask_of(const void *bytes, uint8_t byte) {
  c_sixty_four all;
  memcpy(&all, bytes, sizeof all);
  c_bits bits = __builtin_convertvector(all == (signed char)byte, c_bits);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

/// Which bytes from `bytes` are not those from `others`.
static inline uint64_t c_mask_of_unlike(const void *bytes, const void *others) {
  c_sixty_four all, other;
  memcpy(&all, bytes, sizeof all);
  memcpy(&other, others, sizeof other);
  c_bits bits = __builtin_convertvector(all != other, c_bits);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

/// Which bytes from `bytes` are below `limit`, of 127 at most, or above 127, or are `byte`.
static inline uint64_t c_mask_of_odd(const void *bytes, uint8_t limit, uint8_t byte) {
  c_sixty_four all;
  memcpy(&all, bytes, sizeof all);
  // As signed numbers, those above 127 are below all others.
  c_bits bits = __builtin_convertvector((all < (signed char)limit) | (all == (signed char)byte), c_bits);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

#endif
