"""Learn from the hand-made links how much each agreement of two statements weighs; writes model/following.json.

usage: python training/following.py READINGS.jsonl…

READINGS are what `aide-memoire read CORPUS --json` prints. The links are those of data/links: a commitment, later
statements that speak of it with their effects, and hard negatives; and pairs that were proposed by an earlier weighing
and judged. A place is looked up among the statements that were read there. What settles a pair beforehand (as another
holder does) is left out. The figures printed are cross-validated, a commitment's pairs always together.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from aide_memoire.following import agreement as agreeing
from aide_memoire.following import weights as weighing
from aide_memoire.following.agreement import Passage, agreement
from aide_memoire.following.bearing import may_bear, speaks_against
from aide_memoire.following.effects import effect_features
from aide_memoire.following.lexicon import load_families
from aide_memoire.following.stem import iter_words, stem
from aide_memoire.following.weights import Forest, Linear, Tree, Weights
from aide_memoire.ledger.linking import around
from aide_memoire.records import Document, Reading, Statement

ROOT = Path(__file__).parents[1]
LINKS, JUDGED = ROOT / "data" / "links" / "links.jsonl", ROOT / "data" / "links" / "judged.jsonl"
MODEL = ROOT / "src" / "aide_memoire" / "model" / "following.json"
COMMON = 5  # statements in which a stem has to be, to be listed
THRESHOLD = 0.75
FOLDS = 5
PENALTY = 8.0
UNDONE = ("suspends", "sets_back", "breaks", "withdraws", "disputes")  # too few each; told apart by their words
"""The effects that are learned as one."""


class Example(NamedTuple):
    """A pair of passages, whether the later speaks of the earlier's commitment, its effect, its source and group."""

    earlier: Passage
    later: Passage
    linked: bool
    effect: str | None
    source: str
    group: str


def main(*paths: str) -> None:
    """Count the stems, fit both regressions, write the weights."""
    read = {name: reading for path in paths for name, reading in readings(Path(path))}
    common = count(read.values())
    statements = sum(len(reading.statements) for reading in read.values())
    found = Weights(
        statements=statements,
        common={term: n for term, n in sorted(common.items()) if n >= COMMON},
        bearing=Forest(names=(), trees=(), offset=0.0),
        threshold=THRESHOLD,
        effects={},
    )
    write(found)
    examples = [e for e in (*linked(read), *judged(read)) if is_open(e)]
    print(f"{len(examples)} pairs, {sum(e.linked for e in examples)} linked")
    found = msgspec.structs.replace(found, bearing=learn_bearing(examples))
    found = msgspec.structs.replace(found, effects=learn_effects([e for e in examples if e.linked]))
    write(found)


def is_open(example: Example) -> bool:
    """Whether nothing settles a pair beforehand."""
    earlier, later = example.earlier, example.later
    return may_bear(earlier, later) and not speaks_against(earlier, later, agreement(earlier, later))


def write(found: Weights) -> None:
    """Write the weights and forget those that were read before."""
    MODEL.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    weighing.load_weights.cache_clear()
    agreeing.weight_of.cache_clear()


def readings(path: Path) -> Iterator[tuple[str, Reading]]:
    """The readings of a file by the name of their record."""
    with path.open("rb") as lines:
        for line in lines:
            reading = msgspec.json.decode(line, type=Reading)
            yield reading.document.source.rsplit("#", 1)[-1], reading


def count(found: Sequence[Reading]) -> Counter[str]:
    """In how many statements each stem is."""
    stop = load_families().stop
    return Counter(
        term
        for reading in found
        for statement in reading.statements
        for term in {stem(word) for word in iter_words(statement.text)} - stop
        if len(term) > 1
    )


def passage(document: Document, statement: Statement) -> Passage:
    """A statement as following sees it."""
    published = document.published.edtf
    return Passage(
        statement=statement,
        title=document.title,
        around=around(document.text, statement.start, statement.end),
        published=date.fromisoformat(published) if published else None,
    )


def at(read: dict[str, Reading], place: dict[str, object]) -> Passage | None:
    """The statement that was read where an annotation has one: with its head, or else most of its words."""
    reading = read.get(str(place["document"]))
    if reading is None:
        return None
    start, end = place["span"]  # type: ignore[misc]
    head, _ = place["head"]  # type: ignore[misc]
    near = [s for s in reading.statements if s.start <= head < s.end or share(s, start, end) >= 0.5]  # type: ignore[has-type]
    best = max(near, key=lambda s: (s.core, s.head.start == head, share(s, start, end)), default=None)  # type: ignore[has-type]
    return None if best is None else passage(reading.document, best)


def share(statement: Statement, start: int, end: int) -> float:
    """The share of two stretches that both have of what either has."""
    both = min(statement.end, end) - max(statement.start, start)
    return max(0, both) / (max(statement.end, end) - min(statement.start, start))


