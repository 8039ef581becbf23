#!/usr/bin/env python3
"""Checks the JSON Schemas of Assessments/schema, and the assessments and results against them.

    check_schemas.py [RESULT.json ...]   schemas, every assessment, and the results named
    check_schemas.py --self-test         whether wrong documents are refused

Everything is checked under draft-07 and under 2020-12, since editors follow the one and newer tools the other. A YAML
file is checked against the schema that its modeline names; each assessment also as a whole, its includes put in place.
Prints a line for each problem and a closing line of counts; exits 1 where there is a problem. Installs nothing; needs
the packages of requirements.txt.
"""
import argparse
import json
import pathlib
import re
import sys

import jsonschema
import referencing
import yaml

DRAFTS = {
    "draft-07": jsonschema.Draft7Validator,
    "2020-12": jsonschema.Draft202012Validator,
}

# What both drafts have, with the same meaning. `$ref` stands alone: draft-07 passes over what stands beside it.
KEYWORDS = set(
    "$schema $ref $comment title description examples type enum const definitions properties patternProperties"
    " additionalProperties propertyNames required minProperties maxProperties items minItems maxItems uniqueItems"
    " pattern minLength maxLength minimum maximum exclusiveMinimum allOf anyOf not if then else".split()
)
OF_SCHEMAS = {"definitions", "properties", "patternProperties"}
LISTS_OF_SCHEMAS = {"allOf", "anyOf"}
SCHEMAS = {"additionalProperties", "propertyNames", "items", "not", "if", "then", "else"}

KINDS_OF_RESULTS = {
    "people": "skills-gaps", "steps": "explanation", "icc": "statistics", "all": "coverage", "ranked": "priorities",
    "items": "roadmap", "changes": "comparison", "comparisons": "trend", "entries": "correction", "columns": "upgrade",
    "indicators": "indicator-values", "reasons": "reasons",
}

MODELINE = re.compile(r"#\s+yaml-language-server\s*:.*\$schema(?:=|:\s*)(\S+)")


# Documents: a value, and the file and line of each of its parts by path.


class Document:
    def __init__(self, value, places, problems):
        self.value, self.places, self.problems = value, places, problems


class CoreLoader(yaml.BaseLoader):
    """Plain scalars by the YAML 1.2 core schema, as the library reads them: `no` and dates are text."""


for tag, pattern, starts in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), starts)


def scalar(node):
    kind, text = node.tag.rsplit(":", 1)[-1], node.value
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return int(text, {"0x": 16, "0o": 8}.get(text[:2], 10))
    return float(text) if kind == "float" else text


def read_yaml(text, file):
    document = Document(None, {}, [])

    def build(node, path):
        document.places.setdefault(path, (file, node.start_mark.line + 1))
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [build(child, path + (index,)) for index, child in enumerate(node.value)]
        value = {}
        for key, child in node.value:
            # Keys are text, whatever they look like.
            name, line = str(key.value), key.start_mark.line + 1
            if name in value:
                document.problems.append((file, line, path + (name,), "this key stands twice"))
            document.places[path + (name,)] = (file, line)
            value[name] = build(child, path + (name,))
        return value

    try:
        node = yaml.compose(text, Loader=CoreLoader)
        if node is None:
            document.problems.append((file, 1, (), "the file is empty"))
        else:
            document.value = build(node, ())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        document.problems.append((file, mark.line + 1 if mark else 1, (), f"not YAML: {problem}"))
    return document


def read_json(text, file):
    document = Document(None, {(): (file, 1)}, [])

    def members(pairs):
        names = [name for name, _ in pairs]
        for name in sorted({name for name in names if names.count(name) > 1}):
            document.problems.append((file, 1, (name,), "this key stands twice"))
        return dict(pairs)

    def refuse(name):
        raise ValueError(f"{name} is not JSON")

    try:
        document.value = json.loads(text, object_pairs_hook=members, parse_constant=refuse)
    except ValueError as error:
        document.problems.append((file, getattr(error, "lineno", 1), (), f"not JSON: {error}"))
    return document


def read(path, is_json=False):
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Document(None, {}, [(path, 1, (), f"not readable: {error}")])
    return (read_json if is_json or path.suffix == ".json" else read_yaml)(text, path)


def whole(main, folder):
    """An assessment with its includes put in place, and the files it is made of."""
    document, files = read(main), set()

    def resolve(value, path, file, chain):
        files.add(file)
        if isinstance(value, dict) and set(value) == {"include"} and isinstance(value["include"], str):
            target = (file.parent / value["include"]).resolve()
            if target in chain or not target.is_relative_to(folder) or not target.is_file():
                place = document.places.get(path, (file, 1))
                document.problems.append((*place, path, f"there is nothing to include at “{value['include']}”"))
                return None
            part = read(target)
            document.problems.extend(part.problems)
            document.places.update({path + inner: place for inner, place in part.places.items()})
            return resolve(part.value, path, target, chain + [target])
        if isinstance(value, dict):
            return {key: resolve(child, path + (key,), file, chain) for key, child in value.items()}
        if isinstance(value, list):
            return [resolve(child, path + (index,), file, chain) for index, child in enumerate(value)]
        return value

    document.value = resolve(document.value, (), main, [main])
    return document, files


# Schemas.


