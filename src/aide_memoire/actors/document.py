"""Who is meant, anywhere in one document: mentions, references, groups, speakers."""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from aide_memoire.actors.discourse import Discourse
from aide_memoire.actors.groups import group_of, iter_runs
from aide_memoire.actors.mentions import Mention, MentionFinder
from aide_memoire.actors.phrases import Phrase, parse_phrase
from aide_memoire.actors.register import Register, kind_for, load_register
from aide_memoire.actors.tokens import slug
from aide_memoire.records import Actor

STANDS_FOR_STATE = frozenset(["state", "ministry", "parliament", "armed_force", "leader", "person", "agency", "group"])


class DocumentActors:
    """The actors of one document as of its date; build it once, then ask for places.

    "The Foreign Ministry in Tokyo said it would send an envoy to Hanoi." holds two mentions, and `resolve` of "it"
    gives the ministry. `published` is EDTF or None, `publisher` and `title` help to tell who "we" and "the
    president" are. All offsets are code points into `text`.
    """

    def __init__(
        self,
        text: str,
        *,
        title: str | None,
        publisher: str | None,
        published: str | None,
        register: Register | None = None,
    ) -> None:
        self._text = text
        self._register = register or load_register()
        day = published[:10] if published and published[:4].isdigit() else None
        finder = MentionFinder(text, self._register, day)
        self._found = finder.find()
        self._starts = [m.start for m in self._found]
        self._discourse = Discourse(text, finder.tokens, self._found, self._register, day, title, publisher)

    @property
    def mentions(self) -> tuple[Actor, ...]:
        """Every known actor that the text names, in order, with its exact place; none overlaps another."""
        return tuple(self._placed(m.actor, m.start, m.end) for m in self._found)

    def resolve(
        self, start: int, end: int, *, speaker: Actor | None = None, direct_quote: bool = False
    ) -> Actor | None:
        """Whom the noun phrase text[start:end] means, or None where that stays open.

        `speaker` is who says the sentence where the caller knows it ("we" is the speaker's side then);
        `direct_quote` that the phrase stands inside a quotation.
        """
        phrase = parse_phrase(self._text, start, end, self._register)
        if not phrase.core:
            return None
        actor = self._resolve(phrase, speaker, direct_quote)
        return self._placed(actor, start, end) if actor else None

    def within(self, start: int, end: int, *, exclude: Actor | None = None) -> tuple[Actor, ...]:
        """The distinct actors that a stretch of text names as actors: not as places, nor inside other names."""
        found: dict[tuple[str, ...] | str, Actor] = {}
        for mention in self._inside(start, end):
            if mention.place or not self._acts(mention):
                continue
            found.setdefault(_key(mention.actor), self._placed(mention.actor, mention.start, mention.end))
        if exclude:
            found.pop(_key(exclude), None)
        return tuple(found.values())

    def _resolve(self, phrase: Phrase, speaker: Actor | None, direct_quote: bool) -> Actor | None:
        discourse, place = self._discourse, phrase.tokens[0].start
        if len(phrase.tokens) <= 2 and not self._inside(place, phrase.tokens[-1].end):
            pronoun = discourse.pronoun(phrase.words, place, speaker, direct_quote)
            if pronoun is not None or discourse.is_pronoun(phrase.words):
                return pronoun
        group = self._coordination(phrase)
        if group:
            return group
        stands_for = self._register.kind_of_head(phrase.head)
        named = self._named(phrase, stands_for)
        if named:
            return named
        if stands_for and self._is_reference(phrase):
            return discourse.reference(phrase, stands_for, place)
        return self._provisional(phrase, stands_for)

    def _coordination(self, phrase: Phrase) -> Actor | None:
        """ "China and Russia", "President Park and Chancellor Merkel", "U.S. and Dutch officials" as a group."""
        mentions = self._inside(phrase.tokens[0].start, phrase.tokens[-1].end)
        if not mentions:
            return None
        run = next(iter_runs(self._text, mentions, self._register.classes["joining"]), [])
        before = self._text[phrase.tokens[0].start : mentions[0].start].split()
        if not run or run[0] != mentions[0] or len(before) > 4:
            return None
        return group_of(self._register, [m.actor for m in run], "name")

    def _named(self, phrase: Phrase, stands_for: str | None) -> Actor | None:
        """The actor that the words of the phrase name: by its head, by what modifies the head, or after "of"."""
        core_end = phrase.core[-1].end
        core = self._inside(phrase.core[0].start, core_end)
        at_head = [m for m in core if m.end == core_end]
        if at_head and at_head[-1].form not in ("demonym",):
            return at_head[-1].actor
        if at_head and len(phrase.core) <= 2:
            return at_head[-1].actor
        modifier = core[-1] if core else self._after_head(phrase)
        if not modifier:
            return None
        if stands_for is None:
            return None if modifier.end <= core_end else self._whole(phrase, modifier)
        return self._of_modifier(phrase, stands_for, modifier.actor)

    def _whole(self, phrase: Phrase, modifier: Mention) -> Actor | None:
        first_rest = phrase.rest[0].form if phrase.rest else ""
        return modifier.actor if first_rest in self._register.classes["of"] and not phrase.core[0].form[0].isupper() else None

    def _after_head(self, phrase: Phrase) -> Mention | None:
        """The mention that follows the head after "of", "from", or as its name ("leader of Chad")."""
        if not phrase.rest or phrase.rest[0].form not in self._register.classes["of"] | {",", "in"}:
            return None
        rest = self._inside(phrase.rest[0].start, phrase.rest[-1].end)
        near = [m for m in rest if len(self._text[phrase.rest[0].start : m.start].split()) <= 4]
        return near[0] if near else None

    def _of_modifier(self, phrase: Phrase, stands_for: str, actor: Actor) -> Actor | None:
        """An actor by what its head noun stands for, of the modifier's country ("Iranian officials")."""
        if stands_for == "state":
            return actor if actor.kind != "person" else self._discourse.state_of(actor)
        if actor.members and not actor.country:
            return actor
        name = self._text[phrase.core[0].start : phrase.core[-1].end].removeprefix("the ").removeprefix("The ")
        if stands_for == "group":
            return msgspec.structs.replace(actor, via="reference") if actor.members else None
        code = actor.country
        own = slug(name)
        return Actor(
            id=f"{code}.{own}" if code else own, name=name, country=code, kind=kind_for(stands_for), via="name"
        )

    def _is_reference(self, phrase: Phrase) -> bool:
        """A phrase in lower case, or a title or institution in capitals alone: it refers to somebody named before."""
        first = phrase.core[0].form.lower()
        words = phrase.core[1:] if first in self._register.classes["determiner"] else phrase.core
        return all(t.form.islower() or not t.form.isalpha() or self._register.kind_of_head(t.form) or
                   t.form.lower() in self._register.classes["title_modifier"] for t in words)

    def _provisional(self, phrase: Phrase, stands_for: str | None) -> Actor | None:
        """An actor that nothing knows, under its own name; None for words that are no name."""
        words = [t for t in phrase.core if t.form.lower() not in self._register.classes["determiner"]]
        if not words or not any(t.form[0].isupper() for t in words):
            return None
        name = self._text[words[0].start : words[-1].end]
        introduced = self._discourse.introduced(name, words[0].start)
        if introduced:
            return introduced
        mentions = [m for m in self._inside(words[0].start, words[-1].end) if m.actor.country]
        country = mentions[0].actor.country if mentions else None
        own = slug(name)
        kind = kind_for(stands_for) if stands_for else "organisation"
        return Actor(
            id=f"{country}.{own}" if country else own, name=name, country=country, kind=kind, via="name"
        ) if own else None

    def _acts(self, mention: Mention) -> bool:
        """A demonym counts where it modifies a noun that stands for the state, or stands alone."""
        if mention.form != "demonym":
            return True
        words = parse_phrase(self._text, mention.end, mention.end + 60, self._register).core
        return any(self._register.kind_of_head(t.form) in STANDS_FOR_STATE for t in words[:4])

    def _inside(self, start: int, end: int) -> list[Mention]:
        return list(self._iter_inside(start, end))

    def _iter_inside(self, start: int, end: int) -> Iterator[Mention]:
        for mention in self._found[bisect_left(self._starts, start) :]:
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def _placed(self, actor: Actor, start: int, end: int) -> Actor:
        return msgspec.structs.replace(actor, text=self._text[start:end], start=start, end=end)


def _key(actor: Actor) -> tuple[str, ...] | str:
    return actor.country or actor.members or actor.id

