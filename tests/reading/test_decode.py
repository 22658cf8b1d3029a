"""From scores to drafts: thresholds, spans, and one draft an act, with scores made by hand."""

import re

import numpy as np
import pytest

from aide_memoire.reading.decode import CORE, EVENT, LABELS, NEGATIVE, ROLES, Scores, Thresholds, decode, overlap
from aide_memoire.reading.draft import Extent
from aide_memoire.reading.windows import Window

TEXT = "Japan will send aid to Nepal by May"
WORDS = [Extent(m.start(), m.end()) for m in re.finditer(r"\w+", TEXT)]
NOWHERE = Extent(-1, -1)
WINDOW = Window([101, *range(1, 9), 102], [0] * 10, [0] * 10, [NOWHERE, *WORDS, NOWHERE], range(1, 9))
SIZE = 2 * len(ROLES) + 1


def scores(heads: dict[int, tuple[int, float]], spans: dict[str, tuple[int, int]], *, core: float = 5.0) -> Scores:
    """Scores that put heads (piece -> label, logit) and, for all of them, spans (role -> first and last piece)."""
    labels = np.zeros((10, LABELS), np.float32)
    labels[:, 0], labels[:, 1 : EVENT + 1] = 9, -9
    for piece, (label, logit) in heads.items():
        labels[piece, 0], labels[piece, label] = 0, logit
        labels[piece, CORE], labels[piece, NEGATIVE] = core, -5
    queries = np.ones((10, SIZE, 1), np.float32)
    keys = np.zeros((10, SIZE, 1), np.float32)
    keys[:, -1] = -9
    for n, role in enumerate(ROLES):
        first, last = spans.get(role, (0, 0))
        keys[first, 2 * n], keys[last, 2 * n + 1] = 9, 9
    return Scores(labels, queries, keys)


def test_a_head_with_its_spans() -> None:
    spans = {"holder": (1, 1), "due": (7, 8), "clause": (1, 8)}
    (draft,) = decode(WINDOW, scores({3: (1, 8)}, spans), TEXT, Thresholds())
    assert (draft.kind, draft.act, draft.core, draft.polarity) == ("commitment", "pledge", True, "positive")
    extents = (draft.head, draft.holder, draft.due, draft.clause)
    assert [TEXT[slice(*e)] for e in extents if e] == ["send", "Japan", "by May", TEXT]
    assert (draft.condition, draft.instrument, draft.cue) == (None, None, None)
    assert draft.score > 0.9
    assert any(why.startswith("due:") for why in draft.why)


@pytest.mark.parametrize(("logit", "found"), [(8.0, 1), (-5.0, 0)])
def test_below_the_threshold_is_nothing(logit: float, found: int) -> None:
    assert len(decode(WINDOW, scores({3: (EVENT, logit)}, {}), TEXT, Thresholds())) == found


def test_two_words_of_one_act_are_one_draft() -> None:
    drafts = decode(WINDOW, scores({3: (1, 8), 4: (1, 6)}, {"clause": (1, 8)}), TEXT, Thresholds())
    assert [TEXT[slice(*d.head)] for d in drafts] == ["send"]


def test_not_core_is_kept_and_said() -> None:
    (draft,) = decode(WINDOW, scores({3: (1, 8)}, {}, core=-5), TEXT, Thresholds())
    assert not draft.core


def test_a_span_never_ends_before_it_begins() -> None:
    (draft,) = decode(WINDOW, scores({3: (1, 8)}, {"due": (8, 7)}), TEXT, Thresholds())
    assert draft.due is None or draft.due.start < draft.due.end


@pytest.mark.parametrize(("one", "other", "share"), [((0, 4), (0, 4), 1), ((0, 4), (2, 6), 1 / 3), ((0, 2), (5, 7), 0)])
def test_overlap(one: tuple[int, int], other: tuple[int, int], share: float) -> None:
    assert overlap(Extent(*one), Extent(*other)) == pytest.approx(share)
