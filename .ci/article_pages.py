#!/usr/bin/env python3
"""Writes the article of each report as a page that holds nothing else.

    article_pages.py REPORTS.json FOLDER
"""
import html
import pathlib
import re
import sys

from reports import reports

# Tables have lines around their cells, as those of official papers do.
OPENED = {"ul": "<ul>", "table": '<table border="1" style="border-collapse: collapse">'}
TAGS = {"paragraph": "p", "lead": "p", "caption": "p", "heading": "h2", "byline": "p"}


def row(block):
    cells = re.split(r" ?\| ?", block["text"])
    return f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>"


def page(report):
    article = report["article"]
    title = html.escape(article["title"] or "")
    lines = [f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1>']
    within = None
    for block in article["blocks"]:
        kind = block["kind"]
        group = {"list_item": "ul", "table_row": "table"}.get(kind)
        if group != within:
            lines.append(f"</{within}>" if within else "")
            lines.append(OPENED.get(group, ""))
            within = group
        text = html.escape(block["text"])
        match kind:
            case "list_item":
                lines.append(f"<li>{text}</li>")
            case "table_row":
                lines.append(row(block))
            case _:
                lines.append(f"<{TAGS[kind]}>{text}</{TAGS[kind]}>")
    lines.append(f"</{within}>" if within else "")
    return "\n".join(lines)


source, folder = sys.argv[1], pathlib.Path(sys.argv[2])
for report in reports(source):
    name = pathlib.Path(report["source"]["name"]).parent.name
    (folder / f"{name}.html").write_text(page(report), encoding="utf-8")
