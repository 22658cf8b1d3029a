"""Whether a later statement bears on a commitment, and how: cells that agree, weighed as hand-made links taught.

Words that are alike never suffice: what speaks against it in any cell (another holder, counterpart, instrument or
amount) ends it, whatever the weights say.
"""

from math import exp

from aide_memoire.following.agreement import Passage, agreement, matter_of
from aide_memoire.following.deed import deed_of
from aide_memoire.following.effects import effect_of
from aide_memoire.following.match import REPEAT_DAYS, binding_of, party_of, toward
from aide_memoire.following.outcome import outcome
from aide_memoire.following.stem import iter_words, stem
from aide_memoire.following.terms import weight_of
from aide_memoire.following.weights import load_weights
from aide_memoire.records import Effect, Record

MATTER = 2.0
"""How much two statements have to share besides their actors: a word of some rarity."""

FULFILLED = 0.8
"""The score from which a commitment is said to be fulfilled; below, what is told is a step toward it."""

TOLD = 0.9
"""The score of what the cells alone tell: so many of the pairs that they tell were linked by annotators."""

_RECEIVING = frozenset(map(stem, ("welcome", "receive", "meeting", "summit")))

_AGAINST = ("other_counterparts", "other_instrument", "other_amount")


class Bearing(Record, frozen=True, kw_only=True):
    """That a statement speaks of a commitment: what it reports of it, how sure that is, and what the two share."""

    effect: Effect
    score: float
    reason: str


def bearing(earlier: Passage, later: Passage) -> Bearing | None:
    """Say what a later statement reports of the commitment that an earlier one makes; None if it is not about it.

    "Seoul will send 31 tanks to Kyiv", then "the first of the tanks arrived in Kyiv": advances. It depends on the two
    alone, so that it does not matter what else the ledger holds.
    """
    settled = outcome(earlier, later) if later.statement.core else None
    if settled is not None:
        return Bearing(effect=settled, score=TOLD, reason=_reason(earlier, later))
    if not may_bear(earlier, later):
        return None
    agreed = agreement(earlier, later)
    if speaks_against(earlier, later, agreed):
        return None
    score = 1 / (1 + exp(-load_weights().bearing.score(agreed)))
    if score < load_weights().threshold:
        return None
    effect, _ = effect_of(earlier, later, agreed)
    if effect == "fulfils" and score < FULFILLED:
        effect = "advances"
    return Bearing(effect=effect, score=round(score, 3), reason=_reason(earlier, later))


def may_bear(earlier: Passage, later: Passage) -> bool:
    """Whether the later one is core, and of the same holder; an act that was asked of somebody may be theirs."""
    one, other = earlier.statement, later.statement
    if not other.core:
        return False
    if one.holder is None or other.holder is None or one.holder.candidates or other.holder.candidates:
        return True
    party = party_of(other.holder)
    return party == party_of(one.holder) or (binding_of(one.act) == "asking" and party in toward(one))


def speaks_against(earlier: Passage, later: Passage, agreed: dict[str, float]) -> bool:
    """Whether they share nothing but actors, or a cell says that it is another undertaking or another occasion."""
    if agreed["matter"] < MATTER or any(agreed[against] for against in _AGAINST):
        return True
    return _is_another_time(earlier, later, agreed)


def _is_another_time(earlier: Passage, later: Passage, agreed: dict[str, float]) -> bool:
    """Whether an act that repeats itself (a visit, a summit) is another one: much later, or with no name in common."""
    if not deed_of(earlier.statement).repeats and stem(earlier.statement.head.text) not in _RECEIVING:
        return False
    if earlier.published is None or later.published is None:
        return True
    return (later.published - earlier.published).days > REPEAT_DAYS or not agreed["names"]


def _reason(earlier: Passage, later: Passage) -> str:
    """What the two share, in the words of the earlier one: "Both speak of tanks, Abrams; the holder is the same"."""
    one, other = earlier.statement, later.statement
    matter = matter_of(one, other)
    shared = {stem(word): word for word in iter_words(one.text) if stem(word) in matter}
    telling = sorted(shared, key=lambda term: (-weight_of(term), term))[:4]
    parts = [f"Both speak of {', '.join(shared[term] for term in telling)}"] if telling else []
    if one.holder and other.holder and party_of(one.holder) == party_of(other.holder):
        parts.append(f"the holder ({one.holder.name}) is the same")
    if earlier.published and later.published:
        days = (later.published - earlier.published).days
        parts.append("the same day" if not days else "the day after" if days == 1 else f"{days} days later")
    return "; ".join(parts) + "."
