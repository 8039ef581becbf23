// The limit: how fast any program can find the nine area means and the counts by option in the sample's CSV.
//
// Usage: scan FILE. Two threads over a mapped file. It trusts what the sample is made of: 75 cells a row, answers of one
// character or none, no quotes. With AVX-512 (VBMI2) where the machine has it, else byte by byte; `--plain` asks for that.
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { AREAS = 9, ITEMS = 8, COLUMNS = AREAS * ITEMS, OPTIONS = 5, FIRST = 3, CELLS = FIRST + COLUMNS, HALF = 4 };

// 840 is the least common multiple of 4 to 8, so a person's mean in an area is a whole number of 840ths.
static const uint64_t share[ITEMS + 1] = {0, 0, 0, 0, 210, 168, 140, 120, 105};

typedef struct {
  const unsigned char *start, *end;
  uint64_t sums[AREAS], people[AREAS], counts[COLUMNS][OPTIONS], rows;
} Part;

static void *scan_plain(void *argument) {
  Part *part = argument;
  const unsigned char *p = part->start;
  while (p < part->end) {
    for (int cell = 0; cell < FIRST; cell++) p = (const unsigned char *)memchr(p, ',', (size_t)(part->end - p)) + 1;
    for (int area = 0; area < AREAS; area++) {
      unsigned sum = 0, answered = 0;
      for (int item = 0; item < ITEMS; item++) {
        unsigned answer = *p++ - '0';
        if (answer > OPTIONS) continue;  // a separator: the cell is empty
        p++;
        part->counts[area * ITEMS + item][answer - 1]++;
        sum += answer;
        answered++;
      }
      part->sums[area] += sum * share[answered];
      part->people[area] += answered >= HALF;
    }
    part->rows++;
  }
  return NULL;
}

#if defined(__AVX512VBMI2__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#include <immintrin.h>

// Eight areas of eight answers, a byte each: adds people's means, people and options.
typedef struct {
  __m512i sums, people, options[OPTIONS];
} Eight;

static inline __attribute__((always_inline)) void add(Eight *eight, __m512i bytes) {
  const __m512i one = _mm512_set1_epi8(1), zero = _mm512_setzero_si512();
  // Indexed by the number answered modulo 8: of none, the sum is 0 whatever it is multiplied with.
  const __m512i shares = _mm512_setr_epi64(105, 0, 0, 0, 210, 168, 140, 120);
  __m512i answers = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
  __mmask64 given = _mm512_cmple_epu8_mask(answers, _mm512_set1_epi8(OPTIONS));
  __m512i answered = _mm512_sad_epu8(_mm512_maskz_mov_epi8(given, one), zero);
  __m512i sum = _mm512_sad_epu8(_mm512_maskz_mov_epi8(given, answers), zero);
  eight->sums = _mm512_add_epi64(eight->sums, _mm512_mul_epu32(sum, _mm512_permutexvar_epi64(answered, shares)));
  __mmask8 enough = _mm512_cmpge_epu64_mask(answered, _mm512_set1_epi64(HALF));
  eight->people = _mm512_mask_add_epi64(eight->people, enough, eight->people, _mm512_set1_epi64(1));
  for (int option = 0; option < OPTIONS; option++) {
    __mmask64 chosen = _mm512_cmpeq_epi8_mask(answers, _mm512_set1_epi8((char)(option + 1)));
    eight->options[option] = _mm512_mask_add_epi8(eight->options[option], chosen, eight->options[option], one);
  }
}

// Moves byte counters, which must not pass 255, to the columns from `column` on; `wrap` columns repeat.
static void flush(Eight *eight, Part *part, int column, int wrap) {
  for (int option = 0; option < OPTIONS; option++) {
    unsigned char bytes[64];
    _mm512_storeu_si512(bytes, eight->options[option]);
    for (int i = 0; i < 64; i++) part->counts[column + i % wrap][option] += bytes[i];
    eight->options[option] = _mm512_setzero_si512();
  }
}

enum { BUFFER = 1 << 15 };

