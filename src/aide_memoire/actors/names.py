"""The names of a text in their whole words, known or not: "the Iraqi government", "the Idlib Health Directorate".

Mentions are of actors that the register knows, in the words that tell who it is. Here stands with them what belongs to
the name ("Government of Chad"), and who nothing knows: a body by its head noun, a person by a given name, an
abbreviation by the name before its brackets. Their ids are of their own words, and of the country that these say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from aide_memoire.actors.index import MentionIndex
from aide_memoire.actors.mention import Mention, covered_by
from aide_memoire.actors.nominals import BODIES
from aide_memoire.actors.persons import provisional_person
from aide_memoire.actors.register import Register, kind_for
from aide_memoire.actors.tokens import Words, forms, slug
from aide_memoire.records import Actor

type Resolve = Callable[[int, int], Actor | None]
"""From the places of a phrase to whom it means."""

MOST_WORDS = 8
"""How many words before its head noun a name may have."""
LONGEST_PERSON = 5
"""How many words and marks a person's name has at most."""


class Names:
    """The names of one text; `resolve` tells whom a phrase means."""

    def __init__(self, index: MentionIndex, register: Register, words: Words, resolve: Resolve) -> None:
        self._index = index
        self._register = register
        self._words = words
        self._resolve = resolve
        self._lower = {t.form for t in words.tokens if t.form.islower()}

    def find(self) -> list[Actor]:
        """All names in order of place, none overlapping another."""
        known = self._index.mentions
        bodies = sorted(self._bodies(), key=lambda m: m.start - m.end)
        wider = _apart([m for m in known if m.actor.kind == "person" and m.form != "surname"], bodies)
        found = _apart(wider, known)
        found = _apart(found, self._persons(found))
        found = _apart(found, self._abbreviations(found))
        found = _apart(found, self._communities())
        return [
            msgspec.structs.replace(m.actor, text=self._words.text[m.start : m.end], start=m.start, end=m.end)
            for m in found
        ]

    # --- bodies and posts ------------------------------------------------------------------------------------------

    def _bodies(self) -> Iterator[Mention]:
        """Phrases that end in a head noun and hold a name ("Iraqi government", "World Reefs Fund", "the Coalition")."""
        for i in range(len(self._words.tokens)):
            if not self._is_head(i) or self._goes_on(i):
                continue
            first, last = self._first(i), self._last(i)
            start, end = self._words.tokens[first].start, self._words.tokens[last - 1].end
            at_end = self._index.is_inside(end - 1)
            cut = self._index.covers(start) or (at_end is not None and at_end.end > end)
            if not cut and self._names_somebody(first, i, self._index.inside(start, end)):
                actor = self._actor(first, i, last)
                if actor:
                    yield Mention(start, end, actor, "nominal")

    def _goes_on(self, head: int) -> bool:
        """Whether the phrase does not end with a head noun: another one follows, or the rest of a longer name."""
        after = head + 1
        if self._words.is_gap(after) or after >= len(self._words.tokens):
            return False
        longer = self._words.form(head)[0].isupper() and self._is_capital(after)
        known = self._index.is_inside(self._words.tokens[after].start)
        return self._is_head(after) or self._words.form(after) == "-" or (longer and known is None)

    def _names_somebody(self, first: int, head: int, known: Sequence[Mention]) -> bool:
        """Whether a phrase up to its head noun holds a name, or is "the" and a title or body with capitals."""
        if known:
            return True
        form = self._words.form(head)
        kind = self._register.kind_of_head(form)
        if self._is_trap(first, head) or kind == "group":
            return False
        if form.islower():
            named = (j for j in range(first, head) if self._is_capital(j) and not self._words.begins_sentence(j))
            return kind != "state" and any(named)
        return first < head or self._words.form(first - 1) in ("the", "The")

    def _is_trap(self, first: int, head: int) -> bool:
        """Whether the words are in the lexicon as those that mean no actor ("West Bank")."""
        match = self._register.names.longest(self._words.tokens, first)
        return match is not None and match.last > head and any(f.kind == "not_actor" for f in match.found)

    def _actor(self, first: int, head: int, last: int) -> Actor | None:
        """Whom a phrase means; by its own words where nothing tells, unless it is a head noun alone."""
        start, end = self._words.tokens[first].start, self._words.tokens[last - 1].end
        actor = self._resolve(start, end)
        own = last > head + 1 and not self._index.inside(start, end)
        if actor and not (own and actor.via == "reference"):
            return actor
        return None if last - first == 1 else self._unknown(start, end, self._words.form(head))

    def _unknown(self, start: int, end: int, head: str) -> Actor | None:
        """One whom nothing knows, by its own words and its head noun."""
        name = self._words.text[start:end]
        kind = kind_for(self._register.kind_of_head(head) or "")
        return Actor(id=slug(name), name=name, country=None, kind=kind, via="name") if slug(name) else None

    def _is_head(self, i: int) -> bool:
        form = self._words.form(i)
        return (
            form.isalpha()
            and form.lower() not in self._register.classes["unnaming"]
            and self._register.kind_of_head(form) is not None
        )

    def _first(self, head: int) -> int:
        """The first word of the phrase that ends in a head noun."""
        i = head
        while i > max(0, head - MOST_WORDS) and not self._words.is_gap(i):
            inside = self._index.is_inside(self._words.tokens[i - 1].start)
            if inside and inside.actor.kind == "person" and inside.end - inside.start > MOST_WORDS * 4:
                break
            form = self._words.form(i - 1)
            joined = form == "'s" and i > 1
            if not (inside or joined or self._modifies(i - 1, head)):
                break
            i -= 1
        while i < head and self._words.form(i) in ("'s", "and", "&"):
            i += 1
        return i

    def _modifies(self, i: int, head: int) -> bool:
        """Whether a word can stand in a name before its head noun: a capital, "air" in "Malian air forces"."""
        form, classes = self._words.form(i), self._register.classes
        if form.lower() in classes["determiner"] | classes["preposition"]:
            return False
        if form.islower():
            return self._words.form(head).islower() and form in classes["title_modifier"] and form != "and"
        return self._is_capital(i) and not (self._words.begins_sentence(i) and form.lower() in self._lower)

    def _last(self, head: int) -> int:
        """The token after the phrase, with "of" and a name ("Government of Chad", "Board of Reefs and Shoals")."""
        i = head + 1
        form = self._words.form(head)
        common = form.islower() and self._register.kind_of_head(form) not in BODIES
        if common or self._words.form(i) not in ("of", "for") or self._words.is_gap(i):
            return i
        begun = i + 1 + (self._words.form(i + 1) == "the")
        last = self._end_of_mention(begun)
        if last == begun and not form.islower():
            last = self._end_of_capitals(begun)
        return last if last > begun else i

    def _end_of_mention(self, i: int) -> int:
        """The token after the mention that holds one; the same token where none does."""
        tokens = self._words.tokens
        inside = self._index.is_inside(tokens[i].start) if i < len(tokens) else None
        while inside and i < len(tokens) and tokens[i].start < inside.end:
            i += 1
        return i

    def _end_of_capitals(self, i: int) -> int:
        """The token after the capitals that go on from one, "and" between them."""
        j = i
        while j < i + MOST_WORDS and (
            self._is_capital(j) or (self._words.form(j) in ("and", "&") and self._is_capital(j + 1))
        ):
            j += 1
        return j

    def _is_capital(self, i: int) -> bool:
        """Whether a word with a capital goes on in the line of the one before."""
        return self._words.is_capital(i) and not self._words.is_gap(i)

    def _communities(self) -> Iterator[Mention]:
        """Peoples and faiths that are no state's ("Tamil"), of no country."""
        for token in self._words.tokens:
            if token.form in self._register.classes["community"]:
                actor = Actor(id=slug(token.form), name=token.form, country=None, kind="organisation", via="name")
                yield Mention(token.start, token.end, actor, "demonym")

    # --- persons and abbreviations -----------------------------------------------------------------------------------

    def _persons(self, found: list[Mention]) -> Iterator[Mention]:
        """Full names: of persons whom the text names with a title elsewhere, and of others with a known given name."""
        titled = {forms(m.actor.name): m.actor for m in found if m.actor.kind == "person"}
        given = given_names(self._register)
        covered = covered_by(found)
        for i, token in enumerate(self._words.tokens):
            if token.start in covered or not self._starts_name(i):
                continue
            last = self._end_of_name(i)
            name = tuple(t.form for t in self._words.tokens[i:last])
            stop = self._words.tokens[last - 1].end
            actor = titled.get(name)
            if actor is None and len(name) > 1 and (token.form in given or self._speaks(i, last)):
                known = self._is_head(last - 1) or not self._free_words.isdisjoint(name)
                actor = None if known else provisional_person(self._words.text[token.start : stop], None)
            if actor:
                yield Mention(token.start, stop, actor, "person")

    def _speaks(self, first: int, last: int) -> bool:
        """Whether capitals are a speaker's name: a verb of saying follows it or stands before it in lower case."""
        saying = self._register.classes["saying"]
        common = self._words.begins_sentence(first) and self._words.form(first).lower() in self._lower
        if common or self._words.is_gap(last):
            return False
        return self._words.form(last) in saying or self._words.form(first - 1) in saying

    @cached_property
    def _free_words(self) -> frozenset[str]:
        """Words with a capital that no person's name holds: of venues, papers, agreements, months."""
        classes = self._register.classes
        return frozenset().union(
            *(classes[c] for c in ("venue", "outlet", "instrument", "month", "provision", "episode"))
        )

    def _starts_name(self, i: int) -> bool:
        before = not self._words.is_gap(i) and self._is_capital(i - 1)
        return self._words.is_capital(i) and not before

    def _end_of_name(self, i: int) -> int:
        """The token after the capitalised words from one on, with initials, particles and hyphens between them."""
        j = i + 1
        while j < i + LONGEST_PERSON:
            if self._is_capital(j):
                j += 1
            elif self._joins(j) and self._words.form(j + 1).isalpha():
                j += 2
            else:
                break
        return min(j, len(self._words.tokens))

    def _joins(self, i: int) -> bool:
        """Whether a mark or particle stands inside a name: "J. Berg", "O'Berg", "Al-berg", "de Berg"."""
        form = self._words.form(i)
        if form == "-":
            return not self._words.is_spaced_dash(i)
        initial = form == "." and len(self._words.form(i - 1)) == 1
        inner = initial or form == "'" or form in self._register.classes["name_particle"]
        return inner and self._is_capital(i + 1)

    def _abbreviations(self, found: Sequence[Mention]) -> Iterator[Mention]:
        """Capitals that stand in brackets after a name, wherever the text has them ("World Reefs Fund (WRF)")."""
        introduced = {}
        ends = {m.end: m.actor for m in found}
        tokens = self._words.tokens
        for before, bracket, short, closing in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
            bracketed = (bracket.form, closing.form) == ("(", ")")
            if bracketed and before.end in ends and short.form.isupper() and len(short.form) > 1:
                introduced[short.form] = ends[before.end]
        for token in tokens:
            if token.form in introduced:
                yield Mention(token.start, token.end, introduced[token.form], "name")


@lru_cache(maxsize=4)
def given_names(register: Register) -> frozenset[str]:
    """The given names of those whom the register knows: a capitalised word after one is a surname."""
    names = (forms(person) for person in register.people)
    words = {n[0] for n in names if len(n) == 2 and len(n[0]) > 2}
    return frozenset(w for w in words if not register.kind_of_head(w) and w not in register.classes["month"])


def _apart(kept: Sequence[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Those that are kept, and of the others each that overlaps none before it."""
    taken = list(kept)
    covered = covered_by(taken)
    for mention in more:
        places = range(mention.start, mention.end)
        if covered.isdisjoint(places):
            covered.update(places)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.start)
