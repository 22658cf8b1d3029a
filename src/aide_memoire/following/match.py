"""Whether two statements speak of one undertaking: decided by cells that agree, never by likeness alone."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TypeGuard

from aide_memoire.following.deed import Deed, deed_of
from aide_memoire.following.time_state import due_window
from aide_memoire.records import Act, Actor, Due, Instrument, Record, Statement

REPEAT_DAYS = 120
"""Within how many days an act that repeats itself (a meeting, a visit), said again without a date, is the same one."""

UNNAMED = "unnamed-"
"""How the id of an instrument begins that the text only calls an agreement or a deal."""

SHARED_OBJECTS = 0.5
"""How much of what the two are about has to be shared: the common words over all words of both."""

_BINDING: frozenset[Act] = frozenset({"pledge", "plan", "intention", "reaffirmation", "agreement", "expectation"})
_ASKING: frozenset[Act] = frozenset({"request", "demand", "proposal"})
_OF_A_STATE = frozenset({"state", "government", "ministry", "agency", "parliament", "armed_force", "person"})


class Match(Record, frozen=True, kw_only=True):
    """That two statements are one undertaking: the mean agreement of the cells that both have, and which agree."""

    score: float
    reason: str


def same_undertaking(
    a: Statement, b: Statement, *, published_a: date | None = None, published_b: date | None = None
) -> Match | None:
    """Say whether two commitment statements undertake the same act, and by which cells; None if they do not.

    "Seoul will restore the hotlines with the North" and "The Unification Ministry plans to reopen communication lines
    with Pyongyang" do. Holder, polarity, kind of act, action and object have to agree; counterparts, instrument, amount
    and due may be missing in one but never contradict. It does not matter which of the two is `a`.
    """
    deed_a, deed_b = deed_of(a), deed_of(b)
    if a.polarity != b.polarity or binding_of(a.act) is None or binding_of(a.act) != binding_of(b.act):
        return None
    if deed_a.family is None or deed_a.family != deed_b.family or not _same_holder(a.holder, b.holder):
        return None
    scores = (
        _object_score(deed_a, deed_b),
        _counterpart_score(a, b, deed_a, deed_b),
        _instrument_score(a.instrument, b.instrument),
        _due_score(a.due, b.due),
    )
    if 0.0 in scores or not _same_occasion(a, b, deed_a, _days_between(published_a, published_b)):
        return None
    given = [1.0, 1.0, *(score for score in scores if score is not None)]
    return Match(score=round(sum(given) / len(given), 3), reason=_reason(a, b))


def keys_of(statement: Statement) -> frozenset[str]:
    """Give the keys to find a statement by: two that match always share one.

    A key is holder, kind of act, polarity, family of acts and one object, so that few statements share one.
    """
    holder, binding, deed = statement.holder, binding_of(statement.act), deed_of(statement)
    if holder is None or binding is None or deed.family is None:
        return frozenset()
    head = f"{party_of(holder)}|{binding}|{statement.polarity}|{deed.family}"
    return frozenset(f"{head}|{thing}" for thing in deed.objects or {""})


@cache
def binding_of(act: Act | None) -> str | None:
    """What kind of act it is: "binding" for the speaker, "asking" of another, a refusal; None for none."""
    if act in _BINDING:
        return "binding"
    return "asking" if act in _ASKING else act


def party_of(actor: Actor) -> str:
    """The side that an actor is of: its country, the members of a group, else the actor itself."""
    if actor.kind in _OF_A_STATE and actor.country:
        return actor.country
    return "+".join(sorted(actor.members)) if actor.members else actor.id


def _same_holder(a: Actor | None, b: Actor | None) -> bool:
    """The same actor, or a state and one of its own: Seoul and the Unification Ministry, but not two ministries.

    Two of whom it is open who they are need not be the same.
    """
    if a is None or b is None or a.candidates or b.candidates or party_of(a) != party_of(b):
        return False
    return a.id == b.id or bool(a.members and b.members) or _is_state(a) or _is_state(b)


def _is_state(actor: Actor) -> bool:
    """Whether the actor is the state itself, as its leader or capital is, and no body or member of it."""
    return actor.country is not None and (actor.kind in ("state", "government") or actor.id == actor.country)


def _object_score(a: Deed, b: Deed) -> float:
    """The share of common objects; 0 where too little is common, or amounts or proper names speak against it."""
    if a.numbers and b.numbers and not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return 0.0
    if a.names and b.names and not a.names & b.names:
        return 0.0
    if not a.objects and not b.objects:
        return 1.0
    share = len(a.objects & b.objects) / len(a.objects | b.objects)
    return share if share >= SHARED_OBJECTS else 0.0


def _counterpart_score(a: Statement, b: Statement, deed_a: Deed, deed_b: Deed) -> float | None:
    """Equal 1, one within the other .5, else 0; None where either has none, if the object alone says enough.

    Where there is no object ("visit Ankara") the counterparts stand for it, and have to be the same. An amount that
    only one of them names asks for the same counterparts, too.
    """
    toward_a, toward_b = toward(a), toward(b)
    shared = deed_a.objects & deed_b.objects
    if toward_a and toward_a == toward_b:
        return 1.0
    if toward_a and toward_b:
        return 0.5 if shared and (toward_a <= toward_b or toward_b <= toward_a) else 0.0
    if bool(deed_a.numbers) != bool(deed_b.numbers):
        return 0.0
    return None if shared - deed_a.broad or _same_instrument(a.instrument, b.instrument) else 0.0


def toward(statement: Statement) -> frozenset[str]:
    """The sides of its counterparts."""
    return frozenset(key for actor in statement.counterparts for key in actor.members or (actor.country or actor.id,))


def _same_instrument(a: Instrument | None, b: Instrument | None) -> bool:
    return is_named(a) and is_named(b) and (a.id == b.id or a.name.casefold() == b.name.casefold())


def is_named(instrument: Instrument | None) -> TypeGuard[Instrument]:
    """Whether it is told which instrument is meant: "the agreement" of one document is not that of another."""
    return instrument is not None and not instrument.id.startswith(UNNAMED)


def _instrument_score(a: Instrument | None, b: Instrument | None) -> float | None:
    return float(_same_instrument(a, b)) if is_named(a) and is_named(b) else None


def _due_score(a: Due | None, b: Due | None) -> float | None:
    if a is None or b is None or a.edtf is None or b.edtf is None:
        return None
    return float(_overlap(_deadline(a.edtf), _deadline(b.edtf)))


def _deadline(edtf: str) -> tuple[date | None, date | None]:
    """The days of a due date's last unit: of "2021-05/2026-05", May 2026; of an open one, all of it."""
    tail = edtf.rpartition("/")[2]
    return due_window(tail if tail not in ("", "..") else edtf)


