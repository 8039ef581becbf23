#!/usr/bin/env python3
"""Writes the manual page maturity(1) from what the program tells of its commands.

maturity --experimental-dump-help | scripts/manual.py VERSION > maturity.1
"""
import datetime
import json
import os
import re
import sys
import textwrap

EXAMPLES = [
    ("Begin an assessment of your own, check it, and print its form",
     ["maturity init our-council", "maturity check our-council",
      "maturity form our-council --questionnaire staff --output form.html"]),
    ("Score what people answered, and write a report",
     ["maturity score digital-first --questionnaire employees-short --responses answers.csv --by directorate "
      "--output report.html"]),
    ("What to do first, within a hundred officer-days",
     ["maturity actions digital-first --result results.json --budget 100"]),
]
ENVIRONMENT = [
    ("NO_COLOR", "Where it is set and not empty, messages have no colour."),
    ("CLICOLOR_FORCE", "Where it is set and not 0, messages have colour even where they do not go to a terminal."),
]
EXITS = [(0, "The work is done."), (64, "The command was used wrongly."), (65, "Something is wrong with the data."),
         (66, "An input is missing or cannot be read."), (73, "The output cannot be written.")]
GLYPHS = {"“": r"\(lq", "”": r"\(rq", "–": r"\(en", "—": r"\(em", "…": r"\[u2026]", "’": r"\(cq", "‘": r"\(oq"}


def text(words):
    """Running text in ASCII, in which an option keeps its hyphens and no line is taken for a command."""
    words = words.replace("\\", r"\e")
    words = re.sub(r"(?<![\w-])-+(?=[a-z])", lambda found: r"\-" * len(found.group()), words)
    words = "".join(GLYPHS.get(letter, letter if letter.isascii() else f"\\[u{ord(letter):04X}]") for letter in words)
    return re.sub(r"^([.'])", r"\\&\1", words, flags=re.MULTILINE)


def paragraphs(words):
    """Lines of a text, paragraph by paragraph, a sentence a line as the format wants it."""
    for number, paragraph in enumerate(words.strip().split("\n\n")):
        if number:
            yield ".Pp"
        for sentence in re.split(r"(?<=[a-z0-9)”][.?!]) +(?=[A-Z“])|\n", paragraph):
            yield from (text(line) for line in textwrap.wrap(sentence.strip(), 72, break_on_hyphens=False))


def names(argument):
    shown = []
    for name in sorted(argument.get("names", []), key=lambda name: name["kind"] == "long"):
        shown.append("Fl " + ("\\-" if name["kind"] == "long" else "") + name["name"])
    return shown


def value(argument):
    if argument["kind"] == "flag":
        return ""
    return "Ar " + text(argument["valueName"]) + (" ..." if argument.get("isRepeating") else "")


def usage(argument):
    words = value(argument) if argument["kind"] == "positional" else " ".join(
        part for part in (names(argument)[-1], value(argument)) if part)
    return (".Op " if argument.get("isOptional") else ".") + words


def shown(command):
    return [argument for argument in command.get("arguments", [])
            if argument.get("shouldDisplay", True)
            and not {"help", "version"} & {name["name"] for name in argument.get("names", [])}]


def section(command, path):
    yield ".Ss " + text(" ".join(path))
    yield f".Nm maturity"
    yield ".Cm " + text(" ".join(path[1:]))
    arguments = shown(command)
    for argument in sorted(arguments, key=lambda argument: argument["kind"] != "positional"):
        yield usage(argument)
    yield ".Pp"
    yield from paragraphs(command["abstract"])
    if command.get("discussion"):
        yield ".Pp"
        yield from paragraphs(command["discussion"])
    if not arguments:
        return
    yield ".Bl -tag -width Ds"
    for argument in arguments:
        yield ".It " + (value(argument) if argument["kind"] == "positional"
                        else " , ".join(names(argument)) + (" " + value(argument) if value(argument) else ""))
        yield from paragraphs(argument.get("abstract", ""))
        default = argument.get("defaultValue")
        if default not in (None, "", "false"):
            yield text(f"The default is {default}.")
    yield ".El"


def commands(command, path=()):
    """The commands that do something, with their path; not those that only hold others."""
    path = (*path, command["commandName"])
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            yield from commands(inner, path)
    if not command.get("subcommands"):
        yield command, path


def page(dump, version):
    root = dump["command"]
    date = datetime.datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now().timestamp())), datetime.timezone.utc)
    yield f'.Dd {date:%B} {date.day}, {date.year}'
    yield ".Dt MATURITY 1"
    yield f'.Os "digital-maturity {version}"'
    yield ".Sh NAME"
    yield ".Nm maturity"
    abstract = root["abstract"].rstrip(".")
    yield ".Nd " + text(abstract[0].lower() + abstract[1:])
    yield ".Sh SYNOPSIS"
    yield ".Nm"
    yield ".Ar command"
    yield ".Op Ar argument ..."
    yield ".Nm"
    yield ".Fl \\-version"
    yield ".Nm"
    yield ".Fl \\-help"
    yield ".Nm"
    yield ".Cm help Ar command"
    yield ".Sh DESCRIPTION"
    yield from paragraphs(root["discussion"])
    yield ".Sh COMMANDS"
    for command, path in commands(root):
        yield from section(command, path)
    yield ".Sh ENVIRONMENT"
    yield ".Bl -tag -width Ds"
    for name, words in ENVIRONMENT:
        yield ".It Ev " + name
        yield from paragraphs(words)
    yield ".El"
    yield ".Sh EXIT STATUS"
    yield ".Bl -tag -width Ds"
    for number, words in EXITS:
        yield f".It {number}"
        yield from paragraphs(words)
    yield ".El"
    yield ".Sh EXAMPLES"
    for number, (words, lines) in enumerate(EXAMPLES):
        if number:
            yield ".Pp"
        yield text(words) + ":"
        yield ".Bd -literal -offset indent"
        for line in lines:
            yield text(line)
        yield ".Ed"


print("\n".join(page(json.load(sys.stdin), sys.argv[1] if len(sys.argv) > 1 else "")))
