"""Reads a CSV with Python's csv module: UTF-8, one head, every row as wide as the head. Usage: read_csv.py FILE"""

import csv
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file, strict=True))
problems = [f"row {number} has {len(row)} cells, the head has {len(rows[0])}" for number, row in enumerate(rows, 1) if len(row) != len(rows[0])]
if len(rows) < 2:
    problems.append("no rows under the head")
for problem in problems[:20]:
    print(problem)
sys.exit(1 if problems else 0)
