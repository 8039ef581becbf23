// How GNU's C library asks the system for memory; nothing with another library.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
