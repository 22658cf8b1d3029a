"""Between which days a text can have been written, by the people whom it names with their posts.

A text that speaks of "President Biden" in office was not written before 20 January 2021; one that also speaks of
"President Moon" not after May 2022. A former holder has left, an elected one has yet to begin; the late and the acting
say nothing.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from aide_memoire.actors.entries import Occupancy, Post
from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.actors.tokens import fold
from aide_memoire.dates.edtf import bounds
from aide_memoire.dates.lexicon import load_lexicon as load_time_words
from aide_memoire.documents.evidence import load_words
from aide_memoire.documents.names import Names, Place, folded

type Spell = tuple[date | None, date | None]
type State = Literal["holds", "beside", "named", "left", "elect", "new"]

_NEW_FOR = timedelta(days=180)
_SHORT_GAP = timedelta(days=100)
_LONGEST = 30_000
_BEFORE, _AFTER = 70, 60  # characters around a name in which its title may stand
_QUALIFIER = 24


class Term(msgspec.Struct, frozen=True):
    """A person as the text names them ("President Biden"), whether in office, and the spells that can be meant.

    `state`: "holds" with the title before the name, "beside" with it nearby, "named" by the full name alone, "left"
    after "former", "elect" after "President-elect" or "incoming", "new" after "new" or "newly appointed". `unknown`:
    when nobody is on record as the holder of that post, so that it may have been theirs.
    """

    text: str
    start: int
    person: str
    spells: tuple[Spell, ...]
    state: State = "holds"
    unknown: tuple[Spell, ...] = ()
    posts: frozenset[str] = frozenset()

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
    """Find the holders of posts whom a text names by title as in office, first mention of each.

    In "President Biden met former President Obama." that is "President Biden", from 2021-01-20 to 2025-01-20.
    """
    return tuple(term for term in find_people(text) if term.state == "holds")


@lru_cache(maxsize=4)
def find_people(text: str) -> tuple[Term, ...]:
    """Find those who ever held a post, with what the words around say of it, first mention of each in each state."""
    text = text[:_LONGEST]
    found: dict[tuple[str, tuple[Spell, ...], State], Term] = {}
    plain, lower = folded(text)
    for place in _people().names.scan(plain, lower):
        for term in _terms(place, text, lower):
            found.setdefault((term.person, term.spells, term.state), term)
    return tuple(found.values())


def find_new_terms(text: str) -> Iterator[NewTerm]:
    """Find where a text says that a named holder's office is only beginning."""
    for match in _patterns().new.finditer(text[:_LONGEST]):
        for term in find_terms(match[0]):
            yield NewTerm(match[0], term)


class _Tenure(NamedTuple):
    """One post that a person held: its titles, lower case, and when."""

    post: str
    person: str
    titles: tuple[str, ...]
    spell: Spell


class _People(NamedTuple):
    """All names, which of them are surnames, whom each can mean, and when the holder of a post is not on record."""

    names: Names
    surnames: frozenset[str]
    tenures: dict[str, list[_Tenure]]
    unknown: dict[str, tuple[Spell, ...]]


def _terms(place: Place, text: str, plain: str) -> Iterator[Term]:
    """The person of a name, where the words around it say what he is; all who share that title and name, in doubt."""
    name, start, end = place
    tenures = _people().tenures[name]
    is_single = not re.search(r"[\s-]", name)
    if is_single and _goes_on(text, end):
        return
    before = plain[max(0, start - _BEFORE) : start].rstrip()
    elect = _patterns().elect.search(before)
    before = before[: elect.start()] if elect else before
    title = max((t for held in tenures for t in held.titles if _ends_with(before, t)), key=len, default=None)
    if title is not None:
        begin = plain.rfind(title, 0, start)
        state = "elect" if elect else _state(plain[max(0, begin - _QUALIFIER) : begin])
        held = [t for t in tenures if title in t.titles]
    elif _AN_ADMINISTRATION.match(plain, end):
        begin, state = start, "holds"
        held = [t for t in tenures if "president" in t.titles]
    elif is_single or name in _people().surnames:
        return
    else:
        begin = start
        held, state = _beside(tenures, before, plain[end : end + _AFTER])
    if held and state:
        person = " or ".join(sorted({t.person for t in held}))
        spells = tuple(dict.fromkeys(t.spell for t in held))
        unknown = tuple(dict.fromkeys(gap for t in held for gap in _people().unknown[t.post]))
        posts = frozenset(t.post for t in held)
        yield Term(text[begin:end], begin, person, spells, state, unknown, posts)


