#!/usr/bin/env python3
"""Looks each block of a document up at the place that its report gives.

    places.py REPORTS.json ...

The place is an XPath into a part of the file; the words of the block must stand there.
"""
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as tree
import zipfile

from reports import reports

PARTS = {"w:document": "word/document.xml", "w:footnotes": "word/footnotes.xml",
         "w:endnotes": "word/endnotes.xml", "office:document-content": "content.xml"}
NAMES = {}


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


count = 0
for path in sys.argv[1:]:
    for report in reports(path):
        with zipfile.ZipFile(report["source"]["name"]) as archive:
            for block in report["article"]["blocks"]:
                root, *steps = block["selector"].lstrip("/").split("/")
                with archive.open(PARTS[root]) as part:
                    names = dict(node for _, node in tree.iterparse(part, ["start-ns"]))
                with archive.open(PARTS[root]) as part:
                    node = tree.parse(part).getroot()
                found = node.find("./" + "/".join(steps), names)
                assert found is not None, f"{path}: nothing at {block['selector']}"
                words = letters("".join(found.itertext()))
                own = letters(re.sub(r"^(\d+|[IVX]+|[a-z])[.)] ", "", block["text"]))
                assert own in words, f"{path}: {block['text']!r} is not {words!r}"
                count += 1
print(f"{count} blocks stand where their place says")
