"""Tell whom a noun phrase means: whom it names, whom it coordinates, whom it refers back to."""

import msgspec

from aide_memoire.actors.discourse import Discourse
from aide_memoire.actors.groups import group_of, iter_runs, members_of
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.nominals import is_plural
from aide_memoire.actors.phrases import Phrase, parse_phrase
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor

KNOWN_BY_WORDS = frozenset(["organisation", "armed_group"])
"""What common words alone may name where nothing before explains them: "the rebels", "the world community"."""
LONGEST_KIND = 60
"""How many code points the words for a kind of states ("states that arm Chad") may have to be its name in whole."""
MOST_PARTS = 12
"""How many coordinated parts a phrase may have before it is left alone."""


class PhraseResolver:
    """Resolves the noun phrases of one document."""

    def __init__(self, index: MentionIndex, register: Register, discourse: Discourse) -> None:
        self._index = index
        self._register = register
        self._classes = register.classes
        self._discourse = discourse

    def resolve(self, start: int, end: int, speaker: Actor | None) -> Actor | None:
        """Whom the words at a stretch mean, or None."""
        phrase = parse_phrase(self._index, self._register, start, end)
        if phrase is None:
            return None
        pronoun = " ".join(t.form.lower() for t in phrase.core)
        abbreviated = phrase.core[0].form == "US"
        if (
            self._discourse.is_pronoun(pronoun)
            and not abbreviated
            and not self._index.inside(phrase.start, phrase.core[-1].end)
        ):
            return _referred(self._discourse.pronoun(pronoun, phrase.start, speaker))
        run = self._run(phrase)
        return run or self._parts(phrase, speaker) or self._one(phrase, speaker)

    def _one(self, phrase: Phrase, speaker: Actor | None) -> Actor | None:
        stands_for = self._register.kind_of_head(phrase.head)
        named = self._named(phrase, stands_for) or self._possessed(phrase, stands_for, speaker)
        if named:
            return named
        several = self._of_several(phrase, stands_for, speaker)
        if several:
            return several
        if phrase.head in self._classes["paper"]:
            return self._discourse.heading.joint or self._discourse.heading.own_state
        if [t.form.lower() for t in phrase.rest] == ["of", "us"]:
            return self._discourse.self_of("us", phrase.start, speaker)
        if stands_for in ("armed_force", "person", "leader") and self._is_bare_singular(phrase):
            return None
        if stands_for and self._is_reference(phrase):
            found = _referred(self._discourse.reference(phrase, stands_for, speaker))
            return found or (self._unnamed(phrase, stands_for) if self._says_enough(phrase, stands_for) else None)
        return self._provisional(phrase, stands_for)

    # --- several together --------------------------------------------------------------------------------------

    def _run(self, phrase: Phrase) -> Actor | None:
        """ "China and Russia", "U.S. and Dutch officials": mentions with only joining words between them."""
        mentions = self._index.inside(phrase.start, phrase.end)
        run = next(iter_runs(self._index.text, mentions, self._classes["joining"]), [])
        if not run or run[0] != mentions[0] or len(run) < len(mentions):
            return None
        before = self._index.text[phrase.start : run[0].start].split()
        after = self._index.text[run[-1].end : phrase.end]
        if len(before) > 4 or " and " in after:
            return None
        return group_of(self._register, [m.actor for m in run], "name")

    def _parts(self, phrase: Phrase, speaker: Actor | None) -> Actor | None:
        """ "the President and the Prime Minister", "she and the envoy": each part by itself, then together."""
        ands = [t for t in phrase.tokens[1:-1] if t.form.lower() == "and" and not self._index.covers(t.start)]
        if not 1 <= len(ands) <= MOST_PARTS:
            return None
        commas = [t for t in phrase.tokens if t.form == "," and t.start < ands[-1].start]
        cuts = sorted({ands[-1], *commas}, key=lambda t: t.start)
        starts = [phrase.start, *(t.end for t in cuts)]
        ends = [*(t.start for t in cuts), phrase.end]
        parts = [(a, b) for a, b in zip(starts, ends, strict=True) if b - a > 1 and not self._is_company(a, b)]
        actors = [self.resolve(a, b, speaker) for a, b in parts]
        if not actors or actors[0] is None or not members_of(actors[0]):
            return None
        known = [a for a in actors if a and members_of(a)]
        return group_of(self._register, known, "name")

    def _is_company(self, start: int, end: int) -> bool:
        """ "its allies", "our partners", "13 other countries": company that names nobody."""
        phrase = parse_phrase(self._index, self._register, start, end)
        if phrase is None or self._index.inside(phrase.start, phrase.end):
            return False
        first = phrase.core[0].form.lower()
        loose = (
            first in self._classes["possessive"]
            or first.isdigit()
            or first in ("other", "several", "many", "allies", "partners")
        )
        return loose and self._register.kind_of_head(phrase.head) in ("group", "state", "organisation", "person")

    # --- whom the words name -----------------------------------------------------------------------------------

    def _named(self, phrase: Phrase, stands_for: str | None) -> Actor | None:
        """The actor that the words of the phrase name: by its head, by what modifies the head, or after "of"."""
        core_end = phrase.core[-1].end
        core = self._index.inside(phrase.core[0].start, core_end)
        if core and core[-1].end == core_end and (core[-1].form != "demonym" or len(phrase.core) <= 2):
            return core[-1].actor
        holding = None if core else self._index.is_inside(phrase.start)
        if holding and holding.end >= phrase.end:
            return self._part_of(phrase, holding)
        modifier = core[-1] if core else self._after_head(phrase)
        if modifier is None:
            return None
        if stands_for is None:
            return self._thing_of(phrase, modifier)
        return self._of_modifier(phrase, stands_for, modifier.actor)

    def _part_of(self, phrase: Phrase, mention: Mention) -> Actor | None:
        """Whom a part of a longer mention means: "Prova" in "Minister Ugo Prova" him, "Danish" in it Denmark."""
        match = self._register.names.longest(phrase.tokens, 0)
        country = match and next((f.entry for f in match.found if f.entry == mention.actor.country), None)
        if country and match and match.last == len(phrase.tokens):
            return self._register.actor(country, via="name")
        return mention.actor

    def _thing_of(self, phrase: Phrase, modifier: Mention) -> Actor | None:
        """A thing or act of somebody's, in common words ("Denmark's motion", "withdrawal of Chad"): its doer."""
        if modifier.start > phrase.core[-1].end:
            lower = phrase.core[0].form.islower() or phrase.core[0].form.lower() in self._classes["determiner"]
            return modifier.actor if lower and phrase.rest[0].form in self._classes["of"] else None
        after = [t for t in phrase.core if t.start >= modifier.end]
        common = all(not t.form[0].isupper() and t.form != "-" for t in after)
        return self._discourse.institutions.state_of(modifier.actor) if common else None

    def _after_head(self, phrase: Phrase) -> Mention | None:
        """The mention that follows the head after "of", "from", or as its name ("leader of Chad")."""
        if not phrase.rest or phrase.rest[0].form not in (self._classes["of"] - {"for"}) | {",", "in"}:
            return None
        rest = self._index.inside(phrase.rest[0].start, phrase.end)
        near = [m for m in rest if len(self._index.text[phrase.rest[0].start : m.start].split()) <= 4]
        return near[0] if near else None

    def _of_modifier(self, phrase: Phrase, stands_for: str, actor: Actor) -> Actor | None:
        """An actor by what its head noun stands for, of the modifier's country ("Iranian officials")."""
        if stands_for == "state":
            return actor if actor.kind != "person" else self._discourse.institutions.state_of(actor)
        if actor.kind == "group" or (stands_for == "group" and actor.members):
            return actor
        words = [t for t in phrase.core if t.form.lower() not in self._classes["determiner"]]
        name = self._index.text[words[0].start : words[-1].end] if words else phrase.head
        own, code = slug(name), actor.country
        if stands_for == "group":
            return self._discourse.institutions.state_of(actor) if code else None
        kind = kind_for(stands_for)
        return Actor(id=f"{code}.{own}" if code else own, name=name, country=code, kind=kind, via="name")

    def _of_several(self, phrase: Phrase, stands_for: str | None, speaker: Actor | None) -> Actor | None:
        """Those whose officials or bodies are meant together: "officials of both sides", "ministers of the two"."""
        if stands_for is None or not phrase.rest or phrase.rest[0].form not in ("of", "from"):
            return None
        whole = parse_phrase(self._index, self._register, phrase.rest[0].end, phrase.end)
        if whole is None or self._register.kind_of_head(whole.head) != "group":
            return None
        found = self.resolve(whole.start, whole.end, speaker)
        return _referred(found) if found and found.kind == "group" else None

    def _possessed(self, phrase: Phrase, stands_for: str | None, speaker: Actor | None) -> Actor | None:
        """ "our government", "its navy": by whose it is; "our allies" are not ours."""
        first = phrase.core[0].form.lower()
        if (
            stands_for in (None, "group", "organisation")
            or len(phrase.core) < 2
            or first not in self._classes["possessive"]
        ):
            return None
        owner = self._discourse.pronoun(first, phrase.start, speaker)
        return self._of_modifier(phrase, stands_for or "", owner) if owner else None

    def _is_reference(self, phrase: Phrase) -> bool:
        """A phrase in lower case, or a title or institution in capitals alone: it refers to somebody named before."""
        words = [t.form for t in phrase.core if t.form.lower() not in self._classes["determiner"]]
        return all(
            not w[0].isupper() or self._register.kind_of_head(w) or w.lower() in self._classes["title_modifier"]
            for w in words
        )

    def _is_bare_singular(self, phrase: Phrase) -> bool:
        """One word in the singular at the beginning of a sentence: "Contingent on …" is no contingent."""
        return len(phrase.core) == 1 and not is_plural(phrase.head) and self._index.begins_sentence(phrase.start)

    def _says_enough(self, phrase: Phrase, stands_for: str) -> bool:
        """Whether words that nothing before explains stand for somebody: "the rebels", "five new countries".

        "The ministry" and "both sides" do not: who they are is open.
        """
        indefinite = phrase.core[0].form.lower() not in self._classes["definite"]
        return stands_for in KNOWN_BY_WORDS or (
            stands_for == "group" and (indefinite or self._discourse.together.are_others(phrase))
        )

    def _unnamed(self, phrase: Phrase, stands_for: str) -> Actor:
        """Somebody whom nothing before explains, by the words alone ("the international community")."""
        words = [t for t in phrase.core if t.form.lower() not in self._classes["determiner"]] or phrase.core
        is_kind = stands_for == "group" and phrase.end - words[0].start <= LONGEST_KIND
        name = " ".join(self._index.text[words[0].start : phrase.end if is_kind else words[-1].end].split())
        return Actor(id=slug(name) or stands_for, name=name, country=None, kind=kind_for(stands_for), via="name")

    def _provisional(self, phrase: Phrase, stands_for: str | None) -> Actor | None:
        """An actor that nothing knows, under its own name; None for words that are no name."""
        words = [t for t in phrase.core if t.form.lower() not in self._classes["determiner"]]
        if not words or not any(t.form[0].isupper() for t in words):
            return None
        if self._is_thing(words, bare=stands_for is None and words[0] is phrase.core[0]):
            return None
        name = self._index.text[words[0].start : words[-1].end]
        introduced = self._index.person_by_surname(words[-1].form, words[0].start)
        if introduced and stands_for is None:
            return introduced
        mentions = [m for m in self._index.inside(words[0].start, words[-1].end) if m.actor.country]
        country, own = mentions[0].actor.country if mentions else None, slug(name)
        if not own:
            return None
        kind = kind_for(stands_for) if stands_for else "organisation"
        return Actor(id=f"{country}.{own}" if country else own, name=name, country=country, kind=kind, via="name")

    def _is_thing(self, words: list[Token], *, bare: bool) -> bool:
        """Words that are no name: a clause of an instrument, a common word at the beginning of a sentence."""
        capitals = [t for t in words if t.form[0].isupper()]
        if words[0].form in self._classes["provision"] or words[-1].form in self._classes["provision"]:
            return True
        if not bare or len(capitals) > 1 or capitals[0] is not words[0] or words[0].form.isupper():
            return False
        return self._index.begins_sentence(words[0].start) and not self._index.is_name(words[0].form)


def _referred(actor: Actor | None) -> Actor | None:
    return actor if actor is None or actor.via == "inferred" else msgspec.structs.replace(actor, via="reference")
