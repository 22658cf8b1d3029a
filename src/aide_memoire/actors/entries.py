"""The entries of the actor lexicons, as records: one type a table of TOML."""

from typing import Literal

from aide_memoire.records import ActorKind, Record

FormClass = Literal[
    "name",
    "demonym",
    "people",
    "seat",
    "capital",
    "short",
    "person",
    "surname",
    "title",
    "context",
    "nominal",
    "not_actor",
]


class Membership(Record, frozen=True, kw_only=True):
    """A member of a grouping, and since when and until when, where it changed (ISO days)."""

    id: str
    start: str | None = None
    end: str | None = None


class CameoCode(Record, frozen=True, kw_only=True):
    """A CAMEO code that an actor has only for a time: rebels until they govern (EDTF days, months or years)."""

    code: str
    start: str | None = None
    end: str | None = None


class ActorEntry(Record, frozen=True, kw_only=True):
    """A known actor. `aliases` mean it anywhere; `short` forms only beside its country ("Japan's Foreign Ministry").

    `cameo` is the code of an actor that has one of its own; those of the others follow from kind and country.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    members: tuple[Membership | str, ...] = ()
    qid: str | None = None
    cameo: str | tuple[CameoCode, ...] | None = None
    source: str | None = None
    start: str | None = None
    end: str | None = None
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()

    def members_on(self, day: str | None) -> tuple[str, ...]:
        """The codes of those who belonged to it on a day ("2019-05-01"); with no day, of all who ever did."""
        entries = [m if isinstance(m, Membership) else Membership(id=m) for m in self.members]
        return tuple(dict.fromkeys(m.id for m in entries if day is None or _covers(m.start, m.end, day)))

    def cameo_on(self, day: str | None) -> str | None:
        """Its own CAMEO code on a day; None where it has none, or several and no day is given."""
        if self.cameo is None or isinstance(self.cameo, str):
            return self.cameo
        codes = [c.code for c in self.cameo if day is None or _covers(c.start, c.end, day)]
        return codes[-1] if codes and (day or len(codes) == 1) else None


class Seat(Record, frozen=True, kw_only=True):
    """A place that stands for an actor: a capital (which may also be just a place) or a palace."""

    form: str
    actor: str
    kind: Literal["capital", "palace"]
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Post(Record, frozen=True, kw_only=True):
    """A post and the actor that its holder speaks for: "KOR.president" acts as "KOR"."""

    id: str
    title: str
    country: str | None = None
    actor: str
    titles: tuple[str, ...] = ()
    source: str | None = None
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Occupancy(Record, frozen=True, kw_only=True):
    """Who held a post from when to when (EDTF days, months or years); no `end` means: still."""

    post: str
    person: str
    spellings: tuple[str, ...] = ()
    surname: str | None = None
    start: str | None = None
    end: str | None = None
    qid: str | None = None
    source: str | None = None
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()

    def covers(self, day: str) -> bool:
        """Whether the person held the post on a day; an unknown bound does not exclude."""
        return _covers(self.start, self.end, day)


class InstrumentEntry(Record, frozen=True, kw_only=True):
    """A well-known agreement, declaration, treaty or resolution, and the names it goes by.

    `adopted` is when it was adopted, signed or opened for signature, `ended` when it expired, was denounced or replaced
    among all its parties (EDTF days, months or years).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    adopted: str | None = None
    in_force: str | None = None
    ended: str | None = None
    qid: str | None = None
    source: str | None = None
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class HeadNoun(Record, frozen=True, kw_only=True):
    """A class of head nouns and what a phrase that ends in one of them stands for."""

    stands_for: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class WordClass(Record, frozen=True, kw_only=True):
    """A class of words that a rule asks for by name: verbs of saying, prepositions of place, outlets."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Outlet(Record, frozen=True, kw_only=True):
    """Papers and stations of one country, by words of their names."""

    country: str
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Trap(Record, frozen=True, kw_only=True):
    """Words that hold an actor's name and mean no actor: "Korea Herald", "Moon landing".

    `document` names cues: the trap closes only where one of these words stands in the text, and not one of `unless`.
    """

    form: str
    document: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class ContextName(Record, frozen=True, kw_only=True):
    """A name that means an actor only in a text that holds one of the cues: "the North" beside "Korea".

    `own` is False where the actor's own papers never call it so.
    """

    form: str
    actor: str
    after: tuple[str, ...] = ()
    cues: tuple[str, ...]
    own: bool = True
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Alliance(Record, frozen=True, kw_only=True):
    """States that are bound to defend one another, so that a text calls them "the allies"."""

    members: tuple[str, ...]
    source: str | None = None
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class CameoRole(Record, frozen=True, kw_only=True):
    """The role that follows the country in a CAMEO code, by kinds of actors and by bodies; examples are ids."""

    code: str
    kinds: tuple[ActorKind, ...] = ()
    bodies: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    non_examples: tuple[str, ...] = ()


class Candidate(Record, frozen=True, kw_only=True):
    """One whom an ambiguous name may mean: its id, and the words of a text that speak for it."""

    id: str
    cues: tuple[str, ...]


class AmbiguousName(Record, frozen=True, kw_only=True):
    """A name of several ("Georgia"). It means the first, the usual one, unless the text speaks of another.

    Then it is open whom it means, and where the text speaks of the first as well only if `both_open`. Examples leave it
    open, non-examples do not.
    """

    forms: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    both_open: bool
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]


class Lexicon(Record, frozen=True, kw_only=True):
    """One TOML file: any of the tables."""

    actor: tuple[ActorEntry, ...] = ()
    seat: tuple[Seat, ...] = ()
    post: tuple[Post, ...] = ()
    occupancy: tuple[Occupancy, ...] = ()
    instrument: tuple[InstrumentEntry, ...] = ()
    head: tuple[HeadNoun, ...] = ()
    word_class: tuple[WordClass, ...] = ()
    trap: tuple[Trap, ...] = ()
    outlet: tuple[Outlet, ...] = ()
    context_name: tuple[ContextName, ...] = ()
    alliance: tuple[Alliance, ...] = ()
    cameo_role: tuple[CameoRole, ...] = ()
    ambiguous: tuple[AmbiguousName, ...] = ()


def _covers(start: str | None, end: str | None, day: str) -> bool:
    """Compare EDTF prefixes to the shorter precision, so that "2021" reaches from its first day to its last."""
    after = start is None or day[: len(start)] >= start[: len(day)]
    before = not end or day[: len(end)] <= end[: len(day)]
    return after and before
