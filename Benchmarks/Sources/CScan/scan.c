// The limit: how fast any program can do the whole task on the sample's CSV: nine area means, the same by directorate and
// by role, counts by option, nine listwise alphas.
//
// Usage: scan FILE. Two threads over a mapped file. It trusts what the sample is made of: 75 cells a row, the second and the
// third ending with “-” and a number, answers of one character or none, no quotes, no one twice. With AVX-512 (VBMI2) where
// the machine has it, else byte by byte; `--plain` asks for that.
#include <fcntl.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { AREAS = 9, ITEMS = 8, COLUMNS = AREAS * ITEMS, OPTIONS = 5, FIRST = 3, CELLS = FIRST + COLUMNS, HALF = 4 };
enum { DIRECTORATES = 12, ROLES = 6, GROUPS = DIRECTORATES + ROLES };

// 840 is the least common multiple of 4 to 8, so a person's mean in an area is a whole number of 840ths.
static const uint64_t share[ITEMS + 1] = {0, 0, 0, 0, 210, 168, 140, 120, 105};

typedef struct {
  uint64_t sums[AREAS], people[AREAS];
} Means;

typedef struct {
  const unsigned char *start, *end;
  uint64_t counts[COLUMNS][OPTIONS], rows;
  Means groups[GROUPS];
  // Of those who answered all of an area: people, their sums and the squares of these, and the answers to each question.
  uint64_t complete[AREAS], totals[AREAS], squares[AREAS], completeCounts[COLUMNS][OPTIONS];
} Part;

// The number that a cell ends with, counted from 0.
static inline unsigned number_before(const unsigned char *end) {
  return end[-1] - '1' + (end[-2] == '-' ? 0 : 10 * (end[-2] - '0'));
}

static void *scan_plain(void *argument) {
  Part *part = argument;
  const unsigned char *p = part->start;
  while (p < part->end) {
    unsigned group[2] = {0, 0};
    for (int cell = 0; cell < FIRST; cell++) {
      p = (const unsigned char *)memchr(p, ',', (size_t)(part->end - p)) + 1;
      if (cell) group[cell - 1] = number_before(p - 1);
    }
    Means *both[2] = {&part->groups[group[0]], &part->groups[DIRECTORATES + group[1]]};
    for (int area = 0; area < AREAS; area++) {
      unsigned sum = 0, answered = 0, given[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        unsigned answer = *p++ - '0';
        if (answer > OPTIONS) continue;  // a separator: the cell is empty
        p++;
        part->counts[area * ITEMS + item][answer - 1]++;
        sum += answer;
        given[answered++] = answer;
      }
      for (int i = 0; i < 2; i++) {
        both[i]->sums[area] += sum * share[answered];
        both[i]->people[area] += answered >= HALF;
      }
      if (answered < ITEMS) continue;
      part->complete[area]++;
      part->totals[area] += sum;
      part->squares[area] += (uint64_t)sum * sum;
      for (int item = 0; item < ITEMS; item++) part->completeCounts[area * ITEMS + item][given[item] - 1]++;
    }
    part->rows++;
  }
  return NULL;
}

#if defined(__AVX512VBMI2__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#include <immintrin.h>

// Eight areas of eight answers, a byte each: adds options, and what alpha needs.
typedef struct {
  __m512i options[OPTIONS], completeOptions[OPTIONS], complete, totals, squares;
} Eight;

// Eight means, in 840ths, and which of them there are.
typedef struct {
  __m512i means;
  __mmask8 enough;
} Scores;

static inline __attribute__((always_inline)) Scores add(Eight *eight, __m512i bytes) {
  const __m512i one = _mm512_set1_epi8(1), zero = _mm512_setzero_si512();
  // Indexed by the number answered modulo 8: of none, the sum is 0 whatever it is multiplied with.
  const __m512i shares = _mm512_setr_epi64(105, 0, 0, 0, 210, 168, 140, 120);
  __m512i answers = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
  __mmask64 given = _mm512_cmple_epu8_mask(answers, _mm512_set1_epi8(OPTIONS));
  __m512i answered = _mm512_sad_epu8(_mm512_maskz_mov_epi8(given, one), zero);
  __m512i sum = _mm512_sad_epu8(_mm512_maskz_mov_epi8(given, answers), zero);
  __mmask8 all = _mm512_cmpeq_epu64_mask(answered, _mm512_set1_epi64(ITEMS));
  __mmask64 whole = _mm512_movepi8_mask(_mm512_movm_epi64(all));
  eight->complete = _mm512_mask_add_epi64(eight->complete, all, eight->complete, _mm512_set1_epi64(1));
  eight->totals = _mm512_mask_add_epi64(eight->totals, all, eight->totals, sum);
  eight->squares = _mm512_mask_add_epi64(eight->squares, all, eight->squares, _mm512_mul_epu32(sum, sum));
  for (int option = 0; option < OPTIONS; option++) {
    __mmask64 chosen = _mm512_cmpeq_epi8_mask(answers, _mm512_set1_epi8((char)(option + 1)));
    eight->options[option] = _mm512_mask_add_epi8(eight->options[option], chosen, eight->options[option], one);
    eight->completeOptions[option] =
      _mm512_mask_add_epi8(eight->completeOptions[option], chosen & whole, eight->completeOptions[option], one);
  }
  return (Scores){
    _mm512_mul_epu32(sum, _mm512_permutexvar_epi64(answered, shares)),
    _mm512_cmpge_epu64_mask(answered, _mm512_set1_epi64(HALF))};
}

