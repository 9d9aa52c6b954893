"""same_words.py DOCUMENT.json PAGE.html: every text of the document is on the page, as it is."""
import html.parser
import json
import re
import sys

BLANK = re.compile(r"[\x00-\x20\x7f]+")


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def texts(node):
    """The text of each run of the document's blocks."""
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        if node.get("kind") == "section":
            yield node["title"]
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def tables(node):
    """The ids of the tables that blocks name."""
    if isinstance(node, dict):
        if node.get("kind") == "table":
            yield node["table"]
        for value in node.values():
            yield from tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables(value)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    page = Words()
    with open(sys.argv[2], encoding="utf-8") as file:
        page.feed(file.read())
    shown = BLANK.sub("", "".join(page.parts))
    wanted = list(texts(document["document"]))
    shown_tables = set(tables(document["document"]))  # a document may have a table for workbooks that no block names
    for table in document["tables"]:
        if table["id"] not in shown_tables:
            continue
        wanted.append(table["title"])
        wanted += [cell for row in table["rows"] for cell in row["cells"] if isinstance(cell, str) and not re.match(r"[-\d.]", cell)]
    lost = [text for text in wanted if BLANK.sub("", text) not in shown]
    for text in lost[:5]:
        print(f"not on the page: {text!r}")
    if "[^" in shown:
        print("a footnote without its text")
    if lost or "[^" in shown or len(wanted) < 10:
        raise SystemExit(1)


main()
