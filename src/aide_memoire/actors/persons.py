"""Find persons: a post with a name ("Prime Minister Kishida"), a full name, later the surname alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aide_memoire.actors.entries import Occupancy
from aide_memoire.actors.register import Register, surname_of
from aide_memoire.actors.tokens import Token, slug
from aide_memoire.records import Actor

LONGEST_NAME = 6
LONGEST_TITLE = 8


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
        self._introduced: dict[str, list[tuple[int, Actor]]] = defaultdict(list)

    def at(self, i: int, country: str | None) -> Person | None:
        """The person whom the words from a token on name: title and name, or a known name."""
        after, posts = self._title(i)
        of_country = None
        if after > i:
            after, of_country = self._of_country(after)
        known, last = self._known_name(after)
        if known:
            return self._person(i, last, self._of_occupancies(known, posts, country or of_country), titled=after > i)
        last = self._free_name(after)
        if after == i or last == after:
            return None
        return self._titled(i, after, last, posts, country or of_country)

    def is_free_name(self, i: int) -> bool:
        """Whether a token could be a given name: capitalised, unknown, not first in its sentence."""
        return i > 0 and i not in self._taken and not self._begins_sentence(i) and self._title(i)[0] == i

    def bare_names(self, covered: set[int]) -> Iterator[Person]:
        """Names alone, of persons introduced before ("Mottaki said") or in a post that everybody knows ("Putin")."""
        for i, token in enumerate(self._tokens):
            if token.start in covered or not token.form[:1].isupper() or len(token.form) < 2:
                continue
            if self._joined(i, covered):
                continue
            name = _plain_case(token.form)
            actor = self._introduced_as(name, token.start) or self._in_office_as(name)
            if actor and i not in self._taken:
                yield Person(token.start, token.end, i + 1, actor, False)

    def _title(self, i: int) -> tuple[int, set[str]]:
        """The token after a title that begins at one, and the posts that it may be; the same token if there is none."""
        posts: set[str] = set()
        end, j, person = i, i, False
        if self._form(i) in ("and", "&"):
            return i, posts
        while j < min(i + LONGEST_TITLE, len(self._tokens)):
            match = self._register.names.longest(self._tokens, j)
            if match and any(f.kind == "title" for f in match.found):
                posts = {f.entry for f in match.found if f.kind == "title"}
                j = end = match.last
                person = True
                continue
            word = self._tokens[j].form.rstrip(".").lower()
            if self._register.kind_of_head(word) in ("leader", "person"):
                end, person = j + 1, True
            elif self._tokens[j].form in self._register.classes["honorific"]:
                end, person = j + 1 + (self._form(j + 1) == "."), True
                j = end - 1
            elif word not in self._register.classes["title_modifier"]:
                break
            j += 1
        return (end, posts) if person else (i, set())

    def _of_country(self, i: int) -> tuple[int, str | None]:
        """ "to South Korea" after a title and before a name: the token after it and nothing of the country."""
        if self._form(i) in ("to", "of", "for") and i + 1 in self._taken:
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
            if self._form(last) == "," and self._form(last + 1) == "Jr":
                last += 2 + (self._form(last + 2) == ".")
            yield (self._form(i), self._form(i + 3)), last

    def _free_name(self, i: int) -> int:
        """The token after the capitalised words that begin at one, particles and hyphens between them."""
        j = i
        classes = self._register.classes
        while j < min(i + LONGEST_NAME, len(self._tokens)):
            form = self._tokens[j].form
            upper = form[:1].isupper() and form.isalpha() and j not in self._taken
            joins = form in ("-", "'") or form in classes["name_particle"]
            inner = j > i or form in classes["name_particle"]
            if upper and not (j > i and self._gap(j)):
                j += 1
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
            held = [o for o in held if o.post in posts] if posts else []
            actor = self._of_occupancies(held, posts, country) if held else None
            if actor:
                return self._person(i, end, actor, titled=True)
        name = self._text[self._tokens[after].start : self._tokens[last - 1].end]
        introduced = self._introduced_as(_plain_case(self._form(last - 1)), self._tokens[after].start)
        actor = introduced or provisional_person(name, country)
        return self._person(i, last, actor, titled=True)

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
        entry = self._register.actors.get(post.country or "")
        country = entry.country if entry else None
        head = in_office and post.actor == post.country and country is not None
        own = f"{post.country}.{slug(occupancy.person)}" if post.country else slug(occupancy.person)
        name = occupancy.person
        if entry and not country:
            name = f"{name} ({entry.name})"
        return Actor(id=post.actor if head else own, name=name, country=country, kind="person", via="post")

    def _person(self, first: int, last: int, actor: Actor | None, *, titled: bool) -> Person | None:
        if actor is None:
            return None
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        words = [_plain_case(t.form) for t in self._tokens[first:last] if t.form[:1].isupper() and len(t.form) > 1]
        for name in {words[-1], *self._own_names(actor)} if words else set():
            self._introduced[name].append((start, actor))
        return Person(start, end, last, actor, titled)

    def _own_names(self, actor: Actor) -> set[str]:
        person = actor.name.partition(" (")[0]
        known = self._register.people.get(person)
        words = person.split()
        return {surname_of(known[0])} if known else {words[0], words[-1]}

    def _introduced_as(self, name: str, before: int) -> Actor | None:
        earlier = [actor for start, actor in self._introduced.get(name, []) if start <= before]
        return earlier[-1] if earlier else None

    def _in_office_as(self, surname: str) -> Actor | None:
        """The head of state or government whom a surname alone can mean on the day, if it is one person."""
        if self._day is None:
            return None
        held = [
            o
            for o in self._register.surnames.get(surname, [])
            if o.covers(self._day) and self._register.posts[o.post].actor == self._register.posts[o.post].country
        ]
        return self._of_occupancies(held, set(), None) if len({o.person for o in held}) == 1 else None

    def _joined(self, i: int, covered: set[int]) -> bool:
        """Whether a capitalised neighbour makes the token part of a longer unknown name."""
        for j in (i - 1, i + 1):
            form = self._form(j)
            free = form[:1].isupper() and form.isalpha() and self._tokens[j].start not in covered
            if free and not self._gap(max(i, j)) and self._title(j)[0] == j:
                if j < i and self._begins_sentence(j):
                    continue
                return True
            if form == "-" and not self._spaced_dash(j):
                return True
        return False

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
