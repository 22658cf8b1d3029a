"""From the encoder's scores to drafts: heads above the threshold, and for each head the best span of each role."""

import re
from typing import NamedTuple, get_args

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.windows import Window
from aide_memoire.records import Act, Record

Floats = NDArray[np.float32]
ACTS: tuple[Act, ...] = get_args(Act)
EVENT, CORE, NEGATIVE, ALLEGED, LABELS = 11, 12, 13, 14, 15
ROLES = ("holder", "condition", "due", "instrument", "source", "cue", "clause")
LONGEST = {"holder": 30, "condition": 60, "due": 20, "instrument": 40, "source": 40, "cue": 4, "clause": 120}
PROVISO = re.compile(r"\b(?:once|unless|provided that|as long as|on condition that)(?: [^\s.;]+){3,}", re.IGNORECASE)
"""Words that mean a condition wherever they stand behind an act; a clause has to follow ("once again" is none)."""
WORD = re.compile(r"[\w’'-]")
LONGEST_WORD = 40


class Thresholds(Record, frozen=True, kw_only=True):
    """Chosen on the validation part: the probabilities from which a head, core and a cell count.

    `twin` is the share of their clauses from which two heads of a kind are taken for one act ("take measures"). The
    score of a draft is the logistic function of `slope` times the head's log odds plus `offset`, which makes it as high
    as it is right (Platt 1999).
    """

    commitment: float = 0.5
    event: float = 0.5
    core: float = 0.4
    cell: dict[str, float] = {}  # noqa: RUF012 - msgspec copies an empty default
    counterpart: float = 0.4
    twin: float = 0.8
    slope: float = 1.0
    offset: float = 0.0


class Scores(NamedTuple):
    """The encoder's output for one window: labels (pieces, LABELS), queries and keys (pieces, roles, rank)."""

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


def calibrated(chance: float, thresholds: Thresholds) -> float:
    """The share of heads with this probability that was right on the validation part."""
    return float(1 / (1 + np.exp(-(thresholds.slope * log_odds(np.float64(chance)) + thresholds.offset))))


def log_odds[T: (np.float64, NDArray[np.float64])](chances: T) -> T:
    """The log odds of probabilities; what is nearer to 0 or 1 than a thousandth counts as that far."""
    clipped = np.clip(chances, 1e-3, 1 - 1e-3)
    return np.log(clipped / (1 - clipped))  # type: ignore[no-any-return]


def decode(window: Window, scores: Scores, text: str, thresholds: Thresholds) -> list[Draft]:
    """The drafts of one window, in order of their heads.

    A draft's score is the probability that its head is one of its kind, calibrated; `why` names those of its cells.
    """
    return Decoder(window, scores, text, thresholds).decode()


def without_twins(drafts: list[Draft], share: float) -> list[Draft]:
    """The drafts without those whose clause is, to that share, the clause of a surer one of their kind."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.score):
        if not any(d.kind == draft.kind and overlap(d.clause, draft.clause) >= share for d in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.head, d.kind))


def without_others(draft: Draft, drafts: list[Draft]) -> Draft:
    """The draft without the deadline and the holder of an act further in.

    "It will ensure a takeover of the command that Seoul intends to reclaim by May": both are of the reclaiming alone.
    """
    inner = [d for d in drafts if d.kind == draft.kind and not d.clause.holds(draft.head)]
    due, holder = draft.due, draft.holder
    for other in inner:
        nested = draft.clause.holds(other.clause)
        beside = due is not None and not draft.clause.holds(due) and overlap(draft.clause, other.clause) > 0
        if due == other.due and due is not None and other.clause.holds(due) and (nested or beside):
            due = None
        if holder == other.holder and holder is not None and other.clause.holds(holder) and nested:
            holder = holder if holder.start < draft.head.start else None
    return replace(draft, due=due, holder=holder)


def overlap(one: Extent, other: Extent) -> float:
    """The share of two extents that both have of what either has."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


class Cell(NamedTuple):
    """The best span of a role with its probability, or no extent and the probability of that."""

    extent: Extent | None
    chance: float