// Moves byte counters, which must not pass 255, to the columns from `column` on; `wrap` columns repeat.
static void flush(Eight *eight, Part *part, int column, int wrap) {
  for (int option = 0; option < OPTIONS; option++) {
    unsigned char bytes[64], complete[64];
    _mm512_storeu_si512(bytes, eight->options[option]);
    _mm512_storeu_si512(complete, eight->completeOptions[option]);
    for (int i = 0; i < 64; i++) {
      part->counts[column + i % wrap][option] += bytes[i];
      part->completeCounts[column + i % wrap][option] += complete[i];
    }
    eight->options[option] = eight->completeOptions[option] = _mm512_setzero_si512();
  }
}

// Moves what alpha needs to the areas from `area` on; `wrap` areas repeat.
static void move(const Eight *eight, Part *part, int area, int wrap) {
  uint64_t complete[8], totals[8], squares[8];
  _mm512_storeu_si512(complete, eight->complete);
  _mm512_storeu_si512(totals, eight->totals);
  _mm512_storeu_si512(squares, eight->squares);
  for (int i = 0; i < 8; i++) {
    part->complete[area + i % wrap] += complete[i];
    part->totals[area + i % wrap] += totals[i];
    part->squares[area + i % wrap] += squares[i];
  }
}

static inline __attribute__((always_inline)) void add_to(Means *means, Scores scores) {
  _mm512_storeu_si512(means->sums, _mm512_add_epi64(_mm512_loadu_si512(means->sums), scores.means));
  __m512i people = _mm512_loadu_si512(means->people);
  _mm512_storeu_si512(means->people, _mm512_mask_add_epi64(people, scores.enough, people, _mm512_set1_epi64(1)));
}

// The ninth area of eight people, or fewer.
static void add_ninth(Eight *ninth, Part *part, const uint64_t *answers, const unsigned char (*groups)[2], unsigned count) {
  Scores scores = add(ninth, _mm512_loadu_si512(answers));
  uint64_t means[8];
  _mm512_storeu_si512(means, scores.means);
  for (unsigned i = 0; i < count; i++)
    for (int kind = 0; kind < 2; kind++) {
      part->groups[groups[i][kind]].sums[AREAS - 1] += means[i];
      part->groups[groups[i][kind]].people[AREAS - 1] += scores.enough >> i & 1;
    }
}

enum { BUFFER = 1 << 15 };

