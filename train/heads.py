"""What the network says of each figure, out of what the encoder says of its pieces.

Scores, not yet probabilities: `src/judge/network/{role,tags,dates,pick}.rs` compute the same in whole numbers.
Arrays of figures are [articles, figures, …].
"""
import jax
import jax.numpy as jnp

from arrays import WINDOW
from batches import FAR_ROWS
from labels import BEFORE, FROM, ROLES
from model import FARTHEST, Arrays, Noise, Weights, convolution, dropped, linear, split
from pages import SENTENCE_START

# The score of an alternative that is not offered, and of a period that no source gives.
NOT_OFFERED = -30.0
NO_SOURCE = -40.0


def heads(weights: Weights, batch: Arrays, pieces: jax.Array, noise: Noise, key: jax.Array | None = None) -> Arrays:
    """The scores of all alternatives.

    role [.., 6], counts [..], words [.., WINDOW, 2] with is_word [.., WINDOW], period [.., spans], carry [.., 2] (for
    the period of the figure before: where that is none, where it is one), part and target [.., LINKS + 1],
    place [.., PLACES + 1]; the last of these is none.
    """
    keys = split(key, 6)
    articles = jnp.arange(pieces.shape[0])[:, None]
    figures, times, places = (pieces[articles, batch[name]] for name in ("figures", "times", "places"))
    hidden = dropped(jax.nn.relu(linear(weights, "role hidden", figures)), noise.values, keys[0])
    role = linear(weights, "role", hidden)
    words, is_word = tag(weights, batch, pieces, figures, noise, keys[1])
    link = (batch["link_of"], batch["link_pairs"])
    return {
        "role": role[..., :len(ROLES)], "counts": role[..., len(ROLES)], "words": words, "is_word": is_word,
        "period": periods(weights, batch, figures, times, noise, keys[2]),
        "carry": carry(weights, batch, figures),
        "part": pick(weights, "part", figures, figures, *link, noise, keys[3]),
        "target": pick(weights, "target", figures, figures, *link, noise, keys[4]),
        "place": pick(weights, "place", figures, places, batch["place_of"], batch["place_pairs"], noise, keys[5]),
    }


def tag(
    weights: Weights, batch: Arrays, pieces: jax.Array, figures: jax.Array, noise: Noise, key: jax.Array | None
) -> tuple[jax.Array, jax.Array]:
    """Scores of each piece around a figure [.., WINDOW, 2], and which of them can be a word [.., WINDOW]."""
    articles, count, _ = pieces.shape
    article = jnp.arange(articles)[:, None]
    at = batch["figures"][..., None] + jnp.arange(-BEFORE, FROM)
    is_inside = (at >= 0) & (at < count)
    at = jnp.clip(at, 0, count - 1)
    each = article[..., None]
    is_inside = batch["is_piece"][each, at] * is_inside
    is_figure = jnp.zeros((articles, count)).at[article, batch["figures"]].max(batch["is_figure"])

    def between(begun: jax.Array) -> jax.Array:
        """How many have begun between a figure and each piece around it."""
        distance = begun[each, at] - begun[article, batch["figures"]][..., None]
        return jnp.clip(jnp.abs(distance).astype(int), 0, FARTHEST)

    begun = [jnp.cumsum(is_figure, 1), batch["rows"], jnp.cumsum(batch["signs"][..., SENTENCE_START], 1)]
    x = linear(weights, "tag key", pieces)[each, at] + linear(weights, "tag query", figures)[:, :, None]
    x = x + weights["tag place"]
    for n, begun_of in enumerate(begun):
        x = x + weights["tag between"][n * (FARTHEST + 1) + between(begun_of)]
    x = dropped(jax.nn.relu(x), noise.values / 2, key) * is_inside[..., None]
    x = x.reshape(-1, WINDOW, x.shape[-1])
    near = jax.nn.relu(convolution(weights, "tag near", x, 1)) + x
    near = near * is_inside.reshape(-1, WINDOW, 1)
    far = jax.nn.relu(convolution(weights, "tag far", near, 3)) + near
    scores = linear(weights, "tag", far).reshape(*at.shape, 2)
    return scores, is_inside * (1 - is_figure[each, at])


def match(
    weights: Weights, name: str, figures: jax.Array, others: jax.Array, other_of: jax.Array, pairs: jax.Array,
    noise: Noise, key: jax.Array | None,
) -> jax.Array:
    """How well each figure goes with each of its candidates: [articles, figures, candidates]."""
    article = jnp.arange(figures.shape[0])[:, None, None]
    keys = linear(weights, f"{name} key", others)[article, jnp.clip(other_of, 0, others.shape[1] - 1)]
    x = linear(weights, f"{name} query", figures)[:, :, None] + keys + pairs @ weights[f"{name} pair"]
    return linear(weights, f"{name} match", dropped(jax.nn.relu(x), noise.values, key))[..., 0]


def pick(
    weights: Weights, name: str, figures: jax.Array, others: jax.Array, other_of: jax.Array, pairs: jax.Array,
    noise: Noise, key: jax.Array | None,
) -> jax.Array:
    """The scores of the candidates, and of none at the end: [articles, figures, candidates + 1]."""
    scores = match(weights, name, figures, others, other_of, pairs, noise, key)
    scores = jnp.where(other_of >= 0, scores, NOT_OFFERED)
    return jnp.concatenate([scores, linear(weights, f"{name} none", figures)], -1)


def periods(
    weights: Weights, batch: Arrays, figures: jax.Array, times: jax.Array, noise: Noise, key: jax.Array | None
) -> jax.Array:
    """The score of each span for each figure: the sum over all sources that give it, and how its days lie."""
    articles, count, _ = figures.shape
    article = jnp.arange(articles)[:, None, None]
    time_of = batch["time_of"]
    matched = match(weights, "time", figures, times, time_of, batch["time_pairs"], noise, key)
    of_time = linear(weights, "form of time", times)[article, jnp.clip(time_of, 0, times.shape[1] - 1)]
    of_figure = linear(weights, "form of figure", figures)[:, :, None]
    by_time = (matched[..., None] + of_time + of_figure).reshape(articles, count, -1)
    scores = jnp.concatenate([by_time, linear(weights, "form of day", figures)], -1)
    fit = jnp.einsum("afs,aps->afp", linear(weights, "lies", figures), batch["lies"])

    span, spans = batch["source_span"], batch["lies"].shape[1]
    is_source = span < spans
    scores = jnp.where(is_source, scores, NOT_OFFERED)
    most = jax.lax.stop_gradient(scores.max(-1, keepdims=True))
    sums = jnp.zeros((articles, count, spans + 1))
    sums = sums.at[article, jnp.arange(count)[None, :, None], span].add(jnp.exp(scores - most) * is_source)[..., :spans]
    logs = jnp.log(jnp.where(sums > 0, sums, 1.0)) + most + fit
    return jnp.where(sums > 0, logs, NO_SOURCE)


def carry(weights: Weights, batch: Arrays, figures: jax.Array) -> jax.Array:
    """What speaks for the period of the figure before: [articles, figures, 2]."""
    before = jnp.concatenate([jnp.zeros_like(figures[:, :1]), figures[:, :-1]], 1)
    x = linear(weights, "carry", jnp.concatenate([figures, before], -1))
    distance = weights["carry distance"]
    x = x + distance[batch["gap"][..., 0]] + distance[FAR_ROWS + 1 + batch["gap"][..., 1]]
    return linear(weights, "carried", jax.nn.relu(x))
