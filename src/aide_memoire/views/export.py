"""The ledger for other programs: one commitment a line, with its assessment and its statements and their cells."""

from collections.abc import Iterable, Iterator

import msgspec

from aide_memoire.following.assess import assess
from aide_memoire.records import Actor, Assessment, Commitment, Due, Effect, Instrument, LinkedStatement, Record, Span


class ExportedStatement(Record, frozen=True, kw_only=True):
    """A linked statement: what it does to the commitment, where it stands, and what it says.

    `link_score` is how sure it is that it speaks of the commitment, `score` that the text says it at all.
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
    counterparts: tuple[Actor, ...]
    instrument: Instrument | None
    condition: Span | None
    due: Due | None
    when: str | None
    polarity: str
    score: float


class ExportedCommitment(Record, frozen=True, kw_only=True):
    """A commitment as the export has it; the statement that makes it comes first, the others by publication."""

    id: str
    assessment: Assessment
    statements: tuple[ExportedStatement, ...]


def iter_lines(commitments: Iterable[Commitment]) -> Iterator[bytes]:
    """The commitments as JSON Lines, a line each, in the order given.

    >>> line = next(iter_lines(ledger.iter_commitments()))
    >>> line.startswith(b'{"id":"c')
    """
    for commitment in commitments:
        exported = ExportedCommitment(
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
        counterparts=said.counterparts,
        instrument=said.instrument,
        condition=said.condition,
        due=said.due,
        when=said.when,
        polarity=said.polarity,
        score=said.score,
    )
