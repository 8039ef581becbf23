#include "CByteMasks.h"

/// Writes the codes of those of sixty-four bytes that a mask has a bit for, `count` of them; whether each has one.
typedef bool put_codes(const uint8_t *bytes, uint64_t mask, size_t count, const uint8_t *table, uint8_t *codes);

static inline __attribute__((always_inline)) c_short_cells read_cells(
  const uint8_t *bytes, size_t length, const uint8_t *table, uint8_t *codes, size_t most, put_codes *put) {
  c_short_cells read = {0, 0};
  bool known = true;
  uint64_t before = 1;
  for (size_t at = 1; at + 64 <= length && read.count < most; at += 64) {
    // What stands before a comma is the cell's one byte; or another comma, and the cell has none.
    uint64_t commas = c_mask_of(bytes + at, ','), longer = ~(commas | commas << 1 | before);
    before = commas >> 63;
    // Those before the first cell of two bytes.
    uint64_t ends = commas & ((longer & -longer) - 1);
    size_t count = (size_t)__builtin_popcountll(ends);
    for (; count > most - read.count; count--) ends ^= 1ull << (63 - __builtin_clzll(ends));
    known &= put(bytes + at - 1, ends, count, table, codes + read.count);
    if (count) read.end = at + 64 - (size_t)__builtin_clzll(ends);
    read.count += count;
    if (longer) break;
  }
  return known ? read : (c_short_cells){0, 0};
}

static bool put_each(const uint8_t *bytes, uint64_t mask, size_t count, const uint8_t *table, uint8_t *codes) {
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

TOGETHER static c_short_cells read_together(
  const uint8_t *bytes, size_t length, const uint8_t *table, uint8_t *codes, size_t most) {
  return read_cells(bytes, length, table, codes, most, put_together);
}
#endif

c_short_cells c_read_short_cells(
  const uint8_t *bytes, size_t length, const uint8_t *table, uint8_t *codes, size_t most, bool together) {
#ifdef __x86_64__
  if (together && can_together()) return read_together(bytes, length, table, codes, most);
#endif
  return read_cells(bytes, length, table, codes, most, put_each);
}