class Schemas:
    """The schemas of a folder, under each draft."""

    def __init__(self, folder):
        self.folder = folder
        self.schemas = {path.resolve(): json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
        self.registries = {}
        for draft, validator in DRAFTS.items():
            # A schema that names its draft would be followed under that one alone.
            dialect = validator.META_SCHEMA["$schema"]
            resources = [
                (path.as_uri(), referencing.Resource.from_contents({**schema, "$schema": dialect}))
                for path, schema in self.schemas.items()
            ]
            self.registries[draft] = referencing.Registry().with_resources(resources)

    def errors(self, value, schema, draft):
        """The problems of a value: pairs of a path and a sentence."""
        validator = DRAFTS[draft]({"$ref": schema.resolve().as_uri()}, registry=self.registries[draft])
        for error in validator.iter_errors(value):
            for path, message in meant(error, ()):
                yield path, message if len(message) <= 240 else message[:120] + " … " + message[-119:]

    def problems(self, document, schema):
        """The problems of a document under any draft, each once."""
        found = {}
        for draft in DRAFTS:
            for path, message in self.errors(document.value, schema, draft):
                found.setdefault((path, message), []).append(draft)
        for (path, message), drafts in found.items():
            near = path
            while near not in document.places and near:
                near = near[:-1]
            file, line = document.places.get(near, ("?", 1))
            only = "" if len(drafts) == len(DRAFTS) else f" (under {drafts[0]} only)"
            yield file, line, path, message + only

    def own_problems(self):
        """What is wrong with the schemas themselves."""
        for path, schema in self.schemas.items():
            for draft, validator in DRAFTS.items():
                checked = {**schema, "$schema": validator.META_SCHEMA["$schema"]}
                for error in validator(validator.META_SCHEMA).iter_errors(checked):
                    yield path, 1, tuple(error.absolute_path), f"not a schema under {draft}: {error.message}"
            for place, problem in self.walk(schema, path, (), False):
                yield path, 1, place, problem

    def walk(self, schema, file, place, is_test):
        """Keywords, references and help. Inside `if` and `not` keys are tested, so they need no help."""
        if isinstance(schema, bool):
            return
        for keyword in schema:
            if keyword not in KEYWORDS:
                yield place + (keyword,), "the two drafts do not share this keyword"
        if "$ref" in schema:
            if len(schema) > 1:
                yield place, "a $ref stands alone; put it into an anyOf beside other keywords"
            if self.target(schema["$ref"], file) is None:
                yield place, f"“{schema['$ref']}” leads nowhere"
        if isinstance(schema.get("items"), list):
            yield place + ("items",), "the two drafts do not share a list of schemas here"
        for keyword in schema.keys() & SCHEMAS:
            if not isinstance(schema[keyword], list):
                yield from self.walk(schema[keyword], file, place + (keyword,), is_test or keyword in ("if", "not"))
        for keyword in schema.keys() & LISTS_OF_SCHEMAS:
            for index, child in enumerate(schema[keyword]):
                yield from self.walk(child, file, place + (keyword, index), is_test)
        for keyword in schema.keys() & OF_SCHEMAS:
            for name, child in schema[keyword].items():
                if keyword == "properties" and not is_test and not self.helps(child, file):
                    yield place + (keyword, name), "this key has no description for editors to show"
                yield from self.walk(child, file, place + (keyword, name), is_test)

    def helps(self, schema, file):
        if not isinstance(schema, dict):
            return True  # `true`: described where the key is defined
        if "$ref" in schema:
            schema = self.target(schema["$ref"], file) or {}
        return bool(schema.get("description")) and bool(schema.get("title"))

    def target(self, reference, file):
        name, _, pointer = reference.partition("#")
        value = self.schemas.get((file.parent / name).resolve() if name else file)
        for step in filter(None, pointer.split("/")):
            value = value.get(step) if isinstance(value, dict) else None
        return value


def meant(error, base):
    """The problems behind an error: of an anyOf, those of the branch that its author most probably meant."""
    base = base + tuple(error.path)
    if error.validator != "anyOf":
        yield base, error.message
        return
    branches = {}
    for child in error.context:
        branches.setdefault(child.schema_path[0], []).append(child)

    def rank(index):
        errors = [error for error in branches[index] if not error.path]
        is_other = any(
            error.validator == "type" or (error.validator == "required" and error.validator_value == ["include"])
            for error in errors
        )
        return is_other, len(branches[index]), -index

    for child in branches[min(branches, key=rank)]:
        yield from meant(child, base)


# The checks.


def is_document(path):
    value = read(path).value
    return isinstance(value, dict) and "format" in value


def check(root, results):
    schemas = Schemas(root / "Assessments" / "schema")
    problems = list(schemas.own_problems())
    counts = {"schemas": len(schemas.schemas), "files": 0, "assessments": 0, "results": len(results)}
    if problems:
        return problems, counts
    for folder in sorted((root / "Assessments").iterdir()):
        if not folder.is_dir() or folder.name == "schema":
            continue
        paths = [path.resolve() for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".yml", ".json")]
        if folder.name == "words":
            # Words of the interface: a file a language.
            for path in paths:
                counts["files"] += 1
                problems += file_problems(path, schemas)
            continue
        mains = [path for path in paths if path.stem == "assessment" and path.parent == folder.resolve()]
        if len(mains) != 1:
            problems.append((folder, 1, (), f"an assessment has one main file, assessment.yaml; here are {len(mains)}"))
        for path in paths:
            counts["files"] += 1
            problems += file_problems(path, schemas)
        # Beside the main file may stand documents of their own, such as a programme: they have a format.
        others = [path for path in paths if path not in mains and is_document(path)]
        reached = set()
        for main in mains + others:
            counts["assessments"] += 1
            document, files = whole(main, folder.resolve())
            reached |= files
            problems += document.problems or schemas.problems(document, schemas.folder / "assessment.schema.json")
        problems += [(path, 1, (), "no assessment includes this file") for path in paths if path not in reached]
    for path in results:
        document = read(path, is_json=True)
        # Results of skills say of which command they are; each other kind of result has a key that no other has.
        first = document.value[:1] if isinstance(document.value, list) else [document.value]
        keys = first[0] if first and isinstance(first[0], dict) else {}
        kind = keys.get("kind")
        found = next((name for key, name in KINDS_OF_RESULTS.items() if key in keys), "result")
        name = (f"skills-{kind}" if kind else found) + ".schema.json"
        if (schemas.folder / name).resolve() not in schemas.schemas:
            problems.append((path, 1, (), f"no schema describes results of the kind “{kind}”"))
            continue
        problems += document.problems or schemas.problems(document, schemas.folder / name)
    for name in ("schemas", "files"):
        if not counts[name]:
            problems.append((root, 1, (), f"there are no {name} to check"))
    # What a file showed alone, its whole assessment shows again under a longer path.
    first = {}
    for file, line, path, message in problems:
        first.setdefault((file, line, path[-1:], message), (file, line, path, message))
    return list(first.values()), counts


