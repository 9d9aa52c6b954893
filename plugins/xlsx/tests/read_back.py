"""openpyxl reads what the exporter wrote: numbers as numbers, formulas, links, tables, properties. Usage: read_back.py FOLDER
(the folder with the workbooks of test_xlsx). Exit code 77: openpyxl is not installed."""

import datetime
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

folder = sys.argv[1]
problems = []


def check(holds, what):
    if not holds:
        problems.append(what)


sample = openpyxl.load_workbook(f"{folder}/sample/book.xlsx")
trade = sample["Trade by year"]
check(trade["C5"].value == 6747.00000099 and trade["C5"].data_type == "n", f"C5 is {trade['C5'].value!r}")
check(trade["C5"].number_format == "#,##0.0", f"the format of C5 is {trade['C5'].number_format}")
check(trade["A5"].value == 2012, f"A5 is {trade['A5'].value!r}")
check(trade["G5"].value is None, "a confidential value is not empty")
check(trade["H5"].hyperlink.location == "'Sources'!A5" and trade["H5"].value == 1, "the citation does not lead to its source")
check(trade.freeze_panes == "A5" or trade.freeze_panes == "B5", f"frozen at {trade.freeze_panes}")
check(trade.print_title_rows == "$4:$4", f"repeated rows {trade.print_title_rows}")
check(trade.page_setup.fitToHeight == 0 and trade.sheet_properties.pageSetUpPr.fitToPage, "not one page wide")
types = sample["Types"]
check(types["A5"].value == "0101" and types["A9"].value == "00", "codes lost their zeros")
check(types["H5"].value == "=1+1" and types["H5"].data_type == "s", "a text became a formula")
for sheet in sample:
    check(not sheet.merged_cells.ranges, f"{sheet.title} has merged cells")
    check(sheet["A1"].value, f"{sheet.title} has no title in A1")
    for table in sheet.tables.values():
        heads = [cell.value for cell in sheet[table.ref][0]]
        check(len(set(heads)) == len(heads), f"heads of {table.name} are not unique: {heads}")
        check(heads == [column.name for column in table.tableColumns], f"heads of {table.name} differ from its cells: {heads}")
check(sample.properties.title == "Kazakhstan and Russia" and sample.properties.category == "briefing", "properties are missing")
check(sample.properties.created == datetime.datetime(2015, 10, 14), f"created {sample.properties.created}")

formulas = openpyxl.load_workbook(f"{folder}/computed/book.xlsx")["Annual"]
values = openpyxl.load_workbook(f"{folder}/computed/book.xlsx", data_only=True)["Annual"]
check(formulas["D5"].value == "=B5-C5" and values["D5"].value == 60, "the difference is not live or not remembered")
check(values["B8"].value == 400 and values["E7"].value == -50, "totals or growth are not remembered")

print("\n".join(problems))
sys.exit(1 if problems else 0)
