"""Articles of like size side by side in arrays of fixed shape, so that each shape is compiled once."""
import random
from collections import defaultdict

import numpy as np

from arrays import (
    LARGEST, LINKS, PERIOD_SIGNS, PLACES, ROWS_OF_WORD, SOURCES, TIMES, WINDOW, Bucket, Example, Tables,
)
from labels import BEFORE, UNKNOWN, Labels

BUCKETS = [
    Bucket(320, 20, 96, 24, 24, 12),
    Bucket(512, 32, 128, 32, 32, 8),
    Bucket(960, 64, 192, 64, 64, 4),
    LARGEST,
]
# The farthest distance between two figures that is told: in rows, in doublings of pieces.
FAR_ROWS = 3
FAR_PIECES = 7

Batch = dict[str, np.ndarray]


def bucket_of(example: Example) -> Bucket:
    """The smallest bucket that holds an article."""
    sizes = (len(example.rows), len(example.figures), len(example.spans), len(example.times), len(example.places))
    return next(bucket for bucket in BUCKETS if all(size <= most for size, most in zip(sizes, bucket)))


def grouped(examples: list[Example], order: random.Random | None = None) -> list[tuple[Bucket, list[int]]]:
    """The batches: a bucket and the indexes of its articles. `order` shuffles them."""
    of_bucket: dict[Bucket, list[int]] = defaultdict(list)
    for index, example in enumerate(examples):
        of_bucket[bucket_of(example)].append(index)
    batches = []
    for bucket in BUCKETS:
        indexes = of_bucket[bucket]
        if order:
            order.shuffle(indexes)
        batches += [(bucket, indexes[at:at + bucket.articles]) for at in range(0, len(indexes), bucket.articles)]
    if order:
        order.shuffle(batches)
    return batches


def empty(bucket: Bucket, tables: Tables) -> Batch:
    """A batch without articles: word rows point behind the table, candidates to -1, source spans behind the spans."""
    n, figures = bucket.articles, bucket.figures

    def full(value: float, *shape: int, dtype: type = np.int32) -> np.ndarray:
        return np.full((n, *shape), value, dtype)

    def zeros(*shape: int) -> np.ndarray:
        return full(0, *shape, dtype=np.float32)

    return {
        "words": full(tables.words, bucket.pieces, ROWS_OF_WORD),
        "signs": zeros(bucket.pieces, tables.signs),
        "is_piece": zeros(bucket.pieces),
        "rows": full(0, bucket.pieces),
        "figures": full(0, figures),
        "is_figure": zeros(figures),
        "gap": full(0, figures, 2),
        "times": full(0, bucket.times),
        "places": full(0, bucket.places),
        "among": full(0, bucket.among),
        "is_among": zeros(bucket.among),
        "lies": zeros(bucket.spans, PERIOD_SIGNS),
        "source_span": full(bucket.spans, figures, SOURCES),
        "time_of": full(-1, figures, TIMES),
        "link_of": full(-1, figures, LINKS),
        "place_of": full(-1, figures, PLACES),
        "time_pairs": zeros(figures, TIMES, tables.time_pairs),
        "link_pairs": zeros(figures, LINKS, tables.figure_pairs),
        "place_pairs": zeros(figures, PLACES, tables.place_pairs),
        "role": full(UNKNOWN, figures),
        "counts": zeros(figures),
        "period": full(UNKNOWN, figures),
        "words_right": zeros(figures, WINDOW, 2),
        "has_words": zeros(figures, 2),
        "part": full(UNKNOWN, figures),
        "target": full(UNKNOWN, figures),
        "right_places": zeros(figures, PLACES + 1),
        "is_dated": zeros(),
        "weight": zeros(),
    }


def batch(examples: list[Example], bucket: Bucket, tables: Tables) -> Batch:
    """The arrays of some articles of one bucket."""
    out = empty(bucket, tables)
    for b, one in enumerate(examples):
        pieces, figures, spans = len(one.rows), len(one.figures), len(one.spans)
        out["words"][b, :pieces] = np.where(one.words < 0, tables.words, one.words)
        out["signs"][b, one.signs.places, one.signs.rows] = 1
        out["is_piece"][b, :pieces] = 1
        out["rows"][b, :pieces] = one.rows
        out["figures"][b, :figures] = one.figures
        out["is_figure"][b, :figures] = 1
        out["times"][b, :len(one.times)] = one.times
        out["places"][b, :len(one.places)] = one.places
        among = np.union1d(one.figures, one.times)
        out["among"][b, :len(among)] = among
        out["is_among"][b, :len(among)] = 1
        out["lies"][b, :spans] = one.lies
        out["source_span"][b, :figures] = np.where(one.source_span < 0, bucket.spans, one.source_span)
        for name in ("time_of", "link_of", "place_of", "period", "part", "target", "right_places"):
            out[name][b, :figures] = getattr(one, name)
        for name in ("time_pairs", "link_pairs", "place_pairs"):
            pairs = getattr(one, name)
            out[name][b].reshape(-1, out[name].shape[-1])[pairs.places, pairs.rows] = 1
        if figures > 1:
            out["gap"][b, 1:figures, 0] = np.minimum(FAR_ROWS, np.diff(one.rows[one.figures]))
            doublings = np.log2(1 + np.diff(one.figures)).astype(int)
            out["gap"][b, 1:figures, 1] = np.minimum(FAR_PIECES, doublings)
        put_labels(out, b, one.labels, one.figures, pieces)
        out["is_dated"][b] = one.is_dated
        out["weight"][b] = one.weight
    return out


def put_labels(out: Batch, b: int, labels: Labels, figures: np.ndarray, pieces: int) -> None:
    """Role, whether it counts, and the words, which stand in the window around each figure."""
    count = len(figures)
    out["role"][b, :count] = labels.role[:count]
    out["counts"][b, :count] = labels.counts[:count]
    for f, at in enumerate(figures):
        for n, words in enumerate((labels.indicator[f], labels.full[f])):
            if words is None:
                continue
            out["has_words"][b, f, n] = 1
            slots = np.array([piece - at + BEFORE for piece in words if piece < pieces], int)
            out["words_right"][b, f, slots[(slots >= 0) & (slots < WINDOW)], n] = 1
