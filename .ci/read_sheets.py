#!/usr/bin/env python3
"""Reads workbooks with openpyxl, and what LibreOffice made of them, and compares them with the JSON.

    read_sheets.py FOLDER     holding all.json, all.xlsx, all-*.csv, en.xlsx, one.json, one.xlsx
"""
import csv
import datetime
import json
import pathlib
import sys
import tomllib
from decimal import Decimal

import openpyxl

folder = pathlib.Path(sys.argv[1])
wording = tomllib.loads(pathlib.Path("src/output/wording.toml").read_text(encoding="utf-8"))
TEXT = ["id", "indicator", "scope", "unit", "unit_key", "per", "category", "place", "part_of", "target"]
WORDS = ["modifier", "role", "direction", "status"]


def reports(name):
    decoder = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal)
    text, at = (folder / name).read_text(encoding="utf-8"), 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        report, at = decoder.raw_decode(text, at)
        yield report


def rows(sheet, lang):
    """The rows of a sheet as cells by the key of their column."""
    keys = {column["name"][lang]: [] for column in wording["columns"].values()}
    for key, column in wording["columns"].items():
        keys[column["name"][lang]].append(key)
    head, *body = sheet.iter_rows()
    for row in body:
        yield {key: cell for heading, cell in zip(head, row) for key in keys[heading.value]}


def word(column, key, lang):
    return key if key is None else wording["words"][column][key][lang]


def day(text):
    return text and datetime.datetime.fromisoformat(text)


def check(name, lang, source):
    book = openpyxl.load_workbook(folder / name)
    sheets = [wording["sheets"][key][lang] for key in ["figures", "summary", "checks", "articles", "legend"]]
    assert book.sheetnames == sheets, book.sheetnames
    figures, summary, checks, articles, legend = (book[sheet] for sheet in sheets)
    told = list(reports(source))
    records = [(report, record) for report in told for record in report["records"]]
    read = list(rows(figures, lang))
    assert len(read) == len(records) > 0, f"{name}: {len(read)} rows for {len(records)} figures"
    for row, (report, record) in zip(read, records):
        period = record["period"] or {"start": None, "end": None, "text": None}
        want = {key: record[key] for key in TEXT}
        want |= {key: word(key, record[key], lang) for key in WORDS}
        want |= {
            "flags": " | ".join(word("flags", flag, lang) for flag in record["flags"]) or None,
            "period_start": day(period["start"]),
            "period_end": day(period["end"]),
            "period_text": period["text"] or None,
            "title": report["article"]["title"],
            "published": day(report["article"]["published"] and report["article"]["published"][:10]),
            "about": report["place"],
            "about_code": report["place_code"],
            "source": report["source"]["name"],
            "url": report["source"]["url"],
        }
        want |= {key: record["source"][key] or None for key in ["text", "sentence", "prefix", "suffix", "link"]}
        for key, value in want.items():
            assert row[key].value == value, f"{name}: {key}: {row[key].value!r} is not {value!r}"
        assert Decimal(repr(row["confidence"].value)) == record["confidence"], f"{name}: confidence"
        for key in ["value", "high", "of"]:
            cell, number = row[key], record[key]
            assert (number is None) == (cell.value is None), f"{name}: {key}: {cell.value!r} is not {number!r}"
            if number is not None and row["value_text"].value is None:
                assert cell.data_type == "n" and Decimal(repr(cell.value)) == number, f"{cell.value} {number}"
                places = max(0, -number.as_tuple().exponent)
                assert cell.number_format == "#,##0" + ("." + "0" * places if places else ""), cell.number_format
        for key in ["block", "start", "end"]:
            assert row[key].value == int(record["source"][key]), key
        link = row["text"].hyperlink
        leads_to = link and "#".join(part for part in [link.target, link.location] if part)
        assert leads_to == record["source"]["link"], f"{name}: {leads_to} is not {record['source']['link']}"
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, f"{name}: {sheet.title}"
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas, f"{name}: {sheet.title} has formulas in {formulas}"
    # Where articles differ is told of several sources; no report of one of them has it.
    verdicts = [row["verdict"].value for row in rows(checks, lang) if " | " not in row["source"].value]
    findings = [finding["holds"] for report in told for finding in report["checks"]]
    order = ["does_not_hold", "cannot_be_told", "holds"]
    findings.sort(key=order.index)
    assert verdicts == [word("verdict", holds, lang) for holds in findings], f"{name}: {verdicts}"
    listed = [(row["title"].value, row["figures"].value) for row in rows(articles, lang)]
    assert listed == [(r["article"]["title"], len(r["records"])) for r in told], f"{name}: {listed}"
    cells = [cell.value for row in summary.iter_rows(min_row=2) for cell in row]
    single = [r["value"] for _, r in records if r["role"] in ("actual", "target") and r["indicator"] and not r["high"]]
    numbers = {Decimal(repr(cell)) for cell in cells if isinstance(cell, (int, float))}
    printed = " ".join(cell for cell in cells if isinstance(cell, str))
    missing = [value for value in single if value not in numbers and str(value) not in printed]
    assert single and not missing, f"{name}: the summary lacks {missing}"
    assert legend.max_row > len(wording["words"]), f"{name}: the legend has {legend.max_row} rows"
    return len(records)


def check_office():
    """LibreOffice writes values as it would compute with them, and days in the American way."""
    title = wording["sheets"]["figures"]["vi"]
    with open(folder / f"all-{title}.csv", encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    records = [record for report in reports("all.json") for record in report["records"]]
    assert len(read) == len(records), f"LibreOffice: {len(read)} rows for {len(records)} figures"
    heading = {key: column["name"]["vi"] for key, column in wording["columns"].items()}
    for row, record in zip(read, records):
        assert Decimal(row[heading["value"]]) == record["value"], f"LibreOffice: {row}"
        for key in TEXT:
            assert row[heading[key]] == (record[key] or ""), f"LibreOffice: {key}: {row}"
        for key in ["text", "sentence"]:
            assert row[heading[key]] == record["source"][key], f"LibreOffice: {key}: {row}"
        start = record["period"] and record["period"]["start"]
        shown = row[heading["period_start"]]
        day_read = shown and datetime.datetime.strptime(shown, "%m/%d/%Y").date().isoformat()
        assert day_read == (start or ""), f"LibreOffice: {shown} is not {start}"
    return len(read)


count = check("all.xlsx", "vi", "all.json")
assert check("en.xlsx", "en", "all.json") == count
assert check("one.xlsx", "vi", "one.json") > 0
assert check_office() == count
print(f"openpyxl and LibreOffice: {count} figures as in the JSON")
