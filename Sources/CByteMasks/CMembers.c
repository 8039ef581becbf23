#include "PutCodes.h"

static inline __attribute__((always_inline)) c_members_read read_members(
  const uint8_t *bytes, size_t length, const c_members *members, const uint8_t *expected, size_t count, size_t first,
  size_t missing, const uint8_t *tables, uint8_t *codes, uint8_t blank, put_codes *put) {
  c_members_read read = {0, first};
  for (size_t number = first; number < count && number - read.number < missing && length - read.at > 64;) {
    const c_members *own = &members[number];
    uint64_t unlike = c_mask_of_unlike(bytes + read.at, expected + number * 64) & own->marks;
    // Those before the first byte that is another, with their commas.
    uint64_t values = own->values & (((unlike & -unlike) - 1) >> 1);
    if (!values) {
      // The key may be missing.
      number++;
      continue;
    }
    size_t many = put(bytes + read.at, values, tables + own->table, codes + own->output);
    if (many == not_all) {
      // One is no code: none is read here.
      memset(codes + own->output, blank, (size_t)__builtin_popcountll(values));
      break;
    }
    // After the last value and its comma.
    read.at += 65 - (size_t)__builtin_clzll(values);
    read.number = number + many;
    // Where these were not all, the key after them may be missing.
    number = values == own->values ? read.number : read.number + 1;
  }
  return read;
}

#ifdef __x86_64__
TOGETHER static c_members_read read_together(
  const uint8_t *bytes, size_t length, const c_members *members, const uint8_t *expected, size_t count, size_t first,
  size_t missing, const uint8_t *tables, uint8_t *codes, uint8_t blank) {
  return read_members(
    bytes, length, members, expected, count, first, missing, tables, codes, blank, put_together);
}
#endif

c_members_read c_read_members(
  const uint8_t *bytes, size_t length, const c_members *members, const uint8_t *expected, size_t count, size_t first,
  size_t missing, const uint8_t *tables, uint8_t *codes, uint8_t blank, bool together) {
#ifdef __x86_64__
  if (together && can_together())
    return read_together(bytes, length, members, expected, count, first, missing, tables, codes, blank);
#endif
  return read_members(
    bytes, length, members, expected, count, first, missing, tables, codes, blank, put_each);
}
