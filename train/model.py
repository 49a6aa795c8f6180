"""The network in floating point, as it is trained: its weights, and the encoder.

`src/judge/network/encoder.rs` computes the same in whole numbers. Arrays are [articles, pieces, width] unless a
docstring says otherwise. A key of randomness is given in training only: with it, values are dropped at random.
"""
import math
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np

from arrays import FORMS, PERIOD_SIGNS, WINDOW, Tables
from batches import FAR_PIECES, FAR_ROWS
from labels import ROLES

# Widths: of a row of the table of words, of a piece in the encoder, of a recurrence in one direction, of what the encoder
# says of a piece, of what is compared, of the hidden layers of role and carry.
WORD_WIDTH = 96
WIDTH = 160
STATE = 96
OUT = 128
KEY = 32
ROLE_HIDDEN = 64
CARRY = 32
# The steps of the encoder: a convolution of three pieces so far apart, or a recurrence. First over all pieces, then over
# figures and time phrases alone, as if nothing stood between them.
RECURRENCE = 0
STEPS = [1, 2, 4, RECURRENCE, 1, 8, RECURRENCE]
STEPS_AMONG = [1, RECURRENCE, 1, RECURRENCE]
# The farthest count of figures, rows and sentences between a word and a figure.
FARTHEST = 7
# What the logistic curve of a gate is moved by, so that a state lasts.
GATE_SHIFT = 1.0
# How often the rows of a word are dropped, beside one another: word, without diacritics, pair.
DROP_ROWS = np.array([1.0, 0.6, 2.0], np.float32)

Weights = dict[str, jax.Array]
Arrays = dict[str, jax.Array]


@dataclass(frozen=True)
class Noise:
    """What is dropped at random in training: of inner values, of words."""
    values: float
    words: float


def named_steps() -> list[tuple[str, int]]:
    """The steps of the encoder in their order, with the names of their weights."""
    return [(f"{n}", step) for n, step in enumerate(STEPS)] + [(f"among {n}", step) for n, step in enumerate(STEPS_AMONG)]


def initial(tables: Tables, seed: int) -> Weights:
    """Random weights. A matrix is [inputs, outputs], a convolution [3, inputs, outputs], a table [rows, width]."""
    random = np.random.RandomState(seed)

    def matrix(*shape: int, scale: float = 1.0) -> np.ndarray:
        return random.randn(*shape) * scale / math.sqrt(np.prod(shape[:-1]))

    def table(*shape: int, scale: float = 0.1) -> np.ndarray:
        return random.randn(*shape) * scale

    weights = {
        # The last row is that of no word.
        "words": np.concatenate([table(tables.words, WORD_WIDTH), np.zeros((1, WORD_WIDTH))]),
        "widen": matrix(WORD_WIDTH, WIDTH, scale=0.2), "widen+": np.zeros(WIDTH),
        "hidden word": table(WIDTH),
        "signs": table(tables.signs, WIDTH),
    }
    for name, step in named_steps():
        if step == RECURRENCE:
            weights |= {f"{name} gates": matrix(2, WIDTH, 2 * STATE), f"{name} gates+": np.zeros((2, 2 * STATE))}
            weights |= {f"{name} join": matrix(2 * STATE, WIDTH), f"{name} join+": np.zeros(WIDTH)}
        else:
            weights |= {f"{name} convolution": matrix(3, WIDTH, WIDTH), f"{name} convolution+": np.zeros(WIDTH)}
    weights |= {
        "out": matrix(WIDTH, OUT, scale=1.4), "out+": np.zeros(OUT),
        "role hidden": matrix(OUT, ROLE_HIDDEN, scale=1.4), "role hidden+": np.zeros(ROLE_HIDDEN),
        "role": matrix(ROLE_HIDDEN, len(ROLES) + 1), "role+": np.zeros(len(ROLES) + 1),
        "tag query": matrix(OUT, KEY), "tag query+": np.zeros(KEY), "tag key": matrix(OUT, KEY),
        "tag place": table(WINDOW, KEY), "tag between": table(3 * (FARTHEST + 1), KEY),
        "tag near": matrix(3, KEY, KEY), "tag near+": np.zeros(KEY),
        "tag far": matrix(3, KEY, KEY), "tag far+": np.zeros(KEY),
        "tag": matrix(KEY, 2), "tag+": np.full(2, -2.0),
        "form of time": table(OUT, FORMS, scale=0.02), "form of time+": np.zeros(FORMS),
        "form of figure": table(OUT, FORMS, scale=0.02),
        "form of day": table(OUT, FORMS + 1, scale=0.02), "form of day+": np.full(FORMS + 1, -1.0),
        "lies": table(OUT, PERIOD_SIGNS, scale=0.02), "lies+": np.zeros(PERIOD_SIGNS),
        "carry": matrix(2 * OUT, CARRY), "carry+": np.zeros(CARRY),
        "carry distance": table(FAR_ROWS + 1 + FAR_PIECES + 1, CARRY),
        "carried": matrix(CARRY, 2), "carried+": np.ones(2),
        "guess": matrix(OUT, WORD_WIDTH), "guess+": np.zeros(WORD_WIDTH),
    }
    pairs = {"time": tables.time_pairs, "part": tables.figure_pairs, "target": tables.figure_pairs,
             "place": tables.place_pairs}
    for name, rows in pairs.items():
        weights |= {f"{name} query": matrix(OUT, KEY), f"{name} query+": np.zeros(KEY)}
        weights |= {f"{name} key": matrix(OUT, KEY), f"{name} pair": table(rows, KEY)}
        weights |= {f"{name} match": matrix(KEY, 1)}
        if name != "time":
            weights |= {f"{name} none": table(OUT, 1, scale=0.02), f"{name} none+": np.full(1, 2.0)}
    return {name: jnp.asarray(value, jnp.float32) for name, value in weights.items()}


