"""Whom words for several mean: "they", "both sides", "the three leaders", "the allies"."""

from collections.abc import Sequence

from aide_memoire.actors.groups import group_of, iter_runs, members_of
from aide_memoire.actors.heading import Heading
from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.nominals import is_plural
from aide_memoire.actors.phrases import Phrase
from aide_memoire.actors.register import Register
from aide_memoire.records import Actor

NEAR = 3
LOOK_BACK = 12
"""How many sentences a group, and the countries that make one up, may stand before the words for it."""
LISTED = 200
"""Within how many code points after the words the list of those whom they mean has to begin."""
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")


class Together:
    """The groups that one text has named before a place."""

    def __init__(self, index: MentionIndex, register: Register, heading: Heading) -> None:
        self._index = index
        self._register = register
        self._heading = heading

    def they(self, place: int) -> Actor | None:
        """Who "they" are: the nearest sentence's subject that is a group or a plural ("Danish officials")."""
        if self._heading.pair or self._heading.joint:
            return self.earlier(place)
        now = self._index.sentences.number_of(place)
        for number in range(now, max(-1, now - NEAR), -1):
            mentions = self._index.in_sentence(number, place)
            group = self._group_in(mentions)
            plural = [m for m in mentions if self._is_plural(m) and self._index.is_subject(m)]
            if group and not (plural and plural[0].actor.kind != "group"):
                return group
            if plural:
                return plural[0].actor
        return self.earlier(place)

    def of_phrase(self, phrase: Phrase) -> Actor | None:
        """Whom "both sides", "the three leaders", "all parties", "the allies" or "the four ministers" mean."""
        listed = self._listed_after(phrase)
        if listed or self.are_others(phrase):
            return listed
        return self._ours(phrase) or self._all_concerned(phrase) or self._same_words(phrase) or self._counted(phrase)

    def _listed_after(self, phrase: Phrase) -> Actor | None:
        """Those listed behind the words ("the three states -- Peru, Chile and Brazil --"), as many as they count."""
        sentence = self._index.sentences.number_of(phrase.start)
        last = min(self._index.sentences.start_at(sentence + 1, len(self._index.text)), phrase.end + LISTED)
        runs = iter_runs(
            self._index.text, self._index.between(phrase.core[-1].end, last), self._register.classes["joining"]
        )
        run = next(runs, None)
        if run is None:
            return None
        between = self._index.text[phrase.core[-1].end : run[0].start]
        group = group_of(self._register, [m.actor for m in run], "reference")
        counted = count_in(phrase)
        opened = between.rstrip(" the").endswith(("(", ":", "--", "—", "–"))
        count = len(members_of(group)) if group else 0
        return group if opened and (counted == count or (counted is None and between.strip() == "(")) else None

    def are_others(self, phrase: Phrase) -> bool:
        """Whether the words speak of some kind of states at large ("poor countries", "any allies", "its partners").

        They are none of those named before, or not all of them; "the two allies" and "our countries" are.
        """
        classes = self._register.classes
        words = [t.form.lower() for t in phrase.core]
        if not classes["elsewhere"].isdisjoint(words):
            return True
        if words[0] in classes["possessive"] and phrase.head in classes["company"]:
            return True
        if count_in(phrase) is not None or phrase.head not in classes["kind_of_state"]:
            return False
        own = self._heading.joint or self._heading.pair
        bare = words[0] not in classes["definite"] and not (own and phrase.head in classes["company"])
        at_large = words[0] == "all" and phrase.head not in classes["company"]
        restricted = bool(phrase.rest) and phrase.rest[0].form in classes["restricting"]
        return bare or at_large or restricted

    def _ours(self, phrase: Phrase) -> Actor | None:
        """ "Our countries", said where two meet or several speak together."""
        own = self._heading.joint or self._heading.pair
        ours = phrase.core[0].form.lower() == "our" and self._fits(own, count_in(phrase), allied=False)
        return own if ours else None

    def _counted(self, phrase: Phrase) -> Actor | None:
        allied = any(t.form.lower() in self._register.classes["allied"] for t in phrase.core)
        persons = self._register.heads.get(phrase.head) == "person"
        return self.earlier(phrase.start, None if persons else count_in(phrase), allied=allied)

    def _same_words(self, phrase: Phrase) -> Actor | None:
        """The group that was last spoken of by the same noun ("the ministers of Peru and Chile", "the ministers")."""
        for mention in self._index.before(phrase.start):
            if mention.actor.kind == "group" and mention.form == "nominal":
                words = self._index.text[mention.start : mention.end].lower().split()
                if phrase.head in words:
                    return mention.actor
        return None

    def earlier(self, place: int, count: int | None = None, *, allied: bool = False) -> Actor | None:
        """The group named or coordinated last; those whom the title brings together; the only ones named of late.

        `count` is how many members the words ask for ("the two sides": 2), None where they leave it open.
        """
        now = self._index.sentences.number_of(place)
        own = self._heading.joint or self._heading.pair
        for number in range(now, max(-1, now - (1 if own else NEAR)), -1):
            group = self._group_in(self._index.in_sentence(number, place))
            if self._fits(group, count, allied=allied):
                return group
        return own if self._fits(own, count, allied=allied) else self._accumulated(now, place, count, allied=allied)

    def _fits(self, group: Actor | None, count: int | None, *, allied: bool) -> bool:
        """Whether there is a group, of as many as asked for, of allies where the words say so.

        A state and a movement in it are two sides of one country.
        """
        if group is None:
            return False
        members = members_of(group)
        if allied and not self._register.are_allied(members):
            return False
        return count in (None, len(members)) or (len(members) == 1 and count == 2 and "+" in group.id)

    def _is_plural(self, mention: Mention) -> bool:
        if mention.form in ("nominal", "short"):
            return is_plural(self._index.text[mention.start : mention.end])
        return mention.form == "people" or mention.actor.kind in ("group", "armed_group")

    def _all_concerned(self, phrase: Phrase) -> Actor | None:
        """ "All sides", "the relevant parties": the last group of three or more that the text names."""
        if not any(t.form.lower() in self._register.classes["every"] for t in phrase.core):
            return None
        groups = [m.actor for m in self._index.mentions if m.actor.kind == "group" and m.form != "nominal"]
        return next((g for g in reversed(groups) if len(members_of(g)) > 2), None)

    def _group_in(self, mentions: Sequence[Mention]) -> Actor | None:
        """The group of one sentence: a list or a grouping as its subject, or two who meet each other."""
        mentions = [m for m in mentions if not m.place]
        met = self._met(mentions)
        if met and len(members_of(met)) > 2:
            return met
        for run in iter_runs(self._index.text, mentions, self._register.classes["joining"]):
            if self._index.is_subject(run[0]):
                group = group_of(self._register, [m.actor for m in run], "reference")
                if group and group.kind == "group":
                    return group
        named = [m.actor for m in mentions if m.actor.kind == "group" and self._index.is_subject(m)]
        return named[-1] if named else met

    def _met(self, mentions: Sequence[Mention]) -> Actor | None:
        """Those with a word of meeting between them: "Macron met Scholz", "Oslo invited Accra and Lima to talks"."""
        parties = [m for m in mentions if m.actor.kind == "person" or self._index.is_subject(m)]
        if len(parties) < 2 or not self._index.is_subject(parties[0]):
            return None
        between = self._index.text[parties[0].end : parties[1].start].lower().replace(",", " ").split()
        if self._register.classes["meets"].isdisjoint(between):
            return None
        runs = iter_runs(self._index.text, parties[1:], self._register.classes["joining"])
        met = next((run for run in runs if run[0] is parties[1]), parties[1:2])
        group = group_of(self._register, [parties[0].actor, *(m.actor for m in met)], "reference")
        return group if group and group.kind == "group" else None

    def _accumulated(self, now: int, place: int, count: int | None, *, allied: bool) -> Actor | None:
        """The countries named last: those who act or are listed with who acts, else, where counted, all named."""
        parties = self._stretch(now, place, count, allied=allied, acting=True)
        return parties or (self._stretch(now, place, count, allied=allied, acting=False) if count else None)

    def _stretch(self, now: int, place: int, count: int | None, *, allied: bool, acting: bool) -> Actor | None:
        """As many as asked for going back from a place, else those of the nearest sentences that hold two."""
        seen: list[Actor] = []
        for number in range(now, max(-1, now - LOOK_BACK), -1):
            for mention in reversed(self._index.in_sentence(number, place)):
                if mention.place or (acting and not self._acts(mention)):
                    continue
                seen.append(mention.actor)
                group = self._of(seen, allied=allied)
                if count and group and group.kind == "group" and self._fits(group, count, allied=allied):
                    return group
            group = self._of(seen, allied=allied)
            if group and group.kind == "group" and count is None and self._fits(group, count, allied=allied):
                return group
        return None

    def _of(self, seen: Sequence[Actor], *, allied: bool) -> Actor | None:
        """Those seen, going back, as one group; of allies only those who are some other one's ally."""
        codes = {a.country for a in seen if a.country}
        fitting = [a for a in seen if not allied or any(self._register.are_allied((a.country or "", c)) for c in codes)]
        return group_of(self._register, fitting[::-1], "reference") if fitting else None

    def _acts(self, mention: Mention) -> bool:
        """Whether a mention is more than a bystander: no "Norwegian oil", nobody after "with", "on", "against"."""
        return mention.form != "demonym" and self._index.governor(mention) not in self._register.classes["bystander"]


def count_in(phrase: Phrase) -> int | None:
    """How many the words ask for ("the two sides", "both": 2), None where they leave it open."""
    words = {t.form.lower() for t in phrase.core}
    return next((n for n, word in enumerate(NUMBERS, start=2) if word in words), 2 if "both" in words else None)
