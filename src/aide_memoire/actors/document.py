"""Who is meant, anywhere in one document: mentions, references, groups."""

from bisect import bisect_right
from functools import cached_property

import msgspec

from aide_memoire.actors.ambiguity import left_open
from aide_memoire.actors.discourse import Discourse
from aide_memoire.actors.heading import (
    Heading,
    country_of_dateline,
    home_of,
    owners_of,
    state_of_body,
    state_that_publishes,
)
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.instruments import find_instruments
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.mentions import MentionFinder
from aide_memoire.actors.names import Names
from aide_memoire.actors.naming import PhraseResolver
from aide_memoire.actors.nominals import iter_nominals
from aide_memoire.actors.phrases import parse_phrase
from aide_memoire.actors.register import Register, load_register
from aide_memoire.records import Actor, Instrument

STANDS_FOR_STATE = frozenset(["state", "ministry", "parliament", "armed_force", "leader", "person", "agency", "group"])
HYPHENS = "-‑–"
AFTER_DEMONYM = 60
"""How many code points after a demonym may hold the noun that it modifies."""


class DocumentActors:
    """The actors of one document as of its date; build it once, then ask for places.

    "The Foreign Ministry in Tokyo said it would send an envoy to Hanoi." holds two mentions, and `resolve` of "it"
    gives the ministry. `published` is EDTF or None, `publisher` and `title` help to tell who "we" and "the
    president" are, `dateline` ("SEOUL, Jan. 21 (Agency) --", where it is no part of `text`) where the paper is at home.
    All offsets are code points into `text`.
    """

    def __init__(
        self,
        text: str,
        *,
        title: str | None,
        publisher: str | None,
        published: str | None,
        dateline: str | None = None,
        register: Register | None = None,
    ) -> None:
        self._text = text
        self._register = register or load_register()
        day = published[:10] if published and published[:4].isdigit() else None
        written = country_of_dateline(self._register, dateline)
        own_state = state_that_publishes(self._register, publisher, day)
        official = bool(owners_of(self._register, publisher))
        if own_state is None and official:
            own_state = state_of_body(
                self._register, publisher, MentionFinder(text, self._register, day).find(), written
            )
        finder = MentionFinder(
            text,
            self._register,
            day,
            own_country=own_state.country if own_state else None,
            home_country=written or home_of(self._register, publisher),
            nameless=(official and own_state is None) or (dateline is not None and written is None),
        )
        mentions = left_open(text, finder.find(), self._register)
        self._words = finder.words
        self._index = MentionIndex(text, finder.tokens, mentions, self._register)
        heading = Heading(
            text,
            mentions,
            self._register,
            day,
            title,
            own_state,
            finder.home_country,
            nameless=official and own_state is None,
        )
        antecedents = MentionIndex(text, finder.tokens, mentions, self._register)
        discourse = Discourse(antecedents, self._register, heading)
        self._phrases = PhraseResolver(self._index, self._register, discourse)
        for start, end in iter_nominals(self._index, self._register, finder.tokens):
            actor = self._phrases.resolve(start, end, None)
            if actor and (actor.country or actor.members or actor.kind == "armed_group"):
                antecedents.add(Mention(start, end, actor, "nominal"))

    @property
    def mentions(self) -> tuple[Actor, ...]:
        """Every known actor that the text names, in order, with its exact place; none overlaps another."""
        return tuple(self._placed(m.actor, m.start, m.end) for m in self._index.mentions)

    @cached_property
    def names(self) -> tuple[Actor, ...]:
        """Every name of an actor in its whole words, known or not ("the Iraqi government", "World Reefs Fund")."""
        names = Names(self._index, self._register, self._words, lambda a, b: self._phrases.resolve(a, b, None))
        return tuple(names.find())

    def resolve(
        self, start: int, end: int, *, speaker: Actor | None = None, direct_quote: bool = False
    ) -> Actor | None:
        """Whom the noun phrase text[start:end] means, up to the end of its sentence, or None where that stays open.

        `speaker` is who says the sentence where the caller knows it. Inside a quotation (`direct_quote`) it is
        what "we" and "you" hang on; in reported speech it is what "it" and "he" mean as well.
        """
        start, end = self._whole_name(start, self._index.first_sentence(start, end))
        words = {word.strip(".,;") for word in self._text[start:end].lower().split()}
        spoken = self._register.classes["self"] | self._register.classes["addressee"]
        actor = self._phrases.resolve(start, end, None if direct_quote and words.isdisjoint(spoken) else speaker)
        return self._placed(actor, start, end) if actor else None

    def _whole_name(self, start: int, end: int) -> tuple[int, int]:
        """The stretch with the whole of a person's name whose hyphen it was cut at ("Jae" in "Moon Jae-in")."""
        first, last = self._index.is_inside(start), self._index.is_inside(end - 1)
        if first and first.actor.kind == "person" and first.start < start and self._text[start - 1] in HYPHENS:
            start = first.start
        if last and last.actor.kind == "person" and end < last.end and self._text[end] in HYPHENS:
            end = last.end
        return start, end

    def within(self, start: int, end: int, *, exclude: Actor | None = None) -> tuple[Actor, ...]:
        """The distinct actors that a stretch of text names as actors: not as places, nor inside other names."""
        found: dict[tuple[str, ...] | str, Actor] = {}
        for mention in self._index.inside(start, end):
            if not mention.place and self._acts(mention) and not self._in_instrument(mention):
                actor = _as_party(mention.actor)
                found.setdefault(_key(actor), self._placed(actor, mention.start, mention.end))
        if exclude:
            found.pop(_key(_as_party(exclude)), None)
        return tuple(found.values())

    def _acts(self, mention: Mention) -> bool:
        """A demonym counts where it modifies a noun that stands for the state."""
        if mention.form != "demonym":
            return True
        phrase = parse_phrase(self._index, self._register, mention.end, mention.end + AFTER_DEMONYM)
        adjectives = self._register.classes["adjective_too"]
        return phrase is not None and any(
            self._register.kind_of_head(t.form) in STANDS_FOR_STATE and t.form not in adjectives
            for t in phrase.core[:4]
        )

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument that the text names or refers to, in order, as `find_instruments` finds them."""
        return find_instruments(self._text, self._register)

    def _in_instrument(self, mention: Mention) -> bool:
        """Whether it is part of an instrument's name ("the U.S.-Mexico-Canada Agreement")."""
        i = bisect_right(self.instruments, mention.start, key=lambda instrument: instrument.start) - 1
        return i >= 0 and mention.end <= self.instruments[i].end

    def _placed(self, actor: Actor, start: int, end: int) -> Actor:
        return msgspec.structs.replace(actor, text=self._text[start:end], start=start, end=end)


def _key(actor: Actor) -> tuple[str, ...] | str:
    return actor.country or actor.members or actor.id


def _as_party(actor: Actor) -> Actor:
    """An armed group is a party by itself: as a counterpart it does not stand for its country."""
    return msgspec.structs.replace(actor, country=None) if actor.kind == "armed_group" else actor
