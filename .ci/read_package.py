#!/usr/bin/env python3
"""Validates a data package with frictionless, and compares what it reads with the JSON.

    read_package.py REPORTS.json datapackage.json
"""
import datetime
import json
import pathlib
import sys
from decimal import Decimal

from frictionless import Package

decoder = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal)
text, at, records = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), 0, []
while text[at:].strip():
    at += len(text[at:]) - len(text[at:].lstrip())
    report, at = decoder.raw_decode(text, at)
    records += report["records"]

package = Package(sys.argv[2])
validated = package.validate()
assert validated.valid, validated.flatten(["name", "rowNumber", "fieldName", "message"])
for resource in package.resources:
    rows = resource.read_rows()
    assert len(rows) == len(records) > 0, f"{resource.name}: {len(rows)} rows for {len(records)} figures"
    for row, record in zip(rows, records):
        start = record["period"] and record["period"]["start"]
        want = {
            "id": record["id"],
            "value": record["value"],
            "high": record["high"],
            "indicator": record["indicator"],
            "unit": record["unit"],
            "role": record["role"],
            "period_start": start and datetime.date.fromisoformat(start),
            "block": int(record["source"]["block"]),
        }
        for key, value in want.items():
            read = row[key].lstrip("'") if key == "indicator" and row[key] else row[key]
            assert read == value, f"{resource.name}: {key}: {read!r} is not {value!r}"
print(f"frictionless: {len(package.resources)} tables of {len(records)} figures are valid")
