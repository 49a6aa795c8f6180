"""How a figure that was read is held against an annotated one: the rules of `corpus/score.py`."""
import re
import unicodedata
from collections import Counter


def folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "")).strip()


def syllables(text: str | None) -> list[str]:
    return re.findall(r"[^\W_]+|%|‰", folded(text).lower())


def likeness(a: list[str], b: list[str]) -> float:
    """How alike two lists of syllables are: F1, each syllable counted as often as it stands."""
    if not a or not b:
        return 1.0 if a == b else 0.0
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    a, b = float(a), float(b)
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def same_unit(gold: str | None, ours: str | None) -> bool:
    """Whether one of the two begins with the other: `học sinh` and `học sinh tiểu học` are the same unit."""
    a, b = syllables(gold), syllables(ours)
    if not a or not b:
        return a == b
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def paragraphs_of(paragraphs: list[str], blocks: list[str]) -> list[int | None]:
    """For each block the paragraph of the same text: the next one in order, else the first anywhere, else None."""
    paragraphs, found, after = [folded(paragraph) for paragraph in paragraphs], [], 0
    for block in map(folded, blocks):
        anywhere = [i for i, paragraph in enumerate(paragraphs) if paragraph == block]
        later = [i for i in anywhere if i >= after]
        found.append((later or anywhere or [None])[0])
        if later:
            after = later[0] + 1
    return found


def match(article: dict, material: dict) -> dict[int, int]:
    """For each annotated figure the figure of the program at the same place. Equal values go first, then the longest
    overlaps."""
    paragraph_of = [None, *paragraphs_of(article["paragraphs"], material["texts"][1:])]
    pairs = []
    for f, figure in enumerate(material["figures"]):
        row, start, end = material["pieces"][figure["at"]]
        for g, gold in enumerate(article["quantities"]):
            overlap = min(gold["end"], end) - max(gold["start"], start)
            if gold["p"] == paragraph_of[row] and overlap > 0:
                pairs.append((same_number(gold["value"], figure["value"]), overlap, g, f))
    figure_of: dict[int, int] = {}
    for _, _, g, f in sorted(pairs, reverse=True):
        if g not in figure_of and f not in figure_of.values():
            figure_of[g] = f
    return figure_of
