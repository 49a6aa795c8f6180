"""Reads the figures out of Vietnamese administrative prose: typed, checked, traceable to the word.

>>> import de_an_06
>>> page = "<h1>Tập huấn</h1><p>Năm 2022, huyện Mẫu mở 14 lớp. Có 1.297 lượt người tham gia, vượt chỉ tiêu đề ra (1.200 lượt người).</p>"
>>> report = de_an_06.extract(page)
>>> for record in report.records:
...     print(record.id, record.value, record.unit, record.role, record.status)
r1 14 lớp actual None
r2 1297 lượt người actual exceeded
r3 1200 lượt người target None
>>> report.checks[0].detail
'1.297 > 1.200 lượt người'

* `extract`, `check`: one page
* `extract_all`: files, folders, lists, archives
* `Reader`: the same with what is known of the pages: their encoding, words of your own, corrections
* `Report`: everything that was read; `model` has the types of what is in it
* `records_to_dicts`, `findings_to_dicts`: rows for pandas, Polars and the like
* `Error`: what can go wrong, and its kinds
"""

from . import model
from ._native import VERSION as __version__
from .errors import DocumentError, Error, InternalError, NoArticleError, OptionError, SourceError
from .reader import LONGEST_PAGE, Reader, check, extract, extract_all
from .report import COLUMNS, KINDS, Report, findings_to_dicts, records_to_dicts

__all__ = [
    "COLUMNS",
    "KINDS",
    "LONGEST_PAGE",
    "DocumentError",
    "Error",
    "InternalError",
    "NoArticleError",
    "OptionError",
    "Reader",
    "Report",
    "SourceError",
    "__version__",
    "check",
    "extract",
    "extract_all",
    "findings_to_dicts",
    "model",
    "records_to_dicts",
]
