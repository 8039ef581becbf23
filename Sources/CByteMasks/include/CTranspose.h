// Bytes in rows, turned into columns.
#ifndef C_TRANSPOSE_H
#define C_TRANSPOSE_H

#include <stddef.h>
#include <stdint.h>

/// Writes the bytes of rows column by column. Both numbers are multiples of sixteen.
void c_transpose(const uint8_t *rows, size_t count, size_t width, uint8_t *columns);

#endif
