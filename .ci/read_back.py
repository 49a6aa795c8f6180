#!/usr/bin/env python3
"""Reads every output of the program with what any user has: Python's json and csv.

    read_back.py FOLDER     holding out.json, out.jsonl, out.csv, out.tsv, out.txt, excel.csv
"""
import csv
import json
import pathlib
import sys
from decimal import Decimal

folder = pathlib.Path(sys.argv[1])


def text(name, encoding="utf-8"):
    return (folder / name).read_text(encoding=encoding)


def documents(stream):
    decoder = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal)
    at = 0
    while stream[at:].strip():
        at += len(stream[at:]) - len(stream[at:].lstrip())
        document, at = decoder.raw_decode(stream, at)
        yield document


def table(name, **dialect):
    encoding = dialect.pop("encoding", "utf-8")
    with open(folder / name, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, **dialect))


reports = list(documents(text("out.json")))
records = [record for report in reports for record in report["records"]]
assert records, "no figure in any report"
for report in reports:
    blocks = report["article"]["blocks"]
    for record in report["records"]:
        source = record["source"]
        words = blocks[int(source["block"])]["text"][int(source["start"]):int(source["end"])]
        assert words == source["text"], f"{record['id']}: {words!r} is not {source['text']!r}"

lines = [json.loads(line, parse_int=Decimal, parse_float=Decimal) for line in text("out.jsonl").splitlines()]
flat = {
    "out.csv": table("out.csv"),
    "out.tsv": table("out.tsv", delimiter="\t"),
    "excel.csv": table("excel.csv", delimiter=";", encoding="utf-8-sig"),
}
for name, rows in [("out.jsonl", lines), *flat.items()]:
    assert len(rows) == len(records), f"{name}: {len(rows)} rows for {len(records)} figures"
    for row, record in zip(rows, records):
        value = row["value"] if name == "out.jsonl" else Decimal(row["value"].replace(",", "."))
        assert (row["id"], value, row["text"].lstrip("'")) == (
            record["id"],
            record["value"],
            record["source"]["text"].lstrip("'"),
        ), f"{name}: {row} is not {record}"
        assert row["unit"] in (record["unit"], record["unit"] or ""), f"{name}: {row}"
assert b"\r" not in (folder / "out.csv").read_bytes(), "out.csv: lines must end with LF"
assert text("out.txt").strip(), "out.txt is empty"
print(f"Python: {len(reports)} reports, {len(records)} figures, the same in {1 + 1 + len(flat)} files")
