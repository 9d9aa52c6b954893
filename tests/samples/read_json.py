"""read_json.py FILE: one JSON object with whole tables: every row has a cell a column, each cell what its column's type says."""
import json
import re
import sys
from decimal import Decimal

KINDS = {"not-available", "not-applicable", "confidential", "not-collected"}
EDTF = re.compile(r"(\.\.|-?\d{4}|\d{3}X|\d{2}XX|)(-(\d\d|XX))?(-(\d\d|XX))?[~?%]?(/.*)?$")


def reject_constant(name):
    raise ValueError(f"{name} is no JSON")


def is_of_type(cell, kind):
    if cell is None:
        return True
    if isinstance(cell, dict):
        return set(cell) == {"missing"} and cell["missing"] in KINDS
    if kind == "bool":
        return isinstance(cell, bool)
    if kind == "int64":
        return isinstance(cell, int)
    if kind in ("decimal", "double"):
        return isinstance(cell, (int, Decimal)) and not isinstance(cell, bool)
    if kind == "date":
        return isinstance(cell, str) and EDTF.match(cell) is not None
    return isinstance(cell, str)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file, parse_float=Decimal, parse_constant=reject_constant)
    if document["document"]["kind"] != "section":
        raise SystemExit("the root is no section")
    for table in document["tables"]:
        for number, row in enumerate(table["rows"]):
            if len(row["cells"]) != len(table["columns"]):
                raise SystemExit(f"{table['id']}, row {number}: {len(row['cells'])} cells for {len(table['columns'])} columns")
            for column, cell in zip(table["columns"], row["cells"]):
                if not is_of_type(cell, column["type"]):
                    raise SystemExit(f"{table['id']}.{column['id']}, row {number}: {cell!r} is no {column['type']}")


main()
