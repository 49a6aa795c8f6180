"""Reading pages: `Reader`, and `extract`, `check`, `extract_all` for who has nothing to tell it."""

import datetime
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Literal

from . import _native
from .errors import Error, OptionError, SourceError
from .model import Finding
from .report import Report

LONGEST_PAGE = 64 << 20
"""How many bytes a page may have, unless a reader is told otherwise."""

Page = str | bytes | os.PathLike[str]
"""A page as text, as bytes, or the path of a file with it."""

Day = str | datetime.date
"""A day or a moment of publication: `"2023-05-11"`, `"11/05/2023"`, a date, a datetime."""

Kind = Literal["html", "text", "mhtml", "docx", "odt", "pdf"]
"""What a page can be."""

File = str | os.PathLike[str]
"""The path of a file of your own."""

Failed = Callable[[Error], object]
"""What is done with an input that cannot be read, as `list.append`."""

# So many pages may be under way for each thread: enough that the others have work behind one that is long.
_AHEAD = 8

_ENDINGS = (".html", ".htm", ".mhtml", ".txt", ".docx", ".odt", ".pdf", ".jsonl", ".warc", ".gz", ".zip")


class Reader:
    """Reads pages that something is known of. Make one and use it for all of them: a lexicon is made only once.

    `kind` and `encoding` say what the pages are instead of what their content says; without `site_hints` they are read
    without what is known of their sites. `lexicon` names files with words of your own, which win over the built-in ones,
    `corrections` files with corrections of figures. A page of more than `max_page_bytes` is not read.

    It holds nothing that changes, so threads may share it.

    >>> reader = Reader(kind="text")
    >>> reader.extract("Tổng kết\\n\\nNăm 2022, xã Mẫu mở 14 lớp.").records[0].unit
    'lớp'
    >>> Reader(encoding="utf-9")
    Traceback (most recent call last):
        ...
    de_an_06.errors.OptionError: encoding: `utf-9` names no known encoding; try utf-8, windows-1258, tcvn3, vni or viscii
    """

    def __init__(
        self,
        *,
        kind: Kind | None = None,
        encoding: str | None = None,
        site_hints: bool = True,
        lexicon: File | Sequence[File] = (),
        corrections: File | Sequence[File] = (),
        max_page_bytes: int = LONGEST_PAGE,
    ) -> None:
        if max_page_bytes < 1:
            raise OptionError(f"max_page_bytes: {max_page_bytes} bytes are no page")
        self._longest = max_page_bytes
        self._facts = _native.Facts(
            kind=kind,
            encoding=encoding,
            site_hints=site_hints,
            lexicons=_texts("lexicon", lexicon),
            corrections=_texts("corrections", corrections),
        )

    def extract(
        self,
        page: Page,
        published: Day | None = None,
        name: str | None = None,
        *,
        url: str | None = None,
    ) -> Report:
        """Reads one page; see `de_an_06.extract`."""
        return self._read(self._open(page), name, published, url)

    def check(
        self,
        page: Page,
        published: Day | None = None,
        name: str | None = None,
        *,
        url: str | None = None,
    ) -> tuple[Finding, ...]:
        """Tests the arithmetic of one page; see `de_an_06.check`."""
        return self.extract(page, published, name, url=url).checks

    def extract_all(
        self,
        *paths: File,
        glob: str | Sequence[str] = (),
        failed: Failed | None = None,
        jobs: int | None = None,
    ) -> Iterator[Report]:
        """Reads every page of these files, folders, lists and archives; see `de_an_06.extract_all`."""
        if jobs is not None and jobs < 1:
            raise OptionError(f"jobs: {jobs} threads read nothing")
        patterns = [glob] if isinstance(glob, str) else list(glob)
        pages = chain.from_iterable(self._within(path, patterns) for path in paths)
        return self._extract_all(pages, failed, jobs or os.cpu_count() or 1)

    def _extract_all(
        self, pages: Iterable[_native.Page | Error], failed: Failed | None, jobs: int
    ) -> Iterator[Report]:
        waiting: deque[Future[Report]] = deque()
        pool = ThreadPoolExecutor(jobs, "de_an_06")
        try:
            for page in pages:
                waiting.append(pool.submit(self._settle, page))
                if len(waiting) >= jobs * _AHEAD:
                    yield from _taken(waiting.popleft(), failed)
            while waiting:
                yield from _taken(waiting.popleft(), failed)
        finally:
            pool.shutdown(cancel_futures=True)

    def _within(self, path: File, glob: list[str]) -> Iterator[_native.Page | Error]:
        """The pages that a path names, and why others cannot be read, in their order."""
        pages = _native.Pages(path, self._longest, glob)
        while True:
            try:
                page = next(pages, None)
            except Error as error:
                yield error
                continue
            if page is None:
                return
            yield page

    def _settle(self, page: _native.Page | Error) -> Report:
        if isinstance(page, Error):
            raise page
        return self._read(page)

    def _open(self, page: Page) -> _native.Page:
        if isinstance(page, os.PathLike):
            return self._only(page)
        if isinstance(page, str):
            _refuse_name(page)
            page = page.encode("utf-8", "replace")
        if not isinstance(page, bytes | bytearray | memoryview):
            raise TypeError(f"page: expected str, bytes or a path, got {type(page).__name__}")
        if len(page) > self._longest:
            told = f"page: is longer than {self._longest} bytes; max_page_bytes allows more"
            raise SourceError(told, "page")
        return _native.Page(bytes(page), "page")

    def _only(self, path: os.PathLike[str]) -> _native.Page:
        pages = _native.Pages(path, self._longest, [])
        page = next(pages, None)
        if page is None:
            raise SourceError(f"{path}: there is no page in it", str(path))
        if next(pages, None) is not None:
            raise OptionError(f"{path}: it holds several pages; read them with extract_all", str(path))
        return page

    def _read(
        self,
        page: _native.Page,
        name: str | None = None,
        published: Day | None = None,
        url: str | None = None,
    ) -> Report:
        day = published.isoformat() if isinstance(published, datetime.date) else published
        return Report(_native.read(page, self._facts, name, day, url))


