"""From probabilities to decisions, as `src/judge/decide.rs` and `src/judge/phrase.rs` make them.

Of two alternatives that are as probable the first is taken.
"""
from dataclasses import dataclass

import numpy as np

from arrays import LINKS, PLACES, Example
from labels import BEFORE, ROLES

# From which probability on a word is taken, and how many words may be missing inside of a phrase.
TAKEN = 0.4
HOLE = 2
# From which probability on a number is a quantity (`QUANTITY` in src/record/read.rs).
QUANTITY = 0.4


@dataclass
class Decision:
    """What the network decides of a figure, and how sure it is."""
    counts: float
    role: str
    role_chance: float
    indicator: list[str]  # syllables
    full: list[str]  # with the scope
    indicator_chance: float
    period: tuple[str | None, str | None]
    period_chance: float
    part: int | None  # another figure
    target: int | None
    place: int | None

    @property
    def is_quantity(self) -> bool:
        return self.counts >= QUANTITY


def decide(
    example: Example, words: list[list[str]], is_word: list[bool], chances: dict[str, np.ndarray]
) -> list[Decision]:
    """The decisions for all figures of an article. `words` are the syllables of its pieces."""
    return [decision(example, words, is_word, {name: x[f] for name, x in chances.items()}, f)
            for f in range(len(example.figures))]


def decision(
    example: Example, words: list[list[str]], is_word: list[bool], chances: dict[str, np.ndarray], f: int
) -> Decision:
    at = int(example.figures[f])
    indicator = taken(chances["words"][:, 0], at, is_word)
    full = sorted({*indicator, *taken(chances["words"][:, 1], at, is_word)})
    role, period = int(chances["role"].argmax()), int(chances["period"].argmax())

    sure = [chances["words"][piece - at + BEFORE, 0] for piece in indicator]

    def picked(name: str, others: np.ndarray, none: int) -> int | None:
        best = int(chances[name].argmax())
        return None if best == none else int(others[best])

    return Decision(
        counts=float(chances["counts"]),
        role=ROLES[role], role_chance=float(chances["role"][role]),
        indicator=[syllable for piece in indicator for syllable in words[piece]],
        full=[syllable for piece in full for syllable in words[piece]],
        indicator_chance=float(np.mean(sure)) if sure else 0.0,
        period=example.spans[period], period_chance=float(chances["period"][period]),
        part=picked("part", example.link_of[f], LINKS), target=picked("target", example.link_of[f], LINKS),
        place=picked("place", example.place_of[f], PLACES),
    )


def can_be_words(material: dict) -> list[bool]:
    """For each piece whether it can be a word of a phrase: no number of a figure, nothing where a row begins."""
    numbers = {figure["at"] for figure in material["figures"]}
    return [end > start and at not in numbers for at, (_, start, end) in enumerate(material["pieces"])]


def taken(chances: np.ndarray, figure: int, is_word: list[bool]) -> list[int]:
    """The pieces that are taken out of the window of a figure: the probable ones or the most probable one, and short
    holes between them. chances [WINDOW]."""
    possible = {figure + slot - BEFORE: chance for slot, chance in enumerate(chances)
                if 0 <= figure + slot - BEFORE < len(is_word) and is_word[figure + slot - BEFORE]}
    pieces = [at for at, chance in possible.items() if chance > TAKEN]
    if not pieces:
        # Of two that are as probable the last, as Rust's `max_by_key` has it.
        most = max(possible, key=lambda at: (possible[at], at), default=None)
        pieces = [most] if most is not None and possible[most] > 0 else []
    out: list[int] = []
    for at in pieces:
        hole = range(out[-1] + 1, at) if out else range(0)
        if len(hole) <= HOLE and all(is_word[piece] for piece in hole):
            out += hole
        out.append(at)
    return out
