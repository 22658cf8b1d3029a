"""Whose "the ministry", "the government", "the armed forces" are: a body that names no country."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from aide_memoire.actors.heading import Heading
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor, ActorKind

DOMINANT = 0.8
"""Which share of all that a text names must be one country's, so that a body without one is that country's."""


UNDER_DISCUSSION = 3
"""Within how many sentences the countries are named of one of which a body can be."""
MOST_CANDIDATES = 3
"""Of how many countries a body may be for these to be told: beyond, nothing is known of it."""


class Institutions:
    """The bodies of one text that are named without their country.

    Such a body is one named before, else its speaker's, else that of the country where the paper is at home, else of
    the only country that the text is about. The nearest country is never taken for it: without any of these it is None.
    """

    def __init__(self, index: MentionIndex, register: Register, heading: Heading) -> None:
        self._index = index
        self._register = register
        self._heading = heading
        counts = Counter(m.actor.country for m in index.mentions if m.actor.country and _counts(m))
        code, often = next(iter(counts.most_common(1)), (None, 0))
        self._main = code if often >= DOMINANT * counts.total() else None

    def of_phrase(self, phrase: Phrase, stands_for: str, speaker: Actor | None) -> Actor | None:
        """The body, or for "the government" the state, that a phrase of that kind means."""
        if phrase.head in self._register.classes["never_own"]:
            return self._foreign(phrase)
        if phrase.head == "kingdom":
            return self._kingdom(phrase)
        own = self.own(phrase)
        earlier = self._named_before(phrase, stands_for)
        if earlier and (own is None or earlier.country == own.country):
            return self.state_of(earlier) if stands_for == "state" else earlier
        introduced = self._introduced(phrase) if own is None else None
        if introduced:
            return introduced
        told = own or self._seated(phrase) or self._of_speaker(speaker)
        state = told or self.at_home(phrase) or self.only_state()
        if state is None:
            return self._open(phrase, stands_for)
        if stands_for != "state" and self._has_no(phrase, state):
            return None
        body = state if stands_for == "state" else self.unnamed(phrase, kind_for(stands_for), state)
        return body if told or body is None else msgspec.structs.replace(body, via="inferred")

    def _open(self, phrase: Phrase, stands_for: str) -> Actor | None:
        """The body or post of one of a few countries under discussion, of which nothing decides; else None."""
        content = self.content(phrase)
        named = any(t.form[0].isupper() for t in phrase.rest)
        if named or not content or not (stands_for == "leader" or phrase.head in self._register.classes["own_body"]):
            return None
        spoken_of = self._under_discussion(phrase)
        states = [s for s in spoken_of if not self._has_no(phrase, s)]
        if stands_for == "leader":
            states = [s for s in states if self._has_post(phrase, s)]
        kind = kind_for(stands_for)
        bodies = states if stands_for == "state" else [self.unnamed(phrase, kind, s) for s in states]
        name = self._index.text[content[0].start : content[-1].end]
        found = [body for body in bodies if body]
        return one_of(found, name, "state" if stands_for == "state" else kind) if len(spoken_of) > 1 else None

    def _under_discussion(self, phrase: Phrase) -> list[Actor]:
        """The two or three states that the sentences up to a phrase speak of, the most often named first."""
        now = self._index.sentences.number_of(phrase.start)
        start = self._index.sentences.start_at(max(0, now - UNDER_DISCUSSION))
        near = takewhile(lambda m: m.start >= start, self._index.before(phrase.start))
        spoken_of = Counter(
            m.actor.country
            for m in reversed(list(near))
            if m.actor.country in self._register.actors and not m.place and m.actor.kind != "armed_group"
        )
        if len(spoken_of) > MOST_CANDIDATES:
            return []
        return [self._register.actor(code, via="reference") for code, _often in spoken_of.most_common() if code]

    def _has_post(self, phrase: Phrase, state: Actor) -> bool:
        """Whether a state is not known to be without a post: the United States have no prime minister."""
        title = {t.form.lower() for t in self.content(phrase)}
        every_state_has = phrase.head == "minister" and "prime" not in title
        words = self._register.title_words.get(state.country or "")
        return every_state_has or not words or title <= words

    def state_of(self, actor: Actor) -> Actor:
        """The state that an actor belongs to; the actor itself where there is none."""
        if actor.country and actor.country in self._register.actors:
            return self._register.actor(actor.country, via="reference")
        return actor

    def official(self, phrase: Phrase, *, is_post: bool) -> Actor | None:
        """An official of whom only his kind is said ("a ministry official"); of a post it may be open whose it is."""
        called = self._by_noun(phrase)
        state = called or self.at_home(phrase) or self.only_state()
        if state is None:
            return self._open(phrase, "leader") if is_post else None
        found = self.unnamed(phrase, "person", state)
        return found if called or found is None else msgspec.structs.replace(found, via="inferred")

    def own(self, phrase: Phrase) -> Actor | None:
        """In a paper that speaks for a state "the President", "the Department" and "the Order" are its own."""
        content = self.content(phrase)
        return self._heading.own_state if content and content[0].form[0].isupper() else None

    def at_home(self, phrase: Phrase) -> Actor | None:
        """The country that the text is written in, where the text speaks of it at all; its own paper may not name it.

        In a sentence of an official paper that has named another country it stays open whose "the military" is.
        """
        home, own = self._heading.home, self._heading.own_state
        if home and own and home.country == own.country:
            sentence = self._index.in_sentence(self._index.sentences.number_of(phrase.start), phrase.start)
            return home if all(m.actor.country in (None, home.country) for m in sentence) else None
        spoken_of = home and any(m.actor.country == home.country and _counts(m) for m in self._index.mentions)
        return home if spoken_of else None

    def only_state(self) -> Actor | None:
        """The country that the text is about, where it is about one."""
        if self._main is None or self._heading.nameless:
            return None
        return self._register.actor(self._main, via="reference")

    def unnamed(self, phrase: Phrase, kind: ActorKind, state: Actor) -> Actor | None:
        """A state's body or official by the phrase's own words, or the register's entry for them."""
        if state.country is None:
            return None
        content = self.content(phrase)
        name = self._index.text[content[0].start : content[-1].end] if content else phrase.head
        entry = self._register.institutions.get((state.country, name.lower()))
        if entry:
            return self._register.actor(entry, via="reference")
        return Actor(id=f"{state.country}.{slug(name)}", name=name, country=state.country, kind=kind, via="reference")

    def content(self, phrase: Phrase) -> list[Token]:
        """The words of the core without its determiners."""
        return [t for t in phrase.core if t.form.lower() not in self._register.classes["determiner"]]

    # --- by what went before ---------------------------------------------------------------------------------------

    def _named_before(self, phrase: Phrase, stands_for: str) -> Actor | None:
        """The body meant by an earlier and fuller name: subjects of the nearest sentence that holds one first."""
        found: list[Mention] = []
        number = None
        for mention in self._index.before(phrase.start):
            here = self._index.sentences.number_of(mention.start)
            if number is not None and here < number:
                break
            belongs = mention.actor.country or mention.actor.kind == "organisation"
            if belongs and not mention.place and self._is_fuller(mention, phrase, stands_for):
                found.append(mention)
                number = here
        subjects = [m for m in found if self._index.is_subject(m)]
        return (subjects or found)[-1].actor if found else None

    def _is_fuller(self, mention: Mention, phrase: Phrase, stands_for: str) -> bool:
        """Whether a mention is a body that a phrase can mean: its kind or noun, and none but the phrase's own words."""
        words = [t.form.lower() for t in self.content(phrase)]
        if stands_for == "state":
            return self._index.is_followed_by(mention, phrase.head)
        kinds = {kind_for(stands_for), "organisation"} if stands_for == "agency" else {kind_for(stands_for)}
        if mention.actor.kind not in kinds:
            return False
        if len(words) == 1:
            return True
        entry = self._register.institutions.get((mention.actor.country or "", " ".join(words)))
        said = self._index.text[mention.start : mention.end].lower().split()
        return entry == mention.actor.id or set(words) <= set(said)

    def _introduced(self, phrase: Phrase) -> Actor | None:
        """The unknown body whose full name has the noun ("the Trilateral Secretariat" before "The Secretariat")."""
        content = self.content(phrase)
        if len(content) != 1 or not content[0].form[0].isupper():
            return None
        name = self._index.longer_name(content[0].form, phrase.start)
        return Actor(id=slug(name), name=name, country=None, kind="organisation", via="reference") if name else None

    def _has_no(self, phrase: Phrase, state: Actor) -> bool:
        """Whether a state is known to have no such body: there is no "presidential office" in Japan."""
        words = [t.form.lower() for t in self.content(phrase)]
        owners = self._register.bodies.get(" ".join(words), {})
        return len(words) > 1 and bool(owners) and state.country not in owners

    def _by_noun(self, phrase: Phrase) -> Actor | None:
        """The state of the last one that was named with the same noun ("the Danish army" before "the army")."""
        for mention in self._index.before(phrase.start):
            if mention.actor.country and self._index.is_followed_by(mention, phrase.head):
                return self.state_of(mention.actor)
        return None

    def _of_speaker(self, speaker: Actor | None) -> Actor | None:
        return self.state_of(speaker) if speaker and speaker.country else None

    def _seated(self, phrase: Phrase) -> Actor | None:
        """The state of a capital that follows the phrase ("The National Security Council in Seoul")."""
        near = next(iter(self._index.between(phrase.end, phrase.end + 8)), None)
        if near is None or near.form != "capital":
            return None
        return self.state_of(near.actor) if self._index.text[phrase.end : near.start] == " in " else None

    def _foreign(self, phrase: Phrase) -> Actor | None:
        """Whom "the regime" means: one called so before, else the only country that is not the paper's own."""
        called = self._by_noun(phrase)
        if called:
            return called
        own = {s.country for s in (self._heading.own_state, self._heading.home) if s}
        others = {m.actor.country for m in self._index.mentions if m.actor.country and not m.place} - own
        return self._register.actor(str(others.pop()), via="reference") if len(others) == 1 else None

    def _kingdom(self, phrase: Phrase) -> Actor | None:
        """The kingdom named last."""
        for mention in self._index.before(phrase.start):
            if mention.actor.country in self._register.classes["kingdom"]:
                return self.state_of(mention.actor)
        return None


def one_of(fitting: Sequence[Actor], name: str, kind: ActorKind) -> Actor | None:
    """One of several actors, which of them is open, the likeliest first; where only one fits, that one."""
    ids = tuple(dict.fromkeys(a.id for a in fitting))
    if len(ids) < 2:
        return msgspec.structs.replace(fitting[0], via="inferred") if fitting else None
    return Actor(id="|".join(sorted(ids)), name=name, country=None, kind=kind, via="reference", candidates=ids)


def _counts(mention: Mention) -> bool:
    """Whether a mention says that a text is about a country: a dateline and "in Lima" do not."""
    return not (mention.place and mention.form == "capital")