def extract(
    page: Page,
    published: Day | None = None,
    name: str | None = None,
    *,
    url: str | None = None,
    kind: Kind | None = None,
    encoding: str | None = None,
    site_hints: bool = True,
    lexicon: File | Sequence[File] = (),
    corrections: File | Sequence[File] = (),
    max_page_bytes: int = LONGEST_PAGE,
) -> Report:
    """Reads the figures of one page.

    A `str` or `bytes` is the page itself; a file is named by a `pathlib.Path`, so no page can pass for a file. `published`
    and `url` go before what the page says; `name` is what the report calls it. The others are those of `Reader`.

    >>> report = extract("<h1>Sơ kết</h1><p>Huyện Mẫu đã mở 14 lớp năm nay.</p>", published="2023-05-11")
    >>> record = report.records[0]
    >>> record.value, record.unit, record.role, record.period.start
    (Decimal('14'), 'lớp', 'actual', datetime.date(2023, 1, 1))
    >>> report.article.blocks[record.source.block].text[record.source.start : record.source.end]
    '14'
    """
    reader = Reader(
        kind=kind,
        encoding=encoding,
        site_hints=site_hints,
        lexicon=lexicon,
        corrections=corrections,
        max_page_bytes=max_page_bytes,
    )
    return reader.extract(page, published, name, url=url)


def check(
    page: Page, published: Day | None = None, name: str | None = None, *, url: str | None = None
) -> tuple[Finding, ...]:
    """Tests the arithmetic of one page: every claim of it that could be put to the test, and what came out.

    >>> [finding] = check("<h1>A</h1><p>Xã có 5 nam, 7 nữ, tổng cộng 13 người.</p>")
    >>> finding.holds, finding.grade, finding.detail
    ('does_not_hold', 'contradiction', '5 + 7 = 12, the text says 13 người')
    """
    return Reader().check(page, published, name, url=url)


def extract_all(
    *paths: File,
    glob: str | Sequence[str] = (),
    failed: Failed | None = None,
    jobs: int | None = None,
) -> Iterator[Report]:
    """Reads every page of files, folders, lists (`.jsonl`) and archives (`.warc`, `.warc.gz`, `.zip`), one report after
    another in their order, on as many threads as there are processors or `jobs` says. With `glob`, only files of folders
    and archives whose names fit a pattern: `"*.html"`, `"tin/**"`, `"!nhap-*"` to leave out.

    An input that cannot be read is raised where its turn comes, and ends it; with `failed`, the exception is handed to
    that function instead, and the rest goes on. Only some pages for each thread are under way at once.

    >>> errors = []
    >>> list(extract_all("no/such/folder", failed=errors.append))
    []
    >>> print(*errors)
    no/such/folder: there is no such file or folder
    """
    return Reader().extract_all(*paths, glob=glob, failed=failed, jobs=jobs)


def _taken(reading: "Future[Report]", failed: Failed | None) -> Iterator[Report]:
    try:
        report = reading.result()
    except Error as error:
        if failed is None:
            raise
        failed(error)
    else:
        yield report


def _refuse_name(page: str) -> None:
    """Who hands over `"page.html"` means the file."""
    is_name = "\n" not in page and "<" not in page and page.lower().endswith(_ENDINGS)
    if is_name:
        raise OptionError(f"page: `{page}` is the name of a file; pass pathlib.Path({page!r})")


def _texts(what: str, files: File | Sequence[File]) -> list[tuple[str, str]]:
    """The files of the user, each with its name."""
    paths = [files] if isinstance(files, str | os.PathLike) else files
    try:
        return [(str(path), Path(path).read_text(encoding="utf-8")) for path in paths]
    except UnicodeDecodeError as error:
        raise OptionError(f"{what}: no UTF-8 text; save it as UTF-8: {error}") from error
    except OSError as error:
        raise OptionError(f"{what}: {error.filename}: cannot be read: {error.strerror}") from error
