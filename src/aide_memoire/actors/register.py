"""The actor register: every known actor, post and occupancy, with one index of the words that name them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from aide_memoire.actors.entries import (
    ActorEntry,
    ContextName,
    FormClass,
    InstrumentEntry,
    Lexicon,
    Membership,
    Occupancy,
    Post,
    Trap,
)
from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.actors.tokens import fold, forms, slug
from aide_memoire.actors.trie import Form, Trie
from aide_memoire.errors import LexiconError
from aide_memoire.records import Actor, ActorKind, Via

type Key = tuple[str, ...]


class Register:
    """What is known of actors before a text is read. Build it once (`load_register`); it is never changed."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        parts = tuple(lexicons)
        self.actors: dict[str, ActorEntry] = _unique(a for part in parts for a in part.actor)
        self.posts: dict[str, Post] = _unique(p for part in parts for p in part.post)
        self.instruments: dict[str, InstrumentEntry] = _unique(i for part in parts for i in part.instrument)
        self.seats = {seat.form: seat for part in parts for seat in part.seat}
        self.occupancies: tuple[Occupancy, ...] = tuple(o for part in parts for o in part.occupancy)
        self.traps: dict[str, Trap] = {t.form: t for part in parts for t in part.trap}
        self.outlets: dict[str, str] = {n: o.country for part in parts for o in part.outlet for n in o.names}
        self.context_names: dict[str, ContextName] = {c.form: c for part in parts for c in part.context_name}
        self.ambiguous = {form: a for part in parts for a in part.ambiguous for form in a.forms}
        self.alliances = tuple(frozenset(a.members) for part in parts for a in part.alliance)
        self.cameo_roles = tuple(role for part in parts for role in part.cameo_role)
        self.never_self = {c.actor for c in self.context_names.values() if not c.own}
        self.words_for: dict[str, tuple[str, ...]] = {
            a.id: (
                a.name,
                *a.aliases,
                *a.demonyms,
                *a.metonyms,
                *(s.form for s in self.seats.values() if s.actor == a.id),
            )
            for a in self.actors.values()
            if a.kind == "state"
        }
        self.heads = {w: h.stands_for for part in parts for h in part.head for w in reversed(h.words)}
        self.classes = {c.id: frozenset(c.words) for part in parts for c in part.word_class}
        self.people: dict[str, list[Occupancy]] = _by_person(self.occupancies)
        self.by_slug: dict[str, list[Occupancy]] = _by_slug(self.people)
        self.surnames: dict[str, list[Occupancy]] = _by_surname(self.occupancies)
        self.full_names: dict[Key, str] = {
            tuple(fold(name).split()): o.person for o in self.occupancies for name in (o.person, *o.spellings)
        }
        self.titles: dict[str, set[str]] = _by_title(self.posts.values())
        self.title_words: dict[str, set[str]] = defaultdict(set)
        for title, countries in self.titles.items():
            for country in countries:
                self.title_words[country] |= set(title.split())
        self.institutions: dict[tuple[str, str], str] = _by_short(self.actors.values())
        self.bodies: dict[str, dict[str, str]] = defaultdict(dict)
        for (country, form), entry in self.institutions.items():
            self.bodies[form][country] = entry
        self.names = Trie(self._actor_forms())
        self.instrument_names = Trie(_instrument_forms(self.instruments.values()))

    def actor(self, entry: str, *, via: Via, day: str | None = None) -> Actor:
        """The record for a known actor, without a place in a text yet; its members are those of the day."""
        known = self.actors[entry]
        members = known.members_on(day) if known.kind == "group" else None
        if entry in COUNTED_AS_MEMBER:
            members = (entry,)
        return Actor(
            id=known.id, name=known.name, kind=known.kind, country=known.country, members=members or None, via=via
        )

    def state_name(self, code: str) -> str:
        """The usual name of a state or of an organisation that counts among members ("KOR" -> "South Korea")."""
        return self.actors[code].name if code in self.actors else code

    def kind_of_head(self, word: str) -> str | None:
        """What a head noun stands for ("officials" -> "person")."""
        lower = word.lower()
        singular = f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
        return self.heads.get(lower) or self.heads.get(singular)

    def are_allied(self, members: Sequence[str]) -> bool:
        """Whether each of several states is bound to defend another one of them ("KOR" and "USA": yes)."""
        pairs = [(m, n) for m in members for n in members if m != n]
        linked = [any(m in alliance and n in alliance for alliance in self.alliances) for m, n in pairs]
        return any(linked) and all(
            any(ok for (a, _b), ok in zip(pairs, linked, strict=True) if a == m) for m in members
        )

    def check(self) -> None:
        """Raise LexiconError where an entry refers to one that does not exist; a test holds the package's own to it."""
        for seat in self.seats.values():
            self._known(seat.actor, self.actors, f"seat {seat.form}")
        for post in self.posts.values():
            if post.country is not None:
                self._known(post.country, self.actors, f"post {post.id}")
            self._known(post.actor, self.actors, f"post {post.id}")
        for occupancy in self.occupancies:
            self._known(occupancy.post, self.posts, f"occupancy of {occupancy.person}")
        for alliance in self.alliances:
            for code in alliance:
                self._known(code, self.actors, "an alliance")
        for instrument in self.instruments.values():
            for party in instrument.parties:
                self._known(party, self.actors, f"instrument {instrument.id}")
        for actor in self.actors.values():
            for member in actor.members:
                self._known(member.id if isinstance(member, Membership) else member, self.actors, f"actor {actor.id}")

    @staticmethod
    def _known(entry: str, entries: Iterable[str], place: str) -> None:
        if entry not in entries:
            raise LexiconError(
                f"{place} refers to {entry}, which no lexicon has", remedy="Add the entry or correct it."
            )

    def _actor_forms(self) -> Iterator[tuple[Key, tuple[Form, ...]]]:
        for actor in self.actors.values():
            for form, kind in _actor_names(actor):
                yield forms(form), (Form(actor.id, kind),)
        for seat in self.seats.values():
            kind = "capital" if seat.kind == "capital" else "seat"
            yield forms(seat.form), (Form(seat.actor, kind),)
        for post in self.posts.values():
            for title in {post.title, *post.titles}:
                for form in {title, title.lower()}:
                    yield forms(form), (Form(post.id, "title"),)
        for person, held in self.people.items():
            for name in {person, *(s for o in held for s in o.spellings)}:
                for spelling in spellings(name):
                    if len(forms(spelling)) > 1:
                        yield forms(spelling), (Form(person, "person"),)
        for name in self.context_names:
            yield forms(name), (Form(name, "context"),)
        for trap in self.traps.values():
            yield forms(trap.form), (Form(trap.form, "not_actor"),)


