// The system's libyaml: Debian's libyaml-dev, Homebrew's libyaml.
#include <yaml.h>
