"""Training: Adam, a rate that rises and then falls along a cosine, and the average of the weights on the way.

What happens depends on the examples, their order, the settings and the seed, never on the clock; so the same command
gives the same weights twice on one machine.
"""
import math
import pathlib
import random
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from arrays import Example, Tables
from batches import batch, grouped
from heads import heads
from losses import NAMES, Shares, log_sum_of_chains, total_loss
from model import Arrays, Noise, Weights, encode

FIRST_MOMENT = 0.9
SECOND_MOMENT = 0.99
# The longest step of all weights together that a batch may ask for.
LONGEST = 1.0
# What is left of the rate at the end.
LAST_RATE = 0.02
STEPS_A_LINE = 60


@dataclass(frozen=True)
class Settings:
    """How it is trained."""
    epochs: int
    rate: float
    warm_up: int  # steps until the full rate
    seed: int
    shares: Shares
    noise: Noise
    decay: float = 0.01  # what matrices and tables lose each step, times the rate
    average: float = 0.99  # what the average keeps of itself each step


@dataclass
class State:
    """The weights, the two moments of their gradients, the average of the weights."""
    weights: Weights
    first: Weights
    second: Weights
    average: Weights


jax.tree_util.register_dataclass(State, ["weights", "first", "second", "average"], [])


@partial(jax.jit, static_argnames="settings", donate_argnames="state")
def step(
    state: State, batch: Arrays, key: jax.Array, rate: float, n: float, settings: Settings,
    log_shares: jax.Array | None,
) -> tuple[State, jax.Array]:
    """One step of Adam; `n` counts them from 1."""
    gradient = jax.grad(total_loss, has_aux=True)
    gradients, losses = gradient(state.weights, batch, key, settings.noise, settings.shares, log_shares)
    length = jnp.sqrt(sum((g ** 2).sum() for g in gradients.values()))
    gradients = {name: g * jnp.minimum(1.0, LONGEST / (length + 1e-6)) for name, g in gradients.items()}

    def moment(old: Weights, new: Weights, kept: float) -> Weights:
        return {name: kept * old[name] + (1 - kept) * new[name] for name in old}

    first = moment(state.first, gradients, FIRST_MOMENT)
    second = moment(state.second, {name: g ** 2 for name, g in gradients.items()}, SECOND_MOMENT)
    first_scale, second_scale = 1 - FIRST_MOMENT ** n, 1 - SECOND_MOMENT ** n
    weights = {}
    for name, old in state.weights.items():
        change = (first[name] / first_scale) / (jnp.sqrt(second[name] / second_scale) + 1e-8)
        weights[name] = old - rate * (change + (settings.decay * old if old.ndim >= 2 else 0.0))
    average = moment(state.average, weights, jnp.minimum(settings.average, (1 + n) / (10 + n)))
    return State(weights, first, second, average), losses


def rate_at(n: int, steps: int, settings: Settings) -> float:
    falling = 0.5 * (1 + math.cos(math.pi * min(1.0, n / steps)))
    return settings.rate * min(1.0, n / settings.warm_up) * (LAST_RATE + (1 - LAST_RATE) * falling)


def fit(
    examples: list[Example], tables: Tables, start: Weights, settings: Settings, log_shares: np.ndarray | None = None,
    most_steps: int | None = None,
) -> Weights:
    """The weights after training: their average, not the last."""
    order, key = random.Random(settings.seed), jax.random.PRNGKey(settings.seed)
    steps = len(grouped(examples)) * settings.epochs
    steps = min(steps, most_steps or steps)

    def copy() -> Weights:
        return {name: jnp.array(x) for name, x in start.items()}

    def zeros() -> Weights:
        return {name: jnp.zeros_like(x) for name, x in start.items()}

    state = State(copy(), zeros(), zeros(), copy())
    shares = None if log_shares is None else jnp.asarray(log_shares, jnp.float32)
    batches = (one for _ in range(settings.epochs) for one in grouped(examples, order))
    told = []
    for n, (bucket, indexes) in zip(range(1, steps + 1), batches):
        arrays = batch([examples[i] for i in indexes], bucket, tables)
        key, used = jax.random.split(key)
        state, losses = step(state, arrays, used, rate_at(n, steps, settings), float(n), settings, shares)
        told.append(np.asarray(losses))
        if n % STEPS_A_LINE == 0 or n == steps:
            means = zip(NAMES, np.mean(told, 0))
            print(f"step {n} of {steps}  " + "  ".join(f"{name} {loss:.3f}" for name, loss in means), flush=True)
            told = []
    return state.average


@jax.jit
def probabilities(weights: Weights, batch: Arrays) -> Arrays:
    """The probabilities of all alternatives, in the shapes of `heads`."""
    still = Noise(0.0, 0.0)
    out = heads(weights, batch, encode(weights, batch, still), still)
    # The derivative of the sum of all chains by a score is the probability of that period.
    period = jax.grad(lambda scores: log_sum_of_chains(scores, out["carry"], batch["is_figure"]).sum())(out["period"])
    choices = {name: jax.nn.softmax(out[name]) for name in ("role", "part", "target", "place")}
    words = jax.nn.sigmoid(out["words"]) * out["is_word"][..., None]
    return {**choices, "counts": jax.nn.sigmoid(out["counts"]), "words": words, "period": period}


def predict(examples: list[Example], tables: Tables, weights: Weights) -> list[dict[str, np.ndarray]]:
    """The probabilities for the figures of each article: arrays [figures, …]."""
    out: list[dict[str, np.ndarray]] = [{} for _ in examples]
    for bucket, indexes in grouped(examples):
        arrays = batch([examples[i] for i in indexes], bucket, tables)
        answers = {name: np.asarray(x) for name, x in probabilities(weights, arrays).items()}
        for n, i in enumerate(indexes):
            out[i] = {name: x[n, :len(examples[i].figures)] for name, x in answers.items()}
    return out


def save(weights: Weights, layout: int, path: pathlib.Path) -> None:
    """Keeps weights as they are trained, with the layout of the signs that they were made for."""
    np.savez(path, layout=np.int64(layout), **{name: np.asarray(x) for name, x in weights.items()})


def load(layout: int, path: pathlib.Path) -> Weights:
    with np.load(path) as arrays:
        found = int(arrays["layout"])
        if found != layout:
            raise SystemExit(f"{path}: expected weights for layout {layout}, found {found}: classes have changed")
        return {name: jnp.asarray(arrays[name]) for name in arrays.files if name != "layout"}
