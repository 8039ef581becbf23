#include "CTranspose.h"

#include <string.h>

typedef uint8_t sixteen __attribute__((ext_vector_type(16)));

// Loops over vectors are unrolled, so that these stay in registers.
#define EACH _Pragma("clang loop unroll(full)") for

/// Puts each vector's bytes between those of the one eight further on. Four times so, and rows are columns.
static inline __attribute__((always_inline)) void interleave(sixteen vectors[16]) {
  sixteen next[16];
  EACH (int i = 0; i < 8; i++) {
    sixteen a = vectors[i], b = vectors[i + 8];
    next[2 * i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    next[2 * i + 1] = __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  }
  memcpy(vectors, next, sizeof next);
}

void c_transpose(const uint8_t *rows, size_t count, size_t width, uint8_t *columns) {
  for (size_t row = 0; row < count; row += 16)
    for (size_t column = 0; column < width; column += 16) {
      sixteen square[16];
      EACH (int i = 0; i < 16; i++) memcpy(&square[i], rows + (row + i) * width + column, 16);
      EACH (int times = 0; times < 4; times++) interleave(square);
      EACH (int i = 0; i < 16; i++) memcpy(columns + (column + i) * count + row, &square[i], 16);
    }
}
