"""Before it learns from annotated articles: guessing hidden words of many articles that nobody annotated.

An eighth of the words are hidden, and the network tells each from its neighbours. So it learns which words stand for
each other, of which annotated articles have too few. Articles that have `quantities` too, such as another program read
("silver"), teach the decisions at the same time; whether a number counts is not learnt from them.
"""
import numpy as np

from arrays import Example, Tables
from fit import Settings, fit
from losses import KEYS, Shares
from model import Noise, Weights

SETTINGS = Settings(
    epochs=1, rate=2e-3, warm_up=200, seed=1, noise=Noise(values=0.05, words=0.05),
    shares=Shares(role=0.5, words=0.7, period=0.7, counts=0.0, links=0.3, place=0.3, guess=1.0),
)


def log_shares(examples: list[Example]) -> np.ndarray:
    """The logarithm of the share of each row of words among all words: [KEYS]. Every row counts once more."""
    counts = np.ones(KEYS)
    for example in examples:
        words = example.words[:, 0]
        np.add.at(counts, words[words >= 0], 1)
    return np.log(counts / counts.sum())


def pretrain(examples: list[Example], tables: Tables, start: Weights, most_steps: int | None = None) -> Weights:
    return fit(examples, tables, start, SETTINGS, log_shares(examples), most_steps)
