"""The half of the package that is written in Rust."""

import datetime
import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

VERSION: str

class Facts:
    def __new__(
        cls,
        *,
        kind: str | None,
        encoding: str | None,
        site_hints: bool,
        lexicons: list[tuple[str, str]],
        corrections: list[tuple[str, str]],
    ) -> Facts: ...

class Page:
    def __new__(cls, bytes: bytes, name: str) -> Page: ...
    @property
    def name(self) -> str: ...

class Pages:
    def __new__(cls, path: str | os.PathLike[str], longest: int, glob: list[str]) -> Pages: ...
    def __iter__(self) -> Iterator[Page]: ...
    def __next__(self) -> Page: ...

class Reading:
    def json(self) -> str: ...
    def rows(
        self, exact: bool
    ) -> list[dict[str, str | int | float | Decimal | datetime.date | None]]: ...

def columns() -> list[tuple[str, Literal["text", "number", "count", "day"]]]: ...
def read(
    page: Page, facts: Facts, name: str | None, published: str | None, url: str | None
) -> Reading: ...
def findings(readings: list[Reading]) -> str: ...
def run(words: list[str]) -> int: ...
