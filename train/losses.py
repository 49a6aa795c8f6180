"""How wrong the network is: a loss for each decision, and their weighted sum.

A loss is a mean over the figures that have a label for it, so an article may be annotated in part.
"""
from dataclasses import astuple, dataclass

import jax
import jax.numpy as jnp

from heads import heads
from labels import NONE, ROLES
from model import Arrays, Noise, Weights, encode
from pages import IS_WORD

# How much of a role's probability is spread over all roles, since annotators err.
SMOOTHED = 0.05
# Words stand in long windows of zeros: a sum over the window, divided by about the length of a phrase.
PHRASE = 8
# The full words count half as much as the indicator.
FULL = 0.5
# What the periods of an article without a day of publication count.
UNDATED = 0.5
# The score of a period that is known to be wrong, and the logarithm of no probability.
WRONG = -60.0
# The share of words that are hidden to be guessed, and how many of a batch are guessed at most.
HIDDEN = 0.13
GUESSED = 640
# The rows of the table of words that show a word itself (`KEYS` in src/judge/feature/word.rs).
KEYS = 1 << 14


@dataclass(frozen=True)
class Shares:
    """What each loss counts in the sum; `links` counts for totals and for targets."""
    role: float
    words: float
    period: float
    counts: float
    links: float
    place: float
    guess: float


NAMES = ["role", "words", "period", "counts", "part", "target", "place", "guess"]


def log_sum_of_chains(scores: jax.Array, carry: jax.Array, is_figure: jax.Array) -> jax.Array:
    """The logarithm of the sum over all ways to give the figures of an article periods: [articles].

    scores [articles, figures, spans]; carry [articles, figures, 2] is added where a figure has the period of the one
    before: the first where that is none (span 0), the second else (`src/judge/network/chain.rs`).
    """
    is_none = (jnp.arange(scores.shape[-1]) == 0) * 1.0

    def step(sums: jax.Array, figure: tuple) -> tuple[jax.Array, None]:
        scores, carry, is_figure = figure
        extra = carry[:, :1] * is_none + carry[:, 1:] * (1 - is_none)
        more = scores + jnp.logaddexp(jax.nn.logsumexp(sums, -1, keepdims=True), sums + extra)
        return jnp.where(is_figure[:, None] > 0, more, sums), None

    later = (scores[:, 1:].swapaxes(0, 1), carry[:, 1:].swapaxes(0, 1), is_figure[:, 1:].T)
    sums, _ = jax.lax.scan(step, scores[:, 0], later)
    return jax.nn.logsumexp(sums, -1)


def mean(loss: jax.Array, weight: jax.Array) -> jax.Array:
    return (loss * weight).sum() / jnp.maximum(1.0, weight.sum())


def yes_or_no(scores: jax.Array, right: jax.Array) -> jax.Array:
    """The loss of scores against 0 or 1, of the same shape."""
    return jnp.maximum(scores, 0) - scores * right + jnp.log1p(jnp.exp(-jnp.abs(scores)))


def role_loss(out: Arrays, batch: Arrays, weight: jax.Array) -> jax.Array:
    right = jax.nn.one_hot(batch["role"], len(ROLES)) * (1 - SMOOTHED) + SMOOTHED / len(ROLES)
    return mean(-(jax.nn.log_softmax(out["role"]) * right).sum(-1), (batch["role"] >= 0) * weight)


def words_loss(out: Arrays, batch: Arrays, weight: jax.Array) -> jax.Array:
    of_piece = yes_or_no(out["words"], batch["words_right"]) * out["is_word"][..., None]
    known = batch["has_words"] * weight[..., None]
    total = (of_piece.sum(2) * known * jnp.array([1.0, FULL])).sum()
    return total / jnp.maximum(1.0, known[..., 0].sum()) / PHRASE


