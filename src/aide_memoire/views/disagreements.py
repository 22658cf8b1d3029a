"""Where the statements of one commitment disagree: on who holds it, by when it is due, or what came of it."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from aide_memoire.following.assess import assess
from aide_memoire.following.time_state import due_window
from aide_memoire.records import Actor, ActorKind, Commitment, Effect, Line, LinkedStatement, Record
from aide_memoire.views.lines import report_day
from aide_memoire.views.names import name_actor
from aide_memoire.views.parties import party_of

NEAR_DAYS = 30
"""Within how many days two reports with contrary effects speak of one state of things, and not of a change."""

_UNDERTAKES: frozenset[Effect] = frozenset({"makes", "restates", "supersedes"})
"""Effects of statements that say what is undertaken: by whom, by when."""

_CONTRARY: tuple[frozenset[Effect], ...] = (
    frozenset({"fulfils", "breaks"}),
    frozenset({"fulfils", "withdraws"}),
    frozenset({"fulfils", "disputes"}),
    frozenset({"partly_fulfils", "breaks"}),
    frozenset({"partly_fulfils", "disputes"}),
)
_BODIES: frozenset[ActorKind] = frozenset({"ministry", "agency", "parliament", "armed_force"})


class Side(Record, frozen=True, kw_only=True):
    """One of the answers that the statements give, and those that give it, in order of publication.

    `value` is the holder's name, the EDTF date of the due, or the effect.
    """

    value: str
    statements: tuple[LinkedStatement, ...]


class Disagreement(Record, frozen=True, kw_only=True):
    """What the statements of one commitment disagree on, with two sides or more."""

    on: Literal["holder", "due", "outcome"]
    sides: tuple[Side, ...]


class Conflict(Record, frozen=True, kw_only=True):
    """A commitment with all that its statements disagree on."""

    line: Line
    disagreements: tuple[Disagreement, ...]


def iter_conflicts(lines: Iterable[Line]) -> Iterator[Conflict]:
    """The lines whose statements disagree on something, in the order given."""
    for line in lines:
        disagreements = tuple(_iter_disagreements(line.commitment))
        if disagreements:
            yield Conflict(line=line, disagreements=disagreements)


def _iter_disagreements(commitment: Commitment) -> Iterator[Disagreement]:
    if sides := _find_holders(commitment):
        yield Disagreement(on="holder", sides=sides)
    if sides := _find_dues(commitment):
        yield Disagreement(on="due", sides=sides)
    if sides := _find_outcomes(commitment):
        yield Disagreement(on="outcome", sides=sides)


def _find_holders(commitment: Commitment) -> tuple[Side, ...]:
    """The holders of which each differs from another."""
    holders = [
        (linked.statement.holder, linked)
        for linked in commitment.statements
        if linked.effect in _UNDERTAKES and linked.statement.holder is not None
    ]
    at_odds = [
        pair for one, other in combinations(holders, 2) if _are_two_holders(one[0], other[0]) for pair in (one, other)
    ]
    return _group((name_actor(holder), linked) for holder, linked in at_odds)


def _are_two_holders(one: Actor, other: Actor) -> bool:
    """Whether two holders cannot both be meant: two parties of which none is part of the other, or two bodies of one.

    A state and its ministry are no disagreement, nor are the two Koreas and one of them; two of its ministries are. One
    of whom it is open who he is disagrees with nobody.
    """
    if one.candidates or other.candidates:
        return False
    parts_one, parts_other = set(party_of(one).split("+")), set(party_of(other).split("+"))
    if parts_one != parts_other:
        return not (parts_one <= parts_other or parts_other <= parts_one)
    return one.id != other.id and one.kind in _BODIES and other.kind in _BODIES


def _find_dues(commitment: Commitment) -> tuple[Side, ...]:
    """The due dates of which each shares no day with another."""
    dues = [
        (linked.statement.due.edtf, linked)
        for linked in commitment.statements
        if linked.effect in _UNDERTAKES and linked.statement.due is not None and linked.statement.due.edtf is not None
    ]
    at_odds = [pair for one, other in combinations(dues, 2) if _are_apart(one[0], other[0]) for pair in (one, other)]
    return _group(at_odds)


def _are_apart(one: str, other: str) -> bool:
    """Whether two due dates share no day: "/2022-05" and "/2022-09" do not, "2022" and "2022-05" do."""
    (first, last), (begin, end) = due_window(one), due_window(other)
    return bool((last and begin and last < begin) or (end and first and end < first))


def _find_outcomes(commitment: Commitment) -> tuple[Side, ...]:
    """The statements that the assessment is disputed by, and those with contrary effects within 30 days."""
    statements = commitment.statements
    at_odds = {
        number for pair in combinations(range(len(statements)), 2) if _are_contrary(statements, pair) for number in pair
    }
    if assess(statements).assessment == "disputed":
        at_odds.update(_list_disputing(statements))
    return _group((statements[number].effect, statements[number]) for number in sorted(at_odds))


def _are_contrary(statements: tuple[LinkedStatement, ...], pair: tuple[int, int]) -> bool:
    one, other = (statements[number] for number in pair)
    days = report_day(one), report_day(other)
    if one.document == other.document or days[0] is None or days[1] is None:
        return False
    return {one.effect, other.effect} in _CONTRARY and abs(days[0] - days[1]).days <= NEAR_DAYS


def _list_disputing(statements: tuple[LinkedStatement, ...]) -> Iterator[int]:
    """The numbers of the statements that decided, back from the end to what stood before it was disputed."""
    assessed = assess(statements)
    yield assessed.decided_by
    while assessed.assessment == "disputed" and assessed.decided_by:
        assessed = assess(statements[: assessed.decided_by])
        yield assessed.decided_by


def _group(answers: Iterable[tuple[str, LinkedStatement]]) -> tuple[Side, ...]:
    """The answers with the statements that give them, each once."""
    sides: dict[str, list[LinkedStatement]] = {}
    for value, linked in answers:
        given = sides.setdefault(value, [])
        if linked not in given:
            given.append(linked)
    return tuple(Side(value=value, statements=tuple(given)) for value, given in sides.items())