def file_problems(path, schemas):
    if path.suffix == ".json":
        return  # JSON has no comments, so no modeline; it was checked as part of its assessment
    document = read(path)
    if document.problems:
        yield from document.problems
        return
    modeline = MODELINE.match(path.read_text("utf-8-sig"))
    schema = (path.parent / modeline.group(1)).resolve() if modeline else None
    if schema in schemas.schemas:
        yield from schemas.problems(document, schema)
    else:
        yield path, 1, (), "the file does not begin with a modeline that names a schema"


def shown(path):
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


# The self-test.

RIGHT = {
    "assessment": """
        format: 1
        id: sample
        version: 1.0.0
        title: {en: Sample, cy: Sampl}
        levels: [{id: low, value: 1, name: Low}, {id: high, value: 2, from: 1.5, name: High}]
        themes: [{id: place, name: Place, wordings: [{date: 2017-02-21, text: As it was}]}]
        areas: [{id: leadership, name: Leadership, themes: [place], target: 2, levels: {low: Not yet, high: Done}}]
        scoring:
          areas: {rule: weighted-mean, minimum-answered: 0.5, by-id: {leadership: {rule: median}, people: {rule: staged,
            met-at: 3, share: 0.8, partial-credit: true}, place: {rule: share-at-least, inner: {rule: additive-levels},
            at-least: 3}, design: {rule: percent-of-maximum, base: zero, unit: question, question-summary: median}}}
          themes: {rule: weighted-mean, of: areas}
          principles: {rule: product-chain, base: 1}
          literacies: {rule: capped, inner: median, ceilings: [{at: 1, when: {question: q, is: no}}]}
          overall: none
        questionnaires: [include: questionnaires/employees.yaml]
        projects: [{id: portal, name: Portal, state: pilot, timeframe: {from: 2026-04, to: 2026-09}, serves: []}]
        """,
    "areas": "[{id: leadership, name: Leadership, weight: 1}, {include: areas/people.yaml}]",
    "actions": "[{id: trial, name: Try it, area: leadership, when: {all: [{area: leadership, below: 3}]}, effort: 5}]",
    "skills": """
        levels: [{id: not-yet, value: 0, name: Not yet}]
        competences: [{id: writing, literacy: communicating, name: Writing, levels: {not-yet: Leaves it to others}}]
        roles: {include: roles.yaml}
        learning: [{include: guide.yaml}]
        questionnaires: [{id: own, rater: self, title: What I can do, roles: [adviser]}]
        scoring: {rule: minimum, missing: block}
        """,
    "competences": "[{id: writing, literacy: communicating, name: Writing}, {include: more.yaml}]",
    "roles": """
        - {id: staff, name: Staff, literacies: {communicating: not-yet}, raters: [self, manager], private: true}
        - {id: adviser, name: Adviser, extends: staff, champion: true, competences: {writing: {level: on-my-own,
          importance: desirable}, talking: not-needed}}
        """,
    "learning": """
        - {id: guide, name: Guide, form: guide, hours: 0.5, teaches: [{competence: writing, from: not-yet, to: with-help}]}
        - {id: club, name: Club, form: coding-club, hours: 6, seats: 12, teaches: [{include: steps.yaml}]}
        """,
    "indicators": """
        id: evidence
        title: What figures show
        items:
          - {id: sign-ups, name: Sign-ups, direction: up, baseline: {date: 2018-01-01, value: 0, source: A note},
             target: {value: 9, date: 2027-03-31, source: Ours}, bands: [{from: 0, score: 1}], measures: {areas: [online]},
             values: [{date: 2019-11-13, value: 5, source: A note, said: over 5}]}
          - {id: gave-up, name: Gave up, unit: "%", direction: down, bands: [{from: 0, score: 3}], weight: 0.5}
        """,
    "questionnaire": """
        id: employees
        title: Employees
        attributes: [{id: team, text: Which team, values: [{id: 1, label: One}]}]
        answers: {agree: [{id: no, label: No, score: 1}, {id: yes, label: Yes, score: 5}]}
        sections:
          - id: one
            questions:
              - {id: now, snapshot: leadership, allow: [dont-know]}
              - {id: a, kind: agreement, text: Do you agree, options: agree, measures: {areas: {leadership: 0.5}}}
              - {id: b, kind: choice, text: Which, options: [{id: x, label: X}], show-when: {question: a, is: [yes]}}
              - {id: c, kind: number, text: How many, bands: [{from: 0, score: 1}, {from: 5, score: 2}]}
              - {id: d, kind: slider, text: How far, steps: 7}
              - {id: e, kind: choices, text: All that apply, options: [{id: x, label: X}, {id: y, label: Y}], none: y,
                 at-most: 1, score: count, bands: [{from: 0, score: 1}, {from: 1, score: 5}]}
              - {id: f, kind: percentage, text: How much, bands: [{from: 0, score: 1}]}
              - {use: h, from: members}
              - {id: g, kind: ranking, text: In order, options: agree, score: {of: yes, places: [5, 1]}}
        """,
    "skills-gaps": """
        {notice: "Personal: for few", format: 1, kind: gaps, framework: sample, version: 1.0.0, on: 2025-11-30,
         validFrom: null, raters: mean, people: [{
            person: p1, roles: [adviser], team: null, manager: p2, meetingAll: null,
            literacies: [{id: communicating, level: null, required: 2, gap: null, met: null}],
            competences: [{id: writing, level: 1, required: 2, gap: 1, met: false, essential: true}]},
            {person: p3, roles: [], reason: no-role, team: null, manager: null, meetingAll: null, literacies: [],
             competences: []}],
         summary: {people: 1, peopleWithoutRole: 1,
          meetingAll: {count: 0, of: 0, notRated: 1, share: null, low: null, high: null, reason: nobody-rated},
          literacies: [{id: communicating, count: 0, of: 1, notRated: 0, share: 0, low: 0, high: 0.8, meanGap: 1}]}}
        """,
    "skills-person": """
        {notice: "Personal: for few", format: 1, kind: person, framework: sample, version: 1.0.0, on: 2025-11-30,
         validFrom: 2024-11-30, raters: mean, person: {
            person: p1, roles: [adviser], team: null, manager: p2, meetingAll: null,
            literacies: [{id: communicating, level: null, required: 2, gap: null, met: null}],
            competences: [{id: writing, level: null, required: 2, gap: null, met: null, essential: true, reason: conflicting,
              selfAboveManager: null, ratings: [{rater: self, says: conflicting, date: 2025-10-01, outOfDate: false}]}]},
         plan: {steps: [{item: course, hours: 2, brings: [{competence: writing, from: 1, to: 2}]}], planHours: 2,
           left: [{competence: calling, gap: 1, reason: hours}], notRated: [meeting]}}
        """,
    "skills-plan": """
        {notice: "Personal: for few", format: 1, kind: plan, framework: sample, version: 1.0.0, on: 2025-11-30,
         validFrom: null, raters: mean, hours: null, plans: [{person: p1, steps: [], planHours: 0, left: [], notRated: []},
           {person: p3, reason: no-role, steps: [], planHours: 0, left: [], notRated: []}]}
        """,
    "skills-score": """
        {format: 1, kind: score, framework: sample, version: 1.0.0, digest: null, on: 2025-11-30, validFrom: null,
         raters: mean, threshold: 10, peopleWithoutRole: 0, groups: [], summary: {group: {}, name: Everyone, people: 12,
           meetingAll: {count: 4, of: 12, notRated: 0, outOfDate: 0, share: 0.333, low: 0.1, high: 0.6}, literacies: [],
           competences: [{id: writing, count: 4, of: 12, notRated: 0, outOfDate: 0, share: 0.333, low: 0.1, high: 0.6,
             meanGap: 0.5}],
           selfAgainstManager: [{id: communicating, people: 12, higher: 4, same: 4, lower: 4, meanDifference: 0}]}}
        """,
    "skills-heatmap": """
        {format: 1, kind: heatmap, framework: sample, version: 1.0.0, digest: null, on: 2025-11-30, validFrom: null,
         raters: mean, threshold: 10, peopleWithoutRole: 0, rows: [{group: {team: a}, name: A, people: null, literacies: [],
           meetingAll: {count: null, of: null, notRated: null, outOfDate: null, share: null, low: null, high: null,
             reason: withheld}}]}
        """,
    "skills-demand": """
        {format: 1, kind: demand, framework: sample, version: 1.0.0, digest: null, on: 2025-11-30, validFrom: null,
         raters: mean, threshold: 10, peopleWithoutRole: 0, items: [{id: course, name: Course, form: webinar, hours: 2,
           seats: 5, needed: 6, of: 12, sessions: 2, sessionHours: 4, learnerHours: 12, champions: 1,
           championsByTeam: [{team: a, name: A, champions: null}], teams: [
             {group: {team: a}, name: A, people: 12, needed: null, of: null, sessions: null, sessionHours: null,
              learnerHours: null, champions: 1}]}]}
        """,
    "skills-compare": """
        {format: 1, kind: compare, framework: sample, version: 1.0.0, digest: null, before: 2024-11-30, after: 2025-11-30,
         raters: mean, threshold: 10, fewDiffer: true, groups: [{group: {}, name: Everyone, starters: 4, leavers: null, meetingAll: {
           before: {count: null, of: null, notRated: null, outOfDate: null, share: null, low: null, high: null, reason: withheld,
             fewDiffer: true}, after: {count: 4, of: 12, notRated: 0, outOfDate: 0, share: 0.333, low: 0.1, high: 0.6},
           change: null, samePeople: {people: null, metBefore: null, metAfter: null, gained: null, lost: null, change: null,
             low: null, high: null, reason: withheld}}, literacies: []}]}
        """,
    "result": """
        format: 1
        assessment: {id: sample, version: 1.0.0, digest: null}
        questionnaire: employees
        audience: employees
        mode: individual
        threshold: 10
        calculations: []
        groups:
          - group: {}
            respondents: 12
            suppressed: false
            areas:
              - {id: leadership, name: Leadership, score: null, reason: Withheld., reasonCode: withheld, level: null,
                 target: 2, gap: null, n: null, coverage: null, answered: null, statuses: null, distribution: [],
                 unanimous: false, added-later: 1}
            themes: []
            principles: []
            literacies: []
            overall: null
            questions: []
        """,
    "explanation": """
        - title: Leadership
          steps: [{text: Add up., details: [{text: Divide by 3., details: []}]}, {text: Round.}]
          result: The score is 2.5.
        """,
    "statistics": """
        raters: rows
        scale: {low: 1, high: 5, observed: true}
        columns: {a: {n: 2, missing: 0, mean: 2.5, sd: 0.5, median: 2.5, interpolatedMedian: null, consensus: 0.5,
          agreement: null, rwg: null, rwgFloored: null, counts: [{value: 2, count: 1}, {value: 3, count: 1}]}}
        alpha: {listwise: null, pairwise: null, standardized: null, n: 2, itemRest: {a: null}, ifDropped: {a: null}}
        icc: {icc1: null, icc2: null, icc3: null, icc1k: null, icc2k: null, icc3k: null}
        krippendorff: {nominal: 0.5}
        reasons: {alpha.listwise: There is one column.}
        """,
    "priorities": """
        {format: 1, areas: [{id: online, score: 2, target: 4, gap: 2}, {id: people, score: null, target: 4, gap: null,
          reason: Withheld.}], ranked: [{id: portal, area: online, benefit: 1, effort: 0, benefitPerDay: null, parts: [
            {area: online, weight: 1, uplift: 1, gap: 2, benefit: 1}]}],
         unranked: [{id: coach, area: people, benefit: null, reason: Withheld., effort: 5, benefitPerDay: null, parts: [
            {area: people, weight: 1, uplift: 1, gap: null, reason: Withheld., benefit: null}]}],
         neededFirst: [], notCalledFor: [rescue], selection: {budget: 10, effort: 0, benefit: 1, proven: true, chosen: [portal],
           closeCalls: [{action: portal, taken: true, loss: 0.01, instead: [other], without: [portal], effort: 4}],
           unavailable: [{id: coach, reason: Withheld.}], expected: [{area: online, now: 2, estimate: 3}]}}
        """,
    "roadmap": """
        {format: 1, month: 2027-06, items: [{kind: project, id: portal, name: Portal, workstream: null, lead: null, effort: 3,
          from: 2027-01, to: 2027-12, state: pilot, since: null, started: 2027-02, finished: null, serves: [online], requires: [survey],
          status: under-way, monthsLate: null}], problems: [Something ends too late.]}
        """,
    "comparison": """
        {format: 1, base: {id: sample, version: 1.0.0, digest: null}, now: {id: sample, version: 1.1.0, digest: null},
         questionnaire: staff, gap: {before: 2, now: 1, closed: 1, toTargetBefore: 0.5, toTargetNow: 0.75},
         changes: [{kind: area, id: online, name: Online, base: 2, now: 3, change: 1, interval: {low: 0.5, high: 1.5,
           method: welch}, moreThanNoise: true, target: 4, progress: 0.5}],
         common: [{kind: area, id: online, name: Online, base: null, now: 3, change: null, reason: New., interval: null,
           intervalReason: New., moreThanNoise: null, target: 4, progress: null}],
         removed: [old], changedItems: [{area: online, question: a, base: null, now: 1}],
         participation: {base: 12, now: null, groups: [{group: {team: null}, base: 12, now: null}]},
         sameMix: [{id: online, score: null, reason: Withheld.}],
         assessmentChanges: [{kind: reworded, what: question, id: a, detail: Other words.}]}
        """,
    "trend": """
        {format: 1, comparisons: [{format: 1, base: {id: sample, version: 1.0.0, digest: null}, now: {id: sample, version: 1.1.0, digest: null},
         questionnaire: staff, gap: {before: null, now: null, closed: null, toTargetBefore: null, toTargetNow: null, reason: Withheld.},
         changes: [{kind: area, id: online, name: Online, base: 2, now: 3, change: 1, interval: {low: 0.5, high: 1.5,
           method: welch}, moreThanNoise: true, target: 4, progress: 0.5}],
         common: [{kind: area, id: online, name: Online, base: null, now: 3, change: null, reason: New., interval: null,
           intervalReason: New., moreThanNoise: null, target: 4, progress: null}],
         removed: [old], changedItems: [{area: online, question: a, base: null, now: 1}],
         participation: {base: 12, now: null, groups: [{group: {team: null}, base: 12, now: null}]},
         sameMix: [{id: online, score: null, reason: Withheld.}],
         assessmentChanges: [{kind: reworded, what: question, id: a, detail: Other words.}]}]}
        """,
    "correction": """
        {format: 1, entries: [{questionnaire: staff, group: {team: north}, of: Online (area), figure: score,
          published: "2.5", corrected: withheld}], newGroups: [{questionnaire: staff, group: {team: south}}], goneGroups: [],
         leftOut: 2, likeAnotherAssessment: false}
        """,
    "upgrade": """
        {format: 1, base: {id: sample, version: 1.0.0, digest: null}, now: {id: sample, version: 1.1.0, digest: null},
         questionnaire: staff, columns: [{id: a, text: How, fate: ask-again, reason: It is worded differently.},
           {id: b, text: Who, fate: new}]}
        """,
    "indicator-values": """
        {format: 1, questionnaire: evidence, on: 2019-11-13, indicators: [{id: sign-ups, name: Sign-ups, unit: "", direction: up,
          baseline: null, latest: {date: 2019-11-13, value: 5, said: over 5, source: A note}, target: null, progress: null,
          progressReason: There is no baseline., score: 3, scoreReason: null, level: null}]}
        """,
    "reasons": """
        {format: 1, threshold: 10, suppressed: false, comments: 20, base: 12, checked: 20, withoutReason: 8, unsorted: 0,
         reasons: [{code: unaware, label: Did not know, count: 12, share: 1, low: 0.8, high: 1}],
         agreement: {of: 12, agreed: 12, alpha: null}}
        """,
    "coverage": """
        assessment: sample
        version: 1.0.0
        all: {questions: 1, areas: [{id: people, questions: 1, blindSpot: false}],
          statements: [{kind: principle, id: open, questions: 0, blindSpot: true, byArea: {people: 0}}]}
        questionnaires: {}
        """,
}

