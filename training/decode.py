"""From the encoder's scores to drafts: heads above the threshold, and for each head the best span of each role."""

import re
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray
from windows import Window

from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.records import Act, Record

Floats = NDArray[np.float32]
ACTS: tuple[Act, ...] = get_args(Act)
EVENT, CORE, NEGATIVE = 11, 12, 13
ROLES = ("holder", "condition", "due", "instrument", "source", "cue", "clause")
LONGEST = {"holder": 40, "condition": 60, "due": 20, "instrument": 40, "source": 40, "cue": 4, "clause": 120}
WORD = re.compile(r"[\w][\w’'-]*")


class Thresholds(Record, frozen=True, kw_only=True):
    """Chosen on the validation part: the probabilities from which a head, core and a cell count."""

    commitment: float = 0.5
    event: float = 0.5
    core: float = 0.4
    cell: dict[str, float] = {}  # noqa: RUF012 - msgspec copies an empty default
    counterpart: float = 0.4


class Scores(NamedTuple):
    """The encoder's output for one window: labels (pieces, 14), queries and keys (pieces, roles, rank)."""

    labels: Floats
    queries: Floats
    keys: Floats


def sigmoid(x: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), np.float32)


def decode(window: Window, scores: Scores, text: str, thresholds: Thresholds) -> list[Draft]:
    """The drafts of one window, in order of their heads.

    A draft's score is the probability that its head is one of its kind; `why` names that of the act and of each cell.
    """
    chances = softmax(scores.labels[:, : EVENT + 1])
    drafts: dict[tuple[Extent, str], Draft] = {}
    for i in window.core:
        event, commitment = float(chances[i, EVENT]), float(1 - chances[i, 0] - chances[i, EVENT])
        if commitment >= thresholds.commitment or event >= thresholds.event:
            draft = draft_at(i, window, scores, chances, text, thresholds, is_event=event > commitment)
            drafts.setdefault((draft.head, draft.kind), draft)
    return list(drafts.values())


def draft_at(
    i: int, window: Window, scores: Scores, chances: Floats, text: str, thresholds: Thresholds, *, is_event: bool
) -> Draft:
    """The draft whose head is piece i."""
    places = np.einsum("rd,trd->rt", scores.queries[i], scores.keys) / np.sqrt(scores.keys.shape[-1])
    cells = {role: best_span(n, places, window, role, thresholds) for n, role in enumerate(ROLES)}
    found = {role: cell.extent for role, cell in cells.items() if cell.extent is not None}
    head = word_around(window.extents[i], text)
    clause = found.pop("clause", head)
    found.pop("instrument", None)  # instruments are found by their names, in the whole text
    core = float(sigmoid(scores.labels[i, CORE]))
    act = None if is_event else ACTS[int(chances[i, 1:EVENT].argmax())]
    kind_chance = float(chances[i, EVENT]) if is_event else float(1 - chances[i, 0] - chances[i, EVENT])
    return Draft(
        kind="event" if is_event else "commitment",
        clause=Extent(min(clause.start, head.start), max(clause.end, head.end)),
        head=head,
        action="",
        act=act,
        core=core >= thresholds.core,
        polarity="negative" if scores.labels[i, NEGATIVE] > 0 else "positive",
        counterparts=tuple(marked(sigmoid(places[-1]), window, thresholds.counterpart)),
        score=kind_chance,
        why=(
            f"head:{kind_chance:.2f}",
            f"core:{core:.2f}",
            *((f"act:{chances[i, 1:EVENT].max() / max(1e-6, chances[i, 1:EVENT].sum()):.2f}",) if act else ()),
            *(f"{role}:{cell.chance:.2f}" for role, cell in cells.items() if cell.extent is not None),
        ),
        **found,
    )


class Cell(NamedTuple):
    """The best span of a role with its probability, or no extent and the probability of that."""

    extent: Extent | None
    chance: float


def best_span(role_number: int, places: Floats, window: Window, role: str, thresholds: Thresholds) -> Cell:
    """The most probable span of a role; None where "none" is more probable than the threshold leaves room for."""
    start, end = softmax(places[2 * role_number]), softmax(places[2 * role_number + 1])
    none = float((start[0] + end[0]) / 2)
    real = [i for i, e in enumerate(window.extents) if e.start >= 0]
    if not real or 1 - none < thresholds.cell.get(role, 0.5):
        return Cell(None, none)
    first, last = real[0], real[-1]
    joint = np.triu(start[first : last + 1, None] * end[None, first : last + 1])
    joint = joint - np.triu(joint, LONGEST[role])
    a, b = np.unravel_index(int(joint.argmax()), joint.shape)
    extent = Extent(window.extents[first + int(a)].start, window.extents[first + int(b)].end)
    return Cell(extent, 1 - none)


def marked(chances: Floats, window: Window, threshold: float) -> list[Extent]:
    """The runs of pieces above the threshold."""
    runs: list[Extent] = []
    for i, extent in enumerate(window.extents):
        if extent.start < 0 or chances[i] < threshold:
            continue
        if runs and extent.start - runs[-1].end <= 1:
            runs[-1] = Extent(runs[-1].start, extent.end)
        else:
            runs.append(extent)
    return runs


def word_around(extent: Extent, text: str) -> Extent:
    """The whole word that a piece belongs to."""
    found = WORD.match(text, extent.start)
    return Extent(extent.start, max(found.end(), extent.end)) if found else extent
