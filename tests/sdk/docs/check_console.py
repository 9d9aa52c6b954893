"""check_console.py DOCUMENT...: runs the command lines of ```console blocks in the current folder, in order, and compares what they print
(stdout and stderr, then "[exit code N]" unless it is 0). The current folder is written as /home/you. ATTACHE_ACCEPT=1 rewrites the
documents and fails."""
import difflib
import os
import re
import subprocess
import sys

BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.S | re.M)


def printed(command):
    done = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=60)
    text = done.stdout.decode().replace(os.getcwd(), "/home/you")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (f"[exit code {done.returncode}]\n" if done.returncode else "")


def run(block):
    return "".join(f"{line}\n{printed(line[2:])}" for line in block.group(1).splitlines() if line.startswith("$ "))


bad = False
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        said = file.read()
    if not BLOCK.search(said):
        raise SystemExit(f"{name} has no ```console block")
    true = BLOCK.sub(run, said)
    if true == said:
        continue
    bad = True
    sys.stdout.writelines(difflib.unified_diff(said.splitlines(True), true.splitlines(True), name, "what the program prints"))
    if os.environ.get("ATTACHE_ACCEPT") == "1":
        with open(name, "w", encoding="utf-8") as file:
            file.write(true)
sys.exit(bad)
