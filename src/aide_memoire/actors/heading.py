"""What the head of a document says about who speaks in it: title, publisher, first paragraph."""

import re
from collections.abc import Sequence

from aide_memoire.actors.groups import group_of, iter_runs, members_of
from aide_memoire.actors.mention import Mention
from aide_memoire.actors.mentions import MentionFinder
from aide_memoire.actors.register import COUNTED_AS_MEMBER, Register
from aide_memoire.actors.tokens import tokenize
from aide_memoire.records import Actor

_TOPIC = re.compile(
    r" (?:on|following|regarding|endorsing|condemning|announcing|concerning|marking|about|after)\b", re.I
)
FIRST_SENTENCE = 300
OPENING = 900
"""How many code points of the text may name those who speak in a joint statement."""


class Heading:
    """Whose paper it is: `own_state` (White House -> USA), `joint` (who says "we" together), `pair` (who met).

    `home` is where it is written: the country of a dateline, else of the paper. `nameless` is an official paper of
    which nothing says whose it is.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        register: Register,
        day: str | None,
        title: str | None,
        own_state: Actor | None,
        home_country: str | None,
        *,
        nameless: bool = False,
    ) -> None:
        self._register = register
        self._title = title or ""
        self._titled = self._speaking(MentionFinder(self._title, register, day).find())
        self._opening = [m for m in mentions if m.start < OPENING]
        self._text = text
        self.own_state = own_state
        self.nameless = nameless
        self.home = register.actor(home_country, via="reference") if home_country in register.actors else None
        self.pair = self._pair()
        self.joint = self._joint()

    def _speaking(self, mentions: list[Mention]) -> list[Mention]:
        """Those that a title names before its topic ("Joint Statement by Peru and Chile on Bolivia"), if any."""
        found = _TOPIC.search(self._title)
        before = [m for m in mentions if found and m.end <= found.start()]
        return before or mentions

    def _title_has(self, word_class: str) -> bool:
        words = {w.strip(",:").lower() for w in self._title.split()}
        return not words.isdisjoint(self._register.classes[word_class])

    def _pair(self) -> Actor | None:
        """Those whom the title names as meeting or speaking together ("Call with President Macron of France")."""
        actors = [m.actor for m in self._titled if not m.place]
        group = group_of(self._register, actors, "reference")
        met = self._title_has("meeting")
        listed = self._who_met() if "Readout" in self._title else None
        if listed and self.own_state and (group is None or not group.members):
            return group_of(self._register, [self.own_state, listed], "reference")
        if not met or group is None:
            return None
        if self.own_state and self.own_state.country not in members_of(group):
            group = group_of(self._register, [self.own_state, *actors], "reference")
        return group if group and group.kind == "group" else None

    def _joint(self) -> Actor | None:
        """The group that a joint paper speaks for: by its title, else by the first list in its opening."""
        if self._title_has("spoken"):
            return None
        titled = [m for m in self._titled if not m.place]
        joined = [a for run in iter_runs(self._title, titled, self._register.classes["joining"]) for a in run]
        if not self._title_has("joint_title") and not (joined and self._title_has("joint_paper")):
            return None
        named = [m.actor for m in (joined or titled)]
        group = group_of(self._register, named, "reference")
        listed = self._listed(OPENING)
        if listed and self._is_fuller(listed, group):
            return listed
        if group and group.kind == "group":
            return group
        leaders = self._leaders()
        if leaders and leaders.kind == "group":
            return leaders
        if group and self.own_state and self.own_state.country != group.country:
            return group_of(self._register, [self.own_state, group], "reference")
        return None

    def _who_met(self) -> Actor | None:
        leaders = self._leaders()
        return leaders if leaders and leaders.kind == "group" else self._listed(FIRST_SENTENCE)

    def _leaders(self) -> Actor | None:
        """Those whose leaders or officials the first sentences name."""
        persons = [m.actor for m in self._opening if m.actor.kind == "person"]
        return group_of(self._register, persons, "reference")

    def _listed(self, end: int) -> Actor | None:
        """The longest list of states at the beginning of the text."""
        states = [m for m in self._opening if not m.place and m.start < end]
        runs = iter_runs(self._text, states, self._register.classes["joining"])
        groups = (group_of(self._register, [m.actor for m in run], "reference") for run in runs)
        found = [g for g in groups if g and g.kind == "group"]
        return max(found, key=lambda g: len(members_of(g))) if found else None

    def _is_fuller(self, listed: Actor, titled: Actor | None) -> bool:
        """Whether a list in the text names all whom the title does, and more."""
        named = set(members_of(titled)) - COUNTED_AS_MEMBER if titled else set()
        return len(named) < 2 or named < set(members_of(listed))


OFFICIAL = frozenset(["state", "ministry", "parliament", "agency"])


def state_that_publishes(register: Register, publisher: str | None, day: str | None) -> Actor | None:
    """The state whose office publishes ("White House"); a news agency with a country in its name speaks for nobody."""
    publisher = publisher or ""
    official = any(register.kind_of_head(w) in OFFICIAL for w in publisher.split())
    for mention in MentionFinder(publisher, register, day).find():
        if mention.actor.country and (official or mention.form in ("seat", "short") or mention.actor.kind != "state"):
            return register.actor(mention.actor.country, via="reference")
    return None


def state_of_body(
    register: Register, publisher: str | None, mentions: Sequence[Mention], dateline_country: str | None
) -> Actor | None:
    """The state whose body publishes, where its name has no country ("Ministry of National Defense").

    It is the only state that has such a body; else the dateline's, that of the officials whom the opening names, or
    the only one of them that the text speaks of. None where that stays open.
    """
    owners = owners_of(register, publisher)
    officials = {m.actor.country for m in mentions if m.actor.via == "post" and m.start < OPENING}
    foreign = {m.actor.country for m in mentions if m.form == "context" and m.actor.id in register.never_self}
    named = {m.actor.country for m in mentions if not m.place} - foreign
    for countries in (owners, {dateline_country}, officials, named):
        found = owners & {c for c in countries if c}
        if len(found) == 1:
            return register.actor(found.pop(), via="reference")
    return None


def owners_of(register: Register, publisher: str | None) -> set[str]:
    """The countries that have a body of a publisher's name ("Ministry of Unification": South Korea alone)."""
    tokens = tokenize(publisher or "")
    for match in register.names.scan(tokens):
        if match.found[0].kind == "short":
            words = [t.form.lower() for t in tokens[match.first : match.last]]
            bodies = register.bodies.get(" ".join(words), {})
            nouns = {w for w in words if register.kind_of_head(w)}
            return {c for c, entry in bodies.items() if nouns & set(register.actors[entry].name.lower().split())}
    return set()


def country_of_dateline(register: Register, dateline: str | None) -> str | None:
    """The country of a dateline's place ("SEOUL, Jan. 21 (Agency) --": "KOR"); None for a place that nothing knows."""
    for match in register.names.scan(tokenize(dateline or "")):
        for form in match.found:
            if form.kind in ("capital", "name") and form.entry in register.actors:
                return register.actors[form.entry].country
    return None


def home_of(register: Register, publisher: str | None) -> str | None:
    """The country at home in an outlet ("The Korea Herald" -> "KOR")."""
    return next((country for name, country in register.outlets.items() if name in (publisher or "")), None)
