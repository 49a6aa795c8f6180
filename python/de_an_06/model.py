"""What a report holds, as in docs/report.md: frozen data classes with the field names of the JSON.

Numbers are exact (`decimal.Decimal`), days of a period are `datetime.date`, lists are tuples. `from`, which Python
keeps for itself, is `from_`. Written by python/make_model.py out of the schema of the report; not to be edited.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


BlockKind = Literal[
    "paragraph",
    "lead",
    "heading",
    "caption",
    "list_item",
    "table_row",
    "byline",
]
"""What a block is on the page."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, caption, list item or table row."""

    kind: BlockKind
    """What the block is on the page."""
    text: str
    """Its text: NFC, white space folded. Offsets of the report count code points of it."""
    selector: str
    """Where it was read: CSS path of the node of a page, XPath into the part of a document."""


PaperKind = Literal[
    "circular",
    "conclusion",
    "decision",
    "decree",
    "directive",
    "guidance",
    "invitation",
    "minutes",
    "notice",
    "official_letter",
    "plan",
    "programme",
    "project",
    "regulation",
    "report",
    "resolution",
    "submission",
    "telegram",
]
"""Kind of an official paper."""


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """The header of an official paper."""

    number: str | None
    """Its number without spaces: `312/BC-UBND`; none on a draft."""
    kind: PaperKind | None
    """What kind of paper it is: by the line over its subject, else by its number."""
    subject: str | None
    """What it is about, as printed: `Tình hình kinh tế - xã hội 6 tháng đầu năm 2024`."""
    issuer: str | None
    """The body that issued it, as printed: `ỦY BAN NHÂN DÂN HUYỆN BA TRI`."""
    place: str | None
    """Where it was issued: `Ba Tri`."""
    day: str | None
    """Day of issue, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read from its page."""

    title: str | None
    """Headline, without the site's name."""
    published: str | None
    """Day or moment of publication, ISO 8601: `2023-05-11T13:41:00+07:00`, or `2023-05-11` where the page gives no
    time of day."""
    publisher: str | None
    """Who published it: agency tag, site name or host."""
    document: OfficialPaper | None
    """The official paper that the page carries, if it carries one in full."""
    authors: tuple[str, ...]
    """Who wrote and photographed it, without roles."""
    byline: str | None
    """The byline as it is printed: `Tin, ảnh: Thạch Thảo`."""
    blocks: tuple[Block, ...]
    """The body in reading order."""


Certainty = Literal[
    "doubtful",
    "likely",
    "certain",
]
"""How sure an encoding is."""


@dataclass(frozen=True, slots=True)
class Confidences:
    """How probable it is that each field that had to be judged is right."""

    role: Decimal
    """Role and direction."""
    indicator: Decimal
    """Indicator and scope."""
    period: Decimal
    """Period, or that there is none."""
    place: Decimal
    """Place, or that it is the article's own."""
    part_of: Decimal
    """The whole, or that there is none."""
    target: Decimal
    """The target, or that there is none."""


Direction = Literal[
    "up",
    "down",
]
"""Which way a change went."""


@dataclass(frozen=True, slots=True)
class DocumentPeriod:
    """Years of a document, and its horizon (`tầm nhìn`, `định hướng`)."""

    start: int | None
    """First year."""
    end: int | None
    """Last year."""
    horizon: int | None
    """Year of the vision or orientation."""


