#!/usr/bin/env python3
"""Checks workbooks and documents beside programs that are not ours. Run by OfficeOracleTests, which need its packages.

usage: check_office.py make FOLDER     writes workbooks with openpyxl and XlsxWriter, lets LibreOffice (where it is
                                       installed) write FOLDER/ours.xlsx anew, and writes expected.json: what openpyxl
                                       reads in each
       check_office.py check FOLDER    reads ours.xlsx and ours.docx with openpyxl, python-docx and LibreOffice, and
                                       compares them with ours.json, which says what was written
       check_office.py results FOLDER  reads what `maturity score`, `note` and `paper` wrote: each workbook beside the
                                       JSON of the same name, each document beside the Markdown of the same name
"""
import csv
import datetime
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import openpyxl
import pypdf
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

OFFICE = shutil.which("soffice")
TEXTS = ["Yes", " spaces ", "café", "‏שלום עולם", "👩‍💻😀", "<script>&amp;]]>", "=1+1", "two\nlines", "a;b;c;", "\u00a0", "#N/A",
         "long " * 400, "", "0", "TRUE"]


def moment(draw):
    """A moment that both systems of dates have."""
    return datetime.datetime(1904, 1, 3) + datetime.timedelta(milliseconds=draw.randrange(0, 200 * 365 * 86_400_000))


def values(seed, rows, columns):
    """Rows of values of every kind, some cells and rows blank."""
    draw = random.Random(seed)
    kinds = [
        lambda: draw.choice(TEXTS), lambda: draw.randrange(-1000, 1000), lambda: draw.uniform(-1, 1) * 10 ** draw.randrange(-20, 20),
        lambda: draw.random() < 0.5, lambda: moment(draw), lambda: moment(draw).date(), lambda: moment(draw).time(), lambda: None]
    return [[None] * columns if draw.random() < 0.1 else [draw.choice(kinds)() for _ in range(columns)] for _ in range(rows)]


def with_openpyxl(path, write_only, epoch=None):
    book = openpyxl.Workbook(write_only=write_only)
    if epoch:
        book.epoch = epoch
    sheet = book.create_sheet("Answers") if write_only else book.active
    for row in values(path.name, 200, 12):
        sheet.append(["'=1+1" if value == "=1+1" else value for value in row])
    if not write_only:
        sheet["B300"] = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), " plain")
        sheet["C300"] = "#DIV/0!"
        sheet["XFD1048576"] = "the last cell"
        sheet.merge_cells("E301:F302")
        sheet["E301"] = "merged"
        book.create_sheet("Other")["A1"] = "other"
    book.save(path)