COUNTED_AS_MEMBER = frozenset(["EU", "UN", "NATO", "ASEAN", "AU", "IAEA"])
"""The organisations whose code stands among the members of a group (the exchange format's own list)."""


@cache
def load_register() -> Register:
    """The register out of the lexicons of the package, built once a process; raises LexiconError."""
    return Register(load_lexicons())


def kind_for(stands_for: str) -> ActorKind:
    """The kind of actor that a class of head nouns makes."""
    kinds: dict[str, ActorKind] = {
        "state": "government",
        "leader": "person",
        "person": "person",
        "ministry": "ministry",
        "agency": "agency",
        "parliament": "parliament",
        "armed_force": "armed_force",
        "armed_group": "armed_group",
        "group": "group",
    }
    return kinds.get(stands_for, "organisation")


def spellings(name: str) -> Iterator[str]:
    """A name as written, and as the Korean and Chinese given names are written otherwise ("Jae-in" -> "Jae In")."""
    yield name
    head, dash, tail = name.partition("-")
    if dash and tail[:1].islower():
        yield f"{head} {tail.capitalize()}"
        yield f"{head}-{tail.capitalize()}"


def _actor_names(actor: ActorEntry) -> Iterator[tuple[str, FormClass]]:
    for name in {actor.name, *actor.aliases}:
        yield name.removeprefix("the "), "name"
    for form in actor.demonyms:
        yield form, "demonym"
    for form in actor.people:
        yield form, "people"
    for form in actor.metonyms:
        yield form, "seat"
    for form in {short for s in actor.short for short in (s, s.lower())}:
        yield form, "short"


def _unique[E: (ActorEntry, Post, InstrumentEntry)](entries: Iterable[E]) -> dict[str, E]:
    found: dict[str, E] = {}
    for entry in entries:
        if entry.id in found:
            raise LexiconError(f"The id {entry.id} stands twice in the lexicons", remedy="Give each entry its own id.")
        found[entry.id] = entry
    return found


def _by_person(occupancies: Iterable[Occupancy]) -> dict[str, list[Occupancy]]:
    people: dict[str, list[Occupancy]] = defaultdict(list)
    for occupancy in occupancies:
        people[occupancy.person].append(occupancy)
    return dict(people)


def _by_slug(people: Mapping[str, list[Occupancy]]) -> dict[str, list[Occupancy]]:
    """The occupancies of each person by the end of his id ("moon-jae-in" of "KOR.moon-jae-in")."""
    found: dict[str, list[Occupancy]] = defaultdict(list)
    for person, held in people.items():
        found[slug(person)].extend(held)
    return dict(found)


ALIKE = 0.6
"""How like the surname the last word of a spelling is, from 0 to 1, to be another spelling of it."""


def _by_surname(occupancies: Iterable[Occupancy]) -> dict[str, list[Occupancy]]:
    names: dict[str, list[Occupancy]] = defaultdict(list)
    for occupancy in occupancies:
        for surname in {surname_of(occupancy), *_respelt(occupancy)}:
            for name in {surname, surname.removeprefix("al-").removeprefix("el-").removeprefix("Al-")}:
                names[name].append(occupancy)
    return dict(names)


def _respelt(occupancy: Occupancy) -> Iterator[str]:
    """The surname in other spellings of the whole name ("Zelenskyy"); not a given name that stands last there."""
    for spelling in occupancy.spellings:
        last = fold(spelling.split()[-1])
        if SequenceMatcher(None, last, surname_of(occupancy)).ratio() >= ALIKE:
            yield last


def surname_of(occupancy: Occupancy) -> str:
    """The name a person goes by when not named in full: as the entry says, else the last word."""
    return fold(occupancy.surname or occupancy.person.split()[-1])


def _by_title(posts: Iterable[Post]) -> dict[str, set[str]]:
    titles: dict[str, set[str]] = defaultdict(set)
    for post in posts:
        for title in (post.title, *post.titles):
            titles[title.lower()].add(post.country or post.id)
    return dict(titles)


def _by_short(actors: Iterable[ActorEntry]) -> dict[tuple[str, str], str]:
    return {
        (actor.country, " ".join(forms(short.lower()))): actor.id
        for actor in actors
        if actor.country
        for short in actor.short
    }


def _instrument_forms(instruments: Iterable[InstrumentEntry]) -> Iterator[tuple[Key, tuple[Form, ...]]]:
    for entry in instruments:
        for name in {entry.name.partition(" (")[0], *entry.aliases}:
            yield forms(name), (Form(entry.id, "name"),)
