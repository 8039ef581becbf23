// The system's expat: Debian's libexpat1-dev, part of macOS.
#include <expat.h>
