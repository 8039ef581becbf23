#!/usr/bin/env python3
"""openpyxl's part, once: prints what it read or wrote, a name, a tab and a number a line, as the program `office` does.

usage: peers_office.py forms FILE ROWS   makes the sample with XlsxWriter: rows like Microsoft Forms' export, 60 questions
       peers_office.py read|read-only FILE
       peers_office.py write|write-only FILE
"""
import datetime
import random
import sys


def questions():
    """The text of each question, and of its options."""
    return [(f"Question {question}: which of these statements is closest to what happens today?",
             [f"Statement {option} of question {question}, as long as such statements are in real life" for option in range(1, 6)])
            for question in range(1, 61)]


def forms(path, rows):
    import xlsxwriter
    draw = random.Random(1)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Form1")
    date = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    sheet.write_row(0, 0, ["ID", "Start time", "Completion time", "Email", "Name"])
    for column, (text, _) in enumerate(questions(), 5):
        sheet.write_string(0, column, text)
    for row in range(1, rows + 1):
        start = datetime.datetime(2026, 3, 14, 9) + datetime.timedelta(seconds=61 * row)
        sheet.write_number(row, 0, row)
        sheet.write_datetime(row, 1, start, date)
        sheet.write_datetime(row, 2, start + datetime.timedelta(seconds=300), date)
        sheet.write_string(row, 3, "anonymous")
        for column, (_, options) in enumerate(questions(), 5):
            if draw.random() < 0.95:
                sheet.write_string(row, column, draw.choice(options))
    book.close()


def read(path, read_only):
    import openpyxl
    sheet = openpyxl.load_workbook(path, read_only=read_only, data_only=True).worksheets[0]
    rows = texts = characters = dates = 0
    total = 0.0
    for row in sheet.iter_rows(values_only=True):
        rows += 1
        for value in row:
            if isinstance(value, str):
                texts += 1
                characters += len(value.encode())
            elif isinstance(value, datetime.datetime):
                dates += 1
            elif value is not None:
                total += value
    for name, figure in (("rows", rows), ("texts", texts), ("bytes", characters), ("dates", dates), ("sum", total)):
        print(f"{name}\t{figure}")


def write(path, write_only):
    import openpyxl
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("Results", 0)
    sheet.append([f"Column {column}" for column in range(45)])
    for row in range(5000):
        sheet.append([f"Statement {column} of group {row % 7}" if column % 3 == 0 else row * column / 7 for column in range(45)])
    book.save(path)
    print("written\t1")


if __name__ == "__main__":
    task, path, *more = sys.argv[1:]
    match task:
        case "forms": forms(path, int(more[0]))
        case "read" | "read-only": read(path, task == "read-only")
        case "write" | "write-only": write(path, task == "write-only")
        case _: sys.exit(__doc__)
