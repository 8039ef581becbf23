#include "PutCodes.h"

static inline __attribute__((always_inline)) c_short_cells read_cells(
  const uint8_t *bytes, size_t length, const uint8_t *table, uint8_t *codes, size_t most, put_codes *put) {
  c_short_cells read = {0, 0};
  uint64_t before = 1;
  for (size_t at = 1; at + 64 <= length && read.count < most; at += 64) {
    // What stands before a comma is the cell's one byte; or another comma, and the cell has none.
    uint64_t commas = c_mask_of(bytes + at, ','), longer = ~(commas | commas << 1 | before);
    before = commas >> 63;
    // Those before the first cell of two bytes.
    uint64_t ends = commas & ((longer & -longer) - 1);
    if (most - read.count < 64)
      for (size_t count = (size_t)__builtin_popcountll(ends); count > most - read.count; count--)
        ends ^= 1ull << (63 - __builtin_clzll(ends));
    size_t count = put(bytes + at - 1, ends, table, codes + read.count);
    if (count == not_all) return (c_short_cells){0, 0};
    if (count) read.end = at + 64 - (size_t)__builtin_clzll(ends);
    read.count += count;
    if (longer) break;
  }
  return read;
}

#ifdef __x86_64__
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