@dataclass(frozen=True, slots=True)
class MentionRef:
    """Where something is named: block, half-open code point range, the words."""

    block: int
    """Index into the article's blocks."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Document:
    """A plan, resolution, decision, scheme, …"""

    id: str
    """`d1`, `d2`, … in order of first mention."""
    type: str
    """`Kế hoạch`, `Đề án`, `Nghị quyết`, …"""
    number: str | None
    """Full number: `3409/KH-UBND`; none for documents without one."""
    title: str | None
    """What it is about, as printed."""
    issuer: str | None
    """Who issued it: `UBND tỉnh`."""
    period: DocumentPeriod | None
    """The years that it covers."""
    implements: str | None
    """Id of the document that it carries out."""
    mentions: tuple[MentionRef, ...]
    """Every place where it is named."""


EncodingSource = Literal[
    "option",
    "bom",
    "utf8",
    "transport",
    "meta",
    "guess",
]
"""What decided the encoding, strongest first."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Passages in one old encoding. Words are counted whose letters changed."""

    label: str
    """What they were in: `tcvn3`, `tcvn5712-1`, `vni`, `viscii`, `windows-1258`, or `utf-8` for UTF-8 that was
    encoded twice."""
    by_font: bool
    """Whether a font said so (`.VnTime`, `VNI-Times`), or the letters alone."""
    words: int
    """Words that changed."""
    before: int
    """Those that could be Vietnamese as they were written."""
    after: int
    """Those that can be Vietnamese as they were read."""
    sure: Certainty
    """How sure it is."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which encoding was assumed for the page, on what ground, and how sure that is."""

    label: str
    """WHATWG label, lower case, as `utf-8`, `windows-1258`; or `viscii`, `tcvn3`, `tcvn5712-1`, `vni`."""
    from_: EncodingSource
    """What said so."""
    sure: Certainty
    """How sure it is."""
    letters: tuple[Letters, ...]
    """Passages whose letters stood for those of an old encoding, and how they were read."""


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, meeting or ceremony that the article reports."""

    id: str
    """`e1`, …"""
    kind: str
    """`hội nghị sơ kết`"""
    name: str
    """Its name as printed."""
    date: str | None
    """ISO day."""
    place: str | None
    """Where it took place."""
    organizer: str | None
    """Id of the organisation that held it."""
    chairs: tuple[str, ...]
    """Ids of the people who chaired it."""
    attendees: tuple[str, ...]
    """Ids of the people who took part."""
    speakers: tuple[str, ...]
    """Ids of the organisations that spoke."""
    documents: tuple[str, ...]
    """Ids of the documents that it is about."""
    mentions: tuple[MentionRef, ...]
    """Every place where it is named."""


Field = Literal[
    "figure",
    "value",
    "high",
    "of",
    "unit",
    "per",
    "modifier",
    "role",
    "direction",
    "status",
    "indicator",
    "scope",
    "category",
    "period",
    "place",
    "part_of",
    "target",
]
"""What of a record a person can say."""


Grade = Literal[
    "rounding",
    "contradiction",
    "impossible",
]
"""How far the printed figures are from a claim."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure that makes the claim hold once one slip of the hand is mended: a digit changed, left out or typed
    twice, two digits swapped, the decimal mark moved."""

    record: str | None
    """Id of its record; none for a cell of a table that was not read as a figure."""
    said: str
    """The figure as the text has it, in the scale of `meant`: `490`."""
    meant: str
    """The figure that may have been meant: `480`."""
    value: Decimal
    """The same as a number, scale applied."""


Verdict = Literal[
    "holds",
    "does_not_hold",
    "cannot_be_told",
]
"""What came out of a check."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim of the text, tested."""

    kind: str
    """Name of the check: `sum_of_parts`."""
    records: tuple[str, ...]
    """Ids of the records that it is about, the claim's own first."""
    holds: Verdict
    """What came out."""
    grade: Grade | None
    """How grave it is; none where the figures fit as they are printed, and where it cannot be told."""
    detail: str
    """The arithmetic: `470 + 483 = 953`."""
    slips: tuple[Slip, ...]
    """The figures that one slip of the hand would explain, each of them as likely as the others; none where no single
    slip mends the claim."""


Flag = Literal[
    "ambiguous_grouping",
    "dot_decimal",
    "english_format",
    "repaired",
    "vague",
    "ambiguous_multiple",
    "percent_or_point",
    "inherited_unit",
    "no_diacritics",
    "unsure_role",
    "unsure_indicator",
    "unsure_period",
    "unsure_place",
    "corrected",
]
"""A doubt about the reading of a figure."""


Modifier = Literal[
    "exact",
    "about",
    "over",
    "nearly",
    "under",
    "at_least",
    "at_most",
]
"""How exact the text says that the figure is."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office."""

    title: str
    """`Phó chủ tịch`"""
    organization: str | None
    """`UBND tỉnh`"""


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organisation."""

    id: str
    """`o1`, `o2`, …"""
    name: str
    """Full name; a distributed head is written out (`Sở Nội vụ`)."""
    kind: str
    """Kind of organisation, a key of the lexicon."""
    mentions: tuple[MentionRef, ...]
    """Every place where it is named."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days; either end may be open."""

    start: datetime.date | None
    """First day."""
    end: datetime.date | None
    """Last day."""
    text: str
    """The words that gave it; empty where the day of publication does."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person and the offices that the text gives them."""

    id: str
    """`p1`, `p2`, …"""
    name: str
    """Full name."""
    offices: tuple[Office, ...]
    """Title and organisation, in the order of the text."""
    roles: tuple[str, ...]
    """What the person does at the event: `đồng chủ trì`, `tham dự`."""
    mentions: tuple[MentionRef, ...]
    """Every place where the person is named."""


