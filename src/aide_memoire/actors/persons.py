"""Find persons: a post with a name ("Prime Minister Kishida"), a full name, later the surname alone."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aide_memoire.actors.entries import Occupancy
from aide_memoire.actors.register import Register, surname_of
from aide_memoire.actors.tokens import Token, fold, slug
from aide_memoire.records import Actor

LONGEST_NAME = 6
LONGEST_TITLE = 8
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

    def __init__(
        self, text: str, tokens: Sequence[Token], register: Register, day: str | None, taken: set[int]
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._register = register
        self._day = day
        self._taken = taken
        self._words = {t.form for t in tokens}
        self._namesakes = set(self._other_bearers())
        self._introduced: dict[str, list[tuple[int, Actor]]] = defaultdict(list)

    def at(self, i: int, country: str | None) -> Person | None:
        """The person whom the words from a token on name: title and name, or a known name."""
        after, posts = self._title(i)
        of_country = None
        if after > i:
            after, of_country = self._of_country(self._portfolio(after))
            after = max(after, self._title(after)[0])
        known, last = self._known_name(after)
        if known:
            actor = self._of_occupancies(known, posts, country or of_country)
            return self._person(i, after, last, actor)
        last = self._free_name(after)
        if after == i or last == after:
            return None
        return self._titled(i, after, last, posts, country or of_country)

    def holder(self, posts: set[str]) -> Actor | None:
        """Who holds one of the posts on the day; the post's actor itself where nobody is known to."""
        held = [o for o in self._register.occupancies if o.post in posts and self._day and o.covers(self._day)]
        if len({o.person for o in held}) == 1:
            return self._actor(held[0], in_office=True)
        post = self._register.posts[min(posts)]
        country = post.country if post.country in self._register.actors else None
        code = self._register.actors[country].country if country else None
        return Actor(id=post.id, name=post.title, country=code, kind="person", via="post")

    def apposed(self, i: int, country_at: Callable[[int], str | None]) -> Person | None:
        """A name with its post after a comma: "Li Bin, Chinese ambassador for …"."""
        last = self._free_name(i)
        comma = self._form(last) == ","
        common = any(self._is_word(j) for j in range(i, last))
        if last - i < 2 or not comma or common or i in self._taken or self._title(i)[0] != i:
            return None
        determined = self._form(last + 1).lower() in ("the", "a", "an")
        j = last + 1 + determined
        country = country_at(j)
        if country is None and not (determined or self._form(j).islower()):
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

    def introduce(self, first: int, last: int) -> None:
        """Remember a person whose names are the tokens from one up to another."""
        name = self._text[self._tokens[first].start : self._tokens[last - 1].end]
        self._person(first, first, last, provisional_person(name, None))

    def namesake(self, i: int) -> Actor | None:
        """The person introduced by a name that is a country's too."""
        form = self._form(i)
        known = form in self._register.classes["also_personal_name"]
        return self._introduced_as(form, self._tokens[i].start) if known else None

    def is_free_name(self, i: int) -> bool:
        """Whether a token could be a given name: capitalised, unknown, not first in its sentence."""
        form = self._form(i)
        if i < 1 or i in self._taken or not form[:1].isupper() or not form.isalpha():
            return False
        return not self._begins_sentence(i) and self._title(i)[0] == i

    def bare_names(self, covered: set[int]) -> Iterator[Person]:
        """Names alone, of persons introduced before ("Mottaki said") or in a post that everybody knows ("Putin")."""
        for i, token in enumerate(self._tokens):
            if token.start in covered or not token.form[:1].isupper() or len(token.form) < 2:
                continue
            if self._joined(i, covered) or self._is_grammar(i):
                continue
            name = _plain_case(token.form)
            actor = self._introduced_as(name, token.start) or self._introduced_later(name)
            if actor is None and not self._is_word(i):
                actor = self._in_office_as(name)
            if actor and i not in self._taken:
                yield Person(token.start, token.end, i + 1, actor, False)

    def _title(self, i: int) -> tuple[int, set[str]]:
        """The token after a title that begins at one, and the posts that it may be; the same token if there is none."""
        posts: set[str] = set()
        end, j, person = i, i, False
        if self._form(i) in ("and", "&"):
            return i, posts
        single = self._form(i - 1).lower() not in self._register.classes["determiner"]
        while j < min(i + LONGEST_TITLE, len(self._tokens)):
            match = self._register.names.longest(self._tokens, j)
            if match and any(f.kind == "title" for f in match.found):
                posts = {f.entry for f in match.found if f.kind == "title"}
                j = end = match.last
                person = True
                continue
            word = self._tokens[j].form.rstrip(".").lower()
            if self._register.heads.get(word) in ("leader", "person"):
                end, person = j + 1, True
            elif self._tokens[j].form in self._register.classes["honorific"]:
                end, person = j + 1 + (self._form(j + 1) == "."), True
                j = end - 1
            elif word not in self._register.classes["title_modifier"] or (
                person and word in ("and", "&") and not single
            ):
                break
            j += 1
        return (end, posts) if person else (i, set())

    def _portfolio(self, i: int) -> int:
        """The token after "for Water and Power" behind a title; the same token if there is none."""
        j = i + 1
        if self._form(i) not in ("for", "of"):
            return i
        while self._form(j).lower() in self._register.classes["portfolio"] or (
            j > i + 1 and self._form(j) in ("and", ",")
        ):
            j += 1
        return j if j > i + 1 and self._form(j)[:1].isupper() else i

    def _of_country(self, i: int) -> tuple[int, str | None]:
        """ "to South Korea" after a title and before a name: the token after it and nothing of the country."""
        if self._form(i) in ("to", "of", "for", "in") and i + 1 in self._taken:
            j = i + 1
            while j in self._taken:
                j += 1
            if self._form(j)[:1].isupper():
                match = self._register.names.longest(self._tokens, i + 1)
                found = match.found[0].entry if match and self._form(i) == "of" else None
                return j, found
        return i, None

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
        if self._form(i + 2) == "." and len(self._form(i + 1)) == 1 and self._form(i + 3)[:1].isupper():
            last = i + 4
            comma = self._form(last) == ","
            if self._form(last + comma) == "Jr":
                last += 1 + comma + (self._form(last + 1 + comma) == ".")
            yield (self._form(i), self._form(i + 3)), last

    def _free_name(self, i: int) -> int:
        """The token after the capitalised words that begin at one, particles and hyphens between them."""
        j = i
        classes = self._register.classes
        if self._register.kind_of_head(self._form(i)):
            return i
        while j < min(i + LONGEST_NAME, len(self._tokens)):
            form = self._tokens[j].form
            upper = form[:1].isupper() and form.isalpha() and j not in self._taken
            joins = form in ("-", "'") or form in classes["name_particle"]
            inner = j > i or form in classes["name_particle"]
            if upper and not (j > i and self._gap(j)):
                j += 1
            elif form in classes["name_particle"] and self._form(j + 1) == "-" and self._form(j + 2)[:1].isupper():
                j += 3
            elif joins and inner and self._form(j + 1)[:1].isalpha() and not self._spaced_dash(j):
                j += 2
            elif form == "." and j > i and len(self._form(j - 1)) == 1 and self._form(j + 1)[:1].isupper():
                j += 1
            else:
                break
        return j if self._form(i)[:1].isupper() or j > i + 1 else i

    def _titled(self, i: int, after: int, last: int, posts: set[str], country: str | None) -> Person | None:
        for end in range(last, after, -1):
            names = [_plain_case(t.form) for t in self._tokens[after:end]]
            held = self._register.surnames.get(" ".join(names).replace(" - ", "-"), [])
            held = [o for o in held if o.post in posts] if posts else self._only_one(held)
            actor = self._of_occupancies(held, posts, country) if held else None
            if actor:
                return self._person(i, after, end, actor)
        actor = self._by_surname(after, last, posts, country)
        if actor:
            return self._person(i, after, last, actor)
        name = self._text[self._tokens[after].start : self._tokens[last - 1].end]
        introduced = self._introduced_as(_plain_case(self._form(last - 1)), self._tokens[after].start)
        known = introduced and (introduced.country or not country)
        actor = introduced if introduced and known else provisional_person(name, country)
        return self._person(i, after, last, actor)

    def _only_one(self, held: list[Occupancy]) -> list[Occupancy]:
        """The occupancies of a day if they are one person's: "Secretary" and a surname may say enough."""
        current = [o for o in held if self._day and o.covers(self._day)]
        return current if len({o.person for o in current}) == 1 else []

    def _by_surname(self, after: int, last: int, posts: set[str], country: str | None) -> Actor | None:
        """The holder of one of the posts by surname and the given name's first letter ("Mahmud" for "Mahmoud")."""
        held = self._register.surnames.get(_plain_case(self._form(last - 1)), [])
        held = [o for o in held if o.post in posts and o.person[:1] == self._form(after)[:1]]
        return self._of_occupancies(held, posts, country) if held else None

    def _of_occupancies(self, held: Sequence[Occupancy], posts: set[str], country: str | None) -> Actor | None:
        """The one person whom the occupancies can mean on the day; in doubt None."""
        fitting = [o for o in held if o.post in posts] or list(held)
        if country:
            fitting = [o for o in fitting if self._register.posts[o.post].country == country]
        day = self._day
        current = [o for o in fitting if day and o.covers(day)]
        past = sorted((o for o in fitting if not day or (o.start or "") <= day), key=lambda o: o.start or "")
        chosen = current or past[-1:] or fitting[-1:]
        people = {o.person for o in chosen}
        if len(people) != 1:
            return None
        return self._actor(chosen[0], in_office=bool(current))

    def _actor(self, occupancy: Occupancy, *, in_office: bool) -> Actor:
        post = self._register.posts[occupancy.post]
        whole = post.country or post.actor.partition(".")[0]
        entry = self._register.actors.get(whole)
        country = entry.country if entry else None
        head = in_office and post.actor == post.country and country is not None
        own = f"{whole}.{slug(occupancy.person)}"
        name = occupancy.person
        if entry and not country:
            name = f"{name} ({entry.name})"
        return Actor(id=post.actor if head else own, name=name, country=country, kind="person", via="post")

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
            given = self._form(i - 1)
            if not any(fold(o.person).startswith(given) for o in self._register.surnames[token.form]):
                yield token.form

    def _introduced_later(self, name: str) -> Actor | None:
        """The only person whom the text introduces by that name, for a headline that comes before."""
        people = {actor.id: actor for _start, actor in self._introduced.get(name, [])}
        return next(iter(people.values())) if len(people) == 1 else None

    def _in_office_as(self, surname: str) -> Actor | None:
        """The head of state or government whom a surname alone can mean on the day, if it is one person."""
        if self._day is None or surname in self._namesakes:
            return None
        held = [
            o
            for o in self._register.surnames.get(surname, [])
            if o.covers(self._day) and self._register.posts[o.post].actor == self._register.posts[o.post].country
        ]
        return self._of_occupancies(held, set(), None) if len({o.person for o in held}) == 1 else None

    def _is_grammar(self, i: int) -> bool:
        """Whether a token is a pronoun, a preposition or a month before it is a name ("He", "May")."""
        form = self._form(i)
        classes = ("singular_person", "determiner", "preposition", "plural")
        return form in self._register.classes["month"] or any(
            form.lower() in self._register.classes[c] for c in classes
        )

    def _is_word(self, i: int) -> bool:
        """Whether a capital may come from the place alone: a sentence's first word, lower-case elsewhere."""
        return self._is_grammar(i) or (self._form(i).lower() in self._words and self._begins_sentence(i))

    def _joined(self, i: int, covered: set[int]) -> bool:
        """Whether a capitalised neighbour makes the token part of a longer unknown name."""
        for j in (i - 1, i + 1):
            form = self._form(j)
            free = form[:1].isupper() and form.isalpha() and self._tokens[j].start not in covered
            if self._register.kind_of_head(form):
                continue
            if free and not self._gap(max(i, j)) and self._title(j)[0] == j:
                if j < i and self._begins_sentence(j):
                    continue
                return True
            if form == "-" and not self._spaced_dash(j) and not self._pairs_surnames(i, j):
                return True
        return False

    def _pairs_surnames(self, i: int, dash: int) -> bool:
        """ "Biden-Harris": the name beyond the hyphen is a known surname too."""
        other = self._form(dash + 1 if dash > i else dash - 1)
        return other in self._register.surnames

    def _goes_on(self, i: int) -> bool:
        return self._form(i) == "-" and self._form(i + 1)[:1].islower() and not self._spaced_dash(i)

    def _begins_sentence(self, i: int) -> bool:
        return i == 0 or self._form(i - 1) in (".", "!", "?", '"', ":") or "\n" in self._between(i)

    def _gap(self, i: int) -> bool:
        return "\n" in self._between(i)

    def _between(self, i: int) -> str:
        return self._text[self._tokens[i - 1].end : self._tokens[i].start] if 0 < i < len(self._tokens) else ""

    def _spaced_dash(self, i: int) -> bool:
        return self._form(i) == "-" and self._text[self._tokens[i].start - 1] == " "

    def _form(self, i: int) -> str:
        return self._tokens[i].form if 0 <= i < len(self._tokens) else ""


def _plain_case(word: str) -> str:
    """ "BIDEN" as "Biden"; initials stay."""
    return word.capitalize() if len(word) > 2 and word.isupper() else word


def provisional_person(name: str, country: str | None) -> Actor:
    """A person whom the register does not know, under an id from the name and the country."""
    own = slug(name)
    return Actor(id=f"{country}.{own}" if country else own, name=name, country=country, kind="person", via="name")