def linked(read: dict[str, Reading]) -> Iterator[Example]:
    """The pairs of the hand-made links."""
    for line in LINKS.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        earlier = at(read, row["commitment"])
        for kind in ("links", "negatives"):
            for place in row[kind]:
                later = at(read, place)
                if earlier and later and place["document"] != row["commitment"]["document"]:
                    yield Example(earlier, later, kind == "links", place.get("effect"), "links", row["id"])


def judged(read: dict[str, Reading]) -> Iterator[Example]:
    """The pairs that were proposed and judged."""
    for number, line in enumerate(JUDGED.read_bytes().splitlines()):
        row = msgspec.json.decode(line)
        earlier, later = at(read, row["earlier"]), at(read, row["later"])
        if earlier and later:
            yield Example(earlier, later, row["effect"] is not None, row["effect"], "judged", f"judged {number}")


def learn_bearing(examples: list[Example]) -> Forest:
    """Whether the later speaks of the earlier's commitment: trees, since no agreement tells the same in every pair."""
    rows = [agreement(e.earlier, e.later) for e in examples]
    names = tuple(sorted(rows[0]))
    x = np.array([[row[name] for name in names] for row in rows])
    y, source = np.array([float(e.linked) for e in examples]), np.array([e.source for e in examples])
    fold = np.array([sum(map(ord, e.group)) % FOLDS for e in examples])
    chances = np.zeros(len(y))
    for k in range(FOLDS):
        chances[fold == k] = boosted(x[fold != k], y[fold != k]).predict_proba(x[fold == k])[:, 1]
    for title in ("links", "judged"):
        chosen = source == title
        print(title, *(figures(chances[chosen], y[chosen], t) for t in (0.5, 0.6, 0.7, 0.75, 0.8)), sep="\n  ")
    model = boosted(x, y)
    trees = tuple(tree_of(predictor.nodes) for (predictor,) in model._predictors)
    return Forest(names=names, trees=trees, offset=float(model._baseline_prediction[0, 0]))


def boosted(x: np.ndarray, y: np.ndarray) -> HistGradientBoostingClassifier:
    """Shallow trees, many and slow, seeded."""
    return HistGradientBoostingClassifier(
        max_depth=3, max_iter=200, learning_rate=0.04, min_samples_leaf=15, l2_regularization=5, random_state=0
    ).fit(x, y)


def tree_of(nodes: np.ndarray) -> Tree:
    """A fitted tree as it is stored."""
    leaf = nodes["is_leaf"].astype(bool)
    return Tree(
        feature=tuple(int(f) for f in np.where(leaf, -1, nodes["feature_idx"])),
        threshold=tuple(round(float(t), 5) for t in np.where(leaf, 0, nodes["num_threshold"])),
        left=tuple(int(n) for n in nodes["left"]),
        right=tuple(int(n) for n in nodes["right"]),
        value=tuple(round(float(v), 5) for v in nodes["value"]),
    )


def figures(chances: np.ndarray, y: np.ndarray, threshold: float) -> str:
    """Precision and recall from a chance on."""
    taken = chances >= threshold
    right = float(y[taken].sum())
    return f"from {threshold}: precision {right / max(1, taken.sum()):.2f}, recall {right / max(1.0, y.sum()):.2f}"


def learn_effects(examples: list[Example]) -> dict[str, Linear]:
    """Which effect a linked statement has: a regression each, against the others."""
    rows = [effect_features(e.earlier, e.later, agreement(e.earlier, e.later)) for e in examples]
    names = sorted(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    told = np.array(["sets_back" if e.effect in UNDONE else e.effect for e in examples])
    effects = [effect for effect, n in Counter(told).most_common() if n >= FOLDS]
    fold = np.array([sum(map(ord, e.group)) % FOLDS for e in examples])
    right = 0
    for k in range(FOLDS):
        learned = [fit(x[fold != k], (told[fold != k] == effect).astype(float)) for effect in effects]
        scores = np.array([ones(x[fold == k]) @ b for b in learned])
        right += int((np.array(effects)[scores.argmax(0)] == told[fold == k]).sum())
    print(f"effect right on {right / len(told):.2f} of {len(told)}")
    found = {}
    for effect in effects:
        *slopes, offset = fit(x, (told == effect).astype(float))
        weights = {name: round(float(b), 4) for name, b in zip(names, slopes, strict=True) if abs(b) > 1e-3}
        found[str(effect)] = Linear(weights=weights, offset=round(float(offset), 4))
    return found


def ones(x: np.ndarray) -> np.ndarray:
    """With a column of ones."""
    return np.c_[x, np.ones(len(x))]


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method; the last coefficient is the offset, which alone is not penalised."""
    x = ones(x)
    b, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], PENALTY)
    ridge[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ b))
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(ridge)
        b -= np.linalg.solve(hessian, x.T @ (p - y) + ridge * b)
    return b


if __name__ == "__main__":
    main(*sys.argv[1:])
