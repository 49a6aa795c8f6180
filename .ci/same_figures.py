#!/usr/bin/env python3
"""Holds the reports of the same articles in several formats against each other.

    same_figures.py [--least 0.97] REPORTS.json OTHER.json ...

The number, the unit and the role of every figure must be the same, in the same order; or so large a share of
them the same.
"""
import collections
import pathlib
import sys
from decimal import Decimal

from reports import reports


def figures(path):
    key = lambda record: (record["value"], record.get("high"), record["unit"], record["role"])
    return {pathlib.Path(report["source"]["name"]).stem: [key(record) for record in report["records"]]
            for report in reports(path)}


paths = sys.argv[1:]
least = None
if paths[0] == "--least":
    least, paths = Decimal(paths[1]), paths[2:]
wanted = figures(paths[0])
failed = False
for path in paths[1:]:
    found = figures(path)
    count = same = 0
    for name, records in wanted.items():
        left = collections.Counter(found.get(name, []))
        own = collections.Counter(records)
        count += len(records)
        same += sum((own & left).values())
        for record in (own - left).elements():
            print(f"{path}: {name}: not read: {' '.join(map(str, record))}")
        for record in (left - own).elements():
            print(f"{path}: {name}: read besides: {' '.join(map(str, record))}")
        failed |= least is None and found.get(name, []) != records
    print(f"{path}: {same} of {count} figures of {len(wanted)} articles are the same")
    failed |= least is not None and same < least * count
    failed |= wanted.keys() - found.keys() != set()
sys.exit(failed)