_NEXT_NAME = re.compile(r"[ -]([A-Z][a-z]\w*)")
_AN_ADMINISTRATION = re.compile(r"\sadministration\b")
_APPOSED = re.compile(r",((?:\s[\w.'’-]+){1,6})")


def _goes_on(text: str, end: int) -> bool:
    """Whether another name follows a single one: "Ismail Haniyeh" is no Ismail. A day is none ("Bush Monday")."""
    follows = _NEXT_NAME.match(text, end)
    return follows is not None and follows[1].lower() not in load_time_words().words


def _beside(tenures: list[_Tenure], before: str, after: str) -> tuple[list[_Tenure], State | None]:
    """The posts whose title stands beside a full name, past a comma: "the premier, Ivo Dahl", "Ivo Dahl, premier"."""
    apposed = _APPOSED.match(after)
    beside = apposed[1] if apposed else ""
    held = [t for t in tenures if any(_ends_with(before, f"{title},") or f" {title}" in beside for title in t.titles)]
    if not held:
        return tenures, "named"
    return held, "beside" if _state(before) and _patterns().left_word.search(beside) is None else None


def _ends_with(before: str, title: str) -> bool:
    return before.endswith(title) and not before[: -len(title)][-1:].isalnum()


def _state(before: str) -> State | None:
    """What the words before a title say of its holder; None where they say that it is not this title's holder."""
    if _patterns().left.search(before):
        return "left"
    if _patterns().incoming.search(before):
        return "elect"
    if _patterns().newly.search(before):
        return "new"
    return None if _patterns().not_now.search(before) else "holds"


class _Patterns(msgspec.Struct, frozen=True):
    left: re.Pattern[str]
    left_word: re.Pattern[str]
    not_now: re.Pattern[str]
    elect: re.Pattern[str]
    incoming: re.Pattern[str]
    newly: re.Pattern[str]
    new: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    office, begins = ("|".join(map(re.escape, load_words(name))) for name in ("office", "begins"))
    left, not_now, elect, incoming, newly = (
        "|".join(map(re.escape, load_words(name))) for name in ("left", "not_now", "elect", "incoming", "newly")
    )
    return _Patterns(
        re.compile(rf"\b(?:{left})[-\s](?:[\w.]+\s){{0,2}}$"),
        re.compile(rf"\b(?:{left})\b"),
        re.compile(rf"\b(?:{not_now})\W*$"),
        re.compile(rf"[-\s](?:{elect})$"),
        re.compile(rf"\b(?:{incoming})\s(?:[\w.]+\s)?$"),
        re.compile(rf"\b(?:{newly})\s(?:[\w.]+\s)?$"),
        re.compile(
            r"\b(?:once|when|after|as soon as|until)\b[^.\n]{0,60}?\b(?:"
            rf"{office})\b\s(?:is|are|has been|takes?|comes?)\s(?:fully\s)?(?:{begins})"
        ),
    )


@cache
def _people() -> _People:
    posts = {post.id: post for lexicon in load_lexicons() for post in lexicon.post}
    tenures: dict[str, list[_Tenure]] = {}
    spells: dict[str, list[Spell]] = {}
    surnames, names = set(), set()
    for occupancy in (o for lexicon in load_lexicons() for o in lexicon.occupancy):
        post = posts.get(occupancy.post)
        if post is None or occupancy.start is None:
            continue
        tenure = _Tenure(post.id, occupancy.person, _titles(post), _spell(occupancy))
        spells.setdefault(post.id, []).append(tenure.spell)
        surname = occupancy.surname or occupancy.person.split()[-1]
        surnames.add(fold(surname).lower())
        forms = {occupancy.person, surname, *occupancy.spellings}
        names |= forms
        for form in {fold(form).lower() for form in forms}:
            tenures.setdefault(form, []).append(tenure)
    unknown = {post: tuple(_gaps(held)) for post, held in spells.items()}
    return _People(Names(names), frozenset(surnames), tenures, unknown)


def _gaps(spells: list[Spell]) -> Iterator[Spell]:
    """The times that none of the spells of a post is on record for."""
    known: date | None = None
    for start, end in sorted(spells, key=lambda s: s[0] or date.min):
        if start and (known is None or start - known > _SHORT_GAP):
            yield known, start
        known = max(known or date.min, end or date.max)
    if known and known < date.max:
        yield known, None


def _titles(post: Post) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(title).lower() for title in (post.title, *post.titles)))


def _spell(occupancy: Occupancy) -> Spell:
    end = bounds(occupancy.end)[1] if occupancy.end else None
    return bounds(occupancy.start or "")[0], end
