"""Between which days a text can have been written, by who holds which post in it.

A text that speaks of "President Biden" in office was not written before 20 January 2021; one that also speaks of
"President Moon" not after May 2022. Former, late and elected holders say nothing.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.lexicon import load_lexicon as load_time_words
from aide_memoire.documents.evidence import load_words

_NEW_FOR = timedelta(days=180)
_LONGEST = 200_000


class Term(msgspec.Struct, frozen=True):
    """A person in a post as the text names them ("President Biden"), and the spells that can be meant."""

    text: str
    start: int
    person: str
    spells: tuple[tuple[date | None, date | None], ...]

    @property
    def first(self) -> date | None:
        """The first day on which any of the spells was on."""
        starts = [start for start, _ in self.spells]
        return None if None in starts else min(s for s in starts if s)

    @property
    def last(self) -> date | None:
        """The last day of the last of the spells; None while it goes on."""
        ends = [end for _, end in self.spells]
        return None if None in ends else max(e for e in ends if e)


class NewTerm(msgspec.Struct, frozen=True):
    """Words by which a holder's office has only begun ("once the new team is set up"), and when it began."""

    text: str
    term: Term

    def fits(self, day: date) -> bool:
        """Say whether the office had begun no more than half a year before a day, or was about to."""
        return any(start and -_NEW_FOR <= start - day <= timedelta(days=90) for start, _ in self.term.spells)


def find_terms(text: str) -> tuple[Term, ...]:
    """Find the holders of posts that a text speaks of as in office, first mention of each.

    In "President Biden met former President Obama." that is "President Biden", from 2021-01-20 to 2025-01-20.
    """
    found: dict[tuple[str, str], Term] = {}
    for match in _patterns().holder.finditer(text[:_LONGEST]):
        if _patterns().not_now.search(
            text[max(0, match.start() - 14) : match.start("title") if match["title"] else match.start()]
        ):
            continue
        title = match["title"] or "President"
        start = match.start("title") if match["title"] else match.start()
        for person, spells in _holders(title, match["name"] or match["cabinet"]):
            found.setdefault((title, person), Term(text[start : match.end()], start, person, spells))
    return tuple(found.values())


def find_new_terms(text: str) -> Iterator[NewTerm]:
    """Find where a text says that a named holder's office is only beginning."""
    for match in _patterns().new.finditer(text[:_LONGEST]):
        for term in find_terms(match[0]):
            yield NewTerm(match[0], term)


def _holders(title: str, name: str) -> list[tuple[str, tuple[tuple[date | None, date | None], ...]]]:
    """The person of that title whose name or surname is meant; all of them where several share it."""
    words = [re.sub(r"[’']s?$", "", w).rstrip(".,") for w in name.split()]
    calendar = load_time_words().words  # "President Bush Monday": the name ends before the day
    words = words[: next((i for i, w in enumerate(words) if i and w.lower() in calendar), None)]
    people = _people().get((title, " ".join(words)), [])
    if not people:
        return []
    return [(" or ".join(sorted({person for person, _ in people})), tuple(s for _, spells in people for s in spells))]


class _Patterns(msgspec.Struct, frozen=True):
    holder: re.Pattern[str]
    not_now: re.Pattern[str]
    new: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    titles = sorted({post.title for lexicon in load_lexicons() for post in lexicon.post}, key=len, reverse=True)
    word = rf"(?:[A-Z]\.|(?:(?:{'|'.join(load_words('particle'))})[ -])?[A-Z][\w’'-]*)"
    office, begins = ("|".join(map(re.escape, load_words(name))) for name in ("office", "begins"))
    return _Patterns(
        re.compile(
            rf"\b(?P<title>{'|'.join(map(re.escape, titles))})\s(?P<name>(?=[A-Z]){word}(?:\s{word}){{0,3}})"
            r"|\b(?:[Tt]he\s)?(?P<cabinet>[A-Z][\w’'-]+)\s[Aa]dministration\b"
        ),
        re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, load_words('not_now')))})\W*$"),
        re.compile(
            r"\b(?:once|when|after|as soon as|until)\b[^.\n]{0,60}?\b(?:"
            rf"{office})\b\s(?:is|are|has been|takes?|comes?)\s(?:fully\s)?(?:{begins})"
        ),
    )


@cache
def _people() -> dict[tuple[str, str], list[tuple[str, tuple[tuple[date | None, date | None], ...]]]]:
    posts = {post.id: post.title for lexicon in load_lexicons() for post in lexicon.post}
    spells: dict[tuple[str, str], list[tuple[date | None, date | None]]] = {}
    names: dict[tuple[str, str], set[str]] = {}
    for occupancy in (o for lexicon in load_lexicons() for o in lexicon.occupancy):
        title = posts.get(occupancy.post)
        if title is None or occupancy.start is None:
            continue
        start = bounds(occupancy.start)[0]
        end = bounds(occupancy.end)[1] if occupancy.end else None
        spells.setdefault((title, occupancy.person), []).append((start, end))
        surname = occupancy.surname or occupancy.person.split()[-1]
        names.setdefault((title, occupancy.person), set()).update((occupancy.person, surname, *occupancy.spellings))
    people: dict[tuple[str, str], list[tuple[str, tuple[tuple[date | None, date | None], ...]]]] = {}
    for (title, person), forms in names.items():
        for form in forms:
            people.setdefault((title, form), []).append((person, tuple(spells[title, person])))
    return people
