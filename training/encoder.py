"""The model in PyTorch: MiniLM's encoder, labels for heads, pointers from heads to the spans of their cells.

    pieces -> encoder -> states
    state of a piece  -> its label (none, ten acts, event), core, polarity, factuality
    state of a head x states of all pieces -> start and end of each role; counterparts piece by piece

The scorer from head to span is a bilinear one of low rank, as in biaffine semantic role labelling (Dozat and Manning
2017; He et al. 2018), over rotated queries and keys, so that it knows how far apart the two are (Su et al. 2022);
position 0 stands for "no such cell". Parameters are kept in float32; the encoder computes in bfloat16.
"""

from typing import get_args

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from aide_memoire.reading.decode import ROLES
from aide_memoire.records import Act

HIDDEN, HEADS, LAYERS, LONGEST = 384, 12, 6, 512
RANK = 64
CASES = 4
KNOWN = 5
POINTERS = 2 * len(ROLES)  # a start and an end each
LABELS = ("none", *get_args(Act), "event")
FLAGS = 3  # core, negative, alleged

Params = dict[str, Tensor]


def linear(x: Tensor, p: Params, name: str) -> Tensor:
    """A linear map in the precision of x."""
    return functional.linear(x, p[name + ".weight"].to(x.dtype), p[name + ".bias"].to(x.dtype))


def norm(x: Tensor, p: Params, name: str) -> Tensor:
    """Layer normalisation with BERT's epsilon."""
    weight, bias = p[name + ".weight"].to(x.dtype), p[name + ".bias"].to(x.dtype)
    return functional.layer_norm(x, (HIDDEN,), weight, bias, 1e-12)


def encode(
    p: Params, ids: Tensor, cases: Tensor, mask: Tensor, known: Tensor | None = None, *, training: bool = False
) -> Tensor:
    """(batch, pieces) ids, cases and marks -> (batch, pieces, HIDDEN) states: BERT's encoder, post-norm."""

    def dropped(x: Tensor) -> Tensor:
        return functional.dropout(x, 0.1, training)

    x = functional.embedding(ids, p["embeddings.word_embeddings.weight"])
    x = x + p["embeddings.position_embeddings.weight"][: ids.shape[1]] + p["embeddings.token_type_embeddings.weight"][0]
    x = x + functional.embedding(cases, p["embeddings.case_embeddings.weight"])
    if known is not None:
        x = x + functional.embedding(known, p["embeddings.known_embeddings.weight"])
    x = dropped(norm(x.bfloat16(), p, "embeddings.LayerNorm"))
    bias = ((1 - mask[:, None, None, :]) * -1e9).to(x.dtype)
    for n in range(LAYERS):
        at = f"encoder.layer.{n}."
        q, k, v = (
            linear(x, p, f"{at}attention.self.{w}").view(*x.shape[:2], HEADS, -1).transpose(1, 2)
            for w in ("query", "key", "value")
        )
        a = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + bias, -1) @ v
        a = linear(a.transpose(1, 2).reshape(x.shape), p, at + "attention.output.dense")
        x = norm(x + dropped(a), p, at + "attention.output.LayerNorm")
        h = functional.gelu(linear(x, p, at + "intermediate.dense"))
        x = norm(x + dropped(linear(h, p, at + "output.dense")), p, at + "output.LayerNorm")
    return x


def turns() -> tuple[np.ndarray, np.ndarray]:
    """Cosine and sine of each position's rotation, (LONGEST, RANK / 2) each, as in rotary position embeddings."""
    angles = np.arange(LONGEST)[:, None] / 10_000 ** (np.arange(RANK // 2) * 2 / RANK)
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


COS, SIN = (torch.tensor(x) for x in turns())


def rotated(x: Tensor, at: Tensor) -> Tensor:
    """(batch, n, roles, RANK) turned by the positions (batch, n) or (n)."""
    cos, sin = COS[at].unsqueeze(-2), SIN[at].unsqueeze(-2)
    a, b = x[..., : RANK // 2], x[..., RANK // 2 :]
    return torch.cat([a * cos - b * sin, a * sin + b * cos], -1)


def label(p: Params, x: Tensor) -> Tensor:
    """States -> labels (batch, pieces, 15): twelve labels and the flags."""
    return linear(x, p, "label").float()


def project(p: Params, x: Tensor, at: Tensor, name: str) -> Tensor:
    """States at positions `at` -> their queries or keys (batch, n, POINTERS + 1, RANK)."""
    return rotated(linear(x, p, name).float().view(*x.shape[:2], POINTERS + 1, RANK), at)


def point(queries: Tensor, keys: Tensor) -> Tensor:
    """Queries of heads and keys of pieces -> scores (batch, heads, POINTERS + 1, pieces)."""
    return torch.einsum("bhrd,btrd->bhrt", queries, keys) * RANK**-0.5


def new_heads(p: Params) -> Params:
    """With label and pointer layers where there are none: drawn small; "none" starts high, heads being rare.

    They are always the same, so that models trained with different seeds can be averaged (Wortsman et al. 2022).
    """
    rng = np.random.default_rng(0)
    sizes = {"label": len(LABELS) + FLAGS, "query": (POINTERS + 1) * RANK, "key": (POINTERS + 1) * RANK}
    drawn = {n: rng.normal(0, 0.02, (size, HIDDEN)).astype(np.float32) for n, size in sizes.items()}
    new = {f"{n}.weight": torch.from_numpy(weight) for n, weight in drawn.items()}
    new |= {f"{n}.bias": torch.zeros(size) for n, size in sizes.items()}
    new["label.bias"][0] = 2.0
    new["embeddings.case_embeddings.weight"] = torch.zeros(CASES, HIDDEN)
    new["embeddings.known_embeddings.weight"] = torch.zeros(KNOWN, HIDDEN)
    return new | p