class Decoder:
    """Decodes the scores of one window."""

    def __init__(self, window: Window, scores: Scores, text: str, thresholds: Thresholds) -> None:
        self.window, self.scores, self.text, self.thresholds = window, scores, text, thresholds
        self.chances = softmax(scores.labels[:, : EVENT + 1])
        self.real = np.array([e.start >= 0 for e in window.extents])
        self.line = np.cumsum([self.begins_line(i) for i in range(len(window.extents))])

    def begins_line(self, i: int) -> bool:
        """Whether a piece is the first of its line."""
        start, before = self.window.extents[i].start, self.window.extents[i - 1].end if i else -1
        return start >= 0 and before >= 0 and "\n" in self.text[before:start]

    def decode(self) -> list[Draft]:
        """All drafts, one an act."""
        event = self.chances[:, EVENT]
        commitment = 1 - self.chances[:, 0] - event
        drafts: dict[tuple[Extent, str], Draft] = {}
        for i in self.window.core:
            if commitment[i] >= self.thresholds.commitment or event[i] >= self.thresholds.event:
                is_event = bool(event[i] > commitment[i])
                draft = self.draft(i, float(event[i] if is_event else commitment[i]), is_event=is_event)
                drafts.setdefault((draft.head, draft.kind), draft)
        kept = without_twins(list(drafts.values()), self.thresholds.twin)
        return [without_others(draft, kept) for draft in kept]

    def draft(self, i: int, chance: float, *, is_event: bool) -> Draft:
        """The draft whose head is piece i."""
        scores = self.scores
        places = np.einsum("rd,trd->rt", scores.queries[i], scores.keys) / np.sqrt(scores.keys.shape[-1])
        cells = {role: self.best_span(places[2 * n], places[2 * n + 1], role) for n, role in enumerate(ROLES)}
        found = {role: cell.extent for role, cell in cells.items() if cell.extent is not None}
        head = word_around(self.window.extents[i], self.text)
        clause = found.pop("clause", head)
        if not is_event and "condition" not in found and (stated := PROVISO.search(self.text, head.end, clause.end)):
            found["condition"] = Extent(*stated.span())
        if "holder" in found and "condition" in found and found["condition"].holds(found["holder"]):
            del found["holder"]  # "Talks will be arranged once the president …" does not bind the president
        core = float(sigmoid(scores.labels[i, CORE]))
        acts = self.chances[i, 1:EVENT]
        told = [f"head:{chance:.2f}", f"core:{core:.2f}"]
        told += [] if is_event else [f"act:{float(acts.max()) / max(1e-6, float(acts.sum())):.2f}"]
        return Draft(
            kind="event" if is_event else "commitment",
            clause=Extent(min(clause.start, head.start), max(clause.end, head.end)),
            head=head,
            act=None if is_event else ACTS[int(acts.argmax())],
            core=core >= self.thresholds.core,
            polarity="negative" if scores.labels[i, NEGATIVE] > 0 else "positive",
            modality=("alleged" if scores.labels[i, ALLEGED] > 0 else "asserted") if is_event else None,
            counterparts=tuple(self.marked(sigmoid(places[-1]))),
            score=round(calibrated(chance, self.thresholds), 4),
            why=(*told, *(f"{role}:{cell.chance:.2f}" for role, cell in cells.items() if cell.extent is not None)),
            **found,
        )

    def best_span(self, start_scores: Floats, end_scores: Floats, role: str) -> Cell:
        """The most probable span of a role within a line; None where "none" leaves it less than its threshold."""
        start, end = softmax(start_scores), softmax(end_scores)
        none = float((start[0] + end[0]) / 2)
        if 1 - none < self.thresholds.cell.get(role, 0.5):
            return Cell(None, none)
        joint = np.triu((start * self.real)[:, None] * (end * self.real)[None, :])
        joint -= np.triu(joint, LONGEST[role])
        if role != "clause":
            joint *= self.line[:, None] == self.line[None, :]
        first, last = np.unravel_index(int(joint.argmax()), joint.shape)
        if not joint[first, last]:
            return Cell(None, none)
        extents = self.window.extents
        return Cell(Extent(extents[int(first)].start, extents[int(last)].end), 1 - none)

    def marked(self, chances: Floats) -> list[Extent]:
        """The runs of pieces above the threshold of counterparts, with the whole of their last words."""
        runs: list[Extent] = []
        for i in np.flatnonzero(self.real & (chances >= self.thresholds.counterpart)):
            extent = self.window.extents[i]
            if runs and extent.start - runs[-1].end <= 1:
                runs[-1] = Extent(runs[-1].start, extent.end)
            else:
                runs.append(extent)
        return [Extent(run.start, word_around(Extent(run.end - 1, run.end), self.text).end) for run in runs]


def word_around(extent: Extent, text: str) -> Extent:
    """The whole word that a piece belongs to, as "re-opening" is one."""
    start, end = extent
    while start > 0 and start > extent.start - LONGEST_WORD and WORD.match(text[start - 1]):
        start -= 1
    while end < len(text) and end < extent.end + LONGEST_WORD and WORD.match(text[end]):
        end += 1
    while start < extent.start and not text[start].isalnum():  # a quotation mark is no part of a word
        start += 1
    while end > extent.end and not text[end - 1].isalnum():
        end -= 1
    return Extent(start, end)
