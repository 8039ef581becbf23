// All is in the header, so that it becomes part of what calls it.
#include "CByteMasks.h"