def _overlap(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    return (a[0] or date.min) <= (b[1] or date.max) and (b[0] or date.min) <= (a[1] or date.max)


def _same_occasion(a: Statement, b: Statement, deed: Deed, days: int | None) -> bool:
    """Whether an act that repeats itself is meant the same time: by its date, or said within months of each other."""
    if not deed.repeats or (_due_score(a.due, b.due) or 0.0) > 0:
        return True
    return days is not None and days <= REPEAT_DAYS


def _days_between(a: date | None, b: date | None) -> int | None:
    return None if a is None or b is None else abs((a - b).days)


def _reason(a: Statement, b: Statement) -> str:
    cells = list(_iter_agreeing(a, b))
    return f"The {', the '.join(cells[:-1])} and the {cells[-1]} agree."


def _iter_agreeing(a: Statement, b: Statement) -> Iterator[str]:
    if a.holder and b.holder:
        yield f"holder ({_both(a.holder.name, b.holder.name)})"
    yield f"action with its object ({_both(repr(a.action), repr(b.action))})"
    names = {actor.country or actor.id: actor.name for actor in (*a.counterparts, *b.counterparts)}
    if both := sorted(names.get(key, key) for key in toward(a) & toward(b)):
        yield f"counterpart ({', '.join(both)})"
    if a.instrument and _same_instrument(a.instrument, b.instrument):
        yield f"instrument ({a.instrument.name})"
    if a.due and b.due and _due_score(a.due, b.due):
        yield f"due ({_both(str(a.due.edtf), str(b.due.edtf))})"


def _both(a: str, b: str) -> str:
    return a if a == b else f"{a}; {b}"
