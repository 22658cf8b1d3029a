"""Who held a post on a day, and the actor that he is."""

from collections.abc import Sequence

from aide_memoire.actors.entries import Occupancy
from aide_memoire.actors.register import Register
from aide_memoire.actors.tokens import slug
from aide_memoire.records import Actor


class Incumbents:
    """The holders of posts as of a day ("2021-01-21", a prefix of it, or None)."""

    def __init__(self, register: Register, day: str | None) -> None:
        self._register = register
        self._day = day

    def in_office(self, posts: set[str]) -> Actor | None:
        """The one person who holds one of the posts on the day, or None where nobody is known to."""
        held = [o for o in self._register.occupancies if o.post in posts and self._day and o.covers(self._day)]
        return self._actor(held[0], in_office=True) if len({o.person for o in held}) == 1 else None

    def only_one(self, held: list[Occupancy]) -> list[Occupancy]:
        """The occupancies of a day if they are one person's: "Secretary" and a surname may say enough."""
        current = [o for o in held if self._day and o.covers(self._day)]
        return current if len({o.person for o in current}) == 1 else []

    def one_of(self, held: Sequence[Occupancy], posts: set[str], country: str | None) -> Actor | None:
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

    def head_of_state(self, surname: str) -> Actor | None:
        """The head of state or government whom a surname alone can mean on the day, if it is one person."""
        if self._day is None:
            return None
        held = [
            o
            for o in self._register.surnames.get(surname, [])
            if o.covers(self._day) and self._register.posts[o.post].actor == self._register.posts[o.post].country
        ]
        return self.one_of(held, set(), None) if len({o.person for o in held}) == 1 else None

    def ruler(self, surname: str) -> Actor | None:
        """Whoever of a surname led a country at any time; if it was more than one, by the surname alone.

        None where the leaders of two countries bore it.
        """
        posts = self._register.posts
        held = [o for o in self._register.surnames.get(surname, []) if posts[o.post].actor == posts[o.post].country]
        countries = {posts[o.post].country for o in held}
        if len(countries) != 1:
            return None
        if len({o.person for o in held}) == 1:
            return self._actor(held[0], in_office=False)
        country = countries.pop()
        return Actor(id=f"{country}.{slug(surname)}", name=surname, country=country, kind="person", via="name")

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
