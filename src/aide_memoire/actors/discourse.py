"""Reference inside a document: "it", "the ministry", "both sides", "we", by what was named before and who speaks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from aide_memoire.actors.groups import group_of, iter_runs
from aide_memoire.actors.heading import Heading
from aide_memoire.actors.mentions import Mention
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.sentences import Sentences
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor, ActorKind, Via

type Fits = Callable[[Actor], bool]

_TURN = re.compile(r"^(?:Q|[A-Z][A-Z .,'’\-]{2,60})(?: \([^)\n]{1,60}\))?:", re.M)
_BODY: tuple[ActorKind, ...] = ("ministry", "agency", "parliament", "armed_force")
SINGULAR_SELF = ("i", "my", "me", "mine")
NEAR = 3
LOOK_BACK = 12
"""How many sentences a reference may look back over."""


class Discourse:
    """What the text has said before a place, and who speaks there."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        register: Register,
        day: str | None,
        title: str | None,
        publisher: str | None,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._token_starts = [t.start for t in tokens]
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._register = register
        self._sentences = Sentences(text, tokens)
        self._turns = [(m.start(), m.group()) for m in _TURN.finditer(text)]
        self._heading = Heading(text, mentions, register, day, title, publisher)
        self._own_state = self._heading.own_state

    # --- who is meant by a pronoun -----------------------------------------------------------------------------

    def is_pronoun(self, words: str) -> bool:
        """Whether the words are a pronoun that this module decides about."""
        return any(words in self._register.classes[c] for c in ("self", "singular_person", "thing", "plural"))

    def pronoun(self, words: str, place: int, speaker: Actor | None, direct_quote: bool) -> Actor | None:
        """Whom "we", "he", "it" or "they" means at a place, or None."""
        classes = self._register.classes
        if words in classes["self"]:
            return self._self(words, place, speaker)
        if words in classes["singular_person"]:
            return self._earlier(place, lambda a: a.kind == "person", speaker)
        if words in classes["thing"]:
            return self._earlier(place, lambda a: a.kind != "person" and a.kind != "group", speaker)
        if words in classes["plural"]:
            return self._earlier_group(place) or self._earlier(place, lambda a: a.kind == "armed_group", None)
        return None

    def _self(self, words: str, place: int, speaker: Actor | None) -> Actor | None:
        said = speaker or self._speaker(place)
        if said:
            return said if words in SINGULAR_SELF or not said.country else self.state_of(said)
        if words not in SINGULAR_SELF and self._heading.joint:
            return self._heading.joint
        return self._own_state

    def _speaker(self, place: int) -> Actor | None:
        """Who says the words at a place: the turn of a transcript, or the verb of saying beside the quotation."""
        turns = [t for t in self._turns if t[0] <= place]
        if turns:
            start, label = turns[-1]
            named = [m for m in self._mentions if start <= m.start < start + len(label)]
            if named:
                return named[0].actor
            return self._own_state if "PRESIDENT" in label or "SECRETARY" in label or label.startswith("MR") else None
        quote = self._sentences.quote_around(place)
        if quote is None:
            return None
        return self._sayer(quote)

    def _sayer(self, quote: tuple[int, int]) -> Actor | None:
        first, after = self._sentences.paragraph_of(quote[0])
        last = after if after is not None else len(self._text)
        saying = self._register.classes["saying"]
        near: list[tuple[int, Mention]] = []
        for mention in self._between(first, last):
            if quote[0] <= mention.start < quote[1] or self._sentences.quote_around(mention.start):
                continue
            window = self._text[max(first, mention.start - 30) : mention.end + 40].lower().split()
            spoken = any(w.strip('.,"“”') in saying for w in window)
            distance = min(abs(mention.start - quote[1]), abs(quote[0] - mention.end))
            if spoken:
                near.append((distance, mention))
        return min(near, key=lambda pair: pair[0])[1].actor if near else None

    # --- who is meant by "the ministry", "the two sides" -----------------------------------------------------------

    def reference(self, phrase: Phrase, stands_for: str, place: int) -> Actor | None:
        """Whom a definite phrase of a known head noun means ("the ministry", "both sides", "officials")."""
        if stands_for == "group" or (phrase.head in ("leaders", "ministers") and phrase.core[0].form.lower() != "a"):
            return self._earlier_group(place) or self._heading.joint
        if stands_for in ("ministry", "agency", "parliament", "armed_force"):
            kind = kind_for(stands_for)
            found = self._earlier(place, lambda a: a.kind == kind or (a.kind == "organisation" and kind == "agency"), None)
            return found or self._of_salient(phrase, kind, place)
        if stands_for == "leader":
            found = self._leader(phrase, place)
            return found or self._of_salient(phrase, "person", place)
        if stands_for == "state":
            return self._salient_state(place)
        if stands_for == "person":
            return self._person(phrase, place) or self._of_salient(phrase, "person", place)
        if stands_for == "armed_group":
            return self._earlier(place, lambda a: a.kind == "armed_group", None) or self._of_salient(phrase, "armed_group", place)
        return self._earlier(place, lambda a: a.kind == "organisation", None)

    def introduced(self, name: str, before: int) -> Actor | None:
        """The person or body that a name meant earlier in the text."""
        for mention in self._before(before):
            if mention.actor.name == name:
                return mention.actor
        return None

    def state_of(self, actor: Actor) -> Actor | None:
        """The state that an actor belongs to."""
        if actor.country and actor.country in self._register.actors:
            return self._register.actor(actor.country, via="reference")
        return actor

    def _leader(self, phrase: Phrase, place: int) -> Actor | None:
        wanted = phrase.head
        for mention in self._before(place):
            if mention.actor.kind == "person" and wanted in self._text[mention.start : mention.end].lower():
                return mention.actor
        own = self._own_state
        return own if own and phrase.core[-1].form[0].isupper() else None

    def _person(self, phrase: Phrase, place: int) -> Actor | None:
        wanted = phrase.head
        for mention in self._before(place):
            if mention.actor.kind == "person" and wanted in self._text[mention.start : mention.end].lower().split():
                return mention.actor
        return None

    def _of_salient(self, phrase: Phrase, kind: ActorKind, place: int) -> Actor | None:
        """An unnamed body or person of the country under discussion ("officials" after a line about Peru)."""
        state = self._salient_state(place)
        if state is None or state.country is None:
            return None
        words = [t.form for t in phrase.core if t.form.lower() not in self._register.classes["determiner"]]
        name = " ".join(words)
        entry = self._register.institutions.get((state.country, name.lower()))
        if entry:
            return self._register.actor(entry, via="reference")
        return Actor(id=f"{state.country}.{slug(name)}", name=name, country=state.country, kind=kind, via="reference")

    # --- what was named before ---------------------------------------------------------------------------------

    def _before(self, place: int) -> Iterator[Mention]:
        for i in range(bisect_left(self._starts, place) - 1, -1, -1):
            if self._mentions[i].end <= place:
                yield self._mentions[i]

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_subject(self, mention: Mention) -> bool:
        """Whether nothing before it in its clause is a preposition that governs it."""
        i = bisect_left(self._token_starts, mention.start) - 1
        while i >= 0 and self._tokens[i].form.lower() in self._register.classes["determiner"]:
            i -= 1
        word = self._tokens[i].form.lower() if i >= 0 else ""
        return word not in self._register.classes["preposition"] and not mention.place and mention.form != "demonym"

    def _earlier(self, place: int, fits: Fits, speaker: Actor | None) -> Actor | None:
        """The nearest sentence's first fitting subject, else its last fitting mention."""
        if speaker and fits(speaker):
            return speaker
        now = self._sentences.number_of(place)
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            found = [m for m in self._in_sentence(number, place) if fits(m.actor) and not m.place]
            subjects = [m for m in found if self._is_subject(m)]
            if subjects:
                return subjects[0].actor
            if found:
                return found[0].actor
        return None

    def _in_sentence(self, number: int, place: int) -> list[Mention]:
        start = self._sentences.start_at(number)
        end = min(place, self._sentences.start_at(number + 1, len(self._text)))
        return [m for m in self._between(start, end) if m.end <= place]

    def _salient_state(self, place: int) -> Actor | None:
        """The country under discussion: of the nearest earlier subject that has one; else the text's main one."""
        found = self._earlier(place, lambda a: a.country is not None, None)
        if found:
            return self.state_of(found)
        if self._own_state:
            return self._own_state
        counts = Counter(m.actor.country for m in self._mentions if m.actor.country)
        return self._register.actor(counts.most_common(1)[0][0], via="reference") if counts else None

    def _earlier_group(self, place: int) -> Actor | None:
        """The group named or coordinated last; those whom the title brings together; the two countries named last."""
        now = self._sentences.number_of(place)
        own = self._heading.joint or self._heading.pair
        depth = 1 if own else NEAR
        for number in range(now, max(-1, now - depth), -1):
            group = self._group_in(self._in_sentence(number, place))
            if group:
                return group
        return own or self._accumulated(now, place)

    def _group_in(self, mentions: Sequence[Mention]) -> Actor | None:
        mentions = [m for m in mentions if not m.place]
        for run in iter_runs(self._text, mentions, self._register.classes["joining"]):
            if self._is_subject(run[0]):
                group = group_of(self._register, [m.actor for m in run], "reference")
                if group and group.members:
                    return group
        named = [m.actor for m in mentions if m.actor.kind == "group" and self._is_subject(m)]
        if named:
            return named[-1]
        met = [m.actor for m in mentions if m.actor.kind == "person" or self._is_subject(m)]
        group = group_of(self._register, met[:2], "reference")
        return group if group and group.members else None

    def _accumulated(self, now: int, place: int) -> Actor | None:
        seen: list[Actor] = []
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            seen += [m.actor for m in reversed(self._in_sentence(number, place)) if not m.place]
            group = group_of(self._register, list(reversed(seen)), "reference")
            if group and group.members and len(group.members) > 1:
                return group
        return None
