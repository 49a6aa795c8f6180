"""The heads of the network in whole numbers: `src/judge/network/{tags,dates,chain,pick}.rs`, bit for bit.

Each class reads its weights in the order of its counterpart in Rust.
"""
import numpy as np

from arrays import FORMS, WINDOW
from batches import FAR_PIECES, FAR_ROWS
from labels import BEFORE
from model import FARTHEST
from pages import SENTENCE_START
from whole import Curves, Reader, factor


def apart(x: np.ndarray, distance: int) -> np.ndarray:
    """For each row the one so far before it, itself, and the one so far behind it: [n, 3 * width]."""
    padded = np.pad(x, ((distance, distance), (0, 0)))
    return np.concatenate([padded[:len(x)], x, padded[2 * distance:]], 1)


class Tags:
    """Which words around a figure say what it measures."""

    def __init__(self, reader: Reader) -> None:
        self.query, self.key = reader.linear("tag query"), reader.linear("tag key")
        self.between = reader.table("tag between")
        self.near, self.far, self.out = (reader.linear(name) for name in ("tag near", "tag far", "tag"))

    def judge(self, material: dict, figures: np.ndarray, pieces: np.ndarray, curves: Curves) -> list[list[list[int]]]:
        """For each figure and piece of its window two probabilities."""
        at = [figure["at"] for figure in material["figures"]]
        starts = [SENTENCE_START in signs for signs in material["signs"]]
        rows = np.array([row for row, _, _ in material["pieces"]])
        begun = [np.cumsum(np.isin(np.arange(len(pieces)), at)), rows, np.cumsum(starts)]
        queries, keys = self.query(figures), self.key(pieces)
        return [self.window(begun, figure, query, keys, curves) for figure, query in zip(at, queries)]

    def window(
        self, begun: list[np.ndarray], figure: int, query: np.ndarray, keys: np.ndarray, curves: Curves
    ) -> list[list[int]]:
        inner = np.zeros((WINDOW, len(query)), np.int64)
        is_inside = [0 <= figure + slot - BEFORE < len(keys) for slot in range(WINDOW)]
        for slot in np.flatnonzero(is_inside):
            at = figure + slot - BEFORE
            distances = [min(FARTHEST, abs(int(of[at] - of[figure]))) for of in begun]
            rows = [slot, *(WINDOW + n * (FARTHEST + 1) + distance for n, distance in enumerate(distances))]
            inner[slot] = np.maximum(0, query + keys[at] + self.between(rows))
        inner = inner + np.maximum(0, self.near(apart(factor(inner), 1)))
        inner[np.logical_not(is_inside)] = 0
        inner = inner + np.maximum(0, self.far(apart(factor(inner), 3)))
        scores = self.out(factor(inner)).tolist()
        return [[curves.chance(score) for score in two] if inside else [0, 0] for two, inside in zip(scores, is_inside)]


class Match:
    """How well a figure goes with others."""

    def __init__(self, reader: Reader) -> None:
        self.query, self.key = reader.linear("query"), reader.linear("key")
        self.pair, self.out = reader.table("pair"), reader.linear("match")

    def scores(self, figures: np.ndarray, others: np.ndarray, pairs: list[list]) -> list[list[int]]:
        queries, keys = self.query(figures), self.key(others)
        return [self.of_figure(query, keys, weighed) for query, weighed in zip(queries, pairs)]

    def of_figure(self, query: np.ndarray, keys: np.ndarray, weighed: list) -> list[int]:
        inputs = [factor(np.maximum(0, query + keys[other] + self.pair(rows))) for other, rows in weighed]
        return self.out(np.array(inputs))[:, 0].tolist() if inputs else []


class Pick:
    """One of several, or none, which stands last."""

    def __init__(self, reader: Reader) -> None:
        self.match, self.none = Match(reader), reader.linear("none")

    def judge(self, figures: np.ndarray, others: np.ndarray, pairs: list[list], curves: Curves) -> list[list[int]]:
        scores, none = self.match.scores(figures, others, pairs), self.none(figures)[:, 0].tolist()
        return [curves.shares([*some, no]) for some, no in zip(scores, none)]