def linear(weights: Weights, name: str, x: jax.Array) -> jax.Array:
    return x @ weights[name] + weights.get(f"{name}+", 0.0)


def convolution(weights: Weights, name: str, x: jax.Array, distance: int) -> jax.Array:
    """Three pieces at a distance, with nothing beyond the ends: [n, pieces, inputs] to [n, pieces, outputs]."""
    padded = jnp.pad(x, ((0, 0), (distance, distance), (0, 0)))
    three = jnp.concatenate([padded[:, :x.shape[1]], x, padded[:, 2 * distance:]], -1)
    matrix = weights[name]
    return three @ matrix.reshape(-1, matrix.shape[-1]) + weights[f"{name}+"]


def level(x: jax.Array) -> jax.Array:
    """Every vector at length one a component."""
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-3)


def dropped(x: jax.Array, share: float, key: jax.Array | None) -> jax.Array:
    if key is None or share == 0:
        return x
    return x * (jax.random.bernoulli(key, 1 - share, x.shape) / (1 - share))


def split(key: jax.Array | None, count: int) -> list[jax.Array | None]:
    return [None] * count if key is None else list(jax.random.split(key, count))


def recurrence(open_: jax.Array, new: jax.Array, is_piece: jax.Array) -> jax.Array:
    """States [articles, pieces, STATE]: each gate opens the state to the new value; beyond an article it stays."""
    def step(state: jax.Array, piece: tuple) -> tuple[jax.Array, jax.Array]:
        open_, new, is_piece = piece
        state = state + is_piece * open_ * (new - state)
        return state, state

    pieces = tuple(x.swapaxes(0, 1) for x in (open_, new, is_piece))
    start = jnp.zeros(pieces[0].shape[1:])
    return jax.lax.scan(step, start, pieces, unroll=2)[1].swapaxes(0, 1)


def both_ways(weights: Weights, name: str, x: jax.Array, is_piece: jax.Array) -> jax.Array:
    """The states of both directions side by side: [articles, pieces, 2 * STATE]."""
    states = []
    for direction in (1, -1):
        which = 0 if direction == 1 else 1
        gates = x @ weights[f"{name} gates"][which] + weights[f"{name} gates+"][which]
        open_, new = jax.nn.sigmoid(gates[..., :STATE] - GATE_SHIFT), jnp.tanh(gates[..., STATE:])
        turned = (open_[:, ::direction], new[:, ::direction], is_piece[:, ::direction])
        states.append(recurrence(*turned)[:, ::direction])
    return jnp.concatenate(states, -1)


def hide(words: jax.Array, signs: jax.Array, hidden: jax.Array, no_word: int) -> tuple[jax.Array, jax.Array]:
    """Hidden pieces show neither word nor sign, and no piece before them shows the pair that would tell."""
    next_hidden = jnp.concatenate([hidden[:, 1:], jnp.zeros_like(hidden[:, :1])], 1)
    is_hidden = jnp.stack([hidden, hidden, jnp.maximum(hidden, next_hidden)], -1)
    return jnp.where(is_hidden > 0, no_word, words), signs * (1 - hidden[..., None])


def encode(
    weights: Weights, batch: Arrays, noise: Noise, key: jax.Array | None = None, hidden: jax.Array | None = None
) -> jax.Array:
    """What the encoder says of each piece: [articles, pieces, OUT]. `hidden` [articles, pieces] is 1 where a word is
    to be guessed."""
    keys = split(key, 5)
    words, signs, is_piece = batch["words"], batch["signs"], batch["is_piece"][..., None]
    no_word = weights["words"].shape[0] - 1
    if hidden is not None:
        words, signs = hide(words, signs, hidden, no_word)
    if key is not None:
        words = jnp.where(jax.random.uniform(keys[0], words.shape) < noise.words * DROP_ROWS, no_word, words)
    table = weights["words"].at[no_word].set(0.0)
    rows = dropped(table[words].sum(2), noise.values / 2, keys[1])
    x = linear(weights, "widen", level(rows)) + signs @ weights["signs"]
    if hidden is not None:
        x = x + hidden[..., None] * weights["hidden word"]
    x = level(x) * is_piece
    x = run(weights, "", STEPS, x, is_piece, noise, keys[3])
    articles = jnp.arange(x.shape[0])[:, None]
    is_among = batch["is_among"][..., None]
    before = x[articles, batch["among"]] * is_among
    after = run(weights, "among ", STEPS_AMONG, before, is_among, noise, keys[4])
    x = x.at[articles, batch["among"]].add(after - before)
    return dropped(jax.nn.relu(linear(weights, "out", level(x))), noise.values, keys[2])


def run(
    weights: Weights, prefix: str, steps: list[int], x: jax.Array, is_piece: jax.Array, noise: Noise,
    key: jax.Array | None,
) -> jax.Array:
    """What some steps make of a line of pieces: [articles, pieces, WIDTH]. Each adds to what was there."""
    for n, (step, key) in enumerate(zip(steps, split(key, len(steps)))):
        name = f"{prefix}{n}"
        if step == RECURRENCE:
            states = dropped(both_ways(weights, name, level(x), is_piece), noise.values, key)
            x = (x + linear(weights, f"{name} join", states)) * is_piece
        else:
            seen = jax.nn.relu(convolution(weights, f"{name} convolution", level(x), step))
            x = (x + dropped(seen, noise.values, key)) * is_piece
    return x
