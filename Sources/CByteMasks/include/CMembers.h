// Members of JSON that stand as they are expected to, many at a time.
#ifndef C_MEMBERS_H
#define C_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Members from a key on as they are expected to stand in a line, as far as they fit into sixty-four bytes: each a key, a
/// value of one byte and a comma. Their values are codes of one table, and their codes lie side by side.
typedef struct {
  /// Which bytes are the keys and commas.
  uint64_t marks;
  /// Which bytes are the values.
  uint64_t values;
  /// Where the codes of its 256 bytes begin among the tables.
  uint32_t table;
  /// Where the first one's code is put.
  uint32_t output;
} c_members;

/// Where the next member starts, and the number of the key expected there.
typedef struct {
  size_t at, number;
} c_members_read;

/// Reads members as they are expected, as far as there are, a code has each value, and sixty-five bytes are left.
///
/// - bytes: what is read, `length` in all.
/// - members, expected, count: what is expected from each key on, and the sixty-four bytes of it.
/// - first: the number of the key that is expected first.
/// - missing: fewer keys than these next to each other may be missing.
/// - tables: the codes of bytes, 255 where one has none, as those above 127 have.
/// - codes: where the codes go; `blank` where there are none after all.
/// - together: whether values may be looked up together where the machine can.
c_members_read c_read_members(
  const uint8_t *bytes, size_t length, const c_members *members, const uint8_t *expected, size_t count, size_t first,
  size_t missing, const uint8_t *tables, uint8_t *codes, uint8_t blank, bool together);

#endif
