#ifndef DOCUMENT_SCHEMAS_H
#define DOCUMENT_SCHEMAS_H

#include "starter_assessments.h"

/// How many schemas of documents are built in.
unsigned long document_schema_count(void);

/// The schema at `index`, below `document_schema_count()`; its path is its name in Assessments/schema/.
struct starter_file document_schema_at(unsigned long index);

#endif
