"""`Report`: everything that was read from one page."""

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from . import _native, model
from ._build import build

KINDS: dict[str, Literal["text", "number", "count", "day"]] = dict(_native.columns())
"""What stands in each column of `records_to_dicts`, where anything does."""

COLUMNS: tuple[str, ...] = tuple(KINDS)
"""The keys of `records_to_dicts`, in the order of the columns of CSV."""

Row = dict[str, Any]
"""A flat dictionary: words, numbers, days (`datetime.date`) and `None`."""


class Report:
    """Everything that was read from one page. Its attributes are made of the JSON when one is first asked for.

    A report cannot be pickled: between processes, send `to_json()` or what `records_to_dicts` makes of it.
    """

    def __init__(self, reading: _native.Reading) -> None:
        self._reading = reading

    @cached_property
    def _contents(self) -> model.Contents:
        return build(model.Contents, json.loads(self.to_json(), parse_float=Decimal))

    @property
    def schema(self) -> str:
        """Name and version of the shape of a report."""
        return self._contents.schema

    @property
    def source(self) -> model.SourceInfo:
        """Where the bytes came from."""
        return self._contents.source

    @property
    def article(self) -> model.Article:
        """The article of the page."""
        return self._contents.article

    @property
    def place(self) -> str | None:
        """The place that it is about; figures that name no other are of it."""
        return self._contents.place

    @property
    def place_code(self) -> str | None:
        """The code of the province that this place lies in today."""
        return self._contents.place_code

    @property
    def records(self) -> tuple[model.Record, ...]:
        """Its figures in reading order."""
        return self._contents.records

    @property
    def documents(self) -> tuple[model.Document, ...]:
        """Documents that it names."""
        return self._contents.documents

    @property
    def people(self) -> tuple[model.Person, ...]:
        """People that it names."""
        return self._contents.people

    @property
    def organizations(self) -> tuple[model.Organization, ...]:
        """Organisations that it names."""
        return self._contents.organizations

    @property
    def events(self) -> tuple[model.Event, ...]:
        """Events that it reports."""
        return self._contents.events

    @property
    def checks(self) -> tuple[model.Finding, ...]:
        """Its own arithmetic."""
        return self._contents.checks

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader was unsure of."""
        return self._contents.warnings

    def to_json(self) -> str:
        """The report as JSON on one line, every number with all its digits; docs/report.schema.json describes it."""
        return self._reading.json()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists; numbers with a decimal mark are floats."""
        told: dict[str, Any] = json.loads(self.to_json())
        return told

    def __repr__(self) -> str:
        return f"<Report {self.source.name!r}: {len(self.records)} records>"


def records_to_dicts(reports: Iterable[Report], *, exact: bool = False) -> list[Row]:
    """A flat dictionary for each record of these reports: what `pandas.DataFrame` and `polars.DataFrame` take.

    The keys are `COLUMNS`. Days are `datetime.date`; numbers are floats, with `exact` they are `decimal.Decimal`.

    >>> import de_an_06
    >>> report = de_an_06.extract("<h1>Tổng kết</h1><p>Năm 2022, xã Mẫu mở 14 lớp.</p>")
    >>> [row] = records_to_dicts([report])
    >>> row["value"], row["unit"], row["period_start"]
    (14.0, 'lớp', datetime.date(2022, 1, 1))
    """
    return [row for report in reports for row in report._reading.rows(exact)]


def findings_to_dicts(reports: Iterable[Report]) -> list[Row]:
    """A flat dictionary for each claim of these reports that was tested, and for what two of them contradict each
    other in, as `de-an-06 check -f jsonl` writes them.

    >>> import de_an_06
    >>> report = de_an_06.extract("<h1>A</h1><p>Xã có 5 nam, 7 nữ, tổng cộng 13 người.</p>", name="a")
    >>> [row["holds"] for row in findings_to_dicts([report])]
    ['does_not_hold']
    """
    lines = _native.findings([report._reading for report in reports])
    return [json.loads(line) for line in lines.splitlines()]
