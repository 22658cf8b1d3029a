"""Find every known actor in a text: names, metonyms, demonyms with institutions, posts with names.

One pass of the trie gives the known words; this module says which of them mean an actor here ("Korea Herald" is an
outlet, "in Washington" a place) and joins what belongs together ("Iran's Foreign Ministry" is one mention).
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from aide_memoire.actors.entries import FormClass
from aide_memoire.actors.persons import PersonFinder
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token, tokenize
from aide_memoire.actors.trie import Match
from aide_memoire.records import Actor, Via

COUNTRY_FORMS = ("name", "demonym", "people", "seat", "capital", "context")
_VIA: dict[FormClass, Via] = {"demonym": "name", "people": "name", "seat": "metonym", "capital": "metonym"}


DATELINE_END = 80
LEAD_END = 300
SAME_SENTENCE = 150
"""How many code points farther a country after a person counts than one before."""


class Mention(NamedTuple):
    """An actor at a place of the text; `place` where the words only say where ("in Seoul")."""

    start: int
    end: int
    actor: Actor
    form: FormClass
    place: bool = False


class MentionFinder:
    """Finds the mentions of one text as of a day ("2021-01-21", or a prefix of it, or None)."""

    def __init__(
        self,
        text: str,
        register: Register,
        day: str | None,
        *,
        own_country: str | None = None,
        home_country: str | None = None,
    ) -> None:
        self.text = text
        self.own_country = own_country
        self.home_country = home_country
        self.register = register
        self.day = day
        self.tokens: list[Token] = tokenize(text)
        self._words = {t.form for t in self.tokens}
        self._matches = {m.first: m for m in register.names.scan(self.tokens)}
        self.persons = PersonFinder(text, self.tokens, register, day, self._taken())

    def find(self) -> list[Mention]:
        """All mentions in order of place, none overlapping another."""
        first_pass = list(self._known())
        self.home_country = self._dateline_country(first_pass) or self.home_country or self._lead_country(first_pass)
        first_pass = self._with_countries(self._with_bodies(first_pass))
        bare = self.persons.bare_names(_covered(first_pass))
        later = [Mention(p.start, p.end, p.actor, "surname") for p in bare]
        blocked = _covered(later)
        return sorted([m for m in first_pass if not blocked.intersection(range(m.start, m.end))] + later)

    def _dateline_country(self, mentions: list[Mention]) -> str | None:
        first = mentions[0] if mentions else None
        at_head = first is not None and first.form == "capital" and first.place and first.start < DATELINE_END
        return first.actor.country if first and at_head else None

    def _lead_country(self, mentions: list[Mention]) -> str | None:
        """The country of the person or state that the text begins with."""
        governed = self.register.classes["preposition"]
        acting = (
            m
            for m in mentions
            if m.actor.country and not m.place and m.form != "demonym" and self._word_before(m.start) not in governed
        )
        first = next(acting, None)
        return first.actor.country if first and first.start < LEAD_END else None

    def _word_before(self, place: int) -> str:
        i = bisect_left(self.tokens, place, key=lambda t: t.start) - 1
        return self._form(i).lower()

    def _with_bodies(self, mentions: list[Mention]) -> list[Mention]:
        """Add bodies named without their country ("the Unification Ministry"): the paper's own or the only one."""
        named = {m.actor.country for m in mentions if m.actor.country}
        covered = _covered(mentions)
        found = []
        for match in self._matches.values():
            start, end = self.tokens[match.first].start, self.tokens[match.last - 1].end
            acronym = match.last - match.first == 1 and self.text[start:end].isupper()
            if match.found[0].kind != "short" or start in covered or acronym or not self.text[start].isupper():
                continue
            entries = self.register.bodies.get(
                " ".join(t.form.lower() for t in self.tokens[match.first : match.last]), {}
            )
            only = next(iter(entries)) if len(entries) == 1 and not named.isdisjoint(entries) else None
            country = next((c for c in (self.own_country, self.home_country, only) if c in entries), None)
            if country and not self._goes_on(match):
                actor = self.register.actor(entries[country], via="name", day=self.day)
                found.append(Mention(start, end, actor, "short"))
        return sorted([*mentions, *found])

    def _goes_on(self, match: Match) -> bool:
        """Whether a longer name goes on before or after the form ("House" in "Clarence House Press")."""
        after, before = self._form(match.last), self._form(match.first - 1)
        capital = any(w[:1].isupper() and w.isalpha() for w in (after,))
        led = before[:1].isupper() and before.isalpha() and before.lower() not in self.register.classes["determiner"]
        return capital or led

    def _is_foreign(self, title: str) -> bool:
        """Whether the paper's own country has no such post, or only one whose holder would be known."""
        words = title.split()
        if any(self.register.heads.get(w) == "leader" for w in words):
            return True
        own = self.register.title_words.get(self.own_country or "", set())
        return any(w in self.register.classes["foreign_title"] and w not in own for w in words)

    def _with_countries(self, mentions: list[Mention]) -> list[Mention]:
        """Give officials whom nobody knows a country: the paper's own, else that of the nearest country named."""
        found: dict[str, Actor] = {}
        told = {m.actor.id.partition(".")[2]: m.actor.country for m in mentions if m.form == "person"}
        for i, mention in enumerate(mentions):
            actor = mention.actor
            if mention.form != "person" or actor.country or actor.via != "name" or actor.id in found:
                continue
            country = told.get(actor.id) or self._country_near(mentions, i)
            if country:
                found[actor.id] = msgspec.structs.replace(actor, id=f"{country}.{actor.id}", country=country)
        self.persons.replace(found)
        return [m._replace(actor=found.get(m.actor.id, m.actor)) if m.form == "person" else m for m in mentions]

    def _country_near(self, mentions: list[Mention], i: int) -> str | None:
        person = mentions[i]
        title = self.text[person.start : person.end].lower()
        if self.own_country and not self._is_foreign(title):
            return self.own_country
        before = [m for m in mentions[:i] if m.actor.country and "\n" not in self.text[m.start : person.start]]
        if not before and self.home_country:
            return self.home_country
        near = sorted(
            (m for m in mentions if m.actor.country and m.actor.kind == "state"),
            key=lambda m: (m.start > person.start) * SAME_SENTENCE + abs(m.start - person.start),
        )
        return near[0].actor.country if near else None

    def _known(self) -> Iterator[Mention]:
        i = 0
        while i < len(self.tokens):
            mention, after = self._at(i)
            if mention:
                yield mention
            i = max(after, i + 1)

    def _at(self, i: int) -> tuple[Mention | None, int]:
        """The mention that begins at a token, and the token after it."""
        match = self._matches.get(i)
        country, kind = self._country(match) if match else (None, None)
        if match and country and kind:
            return self._from_country(match, country, kind)
        person = self.persons.at(i, None) or self.persons.apposed(i, self._code_at)
        if person:
            return Mention(person.start, person.end, person.actor, "person"), person.last
        if match and match.found[0].kind == "title":
            return self._office(match), match.last
        return None, match.last if match and match.found[0].kind == "not_actor" and self._closes(match) else i + 1

    def _office(self, match: Match) -> Mention | None:
        """A title that only one country has ("the US leader"): whoever holds the post on the day."""
        posts = {f.entry for f in match.found if f.kind == "title"}
        countries = {self.register.posts[p].country for p in posts}
        first = self.tokens[match.first]
        said = self.text[first.start : self.tokens[match.last - 1].end]
        state = self.register.actors.get(min(countries, key=str) or "") if len(countries) == 1 else None
        if state is None or not said.startswith((state.name, *state.aliases, *state.demonyms)):
            return None
        actor = self.persons.holder(posts)
        return Mention(first.start, self.tokens[match.last - 1].end, actor, "title") if actor else None

    def _from_country(self, match: Match, entry: str, kind: FormClass) -> tuple[Mention | None, int]:
        start = self.tokens[match.first].start
        after = match.last + (self._form(match.last) == "'s")
        code = self.register.actors[entry].country
        if code:
            institution = self._institution(after, code)
            if institution:
                actor, last = institution
                person = self.persons.at(last, code)
                if person and person.titled:
                    return Mention(start, person.end, person.actor, "person"), person.last
                return Mention(start, self.tokens[last - 1].end, actor, "short"), last
        person = self.persons.at(after, code)
        if person and person.titled:
            return Mention(start, person.end, person.actor, "person" if code else "name"), person.last
        namesake = self.persons.namesake(match.first)
        if namesake:
            return Mention(start, self.tokens[match.last - 1].end, namesake, "surname"), match.last
        if self._is_trap(match, kind):
            return None, match.last
        actor = self.register.actor(entry, via=_VIA.get(kind, "name"), day=self.day)
        return Mention(start, self.tokens[match.last - 1].end, actor, kind, self._is_place(match, kind)), match.last

    def _code_at(self, i: int) -> str | None:
        match = self._matches.get(i)
        entry = self._country(match)[0] if match else None
        return self.register.actors[entry].country if entry else None

    def _country(self, match: Match) -> tuple[str | None, FormClass | None]:
        if any(f.kind == "not_actor" for f in match.found) and self._closes(match):
            return None, None
        for form in match.found:
            if form.kind == "context":
                if self._in_context(form.entry, match):
                    return self.register.context_names[form.entry].actor, "context"
            elif form.kind in COUNTRY_FORMS:
                return form.entry, self._preferred(match, form.kind)
        return None, None

    def _preferred(self, match: Match, kind: FormClass) -> FormClass:
        """A form that is name and adjective both ("US") is an adjective before a lower-case word, else a name."""
        if kind == "name" and any(f.kind == "demonym" for f in match.found):
            following = self._form(match.last)
            if following.isalpha() and following.islower() and self.register.kind_of_head(following):
                return "demonym"
        return kind

    def _in_context(self, name: str, match: Match) -> bool:
        entry = self.register.context_names[name]
        following = self._form(match.last)
        free = following != "of" and not (following[:1].isupper() and following.isalpha()) and following != "-"
        return free and self._form(match.first - 1) in entry.after and not self._words.isdisjoint(entry.cues)

    def _closes(self, match: Match) -> bool:
        """Whether a trap holds here: those with cues only where a cue stands in the text, and no counter-cue."""
        trap = next(self.register.traps[f.entry] for f in match.found if f.kind == "not_actor")
        if not trap.document:
            return True
        return not self._words.isdisjoint(trap.document) and self._words.isdisjoint(trap.unless)

    def _institution(self, first: int, code: str) -> tuple[Actor, int] | None:
        match = self._matches.get(first) or self.register.names.longest(self.tokens, first)
        if not match or not any(f.kind == "short" for f in match.found):
            return None
        form = " ".join(t.form.lower() for t in self.tokens[match.first : match.last])
        entry = self.register.institutions.get((code, form))
        return (self.register.actor(entry, via="name", day=self.day), match.last) if entry else None

    def _is_trap(self, match: Match, kind: FormClass) -> bool:
        """Outlets, venues and proper nouns that begin with the name ("Oslo University", "China Mobile")."""
        classes = self.register.classes
        following = self._form(match.last)
        if following in classes["outlet"] or (following in classes["venue"] and kind not in ("demonym", "people")):
            return True
        if kind in ("capital", "seat") and (
            following in classes["instrument"] or following in classes["instrument_common"]
        ):
            return True
        if self._is_compound(match):
            return True
        return self._is_surname(match)

    def _is_surname(self, match: Match) -> bool:
        """A country's name after a given name ("the lawyer Vernon Jordan"); from then on it is the person's."""
        before = self._form(match.first - 1)
        given = before.isalpha() and before[:1].isupper() and not before.isupper()
        if self._form(match.first) not in self.register.classes["also_personal_name"] or not given:
            return False
        if not self.persons.is_free_name(match.first - 1):
            return False
        self.persons.introduce(match.first - 1, match.last)
        return True

    def _is_compound(self, match: Match) -> bool:
        """ "pro-Danish", "Danish-backed", "Danish-born": about somebody else than Denmark."""
        classes = self.register.classes
        before = self._form(match.first - 1) == "-" and self._form(match.first - 2).lower() in classes["leaning"]
        return before or (self._form(match.last) == "-" and self._form(match.last + 1).lower() in classes["affected"])

    def _is_place(self, match: Match, kind: FormClass) -> bool:
        before = self._form(match.first - 1).lower()
        if before == "the":
            before = self._form(match.first - 2).lower()
        if kind in ("name", "capital") and before in self.register.classes["place_only"]:
            return True
        return kind == "capital" and self._is_dateline(match)

    def _is_dateline(self, match: Match) -> bool:
        start, end = self.tokens[match.first].start, self.tokens[match.last - 1].end
        line_start = start == 0 or self.text[start - 1] == "\n"
        following = self._form(match.last)
        dated = following == "," and self._form(match.last + 1).rstrip(".") in self.register.classes["month"]
        return dated or (line_start and (following in ("(", "-", "/") or self.text[start:end].isupper()))

    def _form(self, i: int) -> str:
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def _taken(self) -> set[int]:
        """Tokens that are a country's or organisation's name, which no person's name may run into."""
        kinds = {*COUNTRY_FORMS, "not_actor"}
        return {i for m in self._matches.values() if m.found[0].kind in kinds for i in range(m.first, m.last)}


def _covered(mentions: list[Mention]) -> set[int]:
    return {i for m in mentions for i in range(m.start, m.end)}
