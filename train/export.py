"""Writes the weights in whole numbers, in the order in which `src/judge/network` reads them.

First stands the layout that the program printed with the features (`layout` in src/judge/feature/mod.rs), so that it
refuses weights that were made for other classes of the lexicon. A weight becomes one of 255 steps between the largest
of its output (of its column, in a table) and the opposite, with a scale that brings sums back to 4096ths. The curves of
the network stand in the file too, as tables.
"""
import pathlib
import struct

import numpy as np

from model import GATE_SHIFT, RECURRENCE, STATE, named_steps

MAGIC = b"de-an-06/weights/1\n"
# One, in scores and inner values; in what goes into a product; in gates and states; in scales; in exponentials.
ONE = 1 << 12
FACTOR_ONE = 1 << 10
GATE_ONE = 1 << 14
SCALE_ONE = 1 << 22
EXP_ONE = 1 << 16
LARGEST_STEP = 127
# In a table, a weight farther from zero than so many standard deviations is cut, for the sake of all others.
FARTHEST = 8


class Writer:
    """Collects the entries of a file. An entry has its name, its numbers of rows and columns, and its numbers."""

    def __init__(self) -> None:
        self.bytes = bytearray(MAGIC)

    def head(self, name: str, rows: int, columns: int) -> None:
        self.bytes += bytes([len(name)]) + name.encode() + struct.pack("<ii", rows, columns)

    def numbers(self, numbers: np.ndarray) -> None:
        rounded = np.round(np.asarray(numbers, np.float64))
        if rounded.min() < -(2 ** 31) or rounded.max() >= 2 ** 31:
            raise SystemExit(f"expected numbers of 32 bits, found {np.abs(rounded).max():.0f}")
        self.bytes += rounded.astype("<i4").tobytes()

    def list(self, name: str, numbers: np.ndarray) -> None:
        self.head(name, 1, len(numbers))
        self.numbers(numbers)

    def linear(self, name: str, matrix: np.ndarray, offset: np.ndarray, input_one: int = FACTOR_ONE) -> None:
        """A matrix [inputs, outputs], written output by output, and an offset [outputs]."""
        matrix = np.asarray(matrix, np.float64).T
        steps = np.maximum(np.abs(matrix).max(1), 1e-6) / LARGEST_STEP
        self.quantised(name, matrix / steps[:, None])
        self.numbers(steps * ONE / input_one * SCALE_ONE)
        self.numbers(np.asarray(offset, np.float64) * ONE)

    def table(self, name: str, table: np.ndarray) -> None:
        """A table [rows, width], with a scale for each column."""
        table = np.asarray(table, np.float64)
        used = table[np.abs(table).sum(1) > 0]
        most = np.minimum(np.abs(table).max(0), np.maximum(FARTHEST * used.std(0), 1e-4))
        steps = np.maximum(most, 1e-6) / LARGEST_STEP
        self.quantised(name, table / steps)
        self.numbers(steps * ONE * SCALE_ONE)

    def quantised(self, name: str, steps: np.ndarray) -> None:
        self.head(name, *steps.shape)
        self.bytes += np.clip(np.round(steps), -LARGEST_STEP, LARGEST_STEP).astype(np.int8).tobytes()


def curves(out: Writer) -> None:
    """Logistic curve and tanh from -8 to 8 in steps of 1/128, exp(-x) from 0 to 16 in 1/256, ln(1 + i/256)."""
    x = (np.arange(2048) + 0.5) / 128 - 8
    out.list("logistic", GATE_ONE / (1 + np.exp(-x)))
    out.list("tanh", GATE_ONE * np.tanh(x))
    out.list("exp", EXP_ONE * np.exp(-(np.arange(4096) + 0.5) / 256))
    out.list("ln", ONE * np.log1p(np.arange(256) / 256))


def export(weights: dict[str, np.ndarray], confidence: list[float], layout: int, path: pathlib.Path) -> None:
    """Writes all weights. A name with `+` is the offset of that without."""
    weights = {name: np.asarray(x) for name, x in weights.items()}
    out = Writer()

    def linear(entry: str, name: str) -> None:
        matrix = weights[name]
        offset = weights.get(f"{name}+", np.zeros(matrix.shape[-1]))
        out.linear(entry, matrix.reshape(-1, matrix.shape[-1]), offset)

    def match(name: str) -> None:
        linear("query", f"{name} query")
        linear("key", f"{name} key")
        out.table("pair", weights[f"{name} pair"])
        linear("match", f"{name} match")

    # The layout has 32 bits without a sign, the numbers of the file have one.
    out.list("layout", np.array([layout - (1 << 32) if layout >> 31 else layout]))
    curves(out)
    # The last row of the words is that of no word: it is not written.
    out.table("words", weights["words"][:-1])
    linear("widen", "widen")
    out.table("signs", weights["signs"])
    for name, step in named_steps():
        if step == RECURRENCE:
            shift = np.repeat([GATE_SHIFT, 0.0], STATE)
            for which, entry in enumerate(("forward", "backward")):
                out.linear(entry, weights[f"{name} gates"][which], weights[f"{name} gates+"][which] - shift)
            out.linear("join", weights[f"{name} join"], weights[f"{name} join+"], input_one=GATE_ONE)
        else:
            linear("convolution", f"{name} convolution")
    for name in ("out", "role hidden", "role", "tag query", "tag key"):
        linear(name, name)
    out.table("tag between", np.concatenate([weights["tag place"], weights["tag between"]]))
    for name in ("tag near", "tag far", "tag"):
        linear(name, name)
    match("time")
    for name in ("form of time", "form of figure", "form of day", "lies", "carry"):
        linear(name, name)
    out.table("carry distance", weights["carry distance"])
    linear("carried", "carried")
    for name in ("part", "target", "place"):
        match(name)
        linear("none", f"{name} none")
    out.list("confidence", np.array(confidence) * ONE)
    path.write_bytes(out.bytes)
