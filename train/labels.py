"""What annotators say, in terms of what the network chooses between: pieces, candidates, places in lists.

`tổng số hộ nghèo` becomes the pieces of the article that spell it, a period the candidate with the same days, a link
the other figure. What cannot be found among the candidates is unknown and teaches nothing, it is not taken for none.
"""
from collections import Counter
from dataclasses import dataclass

from compare import likeness, match, syllables

ROLES = ["actual", "target", "change up", "change down", "attainment", "condition"]
# Answers that are no candidate: the annotator says that there is none; nothing is known.
NONE = -1
UNKNOWN = -2
# The window of pieces in which the words of a figure are looked for (src/judge/network/tags.rs).
BEFORE = 64
FROM = 32
# How like the annotated words the pieces found for an indicator must be, and those of its second run.
LIKE_ENOUGH = 0.6
SECOND_RUN = 0.55
# What a piece of distance takes from likeness, so that of equal words the nearer are taken.
FARTHER = 0.0008


@dataclass
class Labels:
    """For each figure of an article what is right. `None` for words and `UNKNOWN` for choices teach nothing."""
    counts: list[bool]  # whether it is a quantity
    role: list[int]  # index into ROLES
    period: list[int]  # index into the spans
    indicator: list[list[int] | None]  # pieces
    full: list[list[int] | None]  # pieces of the indicator with its scope
    part: list[int]  # another figure, NONE or UNKNOWN
    target: list[int]
    place: list[list[int] | None]  # places that are right, empty where it has none


def role_index(quantity: dict) -> int:
    role = quantity["role"]
    return ROLES.index(f"change {quantity.get('direction') or 'up'}" if role == "change" else role)


def days(period: dict | None) -> tuple[str | None, str | None]:
    period = period or {}
    return period.get("start"), period.get("end")


def spelt(material: dict) -> list[list[str]]:
    """The syllables of each piece; none of a figure's number or where a row begins."""
    numbers = {figure["at"] for figure in material["figures"]}
    pieces = enumerate(material["pieces"])
    return [[] if at in numbers else syllables(material["texts"][row][start:end]) for at, (row, start, end) in pieces]


def labels(article: dict, material: dict) -> Labels:
    """The labels of all figures; of an article without `quantities` nothing is known."""
    count = len(material["figures"])
    out = Labels(
        [False] * count, [UNKNOWN] * count, [UNKNOWN] * count, [None] * count, [None] * count,
        [UNKNOWN] * count, [UNKNOWN] * count, [None] * count,
    )
    if "quantities" not in article:
        return out
    words = spelt(material)
    spans = {tuple(span): index for index, span in enumerate(material["spans"])}
    figure_of = match(article, material)
    for g, f in figure_of.items():
        quantity, at = article["quantities"][g], material["figures"][f]["at"]
        out.counts[f] = True
        out.role[f] = role_index(quantity)
        out.period[f] = spans.get(days(quantity.get("period")), UNKNOWN)
        pieces, like = pieces_of(syllables(quantity.get("indicator")), words, at)
        out.indicator[f] = pieces if like >= LIKE_ENOUGH else None
        out.full[f], _ = pieces_of(syllables(quantity.get("full") or quantity.get("indicator")), words, at)
        for link, key in ((out.part, "part_of"), (out.target, "target")):
            other = quantity.get(key)
            link[f] = NONE if other is None else figure_of.get(other, UNKNOWN)
        out.place[f] = places_of(quantity.get("place"), material, f)
    return out


def places_of(name: str | None, material: dict, figure: int) -> list[int] | None:
    """The candidates that bear a name; none of them where there is no name, None where no candidate bears it."""
    if not name:
        return []
    names = [syllables(other) for _, other in material["places"]]
    found = [p for p, _ in material["place_pairs"][figure] if likeness(syllables(name), names[p]) >= 0.5]
    return found or None


def pieces_of(phrase: list[str], words: list[list[str]], figure: int) -> tuple[list[int] | None, float]:
    """The pieces around a figure that spell a phrase, in one run or two, and how like the phrase they are."""
    if not phrase:
        return None, 0.0
    window = range(max(0, figure - BEFORE), min(len(words), figure + FROM))
    line = [(at, syllable) for at in window for syllable in words[at]]
    first, _ = best_run(phrase, line, figure, set())
    if first is None:
        return None, 0.0
    left, taken = list(phrase), []

    def take(run: tuple[int, int]) -> None:
        for at, syllable in line[run[0]:run[1]]:
            if syllable in left:
                left.remove(syllable)
                taken.append(at)

    take(first)
    if len(left) >= 2:
        second, like = best_run(left, line, figure, {at for at, _ in line[first[0]:first[1]]})
        if second is not None and like >= SECOND_RUN:
            take(second)
    return sorted(set(taken)), 2 * len(taken) / (len(taken) + len(phrase))


def best_run(
    phrase: list[str], line: list[tuple[int, str]], figure: int, used: set[int]
) -> tuple[tuple[int, int] | None, float]:
    """The run of the line that is most like a phrase, and how like; it touches no used piece."""
    wanted, best, most = Counter(phrase), None, 0.0
    for begin, (first, syllable) in enumerate(line):
        if syllable not in wanted or first in used:
            continue
        met: Counter[str] = Counter()
        for end in range(begin, min(len(line), begin + 2 * len(phrase) + 4)):
            at, syllable = line[end]
            if at in used:
                break
            if met[syllable] >= wanted[syllable]:
                continue
            met[syllable] += 1
            distance = min(abs(first - figure), abs(at - figure))
            like = 2 * met.total() / (end - begin + 1 + len(phrase)) - FARTHER * distance
            if like > most + 1e-9:
                best, most = (begin, end + 1), like
    return best, most
