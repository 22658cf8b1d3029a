"""How far two statements agree, cell by cell and word by word, in numbers."""

from datetime import date
from math import log1p, sqrt

from aide_memoire.following.deed import deed_of, is_adjective
from aide_memoire.following.lexicon import load_families
from aide_memoire.following.match import is_named, party_of, toward
from aide_memoire.following.stem import stem
from aide_memoire.following.terms import RARE, names, terms, weight, weight_of
from aide_memoire.records import Record, Statement

UNKNOWN_DAYS = 400
"""How far apart two statements count where the day of one is unknown."""


class Passage(Record, frozen=True, kw_only=True):
    """A statement with what stands around it, the title of its document and the day of publication."""

    statement: Statement
    title: str | None
    around: str
    published: date | None


def agreement(earlier: Passage, later: Passage) -> dict[str, float]:
    """What a commitment statement and a later statement share, and what speaks against their being of one matter.

    Shares are of the weight of the stems, from 0 to 1; `shared`, `rare` and the like grow with how much is shared.
    `matter` is what is shared apart from the words for the actors and for saying and agreeing.
    """
    one, other = earlier.statement, later.statement
    words, others = terms(one.text), terms(other.text)
    title, other_title = terms(earlier.title or ""), terms(later.title or "")
    context = words | title | terms(earlier.around)
    other_context = others | other_title | terms(later.around)
    said, other_said = names(one.text), names(other.text)
    both = words & others
    matter = matter_of(one, other)
    deed, other_deed = deed_of(one), deed_of(other)
    return {
        "shared": sqrt(weight(both)),
        "matter": sqrt(weight(matter)),
        "shared_of_earlier": weight(both) / max(weight(words), 1e-6),
        "shared_of_later": weight(both) / max(weight(others), 1e-6),
        "later_in_context": weight(others & context) / max(weight(others), 1e-6),
        "rare": sum(weight_of(term) > RARE for term in both),
        "shared_with_titles": sqrt(weight((words | title) & (others | other_title))),
        "contexts": _likeness(context, other_context),
        "titles": _likeness(title, other_title),
        "names": sqrt(weight(said & other_said)),
        "names_of_earlier_alone": sqrt(weight(said - other_context)),
        "names_of_later_alone": sqrt(weight(other_said - context)),
        "family": float(deed.family is not None and deed.family == other_deed.family),
        "objects": len(deed.objects & others) / max(1, len(deed.objects)),
        "earlier_head": float(stem(one.head.text) in others),
        "days": log1p(_days(earlier, later)),
        "same_day": float(earlier.published == later.published),
        "event": float(other.kind == "event"),
        "told_of_earlier": weight(words),
        "told_of_later": weight(others),
        "sure_of_earlier": one.score,
        "sure_of_later": other.score,
        **_of_actors(one, other),
        **_of_contradiction(one, other, words, others),
    }


def matter_of(one: Statement, other: Statement) -> frozenset[str]:
    """What two share apart from words for actors, adjectives of theirs ("Japanese"), and words of saying."""
    called = _actor_words(one) | _actor_words(other)
    rest = (terms(one.text) & terms(other.text)) - called - load_families().speech
    return frozenset(term for term in rest if not any(is_adjective(term, name) for name in called))


def _actor_words(statement: Statement) -> frozenset[str]:
    """The stems by which its holder and its counterparts are called."""
    actors = [actor for actor in (statement.holder, *statement.counterparts) if actor]
    return terms(" ".join(f"{actor.name} {actor.text or ''}" for actor in actors))


def _of_actors(one: Statement, other: Statement) -> dict[str, float]:
    holder, other_holder = one.holder, other.holder
    same = holder is not None and other_holder is not None and party_of(holder) == party_of(other_holder)
    counterparts, others = toward(one), toward(other)
    return {
        "holder": float(same),
        "counterparts": len(counterparts & others) / max(1, len(counterparts | others)),
        "other_counterparts": float(bool(counterparts and others and not counterparts & others)),
    }


def _of_contradiction(
    one: Statement, other: Statement, words: frozenset[str], others: frozenset[str]
) -> dict[str, float]:
    numbers, other_numbers = _numbers(words), _numbers(others)
    a, b = one.instrument, other.instrument
    return {
        "other_amount": float(bool(numbers and other_numbers and not numbers & other_numbers)),
        "other_instrument": float(is_named(a) and is_named(b) and a.id != b.id),
    }


def _likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """The cosine of two bags of stems, each stem by its weight."""
    squares = (sum(weight_of(term) ** 2 for term in sorted(found)) for found in (some & others, some, others))
    shared, one, other = squares
    return shared / sqrt(one * other) if one and other else 0.0


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _days(earlier: Passage, later: Passage) -> int:
    if earlier.published is None or later.published is None:
        return UNKNOWN_DAYS
    return max(0, (later.published - earlier.published).days)
