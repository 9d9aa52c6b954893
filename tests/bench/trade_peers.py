#!/usr/bin/env python3
"""What others need for the rows bench_trade wrote: sqlite3's .import with an index, and Python's csv and sqlite3.

Usage: tests/bench/trade_peers.py FOLDER REPORTER PARTNER"""
import csv, glob, os, resource, sqlite3, subprocess, sys, time

folder, reporter, partner = sys.argv[1], sys.argv[2], sys.argv[3]
files = sorted(glob.glob(folder + "/rows_*.csv"))
index = "CREATE INDEX flow_key ON flow(i,j,t,k)"
table = "CREATE TABLE flow(t INTEGER,i INTEGER,j INTEGER,k TEXT,v REAL,q REAL)"
query = f"SELECT t,k,v,q FROM flow WHERE (i={reporter} AND j={partner}) OR (i={partner} AND j={reporter})"


def cpu(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def report(name, rows, wall, seconds, path):
    size = os.path.getsize(path)
    print(f"{name:24} {rows:11} rows   wall {wall:8.3f} s  CPU {seconds:8.3f} s  {rows / seconds:10.0f} rows/CPU s  {size / 1e6:.1f} MB, {size / rows:.1f} bytes/row")


def pair(path, name):
    start, before = time.monotonic(), cpu(resource.RUSAGE_CHILDREN)
    lines = subprocess.run(["sqlite3", path, query], capture_output=True, check=True).stdout.count(b"\n")
    print(f"{name:24} {lines:11} rows   wall {time.monotonic() - start:8.3f} s  CPU {cpu(resource.RUSAGE_CHILDREN) - before:8.3f} s")


def fresh(name):
    path = os.path.join(folder, name)
    if os.path.exists(path):
        os.remove(path)
    return path


path = fresh("peer.sqlite")
start, before = time.monotonic(), cpu(resource.RUSAGE_CHILDREN)
commands = table + ";\n" + "".join(f".import --csv --skip 1 '{file}' flow\n" for file in files) + index + ";\n"
subprocess.run(["sqlite3", path], input=commands.encode(), check=True)
seconds = cpu(resource.RUSAGE_CHILDREN) - before
rows = sqlite3.connect(path).execute("SELECT count(*) FROM flow").fetchone()[0]
report("sqlite3 .import + index", rows, time.monotonic() - start, seconds, path)
pair(path, "  one pair, warm")
os.remove(path)

path = fresh("python.sqlite")
start, before = time.monotonic(), cpu(resource.RUSAGE_SELF)
store = sqlite3.connect(path)
store.execute(table)
for file in files:
    with open(file, newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        store.executemany("INSERT INTO flow VALUES(?,?,?,?,?,?)", ((t, i, j, k, v, None if q == "NA" else q) for t, i, j, k, v, q in reader))
store.execute(index)
store.commit()
report("Python csv + sqlite3", rows, time.monotonic() - start, cpu(resource.RUSAGE_SELF) - before, path)
pair(path, "  one pair, warm")
os.remove(path)
