"""Find every known actor in a text: names, metonyms, demonyms with institutions, posts with names.

One pass of the trie gives the known words; this module says which of them mean an actor here ("Korea Herald" is an
outlet, "in Washington" a place) and joins what belongs together ("Iran's Foreign Ministry" is one mention).
"""

from collections.abc import Iterator
from functools import cached_property

from aide_memoire.actors.entries import FormClass
from aide_memoire.actors.home import Home
from aide_memoire.actors.incumbents import Incumbents
from aide_memoire.actors.mention import Mention, covered_by
from aide_memoire.actors.persons import PersonFinder
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Token, Words, slug, tokenize
from aide_memoire.actors.traps import Traps
from aide_memoire.actors.trie import Match
from aide_memoire.records import Actor, Via

COUNTRY_FORMS = ("name", "demonym", "people", "seat", "capital", "context")
_VIA: dict[FormClass, Via] = {"demonym": "name", "people": "name", "seat": "metonym", "capital": "metonym"}


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
        nameless: bool = False,
    ) -> None:
        self.text = text
        self.own_country = own_country
        self.home_country = home_country
        self.nameless = nameless
        self.register = register
        self.day = day
        self.tokens: list[Token] = tokenize(text)
        self._forms = {t.form for t in self.tokens}
        self.words = Words(text, self.tokens)
        self._matches = {m.first: m for m in map(self._unbroken, register.names.scan(self.tokens)) if m}
        self.incumbents = Incumbents(register, day)
        self.persons = PersonFinder(self.words, register, day, self._taken())
        self._traps = Traps(self.words, register, self.persons)

    def find(self) -> list[Mention]:
        """All mentions in order of place, none overlapping another."""
        first_pass = list(self._known())
        home = Home(
            self.words,
            self.register,
            self.persons,
            self.day,
            first_pass,
            own=self.own_country,
            outlet=self.home_country,
            nameless=self.nameless,
        )
        self.home_country = home.country
        first_pass = home.with_countries(home.with_bodies(first_pass, self._matches.values()))
        bare = self.persons.bare_names(covered_by(first_pass))
        later = [Mention(p.start, p.end, p.actor, "surname") for p in bare]
        blocked = covered_by(later)
        return sorted([m for m in first_pass if not blocked.intersection(range(m.start, m.end))] + later)

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
        """A title that only one country has ("the US leader"): whoever holds the post on the day, else its words."""
        posts = {f.entry for f in match.found if f.kind == "title"}
        countries = {self.register.posts[p].country for p in posts}
        start, end = self.tokens[match.first].start, self.tokens[match.last - 1].end
        said = self.text[start:end]
        state = self.register.actors.get(min(countries, key=str) or "") if len(countries) == 1 else None
        if state is None or not said.startswith(self.register.words_for[state.id]):
            return None
        actor = self.incumbents.in_office(posts) if self._form(match.first - 1).lower() in ("the", "") else None
        if actor is None:
            own = f"{state.id}.{slug(said)}"
            actor = Actor(id=own, name=said, country=state.country, kind="person", via="name")
        return Mention(start, end, actor, "title")

    def _from_country(self, match: Match, entry: str, kind: FormClass) -> tuple[Mention | None, int]:
        start = self.tokens[match.first].start
        after = match.last + (self._form(match.last) == "'s")
        code = self.register.actors[entry].country
        joined = None if self.words.is_gap(after) else self._joined(start, after, code)
        if joined:
            return joined
        namesake = self.persons.namesake(match.first)
        if namesake:
            return Mention(start, self.tokens[match.last - 1].end, namesake, "surname"), match.last
        other = self._given_name(match) or self._carrier(match, kind)
        if other:
            return other
        if self._traps.hold(match, kind) or self._is_bygone(match, entry):
            return None, match.last
        actor = self.register.actor(entry, via=_VIA.get(kind, "name"), day=self.day)
        return Mention(start, self.tokens[match.last - 1].end, actor, kind, self._is_place(match, kind)), match.last

    def _joined(self, start: int, after: int, code: str | None) -> tuple[Mention, int] | None:
        """A country with the body, the titled person, or both that follow it ("Chad's Foreign Minister Ali Ten")."""
        institution = self._institution(after, code) if code else None
        if institution:
            after = institution[1]
        person = None if self.words.is_gap(after) else self.persons.at(after, code)
        if person and person.titled and person.actor.country in (code, None):
            return Mention(start, person.end, person.actor, "person" if code else "name"), person.last
        if institution:
            return Mention(start, self.tokens[after - 1].end, institution[0], "short"), after
        return None

    def _unbroken(self, match: Match) -> Match | None:
        """A match that no end of a paragraph, that of a title which no end of a line cuts; or what stands before it."""
        lines = 1 if any(f.kind == "title" for f in match.found) else 2
        cut = next((i for i in range(match.first + 1, match.last) if self.words.is_gap(i, lines)), None)
        if cut is None:
            return match
        before = self.register.names.longest(self.tokens[match.first : cut], 0)
        return Match(match.first, match.first + before.last, before.found) if before else None

    def _code_at(self, i: int) -> str | None:
        match = self._matches.get(i)
        return self._country_of(match) if match else None

    def _country_of(self, match: Match) -> str | None:
        entry = self._country(match)[0]
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
        cued = not self._forms.isdisjoint(entry.cues) or entry.actor in self._parties
        return free and self._form(match.first - 1) in entry.after and cued

    @cached_property
    def _parties(self) -> set[str]:
        """Those who are party to the well-known instruments that the text names."""
        matches = self.register.instrument_names.scan(self.tokens)
        return {party for m in matches for party in self.register.instruments[m.found[0].entry].parties}

    def _closes(self, match: Match) -> bool:
        """Whether a trap holds here: those with cues only where a cue stands in the text, and no counter-cue."""
        trap = next(self.register.traps[f.entry] for f in match.found if f.kind == "not_actor")
        if not trap.document:
            return True
        return not self._forms.isdisjoint(trap.document) and self._forms.isdisjoint(trap.unless)

    def _institution(self, first: int, code: str) -> tuple[Actor, int] | None:
        match = self._matches.get(first) or self.register.names.longest(self.tokens, first)
        if not match or self.words.is_split(match.first, match.last) or not any(f.kind == "short" for f in match.found):
            return None
        form = " ".join(t.form.lower() for t in self.tokens[match.first : match.last])
        entry = self.register.institutions.get((code, form))
        return (self.register.actor(entry, via="name", day=self.day), match.last) if entry else None

    def _carrier(self, match: Match, kind: FormClass) -> tuple[Mention, int] | None:
        """A company by its country's name ("Air Denmark")."""
        country = self._country_of(match)
        if kind != "name" or country is None or self._form(match.first - 1) != "Air":
            return None
        start, end = self.tokens[match.first - 1].start, self.tokens[match.last - 1].end
        name = self.text[start:end]
        actor = Actor(id=f"{country}.{slug(name)}", name=name, country=country, kind="organisation", via="name")
        return Mention(start, end, actor, "name"), match.last

    def _given_name(self, match: Match) -> tuple[Mention, int] | None:
        """A person whose given name is a country's ("the banker Chad Hansen resigned"); later his surname means him."""
        surname, after = match.last, match.last + 1
        if match.last - match.first > 1 or self._form(match.first) not in self.register.classes["given_name"]:
            return None
        goes_on = self.words.is_capital(after) and self._form(after) not in ("Jr", "Sr")
        if goes_on or not self.words.is_capital(surname) or self.words.is_gap(after):
            return None
        if not self._traps.is_prose[surname] or not self.persons.is_free_surname(surname):
            return None
        person = self.persons.introduce(match.first, after, given=False)
        return Mention(person.start, person.end, person.actor, "person"), after

    def _is_bygone(self, match: Match, entry: str) -> bool:
        """ "The former Soviet Union" in a text of a day on which that is no more: it acts no longer."""
        end = self.register.actors[entry].end
        return bool(end and self.day and end < self.day) and self._form(match.first - 1).lower() == "former"

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
