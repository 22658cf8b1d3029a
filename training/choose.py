"""Choose the reader's thresholds and calibrate its scores on the validation part; writes thresholds.json.

usage: python training/choose.py MODEL_DIR TEXTS…

One threshold after the other, each the best for what it decides: F1 of core statements for heads, core and twins; F1
of overlapping spans for cells. Those of holder, source, cue and clause are fixed, since nothing between .2 and .6 makes
a difference, and that of counterparts is low, since what is marked has to name an actor besides. Then the scores are
calibrated. Prints each with its figure, and how far the scores were off before and after.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from dataset import UNTOLD, Example, Told, examples, lesson_of
from msgspec.structs import replace
from train import DATA

from aide_memoire.annotations import JoinedDocument, join, load_annotations
from aide_memoire.reading.decode import ROLES, Scores, Thresholds, decode, log_odds
from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.encoder import Encoder
from aide_memoire.reading.windows import CORE
from aide_memoire.records import Source, StatementKind
from aide_memoire.sources import iter_sources

START = Thresholds(
    commitment=0.75, event=0.75, core=0.4, cell=dict.fromkeys(ROLES, 0.3) | {"holder": 0.5}, counterpart=0.15, twin=0.75
)
BINS = 10
NOISE = 0.005  # a gain of less than that is none


class Scored(msgspec.Struct, frozen=True):
    """A validation document with its annotation and the scores of its windows."""

    document: JoinedDocument
    told: list[Told]
    windows: list[tuple[Example, Scores]]

    def drafts(self, thresholds: Thresholds) -> list[Draft]:
        """What is marked in it under given thresholds."""
        return [d for e, s in self.windows for d in decode(e.window, s, self.document.text, thresholds)]


def score(document: JoinedDocument, encoder: Encoder) -> Scored:
    """Score all windows of a document once."""
    lesson = lesson_of(document)
    windows = examples(lesson, encoder.tokenizer, core=CORE)
    return Scored(document, lesson.told, [(example, encoder.score(example.window)) for example in windows])


def found_by(one: Scored, kind: StatementKind, thresholds: Thresholds) -> tuple[dict[int, Draft], list[Draft]]:
    """The drafts that an annotated statement matches, by its number, and the core drafts that nothing matches."""
    places = {
        h[0]: n for n, t in enumerate(one.told) if t.statement.kind == kind
        for h in (t.statement.head, *t.statement.also_heads)
    }  # fmt: skip
    right: dict[int, Draft] = {}
    wrong = []
    for draft in one.drafts(thresholds):
        if draft.kind == kind:
            at = next((places[c] for c in range(*draft.head) if c in places), None)
            if at is not None and at not in right:
                right[at] = draft
            elif draft.core:
                wrong.append(draft)
    return right, wrong


def f1(right: float, found: float, wanted: float) -> float:
    """F1 of so many right ones."""
    return 2 * right / max(found + wanted, 1e-9)


def detection(scored: Sequence[Scored], kind: StatementKind, thresholds: Thresholds) -> float:
    """F1 of core statements; one that matches a statement which is not core counts neither way."""
    right = found = wanted = 0
    for one in scored:
        matched, wrong = found_by(one, kind, thresholds)
        core = sum(draft.core and one.told[n].statement.core for n, draft in matched.items())
        right, found = right + core, found + core + len(wrong)
        wanted += sum(t.statement.core for t in one.told if t.statement.kind == kind)
    return f1(right, found, wanted)


def cell(scored: Sequence[Scored], role: str, thresholds: Thresholds) -> float:
    """F1 of a cell's spans on the statements that were found; right where they overlap."""
    right = found = wanted = 0
    for one in scored:
        for kind in ("commitment", "event"):
            matched, _ = found_by(one, kind, thresholds)
            for n, draft in matched.items():
                told = one.told[n]
                marked = list(filter(None, [getattr(draft, role)]))
                place = told.cells[role]
                annotated = [Extent(*place)] if place else []
                if place == UNTOLD:
                    continue
                right += sum(any(m.meets(a) for m in marked) for a in annotated)
                found, wanted = found + len(marked), wanted + len(annotated)
    return f1(right, found, wanted)