Role = Literal[
    "actual",
    "target",
    "change",
    "attainment",
    "condition",
]
"""What the figure says."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the number stands."""

    block: int
    """Index into the article's blocks."""
    start: int
    """First code point of the number in the block."""
    end: int
    """Code point after the number."""
    text: str
    """The number as printed: `blocks[block].text[start..end]`."""
    prefix: str
    """Up to 32 code points before it."""
    suffix: str
    """Up to 32 code points after it."""
    sentence: str
    """The sentence that it stands in, or what stands around it in one that is very long."""
    link: str | None
    """The page's URL with a text fragment that scrolls to the words; none without a URL."""


Status = Literal[
    "exceeded",
    "met",
    "not_met",
]
"""How the text says that a figure stands to its target."""


@dataclass(frozen=True, slots=True)
class Record:
    """One figure of the article."""

    id: str
    """`r1`, `r2`, … in reading order."""
    category: str | None
    """Key of the lexicon's indicator that fits, as `training.political_theory`."""
    indicator: str | None
    """What is measured, the shortest clear phrase of the text."""
    scope: str | None
    """What the indicator takes over from its list, sentence or heading."""
    value: Decimal
    """The number, scale applied, exact; the lower end of a range; a decrease stays positive."""
    high: Decimal | None
    """Upper end of a range."""
    of: Decimal | None
    """The total of a fraction or rank: 28 in `25/28 xã`."""
    unit: str | None
    """What is counted or measured, in the words of the text."""
    unit_key: str | None
    """The lexicon's key of the unit: `person_turn`."""
    per: str | None
    """Denominator of a rate: `năm` in `400 người/năm`."""
    modifier: Modifier
    """Exact, about, over, …"""
    role: Role
    """Result, target, change, attainment or condition."""
    direction: Direction | None
    """For a change: up or down."""
    status: Status | None
    """How the text says that the figure stands to its target."""
    period: Period | None
    """The time that the figure speaks of."""
    place: str | None
    """The place that it is for, where that is not the article's own subject."""
    part_of: str | None
    """Id of the record that this one is a part of."""
    target: str | None
    """Id of the target that this one is held against."""
    flags: tuple[Flag, ...]
    """Doubts about the reading."""
    confidence: Decimal
    """How probable it is that value, unit, role, indicator and period are all right, from 0 to 1."""
    confidences: Confidences
    """How probable it is that each field that had to be judged is right, from 0 to 1."""
    source: Source
    """The words that it was read from."""
    corrected: tuple[Field, ...] = ()
    """What of it a person gave; not in the report where nobody gave anything."""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where the bytes came from."""

    name: str
    """Name of the input as the user gave it."""
    url: str | None
    """Address of the page, where the page or the user says it."""
    sha256: str
    """SHA-256 of the bytes, hexadecimal."""
    encoding: Encoding
    """Which encoding was assumed, and why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that was read from one input."""

    schema: str
    """Name and version of this shape."""
    source: SourceInfo
    """Where the bytes came from."""
    article: Article
    """The article of the page."""
    place: str | None
    """The place that it is about; figures that name no other are of it."""
    place_code: str | None
    """The code of the province that this place lies in today, in the state's list of administrative units: `86`; none
    where it is no province."""
    records: tuple[Record, ...]
    """Its figures in reading order."""
    documents: tuple[Document, ...]
    """Documents that it names."""
    people: tuple[Person, ...]
    """People that it names."""
    organizations: tuple[Organization, ...]
    """Organisations that it names."""
    events: tuple[Event, ...]
    """Events that it reports."""
    checks: tuple[Finding, ...]
    """Its own arithmetic."""
    warnings: tuple[str, ...]
    """What the reader was unsure of."""