# What is changed in a right document, and where the change must be refused.
WRONG = [
    ("assessment", "a misspelt key", "levels: [{", "levles: [{", ""),
    ("assessment", "a later format", "format: 1", "format: 2", "format"),
    ("assessment", "no id", "id: sample", "summary: Sample", ""),
    ("assessment", "a version of two numbers", "1.0.0", '"1.0"', "version"),
    ("assessment", "a number as a version", "1.0.0", "1.0", "version"),
    ("assessment", "an id with capitals", "id: place,", "id: Place,", "themes[0].id"),
    ("assessment", "a word for a number", "value: 1,", "value: one,", "levels[0].value"),
    ("assessment", "a quoted number", "target: 2", 'target: "2"', "areas[0].target"),
    ("assessment", "a tag that is no language", "cy: Sampl", "welsh-language: Sampl", "title"),
    ("assessment", "a list for a text", "name: Low", "name: [Low]", "levels[0].name"),
    ("assessment", "a blank name", "name: Low", 'name: " "', "levels[0].name"),
    ("assessment", "no questionnaires", "questionnaires:", "workstreams:", ""),
    ("assessment", "a share above 1", "answered: 0.5", "answered: 50", "scoring.areas.minimum-answered"),
    ("assessment", "an option that a rule lacks", "rule: median}", "rule: median, at: 3}",
     "scoring.areas.by-id.leadership"),
    ("assessment", "a share met above 1", "share: 0.8", "share: 80", "scoring.areas.by-id.people.share"),
    ("assessment", "a summary that is none", "summary: median", "summary: mode",
     "scoring.areas.by-id.design.question-summary"),
    ("assessment", "a base that is none", "base: zero", "base: one", "scoring.areas.by-id.design.base"),
    ("assessment", "a share of people without its bound", """,
            at-least: 3""", "", "scoring.areas.by-id.place"),
    ("assessment", "a source that themes lack", "of: areas", "of: people", "scoring.themes.of"),
    ("assessment", "a cap without its rule", "inner: median, ", "", "scoring.literacies"),
    ("assessment", "an include with company", "[include: questionnaires/employees.yaml]",
     "[{include: a.yaml, id: employees}]", "questionnaires[0]"),
    ("assessment", "an include from the root", "include: questionnaires/", "include: /", "questionnaires[0].include"),
    ("assessment", "a state that is none", "state: pilot", "state: piloting", "projects[0].state"),
    ("assessment", "a thirteenth month", "from: 2026-04", "from: 2026-13", "projects[0].timeframe.from"),
    ("assessment", "a month without its zero", "to: 2026-09", "to: 2026-9", "projects[0].timeframe.to"),
    ("areas", "a negative weight", "weight: 1", "weight: -1", "[0].weight"),
    ("areas", "no name", "name: Leadership, ", "", "[0]"),
    ("actions", "a condition that asks nothing", ", below: 3", "", "[0].when.all[0]"),
    ("actions", "a condition that asks two things", "below: 3", "below: 3, above: 1", "[0].when.all[0]"),
    ("actions", "a question for a score", "{area: leadership, below: 3}", "{question: a, below: 3}", "[0].when.all[0]"),
    ("actions", "negative effort", "effort: 5", "effort: -5", "[0].effort"),
    ("skills", "no literacy", "literacy: communicating, ", "", "competences[0]"),
    ("skills", "a rater that is none", "rater: self", "rater: me", "questionnaires[0].rater"),
    ("skills", "a rule without its name", "rule: minimum, ", "", "scoring"),
    ("competences", "a word for a description", "name: Writing}", "name: Writing, levels: clear}", "[0].levels"),
    ("roles", "an importance that is none", "importance: desirable", "importance: high",
     "[1].competences.writing.importance"),
    ("roles", "a requirement without a level", "level: on-my-own,", "", "[1].competences.writing"),
    ("roles", "nobody who rates", "raters: [self, manager]", "raters: []", "[0].raters"),
    ("roles", "a misspelt key", "champion: true", "champoin: true", "[1]"),
    ("learning", "a form that is none", "form: guide", "form: leaflet", "[0].form"),
    ("learning", "no hours", "hours: 0.5", "hours: 0", "[0].hours"),
    ("learning", "nothing taught", "teaches: [{include: steps.yaml}]", "teaches: []", "[1].teaches"),
    ("learning", "half a seat", "seats: 12", "seats: 0.5", "[1].seats"),
    ("skills-gaps", "a word for whether it is met", "met: null", "met: not-rated", "people[0].literacies[0].met"),
    ("skills-gaps", "a gap below zero", "gap: 1,", "gap: -1,", "people[0].competences[0].gap"),
    ("skills-gaps", "a literacy without its id", "[{id: communicating, count", "[{count", "summary.literacies[0]"),
    ("skills-gaps", "a file that does not say that it is personal", "Personal: for few", "For many", "notice"),
    ("skills-gaps", "another command's result", "kind: gaps", "kind: plan", "kind"),
    ("skills-person", "no level and no reason", ", reason: conflicting", "", "person.competences[0]"),
    ("skills-person", "a rating that says nothing", "says: conflicting, ", "", "person.competences[0].ratings[0]"),
    ("skills-person", "a step that brings nothing", "[{competence: writing, from: 1, to: 2}]", "[]", "plan.steps[0].brings"),
    ("skills-plan", "a plan of nobody", "person: p1, ", "", "plans[0]"),
    ("skills-score", "a threshold below five", "threshold: 10", "threshold: 4", "threshold"),
    ("skills-score", "a share above one", "share: 0.333, low: 0.1, high: 0.6},", "share: 33.3, low: 0.1, high: 0.6},",
     "summary.meetingAll.share"),
    ("skills-score", "a comparison without its literacy", "[{id: communicating, people", "[{people",
     "summary.selfAgainstManager[0]"),
    ("skills-heatmap", "a withheld figure without the reason", "high: null,\n             reason: withheld", "high: null",
     "rows[0].meetingAll"),
    ("skills-heatmap", "people below zero", "people: null", "people: -1", "rows[0].people"),
    ("skills-demand", "a session with no seats", "seats: 5", "seats: 0", "items[0].seats"),
    ("skills-demand", "a team's need without the hours", "learnerHours: null, ", "", "items[0].teams[0]"),
    ("skills-compare", "a day that is none", "before: 2024-11-30", "before: last year", "before"),
    ("skills-compare", "a figure that is shown, and withheld for few", "reason: withheld,\n             fewDiffer: true}", "reason: withheld,\n             fewDiffer: false}", "groups[0].meetingAll.before.fewDiffer"),
    ("skills-compare", "a group by age", "{group: {}, name", "{group: {age: 40}, name", "groups[0].group"),
    ("questionnaire", "a kind that is no name", "kind: slider", "kind: A slider", "sections[0].questions[4].kind"),
    ("questionnaire", "neither kind nor snapshot", "kind: choice, ", "", "sections[0].questions[2]"),
    ("questionnaire", "a misspelt snapshot", "snapshot:", "snapshoot:", "sections[0].questions[0]"),
    ("questionnaire", "a misspelt key of a kind", "options: [{", "opitons: [{", "sections[0].questions[2]"),
    ("questionnaire", "a key of another kind", "bands:", "options: agree, bands:", "sections[0].questions[3]"),
    ("questionnaire", "an option without an id", "{id: x, label", "{label", "sections[0].questions[2].options[0]"),
    ("questionnaire", "agreement without a score", "options: agree,", "options: [{id: x, label: X}],",
     "sections[0].questions[1].options[0]"),
    ("questionnaire", "a column that is taken", "id: a,", "id: weight,", "sections[0].questions[1].id"),
    ("questionnaire", "a status nobody may choose", "[dont-know]", "[not-shown]", "sections[0].questions[0].allow[0]"),
    ("questionnaire", "a mode that is none", "title: Employees", "title: E\n        mode: crowd", "mode"),
    ("questionnaire", "a way of scoring that is none", "score: count", "score: median", "sections[0].questions[5].score"),
    ("questionnaire", "a bound that a percentage has already", "kind: percentage,", "kind: percentage, minimum: 5,",
     "sections[0].questions[6]"),
    ("questionnaire", "places without their option", "of: yes, ", "", "sections[0].questions[8].score"),
    ("questionnaire", "no place that scores", "places: [5, 1]", "places: []", "sections[0].questions[8].score.places"),
    ("questionnaire", "a question from nowhere", "use: h, from: members", "use: h", "sections[0].questions[7]"),
    ("questionnaire", "a used question that is changed", "use: h, from: members", "use: h, from: members, weight: 2",
     "sections[0].questions[7]"),
    ("indicators", "a direction that is none", "direction: down", "direction: less", "items[1].direction"),
    ("indicators", "a value without its source", "value: 5, source: A note,", "value: 5,", "items[0].values[0]"),
    ("indicators", "a date that is a month", "date: 2019-11-13", "date: 2019-11", "items[0].values[0].date"),
    ("indicators", "no bands", ", bands: [{from: 0, score: 3}]", "", "items[1]"),
    ("indicators", "a target without a value", "value: 9, date", "date", "items[0].target"),
    ("result", "no reason for a null", "reason: Withheld., ", "", "groups[0].areas[0]"),
    ("result", "a threshold below five", "threshold: 10", "threshold: 4", "threshold"),
    ("result", "people in a withheld group", "suppressed: false", "suppressed: true", "groups[0].respondents"),
    ("result", "a count below zero", "respondents: 12", "respondents: -1", "groups[0].respondents"),
    ("result", "no groups", "groups:", "groop:", ""),
    ("explanation", "a step without words", "text: Divide by 3., ", "", "[0].steps[0].details[0]"),
    ("explanation", "no result", "result:", "ruselt:", "[0]"),
    ("statistics", "a mean in words", "mean: 2.5", "mean: some", "columns.a.mean"),
    ("statistics", "raters across", "raters: rows", "raters: diagonal", "raters"),
    ("priorities", "a benefit that is null without why", "benefit: null, reason: Withheld., effort", "benefit: null, effort",
     "unranked[0]"),
    ("priorities", "a budget of zero", "budget: 10", "budget: 0", "selection.budget"),
    ("priorities", "an action that is chosen twice", "chosen: [portal]", "chosen: [portal, portal]", "selection.chosen"),
    ("roadmap", "a thirteenth month", "from: 2027-01", "from: 2027-13", "items[0].from"),
    ("roadmap", "no status in a month", "status: under-way, ", "", "items[0]"),
    ("roadmap", "a state that is none", "state: pilot", "state: begun", "items[0].state"),
    ("comparison", "a change that is null without why", "change: null, reason: New.,", "change: null,", "common[0]"),
    ("comparison", "a range without an end", "high: 1.5,", "", "changes[0].interval"),
    ("comparison", "no range and no reason", "intervalReason: New., ", "", "common[0]"),
    ("trend", "a gap that is null without why", "toTargetNow: null, reason: Withheld.", "toTargetNow: null", "comparisons[0].gap"),
    ("comparison", "a share beyond everything", "toTargetNow: 0.75", "toTargetNow: 1.5", "gap.toTargetNow"),
    ("trend", "nothing compared", "comparisons:", "comparisions:", ""),
    ("trend", "a kind of subject that is none", "kind: area", "kind: aera", "comparisons[0].changes[0].kind"),
    ("correction", "a figure without what it was", ", corrected: withheld", "", "entries[0]"),
    ("upgrade", "to be asked again without why", ", reason: It is worded differently.", "", "columns[0]"),
    ("upgrade", "a fate that is none", "fate: new", "fate: kept", "columns[1].fate"),
    ("indicator-values", "no progress and no reason", "There is no baseline.", "null", "indicators[0].progressReason"),
    ("indicator-values", "a value without its source", ", source: A note", "", "indicators[0].latest"),
    ("reasons", "a base that is withheld and shown", "suppressed: false", "suppressed: true", "base"),
    ("reasons", "a share above one", "share: 1,", "share: 12,", "reasons[0].share"),
    ("coverage", "a kind that is none", "kind: principle", "kind: rule", "all.statements[0].kind"),
    ("coverage", "no areas", "areas:", "aeras:", "all"),
]

