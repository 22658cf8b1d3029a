"""Give a country to what is named without one: bodies, officials, by where the text is at home."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

import msgspec

from aide_memoire.actors.mention import Mention, covered_by
from aide_memoire.actors.persons import PersonFinder
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import Words, tokenize
from aide_memoire.actors.trie import Match
from aide_memoire.records import Actor, Via

DATELINE_END = 80
"""Within how many code points a dateline stands."""


class Home:
    """Where one text is at home: `country` is that of its dateline, else of its outlet, else of who acts first.

    `own` is the country that the paper speaks for, where it is an official one; `nameless` an official paper of which
    that is not known.
    """

    def __init__(
        self,
        words: Words,
        register: Register,
        persons: PersonFinder,
        day: str | None,
        mentions: list[Mention],
        *,
        own: str | None,
        outlet: str | None,
        nameless: bool,
    ) -> None:
        self._words = words
        self._register = register
        self._persons = persons
        self._day = day
        self._own = own
        lead = None if nameless else self._lead_country(mentions)
        self.country = own or self._dateline_country(mentions) or outlet or lead

    def _dateline_country(self, mentions: list[Mention]) -> str | None:
        first = mentions[0] if mentions else None
        at_head = first is not None and first.form == "capital" and first.place and first.start < DATELINE_END
        return first.actor.country if first and at_head else None

    def _lead_country(self, mentions: list[Mention]) -> str | None:
        """The country that the text begins with, if no other one is named as often.

        As often will do where it begins with a leader whose country goes without saying ("President Moon said").
        """
        governed = self._register.classes["preposition"]
        acting = (
            m
            for m in mentions
            if m.actor.country and not m.place and m.form != "demonym" and self._word_before(m.start) not in governed
        )
        first = next(acting, None)
        if first is None or first.actor.country is None:
            return None
        counts = Counter(m.actor.country for m in mentions if m.actor.country)
        others = max((often for code, often in counts.items() if code != first.actor.country), default=0)
        most = counts[first.actor.country] >= others + (not self._is_unqualified_leader(first))
        return first.actor.country if most and self._without_country(mentions) <= {first.actor.country} else None

    def _is_unqualified_leader(self, mention: Mention) -> bool:
        """Whether words name a holder of a post without his country, as a paper does with its own."""
        stated = self._register.words_for.get(mention.actor.country or "", ("",))
        return mention.actor.via == "post" and not self._words.text[mention.start : mention.end].startswith(stated)

    def _without_country(self, mentions: list[Mention]) -> set[str | None]:
        """The countries whose ministries are named without them: a paper does so with those of its own country."""
        return {
            m.actor.country
            for m in mentions
            if m.actor.kind == "ministry"
            and self._words.text[m.start : m.end].lower().endswith("ministry")
            and not self._words.text[m.start : m.end].startswith(
                self._register.words_for.get(m.actor.country or "", ("",))
            )
        }

    def _word_before(self, place: int) -> str:
        i = bisect_left(self._words.tokens, place, key=lambda t: t.start) - 1
        return self._words.form(i).lower()

    def with_bodies(self, mentions: list[Mention], matches: Iterable[Match]) -> list[Mention]:
        """Add bodies named without their country ("the Unification Ministry"): the paper's own or the only one."""
        named = {m.actor.country for m in mentions if m.actor.country}
        covered = covered_by(mentions)
        found = []
        for match in matches:
            start, end = self._words.tokens[match.first].start, self._words.tokens[match.last - 1].end
            acronym = match.last - match.first == 1 and self._words.text[start:end].isupper()
            if match.found[0].kind != "short" or start in covered or acronym or not self._words.text[start].isupper():
                continue
            entries = self._register.bodies.get(
                " ".join(t.form.lower() for t in self._words.tokens[match.first : match.last]), {}
            )
            only = next(iter(entries)) if len(entries) == 1 and not named.isdisjoint(entries) else None
            country = next((c for c in (self._own, self.country, only) if c in entries), None)
            if country and not self._goes_on(match):
                via: Via = "name" if country == self._own else "inferred"
                actor = self._register.actor(entries[country], via=via, day=self._day)
                found.append(Mention(start, end, actor, "short"))
        return sorted([*mentions, *found])

    def _goes_on(self, match: Match) -> bool:
        """Whether a longer name goes on before or after the form ("House" in "Clarence House Press")."""
        after, before = self._words.form(match.last), self._words.form(match.first - 1)
        capital = any(w[:1].isupper() and w.isalpha() for w in (after,))
        led = before[:1].isupper() and before.isalpha() and before.lower() not in self._register.classes["determiner"]
        return capital or led

    def _is_foreign(self, title: str) -> bool:
        """Whether the paper's own country has no such post, or only one whose holder would be known."""
        words = title.split()
        if any(self._register.heads.get(w) == "leader" for w in words):
            return True
        own = self._register.title_words.get(self._own or "", set())
        return any(w in self._register.classes["foreign_title"] and w not in own for w in words)

    def with_countries(self, mentions: list[Mention]) -> list[Mention]:
        """Give officials whom nobody knows a country: the paper's own, else that of the nearest country named."""
        found: dict[str, Actor] = {}
        told = {m.actor.id.partition(".")[2]: m.actor.country for m in mentions if m.form == "person"}
        for i, mention in enumerate(mentions):
            actor = mention.actor
            if mention.form != "person" or actor.country or actor.via != "name" or actor.id in found:
                continue
            country = told.get(actor.id) or self._country_of(mentions, i)
            if country:
                found[actor.id] = msgspec.structs.replace(
                    actor, id=f"{country}.{actor.id}", country=country, via="inferred"
                )
        self._persons.replace(found)
        return [m._replace(actor=found.get(m.actor.id, m.actor)) if m.form == "person" else m for m in mentions]

    def _country_of(self, mentions: list[Mention], i: int) -> str | None:
        """The only country that has such an official, the paper's own, or the text's home; never the nearest one."""
        person = mentions[i]
        title = self._words.text[person.start : person.end].lower()
        only = self._only_with(title)
        if only:
            return only
        if self._own and not self._is_foreign(title):
            return self._own
        before = [m for m in mentions[:i] if m.actor.country and "\n" not in self._words.text[m.start : person.start]]
        if not before and self.country:
            return self.country
        return None

    def _only_with(self, title: str) -> str | None:
        """The only country that has a ministry of a minister's words ("Vice Unification Minister": South Korea)."""
        words = tokenize(title.replace("minister", "Ministry").title())
        for i in range(len(words)):
            match = self._register.names.longest(words, i)
            if match and match.found[0].kind == "name" and words[match.last - 1].form == "Ministry":
                return self._register.actors[match.found[0].entry].country
        return None