def with_xlsxwriter(path, options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("Form1")
    date = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    length = book.add_format({"num_format": "[h]:mm"})
    for row, cells in enumerate(values(path.name, 200, 12)):
        for column, value in enumerate(cells):
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(row, column, value, date)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(row, column, value)
    sheet.write_formula(300, 0, "=1+1", None, 2)
    sheet.write_formula(300, 1, '="a"&"b"', None, "ab")
    sheet.write_number(300, 2, 1.5, length)
    if not options.get("constant_memory"):
        sheet.write_rich_string(301, 0, "plain ", book.add_format({"bold": True}), "bold", " plain")
    book.close()


def text(cell):
    """What our reader must say of a cell that openpyxl has read: its kind and its text."""
    value = cell.value
    if isinstance(value, bool):
        return ["boolean", "TRUE" if value else "FALSE"]
    if isinstance(value, datetime.timedelta):
        return ["number", repr(value / datetime.timedelta(days=1))]
    if isinstance(value, (int, float)):
        return ["number", repr(value)]
    if isinstance(value, datetime.time):
        return ["date", value.isoformat()]
    if isinstance(value, datetime.datetime):
        return ["date", value.isoformat()]
    return ["error" if cell.data_type == "e" else "text", value]


def make(folder):
    with_openpyxl(folder / "openpyxl.xlsx", False)
    with_openpyxl(folder / "openpyxl-streamed.xlsx", True)
    with_openpyxl(folder / "openpyxl-1904.xlsx", False, openpyxl.utils.datetime.CALENDAR_MAC_1904)
    with_xlsxwriter(folder / "xlsxwriter.xlsx", {})
    with_xlsxwriter(folder / "xlsxwriter-streamed.xlsx", {"constant_memory": True})
    with_xlsxwriter(folder / "xlsxwriter-1904.xlsx", {"date_1904": True})
    if OFFICE:
        convert(folder / "ours.xlsx", "xlsx:Calc MS Excel 2007 XML", folder / "libreoffice")
        shutil.copy(folder / "libreoffice" / "ours.xlsx", folder / "libreoffice.xlsx")
    expected = {}
    for path in sorted(folder.glob("*.xlsx")):
        if path.name == "ours.xlsx":
            continue
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        cells = {}
        # Not iter_rows: the last cell of the sheet would make it go over all of them.
        for (row, column), cell in sorted(sheet._cells.items()):
            if cell.value is not None:
                cells.setdefault(str(row), {})[str(column)] = text(cell)
        expected[path.name] = cells
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    print(f"{len(expected)} workbooks, {sum(len(row) for book in expected.values() for row in book.values())} cells")


def convert(path, form, folder):
    folder.mkdir(exist_ok=True)
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form, "--outdir",
                    folder, path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def check(folder):
    failures = []

    def same(what, found, expected):
        if found != expected:
            failures.append(f"{what}: found {found!r}, expected {expected!r}")

    ours = json.loads((folder / "ours.json").read_text(encoding="utf-8"))
    for name in ("ours.xlsx", "ours.docx"):
        same(f"{name}, checksums", zipfile.ZipFile(folder / name).testzip(), None)
    book = openpyxl.load_workbook(folder / "ours.xlsx")
    same("title", book.properties.title, ours["title"])
    same("language", book.properties.language, ours["language"])
    same("sheets", book.sheetnames, [sheet["name"] for sheet in ours["sheets"]])
    cells = 0
    for expected in ours["sheets"]:
        name = expected["name"]
        sheet = book[name]
        same(f"{name}, hidden", sheet.sheet_state == "hidden", expected["hidden"])
        same(f"{name}, frozen", sheet.freeze_panes, expected.get("frozen"))
        same(f"{name}, merged", list(sheet.merged_cells.ranges), [])
        same(f"{name}, printed titles", sheet.print_title_rows, expected.get("titles"))
        same(f"{name}, tables", {table.name: table.ref for table in sheet.tables.values()}, expected.get("tables", {}))
        same(f"{name}, lists", {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation},
             expected.get("lists", {}))
        for row, values in enumerate(expected["rows"], 1):
            for column, value in enumerate(values, 1):
                cell = sheet.cell(row, column)
                found = cell.value
                # openpyxl leaves this escape as it is where it stands in the cell.
                if isinstance(found, str):
                    found = found.replace("_x005F_", "_")
                same(f"{name}, {cell.coordinate}", [type(found).__name__, found], [type(value).__name__, value])
                same(f"{name}, {cell.coordinate}, a formula", cell.data_type == "f", False)
                cells += 1
        same(f"{name}, rows", sheet.max_row, max(1, len(expected["rows"])))
        for place, code in expected.get("formats", {}).items():
            same(f"{name}, format of {place}", sheet[place].number_format, code)

    document = docx.Document(folder / "ours.docx")
    same("title", document.core_properties.title, ours["title"])
    same("language", document.core_properties.language, ours["language"])
    expected = ours["document"]
    same("paragraphs", [[paragraph.style.name, paragraph.text] for paragraph in document.paragraphs], expected["paragraphs"])
    same("bold", [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold], expected["bold"])
    same("italic", [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.italic], expected["italic"])
    same("tables", [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables], expected["tables"])
    for table in document.tables:
        same("a table's first row is its heading", bool(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")), True)

    if OFFICE:
        convert(folder / "ours.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", folder / "csv")
        with open(folder / "csv" / "ours.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for row, values in enumerate(ours["sheets"][0]["rows"]):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    same(f"LibreOffice, row {row + 1}, column {column + 1}", rows[row][column].replace("\r\n", "\n"), value)
        convert(folder / "ours.docx", "txt:Text (encoded):UTF8", folder / "txt")
        lines = (folder / "txt" / "ours.txt").read_text(encoding="utf-8-sig").splitlines()
        for line in expected["lines"]:
            if not any(line in found for found in lines):
                failures.append(f"LibreOffice shows no line {line!r} of the document, but {lines!r}")
    for failure in failures[:40]:
        print(failure)
    print(f"{cells} cells of ours read by openpyxl, a document by python-docx, "
          f"{'both by LibreOffice' if OFFICE else 'LibreOffice is not installed'}: {len(failures)} failures")
    return 1 if failures else 0


def results(folder):
    failures = []
    cells = pages = 0
    for path in sorted(folder.glob("*.xlsx")):
        def expect(is_so, what):
            if not is_so:
                failures.append(f"{path.name}: {what}")
        book = openpyxl.load_workbook(path)
        expect(book.sheetnames[:3] == ["Cover", "Contents", "Notes"], f"begins with {book.sheetnames[:3]}")
        links = 0
        for row in book["Contents"].iter_rows(min_row=4):
            location = row[0].hyperlink.location if row[0].hyperlink else ""
            links += bool(location)
            expect(location == f"'{row[0].value}'!A1" and row[0].value in book.sheetnames, f"the link of {row[0].value} is {location!r}")
        expect(links == len(book.sheetnames) - 2, f"{links} links to {len(book.sheetnames) - 2} sheets")
        for sheet in book:
            expect(isinstance(sheet["A1"].value, str) and sheet["A1"].value.strip(), f"{sheet.title} has no title")
            expect(not sheet.merged_cells.ranges, f"{sheet.title} has merged cells")
            expect(len(sheet.tables) == (sheet.title != "Cover"), f"{sheet.title} has {len(sheet.tables)} tables")
            for row in sheet.iter_rows():
                for cell in row:
                    cells += cell.value is not None
                    expect(cell.data_type != "f", f"{sheet.title}, {cell.coordinate} is a formula")
            for table in sheet.tables.values():
                for row in sheet[table.ref]:
                    for cell in row:
                        expect(cell.value not in (None, ""), f"{sheet.title}, {cell.coordinate} of the table is blank")
        # The scores of areas are those of the JSON, in its order.
        result = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        expected = [area["score"] if area["score"] is not None else "[c]" if area["reasonCode"] == "withheld" else "[x]"
                    for card in result.get("scorecards", [result]) for area in card["groups"][0]["areas"]]
        sheet = book["Areas"]
        rows = list(sheet[list(sheet.tables.values())[0].ref])
        column = [cell.value for cell in rows[0]].index("Score")
        found = [row[column].value for row in rows[1:]]
        expect(found == expected, f"scores are {found}, in the JSON {expected}")
        if OFFICE:
            convert(path, "xlsx:Calc MS Excel 2007 XML", folder / "again")
            again = openpyxl.load_workbook(folder / "again" / path.name)
            expect(again.sheetnames == book.sheetnames, f"LibreOffice reads the sheets {again.sheetnames}")
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        other = again[sheet.title][cell.coordinate].value
                        same = abs(cell.value - other) < 1e-9 if isinstance(cell.value, float) and isinstance(other, (int, float)) \
                            else cell.value == other
                        expect(same, f"LibreOffice reads {other!r} in {sheet.title}, {cell.coordinate}, and not {cell.value!r}")
    for path in sorted(folder.glob("*.docx")):
        def expect(is_so, what):
            if not is_so:
                failures.append(f"{path.name}: {what}")
        document = docx.Document(path)
        found = " ".join(re.findall(r"\w+", " ".join(
            [paragraph.text for paragraph in document.paragraphs]
            + [cell.text for table in document.tables for row in table.rows for cell in row.cells])))
        text = re.sub(r"<!--.*?-->", "", path.with_suffix(".md").read_text(encoding="utf-8"), flags=re.S)
        for line in text.splitlines():
            # Numbers and marks are the document's own; words are the same.
            words = re.sub(r"^[#>\s-]*(\d+(\.\d+)*\.?\s)?", "", line).replace("\\", "").replace("&amp;", "&")
            for part in re.split(r"\||\*\*|<br>", words):
                part = " ".join(re.findall(r"\w+", part.replace("_", " ")))
                expect(part in found, f"has no “{part}”")
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        expect(styles[0] == "Title" and "Heading 1" in styles, f"has the styles {sorted(set(styles))}")
        for table in document.tables:
            expect(all(len(row.cells) == len(table.columns) for row in table.rows), "has a table that is no grid")
        if OFFICE:
            convert(path, "pdf", folder / "pdf")
            count = len(pypdf.PdfReader(folder / "pdf" / f"{path.stem}.pdf").pages)
            expect(count == 1 if "you-said" in path.stem else count >= 1, f"has {count} pages")
            pages += count
    for failure in failures[:40]:
        print(failure)
    print(f"{cells} cells of results read by openpyxl, {pages} pages by LibreOffice: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    sys.exit({"make": make, "check": check, "results": results}[command](folder))
