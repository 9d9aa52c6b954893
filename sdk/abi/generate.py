#!/usr/bin/env python3
"""Prints what binary compatibility of plugin.h rests on: sizes, offsets, member types, constants, as calls of the macros of
assert_layout.h. Usage: generate.py INCLUDE_FOLDER > 1.0-draft/layout.inc. Needs a C compiler (cc, or $CC) to learn the numbers.
With --rust FILE after the folder: prints FILE, the bindings for Rust, with constants and assertions of layout as they are now.
With --types: prints a C source with a function for every struct, from whose debug information abidw makes types.abi.
All as a plugin of the newest minor sees it."""

import os
import re
import subprocess
import sys
import tempfile
import textwrap


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r"^[ \t]*#(\\\n|[^\n])*", "", text, flags=re.M)  # members of newer minors stand between #if and #endif
    return re.sub(r"(?<=\w)\s*\*\s*", " *", text)  # how stars are spaced says nothing


def declarators(declaration):
    """'int8_t month, day' -> [('month', 'int8_t'), …]; 'T (*f)(int)' -> [('f', 'T (*)(int)')]."""
    declaration = " ".join(declaration.split())
    function = re.match(r"(.*\(\*)(\w+)(\)\(.*\))$", declaration)
    if function:
        return [(function.group(2), function.group(1) + function.group(3))]
    first, *others = declaration.split(",")
    kind, name = re.match(r"(.*?)(\w+)$", first.strip()).groups()
    base = kind.split("*")[0].strip()
    return [(name, kind.strip())] + [(other.strip(" *"), (base + " " + "*" * other.count("*")).strip()) for other in others]


def structs(text):
    for match in re.finditer(r"typedef struct (\w+) \{(.*?)\} \1;", text, flags=re.S):
        members = []
        for declaration in match.group(2).split(";"):
            if declaration.strip():
                members += declarators(declaration)
        yield match.group(1), members


def constants(text):
    for body in re.findall(r"enum \{(.*?)\}", text, flags=re.S):
        for part in body.split(","):
            name = part.split("=")[0].strip()
            if name:
                yield name
    yield "ATTACHE_ABI_MAJOR"


def measure(include, expressions):
    """The values of integer expressions over plugin.h."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = folder + "/probe.c", folder + "/probe"
        with open(source, "w", encoding="utf-8") as out:
            out.write("#include <attache/plugin.h>\n#include <stdio.h>\nint main(void) {\n")
            for expression in expressions:
                out.write(f'  printf("%lld\\n", (long long)({expression}));\n')
            out.write("  return 0;\n}\n")
        newest = "-DATTACHE_TARGET_MINOR=ATTACHE_ABI_MINOR_LATEST"
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", newest, "-I", include, source, "-o", program], check=True)
        return subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()


def header(include):
    with open(include + "/attache/plugin.h", encoding="utf-8") as file:
        return without_comments(file.read())


def layout(include):
    text = header(include)
    lines = []  # (macro with %s for the number, expression or None)
    for name, members in structs(text):
        lines.append((f"ATTACHE_SIZE({name}, %s)", f"sizeof({name})"))
        for member, kind in members:
            lines.append((f"ATTACHE_OFFSET({name}, {member}, %s)", f"offsetof({name}, {member})"))
            lines.append((f"ATTACHE_MEMBER({name}, {member}, {kind})", None))
    for name in constants(text):
        lines.append((f"ATTACHE_CONSTANT({name}, %s)", name))
    numbers = iter(measure(include, [expression for _, expression in lines if expression]))
    print("/* Made by sdk/abi/generate.py from sdk/include/attache/plugin.h, for 64-bit systems. */")
    for macro, expression in lines:
        print(macro % next(numbers) if expression else macro)


def types(include):
    print("#include <attache/plugin.h>")
    for name, _ in structs(header(include)):
        print(f"ATTACHE_EXPORT void reach_{name}(const {name}* it);\nvoid reach_{name}(const {name}* it) {{ (void)it; }}")


def in_rust(name):
    """'attache_table_ref' -> 'TableRef'"""
    return "".join(part.capitalize() for part in name.split("_")[1:])


def rust(include, bindings):
    text = header(include)
    parts = []  # (format, expressions)
    for name in [*constants(text), "ATTACHE_ABI_DRAFT"]:
        parts.append((f"    pub const {name}: i32 = %s;", [name]))
    parts.append(("}", []))
    for name, members in structs(text):
        words, expressions = [], [f"sizeof({name})"]
        for member, _ in members:
            word = {"type": "r#type", "self": "this"}.get(member, member)
            words.append(f"{word} %s %s")
            expressions += [f"offsetof({name}, {member})", f"sizeof((({name}*)0)->{member})"]
        parts.append(("layout!(" + in_rust(name) + " %s: " + ", ".join(words) + ");", expressions))
    numbers = iter(measure(include, [expression for _, expressions in parts for expression in expressions]))
    with open(bindings, encoding="utf-8") as file:
        marker = "// ---- made by sdk/abi/generate.py"
        head, _, rest = file.read().partition(marker)
    print(head + marker + rest.partition("\n")[0] + "\n\nmod constants {")
    for line, expressions in parts:
        filled = line % tuple(next(numbers) for _ in expressions)
        print(filled if len(filled) < 140 else "\n    ".join(textwrap.wrap(filled, 136)))


if __name__ == "__main__":
    if sys.argv[2:3] == ["--rust"]:
        rust(sys.argv[1], sys.argv[3])
    elif sys.argv[2:] == ["--types"]:
        types(sys.argv[1])
    else:
        layout(sys.argv[1])