static void *scan(void *argument) {
  Part *part = argument;
  const __m512i comma = _mm512_set1_epi8(','), newline = _mm512_set1_epi8('\n');
  // One byte a cell: the one before its separator, so a separator where the cell is empty.
  unsigned char *cells = malloc(BUFFER + 64);
  size_t held = 0;
  Eight eight, ninth;
  memset(&eight, 0, sizeof eight);
  memset(&ninth, 0, sizeof ninth);
  uint64_t last[8];
  unsigned waiting = 0, pending = 0, pendingNinth = 0;
  for (const unsigned char *p = part->start; p < part->end;) {
    for (; p < part->end && held < BUFFER - 64; p += 64) {
      size_t left = (size_t)(part->end - p);
      __mmask64 inside = left >= 64 ? ~0ull : (1ull << left) - 1;
      __m512i bytes = _mm512_maskz_loadu_epi8(inside, p), before = _mm512_maskz_loadu_epi8(inside, p - 1);
      __mmask64 ends = _mm512_cmpeq_epi8_mask(bytes, comma) | _mm512_cmpeq_epi8_mask(bytes, newline);
      _mm512_storeu_si512(cells + held, _mm512_maskz_compress_epi8(ends, before));
      held += (size_t)__builtin_popcountll(ends);
    }
    size_t row = 0;
    for (; row + CELLS <= held; row += CELLS) {
      add(&eight, _mm512_loadu_si512(cells + row + FIRST));
      if (++pending == 255) flush(&eight, part, 0, 64), pending = 0;
      memcpy(&last[waiting], cells + row + FIRST + 64, 8);
      if (++waiting == 8) {
        add(&ninth, _mm512_loadu_si512(last));
        if (++pendingNinth == 255) flush(&ninth, part, 64, 8), pendingNinth = 0;
        waiting = 0;
      }
      part->rows++;
    }
    memmove(cells, cells + row, held - row);
    held -= row;
  }
  if (waiting) {
    memset(&last[waiting], ',', (8 - waiting) * 8);
    add(&ninth, _mm512_loadu_si512(last));
  }
  flush(&eight, part, 0, 64);
  flush(&ninth, part, 64, 8);
  uint64_t sums[2][8], people[2][8];
  _mm512_storeu_si512(sums[0], eight.sums);
  _mm512_storeu_si512(sums[1], ninth.sums);
  _mm512_storeu_si512(people[0], eight.people);
  _mm512_storeu_si512(people[1], ninth.people);
  for (int i = 0; i < 8; i++) {
    part->sums[i] += sums[0][i];
    part->people[i] += people[0][i];
    part->sums[8] += sums[1][i];
    part->people[8] += people[1][i];
  }
  if (held) fprintf(stderr, "scan: %zu cells left over\n", held), exit(1);
  free(cells);
  return NULL;
}
#else
#define scan scan_plain
#endif

static const unsigned char *after_line(const unsigned char *p, const unsigned char *end) {
  const unsigned char *newline = memchr(p, '\n', (size_t)(end - p));
  return newline ? newline + 1 : end;
}

int main(int argc, char **argv) {
  int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
  struct stat status;
  if (file < 0 || fstat(file, &status)) return fprintf(stderr, "usage: scan FILE [--plain]\n"), 2;
  const unsigned char *start = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  if (start == MAP_FAILED) return perror("mmap"), 1;
  const unsigned char *end = start + status.st_size, *first = after_line(start, end);
  const unsigned char *middle = after_line(first + (end - first) / 2, end);
  Part parts[2] = {{.start = first, .end = middle}, {.start = middle, .end = end}};
  void *(*way)(void *) = argc > 2 && !strcmp(argv[2], "--plain") ? scan_plain : scan;
  pthread_t other;
  if (pthread_create(&other, NULL, way, &parts[1])) return perror("thread"), 1;
  way(&parts[0]);
  pthread_join(other, NULL);
  printf("rows\t%llu\n", (unsigned long long)(parts[0].rows + parts[1].rows));
  for (int area = 0; area < AREAS; area++) {
    double people = (double)(parts[0].people[area] + parts[1].people[area]);
    printf("mean/area-%d\t%.17g\n", area + 1, (double)(parts[0].sums[area] + parts[1].sums[area]) / 840 / people);
  }
  for (int column = 0; column < COLUMNS; column++)
    for (int option = 0; option < OPTIONS; option++)
      printf("count/q-%d-%d/%d\t%llu\n", column / ITEMS + 1, column % ITEMS + 1, option + 1,
        (unsigned long long)(parts[0].counts[column][option] + parts[1].counts[column][option]));
  return 0;
}
