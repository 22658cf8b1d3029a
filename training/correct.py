"""Bring the annotations into line with the addendum: apply corrections that annotators made on a second reading.

usage: python training/correct.py

`data/commitments/corrections.jsonl` has a line for each: the document, the statement, the rule of the addendum (A1 …,
G for the guideline, or S where counterparts got the words that name them), and what is set, or that the statement goes.
A second verb that goes by rule 18 becomes another head of the statement that it belongs to. Applying them twice changes
nothing more.
"""

from pathlib import Path

import msgspec
from build_data import TARGET
from msgspec.structs import replace

from aide_memoire.annotations import (
    AnnotatedCounterpart,
    AnnotatedDocument,
    AnnotatedStatement,
    Factuality,
    load_annotations,
)
from aide_memoire.records import Act, Polarity, Record, StatementKind

SECOND_VERB = "A18"


class Change(Record, frozen=True, kw_only=True):
    """What is set; what is None stays."""

    act: Act | None = None
    core: bool | None = None
    polarity: Polarity | None = None
    kind: StatementKind | None = None
    factuality: Factuality | None = None
    counterparts: tuple[AnnotatedCounterpart, ...] | None = None


class Correction(Record, frozen=True, kw_only=True):
    """One line of corrections.jsonl."""

    doc: str
    id: str
    rule: str
    change: Change = Change()
    goes: bool = False


def load(path: Path) -> list[Correction]:
    """All corrections of a file."""
    return [msgspec.json.decode(line, type=Correction) for line in path.read_bytes().splitlines()]


def corrected(document: AnnotatedDocument, corrections: list[Correction]) -> AnnotatedDocument:
    """A document with its corrections."""
    statements = {s.id: s for s in document.statements}
    for correction in corrections:
        found = statements.get(correction.id)
        if found is None:
            continue
        if not correction.goes:
            statements[found.id] = changed(found, correction.change)
            continue
        del statements[found.id]
        if correction.rule == SECOND_VERB and statements:
            other = max(statements.values(), key=lambda s: shared(s, found))
            statements[other.id] = replace(other, also_heads=tuple(sorted({*other.also_heads, found.head})))
    return replace(document, statements=tuple(statements.values()))


def changed(statement: AnnotatedStatement, change: Change) -> AnnotatedStatement:
    """A statement with what is set; an event that becomes a commitment has no day and no factuality."""
    told = {name: value for name, value in msgspec.structs.asdict(change).items() if value is not None}
    if change.kind == "commitment":
        told |= {"when": None, "factuality": None}
    return replace(statement, **told)


def shared(one: AnnotatedStatement, other: AnnotatedStatement) -> tuple[bool, int]:
    """Whether two statements are of one kind, and how many characters they share (negative: how far apart)."""
    return one.kind == other.kind, min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])


def main() -> None:
    """Correct annotations.jsonl where it lies."""
    corrections = load(TARGET / "corrections.jsonl")
    of = {c.doc: [d for d in corrections if d.doc == c.doc] for c in corrections}
    documents = load_annotations(TARGET / "annotations.jsonl")
    after = [corrected(d, of.get(d.id, [])) for d in documents]
    (TARGET / "annotations.jsonl").write_bytes(b"".join(msgspec.json.encode(d) + b"\n" for d in after))
    print(f"{sum(a != b for a, b in zip(documents, after, strict=True))} documents changed")


if __name__ == "__main__":
    main()
