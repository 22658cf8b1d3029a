"""What a later statement reports of a commitment: that it is said again, under way, done, put off, undone."""

from functools import cache
from math import exp
from typing import get_args

from aide_memoire.dates import bounds
from aide_memoire.following.agreement import Passage
from aide_memoire.following.deed import deed_of
from aide_memoire.following.match import binding_of
from aide_memoire.following.stem import iter_stems, stem
from aide_memoire.following.weights import load_weights
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Act, Effect, Record, Statement

SURE = 0.7
"""The chance from which an effect is told that can settle an assessment; below, an event is a step and no more."""

MILD: frozenset[Effect] = frozenset({"restates", "advances"})
"""Effects that settle nothing."""

FORWARD: frozenset[Effect] = frozenset({"advances", "partly_fulfils", "fulfils"})
"""Effects that something which did not happen cannot have."""

UNDOING: dict[str, Effect] = {"stopped": "suspends", "against": "breaks"}
"""Which effect of undoing the words tell; without one of these it is set back."""


_SHORT_OF_IT = ("negative", "participle", "says ahead", "says under way", "says in part", "goes_on")
_GOING_ON = frozenset(map(stem, ("remain", "continue", "maintain", "keep", "uphold", "sustain", "preserve")))


class Cue(Record, frozen=True, kw_only=True):
    """A group of words: each of `examples` holds one, none of `non_examples` does."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]


class _File(Record, frozen=True, kw_only=True):
    cue: tuple[Cue, ...]


@cache
def list_cues() -> tuple[Cue, ...]:
    """The entries of the lexicon."""
    return read_lexicon("effects.toml", _File).cue


@cache
def load_cues() -> dict[str, frozenset[str]]:
    """The stems of each cue by its id."""
    return {cue.id: frozenset(map(stem, cue.words)) for cue in list_cues()}


def effect_features(earlier: Passage, later: Passage, agreed: dict[str, float]) -> dict[str, float]:
    """What tells one effect from another: the words of the later clause, its act, its day, and how the two agree."""
    one, other = earlier.statement, later.statement
    stems = frozenset(iter_stems(other.text))
    head = stem(other.head.text)
    deed, other_deed = deed_of(one), deed_of(other)
    same_family = deed.family is not None and deed.family == other_deed.family
    event = other.kind == "event"
    features = {
        "event": event,
        "negative": other.polarity == "negative",
        "other_polarity": other.polarity != one.polarity,
        "same_act": other.act == one.act,
        "binding_on_asking": binding_of(one.act) == "asking" and binding_of(other.act) == "binding",
        "same_head": head == stem(one.head.text),
        "family": same_family,
        "event_of_family": event and same_family,
        "past_due": _is_past_due(one, later),
        "had_deadline": one.due is not None,
        "goes_on": goes_on(one),
        "participle": other.head.text.lower().endswith("ing"),
        **{f"act {act}": other.act == act for act in get_args(Act)},
        **{f"made as {act}": one.act == act for act in ("request", "demand", "refusal", "agreement", "plan")},
        **{f"says {cue}": bool(stems & words) for cue, words in load_cues().items()},
        **{f"head {cue}": head in words for cue, words in load_cues().items()},
        **{f"head of it {cue}": stem(one.head.text) in words for cue, words in load_cues().items()},
    }
    shared = ("holder", "shared_of_earlier", "days", "other_amount", "names")
    return {name: float(value) for name, value in features.items()} | {f"agrees in {n}": agreed[n] for n in shared}


def goes_on(statement: Statement) -> bool:
    """Whether what is undertaken is never over: "will continue to send", "will uphold"."""
    return not _GOING_ON.isdisjoint(iter_stems(statement.text[: max(0, statement.head.end - statement.start)]))


def effect_of(earlier: Passage, later: Passage, agreed: dict[str, float]) -> tuple[Effect, float]:
    """The effect and its chance: the act itself fulfils; else the likeliest, or where that is not sure, the mildest."""
    features = effect_features(earlier, later, agreed)
    if _is_the_act(features):
        return "fulfils", SURE
    scores = {effect: exp(min(50.0, linear.score(features))) for effect, linear in load_weights().effects.items()}
    effect = max(scores, key=lambda name: scores[name])
    chance = scores[effect] / sum(scores.values())
    if effect in FORWARD and later.statement.polarity != earlier.statement.polarity:
        return "delays", chance  # "have not completed the roadmap"
    unsure = chance < SURE or (effect == "fulfils" and _is_short_of_it(features))
    if unsure and effect not in MILD:
        return ("advances" if later.statement.kind == "event" else "restates"), chance
    return (_undoing(later.statement), chance) if effect == "sets_back" else (effect, chance)


def _is_the_act(features: dict[str, float]) -> bool:
    """Whether it reports the very act, done and whole: of 59 such reports that annotators linked, 48 fulfil."""
    return bool(features["event_of_family"]) and not _is_short_of_it(features)


def _is_short_of_it(features: dict[str, float]) -> bool:
    """Whether it is told as under way, in part or still to come, or of an undertaking that is never over: to go on."""
    return any(features[name] for name in _SHORT_OF_IT)


def _undoing(statement: Statement) -> Effect:
    stems = frozenset(iter_stems(statement.text))
    return next((effect for cue, effect in UNDOING.items() if stems & load_cues()[cue]), "sets_back")


def _is_past_due(one: Statement, later: Passage) -> bool:
    if one.due is None or one.due.edtf is None or later.published is None:
        return False
    last = bounds(one.due.edtf)[1]
    return last is not None and later.published > last
