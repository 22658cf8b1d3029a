"""Reference inside a document: "it", "the ministry", "both sides", "we", by what was named before and who speaks."""

from collections.abc import Callable

from aide_memoire.actors.heading import Heading
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.institutions import Institutions
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.speech import Speech
from aide_memoire.actors.together import Together, count_in
from aide_memoire.records import Actor, ActorKind

type Fits = Callable[[Actor], bool]

SINGULAR_SELF = frozenset(["i", "my", "me", "mine", "myself"])
NAMED_BY_PLACE = frozenset(["state", "agency", "group"])
"""What "of" and a name after it belongs to: "the people of X", "the Board of X"; a "Secretary of X" is an office."""
TOGETHER = 12
"""How many code points before "we" hold "together, "."""
LOOK_BACK = 12
"""How many sentences a reference may look back over."""


class Discourse:
    """What the text has said before a place, and who speaks there."""

    def __init__(self, index: MentionIndex, register: Register, heading: Heading) -> None:
        self._index = index
        self._register = register
        self.heading = heading
        self.institutions = Institutions(index, register, heading)
        self.together = Together(index, register, heading)
        self._speech = Speech(index, heading.own_state)

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
        if words == "him":
            return self._other_person(place, speaker)
        if words in classes["singular_person"]:
            return self._acting_person(place) or self._earlier(place, lambda a: a.kind == "person", speaker)
        if words == "it" and self._is_expletive(place):
            return None
        if words in classes["thing"]:
            near = self._nearest(place) if words == "its" else None
            return near or self._earlier(place, lambda a: a.kind != "person" and a.kind != "group", speaker)
        return self.together.they(place)

    def _is_expletive(self, place: int) -> bool:
        """Whether an "it" stands for nobody ("it is important that …")."""
        after = self._index.words_after(place, 8)
        skipped = next((i for i, w in enumerate(after[1:], start=1) if w not in self._register.classes["being"]), 0)
        return skipped > 1 and after[skipped] in self._register.classes["expletive"]

    def self_of(self, words: str, place: int, speaker: Actor | None) -> Actor | None:
        """Who "we" or "I" is: the speaker's state, the speaker, those of a joint paper, or the paper's own state."""
        said = speaker or self._speech.speaker_at(place)
        if self._is_together(words, place):
            return self.heading.joint or self.heading.pair
        if said:
            if words in SINGULAR_SELF:
                return said if said.kind in ("person", "state") else None
            return self.institutions.state_of(said)
        quote = self._index.sentences.quote_around(place)
        if quote and not self.heading.own_state:
            found = self._earlier(quote[0], lambda a: a.kind == "person", None)
            return found if not found or words in SINGULAR_SELF else self.institutions.state_of(found)
        if words not in SINGULAR_SELF and self.heading.joint:
            return self.heading.joint
        return self.heading.own_state

    def _is_together(self, words: str, place: int) -> bool:
        """Whether "we" are those who meet, and not the speaker's state alone ("together, we will", "we both")."""
        if words in SINGULAR_SELF or not (self.heading.joint or self.heading.pair):
            return False
        follows = self._index.words_after(place, 2)[1:]
        before = self._index.text[max(0, place - TOGETHER) : place].lower().rstrip(" ,")
        return follows in (["both"], ["together"]) or before.endswith("together")

    def _addressee(self, place: int, speaker: Actor | None) -> Actor | None:
        """ "You" in a meeting of two: the other one."""
        said = speaker or self._speech.speaker_at(place)
        both = self.heading.pair or self.heading.joint
        others = [c for c in (both.members if both and both.members else ()) if not said or c != said.country]
        return self._register.actor(others[0], via="reference") if said and len(others) == 1 else None

    # --- "the ministry", "the two sides" -------------------------------------------------------------------------

    def reference(self, phrase: Phrase, stands_for: str, speaker: Actor | None) -> Actor | None:
        """Whom a phrase of a known head noun means that names nobody ("the ministry", "both sides", "officials")."""
        place = phrase.start
        if self._is_of_unknown(phrase, stands_for) or (stands_for == "state" and self._is_any(phrase)):
            return None
        if stands_for == "group":
            return self.together.of_phrase(phrase)
        if stands_for in ("leader", "person"):
            return self._person(phrase, place)
        if stands_for in ("organisation", "armed_group"):
            return self._body(phrase, kind_for(stands_for))
        return self.institutions.of_phrase(phrase, stands_for, speaker or self._speech.speaker_at(place))

    def _is_of_unknown(self, phrase: Phrase, stands_for: str) -> bool:
        """Whether the words say whose it is by a name that nothing knows ("the people of Ruritania")."""
        if stands_for not in NAMED_BY_PLACE or len(phrase.rest) < 2 or phrase.rest[0].form != "of":
            return False
        word = phrase.rest[1]
        unknown = word.form[0].isupper() and self._index.is_inside(word.start) is None
        return unknown and not self._register.kind_of_head(word.form)

    def _is_any(self, phrase: Phrase) -> bool:
        """Whether the words mean no country in particular ("any country that …", "a nation", "people")."""
        first = phrase.core[0].form.lower()
        is_one = first in ("a", "an", "one") and phrase.head in ("country", "nation", "state", "people")
        return is_one or first in self._register.classes["any"] or first == "people"

    def _body(self, phrase: Phrase, kind: ActorKind) -> Actor | None:
        """The organisation or movement named last that goes by the noun ("the union": no trade organisation)."""
        if any(t.form.lower() == "other" for t in phrase.core):
            return None
        loose = kind != "organisation" or phrase.head in self._register.classes["any_body"]
        return self._earlier(phrase.start, lambda a: a.kind == kind and (loose or self._goes_by(a, phrase.head)), None)

    def _goes_by(self, actor: Actor, noun: str) -> bool:
        entry = self._register.actors.get(actor.id)
        names = (actor.name, *entry.aliases, *entry.short) if entry else (actor.name,)
        return any(noun in name.lower().split() for name in names)

    def _person(self, phrase: Phrase, place: int) -> Actor | None:
        """The last person of that title; several persons of a meeting; else somebody of the country spoken of."""
        if phrase.head.endswith("s") and self._is_of_several(phrase):
            return self.together.of_phrase(phrase)
        title = " ".join(t.form.lower() for t in self.institutions.content(phrase))
        own = self.institutions.own(phrase)
        if own and own.country not in self._register.titles.get(title, {own.country}):
            own = None
        titled = [m.actor for m in self._index.before(place) if self._bears(m, title)]
        ours = [a for a in titled if own is None or a.country == own.country]
        if ours or (titled and self._register.heads.get(phrase.head) != "leader"):
            return (ours or titled)[0]
        if own:
            return self.institutions.unnamed(phrase, "person", own)
        is_post = self._register.heads.get(phrase.head) == "leader" or title in self._register.titles
        return self.institutions.official(phrase, is_post=is_post)

    def _bears(self, mention: Mention, title: str) -> bool:
        """Whether a mention is a person with the title; "vice" and "deputy" make another one of it."""
        said = self._index.text[mention.start : mention.end].lower()
        return mention.actor.kind == "person" and title in said and (title.startswith("vice") or "vice " not in said)

    def _is_of_several(self, phrase: Phrase) -> bool:
        """Whether a plural title can only be of several states: "the four ministers", "the defense ministers"."""
        words = {t.form.lower() for t in phrase.core}
        met = self.heading.pair or self.heading.joint
        counted = count_in(phrase) is not None and phrase.core[0].form.lower() in self._register.classes["definite"]
        return bool(met) or counted or not words.isdisjoint(self._register.classes["sole_post"])

    # --- what was named before -----------------------------------------------------------------------------------

    def _earlier(self, place: int, fits: Fits, speaker: Actor | None) -> Actor | None:
        """The first fitting subject of the nearest sentence; an object only in the same sentence."""
        if speaker and fits(speaker):
            return speaker
        now = self._index.sentences.number_of(place)
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            found = [m for m in self._index.in_sentence(number, place) if fits(m.actor) and not m.place]
            subjects = [m for m in found if self._index.is_subject(m)]
            if subjects or (found and number == now):
                return (subjects or found)[0].actor
        return None

    def _acting_person(self, place: int) -> Actor | None:
        """The person who is subject of this sentence or, in the same paragraph, of the last one."""
        now = self._index.sentences.number_of(place)
        first, _next = self._index.sentences.paragraph_of(place)
        for number in (now, now - 1):
            subjects = [
                m for m in self._index.in_sentence(number, place) if m.start >= first and self._index.is_subject(m)
            ]
            if subjects:
                return subjects[0].actor if subjects[0].actor.kind == "person" else None
        return None

    def _other_person(self, place: int, speaker: Actor | None) -> Actor | None:
        """Whom "him" means: a person who is not the subject of the same sentence ("Ito rang Ali and thanked him")."""
        persons = [
            m
            for m in self._index.in_sentence(self._index.sentences.number_of(place), place)
            if m.actor.kind == "person" and not m.place
        ]
        doer = next((m.actor.id for m in persons if self._index.is_subject(m)), None)
        others = [m.actor for m in persons if m.actor.id != doer]
        return others[-1] if others else self._earlier(place, lambda a: a.kind == "person" and a.id != doer, speaker)

    def _nearest(self, place: int) -> Actor | None:
        """The last thing named in the sentence before a place."""
        now = self._index.sentences.number_of(place)
        found = [m.actor for m in self._index.in_sentence(now, place) if m.actor.kind not in ("person", "group")]
        return found[-1] if found else None
