"""From JSON to the types of `de_an_06.model`."""

import datetime
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Maker = Callable[[Any], Any]


def build(kind: type[T], found: dict[str, Any]) -> T:
    """An object of that kind out of what JSON has of it; what JSON has besides is left out.

    >>> from de_an_06.model import Period
    >>> build(Period, {"start": "2022-01-01", "end": None, "text": "từ năm 2022"})
    Period(start=datetime.date(2022, 1, 1), end=None, text='từ năm 2022')
    """
    made: T = _maker(cast(Any, kind))(found)
    return made


@cache
def _maker(hint: Any) -> Maker:
    if is_dataclass(hint):
        return _object(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        one = _maker(parts[0])
        return lambda found: tuple(map(one, found))
    if origin in (Union, types.UnionType):
        some = _maker(next(part for part in parts if part is not types.NoneType))
        return lambda found: None if found is None else some(found)
    if hint is datetime.date:
        return datetime.date.fromisoformat
    # Whole numbers come as `int`, the others as decimals already.
    return Decimal if hint is Decimal else lambda found: found


def _object(kind: Any) -> Maker:
    hints = get_type_hints(kind)
    makers = [(field.name.rstrip("_"), _maker(hints[field.name])) for field in fields(kind)]
    last = len(makers) - sum(field.default == () for field in fields(kind))
    always, rest = makers[:last], makers[last:]
    return lambda found: kind(
        *(make(found[name]) for name, make in always),
        *(make(found.get(name, ())) for name, make in rest),
    )
