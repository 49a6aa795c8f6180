"""Arithmetic in whole numbers, as `src/judge/network/{fixed,layer,weights}.rs` do it, bit for bit.

Written a second time so that a test can hold one against the other. All arrays are of 64 bits; where Rust has fewer
nothing may be lost, which `narrow` watches.
"""
import math
import pathlib
import struct
from dataclasses import dataclass

import numpy as np

from export import EXP_ONE, GATE_ONE, MAGIC, ONE

CHANCE_ONE = 10_000
SCALE_BITS = 22
LN_2 = 2839
DEEPEST = 16 * ONE
I16 = (-(1 << 15), (1 << 15) - 1)


def narrow(x: np.ndarray) -> np.ndarray:
    """The same numbers, which fit 32 bits."""
    if x.size and (x.min() < -(1 << 31) or x.max() >= 1 << 31):
        raise OverflowError(f"expected numbers of 32 bits, found {x.min()} to {x.max()}")
    return x


def factor(x: np.ndarray) -> np.ndarray:
    """Inner values as factors of a product: in 1024ths, sixteen bits."""
    return np.clip(x >> 2, *I16)


def level(x: np.ndarray) -> np.ndarray:
    """Vectors [n, width] at length one a component, as factors."""
    squares = (x * x).sum(1) // x.shape[1] + 16_777
    inverse = np.array([(1 << 32) // math.isqrt(int(square)) for square in squares])
    return np.clip((x * inverse[:, None]) >> 22, *I16)


@dataclass
class Linear:
    matrix: np.ndarray  # [outputs, inputs]
    scales: np.ndarray
    offsets: np.ndarray

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """[n, inputs] to [n, outputs]."""
        sums = narrow(x @ self.matrix.T)
        return narrow((sums * self.scales >> SCALE_BITS) + self.offsets)


@dataclass
class Table:
    rows: np.ndarray  # [rows, width]
    scales: np.ndarray

    def __call__(self, rows: list[int]) -> np.ndarray:
        """The sum of some rows: [width]."""
        return narrow(self.rows[rows].sum(0) * self.scales >> SCALE_BITS)


@dataclass
class Curves:
    logistic_table: np.ndarray
    tanh_table: np.ndarray
    exp_table: np.ndarray
    ln_table: np.ndarray

    def logistic(self, x: np.ndarray) -> np.ndarray:
        return self.logistic_table[np.clip(x, -8 * ONE, 8 * ONE - 1) + 8 * ONE >> 5]

    def tanh(self, x: np.ndarray) -> np.ndarray:
        return self.tanh_table[np.clip(x, -8 * ONE, 8 * ONE - 1) + 8 * ONE >> 5]

    def exp(self, x: int) -> int:
        return int(self.exp_table[min(max(-x, 0), DEEPEST - 1) >> 4])

    def ln(self, total: int) -> int:
        total = max(1, total)
        top = total.bit_length() - 1
        rest = total >> (top - 8) if top >= 8 else total << (8 - top)
        return int(self.ln_table[rest & 0xFF]) + (top - 16) * LN_2

    def log_sum(self, scores: list[int]) -> int:
        most = max(scores)
        return most + self.ln(sum(self.exp(score - most) for score in scores))

    def shares(self, scores: list[int]) -> list[int]:
        most = max(scores)
        parts = [self.exp(score - most) for score in scores]
        return [part * CHANCE_ONE // max(1, sum(parts)) for part in parts]

    def chance(self, score: int) -> int:
        return int(self.logistic(np.array(score))) * CHANCE_ONE // GATE_ONE

    def log_of_chance(self, chance: int) -> int:
        return self.ln(max(1, chance) * EXP_ONE // CHANCE_ONE)

    def chance_of_log(self, log: int) -> int:
        return min(CHANCE_ONE, self.exp(min(0, log)) * CHANCE_ONE // EXP_ONE)


class Reader:
    """Takes entries from a file of weights, in their order."""

    def __init__(self, path: pathlib.Path) -> None:
        self.bytes, self.at = path.read_bytes(), len(MAGIC)
        if not self.bytes.startswith(MAGIC):
            raise SystemExit(f"{path}: expected {MAGIC!r} at byte 0")

    def take(self, count: int) -> bytes:
        taken = self.bytes[self.at:self.at + count]
        if len(taken) < count:
            raise SystemExit(f"expected {count} bytes at byte {self.at} of the weights, found {len(taken)}")
        self.at += count
        return taken

    def head(self, name: str) -> tuple[int, int]:
        at, encoded = self.at, name.encode()
        found = self.take(1 + len(encoded))
        if found != bytes([len(encoded)]) + encoded:
            raise SystemExit(f"expected {name} at byte {at} of the weights, found {found!r}")
        return struct.unpack("<ii", self.take(8))

    def numbers(self, count: int) -> np.ndarray:
        return np.frombuffer(self.take(4 * count), "<i4").astype(np.int64)

    def steps(self, rows: int, columns: int) -> np.ndarray:
        return np.frombuffer(self.take(rows * columns), np.int8).reshape(rows, columns).astype(np.int64)

    def list(self, name: str) -> np.ndarray:
        rows, columns = self.head(name)
        return self.numbers(rows * columns)

    def linear(self, name: str) -> Linear:
        rows, columns = self.head(name)
        return Linear(self.steps(rows, columns), self.numbers(rows), self.numbers(rows))

    def table(self, name: str) -> Table:
        rows, columns = self.head(name)
        return Table(self.steps(rows, columns), self.numbers(columns))

    def curves(self) -> Curves:
        return Curves(*(self.list(name) for name in ("logistic", "tanh", "exp", "ln")))

    def end(self) -> None:
        if self.at != len(self.bytes):
            raise SystemExit(f"expected the end at byte {self.at} of the weights")