def scores_and_hits(scored: Sequence[Scored], thresholds: Thresholds) -> tuple[np.ndarray, np.ndarray]:
    """The scores of what is reported, and whether an annotated head is there."""
    pairs = []
    for one in scored:
        for draft in one.drafts(thresholds):
            told = (t.statement for t in one.told if t.statement.kind == draft.kind)
            places = (h[0] for statement in told for h in (statement.head, *statement.also_heads))
            pairs.append((draft.score, any(draft.head.start <= p < draft.head.end for p in places)))
    return np.array([p for p, _ in pairs]), np.array([r for _, r in pairs], float)


def error(chances: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error: ten bins, weighted by their size."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    return float(sum(abs(chances[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def calibrate(scored: Sequence[Scored], thresholds: Thresholds) -> Thresholds:
    """Slope and offset by logistic regression on what is reported (Platt 1999); prints how far off it was."""
    chances, right = scores_and_hits(scored, thresholds)
    odds = log_odds(chances)
    slope, offset = 1.0, 0.0
    for _ in range(5_000):  # the problem is convex and small: plain gradient descent
        wrong = 1 / (1 + np.exp(-(slope * odds + offset))) - right
        slope, offset = slope - 0.05 * float((wrong * odds).mean()), offset - 0.05 * float(wrong.mean())
    fitted = replace(thresholds, slope=round(slope, 4), offset=round(offset, 4))
    after, _ = scores_and_hits(scored, fitted)
    print(f"calibration error {error(chances, right):.3f}, then {error(after, right):.3f}; {len(right)} statements")
    return fitted


def best(name: str, values: Iterable[float], start: float, figure: Callable[[float], float]) -> float:
    """The value with the highest figure, or the nearest to `start` that is hardly lower; says which."""
    measured = {value: figure(value) for value in values}
    highest = max(measured.values())
    value = min((v for v, f in measured.items() if f > highest - NOISE), key=lambda v: abs(v - start))
    print(f"{name:14s} {value:.2f}  figure {measured[value]:.3f} (from {min(measured.values()):.3f})", flush=True)
    return value


def choose(scored: Sequence[Scored]) -> Thresholds:
    """The thresholds, one after the other."""
    t = START
    grid = np.round(np.arange(0.3, 0.96, 0.05), 2).tolist()
    of = best("commitment", grid, t.commitment, lambda v: detection(scored, "commitment", replace(t, commitment=v)))
    t = replace(t, commitment=of)
    t = replace(t, event=best("event", grid, t.event, lambda v: detection(scored, "event", replace(t, event=v))))
    t = replace(t, core=best("core", grid, t.core, lambda v: mean_of(scored, replace(t, core=v))))
    t = replace(t, twin=best("twin", [0.55, 0.65, 0.75, 0.85], t.twin, lambda v: mean_of(scored, replace(t, twin=v))))
    lower = np.round(np.arange(0.1, 0.71, 0.1), 2).tolist()
    for role in ("condition", "due", "instrument"):
        t = with_best_cell(scored, role, t, lower)
    return calibrate(scored, t)


def with_best_cell(scored: Sequence[Scored], role: str, t: Thresholds, values: Iterable[float]) -> Thresholds:
    """The thresholds with the best one for a role's spans."""
    value = best(role, values, t.cell[role], lambda v: cell(scored, role, replace(t, cell=t.cell | {role: v})))
    return replace(t, cell=t.cell | {role: value})


def mean_of(scored: Sequence[Scored], thresholds: Thresholds) -> float:
    """Both kinds together."""
    return (detection(scored, "commitment", thresholds) + detection(scored, "event", thresholds)) / 2


def main() -> None:
    """Score the validation part, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("texts", nargs="+")
    options = parser.parse_args()
    target = options.model / "thresholds.json"
    if not target.exists():
        target.write_bytes(msgspec.json.encode(START))
    encoder = Encoder(options.model)
    texts = (source for source in iter_sources(options.texts) if isinstance(source, Source))
    validation = [d for d in load_annotations(DATA) if d.part == "validation"]
    chosen = choose([score(document, encoder) for document in join(validation, texts)])
    target.write_bytes(msgspec.json.format(msgspec.json.encode(chosen), indent=2) + b"\n")
    print(f"Written: {target}")


if __name__ == "__main__":
    main()
