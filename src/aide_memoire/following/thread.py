"""Threading statements into commitments, so that the order of reading never shows.

All core commitment statements stand in one order: by publication, document, offset. In that order each joins the first
commitment whose *making* statement it matches, or else makes one. A statement is never held against anything but the
making one, so no chain of likenesses can tie unlike ends together; and what a day's readers could know is always the
beginning of that order, so an answer as of that day is the one that a ledger of that day would have given.

A new statement settles its own place, and where that makes or unmakes a commitment, the places of the later ones that
match it; nothing else is touched, and all are found by key, so the cost does not grow with the ledger.
"""

import heapq
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from aide_memoire.following.match import Match, keys_of, same_undertaking
from aide_memoire.ledger import Ledger, Linking, Placed
from aide_memoire.records import Link

MAKES = "The earliest statement of it that has been read."


def follow(ledger: Ledger, document_id: str, *, at: str) -> tuple[Link, ...]:
    """Make the core commitment statements of a stored document make or restate commitments; give their links.

    Links of other documents that no longer hold are retracted at the same time `at`. A document that was followed
    before gives none and changes nothing. Raises `LedgerError` if the document is not in the ledger.
    """
    with ledger.linking(at=at) as linking:
        if linking.is_followed(document_id):
            return ()
        core = linking.list_core(document_id)
        for placed in core:
            linking.set_keys(placed.statement.id, keys_of(placed.statement))
        links = _settle(linking, core)
        linking.set_followed(document_id)
        return tuple(links[placed.statement.id] for placed in core)


def follow_pending(ledger: Ledger, *, at: str) -> int:
    """Follow every document that was stored and not followed, as after a killed process; give their number."""
    pending = list(ledger.iter_unfollowed())
    for document_id in pending:
        follow(ledger, document_id, at=at)
    return len(pending)


def commitment_id(statement_id: str) -> str:
    """Give the id of the commitment that a statement makes: "c" and ten hexadecimal digits."""
    return "c" + sha256(statement_id.encode()).hexdigest()[:10]


def _settle(linking: Linking, placed: Iterable[Placed]) -> dict[str, Link]:
    """Settle these statements and all that depend on them, the earliest first; give the links by statement."""
    waiting: list[tuple[tuple[date, str, int, str], str]] = [(one.order, one.statement.id) for one in placed]
    heapq.heapify(waiting)
    links: dict[str, Link] = {}
    while waiting:
        _, statement_id = heapq.heappop(waiting)
        now = linking.get(statement_id)
        if now is None or statement_id in links:
            continue
        keys = keys_of(now.statement)
        link = links[statement_id] = _place(linking, now, keys)
        if now.makes == (link.effect == "makes"):
            _relink(linking, now, link)
            continue
        _relink(linking, now, link)
        for later in linking.list_after(now, keys):
            if _match(now, later):
                heapq.heappush(waiting, (later.order, later.statement.id))
    return links


def _place(linking: Linking, placed: Placed, keys: frozenset[str]) -> Link:
    """Where a statement belongs, given that everything before it is settled."""
    for maker in linking.list_makers_before(placed, keys):
        if match := _match(maker, placed):
            return Link(
                commitment=commitment_id(maker.statement.id),
                statement=placed.statement.id,
                effect="restates",
                score=match.score,
                reason=_reason(maker, placed, match),
            )
    own = commitment_id(placed.statement.id)
    return Link(commitment=own, statement=placed.statement.id, effect="makes", score=1.0, reason=MAKES)


def _relink(linking: Linking, now: Placed, link: Link) -> None:
    if now.commitment == link.commitment and now.makes == (link.effect == "makes"):
        return
    if now.commitment is not None:
        linking.retract(now.commitment, now.statement.id, "makes" if now.makes else "restates")
    linking.link(link)


def _match(earlier: Placed, later: Placed) -> Match | None:
    return same_undertaking(
        earlier.statement, later.statement, published_a=earlier.published, published_b=later.published
    )


def _reason(maker: Placed, placed: Placed, match: Match) -> str:
    again = "Said again in the same document. " if maker.document == placed.document else ""
    return again + match.reason
