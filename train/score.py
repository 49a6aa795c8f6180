"""How well the decisions are, on articles that were not learnt from: the measure of `corpus/score.py`.

A record counts where value, unit, role, indicator and period are all right. Value and unit are what the program read.
Rules behind the network (tables, records that were joined) are not applied here, so the program itself may differ a
little; `corpus/score.py` tells what it reads.
"""
import math
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from arrays import Example
from compare import likeness, match, same_number, same_unit, syllables
from decode import Decision, can_be_words, decide
from labels import ROLES, days, role_index, spelt

# The smallest probability, as the program has it: one in ten thousand.
LEAST = 1e-4
FIELDS = ["value and unit", "role", "indicator", "period"]
LINKS = ["part_of", "target"]


@dataclass
class Score:
    """What is counted over articles, and for each record what its confidence is fitted to."""
    counts: Counter = field(default_factory=Counter)
    doubts: list[list[float]] = field(default_factory=list)
    is_right: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)  # what the article of each counts

    def add(self, article: dict, material: dict, example: Example, chances: dict[str, np.ndarray]) -> None:
        """Counts an article."""
        decisions = decide(example, spelt(material), can_be_words(material), chances)
        read = {f for f, decision in enumerate(decisions) if decision.is_quantity}
        figure_of = {g: f for g, f in match(article, material).items() if f in read}
        dated = bool(article.get("published"))
        right_of = {}
        for g, f in figure_of.items():
            gold = article["quantities"][g]
            right = judge(gold, material["figures"][f], decisions[f])
            right["period"] = right["period"] or not dated
            right_of[f] = all(right.values())
            self.counts.update(name for name in FIELDS if right[name])
            self.links(gold, decisions[f], figure_of, read)
        self.counts.update({"gold": len(article["quantities"]), "ours": len(read), "matched": len(figure_of)})
        self.counts["records"] += sum(right_of.values())
        for f in sorted(read):
            self.doubts.append(doubts(decisions[f], dated, material["figures"][f]["unit"] is not None))
            self.is_right.append(right_of.get(f, False))
            self.weights.append(example.weight)

    def extend(self, other: "Score") -> None:
        """Counts the articles that another score has counted, too."""
        self.counts.update(other.counts)
        self.doubts += other.doubts
        self.is_right += other.is_right
        self.weights += other.weights

    def links(self, gold: dict, decision: Decision, figure_of: dict[int, int], read: set[int]) -> None:
        for name, link in zip(LINKS, (decision.part, decision.target)):
            link = link if link in read else None
            if gold.get(name) is None:
                self.counts[f"{name} spurious"] += link is not None
            elif gold[name] in figure_of:
                self.counts[f"{name} gold"] += 1
                self.counts[f"{name} right"] += figure_of[gold[name]] == link

    def __str__(self) -> str:
        counts, matched = self.counts, max(1, self.counts["matched"])
        fields = "  ".join(f"{name} {counts[name] / matched:.3f}" for name in FIELDS)
        links = "  ".join(
            f"{name} {counts[f'{name} right']}/{counts[f'{name} gold']} right, {counts[f'{name} spurious']} spurious"
            for name in LINKS
        )
        return f"record F1 {self.f1('records'):.3f}  detection F1 {self.f1('matched'):.3f}  {fields}  {links}"

    def f1(self, name: str) -> float:
        return 2 * self.counts[name] / max(1, self.counts["gold"] + self.counts["ours"])


def judge(gold: dict, figure: dict, decision: Decision) -> dict[str, bool]:
    """For each field whether it is right; half of an indicator's syllables is right."""
    numbers = all(same_number(gold.get(key), figure[key]) for key in ("value", "high", "of"))
    names = [syllables(gold.get("indicator")), syllables(gold.get("full") or gold.get("indicator"))]
    return {
        "value and unit": numbers and same_unit(gold.get("unit"), figure["unit"]),
        "role": ROLES[role_index(gold)] == decision.role,
        "indicator": max(likeness(a, b) for a in names for b in (decision.indicator, decision.full)) >= 0.5,
        "period": days(gold.get("period")) == decision.period,
    }


def doubts(decision: Decision, is_dated: bool, has_unit: bool) -> list[float]:
    """What the confidence of a record is computed from (src/judge/network/confidence.rs)."""
    chances = (decision.role_chance, decision.counts, decision.period_chance, decision.indicator_chance)
    return [1.0, *(math.log(max(LEAST, chance)) for chance in chances), float(is_dated), float(has_unit)]