SCALARS = {
    "no": "no", "on": "on", "yes": "yes", "2017-02-21": "2017-02-21", "12:30": "12:30", "1_000": "1_000",
    "true": True, "FALSE": False, "tRue": "tRue", "~": None, "null": None, "": None, '"1"': "1", "'true'": "true",
    "010": 10, "0o17": 15, "0x1F": 31, "-3": -3, "+3": 3, "1.5": 1.5, ".5": 0.5, "1e3": 1000.0, ".inf": ".inf",
    "1.0.0": "1.0.0", "=": "=", "<<": "<<", "!!str 1": "1",
}  # fmt: skip


def self_test(root):
    schemas = Schemas(root / "Assessments" / "schema")
    failures = []
    for text, expected in SCALARS.items():
        value = read_yaml(f"[{text}]" if text else "[~]", "self-test").value[0]
        if value != expected or type(value) is not type(expected):
            failures.append(f"the scalar {text} is read as {value!r}, not as {expected!r}")
    if not read_yaml("{a: 1, a: 2}", "self-test").problems:
        failures.append("a repeated key is not noticed")
    for draft in DRAFTS:
        for name, text in RIGHT.items():
            schema = schemas.folder / f"{name}.schema.json"
            for path, message in schemas.errors(read_yaml(text, name).value, schema, draft):
                failures.append(f"a right {name} is refused under {draft}: {shown(path)}: {message}")
        for name, what, right, wrong, place in WRONG:
            if RIGHT[name].count(right) < 1:
                failures.append(f"{what}: the right {name} does not hold “{right}”")
                continue
            text = RIGHT[name].replace(right, wrong, 1)
            schema = schemas.folder / f"{name}.schema.json"
            found = [shown(path) for path, _ in schemas.errors(read_yaml(text, name).value, schema, draft)]
            if not found:
                failures.append(f"{what} is accepted under {draft}: {name}, {place or 'at the root'}")
            elif place not in found:
                failures.append(f"{what} is refused under {draft} at {found}, not at {place or 'the root'}")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", nargs="*", type=pathlib.Path, metavar="RESULT.json", help="JSON that maturity wrote")
    parser.add_argument("--self-test", action="store_true", help="check that wrong documents are refused")
    arguments = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    if arguments.self_test:
        failures = self_test(root)
        for failure in failures:
            print(failure)
        print(f"self-test: {len(WRONG)} wrong and {len(RIGHT)} right documents under {len(DRAFTS)} drafts, "
              f"{len(SCALARS)} scalars: {len(failures)} failures")
        return 1 if failures else 0
    problems, counts = check(root, arguments.results)
    for file, line, path, message in problems:
        file = pathlib.Path(file)
        file = file.relative_to(root) if file.is_relative_to(root) else file
        print(f"{file}:{line}: {shown(path)}{': ' if path else ''}{message}")
    counts["problems"] = len(problems)
    print(", ".join(f"{count} {name[:-1] if count == 1 else name}" for name, count in counts.items()))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
