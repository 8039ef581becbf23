#!/usr/bin/env python3
"""Prints the reading age of every text that people read in the assessments, and fails where one is too hard.

    readability.py [FOLDER ...]     the assessments in these folders; all of Assessments/ when none is named
    readability.py --self-test      whether hard texts and long statements are found

The reading age is textstat's Flesch-Kincaid grade (words a sentence, syllables a word) plus five: the age of a pupil in
that grade. It must be under 14. The formula was made for sentences. It says nothing of headings (names and titles), nor of
a text of fewer than five words, where one long word is worth ten years: those are printed with their figure in brackets.
The text, help and options of a question are judged as one passage too. A statement to choose from has at most 30 words.

Texts are English: of a text in several languages, the English one is read. Where wording comes from (`source`,
`wordings`) is for those who keep the file, and is not counted. Prints a line for each problem last and a closing line of
counts; exits 1 where there is a problem. Needs the packages of requirements.txt, and no network.
"""
import pathlib
import re
import sys

import textstat
import yaml

LIMIT = 14
SHORT = 5
STATEMENT_WORDS = 30

# Keys whose text people read.
READ = {"title", "name", "text", "help", "label", "introduction", "summary", "description", "statement", "decides"}
# Of these, headings.
HEADINGS = {"title", "name"}
# Keys that only the keepers of a file read.
NOT_READ = {"source", "wordings"}


def english(value):
    """The English of a text or of a map of language tags; None where it is neither."""
    if isinstance(value, dict):
        value = value.get("en")
    return " ".join(value.split()) if isinstance(value, str) else None


def reading_age(text):
    """The age of a pupil in the grade that the text is written for."""
    return textstat.flesch_kincaid_grade(text) + 5


def count_words(text):
    return len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text))


def texts(node, place=""):
    """Pairs of a place and a text, for all that people read in a document."""
    if isinstance(node, list):
        for index, child in enumerate(node):
            own = child.get("id", index) if isinstance(child, dict) else index
            yield from texts(child, f"{place}/{own}")
    elif isinstance(node, dict):
        for key, child in node.items():
            if key in NOT_READ:
                continue
            text = english(child)
            if key in READ and text:
                yield f"{place}/{key}", text
            elif key == "levels" and isinstance(child, dict):
                # An area's descriptors: statements to choose from.
                for level, descriptor in child.items():
                    if english(descriptor):
                        yield f"{place}/{level}/label", english(descriptor)
            else:
                yield from texts(child, f"{place}/{key}" if not isinstance(child, list) else place)


def questions(node):
    """Pairs of a question's id and its text, help and options as one passage."""
    if isinstance(node, list):
        for child in node:
            yield from questions(child)
    elif isinstance(node, dict):
        for question in node.get("questions", []):
            parts = [english(question.get(key)) for key in ("text", "help")]
            options = question.get("options", [])
            parts += [english(option.get("label")) for option in options if isinstance(option, dict)]
            yield question.get("id", "?"), " ".join(part for part in parts if part)
        for child in node.values():
            yield from questions(child)


def check(file, document):
    """Lines to print and problems."""
    lines, problems = [], []

    def judge(place, text, is_bracketed):
        age, words = reading_age(text), count_words(text)
        shown = f"({age:.1f})" if is_bracketed else f"{age:.1f}"
        lines.append(f"{shown:>7} {words:>4}  {file}{place}: {text}")
        if not is_bracketed and age >= LIMIT:
            problems.append(f"{file}{place}: a reading age of {age:.1f}, not under {LIMIT}: {text}")
        return words

    for place, text in texts(document):
        is_heading = place.rpartition("/")[2] in HEADINGS
        words = judge(place, text, is_heading or count_words(text) < SHORT)
        if place.endswith("/label") and words > STATEMENT_WORDS:
            problems.append(f"{file}{place}: {words} words, more than {STATEMENT_WORDS}: {text}")
    for question, text in questions(document):
        judge(f" {question} as a whole", text, False)
    return lines, problems


def self_test():
    hard = "Organisational accountability necessitates comprehensive interdepartmental collaboration throughout implementation."
    document = {
        "source": hard, "title": {"en": "An easy title", "cy": hard},
        "questions": [
            {"id": "hard", "text": hard},
            {"id": "long", "text": "Is it?", "options": [{"id": "a", "label": "We do it. " * 11}]},
            {"id": "dense", "text": "Organisational accountability?", "options": [{"id": "a", "label": "Interdepartmental."}]},
        ],
        "areas": [{"id": "area", "levels": {"low": hard}}],
    }
    _, problems = check("self-test", document)
    found = [problem.split(":")[0] for problem in problems]
    expected = [
        "self-test/hard/text", "self-test/long/a/label", "self-test/area/low/label", "self-test hard as a whole",
        "self-test dense as a whole",
    ]
    for place in sorted(set(expected) ^ set(found)):
        print(f"{place}: {'not found' if place in expected else 'found where nothing is wrong'}")
    print(f"self-test: {len(expected)} hard texts, {len(set(expected) ^ set(found))} failures")
    return 0 if sorted(found) == sorted(expected) else 1


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    root = pathlib.Path(__file__).resolve().parent.parent
    folders = [pathlib.Path(argument) for argument in arguments]
    folders = folders or sorted(path for path in (root / "Assessments").iterdir() if path.is_dir() and path.name not in ("schema", "words"))
    count, problems = 0, []
    for folder in folders:
        files = sorted(folder.rglob("*.yaml"))
        if not files:
            problems.append(f"{folder}: there is no YAML file here")
        for file in files:
            document = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            lines, found = check(str(file.relative_to(folder.parent)), document)
            print(*lines, sep="\n")
            count += len(lines)
            problems += found
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{count} texts and questions, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
