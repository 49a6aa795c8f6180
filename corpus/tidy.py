#!/usr/bin/env python3
"""Brings reports into the one form in which they are kept.

    tidy.py [FILE...]      the files named, else all in reports/

A paragraph a line, a quantity a line, the keys in the order of `QUANTITY`, nothing written that the defaults say
already: so a correction is one line of a diff. Quantities are put in the order of the text, and links go along, so a
new one may stand at the foot of the list. To take one out, write `null` in its place: links to others still fit,
and links to it go. Needs Python 3.9 or newer, nothing else.
"""
import json
import pathlib
import sys

REPORTS = pathlib.Path(__file__).resolve().parent / "reports"

REPORT = ["id", "title", "published", "genre", "sector", "paragraphs", "quantities"]
QUANTITY = [
    "p", "start", "end", "text", "value", "high", "of", "unit", "per", "modifier", "role", "direction",
    "indicator", "full", "period", "place", "part_of", "target",
]
LINKS = ["part_of", "target"]


def default(quantity, key):
    """What a key means that is not written."""
    return {"modifier": "exact", "full": quantity.get("indicator")}.get(key)


def in_order(quantities):
    """The quantities in the order of the text, without those that are null, every link renumbered."""
    kept = [i for i, quantity in enumerate(quantities) if quantity is not None]
    kept.sort(key=lambda i: (quantities[i]["p"], quantities[i]["start"]))
    now = {old: None for old in range(len(quantities))}
    now.update((old, new) for new, old in enumerate(kept))
    out = []
    for old in kept:
        quantity = dict(quantities[old])
        for link in LINKS:
            if link in quantity:
                quantity[link] = now.get(quantity[link], quantity[link])
        out.append(quantity)
    return out


def sparse(quantity):
    """The quantity with its keys in order, and only those that say more than the default."""
    keys = QUANTITY + [key for key in quantity if key not in QUANTITY]
    return {key: quantity[key] for key in keys if key in quantity and quantity[key] != default(quantity, key)}


def dump(report):
    """The text of a report's file."""
    def line(value):
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key in REPORT + [key for key in report if key not in REPORT]:
        if key not in report:
            continue
        value = report[key]
        if key == "quantities":
            value = [sparse(quantity) for quantity in in_order(value)]
        if isinstance(value, list) and value:
            rows = ",\n".join(f"  {line(row)}" for row in value)
            parts.append(f" {line(key)}: [\n{rows}\n ]")
        else:
            parts.append(f" {line(key)}: {line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(REPORTS.glob("*.json"))
    for path in paths:
        old = path.read_bytes()
        new = dump(json.loads(old)).encode("utf-8")
        if new != old:
            path.write_bytes(new)
            print(path)


if __name__ == "__main__":
    main()
