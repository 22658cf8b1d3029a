"""How far two independent annotators of the same documents agree.

usage: python training/agreement.py [FIRST.jsonl SECOND.jsonl]

Statements are matched by their head words, other acceptable heads included. Prints head F1 (all statements, core ones),
Krippendorff's alpha on the act of matched commitments (nominal; Krippendorff 2011), and the F1 of each cell.
"""

import sys
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from aide_memoire.annotations import AnnotatedDocument, AnnotatedStatement, Place, load_annotations

DATA = Path(__file__).parents[1] / "data" / "commitments"


class Pair(NamedTuple):
    """Two annotators' statements at one head."""

    first: AnnotatedStatement
    second: AnnotatedStatement


def heads(statement: AnnotatedStatement) -> set[int]:
    """Where a statement's heads begin."""
    return {statement.head[0], *(h[0] for h in statement.also_heads)}


def match(first: AnnotatedDocument, second: AnnotatedDocument) -> Iterator[Pair]:
    """Statements of the same kind at the same head, one to one; the same main head goes first."""
    free = list(second.statements)
    for exact in (True, False):
        taken: list[AnnotatedStatement] = []
        for one in first.statements:
            for other in free:
                same = one.head[0] == other.head[0] if exact else bool(heads(one) & heads(other))
                if same and one.kind == other.kind and other not in taken and overlap(one.span, other.span):
                    taken.append(other)
                    yield Pair(one, other)
                    break
        free = [s for s in free if s not in taken]


def overlap(one: Place | None, other: Place | None) -> bool:
    """Whether two places share a character."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def f1(hits: int, first: int, second: int) -> float:
    """Twice the hits over what both have."""
    return 2 * hits / (first + second) if first + second else 1.0


def alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Krippendorff's alpha for two annotators, nominal values, nothing missing."""
    values = Counter(v for pair in pairs for v in pair)
    n = sum(values.values())
    observed = sum(a != b for a, b in pairs) / len(pairs)
    expected = sum(count * (n - count) for count in values.values()) / (n * (n - 1))
    return 1 - observed / expected


def places(pairs: Sequence[Pair], cell: str) -> float:
    """F1 of a cell that is a place: a hit where both have one and they overlap."""
    told = [(place_of(p.first, cell), place_of(p.second, cell)) for p in pairs]
    return f1(
        sum(overlap(a, b) for a, b in told), sum(a is not None for a, _ in told), sum(b is not None for _, b in told)
    )


def place_of(statement: AnnotatedStatement, cell: str) -> Place | None:
    """The place of a cell."""
    if cell == "source":
        return statement.attribution.source if statement.attribution else None
    if cell == "due":
        return statement.due.span if statement.due else None
    return statement.instrument if cell == "instrument" else statement.condition


def unique(pairs: Iterator[Pair]) -> list[Pair]:
    """Pairs in which no statement of the first annotator stands twice."""
    seen: set[str] = set()
    return [p for p in pairs if not (p.first.id in seen or seen.add(p.first.id))]  # type: ignore[func-returns-value]


def main(first: Path, second: Path) -> None:
    """Print the agreement of the documents that both files hold."""
    ours = {d.id: d for d in load_annotations(first)}
    both = [(ours[d.id], d) for d in load_annotations(second) if d.id in ours]
    pairs = [p for one, other in both for p in unique(match(one, other))]
    count = [sum(len(d.statements) for d in side) for side in zip(*both, strict=True)]
    print(f"{len(both)} documents, {count[0]} and {count[1]} statements")
    for kind in ("commitment", "event"):
        ones = sum(s.kind == kind for one, _ in both for s in one.statements)
        others = sum(s.kind == kind for _, other in both for s in other.statements)
        of_kind = [p for p in pairs if p.first.kind == kind]
        core = sum(p.first.core and p.second.core for p in of_kind)
        core_ones = sum(s.kind == kind and s.core for one, _ in both for s in one.statements)
        core_others = sum(s.kind == kind and s.core for _, other in both for s in other.statements)
        against = f1(core, core_ones, core_others)
        print(f"{kind}s: head F1 {f1(len(of_kind), ones, others):.3f}, core against core {against:.3f}")
        print(f"  core or not, alpha {alpha([(p.first.core, p.second.core) for p in of_kind]):.3f} (n {len(of_kind)})")
    made = [p for p in pairs if p.first.kind == "commitment"]
    done = [p for p in pairs if p.first.kind == "event"]
    print(f"act, alpha {alpha([(p.first.act, p.second.act) for p in made]):.3f} (n {len(made)})")
    same = sum(
        (p.first.holder.country, set(p.first.holder.members or ()))
        == (p.second.holder.country, set(p.second.holder.members or ()))
        for p in pairs
    )
    print(f"holder's country or members the same: {same / len(pairs):.3f}")
    for cell in ("instrument", "condition", "due", "source"):
        print(f"{cell}, F1 {places(made, cell):.3f}")
    dues = [(p.first.due, p.second.due) for p in made if p.first.due and p.second.due]
    alike = sum(a.edtf == b.edtf for a, b in dues) / len(dues)
    print(f"due, EDTF the same where both have one: {alike:.3f} (n {len(dues)})")
    codes = [({c.code for c in p.first.counterparts}, {c.code for c in p.second.counterparts}) for p in pairs]
    common, left, right = (sum(map(len, side)) for side in zip(*((a & b, a, b) for a, b in codes), strict=True))
    print(f"counterparts, F1 {f1(common, left, right):.3f}")
    whens = [(p.first.when, p.second.when) for p in done]
    hits = sum(a is not None and a == b for a, b in whens)
    print(
        f"when of events, F1 {f1(hits, sum(a is not None for a, _ in whens), sum(b is not None for _, b in whens)):.3f}"
    )


if __name__ == "__main__":
    chosen = sys.argv[1:3] or [str(DATA / "annotations.jsonl"), str(DATA / "second.jsonl")]
    main(*map(Path, chosen))