def period_loss(out: Arrays, batch: Arrays) -> jax.Array:
    """All figures of an article together: the chains that have the known periods against all chains."""
    is_known = batch["period"] >= 0
    is_right = jax.nn.one_hot(batch["period"], out["period"].shape[-1]) > 0
    held = jnp.where(is_known[..., None] & ~is_right, WRONG, out["period"])
    chains = [log_sum_of_chains(scores, out["carry"], batch["is_figure"]) for scores in (out["period"], held)]
    weight = jnp.where(batch["is_dated"] > 0, 1.0, UNDATED) * batch["weight"]
    known = (is_known * batch["is_figure"]).sum(-1)
    return ((chains[0] - chains[1]) * weight).sum() / jnp.maximum(1.0, (known * weight).sum())


def link_loss(scores: jax.Array, right: jax.Array, weight: jax.Array) -> jax.Array:
    """The loss of one of several, or none; `right` [articles, figures]."""
    last = scores.shape[-1] - 1
    chosen = jnp.clip(jnp.where(right == NONE, last, right), 0, last)
    logs = jnp.take_along_axis(jax.nn.log_softmax(scores), chosen[..., None], -1)[..., 0]
    return mean(-logs, (right >= NONE) * weight)


def place_loss(out: Arrays, batch: Arrays, weight: jax.Array) -> jax.Array:
    """A place may be named several times; any of them is right."""
    logs = jnp.where(batch["right_places"] > 0, jax.nn.log_softmax(out["place"]), WRONG)
    return mean(-jax.nn.logsumexp(logs, -1), (batch["right_places"].sum(-1) > 0) * weight)


def guess_loss(
    weights: Weights, batch: Arrays, pieces: jax.Array, hidden: jax.Array, log_shares: jax.Array, key: jax.Array
) -> jax.Array:
    """The hidden words, each to be told from the other hidden ones of the batch: a word that is common is met there
    more often, so its score is lowered by the logarithm of its share (`log_shares` [KEYS])."""
    flat = hidden.reshape(-1)
    _, chosen = jax.lax.top_k(flat + jax.random.uniform(key, flat.shape) * 0.01, GUESSED)
    no_word = weights["words"].shape[0] - 1
    words = batch["words"][..., 0].reshape(-1)[chosen]
    is_guessed = flat[chosen] * (words < no_word)
    guess = pieces.reshape(-1, pieces.shape[-1])[chosen] @ weights["guess"] + weights["guess+"]
    scores = guess @ weights["words"][jnp.clip(words, 0, no_word)].T - log_shares[jnp.clip(words, 0, KEYS - 1)]
    is_same = (words[:, None] == words[None, :]) & ~jnp.eye(GUESSED, dtype=bool)
    scores = jnp.where(is_same | (is_guessed[None] == 0), -30.0, scores)
    return mean(-jnp.diagonal(jax.nn.log_softmax(scores)), is_guessed)


def total_loss(
    weights: Weights, batch: Arrays, key: jax.Array, noise: Noise, shares: Shares, log_shares: jax.Array | None
) -> tuple[jax.Array, jax.Array]:
    """The sum of all losses, and each of them in the order of NAMES. Words are hidden where their shares are given."""
    for_encoder, for_heads, for_hiding, for_guess = jax.random.split(key, 4)
    hidden = None
    if log_shares is not None:
        is_word = batch["is_piece"] * batch["signs"][..., IS_WORD]
        hidden = (jax.random.uniform(for_hiding, is_word.shape) < HIDDEN) * is_word
    pieces = encode(weights, batch, noise, for_encoder, hidden)
    out = heads(weights, batch, pieces, noise, for_heads)
    weight = batch["is_figure"] * batch["weight"][:, None]
    losses = [
        role_loss(out, batch, weight),
        words_loss(out, batch, weight),
        period_loss(out, batch),
        mean(yes_or_no(out["counts"], batch["counts"]), weight),
        link_loss(out["part"], batch["part"], weight),
        link_loss(out["target"], batch["target"], weight),
        place_loss(out, batch, weight),
        0.0 if hidden is None else guess_loss(weights, batch, pieces, hidden, log_shares, for_guess),
    ]
    role, words, period, counts, links, place, guess = astuple(shares)
    counted = zip(losses, (role, words, period, counts, links, links, place, guess))
    return sum(loss * share for loss, share in counted), jnp.stack([jnp.asarray(loss) for loss in losses])
