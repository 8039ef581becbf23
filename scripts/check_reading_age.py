#!/usr/bin/env python3
"""Checks that what people read when they rate themselves can be read at fourteen: every description of a level, and the
first page of every questionnaire of Assessments/digital-literacies, by the grade of Flesch and Kincaid (textstat).

A grade of 9 is an age of 14. Prints what is harder, and exits 1 then.
"""
import pathlib
import sys

import textstat
import yaml

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Assessments" / "digital-literacies"
HARDEST = 9.0


def texts():
    for competence in yaml.safe_load((FOLDER / "competences.yaml").read_text("utf-8")):
        for level, text in competence["levels"].items():
            yield f"{competence['id']}, {level}", text
        yield competence["id"], competence["summary"]
    for questionnaire in yaml.safe_load((FOLDER / "skills.yaml").read_text("utf-8"))["questionnaires"]:
        yield questionnaire["id"], questionnaire["introduction"]


grades = {name: (textstat.flesch_kincaid_grade(text), text) for name, text in texts()}
hard = {name: found for name, found in grades.items() if found[0] >= HARDEST}
for name, (grade, text) in hard.items():
    print(f"{name}: grade {grade}: {text}")
hardest = max(grades, key=lambda name: grades[name][0])
print(f"{len(grades)} texts, the hardest of grade {grades[hardest][0]} ({hardest}): {len(hard)} too hard")
sys.exit(1 if hard or len(grades) < 100 else 0)
