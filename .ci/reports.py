"""The reports of a file that `extract -f json` wrote, one after another; numbers are exact."""
import json
import pathlib
from decimal import Decimal


def reports(path):
    decoder, text, at = json.JSONDecoder(parse_float=Decimal, parse_int=Decimal), pathlib.Path(path).read_text(), 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        report, at = decoder.raw_decode(text, at)
        yield report
