// The starter assessments as they lie in Assessments/, built in so that a binary needs no files beside it.
// A test compares this list with the folder.
#include "starter_assessments.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digital_first_assessment[] = {
#embed "../../Assessments/digital-first/assessment.yaml" suffix(, )
    0};
static const unsigned char digital_first_areas[] = {
#embed "../../Assessments/digital-first/areas.yaml" suffix(, )
    0};
static const unsigned char digital_first_actions[] = {
#embed "../../Assessments/digital-first/actions.yaml" suffix(, )
    0};
static const unsigned char digital_first_skills[] = {
#embed "../../Assessments/digital-first/skills.yaml" suffix(, )
    0};
static const unsigned char digital_first_employees[] = {
#embed "../../Assessments/digital-first/questionnaires/employees.yaml" suffix(, )
    0};
static const unsigned char digital_first_employees_short[] = {
#embed "../../Assessments/digital-first/questionnaires/employees-short.yaml" suffix(, )
    0};
static const unsigned char digital_first_employees_rest[] = {
#embed "../../Assessments/digital-first/questionnaires/employees-rest.yaml" suffix(, )
    0};
static const unsigned char digital_first_members[] = {
#embed "../../Assessments/digital-first/questionnaires/members.yaml" suffix(, )
    0};
static const unsigned char digital_first_members_individual[] = {
#embed "../../Assessments/digital-first/questionnaires/members-individual.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_assessment[] = {
#embed "../../Assessments/digital-literacies/assessment.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_skills[] = {
#embed "../../Assessments/digital-literacies/skills.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_competences[] = {
#embed "../../Assessments/digital-literacies/competences.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_roles[] = {
#embed "../../Assessments/digital-literacies/roles.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_learning[] = {
#embed "../../Assessments/digital-literacies/learning.yaml" suffix(, )
    0};
static const unsigned char digital_literacies_checklist[] = {
#embed "../../Assessments/digital-literacies/checklist.md" suffix(, )
    0};
static const unsigned char digital_first_programme_2019[] = {
#embed "../../Assessments/digital-first/programme-2019.yaml" suffix(, )
    0};
static const unsigned char solution_check_actions[] = {
#embed "../../Assessments/solution-check/actions.yaml" suffix(, )
    0};
static const unsigned char solution_check_areas[] = {
#embed "../../Assessments/solution-check/areas.yaml" suffix(, )
    0};
static const unsigned char solution_check_assessment[] = {
#embed "../../Assessments/solution-check/assessment.yaml" suffix(, )
    0};
static const unsigned char solution_check_proposal[] = {
#embed "../../Assessments/solution-check/proposal.yaml" suffix(, )
    0};
static const unsigned char digital_declaration_actions[] = {
#embed "../../Assessments/digital-declaration/actions.yaml" suffix(, )
    0};
static const unsigned char digital_declaration_areas[] = {
#embed "../../Assessments/digital-declaration/areas.yaml" suffix(, )
    0};
static const unsigned char digital_declaration_assessment[] = {
#embed "../../Assessments/digital-declaration/assessment.yaml" suffix(, )
    0};
static const unsigned char digital_declaration_evidence[] = {
#embed "../../Assessments/digital-declaration/evidence.yaml" suffix(, )
    0};
static const unsigned char digital_culture_actions[] = {
#embed "../../Assessments/digital-culture/actions.yaml" suffix(, )
    0};
static const unsigned char digital_culture_areas[] = {
#embed "../../Assessments/digital-culture/areas.yaml" suffix(, )
    0};
static const unsigned char digital_culture_assessment[] = {
#embed "../../Assessments/digital-culture/assessment.yaml" suffix(, )
    0};
static const unsigned char digital_culture_staff[] = {
#embed "../../Assessments/digital-culture/staff.yaml" suffix(, )
    0};
static const unsigned char customer_engagement_actions[] = {
#embed "../../Assessments/customer-engagement/actions.yaml" suffix(, )
    0};
static const unsigned char customer_engagement_areas[] = {
#embed "../../Assessments/customer-engagement/areas.yaml" suffix(, )
    0};
static const unsigned char customer_engagement_assessment[] = {
#embed "../../Assessments/customer-engagement/assessment.yaml" suffix(, )
    0};
