#ifndef STARTER_ASSESSMENTS_H
#define STARTER_ASSESSMENTS_H

/// One file of Assessments/, built into the binary. The bytes are followed by a zero that `size` does not count.
struct starter_file {
  const char *path; ///< Relative to Assessments/.
  const unsigned char *bytes;
  unsigned long size;
};

/// How many files are built in.
unsigned long starter_file_count(void);

/// The file at `index`, below `starter_file_count()`.
struct starter_file starter_file_at(unsigned long index);

#endif
