// The codes of bytes, written one by one, or together where the machine can.
#ifndef PUT_CODES_H
#define PUT_CODES_H

#include "CByteMasks.h"

/// Writes the codes of those of sixty-four bytes that a mask has a bit for, `count` of them; whether each has one.
typedef bool put_codes(const uint8_t *bytes, uint64_t mask, size_t count, const uint8_t *table, uint8_t *codes);

static inline bool put_each(const uint8_t *bytes, uint64_t mask, size_t count, const uint8_t *table, uint8_t *codes) {
  bool known = true;
  for (size_t i = 0; i < count; i++, mask &= mask - 1) {
    codes[i] = table[bytes[__builtin_ctzll(mask)]];
    known &= codes[i] != c_no_code;
  }
  return known;
}

#ifdef __x86_64__
#include <immintrin.h>

#define TOGETHER __attribute__((target("avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt")))

static bool can_together(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

TOGETHER static inline bool put_together(
  const uint8_t *bytes, uint64_t mask, size_t count, const uint8_t *table, uint8_t *codes) {
  __mmask64 some = _bzhi_u64(~0ull, (unsigned)count);
  __m512i marked = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(bytes));
  // By seven bits of each byte.
  __m512i found = _mm512_permutex2var_epi8(_mm512_loadu_si512(table), marked, _mm512_loadu_si512(table + 64));
  _mm512_mask_storeu_epi8(codes, some, found);
  __mmask64 unknown = _mm512_movepi8_mask(marked) | _mm512_cmpeq_epi8_mask(found, _mm512_set1_epi8((char)c_no_code));
  return !(unknown & some);
}
#endif

#endif
