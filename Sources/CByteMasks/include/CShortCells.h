// Cells of one byte or none, many at a time, and their codes.
#ifndef C_SHORT_CELLS_H
#define C_SHORT_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The code of a byte that has none.
enum { c_no_code = 255 };

/// How many cells were read, and where the bytes go on after the last one's comma.
typedef struct {
  size_t count, end;
} c_short_cells;

/// Reads cells of one byte or none, each with its comma, as far as there are and as sixty-four bytes can be looked at
/// together. None counts as read where one has no code; what is written then means nothing.
///
/// - bytes: the comma before the first cell, and what follows; `length` in all.
/// - table: the codes of all 256 bytes, of a comma that of a cell without a byte. Those above 127 have none.
/// - codes: where the codes go. No more than `most` are read.
/// - together: whether cells may be looked up together where the machine can.
c_short_cells c_read_short_cells(
  const uint8_t *bytes, size_t length, const uint8_t *table, uint8_t *codes, size_t most, bool together);

#endif