static const unsigned char customer_engagement_coding[] = {
#embed "../../Assessments/customer-engagement/coding.csv" suffix(, )
    0};
static const unsigned char customer_engagement_counter[] = {
#embed "../../Assessments/customer-engagement/counter.yaml" suffix(, )
    0};
static const unsigned char measures_actions[] = {
#embed "../../Assessments/measures/actions.yaml" suffix(, )
    0};
static const unsigned char measures_areas[] = {
#embed "../../Assessments/measures/areas.yaml" suffix(, )
    0};
static const unsigned char measures_assessment[] = {
#embed "../../Assessments/measures/assessment.yaml" suffix(, )
    0};
static const unsigned char measures_indicators[] = {
#embed "../../Assessments/measures/indicators.yaml" suffix(, )
    0};
static const unsigned char measures_staff[] = {
#embed "../../Assessments/measures/staff.yaml" suffix(, )
    0};
static const unsigned char words_cy[] = {
#embed "../../Assessments/words/cy.yaml" suffix(, )
    0};

#define STARTER(path, bytes) {path, bytes, sizeof(bytes) - 1}

static const struct starter_file files[] = {
    STARTER("digital-first/assessment.yaml", digital_first_assessment),
    STARTER("digital-first/areas.yaml", digital_first_areas),
    STARTER("digital-first/actions.yaml", digital_first_actions),
    STARTER("digital-first/skills.yaml", digital_first_skills),
    STARTER("digital-first/questionnaires/employees.yaml", digital_first_employees),
    STARTER("digital-first/questionnaires/employees-short.yaml", digital_first_employees_short),
    STARTER("digital-first/questionnaires/employees-rest.yaml", digital_first_employees_rest),
    STARTER("digital-first/questionnaires/members.yaml", digital_first_members),
    STARTER("digital-first/questionnaires/members-individual.yaml", digital_first_members_individual),
    STARTER("digital-literacies/assessment.yaml", digital_literacies_assessment),
    STARTER("digital-literacies/skills.yaml", digital_literacies_skills),
    STARTER("digital-literacies/competences.yaml", digital_literacies_competences),
    STARTER("digital-literacies/roles.yaml", digital_literacies_roles),
    STARTER("digital-literacies/learning.yaml", digital_literacies_learning),
    STARTER("digital-literacies/checklist.md", digital_literacies_checklist),
    STARTER("digital-first/programme-2019.yaml", digital_first_programme_2019),
    STARTER("solution-check/actions.yaml", solution_check_actions),
    STARTER("solution-check/areas.yaml", solution_check_areas),
    STARTER("solution-check/assessment.yaml", solution_check_assessment),
    STARTER("solution-check/proposal.yaml", solution_check_proposal),
    STARTER("digital-declaration/actions.yaml", digital_declaration_actions),
    STARTER("digital-declaration/areas.yaml", digital_declaration_areas),
    STARTER("digital-declaration/assessment.yaml", digital_declaration_assessment),
    STARTER("digital-declaration/evidence.yaml", digital_declaration_evidence),
    STARTER("digital-culture/actions.yaml", digital_culture_actions),
    STARTER("digital-culture/areas.yaml", digital_culture_areas),
    STARTER("digital-culture/assessment.yaml", digital_culture_assessment),
    STARTER("digital-culture/staff.yaml", digital_culture_staff),
    STARTER("customer-engagement/actions.yaml", customer_engagement_actions),
    STARTER("customer-engagement/areas.yaml", customer_engagement_areas),
    STARTER("customer-engagement/assessment.yaml", customer_engagement_assessment),
    STARTER("customer-engagement/coding.csv", customer_engagement_coding),
    STARTER("customer-engagement/counter.yaml", customer_engagement_counter),
    STARTER("measures/actions.yaml", measures_actions),
    STARTER("measures/areas.yaml", measures_areas),
    STARTER("measures/assessment.yaml", measures_assessment),
    STARTER("measures/indicators.yaml", measures_indicators),
    STARTER("measures/staff.yaml", measures_staff),
    STARTER("words/cy.yaml", words_cy),
};

unsigned long starter_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct starter_file starter_file_at(unsigned long index) { return files[index]; }
