"""The ledger for other programs: one commitment a line, with its assessment and its statements and their cells."""

from collections.abc import Iterable, Iterator

import msgspec

from aide_memoire.actors import cameo_of, qid_of
from aide_memoire.following.assess import assess
from aide_memoire.records import (
    Actor,
    AnchorDay,
    Assessment,
    Commitment,
    Copy,
    Due,
    Effect,
    Instrument,
    LinkedStatement,
    Record,
    Span,
)


class ExportedStatement(Record, frozen=True, kw_only=True):
    """A linked statement: what it does to the commitment, where it stands, and what it says.

    `link_score` is how sure it is that it speaks of the commitment, `score` that the text says it at all.
    `holder_cameo` is the holder's CAMEO actor code on the day of publication ("KORGOV"), `holder_qid` its Wikidata
    item; `counterpart_cameos` has a code, or None, for each counterpart. `copies` are documents that print it again.
    """

    id: str
    effect: Effect
    link_score: float
    reason: str
    document: str
    source: str
    publisher: str | None
    published: str | None
    text: str
    start: int
    end: int
    head: Span
    kind: str
    act: str | None
    action: str
    holder: Actor | None
    holder_cameo: str | None
    holder_qid: str | None
    counterparts: tuple[Actor, ...]
    counterpart_cameos: tuple[str | None, ...]
    instrument: Instrument | None
    condition: Span | None
    due: Due | None
    when: str | None
    copies: tuple[Copy, ...]
    polarity: str
    score: float


class ExportedCommitment(Record, frozen=True, kw_only=True):
    """A commitment as the export has it; the statement that makes it comes first, the others by publication.

    `anchor_day` is when it is due by the event that the deadline hangs on, and the report that dates the event.
    """

    id: str
    assessment: Assessment
    statements: tuple[ExportedStatement, ...]
    anchor_day: AnchorDay | None


def iter_lines(commitments: Iterable[Commitment]) -> Iterator[bytes]:
    """The commitments as JSON Lines, a line each, in the order given.

    >>> line = next(iter_lines(ledger.iter_commitments()))
    >>> line.startswith(b'{"id":"c')
    """
    for commitment in commitments:
        exported = ExportedCommitment(
            anchor_day=commitment.anchor_day,
            id=commitment.id,
            assessment=assess(commitment.statements).assessment,
            statements=tuple(export_statement(linked) for linked in commitment.statements),
        )
        yield msgspec.json.encode(exported) + b"\n"


def export_statement(linked: LinkedStatement) -> ExportedStatement:
    """One linked statement with its cells."""
    said = linked.statement
    return ExportedStatement(
        id=said.id,
        effect=linked.effect,
        link_score=linked.score,
        reason=linked.reason,
        document=linked.document,
        source=linked.source,
        publisher=linked.publisher,
        published=linked.published,
        text=said.text,
        start=said.start,
        end=said.end,
        head=said.head,
        kind=said.kind,
        act=said.act,
        action=said.action,
        holder=said.holder,
        holder_cameo=cameo_of(said.holder, linked.published) if said.holder else None,
        holder_qid=qid_of(said.holder) if said.holder else None,
        counterparts=said.counterparts,
        counterpart_cameos=tuple(cameo_of(actor, linked.published) for actor in said.counterparts),
        instrument=said.instrument,
        condition=said.condition,
        due=said.due,
        when=said.when,
        copies=linked.copies,
        polarity=said.polarity,
        score=said.score,
    )