static void *scan(void *argument) {
  Part *part = argument;
  const __m512i comma = _mm512_set1_epi8(','), newline = _mm512_set1_epi8('\n');
  // One byte a cell: the one before its separator, so a separator where the cell is empty.
  unsigned char *cells = malloc(BUFFER + 64);
  const unsigned char **starts = malloc((BUFFER / CELLS + 80) * sizeof *starts);
  size_t held = 0, begun = 1;
  starts[0] = part->start;
  Eight eight, ninth;
  memset(&eight, 0, sizeof eight);
  memset(&ninth, 0, sizeof ninth);
  uint64_t last[8];
  unsigned char groups[8][2];
  unsigned waiting = 0, pending = 0, pendingNinth = 0;
  for (const unsigned char *p = part->start; p < part->end;) {
    for (; p < part->end && held < BUFFER - 64; p += 64) {
      size_t left = (size_t)(part->end - p);
      __mmask64 inside = left >= 64 ? ~0ull : (1ull << left) - 1;
      __m512i bytes = _mm512_maskz_loadu_epi8(inside, p), before = _mm512_maskz_loadu_epi8(inside, p - 1);
      __mmask64 lines = _mm512_cmpeq_epi8_mask(bytes, newline);
      __mmask64 ends = _mm512_cmpeq_epi8_mask(bytes, comma) | lines;
      _mm512_storeu_si512(cells + held, _mm512_maskz_compress_epi8(ends, before));
      held += (size_t)__builtin_popcountll(ends);
      for (; lines; lines &= lines - 1) starts[begun++] = p + __builtin_ctzll(lines) + 1;
    }
    size_t row = 0, number = 0;
    for (; row + CELLS <= held; row += CELLS, number++) {
      const unsigned char *start = starts[number];
      __mmask64 commas = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(start), comma);
      commas &= commas - 1;
      groups[waiting][0] = (unsigned char)number_before(start + __builtin_ctzll(commas));
      commas &= commas - 1;
      groups[waiting][1] = (unsigned char)(DIRECTORATES + number_before(start + __builtin_ctzll(commas)));
      Scores scores = add(&eight, _mm512_loadu_si512(cells + row + FIRST));
      add_to(&part->groups[groups[waiting][0]], scores);
      add_to(&part->groups[groups[waiting][1]], scores);
      if (++pending == 255) flush(&eight, part, 0, 64), pending = 0;
      memcpy(&last[waiting], cells + row + FIRST + 64, 8);
      if (++waiting == 8) {
        add_ninth(&ninth, part, last, groups, 8);
        if (++pendingNinth == 255) flush(&ninth, part, 64, 8), pendingNinth = 0;
        waiting = 0;
      }
      part->rows++;
    }
    memmove(cells, cells + row, held - row);
    memmove(starts, starts + number, (begun - number) * sizeof *starts);
    held -= row;
    begun -= number;
  }
  if (waiting) {
    memset(&last[waiting], ',', (8 - waiting) * 8);
    add_ninth(&ninth, part, last, groups, waiting);
  }
  flush(&eight, part, 0, 64);
  flush(&ninth, part, 64, 8);
  move(&eight, part, 0, 8);
  move(&ninth, part, 8, 1);
  if (held) fprintf(stderr, "scan: %zu cells left over\n", held), exit(1);
  free(cells);
  free(starts);
  return NULL;
}
#else
#define scan scan_plain
#endif

static const unsigned char *after_line(const unsigned char *p, const unsigned char *end) {
  const unsigned char *newline = memchr(p, '\n', (size_t)(end - p));
  return newline ? newline + 1 : end;
}

static void print_mean(const char *name, int number, const Means *means, int area) {
  printf("mean/");
  if (name) printf("%s-%d/", name, number);
  printf("area-%d\t%.17g\n", area + 1, (double)means->sums[area] / 840 / (double)means->people[area]);
}

static void print_alpha(const Part *part, int area) {
  double n = (double)part->complete[area], items = 0;
  for (int item = 0; item < ITEMS; item++) {
    double sum = 0, squares = 0;
    for (int option = 0; option < OPTIONS; option++) {
      double count = (double)part->completeCounts[area * ITEMS + item][option], answer = option + 1;
      sum += count * answer;
      squares += count * answer * answer;
    }
    items += squares - sum * sum / n;
  }
  double total = (double)part->totals[area], all = (double)part->squares[area] - total * total / n;
  printf("alpha/area-%d\t%.17g\n", area + 1, (double)ITEMS / (ITEMS - 1) * (1 - items / all));
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
  // The sums of all parts, and of all groups, are sums of counters.
  Part *all = &parts[0];
  uint64_t *into = (uint64_t *)all->counts;
  const uint64_t *from = (const uint64_t *)parts[1].counts;
  for (size_t i = 0; i < (sizeof(Part) - offsetof(Part, counts)) / sizeof *into; i++) into[i] += from[i];
  Means everyone;
  memset(&everyone, 0, sizeof everyone);
  for (int group = 0; group < DIRECTORATES; group++)
    for (int area = 0; area < AREAS; area++) {
      everyone.sums[area] += all->groups[group].sums[area];
      everyone.people[area] += all->groups[group].people[area];
    }
  printf("rows\t%llu\n", (unsigned long long)all->rows);
  for (int area = 0; area < AREAS; area++) {
    print_mean(NULL, 0, &everyone, area);
    for (int i = 0; i < DIRECTORATES; i++) print_mean("directorate", i + 1, &all->groups[i], area);
    for (int i = 0; i < ROLES; i++) print_mean("role", i + 1, &all->groups[DIRECTORATES + i], area);
    print_alpha(all, area);
  }
  for (int column = 0; column < COLUMNS; column++)
    for (int option = 0; option < OPTIONS; option++)
      printf("count/q-%d-%d/%d\t%llu\n", column / ITEMS + 1, column % ITEMS + 1, option + 1,
        (unsigned long long)all->counts[column][option]);
  return 0;
}
