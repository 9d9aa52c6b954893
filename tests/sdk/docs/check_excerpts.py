"""check_excerpts.py DOCUMENT...: every block of code in these languages stands, line by line, in the file that the comment before it names:
<!-- from sdk/templates/c/src/my_format.c -->. Those files are compiled and run by other tests."""
import pathlib
import re
import sys

BLOCK = re.compile(r"(?:<!-- from (\S+) -->\n)?^```(cpp|c|rust|cmake)\n(.*?)^```$", re.S | re.M)
ROOT = pathlib.Path(__file__).resolve().parents[3]


def without_indent(text):
    return [line.strip() for line in text.strip().splitlines()]


bad = False
for name in sys.argv[1:]:
    blocks = BLOCK.findall(pathlib.Path(name).read_text(encoding="utf-8"))
    if not blocks:
        raise SystemExit(f"{name} has no code")
    for source, language, code in blocks:
        first = code.splitlines()[0]
        if not source:
            print(f"{name}: nobody says where the {language} block comes from that begins: {first}")
            bad = True
            continue
        there = without_indent((ROOT / source).read_text(encoding="utf-8"))
        wanted = without_indent(code)
        if not any(there[i : i + len(wanted)] == wanted for i in range(len(there))):
            print(f"{name}: not so in {source}: {first}")
            bad = True
sys.exit(bad)
