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

_TITLES = ("President", "Prime Minister", "Chancellor", "Premier", "Secretary of State", "Foreign Minister",
           "Secretary-General", "Vice President", "Foreign Secretary", "Defense Secretary", "Secretary of Defense")  # fmt: skip
_NAME = r"(?:[^\W\d_][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*)){0,2}"
_HOLDER = re.compile(
    rf"(?P<before>[\w’'-]+\s|^)?(?P<title>{'|'.join(map(re.escape, _TITLES))})\s(?P<name>(?=[A-Z]){_NAME})"
    r"|(?:[Tt]he\s)?(?P<cabinet>[A-Z][\w’'-]+)\s(?:administration|Administration)\b"
)
_NOT_NOW = re.compile(
    r"(?i)\b(?:former|ex|late|then|elect|deceased|ousted|designate|future|vice|deputy|acting|toppled|deposed)\W*$"
)
_NEW = re.compile(
    r"(?:\bonce\b|\bwhen\b|\bafter\b|\bas soon as\b|\buntil\b)[^.\n]{0,60}?\b(?:team|administration|government|cabinet|"
    r"line-?up)\b\s(?:is|are|has been|takes?|comes?)\s(?:fully\s)?(?:set up|in place|formed|complete|appointed|shape|office|confirmed)"
)
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
    for match in _HOLDER.finditer(text[:_LONGEST]):
        if _NOT_NOW.search(
            text[max(0, match.start() - 14) : match.start("title") if match["title"] else match.start()]
        ):
            continue
        title = match["title"] or "President"
        for person, spells in _holders(title, match["name"] or match["cabinet"]):
            found.setdefault((title, person), Term(match[0].strip(), match.start(), person, spells))
    return tuple(found.values())


def find_new_terms(text: str) -> Iterator[NewTerm]:
    """Find where a text says that a named holder's office is only beginning."""
    for match in _NEW.finditer(text[:_LONGEST]):
        for term in find_terms(match[0]):
            yield NewTerm(match[0], term)


def _holders(title: str, name: str) -> list[tuple[str, tuple[tuple[date | None, date | None], ...]]]:
    """The person of that title whose name or surname is meant; all of them where several share it."""
    words = [re.sub(r"[’']s?$", "", w).rstrip(".,") for w in name.split()]
    for length in range(len(words), 0, -1):
        people = _people().get((title, " ".join(words[:length])))
        if people:
            return [
                (
                    " or ".join(sorted({person for person, _ in people})),
                    tuple(s for _, spells in people for s in spells),
                )
            ]
    return []


@cache
def _people() -> dict[tuple[str, str], list[tuple[str, tuple[tuple[date | None, date | None], ...]]]]:
    posts = {post.id: post.title for lexicon in load_lexicons() for post in lexicon.post}
    spells: dict[tuple[str, str], list[tuple[date | None, date | None]]] = {}
    names: dict[tuple[str, str], set[str]] = {}
    for occupancy in (o for lexicon in load_lexicons() for o in lexicon.occupancy):
        title = _title(posts.get(occupancy.post, ""))
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


def _title(title: str) -> str | None:
    return next((known for known in _TITLES if title == known), None)
