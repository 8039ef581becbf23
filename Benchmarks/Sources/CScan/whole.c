// Runs a program and prints, after all that it printed, its wall time in seconds and its peak resident memory in KiB.
//
// Usage: whole PROGRAM ARGUMENT… A program of its own, since a process starts with the peak of the one that started it, and a
// Python is larger than what is measured.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 2) return fprintf(stderr, "usage: whole PROGRAM ARGUMENT…\n"), 2;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    execvp(argv[1], argv + 1);
    perror(argv[1]);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return perror("whole"), 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  long kib = usage.ru_maxrss;
#ifdef __APPLE__
  kib /= 1024;
#endif
  printf("whole\t%.6f\t%ld\n", seconds, kib);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
