"""What the statements that are linked to a commitment amount to, by the published rules of docs/assessment.md."""

from collections.abc import Sequence
from typing import Final

from aide_memoire.records import Assessed, Assessment, Effect, LinkedStatement

_SETTLES: Final[dict[Effect, Assessment]] = {
    "fulfils": "fulfilled",
    "sets_back": "set_back",
    "breaks": "broken",
    "withdraws": "withdrawn",
    "disputes": "disputed",
}
"""Effects that decide whatever was before."""

_UNDONE: Final[frozenset[Assessment]] = frozenset({"fulfilled", "partly_fulfilled"})
_OPEN: Final[frozenset[Assessment]] = frozenset({"announced", "in_progress", "stalled"})
_CONTRARY: Final[tuple[frozenset[Effect], ...]] = (
    frozenset({"fulfils", "breaks"}),
    frozenset({"fulfils", "withdraws"}),
    frozenset({"partly_fulfils", "breaks"}),
)


def assess(statements: Sequence[LinkedStatement]) -> Assessed:
    """Fold the statements of a commitment, in order of publication, into one assessment.

    Made, then a first step reported, then the act itself: announced, in_progress, fulfilled. Restating changes
    nothing, and silence changes nothing: without evidence a commitment stays announced, however long ago it was made.
    Two reports of one day that say the contrary of each other make it disputed.
    """
    now = Assessed(assessment="announced", decided_by=0)
    for number, linked in enumerate(statements):
        found = _after(now.assessment, linked.effect)
        if number and _contradicts(statements[now.decided_by], linked):
            found = "disputed"
        if found is not None:
            now = Assessed(assessment=found, decided_by=number)
    return now


def _after(now: Assessment, effect: Effect) -> Assessment | None:
    """What an effect makes of an assessment; None where it decides nothing."""
    if effect in _SETTLES:
        return _SETTLES[effect]
    if effect == "advances":
        return "in_progress" if now in _OPEN or now == "set_back" else None
    if effect == "partly_fulfils":
        return None if now == "fulfilled" else "partly_fulfilled"
    if effect == "delays":
        return "stalled" if now in _OPEN else None
    if effect == "suspends":
        return "set_back" if now in _UNDONE else "stalled"
    if effect == "supersedes":
        return None if now == "fulfilled" else "superseded"
    return None


def _contradicts(one: LinkedStatement, other: LinkedStatement) -> bool:
    """Whether two documents of one day report the contrary of each other."""
    apart = one.document != other.document and one.published == other.published
    return apart and any({one.effect, other.effect} == pair for pair in _CONTRARY)
