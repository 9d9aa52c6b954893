#!/usr/bin/env python3
"""prefix.py OLD/layout.inc NEW/layout.inc: may programs built against the old minor meet those of the new one?

Yes when closed structs are as they were, open structs (first member struct_size) are as they were up to their old size and new members lie
behind it, not in the padding within it (a reader takes struct_size for a promise), and constants have kept their values. Prints each thing
that breaks and exits 1; exits 0 and prints what was added otherwise."""

import re
import sys


def read(path):
    structs, constants = {}, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            call = re.match(r"ATTACHE_(SIZE|OFFSET|MEMBER|CONSTANT)\((.*)\)$", line.strip())
            if not call:
                continue
            what, arguments = call.group(1), [part.strip() for part in call.group(2).split(",", 2)]
            if what == "CONSTANT":
                constants[arguments[0]] = int(arguments[1])
            elif what == "SIZE":
                structs[arguments[0]] = {"size": int(arguments[1]), "members": {}}
            elif what == "OFFSET":
                structs[arguments[0]]["members"][arguments[1]] = [int(arguments[2]), None]
            else:
                structs[arguments[0]]["members"][arguments[1]][1] = arguments[2]
    return structs, constants


def compare_struct(name, old, new, broken, added):
    before, after = list(old["members"].items()), list(new["members"].items())
    for (member, (offset, kind)), other in zip(before, after + [None] * len(before)):
        if other is None or other[0] != member:
            broken.append(f"{name}.{member} is not where it was: {'nothing' if other is None else other[0]} is")
            return
        if other[1] != [offset, kind]:
            broken.append(f"{name}.{member} was {kind} at {offset}, is {other[1][1]} at {other[1][0]}")
    is_open = before[0][0] == "struct_size"
    for member, (offset, kind) in after[len(before):]:
        if not is_open:
            broken.append(f"{name} is closed and got {member}")
        elif offset < old["size"]:
            broken.append(f"{name}.{member} lies at {offset}, within the old size {old['size']}: put a reserved member before it")
        else:
            added.append(f"{name}.{member}: {kind}")
    if not is_open and new["size"] != old["size"]:
        broken.append(f"{name} is closed and had {old['size']} bytes, has {new['size']}")


def main():
    (old, old_constants), (new, new_constants) = read(sys.argv[1]), read(sys.argv[2])
    broken, added = [], []
    for name, struct in old.items():
        if name in new:
            compare_struct(name, struct, new[name], broken, added)
        else:
            broken.append(f"{name} is gone")
    for name, value in old_constants.items():
        if new_constants.get(name) != value:
            broken.append(f"{name} was {value}, is {new_constants.get(name, 'gone')}")
    added += [name for name in new if name not in old] + [name for name in new_constants if name not in old_constants]
    for line in broken:
        print("BROKEN: " + line)
    for line in added:
        print("added: " + line)
    return 1 if broken or not old else 0


if __name__ == "__main__":
    sys.exit(main())
