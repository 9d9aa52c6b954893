"""Reads a tagged PDF through qpdf and checks what PDF/A-2a and PDF/UA-1 ask of its objects. Usage: read_structure.py FILE

Prints each broken rule and exits 1. Rules (clause of ISO 14289-1 or ISO 19005-2 where there is one) stand beside their checks."""

import json
import re
import subprocess
import sys

STANDARD = set("Document Part Sect Div Art BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH TD Span Quote Note Reference Link Figure".split())
path = sys.argv[1]
raw = open(path, "rb").read()
document = json.loads(subprocess.run(["qpdf", "--json=1", path], capture_output=True, check=True).stdout)
objects = document["objects"]
problems = []


def rule(ok, text):
    if not ok:
        problems.append(text)


def get(value):
    while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
        value = objects[value]
    return value


def kids(element):
    found = element.get("/K", [])
    return found if isinstance(found, list) else [found]


trailer = objects["trailer"]
catalog = get(trailer["/Root"])
info = get(trailer["/Info"])
rule(catalog.get("/MarkInfo", {}).get("/Marked") is True, "the catalog does not say the file is marked (UA 7.1)")
rule(bool(catalog.get("/Lang")), "the document has no language (UA 7.2)")
rule(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "the title is not displayed (UA 7.1)")
rule(re.search(rb"\d+ 0 obj[^\r\n]", raw) is None, "an object does not begin on a new line (A 6.1.9)")
rule(b"/CIDSet" not in raw, "a CIDSet (A 6.2.11.4.2)")
rule(b"/Encrypt" not in raw, "encryption (A 6.1.3)")
intents = catalog.get("/OutputIntents", [])
rule(len(intents) == 1 and get(intents[0]).get("/S") == "/GTS_PDFA1", "no output intent (A 6.2.3)")

# Metadata and information agree (A 6.7.3)
packet = raw[raw.find(b"<?xpacket begin"):raw.find(b"<?xpacket end")].decode("utf-8")
rule("<pdfaid:part>2</pdfaid:part>" in packet and "<pdfuaid:part>1</pdfuaid:part>" in packet, "the packet claims no conformance")
escaped = info["/Title"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
rule(escaped in packet, "titles of the packet and of the information differ")
created = info["/CreationDate"]
rule(f"{created[2:6]}-{created[6:8]}-{created[8:10]}T{created[10:12]}:{created[12:14]}:{created[14:16]}Z" in packet, "dates of the packet and of the information differ")

# Structure
tree = get(catalog["/StructTreeRoot"])
numbers = get(tree["/ParentTree"])["/Nums"]
parents = {numbers[i]: numbers[i + 1] for i in range(0, len(numbers), 2)}
owned = {}  # (page, number) -> element
annotations = {}
levels = []


def walk(reference, parent):
    element = get(reference)
    kind = element["/S"][1:]
    rule(kind in STANDARD, f"{kind} is no standard type")
    rule(element["/P"] == parent, f"{kind} {reference} names another parent")
    if kind == "Figure":
        rule(bool(element.get("/Alt")), "a figure without alternative text (UA 7.3)")
    attributes = element.get("/A", [])
    merged = {}
    for each in attributes if isinstance(attributes, list) else [attributes]:
        merged.update(each)
    if kind == "TH":
        rule("/Scope" in merged, "a head cell without scope (UA 7.5)")
    if re.fullmatch("H[1-6]", kind):
        levels.append(int(kind[1]))
    if kind == "Table":
        rows = [get(r) for part in kids(element) if get(part)["/S"] in ("/THead", "/TBody") for r in kids(get(part))]
        widths = {sum(spans(get(cell)) for cell in kids(row)) for row in rows}
        rule(len(widths) <= 1, f"a table whose rows have {sorted(widths)} columns (UA 7.5)")
    for kid in kids(element):
        if isinstance(kid, int):
            owned[(element["/Pg"], kid)] = reference
        elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
            owned[(kid["/Pg"], kid["/MCID"])] = reference
        elif isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
            annotations[kid["/Obj"]] = reference
        else:
            walk(kid, reference)


def spans(cell):
    attributes = cell.get("/A", [])
    return max([1] + [a.get("/ColSpan", 1) for a in (attributes if isinstance(attributes, list) else [attributes])])


for top in kids(tree):
    walk(top, catalog["/StructTreeRoot"])
for before, after in zip([0] + levels, levels):
    rule(after <= before + 1, f"a head of level {after} follows one of level {before} (UA 7.4.2)")

for page_info in document["pages"]:
    reference = page_info["object"]
    page = get(reference)
    rule(page.get("/Tabs") == "/S", "a page whose tab order is not the structure's (UA 7.18.3)")
    owners = get(parents[page["/StructParents"]])
    for number, owner in enumerate(owners):
        rule(owned.get((reference, number)) == owner, f"content {number} of page {reference} has not the owner the parent tree names")
    content = b"".join(subprocess.run(["qpdf", "--show-object=" + c.split()[0], "--filtered-stream-data", path], capture_output=True, check=True).stdout
                       for c in page_info["contents"])
    used = [int(n) for n in re.findall(rb"/MCID (\d+)>>BDC", content)]
    rule(used == list(range(len(owners))), f"page {reference} marks {len(used)} contents, the parent tree has {len(owners)}")
    for annotation in page.get("/Annots", []):
        link = get(annotation)
        rule(link.get("/F") == 4, "a link that is not printed (A 6.3.2)")
        rule(bool(link.get("/Contents")), "a link without description (UA 7.18.5)")
        rule(annotation in annotations and parents.get(link.get("/StructParent")) == annotations[annotation], "a link outside the structure (UA 7.18.5)")

print("\n".join(sorted(set(problems))[:30]))
sys.exit(1 if problems else 0)
