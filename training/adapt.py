"""Adapt the encoder to the kind of text that is read: masked language modelling on unannotated documents.

usage: python training/adapt.py WEIGHTS.safetensors OUT.safetensors TEXTS… [--pieces 4000000] [--seed 0]

The encoder that the package carries was trained to compare sentences; predicting hidden word pieces (Devlin et al.
2019) turns it back to what single words mean, in diplomatic and official prose (Gururangan et al. 2020). Texts that
are kept for judging, and those of the development gold that lies beside them, are left out.
"""

import argparse
import hashlib
import random
import time
from pathlib import Path

import numpy as np
import torch
from encoder import HIDDEN, Params, encode, linear, new_heads
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from aide_memoire.records import Source
from aide_memoire.sources import iter_sources

SIZE, BATCH = 254, 16
CLS, SEP, MASK = 101, 102, 103
FIRST_WORD = 999  # what comes before in the vocabulary are marks and unused places
HIDDEN_SHARE = 0.15
RATE = 3e-4


def blocks(texts: list[str], tokenizer: Tokenizer, most: int, rng: random.Random) -> np.ndarray:
    """(n, SIZE + 2) pieces out of the texts in random order, at most so many pieces in all."""
    rng.shuffle(texts)
    found: list[list[int]] = []
    for text in texts:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        found += [[CLS, *ids[i : i + SIZE], SEP] for i in range(0, len(ids) - SIZE + 1, SIZE)]
        if len(found) * SIZE >= most:
            break
    rng.shuffle(found)
    return np.array(found)


def hide(ids: np.ndarray, rng: np.random.Generator, words: int) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces with some hidden, the places of those, and what stood there: 8 of 10 masked, 1 changed, 1 left."""
    chosen = (rng.random(ids.shape) < HIDDEN_SHARE) & (ids >= FIRST_WORD)
    how = rng.random(ids.shape)
    changed = np.where(how < 0.8, MASK, np.where(how < 0.9, rng.integers(FIRST_WORD, words, ids.shape), ids))
    return torch.from_numpy(np.where(chosen, changed, ids)), torch.from_numpy(chosen), torch.from_numpy(ids[chosen])


def adapt(p: Params, ids: np.ndarray, *, seed: int) -> Params:
    """One pass over the blocks; prints the loss as it goes."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    words = p["embeddings.word_embeddings.weight"]
    p = new_heads(p)
    p |= {"mlm.weight": torch.eye(HIDDEN), "mlm.bias": torch.zeros(HIDDEN), "mlm.out": torch.zeros(len(words))}
    names = [n for n in p if n.split(".")[0] not in {"label", "query", "key", "pooler"} and "case" not in n]
    trained = [p[n].requires_grad_() for n in names]
    optimiser = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01, fused=True)
    steps, began, total = len(ids) // BATCH, time.monotonic(), 0.0
    cases, mask = torch.zeros(BATCH, SIZE + 2, dtype=torch.long), torch.ones(BATCH, SIZE + 2)
    for step in range(steps):
        shown, places, wanted = hide(ids[step * BATCH : (step + 1) * BATCH], rng, len(words))
        optimiser.param_groups[0]["lr"] = RATE * min(1, (step + 1) / (steps / 10)) * max(0.02, 1 - step / steps)
        x = encode(p, shown, cases, mask, training=True)[places]
        x = functional.layer_norm(functional.gelu(linear(x, p, "mlm")), (HIDDEN,))
        scores = (x @ p["embeddings.word_embeddings.weight"].to(x.dtype).T).float() + p["mlm.out"]
        value = functional.cross_entropy(scores, wanted)
        value.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        total += float(value.detach())
        if step % 50 == 49:
            print(f"{step + 1} of {steps}: loss {total / 50:.3f}, {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
    return {n: v.detach() for n, v in p.items() if n.split(".")[0] in {"embeddings", "encoder"} and "case" not in n}


def is_free(source: Source, kept: list[str]) -> bool:
    """Whether a document may be learned from: not kept for judging, and without a passage of the development gold."""
    id = source.name.rpartition("#")[2]
    return hashlib.sha256(id.encode()).hexdigest()[0] not in "cdef" and not any(k in source.content for k in kept)


def passage(text: str) -> str:
    """Words from the middle of a text, by which another copy of it is known."""
    return text[len(text) // 2 :][:80]


def main() -> None:
    """Read the texts, adapt, save."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--gold", required=True, help="the development gold's texts, which are left out")
    parser.add_argument("--pieces", type=int, default=4_000_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.weights.parent / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    kept = [passage(s.content) for s in iter_sources([options.gold]) if isinstance(s, Source)]
    sources = (s for s in iter_sources(options.texts) if isinstance(s, Source))
    texts = [s.content for s in sources if is_free(s, kept)]
    ids = blocks(texts, tokenizer, options.pieces, random.Random(options.seed))
    print(f"{len(texts)} texts, {ids.size} pieces", flush=True)
    start = {name: value for name, value in load_file(options.weights).items() if value.dtype == torch.float32}
    save_file(adapt(start, ids, seed=options.seed), options.out)


if __name__ == "__main__":
    main()
