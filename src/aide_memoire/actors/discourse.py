"""Reference inside a document: "it", "the ministry", "both sides", "we", by what was named before and who speaks."""

from collections import Counter
from collections.abc import Callable, Sequence

from aide_memoire.actors.groups import group_of, iter_runs, members_of
from aide_memoire.actors.heading import Heading
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.nominals import is_plural
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.speech import Speech
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor, ActorKind

type Fits = Callable[[Actor], bool]

SINGULAR_SELF = frozenset(["i", "my", "me", "mine", "myself"])
NEAR = 3
LOOK_BACK = 12
"""How many sentences a group, and any other reference, may look back over."""


class Discourse:
    """What the text has said before a place, and who speaks there."""

    def __init__(self, index: MentionIndex, register: Register, heading: Heading) -> None:
        self._index = index
        self._register = register
        self.heading = heading
        self._speech = Speech(index, register, heading.own_state)

    # --- pronouns ----------------------------------------------------------------------------------------------

    def is_pronoun(self, words: str) -> bool:
        """Whether the words are a pronoun that this module decides about."""
        kinds = ("self", "singular_person", "thing", "plural", "addressee")
        return any(words in self._register.classes[c] for c in kinds)

    def pronoun(self, words: str, place: int, speaker: Actor | None) -> Actor | None:
        """Whom "we", "he", "it" or "they" means at a place, or None."""
        classes = self._register.classes
        if words in classes["self"]:
            return self.self_of(words, place, speaker)
        if words in classes["addressee"]:
            return self._addressee(place, speaker)
        if words in classes["singular_person"]:
            return self._earlier(place, lambda a: a.kind == "person", speaker)
        if words == "it" and self._is_expletive(place):
            return None
        if words in classes["thing"]:
            near = self._nearest(place) if words == "its" else None
            return near or self._earlier(place, lambda a: a.kind != "person" and a.kind != "group", speaker)
        return self._several(place)

    def _is_expletive(self, place: int) -> bool:
        """Whether an "it" stands for nobody ("it is important that …")."""
        after = self._index.words_after(place, 8)
        skipped = next((i for i, w in enumerate(after[1:], start=1) if w not in self._register.classes["being"]), 0)
        return skipped > 1 and after[skipped] in self._register.classes["expletive"]

    def _several(self, place: int) -> Actor | None:
        """Who "they" are: the nearest sentence's subject that is a group or a plural ("Danish officials")."""
        if self.heading.pair or self.heading.joint:
            return self.earlier_group(place)
        now = self._index.sentences.number_of(place)
        for number in range(now, max(-1, now - NEAR), -1):
            mentions = self._index.in_sentence(number, place)
            group = self._group_in(mentions)
            plural = [m for m in mentions if self._is_plural(m) and self._index.is_subject(m)]
            if group and not (plural and plural[0].actor.kind != "group"):
                return group
            if plural:
                return plural[0].actor
        return self.earlier_group(place)

    def _is_plural(self, mention: Mention) -> bool:
        if mention.form in ("nominal", "short"):
            return is_plural(self._index.text[mention.start : mention.end])
        return mention.form == "people" or mention.actor.kind in ("group", "armed_group")

    def self_of(self, words: str, place: int, speaker: Actor | None) -> Actor | None:
        """Who "we" or "I" is: the speaker's state, the speaker, those of a joint paper, or the paper's own state."""
        said = speaker or self._speech.speaker_at(place)
        if said:
            return said if words in SINGULAR_SELF or not said.country else self.state_of(said)
        quote = self._index.sentences.quote_around(place)
        if quote and not self.heading.own_state:
            found = self._earlier(quote[0], lambda a: a.kind == "person", None)
            return found if not found or words in SINGULAR_SELF else self.state_of(found)
        if words not in SINGULAR_SELF and self.heading.joint:
            return self.heading.joint
        return self.heading.own_state

    def _addressee(self, place: int, speaker: Actor | None) -> Actor | None:
        """ "You" in a meeting of two: the other one."""
        said = speaker or self._speech.speaker_at(place)
        both = self.heading.pair or self.heading.joint
        others = [c for c in (both.members if both and both.members else ()) if not said or c != said.country]
        return self._register.actor(others[0], via="reference") if said and len(others) == 1 else None

    # --- "the ministry", "the two sides" -------------------------------------------------------------------------

    def reference(self, phrase: Phrase, stands_for: str) -> Actor | None:
        """Whom a phrase of a known head noun means that names nobody ("the ministry", "both sides", "officials")."""
        place = phrase.start
        if stands_for == "group":
            return self._all_concerned(phrase) or self.earlier_group(place, self._count(phrase))
        if stands_for in ("leader", "person"):
            return self._person(phrase, place)
        if stands_for == "state" and phrase.head in self._register.classes["never_own"]:
            return self._other_state(place)
        if stands_for == "state":
            return self._own(phrase) or self._explicit(phrase, place) or self._at_home() or self._salient_state(place)
        kind = kind_for(stands_for)
        if stands_for == "organisation":
            return self._earlier(place, lambda a: a.kind == kind, None)
        wanted = {kind, "organisation"} if kind == "agency" else {kind}
        found = self._earlier(place, lambda a: a.kind in wanted, None) if self._is_bare(phrase) else None
        return found or self._of_salient(phrase, kind, place)

    def state_of(self, actor: Actor) -> Actor:
        """The state that an actor belongs to; the actor itself where there is none."""
        if actor.country and actor.country in self._register.actors:
            return self._register.actor(actor.country, via="reference")
        return actor

    def _person(self, phrase: Phrase, place: int) -> Actor | None:
        """The last person of that title; several persons of a meeting; else somebody of the country spoken of."""
        plural = phrase.head.endswith("s")
        if plural and (self.heading.pair or self.heading.joint):
            return self.earlier_group(place, self._count(phrase))
        title = " ".join(t.form.lower() for t in self._content(phrase))
        own = self._own(phrase)
        if own and own.country not in self._register.titles.get(title, {own.country}):
            own = None
        for mention in self._index.before(place):
            said = self._index.text[mention.start : mention.end].lower()
            if mention.actor.kind == "person" and title in said and (title.startswith("vice") or "vice " not in said):
                if own and mention.actor.country != own.country:
                    continue
                return mention.actor
        if own:
            return self._unnamed(phrase, "person", own)
        return self._of_salient(phrase, "person", place)

    def _own(self, phrase: Phrase) -> Actor | None:
        """In a paper that speaks for a state "the President", "the Department" and "the Order" are its own."""
        content = self._content(phrase)
        return self.heading.own_state if content and content[0].form[0].isupper() else None

    def _explicit(self, phrase: Phrase, place: int) -> Actor | None:
        """The state of the last one that was named with the same noun ("the Danish army" before "the army")."""
        for mention in self._index.before(place):
            if mention.actor.country and self._index.is_followed_by(mention, phrase.head):
                return self.state_of(mention.actor)
        return None

    def _at_home(self) -> Actor | None:
        """The country that the text is written in, where the text speaks of it at all."""
        home = self.heading.home
        return (
            home
            if home and any(m.actor.country == home.country and not m.place for m in self._index.mentions)
            else None
        )

    def _other_state(self, place: int) -> Actor | None:
        """A country spoken of that is not the paper's own: nobody calls his own government a regime."""
        own = {s.country for s in (self.heading.own_state, self.heading.home) if s}
        found = self._earlier(place, lambda a: a.country is not None and a.country not in own, None)
        return self.state_of(found) if found else None

    def _all_concerned(self, phrase: Phrase) -> Actor | None:
        """ "All sides", "the relevant parties": the last group of three or more that the text names."""
        if not any(t.form.lower() in self._register.classes["every"] for t in phrase.core):
            return None
        groups = [m.actor for m in self._index.mentions if m.actor.kind == "group" and m.form != "nominal"]
        return next((g for g in reversed(groups) if len(members_of(g)) > 2), None)

    def _of_salient(self, phrase: Phrase, kind: ActorKind, place: int) -> Actor | None:
        """An unnamed body or person of the country under discussion ("officials" after a line about Peru)."""
        state = self._own(phrase) or self._explicit(phrase, place) or self._at_home() or self._salient_state(place)
        return self._unnamed(phrase, kind, state) if state else None

    def _unnamed(self, phrase: Phrase, kind: ActorKind, state: Actor) -> Actor | None:
        if state.country is None:
            return None
        content = self._content(phrase)
        name = self._index.text[content[0].start : content[-1].end] if content else phrase.head
        entry = self._register.institutions.get((state.country, name.lower()))
        if entry:
            return self._register.actor(entry, via="reference")
        return Actor(id=f"{state.country}.{slug(name)}", name=name, country=state.country, kind=kind, via="reference")

    def _content(self, phrase: Phrase) -> list[Token]:
        return [t for t in phrase.core if t.form.lower() not in self._register.classes["determiner"]]

    def _is_bare(self, phrase: Phrase) -> bool:
        return len(self._content(phrase)) == 1

    # --- what was named before -----------------------------------------------------------------------------------

    def _earlier(self, place: int, fits: Fits, speaker: Actor | None) -> Actor | None:
        """The nearest sentence's first fitting subject, else its first fitting mention."""
        if speaker and fits(speaker):
            return speaker
        now = self._index.sentences.number_of(place)
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            found = [m for m in self._index.in_sentence(number, place) if fits(m.actor) and not m.place]
            subjects = [m for m in found if self._index.is_subject(m)]
            if found:
                return (subjects or found)[0].actor
        return None

    def _nearest(self, place: int) -> Actor | None:
        """The last thing named in the sentence before a place."""
        now = self._index.sentences.number_of(place)
        found = [m.actor for m in self._index.in_sentence(now, place) if m.actor.kind not in ("person", "group")]
        return found[-1] if found else None

    def _salient_state(self, place: int) -> Actor | None:
        """The country under discussion: of the nearest earlier subject that has one; else the text's main one."""
        found = self._earlier(place, lambda a: a.country is not None, None)
        if found:
            return self.state_of(found)
        if self.heading.own_state:
            return self.heading.own_state
        counts = Counter(m.actor.country for m in self._index.mentions if m.actor.country)
        return self._register.actor(counts.most_common(1)[0][0], via="reference") if counts else None

    def earlier_group(self, place: int, count: int | None = None) -> Actor | None:
        """The group named or coordinated last; those whom the title brings together; the countries named last.

        `count` is how many members the words ask for ("the two sides": 2), None where they leave it open.
        """
        now = self._index.sentences.number_of(place)
        own = self.heading.joint or self.heading.pair
        for number in range(now, max(-1, now - (1 if own else NEAR)), -1):
            group = self._group_in(self._index.in_sentence(number, place))
            if _is_of(group, count):
                return group
        return own if _is_of(own, count) else self._accumulated(now, place, count)

    def _group_in(self, mentions: Sequence[Mention]) -> Actor | None:
        mentions = [m for m in mentions if not m.place]
        for run in iter_runs(self._index.text, mentions, self._register.classes["joining"]):
            if self._index.is_subject(run[0]):
                group = group_of(self._register, [m.actor for m in run], "reference")
                if group and group.kind == "group":
                    return group
        named = [m.actor for m in mentions if m.actor.kind == "group" and self._index.is_subject(m)]
        if named:
            return named[-1]
        met = [m.actor for m in mentions if m.actor.kind == "person" or self._index.is_subject(m)]
        group = group_of(self._register, met[:2], "reference")
        return group if group and group.kind == "group" else None

    def _accumulated(self, now: int, place: int, count: int | None) -> Actor | None:
        """The countries named last: as many as asked for, else those of the nearest sentences that hold two."""
        seen: list[Actor] = []
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            for mention in reversed(self._index.in_sentence(number, place)):
                if mention.place:
                    continue
                seen.append(mention.actor)
                group = group_of(self._register, list(reversed(seen)), "reference")
                if count and group and group.kind == "group" and _is_of(group, count):
                    return group
            group = group_of(self._register, list(reversed(seen)), "reference")
            if group and group.kind == "group" and count is None:
                return group
        return None

    def _count(self, phrase: Phrase) -> int | None:
        words = {t.form.lower() for t in phrase.core}
        return next((n for n, word in enumerate(NUMBERS, start=2) if word in words), 2 if "both" in words else None)


NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")


def _is_of(group: Actor | None, count: int | None) -> bool:
    """Whether there is a group, of as many as asked for; a state and a movement in it are two sides of one country."""
    if group is None or count is None:
        return group is not None
    size = len(members_of(group))
    return size == count or (size == 1 and count == 2 and "+" in group.id)
