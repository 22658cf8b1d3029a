"""Find persons: a post with a name ("Prime Minister Kishida"), a full name, later the surname alone."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from aide_memoire.actors.entries import Occupancy
from aide_memoire.actors.incumbents import Incumbents
from aide_memoire.actors.register import Register, surname_of
from aide_memoire.actors.titles import LONGEST_TITLE, Titles
from aide_memoire.actors.tokens import Words, fold, slug
from aide_memoire.records import Actor

LONGEST_NAME = 6
SHORT_TITLE = 3


class Person(NamedTuple):
    """A person at a place of the text; `last` is the token after it."""

    start: int
    end: int
    last: int
    actor: Actor
    titled: bool


class PersonFinder:
    """Finds the persons of one text as of a day, and remembers who has been introduced by which name."""

    def __init__(self, words: Words, register: Register, day: str | None, taken: set[int]) -> None:
        self._text = words.text
        self._tokens = words.tokens
        self._register = register
        self._words = words
        self._titles = Titles(self._words, register, taken)
        self._incumbents = Incumbents(register, day)
        self._taken = taken
        self._forms = {t.form for t in words.tokens}
        self._namesakes = set(self._other_bearers())
        self._introduced: dict[str, list[tuple[int, Actor]]] = defaultdict(list)

    def at(self, i: int, country: str | None) -> Person | None:
        """The person whom the words from a token on name: title and name, or a known name."""
        after, posts, of_country = self._titles.read(i)
        if after > i and self._words.is_gap(after):
            return None
        known, last = self._known_name(after)
        if known:
            actor = self._incumbents.one_of(known, posts, country or of_country)
            return self._person(i, after, last, actor)
        last = self._free_name(after)
        if after == i or last == after:
            return None
        return self._titled(i, after, last, posts, country or of_country)

    def apposed(self, i: int, country_at: Callable[[int], str | None]) -> Person | None:
        """A name with its post after a comma: "Li Bin, Chinese ambassador for …"."""
        last = self._free_name(i)
        if last - i < 2 or self._words.form(last) != "," or i in self._taken or self._titles.at(i)[0] != i:
            return None
        placed = self._words.form(i - 1).lower() in self._register.classes["place_only"]
        if placed or any(self._is_word(j) for j in range(i, last)):
            return None
        determined = self._words.form(last + 1).lower() in ("the", "a", "an")
        j = last + 1 + determined
        country = country_at(j)
        if country is None and not (determined or self._words.form(j).islower()):
            return None
        words = [t.form for t in self._tokens[j : j + (LONGEST_TITLE if country else SHORT_TITLE)]]
        if not any(self._register.heads.get(w.lower()) in ("person", "leader") for w in words):
            return None
        name = self._text[self._tokens[i].start : self._tokens[last - 1].end]
        return self._person(i, i, last, provisional_person(name, country))

    def replace(self, better: dict[str, Actor]) -> None:
        """Put better known actors, by their old ids, in the place of those introduced."""
        for places in self._introduced.values():
            places[:] = [(start, better.get(actor.id, actor)) for start, actor in places]

    def introduce(self, first: int, last: int, *, given: bool = True) -> Person:
        """Remember a person whose names are the tokens from one up to another; without `given` by the last alone."""
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        actor = provisional_person(self._text[start:end], None)
        for token in self._tokens[first if given else last - 1 : last]:
            self._introduced[token.form].append((start, actor))
        return Person(start, end, last, actor, titled=False)

    def namesake(self, i: int) -> Actor | None:
        """The person introduced by a name that is a country's too."""
        form = self._words.form(i)
        known = form in self._register.classes["also_personal_name"]
        return self._introduced_as(form, self._tokens[i].start) if known else None

    def is_free_name(self, i: int) -> bool:
        """Whether a token could be a given name: capitalised, unknown, not first in its sentence."""
        form = self._words.form(i)
        if i < 1 or i in self._taken or not form[:1].isupper() or not form.isalpha():
            return False
        return not self._words.begins_sentence(i) and self._titles.at(i)[0] == i

    def is_free_surname(self, i: int) -> bool:
        """Whether a capitalised token could be a surname: unknown, no title, no head noun, nowhere in lower case."""
        form, classes = self._words.form(i), self._register.classes
        known = any(form in classes[c] for c in ("venue", "outlet", "instrument", "provision", "month"))
        common = form.lower() in self._forms or form.lower() in classes["title_modifier"]
        free = i not in self._taken and self._titles.at(i)[0] == i and not self._register.kind_of_head(form)
        return free and not known and not common

    def bare_names(self, covered: set[int]) -> Iterator[Person]:
        """Names alone, of persons introduced before ("Mottaki said") or in a post that everybody knows ("Putin")."""
        self._introduce_rulers()
        for i, token in enumerate(self._tokens):
            if token.start in covered or not token.form[:1].isupper() or len(token.form) < 2:
                continue
            if self._joined(i, covered) or self._is_grammar(i):
                continue
            name = _plain_case(token.form)
            actor = self._introduced_as(name, token.start) or self._introduced_later(name)
            if actor is None and not self._is_word(i) and name not in self._namesakes:
                actor = self._incumbents.head_of_state(name)
            if actor and i not in self._taken:
                yield Person(token.start, token.end, i + 1, actor, False)

    def _introduce_rulers(self) -> None:
        """Remember whose name a government goes by ("the Assad regime"), where one country alone had such a leader."""
        for i, token in enumerate(self._tokens):
            name = _plain_case(token.form)
            if name in self._introduced or name not in self._register.surnames or not self._rules(i):
                continue
            actor = self._incumbents.head_of_state(name) or self._incumbents.ruler(name)
            if actor:
                self._introduced[name].append((token.start, actor))

    def _rules(self, i: int) -> bool:
        """Whether a government is called by a name: "Assad's regime", "the regime of Assad"."""
        rule = self._register.classes["rule"]
        after = self._words.form(i + 1 + (self._words.form(i + 1) == "'s"))
        return after in rule or (self._words.form(i - 1) == "of" and self._words.form(i - 2) in rule)

    def _known_name(self, i: int) -> tuple[list[Occupancy], int]:
        match = self._register.names.longest(self._tokens, i)
        if match and match.found[0].kind == "person" and not self._goes_on(match.last):
            return self._register.people[match.found[0].entry], match.last
        for cut in self._without_initials(i):
            names, last = cut
            if names in self._register.full_names:
                return self._register.people[self._register.full_names[names]], last
        return [], i

    def _without_initials(self, i: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """ "Donald J. Trump" as ("Donald", "Trump"), "Joseph R. Biden, Jr." as ("Joseph", "Biden")."""
        if (
            self._words.form(i + 2) == "."
            and len(self._words.form(i + 1)) == 1
            and self._words.form(i + 3)[:1].isupper()
        ):
            last = i + 4
            comma = self._words.form(last) == ","
            if self._words.form(last + comma) == "Jr":
                last += 1 + comma + (self._words.form(last + 1 + comma) == ".")
            yield (self._words.form(i), self._words.form(i + 3)), last

    def _free_name(self, i: int) -> int:
        """The token after the capitalised words that begin at one, particles and hyphens between them."""
        j = i
        classes = self._register.classes
        first = self._words.form(i)
        if not (first[:1].isupper() or first in classes["name_particle"]) or self._register.kind_of_head(first):
            return i
        while j < min(i + LONGEST_NAME, len(self._tokens)):
            form = self._tokens[j].form
            upper = form[:1].isupper() and form.isalpha() and j not in self._taken
            joins = form in ("-", "'") or form in classes["name_particle"]
            inner = j > i or form in classes["name_particle"]
            if upper and not (j > i and self._words.is_gap(j)):
                j += 1
            elif (
                form in classes["name_particle"]
                and self._words.form(j + 1) == "-"
                and self._words.form(j + 2)[:1].isupper()
            ):
                j += 3
            elif joins and inner and self._words.form(j + 1)[:1].isalpha() and not self._words.is_spaced_dash(j):
                j += 2
            elif form == "." and j > i and len(self._words.form(j - 1)) == 1 and self._words.form(j + 1)[:1].isupper():
                j += 1
            else:
                break
        return j if self._words.form(i)[:1].isupper() or j > i + 1 else i

    def _titled(self, i: int, after: int, last: int, posts: set[str], country: str | None) -> Person | None:
        for end in range(last, after, -1):
            names = [_plain_case(t.form) for t in self._tokens[after:end]]
            surname = " ".join(names).replace(" - ", "-")
            held = self._register.surnames.get(surname, [])
            held = [o for o in held if o.post in posts] if posts else self._sole(held, surname, end == last)
            actor = self._incumbents.one_of(held, posts, country) if held else None
            if actor:
                return self._person(i, after, end, actor)
        actor = self._by_surname(after, last, posts, country)
        if actor:
            return self._person(i, after, last, actor)
        name = self._text[self._tokens[after].start : self._tokens[last - 1].end]
        introduced = self._introduced_as(_plain_case(self._words.form(last - 1)), self._tokens[after].start)
        known = introduced and (introduced.country or not country)
        actor = introduced if introduced and known else provisional_person(name, country)
        return self._person(i, after, last, actor)

    def _sole(self, held: list[Occupancy], surname: str, whole: bool) -> list[Occupancy]:
        """Who a surname behind a title of no known post can mean; not where more of a name follows ("Park Doo-han").

        In another spelling than his own it means but a head of state or government ("Mr. Zelenskyy").
        """
        posts = self._register.posts
        held = [o for o in held if surname_of(o).endswith(surname) or posts[o.post].actor == posts[o.post].country]
        return self._incumbents.only_one(held) if whole else []

    def _by_surname(self, after: int, last: int, posts: set[str], country: str | None) -> Actor | None:
        """The holder of one of the posts by surname and the given name's first letter ("Mahmud" for "Mahmoud")."""
        held = self._register.surnames.get(_plain_case(self._words.form(last - 1)), [])
        held = [o for o in held if o.post in posts and o.person[:1] == self._words.form(after)[:1]]
        return self._incumbents.one_of(held, posts, country) if held else None

    def _person(self, first: int, after: int, last: int, actor: Actor | None) -> Person | None:
        """The person whose title begins at one token and whose name at another; introduced by its names from now on."""
        if actor is None:
            return None
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        words = [_plain_case(t.form) for t in self._tokens[after:last] if t.form[:1].isupper() and len(t.form) > 2]
        known = self._register.people.get(actor.name.partition(" (")[0])
        for name in {surname_of(known[0]), *words[-1:]} if known else set(words):
            self._introduced[name].append((start, actor))
        return Person(start, end, last, actor, after > first)

    def _introduced_as(self, name: str, before: int) -> Actor | None:
        earlier = [actor for start, actor in self._introduced.get(name, []) if start <= before]
        return earlier[-1] if earlier else None

    def _other_bearers(self) -> Iterator[str]:
        """Surnames of the register that follow another given name in this text ("Martin Lee")."""
        for i, token in enumerate(self._tokens):
            if token.form not in self._register.surnames or not self.is_free_name(i - 1):
                continue
            given = self._words.form(i - 1)
            if not any(fold(o.person).startswith(given) for o in self._register.surnames[token.form]):
                yield token.form

    def _introduced_later(self, name: str) -> Actor | None:
        """The only person whom the text introduces by that name, for a headline that comes before."""
        people = {actor.id: actor for _start, actor in self._introduced.get(name, [])}
        return next(iter(people.values())) if len(people) == 1 else None

    def _is_grammar(self, i: int) -> bool:
        """Whether a token is a pronoun, a preposition or a month before it is a name ("He", "May")."""
        form = self._words.form(i)
        classes = ("singular_person", "determiner", "preposition", "plural")
        return form in self._register.classes["month"] or any(
            form.lower() in self._register.classes[c] for c in classes
        )

    def _is_word(self, i: int) -> bool:
        """Whether a capital may come from the place alone: a sentence's first word, lower-case elsewhere."""
        return self._is_grammar(i) or (self._words.form(i).lower() in self._forms and self._words.begins_sentence(i))

    def _joined(self, i: int, covered: set[int]) -> bool:
        """Whether a capitalised neighbour makes the token part of a longer unknown name."""
        for j in (i - 1, i + 1):
            form = self._words.form(j)
            free = form[:1].isupper() and form.isalpha() and self._tokens[j].start not in covered
            if self._register.kind_of_head(form):
                continue
            if free and not self._words.is_gap(max(i, j)) and self._titles.at(j)[0] == j:
                if j < i and self._words.begins_sentence(j):
                    continue
                return True
            if form == "-" and not self._words.is_spaced_dash(j) and not self._pairs_surnames(i, j):
                return True
        return False

    def _pairs_surnames(self, i: int, dash: int) -> bool:
        """ "Biden-Harris": the name beyond the hyphen is a known surname too."""
        other = self._words.form(dash + 1 if dash > i else dash - 1)
        return other in self._register.surnames

    def _goes_on(self, i: int) -> bool:
        return (
            self._words.form(i) == "-" and self._words.form(i + 1)[:1].islower() and not self._words.is_spaced_dash(i)
        )


def _plain_case(word: str) -> str:
    """ "BIDEN" as "Biden"; initials stay."""
    return word.capitalize() if len(word) > 2 and word.isupper() else word


def provisional_person(name: str, country: str | None) -> Actor:
    """A person whom the register does not know, under an id from the name and the country."""
    own = slug(name)
    return Actor(id=f"{country}.{own}" if country else own, name=name, country=country, kind="person", via="name")
