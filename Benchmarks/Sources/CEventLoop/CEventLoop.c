#include "CEventLoop.h"
#include <yaml.h>

size_t count_yaml_events(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_string(&parser, bytes, count);
  size_t events = 0;
  int more = 1;
  while (more) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      events = 0;
      break;
    }
    events++;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}
