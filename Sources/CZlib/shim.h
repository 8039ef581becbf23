// The system's zlib: Debian's zlib1g-dev, part of macOS.
#include <zlib.h>
