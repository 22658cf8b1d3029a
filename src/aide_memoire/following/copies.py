"""Telling copies from originals, so that the order of reading never shows.

All documents stand in one order, by publication and id. In that order each is a copy of the first original that it is
one story with, or else an original. So what a day's readers could know is the beginning of that order.
"""

import heapq

from aide_memoire.documents.duplicates import Wording, load_rule, weigh_copy
from aide_memoire.ledger import Copying, Printed


def settle_copies(copying: Copying, document_id: str) -> list[str]:
    """Settle whether a document is a copy, and what that changes for later ones; give all whose standing changed.

    The document itself is always among them, unless another one stands in its place.
    """
    first = copying.get(document_id)
    if first is None:
        return []
    wordings = {document_id: Wording(first.text)}
    copying.set_bands(document_id, wordings[document_id].list_bands())
    waiting = [(first.order, document_id)]
    seen: set[str] = set()
    changed = []
    while waiting:
        _, next_id = heapq.heappop(waiting)
        now = copying.get(next_id)
        if now is None or next_id in seen:
            continue
        seen.add(next_id)
        original, score = _find_original(copying, now, wordings)
        if (original.document if original else None) != now.of:
            _record(copying, now, original, score, wordings)
        elif next_id != document_id:
            continue
        changed.append(next_id)
        # A later one is looked at where an original came or went; that a copy turned up is nothing to it.
        if original is None or (now.of is None and next_id != document_id):
            for later in copying.list_after(now, days=load_rule().days):
                heapq.heappush(waiting, (later.order, later.document))
    return changed


def _find_original(copying: Copying, printed: Printed, wordings: dict[str, Wording]) -> tuple[Printed | None, float]:
    """The first original that a document is one story with, and how much of the shorter text the longer one has."""
    for original in copying.list_originals_before(printed, days=load_rule().days):
        score = weigh_copy(_word(original, wordings), _word(printed, wordings))
        if score is not None:
            return original, score
    return None, 0.0


def _record(
    copying: Copying, printed: Printed, original: Printed | None, score: float, wordings: dict[str, Wording]
) -> None:
    """Record what a document is; of a copy, also which statements of both stand in the other in the same words."""
    if original is None:
        copying.set_original(printed.document, None, score=score, shared=())
        return
    shared = [
        statement
        for one, other in ((printed, original), (original, printed))
        for statement, start, end in copying.list_clauses(one.document)
        if _word(other, wordings).holds(one.text[start:end])
    ]
    copying.set_original(printed.document, original.document, score=score, shared=shared)


def _word(printed: Printed, wordings: dict[str, Wording]) -> Wording:
    if printed.document not in wordings:
        wordings[printed.document] = Wording(printed.text)
    return wordings[printed.document]
