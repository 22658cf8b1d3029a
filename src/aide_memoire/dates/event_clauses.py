"""Clauses that tell of an event ("a peace treaty is signed"), also without a subject ("signing it")."""

from aide_memoire.dates.anchor_words import longest
from aide_memoire.dates.passage import Happening, Passage

_LONGEST_SUBJECT, _LONGEST_CLAUSE = 14, 30  # words
_SHORT_SUBJECT = 6  # words of one in the plural, before a verb that could be a noun
_NOMINAL = ("of", "between", "and", "or", "by")


def read_clause(passage: Passage, start: int) -> Happening | None:
    """A clause whose verb is of the table: "a peace treaty is signed"."""
    verb = _verb(passage, start)
    return _running(passage, start, verb) if verb is not None else None


def read_gerund(passage: Passage, start: int) -> Happening | None:
    """What is done, without its doer: "signing the accord", "being elected"."""
    if passage.words[start] in ("being", "having") and _is_predicate(passage, start + 1):
        return _running(passage, start, start)
    event, _ = longest(passage.known.verbs, passage.words, start)
    noun = passage.is_end(start + 1) or passage.words[start + 1] in _NOMINAL
    return _running(passage, start, start) if event and passage.words[start].endswith("ing") and not noun else None


def _running(passage: Passage, start: int, verb: int) -> Happening | None:
    """What runs from a word over its verb to the end of the clause."""
    end = _clause_end(passage, verb)
    while end is not None and end > verb + 1 and passage.words[end - 1] in passage.known.file.dangling:
        end -= 1
    return Happening(start=start, end=end, dated=passage.inside(start, end)) if end is not None else None


def _verb(passage: Passage, start: int) -> int | None:
    """The place of a clause's finite verb; None where no subject stands before it."""
    for place in range(start, min(start + _LONGEST_SUBJECT, len(passage.words))):
        if passage.is_end(place) or passage.stands(passage.known.no_subject, place):
            return None
        if place > start and _is_finite(passage, place, start):
            return place
        if place > start and _starts_anew(passage, place):
            return None
        if passage.is_auxiliary(place):
            return None
    return None


def _starts_anew(passage: Passage, place: int) -> bool:
    """Whether a new subject begins behind a noun, so that the words before are no subject of one clause."""
    before = passage.words[place - 1]
    fresh = (
        passage.words[place] in passage.known.file.determiners or passage.words[place] in passage.known.file.pronouns
    )
    return fresh and before not in passage.known.file.closing and not passage.is_mark(place - 1)


def _is_finite(passage: Passage, place: int, start: int) -> bool:
    """Whether the verb of a clause stands here: one of the table, or an auxiliary with its participle."""
    if passage.words[place - 1] in ("and", "or") or passage.is_mark(place - 1):
        return False
    return _is_predicate(passage, place + 1) if passage.is_auxiliary(place) else _is_verb(passage, place, start)


def _is_verb(passage: Passage, place: int, start: int) -> bool:
    """Whether a verb of the table stands here in a form that goes with its subject; "the signed pact" has none."""
    event, width = longest(passage.known.verbs, passage.words, place)
    words, before, lexicon = passage.words, passage.words[place - 1], passage.known.file
    if event is None:
        return False
    if words[place].endswith("ing"):
        return width > 1  # "the pact entering into force"
    is_noun = longest(passage.known.nouns, words, place)[0] is not None
    if before in lexicon.pronouns:
        return before not in lexicon.determiners or not is_noun  # "they visit", "both sign", not "all visits"
    if tuple(words[place : place + width]) in passage.known.bare_verbs:
        return before.endswith("s") and place - start < _SHORT_SUBJECT
    return not is_noun and before not in lexicon.closing | lexicon.determiners


def _is_predicate(passage: Passage, place: int) -> bool:
    """Whether a participle or a state follows an auxiliary: "is fully implemented", "are in place"."""
    for here in range(place, min(place + 4, len(passage.words))):
        if passage.stands(passage.known.states, here):
            return True
        event, _ = longest(passage.known.verbs, passage.words, here)
        if passage.words[here].endswith("ed") and len(passage.words[here]) > 4:
            return True
        if event is not None and not passage.words[here].endswith("ing"):
            return True
        if (
            passage.words[here] not in passage.known.file.adverbs
            and passage.words[here] not in passage.known.file.auxiliaries
        ):
            return False
    return False


def _clause_end(passage: Passage, verb: int) -> int | None:
    """The place behind a clause; None where it goes on for long, or another sentence seems to follow."""
    for place in range(verb + 1, min(verb + _LONGEST_CLAUSE, len(passage.words) + 1)):
        if passage.is_end(place) or passage.words[place] in passage.known.file.clause_closing:
            return None if passage.words[place : place + 1] == ["/"] else place
        if passage.words[place] == "and" and passage.is_auxiliary(place + 1):
            return place
        if passage.words[place] in passage.known.file.modals and passage.words[place - 1] not in (
            "that",
            "which",
            "who",
        ):
            return place - 1 if passage.words[place - 1] in passage.known.file.pronouns else None
    return None
