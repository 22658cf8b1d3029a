"""The words that lead to events that times hang on, and that name these, out of lexicons/time_anchors.toml."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec

from aide_memoire.errors import LexiconError
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import AnchorRelation

type Takes = Literal["noun", "clause", "gerund", "occasion", "bare", "marked", "limit", "phase"]
type Phrase = tuple[str, ...]
_DENYING = {"not", "no"}


class Operator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words before an event that say how a time stands to it: "after", "by the time of"."""

    forms: tuple[str, ...]
    relation: AnchorRelation
    takes: tuple[Takes, ...]
    adjective: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class EventWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of event by its nouns and verbs: signing, "signature", "sign"."""

    id: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    irregular: tuple[str, ...] = ()
    occasion: bool = False
    limit: bool = False
    phase: bool = False
    bygone: bool = False
    one: bool = False
    repeats: bool = False
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    closing: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    marking: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    states: tuple[str, ...]
    clause_closing: frozenset[str]
    dangling: frozenset[str]
    no_subject: tuple[str, ...]
    idioms: tuple[str, ...]
    looking: frozenset[str]
    operator: tuple[Operator, ...]
    event: tuple[EventWord, ...]


class AnchorWords(msgspec.Struct, frozen=True, kw_only=True):
    """The whole lexicon; `operators`, `nouns` and `verbs` by their words, a verb in every form that it takes."""

    file: _File
    operators: dict[Phrase, Operator]
    nouns: dict[Phrase, EventWord]
    verbs: dict[Phrase, EventWord]
    happenings: dict[Phrase, EventWord]
    empty: frozenset[str]
    bare_verbs: frozenset[Phrase]
    states: dict[Phrase, bool]
    no_subject: dict[Phrase, bool]
    idioms: dict[Phrase, bool]


@cache
def load_anchor_words() -> AnchorWords:
    """Read the lexicon once. LexiconError where it is malformed or a word names two kinds of event."""
    file = read_lexicon("time_anchors.toml", _File)
    nouns = _index((phrase_of(noun), event) for event in file.event for noun in event.nouns)
    verbs = _index((form, event) for event in file.event for form in _verb_forms(event))
    return AnchorWords(
        file=file,
        operators={tuple(form.split()): operator for operator in file.operator for form in operator.forms},
        nouns=nouns,
        verbs=verbs,
        happenings={tuple(word for word in phrase if word != "-"): event for phrase, event in (verbs | nouns).items()},
        empty=(file.closing | file.determiners | file.pronouns | file.auxiliaries | file.modals) - _DENYING,
        bare_verbs=frozenset(phrase_of(verb) for event in file.event for verb in event.verbs),
        states=dict.fromkeys(map(phrase_of, file.states), True),
        idioms=dict.fromkeys(map(phrase_of, file.idioms), True),
        no_subject=dict.fromkeys(map(phrase_of, file.no_subject), True),
    )


def longest[T](index: Mapping[Phrase, T], words: list[str], start: int, *, most: int = 4) -> tuple[T | None, int]:
    """The entry of the longest phrase that stands at a place, and how many words it has; else None and 0."""
    for width in range(min(most, len(words) - start), 0, -1):
        if (found := index.get(tuple(words[start : start + width]))) is not None:
            return found, width
    return None, 0


def phrase_of(words: str) -> Phrase:
    """The words of a form as a text is split, a hyphen being one of its own: "pull-out" is pull, -, out."""
    return tuple(words.replace("-", " - ").split())


def _index(pairs: Iterator[tuple[Phrase, EventWord]]) -> dict[Phrase, EventWord]:
    index: dict[Phrase, EventWord] = {}
    for phrase, event in pairs:
        if index.setdefault(phrase, event) is not event:
            raise LexiconError(
                f"{' '.join(phrase)!r} stands in the events {index[phrase].id!r} and {event.id!r} of time_anchors.toml",
                remedy="Keep it in one of them",
            )
    return index


def _verb_forms(event: EventWord) -> Iterator[Phrase]:
    for verb in event.verbs:
        first, *rest = phrase_of(verb)
        yield from ((form, *rest) for form in inflections(first))
    yield from map(phrase_of, event.irregular)


def inflections(verb: str) -> tuple[str, str, str, str]:
    """Spell a regular verb: "ratify" is ratify, ratifies, ratified, ratifying."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"), verb + "ed", verb + "ing"


def happening_at(words: list[str], place: int) -> tuple[EventWord | None, int]:
    """The kind of event that words in lower case name at a place, as noun or verb, and how many words do; None and 0.

    A hyphen between two words is left out: `["pull", "out"]` is a withdrawal.
    """
    return longest(load_anchor_words().happenings, words, place)


def is_empty_word(word: str) -> bool:
    """Whether a word in lower case only joins others ("the", "is", "of") and tells nothing of which event is meant."""
    return word in load_anchor_words().empty
