"""The model in JAX: MiniLM's encoder, labels for heads, pointers from heads to the spans of their cells.

    pieces -> encoder -> states
    state of a piece  -> its label (none, ten acts, event), core, polarity
    state of a head x states of all pieces -> start and end of each role; counterparts piece by piece

The scorer from head to span is a bilinear one of low rank, as in biaffine semantic role labelling (Dozat and Manning
2017; He et al. 2018); position 0 stands for "no such cell".
"""

from typing import Any, get_args

import jax
import jax.numpy as jnp
import numpy as np

from aide_memoire.records import Act

HIDDEN, HEADS, LAYERS = 384, 12, 6
RANK = 64
CASES = 4
ROLES = ("holder", "condition", "due", "instrument", "source", "cue", "clause")
POINTERS = 2 * len(ROLES)  # a start and an end each
LABELS = ("none", *get_args(Act), "event")

Params = dict[str, jax.Array]


def layer_norm(x: jax.Array, p: Params, name: str) -> jax.Array:
    """Layer normalisation with BERT's epsilon."""
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * p[name + ".weight"] + p[
        name + ".bias"
    ]


def linear(x: jax.Array, p: Params, name: str) -> jax.Array:
    """A linear map, weights stored as (out, in)."""
    return x @ p[name + ".weight"].T + p[name + ".bias"]


def dropout(x: jax.Array, key: jax.Array | None, rate: float = 0.1) -> jax.Array:
    """Dropout, or nothing without a key."""
    return x if key is None else x * jax.random.bernoulli(key, 1 - rate, x.shape) / (1 - rate)


def encode(p: Params, ids: jax.Array, cases: jax.Array, mask: jax.Array, key: jax.Array | None = None) -> jax.Array:
    """(batch, pieces) ids and cases -> (batch, pieces, HIDDEN) states: BERT's encoder, post-norm."""
    keys = [None] * (2 * LAYERS + 1) if key is None else list(jax.random.split(key, 2 * LAYERS + 1))
    x = p["embeddings.word_embeddings.weight"][ids] + p["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = x + p["embeddings.token_type_embeddings.weight"][0] + p["embeddings.case_embeddings.weight"][cases]
    x = dropout(layer_norm(x, p, "embeddings.LayerNorm"), keys[-1])
    bias = (1 - mask[:, None, None, :]) * -1e9
    for n in range(LAYERS):
        at = f"encoder.layer.{n}."
        q, k, v = (
            linear(x, p, f"{at}attention.self.{w}").reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)
            for w in ("query", "key", "value")
        )
        a = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / np.sqrt(HIDDEN // HEADS) + bias, -1) @ v
        a = linear(a.transpose(0, 2, 1, 3).reshape(x.shape), p, at + "attention.output.dense")
        x = layer_norm(x + dropout(a, keys[2 * n]), p, at + "attention.output.LayerNorm")
        h = jax.nn.gelu(linear(x, p, at + "intermediate.dense"), approximate=False)
        x = layer_norm(x + dropout(linear(h, p, at + "output.dense"), keys[2 * n + 1]), p, at + "output.LayerNorm")
    return x


def score(p: Params, x: jax.Array) -> tuple[jax.Array, jax.Array, jax.Array]:
    """States -> labels (batch, pieces, 14: twelve labels, core, polarity), queries and keys (…, POINTERS + 1, RANK)."""
    shape = (*x.shape[:2], POINTERS + 1, RANK)
    return linear(x, p, "label"), linear(x, p, "query").reshape(shape), linear(x, p, "key").reshape(shape)


def point(queries: jax.Array, keys: jax.Array) -> jax.Array:
    """Queries of heads (batch, heads, POINTERS + 1, RANK) and keys -> scores (batch, heads, POINTERS + 1, pieces)."""
    return jnp.einsum("bhrd,btrd->bhrt", queries, keys) / np.sqrt(RANK)


def new_heads(p: Params, seed: int) -> Params:
    """The parameters of the label and pointer layers, drawn small; the bias of "none" starts high, heads being rare."""
    rng = np.random.default_rng(seed)
    out = {"label": len(LABELS) + 2, "query": (POINTERS + 1) * RANK, "key": (POINTERS + 1) * RANK}
    drawn = {f"{n}.weight": jnp.array(rng.normal(0, 0.02, (size, HIDDEN)), jnp.float32) for n, size in out.items()}
    bias: dict[str, Any] = {f"{n}.bias": jnp.zeros(size) for n, size in out.items()}
    bias["label.bias"] = bias["label.bias"].at[0].set(2.0)
    return {**p, **drawn, **bias, "embeddings.case_embeddings.weight": jnp.zeros((CASES, HIDDEN))}
