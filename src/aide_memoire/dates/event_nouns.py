"""Nouns that name an event, with what tells it from others: "completion of the review", "summit in April 2018"."""

from collections.abc import Sequence

from aide_memoire.dates.anchor_words import EventWord, Takes, longest
from aide_memoire.dates.passage import Happening, Passage
from aide_memoire.dates.timexes import Found

_LONGEST = 12  # words of a phrase
_INTO = ("in", "on", "at", "with", "for", "to", "by")


def read_noun(passage: Passage, start: int, takes: Sequence[Takes]) -> Happening | None:
    """A noun of the table with its complements: "completion of the review", "first summit in April 2018"."""
    first = passage.after_article(start)
    found = None if passage.stands(passage.known.idioms, first) else _head(passage, start)
    if found is None:
        return None
    event, behind = found
    end = _complement(passage, behind)
    is_subject = "noun" in takes and passage.is_auxiliary(end)
    if is_subject or not _is_taken(passage, event, start, first, takes):
        return None
    if event.limit and not _is_limit(passage, event, behind, end):
        return None
    dates = () if event.bygone else passage.inside(first, behind)
    end, later = _additions(passage, end)
    return Happening(start=first, end=end, dated=(*dates, *later))


def _is_taken(passage: Passage, event: EventWord, start: int, first: int, takes: Sequence[Takes]) -> bool:
    """Whether an operator takes a noun of this kind with these words before it."""
    if event.phase:
        return "phase" in takes
    kinds: dict[Takes, bool] = {
        "noun": True,
        "occasion": event.occasion or event.limit,
        "bare": first == start and not event.occasion and passage.words[first + 1 : first + 2] == ["of"],
        "marked": passage.words[first] in passage.known.file.marking,
        "limit": event.limit or event.id == "entry-into-force",
    }
    return any(kinds.get(kind, False) for kind in takes)


def _is_limit(passage: Passage, event: EventWord, behind: int, end: int) -> bool:
    """Whether the complement of a limit is an event itself: "the end of the talks", not "of the road"."""
    if end == behind:
        return event.id == "end" and passage.words[behind - 1] == "completion"
    first = passage.after_determiner(behind + 1)
    if event.id == "date" or passage.words[behind - 1] == "completion":
        return first not in passage.dates or passage.dates[first].end < end
    found = _head(passage, behind + 1)
    return found is not None and found[0].id not in ("date", "day")


def _head(passage: Passage, start: int) -> tuple[EventWord, int] | None:
    """The noun that the phrase from a word on is led by, and the place behind it."""
    first = _opening(passage, start)
    for place in range(first, min(first + _LONGEST, len(passage.words))):
        event, width = longest(passage.known.nouns, passage.words, place)
        if event is not None and _closes(passage, place + width):
            return event, place + width
        if _closes(passage, place):
            return None
    return None


def _closes(passage: Passage, place: int) -> bool:
    """Whether a noun phrase does not go on here."""
    return passage.is_end(place) or passage.words[place] in passage.known.file.closing or place in passage.dates


def _complement(passage: Passage, place: int) -> int:
    """The place behind the complements with "of" and "between" that begin at a place."""
    for _ in range(3):
        if passage.words[place : place + 1] not in (["of"], ["between"], ["among"]):
            break
        end = _phrase(passage, place + 1)
        if end is None:
            break
        place = end
    return place


def _phrase(passage: Passage, place: int) -> int | None:
    """The place behind a noun phrase, or two with "and": "Oslo and Bergen"; None where its end is not plain."""
    end = _plain_phrase(passage, place)
    if end is None or passage.words[end : end + 1] != ["and"]:
        return end
    both = passage.words[place - 1] == "between" or passage.is_name(passage.after_article(end + 1))
    return (_plain_phrase(passage, end + 1) or end) if both else end


def _plain_phrase(passage: Passage, place: int) -> int | None:
    first = end = _opening(passage, place)
    while end < min(first + _LONGEST, len(passage.words)) and not _closes(passage, end):
        end += max(longest(passage.known.nouns, passage.words, end)[1], 1)  # "entry into force" is one
    if end - first >= _LONGEST or end == first:
        return None
    has_object = end < len(passage.words) and passage.words[end] in passage.known.file.determiners
    is_verb = has_object and end - first > 1 and passage.words[end - 1].endswith("ing")
    return end - is_verb  # "this order implementing the ban"


def _opening(passage: Passage, start: int) -> int:
    """The place of a noun phrase's first word that is no article, pronoun or date: of "its 2021 review", "review"."""
    place = passage.after_determiner(start)
    return passage.dates[place].end if place in passage.dates else place


def _additions(passage: Passage, end: int) -> tuple[int, tuple[Found, ...]]:
    """What tells a noun's event from others: its place ("in Singapore"), its day ("in April 2018")."""
    dates: list[Found] = []
    for _ in range(3):
        place = end + (passage.words[end : end + 1] in [[word] for word in _INTO])
        place = passage.after_article(place) if place > end else place
        if (date := passage.dates.get(place)) is not None:
            dates.append(date)
            end = date.end
        elif place > end and passage.is_name(place) and (behind := _phrase(passage, place)) is not None:
            end = _complement(passage, behind)
        else:
            break
    return end, tuple(dates)
