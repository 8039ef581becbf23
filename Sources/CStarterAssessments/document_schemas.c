// The schemas that editors check documents with, as they lie in Assessments/schema/, for assessments that are begun anew.
// A test compares this list with the folder.
#include "document_schemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char actions[] = {
#embed "../../Assessments/schema/actions.schema.json" suffix(, )
    0};
static const unsigned char areas[] = {
#embed "../../Assessments/schema/areas.schema.json" suffix(, )
    0};
static const unsigned char assessment[] = {
#embed "../../Assessments/schema/assessment.schema.json" suffix(, )
    0};
static const unsigned char common[] = {
#embed "../../Assessments/schema/common.schema.json" suffix(, )
    0};
static const unsigned char competences[] = {
#embed "../../Assessments/schema/competences.schema.json" suffix(, )
    0};
static const unsigned char indicators[] = {
#embed "../../Assessments/schema/indicators.schema.json" suffix(, )
    0};
static const unsigned char learning[] = {
#embed "../../Assessments/schema/learning.schema.json" suffix(, )
    0};
static const unsigned char questionnaire[] = {
#embed "../../Assessments/schema/questionnaire.schema.json" suffix(, )
    0};
static const unsigned char roles[] = {
#embed "../../Assessments/schema/roles.schema.json" suffix(, )
    0};
static const unsigned char skills[] = {
#embed "../../Assessments/schema/skills.schema.json" suffix(, )
    0};

#define SCHEMA(path, bytes) {path, bytes, sizeof(bytes) - 1}

static const struct starter_file files[] = {
    SCHEMA("actions.schema.json", actions),
    SCHEMA("areas.schema.json", areas),
    SCHEMA("assessment.schema.json", assessment),
    SCHEMA("common.schema.json", common),
    SCHEMA("competences.schema.json", competences),
    SCHEMA("indicators.schema.json", indicators),
    SCHEMA("learning.schema.json", learning),
    SCHEMA("questionnaire.schema.json", questionnaire),
    SCHEMA("roles.schema.json", roles),
    SCHEMA("skills.schema.json", skills),
};

unsigned long document_schema_count(void) { return sizeof(files) / sizeof(files[0]); }

struct starter_file document_schema_at(unsigned long index) { return files[index]; }
