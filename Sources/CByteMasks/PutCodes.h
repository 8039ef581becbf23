// The codes of bytes, written one by one, or together where the machine can.
#ifndef PUT_CODES_H
#define PUT_CODES_H

#include "CByteMasks.h"

/// Writes the codes of those of sixty-four bytes that a mask has a bit for. How many there are; `not_all` where one has none,
/// and what is written then means nothing.
typedef size_t put_codes(const uint8_t *bytes, uint64_t mask, const uint8_t *table, uint8_t *codes);

static const size_t not_all = SIZE_MAX;

static inline size_t put_each(const uint8_t *bytes, uint64_t mask, const uint8_t *table, uint8_t *codes) {
  size_t count = 0;
  uint8_t highest = 0;
  for (; mask; mask &= mask - 1) {
    uint8_t code = table[bytes[__builtin_ctzll(mask)]];
    if (code > highest) highest = code;
    codes[count++] = code;
  }
  return highest == c_no_code ? not_all : count;
}

#ifdef __x86_64__
#include <immintrin.h>

#define TOGETHER __attribute__((target("avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt")))

static bool can_together(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

TOGETHER static inline size_t put_together(
  const uint8_t *bytes, uint64_t mask, const uint8_t *table, uint8_t *codes) {
  size_t count = (size_t)_mm_popcnt_u64(mask);
  __mmask64 some = _bzhi_u64(~0ull, (unsigned)count);
  __m512i marked = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(bytes));
  // By seven bits of each byte.
  __m512i found = _mm512_permutex2var_epi8(_mm512_loadu_si512(table), marked, _mm512_loadu_si512(table + 64));
  _mm512_mask_storeu_epi8(codes, some, found);
  __mmask64 unknown = _mm512_movepi8_mask(marked) | _mm512_cmpeq_epi8_mask(found, _mm512_set1_epi8((char)c_no_code));
  return unknown & some ? not_all : count;
}
#endif

#endif
