"""What an event makes of a commitment by its cells alone: the act done or not done, or what it is about undone."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from aide_memoire.dates import bounds
from aide_memoire.following.agreement import Passage
from aide_memoire.following.deed import Deed, deed_of
from aide_memoire.following.effects import goes_on, load_cues
from aide_memoire.following.lexicon import load_families
from aide_memoire.following.match import binding_of, is_named, party_of, toward
from aide_memoire.following.stem import iter_stems
from aide_memoire.following.terms import weight_of
from aide_memoire.records import Effect, Statement

SHARED = 0.5
"""How much of what is done has to be on the things of the commitment, where the event is to be the act itself."""

TELLING = 6.0
"""How much the things of a commitment have to tell: one word that few statements have, or two more common."""

_RELATIVE = re.compile(r"([^,;]{1,200}?) (?:that|which) ")


def outcome(earlier: Passage, later: Passage) -> Effect | None:
    """What an event says of a commitment by act, things and sides; None where these do not tell it.

    "Seoul will restore the hotlines with the North", then "South and North Korea reopened the communication lines":
    fulfils; "the North did not answer calls over the hotlines": sets_back. "It will uphold the military agreement",
    then "Seoul suspended the military agreement": suspends.
    """
    one, other = earlier.statement, later.statement
    if other.kind != "event" or binding_of(one.act) != "binding" or one.polarity != "positive":
        return None
    deed, done = _deed(one), _deed(other)
    if deed.family is None or not _is_of(one, other, deed, done) or _is_before(earlier, other):
        return None
    if done.family == deed.family:
        told = deed.family in load_families().once and _is_by_holder(one, other) and _is_whole(deed, done)
        return _of_the_act(one, other) if told else None
    return _of_undoing(one, other, deed, done)


def outcome_keys(statement: Statement) -> frozenset[str]:
    """Give the keys to find a commitment and its outcome by: a side of it, and a thing that it is about."""
    deed = _deed(statement)
    sides = {*_sides(statement), *toward(statement)} if statement.kind == "commitment" else set(_sides(statement))
    return frozenset(f"{side}|on|{thing}" for side in sides for thing in deed.objects - deed.broad)


def _deed(statement: Statement) -> Deed:
    """What is done, on the things before a relative clause too: "the islands that Jutland intends to take back"."""
    deed, before = (
        deed_of(statement),
        _RELATIVE.match(statement.text, 0, max(0, statement.head.start - statement.start)),
    )
    if deed.objects or not before:
        return deed
    return deed_of(replace(statement, action=f"{statement.action} {before[1]}"))


def _of_the_act(one: Statement, other: Statement) -> Effect | None:
    """What the act itself makes of it; what is never over, as to uphold a pact, is not done by being done once."""
    if other.polarity == "negative":
        return "delays"
    return None if _is_short(other) or goes_on(one) else "fulfils"


def _of_undoing(one: Statement, other: Statement, deed: Deed, done: Deed) -> Effect | None:
    """What another act makes of it that undoes it, by either side; of the holder's own agreement only the holder's."""
    act = f"not {done.family}" if other.polarity == "negative" else f"{done.family}"
    found = load_families().undone.get((deed.family or "", act))
    by = _is_by_holder(one, other) or (found == "sets_back" and set(_sides(other)) <= {*_sides(one), *toward(one)})
    return found if by and not other.head.text.lower().endswith("ing") else None


def _sides(statement: Statement) -> Iterator[str]:
    if statement.holder and not statement.holder.candidates:
        yield from statement.holder.members or (party_of(statement.holder),)


def _is_by_holder(one: Statement, other: Statement) -> bool:
    """Whether the event is the holder's, or one of the holder with those toward whom it was undertaken."""
    holder, doer = set(_sides(one)), set(_sides(other))
    return bool(holder) and holder <= doer and doer - holder <= toward(one)


def _is_of(one: Statement, other: Statement, deed: Deed, done: Deed) -> bool:
    """Whether the event is about all that the commitment is; no amount, counterpart or instrument is against it."""
    if not deed.objects or not deed.objects <= done.objects or deed.repeats or deed.numbers - done.numbers:
        return False
    if sum(map(weight_of, sorted(deed.objects - deed.broad))) < TELLING and not is_named(one.instrument):
        return False
    if is_named(one.instrument) and is_named(other.instrument) and one.instrument.id != other.instrument.id:
        return False
    here = {*_sides(one), *toward(one)}
    return not toward(one) or not toward(other) or bool(here & toward(other))


def _is_before(earlier: Passage, other: Statement) -> bool:
    """Whether the event was over before the commitment was made: an earlier time that a report looks back on."""
    if other.when is None or earlier.published is None:
        return False
    last = bounds(other.when)[1]
    return last is not None and last < earlier.published


def _is_whole(deed: Deed, done: Deed) -> bool:
    """Whether little else is in the event; proper names that only it has ("South Korean troops") do not count."""
    return len(deed.objects) / len(done.objects - (done.names - deed.objects)) >= SHARED


def _is_short(statement: Statement) -> bool:
    """Whether it is told as under way, in part or still to come."""
    cues = load_cues()
    short = cues["ahead"] | cues["under way"] | cues["in part"]
    return statement.head.text.lower().endswith("ing") or not short.isdisjoint(iter_stems(statement.text))
