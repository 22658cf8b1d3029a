"""Threading statements into commitments, so that the order of reading never shows.

All core commitment statements stand in one order: by publication, document, offset. In that order each joins the first
commitment whose *making* statement it matches, or else makes one. A statement is never held against anything but the
making one, so no chain of likenesses can tie unlike ends together; and what a day's readers could know is always the
beginning of that order, so an answer as of that day is the one that a ledger of that day would have given.

Besides, every later core statement, of an event too, is held against the making statements of other documents: what it
reports of a commitment (`bearing`) is a link of its own. That depends on the two alone.

A document that prints another one again is told first (`copies`): what both say is said once.

A new statement settles its own place, and where that makes or unmakes a commitment, the places of the later ones that
match it, and what they report; nothing else is touched, and all are found by key. The cost grows with how often an
undertaking was reported, not with the ledger.
"""

import heapq
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from aide_memoire.following.agreement import Passage
from aide_memoire.following.bearing import bearing
from aide_memoire.following.copies import settle_copies
from aide_memoire.following.match import Match, binding_of, keys_of, same_undertaking
from aide_memoire.following.outcome import outcome_keys
from aide_memoire.following.terms import topics
from aide_memoire.ledger import Ledger, Linking, Placed
from aide_memoire.records import Link, Statement

MAKES = "The earliest statement of it that has been read."


def follow(ledger: Ledger, document_id: str, *, at: str) -> tuple[Link, ...]:
    """Make the core statements of a stored document make, restate or report on commitments; give their links.

    The links of its own statements, those that make or restate first; a copy has none for what its original says in the
    same words. Links of other documents that no longer hold are
    retracted at the same time `at`. A document that was followed before gives none and changes nothing. Raises
    `LedgerError` if the document is not in the ledger.
    """
    with ledger.linking(at=at) as linking:
        if linking.is_followed(document_id):
            return ()
        changed = settle_copies(linking.copying, document_id)
        loose = [placed for one in changed for placed in _silence(linking, one)]
        said = [placed for one in changed for placed in linking.list_said(one)]
        for placed in said:
            linking.set_keys(placed.statement.id, _keys(placed))
        loose += [placed for one in changed for placed in linking.list_core(one)]
        links = _settle(linking, loose)
        reports = [(placed.document, link) for placed in said for link in _report_all(linking, placed)]
        linking.set_followed(document_id)
        own = (links[placed.statement.id] for placed in linking.list_core(document_id))
        return (*own, *(link for document, link in reports if document == document_id))


def follow_pending(ledger: Ledger, *, at: str) -> int:
    """Follow every document that was stored and not followed, as after a killed process; give their number."""
    pending = list(ledger.iter_unfollowed())
    for document_id in pending:
        follow(ledger, document_id, at=at)
    return len(pending)


def commitment_id(statement_id: str) -> str:
    """Give the id of the commitment that a statement makes: "c" and ten hexadecimal digits."""
    return "c" + sha256(statement_id.encode()).hexdigest()[:10]


def _silence(linking: Linking, document_id: str) -> list[Placed]:
    """Retract the links of what a copy says in the words of its original; give what depended on them."""
    dependent = []
    for placed in linking.list_linked_echoes(document_id):
        if placed.makes:
            dependent += [later for later in linking.list_after(placed, _keys(placed)) if _match(placed, later)]
            linking.retract_reports(commitment_id(placed.statement.id))
    linking.retract_echoes(document_id)
    return dependent


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
        keys = _keys(now)
        link = links[statement_id] = _place(linking, now, keys)
        if now.makes == (link.effect == "makes"):
            _relink(linking, now, link)
            continue
        _relink(linking, now, link)
        for later in linking.list_after(now, keys):
            if _match(now, later):
                heapq.heappush(waiting, (later.order, later.statement.id))
        if link.effect == "makes":
            for later in linking.list_said_after(now, _topics(now)):
                if report := _report(now, later):
                    linking.report(report)
        else:
            linking.retract_reports(commitment_id(now.statement.id))
    return links


def _report_all(linking: Linking, placed: Placed) -> list[Link]:
    """What a statement reports of the commitments that were made before it, stored."""
    makers = linking.list_makers_before(placed, _topics(placed))
    reports = [report for maker in makers if (report := _report(maker, placed))]
    for report in reports:
        linking.report(report)
    return reports


def _report(maker: Placed, later: Placed) -> Link | None:
    """What a later statement reports of a commitment; one that says it again is not a report, unless it is an event."""
    if maker.document == later.document:
        return None
    found = bearing(_passage(maker), _passage(later))
    if found is None:
        return None
    if later.statement.kind == "commitment" and (found.effect == "restates" or _same_cells(maker, later)):
        return None
    return Link(
        commitment=commitment_id(maker.statement.id),
        statement=later.statement.id,
        effect=found.effect,
        score=found.score,
        reason=found.reason,
    )


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


def _keys(placed: Placed) -> frozenset[str]:
    return keys_of(placed.statement) | _topics(placed)


def _topics(placed: Placed) -> frozenset[str]:
    return topics(placed.statement.text) | outcome_keys(placed.statement)


def _match(earlier: Placed, later: Placed) -> Match | None:
    """Whether the later one says the earlier undertaking again: by its cells, or as hand-made links taught."""
    match = _same_cells(earlier, later)
    if match is not None or earlier.document == later.document or not _is_alike(earlier.statement, later.statement):
        return match
    found = bearing(_passage(earlier), _passage(later))
    return Match(score=found.score, reason=found.reason) if found is not None and found.effect == "restates" else None


def _same_cells(earlier: Placed, later: Placed) -> Match | None:
    return same_undertaking(
        earlier.statement, later.statement, published_a=earlier.published, published_b=later.published
    )


def _is_alike(one: Statement, other: Statement) -> bool:
    """Whether both are of one kind of act, of known holders, and the later one adds no deadline and no condition.

    What is made more precise is a commitment of its own: its deadline would not be seen among the words of another.
    """
    acts = binding_of(one.act), binding_of(other.act)
    return (
        acts[0] is not None
        and acts[0] == acts[1]
        and one.polarity == other.polarity
        and one.holder is not None
        and other.holder is not None
        and not (other.due and not one.due)
        and not (other.condition and not one.condition)
    )


def _passage(placed: Placed) -> Passage:
    return Passage(statement=placed.statement, title=placed.title, around=placed.around, published=placed.published)


def _reason(maker: Placed, placed: Placed, match: Match) -> str:
    again = "Said again in the same document. " if maker.document == placed.document else ""
    return again + match.reason
