"""read_text.py WIDTH FILE...: no line takes more columns than WIDTH."""
import sys
import unicodedata


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if width(line.rstrip("\n")) > int(sys.argv[1]):
                raise SystemExit(f"{name}:{number}: {width(line)} columns")
