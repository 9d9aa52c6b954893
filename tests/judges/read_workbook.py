"""Opens a workbook with openpyxl: every sheet reads, and a column headed as a measure holds numbers, not text. Usage: read_workbook.py FILE"""

import re
import sys

import openpyxl

NUMBER_LIKE = re.compile(r"^[-\u2212+]?\d{1,3}([,\u00a0 ]\d{3})*(\.\d+)?$|^[-\u2212+]?\d+\.\d+$")
workbook = openpyxl.load_workbook(sys.argv[1])
problems = []
numbers = 0
for sheet in workbook:
    # what stands as printed in the report is text on purpose
    printed = {cell.column for row in sheet.iter_rows(max_row=6) for cell in row if cell.value in ("Printed", "As printed")}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, (int, float)):
                numbers += 1
            elif isinstance(cell.value, str) and cell.column not in printed and NUMBER_LIKE.match(cell.value) and len(cell.value) > 6:
                problems.append(f"{sheet.title}!{cell.coordinate}: a number stored as text: {cell.value!r}")
if numbers == 0:
    problems.append("no numbers at all")
for problem in problems[:20]:
    print(problem)
sys.exit(1 if problems else 0)
