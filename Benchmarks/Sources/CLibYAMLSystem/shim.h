// The system's libyaml, for the event loop that the reader is measured against.
#include <yaml.h>
