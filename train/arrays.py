"""An article with its labels as arrays of limited size.

The program weighs as many candidates as there are; here an article is cut to the largest bucket
(`batches.py`), and each figure keeps its last candidates. Few articles lose anything.
"""
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from labels import BEFORE, FROM, UNKNOWN, Labels, labels

WINDOW = BEFORE + FROM
# How many time phrases, figures and places a figure weighs at most.
TIMES = 34
LINKS = 32
PLACES = 18
# Forms of a time phrase or of the day of publication, and signs of a period (src/judge/feature/period.rs).
FORMS = 20
PERIOD_SIGNS = 16
# A period's sources in a row: each form of each time phrase, the forms of the day of publication, no period at all.
SOURCES = TIMES * FORMS + FORMS + 1


class Tables(NamedTuple):
    """How many rows the tables of the network have."""
    words: int
    signs: int
    time_pairs: int
    figure_pairs: int
    place_pairs: int


class Bucket(NamedTuple):
    """The shape of a batch."""
    pieces: int
    figures: int
    spans: int
    times: int
    places: int
    articles: int

    @property
    def among(self) -> int:
        """How many figures and time phrases there may be together."""
        return self.figures + self.times


LARGEST = Bucket(2048, 128, 320, 128, 128, 2)
# A piece has at most three rows in the table of words: its word, that without diacritics, it and the next one.
ROWS_OF_WORD = 3


class Ones(NamedTuple):
    """A matrix of zeros and ones by its ones: the place and the row in a table of each. Thousands of articles fit."""
    places: np.ndarray
    rows: np.ndarray


def ones(rows: list[list[int]]) -> Ones:
    """The rows of each place."""
    places = np.repeat(np.arange(len(rows), dtype=np.int32), [len(some) for some in rows])
    return Ones(places, np.array([row for some in rows for row in some], np.int16))


@dataclass
class Example:
    """An article; -1 stands for no row, no candidate, no span."""
    words: np.ndarray  # [pieces, ROWS_OF_WORD] rows in the table of words
    signs: Ones  # a place is a piece
    rows: np.ndarray  # [pieces] the row of the article
    figures: np.ndarray  # [figures] the piece of each
    times: np.ndarray  # [times]
    places: np.ndarray  # [places]
    lies: np.ndarray  # [spans, PERIOD_SIGNS]
    source_span: np.ndarray  # [figures, SOURCES] the span that each source gives
    time_of: np.ndarray  # [figures, TIMES] which time phrases it weighs
    link_of: np.ndarray  # [figures, LINKS]
    place_of: np.ndarray  # [figures, PLACES]
    time_pairs: Ones  # a place is a figure times TIMES and a candidate
    link_pairs: Ones
    place_pairs: Ones
    is_dated: bool
    spans: list[tuple[str | None, str | None]]
    labels: Labels
    # The labels once more, as places in the lists of candidates.
    period: np.ndarray = field(default_factory=lambda: np.zeros(0, int))  # [figures] span or UNKNOWN
    part: np.ndarray = field(default_factory=lambda: np.zeros(0, int))  # [figures] candidate, NONE or UNKNOWN
    target: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    right_places: np.ndarray = field(default_factory=lambda: np.zeros(0, int))  # [figures, PLACES + 1] the last is none
    weight: float = 1.0  # how much it counts


def example(article: dict, material: dict | None) -> Example | None:
    """The arrays of an article; None where there is nothing to learn."""
    if not material or not material["pieces"] or not material["figures"]:
        return None
    pieces = min(len(material["pieces"]), LARGEST.pieces)
    figures = np.array([f["at"] for f in material["figures"] if f["at"] < pieces][:LARGEST.figures], int)
    times = np.array([at for at in material["times"] if at < pieces][:LARGEST.times], int)
    places = np.array([at for at, _ in material["places"] if at < pieces][:LARGEST.places], int)
    spans = [tuple(span) for span in material["spans"][:LARGEST.spans]]
    count = len(figures)
    time_of, time_pairs = candidates(material["time_pairs"][:count], TIMES, len(times))
    link_of, link_pairs = candidates(material["figure_pairs"][:count], LINKS, count)
    place_of, place_pairs = candidates(material["place_pairs"][:count], PLACES, len(places))
    out = Example(
        words=word_rows(material["words"][:pieces]), signs=ones(material["signs"][:pieces]),
        rows=np.array([row for row, _, _ in material["pieces"][:pieces]], int),
        figures=figures, times=times, places=places,
        lies=np.array(material["lies"][:len(spans)], np.float32),
        source_span=source_spans(material["sources"][:count], time_of, len(spans)),
        time_of=time_of, link_of=link_of, place_of=place_of,
        time_pairs=time_pairs, link_pairs=link_pairs, place_pairs=place_pairs,
        is_dated=material["published"] is not None, spans=spans, labels=labels(article, material),
        weight=article.get("weight", 1.0),
    )
    place_labels(out)
    return out


def word_rows(words: list[list[int]]) -> np.ndarray:
    out = np.full((len(words), ROWS_OF_WORD), -1, np.int32)
    for at, rows in enumerate(words):
        out[at, :len(rows)] = rows
    return out


def candidates(pairs: list[list], most: int, limit: int) -> tuple[np.ndarray, Ones]:
    """For each figure its last candidates that are below a limit: [figures, most] and the rows of each pair."""
    out, rows = np.full((len(pairs), most), -1, np.int16), []
    for figure, weighed in enumerate(pairs):
        kept = [pair for pair in weighed if pair[0] < limit][-most:]
        out[figure, :len(kept)] = [other for other, _ in kept]
        rows += [pair for _, pair in kept] + [[]] * (most - len(kept))
    return out, ones(rows)


def source_spans(sources: list[list], time_of: np.ndarray, spans: int) -> np.ndarray:
    """[figures, SOURCES]: which span each form of each weighed time phrase gives, and each form of the day."""
    out = np.full((len(sources), SOURCES), -1, np.int16)
    for figure, offered in enumerate(sources):
        slot_of = {time: slot for slot, time in enumerate(time_of[figure]) if time >= 0}
        for span, time, form in offered:
            if span < spans and (time is None or time in slot_of):
                out[figure, (TIMES if time is None else slot_of[time]) * FORMS + form] = span
        out[figure, -1] = 0
    return out


def place_labels(example: Example) -> None:
    """Looks the labels up among the candidates. What was cut away is unknown."""
    right, count = example.labels, len(example.figures)
    is_offered = [right.period[f] in example.source_span[f] for f in range(count)]
    example.period = np.array([right.period[f] if is_offered[f] else UNKNOWN for f in range(count)], int)
    example.part = np.array([slot(right.part[f], example.link_of[f]) for f in range(count)], int)
    example.target = np.array([slot(right.target[f], example.link_of[f]) for f in range(count)], int)
    example.right_places = np.zeros((count, PLACES + 1), np.float32)
    for f in range(count):
        for place in right.place[f] or []:
            example.right_places[f, :-1] += example.place_of[f] == place
        example.right_places[f, -1] = right.place[f] == []


def slot(label: int, candidates: np.ndarray) -> int:
    """The place of a label in a list of candidates; NONE and UNKNOWN stay."""
    if label < 0:
        return label
    found = np.flatnonzero(candidates == label)
    return int(found[0]) if len(found) else UNKNOWN
