"""The file of the weights read back as floating point, to go on from a network that is in use.

It undoes `export.py`: what is written again is the same file, byte for byte. What only pretraining needs (guessing hidden
words) is not in the file; `initial` in `model.py` gives it anew.
"""
import pathlib
import struct

import numpy as np

from arrays import FORMS, PERIOD_SIGNS, WINDOW
from export import FACTOR_ONE, GATE_ONE, MAGIC, ONE, SCALE_ONE
from labels import ROLES
from model import (
    CARRY, GATE_SHIFT, KEY, OUT, RECURRENCE, ROLE_HIDDEN, STATE, WIDTH, WORD_WIDTH, named_steps,
)


class Reader:
    """Takes the entries of a file in their order."""

    def __init__(self, path: pathlib.Path) -> None:
        self.bytes, self.at = path.read_bytes(), len(MAGIC)
        if not self.bytes.startswith(MAGIC):
            raise SystemExit(f"{path}: expected a file of weights, found {self.bytes[:len(MAGIC)]!r}")

    def head(self, name: str) -> tuple[int, int]:
        length = self.bytes[self.at]
        found = self.bytes[self.at + 1:self.at + 1 + length].decode()
        if found != name:
            raise SystemExit(f"byte {self.at}: expected the entry `{name}`, found `{found}`")
        rows, columns = struct.unpack_from("<ii", self.bytes, self.at + 1 + length)
        self.at += 1 + length + 8
        return rows, columns

    def numbers(self, count: int, kind: str = "<i4") -> np.ndarray:
        out = np.frombuffer(self.bytes, kind, count, self.at)
        self.at += out.nbytes
        return out.astype(np.float64)

    def list(self, name: str) -> np.ndarray:
        _, count = self.head(name)
        return self.numbers(count)

    def linear(self, name: str, shape: tuple[int, ...], input_one: int = FACTOR_ONE) -> tuple[np.ndarray, np.ndarray]:
        """A matrix [inputs, outputs] in the given shape, and its offset."""
        outputs, inputs = self.head(name)
        steps = self.numbers(outputs * inputs, "i1").reshape(outputs, inputs)
        scales = self.numbers(outputs) * input_one / ONE / SCALE_ONE
        return (steps * scales[:, None]).T.reshape(shape), self.numbers(outputs) / ONE

    def table(self, name: str) -> np.ndarray:
        rows, columns = self.head(name)
        steps = self.numbers(rows * columns, "i1").reshape(rows, columns)
        return steps * self.numbers(columns) / ONE / SCALE_ONE


def read_back(path: pathlib.Path) -> tuple[dict[str, np.ndarray], int]:
    """The weights of a file, by the names of `model.py`, and the layout that they were made for."""
    file, weights = Reader(path), {}

    def linear(entry: str, name: str, *shape: int) -> None:
        weights[name], weights[f"{name}+"] = file.linear(entry, shape)

    def match(name: str) -> None:
        linear("query", f"{name} query", OUT, KEY)
        linear("key", f"{name} key", OUT, KEY)
        weights[f"{name} pair"] = file.table("pair")
        linear("match", f"{name} match", KEY, 1)

    layout = int(file.list("layout")[0]) % (1 << 32)
    for curve in ("logistic", "tanh", "exp", "ln"):
        file.list(curve)
    words = file.table("words")
    weights["words"] = np.concatenate([words, np.zeros((1, words.shape[1]))])
    linear("widen", "widen", WORD_WIDTH, WIDTH)
    weights["signs"] = file.table("signs")
    for name, step in named_steps():
        if step == RECURRENCE:
            both = [file.linear(entry, (WIDTH, 2 * STATE)) for entry in ("forward", "backward")]
            weights[f"{name} gates"] = np.stack([matrix for matrix, _ in both])
            shift = np.repeat([GATE_SHIFT, 0.0], STATE)
            weights[f"{name} gates+"] = np.stack([offset + shift for _, offset in both])
            weights[f"{name} join"], weights[f"{name} join+"] = file.linear("join", (2 * STATE, WIDTH), GATE_ONE)
        else:
            linear("convolution", f"{name} convolution", 3, WIDTH, WIDTH)
    linear("out", "out", WIDTH, OUT)
    linear("role hidden", "role hidden", OUT, ROLE_HIDDEN)
    linear("role", "role", ROLE_HIDDEN, len(ROLES) + 1)
    linear("tag query", "tag query", OUT, KEY)
    linear("tag key", "tag key", OUT, KEY)
    between = file.table("tag between")
    weights["tag place"], weights["tag between"] = between[:WINDOW], between[WINDOW:]
    linear("tag near", "tag near", 3, KEY, KEY)
    linear("tag far", "tag far", 3, KEY, KEY)
    linear("tag", "tag", KEY, 2)
    match("time")
    linear("form of time", "form of time", OUT, FORMS)
    linear("form of figure", "form of figure", OUT, FORMS)
    linear("form of day", "form of day", OUT, FORMS + 1)
    linear("lies", "lies", OUT, PERIOD_SIGNS)
    linear("carry", "carry", 2 * OUT, CARRY)
    weights["carry distance"] = file.table("carry distance")
    linear("carried", "carried", CARRY, 2)
    for name in ("part", "target", "place"):
        match(name)
        linear("none", f"{name} none", OUT, 1)
    return weights, layout
