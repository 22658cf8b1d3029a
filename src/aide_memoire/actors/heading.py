"""What the head of a document says about who speaks in it: title, publisher, first paragraph."""

from collections.abc import Sequence

from aide_memoire.actors.groups import group_of, iter_runs, members_of
from aide_memoire.actors.mentions import Mention, MentionFinder
from aide_memoire.actors.register import Register
from aide_memoire.records import Actor

OPENING = 900
"""How many code points of the text may name those who speak in a joint statement."""


class Heading:
    """Whose paper it is: `own_state` (White House -> USA), `joint` (who says "we" together), `pair` (who met)."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        register: Register,
        day: str | None,
        title: str | None,
        publisher: str | None,
    ) -> None:
        self._register = register
        self._title = title or ""
        self._titled = MentionFinder(self._title, register, day).find()
        self._opening = [m for m in mentions if m.start < OPENING]
        self._text = text
        self.own_state = self._publisher_state(publisher, day)
        self.pair = self._pair()
        self.joint = self._joint()

    def _publisher_state(self, publisher: str | None, day: str | None) -> Actor | None:
        """The state whose office publishes it; a news agency with a country in its name speaks for nobody."""
        publisher = publisher or ""
        official = any(self._register.kind_of_head(w) in OFFICIAL for w in publisher.split())
        for mention in MentionFinder(publisher, self._register, day).find():
            if mention.actor.country and (official or mention.form in ("seat", "short") or mention.actor.kind != "state"):
                return self._register.actor(mention.actor.country, via="reference")
        return None

    def _pair(self) -> Actor | None:
        """Those whom the title names as meeting or speaking together ("Call with President Macron of France")."""
        actors = [m.actor for m in self._titled if not m.place]
        group = group_of(self._register, actors, "reference")
        met = any(w in self._register.classes["meeting"] for w in self._title.split())
        if not met or group is None:
            return None
        if not group.members and self.own_state and self.own_state.country != group.country:
            group = group_of(self._register, [self.own_state, *actors], "reference")
        return group if group and group.members else None

    def _joint(self) -> Actor | None:
        """The group that a joint paper speaks for: by its title, else by the first list in its opening."""
        if not any(w.strip(",:") in self._register.classes["joint_title"] for w in self._title.split()):
            return None
        titled = [m for m in self._titled if not m.place]
        joined = [a for run in iter_runs(self._title, titled, self._register.classes["joining"]) for a in run]
        named = [m.actor for m in (joined or titled)]
        group = group_of(self._register, named, "reference")
        listed = self._listed()
        if listed and (group is None or len(members_of(group)) < len(members_of(listed))):
            return listed
        if group and group.members:
            return group
        if group and self.own_state and self.own_state.country != group.country:
            return group_of(self._register, [self.own_state, group], "reference")
        return None

    def _listed(self) -> Actor | None:
        """The longest list of states or their leaders at the beginning of the text."""
        persons = [m.actor for m in self._opening if m.actor.kind == "person"]
        groups = [group_of(self._register, persons, "reference")]
        states = [m for m in self._opening if not m.place]
        for run in iter_runs(self._text, states, self._register.classes["joining"]):
            groups.append(group_of(self._register, [m.actor for m in run], "reference"))
        found = [g for g in groups if g and g.members and len(g.members) > 1]
        return max(found, key=lambda g: len(members_of(g))) if found else None


OFFICIAL = frozenset(["state", "ministry", "parliament", "agency"])
