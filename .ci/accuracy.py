#!/usr/bin/env python3
"""Fails where the figures of a scorer are below what must hold.

    accuracy.py seed SCORE.json                  the seed article: every field right
    accuracy.py examples SCORE.json              95 % found, at most 3 numbers that must not be read
    accuracy.py val SCORE.json docs/accuracy.md  record F1 at most 0.005 below the last recorded

The last recorded figure is the first number in the column `record` of the last row under `## Unseen articles`.
"""
import json
import re
import sys


def seed(score):
    yield score["failed"] == 0, f"articles that failed: {score['failed']}"
    yield score["bad_offsets"] == 0, f"bad offsets: {score['bad_offsets']}"
    yield score["record"][2] == 1.0, f"record F1: {score['record'][2]:.4f}"
    for field, share in score["fields"].items():
        yield share == 1.0, f"{field}: {share:.4f}"


def examples(score):
    found = score["found"] / score["asked"]
    yield found >= 0.95, f"found: {score['found']} of {score['asked']} ({found:.3f})"
    yield score["broken"] <= 3, f"read though they must not be: {score['broken']}"


def val(score, page):
    last = recorded(open(page, encoding="utf-8").read().splitlines())
    now = score["record"][2]
    yield score["failed"] == 0, f"articles that failed: {score['failed']}"
    yield score["bad_offsets"] == 0, f"bad offsets: {score['bad_offsets']}"
    yield now >= last - 0.005, f"record F1: {now:.4f}, recorded {last:.4f}"


def recorded(lines):
    column = figure = None
    start = lines.index("## Unseen articles") + 1
    end = next((i for i, line in enumerate(lines[start:], start) if line.startswith("## ")), len(lines))
    for line in lines[start:end]:
        if not line.lstrip().startswith("|"):
            column = None
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        names = [i for i, cell in enumerate(cells) if "record" in cell.lower()]
        if column is None:
            column = names[0] if names else -1
        elif 0 <= column < len(cells) and (number := re.search(r"\d+\.\d+", cells[column])):
            figure = float(number.group())
    if figure is None:
        sys.exit("accuracy.py: no table with a column `record` and a number in it")
    return figure


def main():
    what, score, *rest = sys.argv[1:]
    held = True
    for good, sentence in {"seed": seed, "examples": examples, "val": val}[what](json.load(open(score)), *rest):
        print("ok    " if good else "FAILED", sentence)
        held &= good
    sys.exit(not held)


if __name__ == "__main__":
    main()
