#!/usr/bin/env python3
"""Reads Parquet with DuckDB and SQLite with Python's sqlite3, and holds both against the JSON.

    read_back_databases.py FOLDER     holding out.json, out.parquet, out.sqlite
"""
import datetime
import json
import pathlib
import sqlite3
import sys
from decimal import Decimal

import duckdb

folder = pathlib.Path(sys.argv[1])
OF_ARTICLE = {"source": "source", "title": "title", "url": "url", "about": "place", "about_code": "place_code"}
TYPES = {"DECIMAL(38,9)": Decimal, "DATE": datetime.date, "BIGINT": int, "VARCHAR": str}
NUMBERS = ["value", "high", "of", "confidence"]
DAYS = ["published", "period_start", "period_end"]


def documents(stream):
    decoder = json.JSONDecoder(parse_float=Decimal)
    at = 0
    while stream[at:].strip():
        at += len(stream[at:]) - len(stream[at:].lstrip())
        document, at = decoder.raw_decode(stream, at)
        yield document


def flat(report, record):
    """The cells of a record, as the flat columns name them."""
    period = record["period"] or {"start": None, "end": None, "text": None}
    source, article = report["source"], report["article"]
    same = ["id", "category", "indicator", "scope", *NUMBERS, "unit", "unit_key", "per", "modifier",
            "role", "direction", "status", "place", "part_of", "target"]
    return {
        "source": source["name"],
        "title": article["title"],
        "published": article["published"] and article["published"][:10],
        "url": source["url"],
        "about": report["place"],
        "about_code": report["place_code"],
        "corrected": "|".join(record.get("corrected", [])) or None,
        **{name: record[name] for name in same},
        "period_start": period["start"],
        "period_end": period["end"],
        "period_text": period["text"],
        "flags": "|".join(record["flags"]) or None,
        **record["source"],
    }


def read_parquet(rows):
    ask = lambda query: duckdb.connect().execute(query, [str(folder / "out.parquet")]).fetchall()
    types = {name: kind for name, kind, *_ in ask("DESCRIBE SELECT * FROM read_parquet(?)")}
    assert set(types) == set(rows[0]), f"Parquet: {sorted(set(types) ^ set(rows[0]))}"
    read = [dict(zip(types, row)) for row in ask("SELECT * FROM read_parquet(?)")]
    assert len(read) == len(rows), f"Parquet: {len(read)} rows for {len(rows)} figures"
    for got, want in zip(read, rows):
        for name, value in want.items():
            if value is not None and name in NUMBERS:
                value = Decimal(value)
            if value is not None and name in DAYS:
                value = datetime.date.fromisoformat(value)
            assert got[name] == value, f"Parquet: {name} is {got[name]!r}, not {value!r}"
            assert value is None or type(got[name]) is TYPES[types[name]], f"Parquet: {name}, {types[name]}"
    [[total]] = ask("SELECT sum(value) FROM read_parquet(?)")
    assert total == sum(Decimal(row["value"]) for row in rows), f"Parquet: the sum is {total}"


def read_sqlite(reports):
    database = sqlite3.connect(folder / "out.sqlite")
    database.row_factory = sqlite3.Row
    ask = lambda query, *given: [dict(row) for row in database.execute(query, given)]
    assert ask("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert ask("PRAGMA foreign_key_check") == []
    assert len(ask("SELECT * FROM articles")) == len(reports)
    for report in reports:
        [article] = ask("SELECT * FROM articles WHERE source = ?", report["source"]["name"])
        of = lambda table, order="rowid": ask(f"SELECT * FROM {table} WHERE article = ? ORDER BY {order}", article["id"])
        rows = of("records")
        assert len(rows) == len(report["records"]), article["source"]
        for got, record in zip(rows, report["records"]):
            want = flat(report, record)
            assert all(article[held] == want[name] for name, held in OF_ARTICLE.items()), article
            assert article["published"] == report["article"]["published"], article
            for name in set(want) - set(OF_ARTICLE) - {"published"}:
                value = want[name]
                if name in NUMBERS:
                    assert got[f"{name}_exact"] == (None if value is None else str(value)), (name, got)
                    value = value and float(value)
                assert got[name] == value, f"SQLite: {name} is {got[name]!r}, not {value!r}"
        told = {}
        for row in of("finding_records", "finding, position"):
            told.setdefault(row["finding"], []).append(row["record"])
        slips = {}
        for row in of("finding_slips", "finding, position"):
            slips.setdefault(row["finding"], []).append({k: row[k] for k in ("record", "said", "meant")})
        checks = [{**{k: row[k] for k in ("kind", "holds", "grade", "detail")},
                   "records": told.get(row["id"], []), "slips": slips.get(row["id"], [])}
                  for row in of("findings")]
        told_slips = lambda check: [{k: slip[k] for k in ("record", "said", "meant")} for slip in check["slips"]]
        assert checks == [{**check, "slips": told_slips(check)} for check in report["checks"]], article["source"]
        numbers = [(row["id"], row["type"], row["number"], row["title"]) for row in of("documents")]
        assert numbers == [tuple(d[k] for k in ("id", "type", "number", "title")) for d in report["documents"]]
        assert [row["name"] for row in of("people")] == [person["name"] for person in report["people"]]
        offices = [(row["person"], row["title"], row["organization"]) for row in of("offices")]
        assert offices == [(p["id"], o["title"], o["organization"]) for p in report["people"] for o in p["offices"]]
        results = {row["result_record"]: row for row in of("tong_hop", "1") if row["result_record"]}
        by_id = {record["id"]: record for record in report["records"]}
        for record in report["records"]:
            if record["role"] == "actual":
                row, target = results[record["id"]], by_id.get(record["target"])
                assert row["result"] == float(record["value"]), row
                assert row["target"] == (target and float(target["value"])), row


reports = list(documents((folder / "out.json").read_text(encoding="utf-8")))
rows = [flat(report, record) for report in reports for record in report["records"]]
assert rows, "no figure in any report"
read_parquet(rows)
read_sqlite(reports)
print(f"DuckDB and sqlite3: {len(reports)} reports, {len(rows)} figures, every cell as in the JSON")