class Dates:
    """The periods of all figures."""

    def __init__(self, reader: Reader) -> None:
        self.time = Match(reader)
        names = ("form of time", "form of figure", "form of day", "lies", "carry")
        self.form_of_time, self.form_of_figure, self.form_of_day, self.lies, self.carry = map(reader.linear, names)
        self.distance, self.carried = reader.table("carry distance"), reader.linear("carried")

    def judge(self, material: dict, figures: np.ndarray, times: np.ndarray, curves: Curves) -> list[list[dict]]:
        """For each figure the periods that it is offered, each with time phrase, score and probability."""
        offers = self.offers(material, figures, times, curves)
        for offered, chances in zip(offers, chain(offers, self.carries(material, figures), curves)):
            for offer, chance in zip(offered, chances):
                offer["chance"] = chance
        return offers

    def offers(self, material: dict, figures: np.ndarray, times: np.ndarray, curves: Curves) -> list[list[dict]]:
        matched = self.time.scores(figures, times, material["time_pairs"])
        of_time, of_figure = self.form_of_time(times).tolist(), self.form_of_figure(figures).tolist()
        of_day, asked = self.form_of_day(figures).tolist(), self.lies(figures)
        out = []
        for f, sources in enumerate(material["sources"]):
            match_of = {time: score for (time, _), score in zip(material["time_pairs"][f], matched[f])}
            given: dict[int, list[tuple]] = {0: [(of_day[f][FORMS], None)]}
            for span, time, form in sources:
                by_time = time is not None
                score = match_of[time] + of_time[time][form] + of_figure[f][form] if by_time else of_day[f][form]
                given.setdefault(span, []).append((score, time))
            fits = asked[f] @ np.array(material["lies"]).T
            out.append([offer(span, given[span], int(fits[span]), curves) for span in sorted(given)])
        return out

    def carries(self, material: dict, figures: np.ndarray) -> list[list[int]]:
        """For each figure but the first the extra for the period before: where that is none, where it is one."""
        out, at = [], [figure["at"] for figure in material["figures"]]
        for f in range(1, len(at)):
            rows = material["pieces"][at[f]][0] - material["pieces"][at[f - 1]][0]
            doublings = (1 + at[f] - at[f - 1]).bit_length() - 1
            distance = self.distance([min(FAR_ROWS, rows), FAR_ROWS + 1 + min(FAR_PIECES, doublings)])
            inner = self.carry(np.concatenate([figures[f], figures[f - 1]])[None])[0] + distance
            out.append(self.carried(factor(np.maximum(0, inner))[None])[0].tolist())
        return out


def offer(span: int, given: list[tuple], fit: int, curves: Curves) -> dict:
    """A period with the sources that give it. Of sources that speak as much for it the last is told."""
    best = max(range(len(given)), key=lambda n: (given[n][0], n))
    return {"span": span, "time": given[best][1], "score": curves.log_sum([score for score, _ in given]) + fit}


def chain(offers: list[list[dict]], carries: list[list[int]], curves: Curves) -> list[list[int]]:
    """The probability of each offer of each figure, by sums forward and backward."""
    scores = [[offer["score"] for offer in offered] for offered in offers]
    spans = [[offer["span"] for offer in offered] for offered in offers]

    def passed_on(source: int, sums: list[int], to: int, carry: list[int]) -> list[int]:
        total, sum_of = curves.log_sum(sums), dict(zip(spans[source], sums))
        return [curves.log_sum([total, sum_of[span] + carry[span != 0]]) if span in sum_of else total
                for span in spans[to]]

    forward = scores[:1]
    for f in range(1, len(offers)):
        sums = passed_on(f - 1, forward[f - 1], f, carries[f - 1])
        forward.append([total + score for total, score in zip(sums, scores[f])])
    out, backward = [], [0] * len(scores[-1]) if scores else []
    for f in reversed(range(len(offers))):
        both = [a + b for a, b in zip(forward[f], backward)]
        total = curves.log_sum(both)
        out.append([curves.chance_of_log(score - total) for score in both])
        if f > 0:
            behind = [a + b for a, b in zip(backward, scores[f])]
            backward = passed_on(f, behind, f - 1, carries[f - 1])
    return out[::-1]
