#!/usr/bin/env python3
"""Writes de_an_06/model.py: what a report holds as Python's types, out of the schema of the report.

python/make_model.py         writes it
python/make_model.py --check fails where it is not what would be written
"""

import json
import keyword
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).parent
SCHEMA = HERE / "../docs/report.schema.json"
MODEL = HERE / "de_an_06/model.py"

HEAD = '''"""What a report holds, as in docs/report.md: frozen data classes with the field names of the JSON.

Numbers are exact (`decimal.Decimal`), days of a period are `datetime.date`, lists are tuples. `from`, which Python
keeps for itself, is `from_`. Written by python/make_model.py out of the schema of the report; not to be edited.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
'''

PLAIN = {"string": "str", "integer": "int", "number": "Decimal", "boolean": "bool"}


def kind(shape: dict) -> str:
    """The type of a field."""
    if "$ref" in shape:
        return shape["$ref"].rsplit("/", 1)[1]
    if "anyOf" in shape:
        return " | ".join(kind(one) for one in shape["anyOf"])
    match shape["type"]:
        case [one, "null"]:
            return kind({**shape, "type": one}) + " | None"
        case "null":
            return "None"
        case "array":
            return f"tuple[{kind(shape['items'])}, ...]"
        case "string" if shape.get("format") == "date":
            return "datetime.date"
        case name:
            return PLAIN[name]


def told(shape: dict, indent: str = "") -> str:
    """What the schema says of something."""
    text = " ".join(shape["description"].split())
    lines = textwrap.wrap(f'"""{text}"""', 118 - len(indent))
    return "\n".join(indent + line for line in lines)


def words(name: str, shape: dict) -> str:
    """A word out of several."""
    values = shape["oneOf"] if "oneOf" in shape else [{"const": value} for value in shape["enum"]]
    lines = [f"{name} = Literal[", *(f'    "{value["const"]}",' for value in values), "]"]
    return "\n".join([*lines, told(shape)])


def data_class(name: str, shape: dict) -> str:
    """An object."""
    required, fields = shape["required"], shape["properties"]
    lines = ["@dataclass(frozen=True, slots=True)", f"class {name}:", told(shape, "    "), ""]
    for field in [*required, *(field for field in fields if field not in required)]:
        key = field + "_" * keyword.iskeyword(field)
        rest = "" if field in required else " = ()"
        lines += [f"    {key}: {kind(fields[field])}{rest}", told(fields[field], "    ")]
    return "\n".join(lines)


def ordered(parts: dict[str, dict]) -> list[str]:
    """The names, each behind those that it is made of."""
    names: list[str] = []

    def put(name: str) -> None:
        text = json.dumps(parts[name])
        for other in parts:
            if other != name and f'"#/$defs/{other}"' in text and other not in names:
                put(other)
        if name not in names:
            names.append(name)

    for name in parts:
        put(name)
    return names


def model() -> str:
    """The file."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    parts = {**schema["$defs"], "Contents": schema}
    made = [HEAD.rstrip()]
    for name in ordered(parts):
        shape = parts[name]
        made.append(data_class(name, shape) if "properties" in shape else words(name, shape))
    return "\n\n\n".join(made) + "\n"


def main() -> None:
    if sys.argv[1:] != ["--check"]:
        MODEL.write_text(model(), encoding="utf-8")
    elif MODEL.read_text(encoding="utf-8") != model():
        sys.exit("python/de_an_06/model.py is out of date; run python/make_model.py")


if __name__ == "__main__":
    main()
