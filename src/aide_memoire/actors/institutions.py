"""Whose "the ministry", "the government", "the armed forces" are: a body that names no country."""

from collections import Counter

from aide_memoire.actors.heading import Heading
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor, ActorKind

DOMINANT = 0.8
"""Which share of all that a text names must be one country's, so that a body without one is that country's."""


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
        state = own or self._seated(phrase) or self._of_speaker(speaker) or self.at_home(phrase) or self.only_state()
        if state is None or stands_for == "state":
            return state
        return None if self._has_no(phrase, state) else self.unnamed(phrase, kind_for(stands_for), state)

    def state_of(self, actor: Actor) -> Actor:
        """The state that an actor belongs to; the actor itself where there is none."""
        if actor.country and actor.country in self._register.actors:
            return self._register.actor(actor.country, via="reference")
        return actor

    def state_for(self, phrase: Phrase) -> Actor | None:
        """The state of an official of whom only his kind is said ("a ministry official"), or None."""
        return self.own(phrase) or self._by_noun(phrase) or self.at_home(phrase) or self.only_state()

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


def _counts(mention: Mention) -> bool:
    """Whether a mention says that a text is about a country: a dateline and "in Lima" do not."""
    return not (mention.place and mention.form == "capital")
