"""What the marked extents mean: drafts to statements, with dates and actors; nothing is added that no extent carries.

Drafts are taken in the order of the text, because "It added …" is whoever spoke last.
"""

from collections.abc import Iterator, Sequence

import msgspec

from aide_memoire.actors import load_register, unnamed_instrument
from aide_memoire.dates import bounds
from aide_memoire.reading.action import action_of
from aide_memoire.reading.basis import basis_of, basis_of_instrument
from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.known import Known
from aide_memoire.records import Act, Actor, ActorKind, Attribution, Document, Due, Instrument, Span, Statement

ASKING: frozenset[Act] = frozenset(["request", "demand"])
BELOW: frozenset[ActorKind] = frozenset(["ministry", "agency", "armed_force", "person"])
"""Whom a state or its leader can ask to act as another than itself."""
FAR = 300  # characters: beyond, what a head points at is named for another act


class Resolver:
    """Resolves the drafts of one document by what the tables tell of it."""

    def __init__(self, document: Document, known: Known) -> None:
        self.document, self.known, self.actors = document, known, known.actors
        self.named_actors = self.actors.mentions
        self.mentions = [Extent(m.start, m.end) for m in self.named_actors if m.start is not None and m.end is not None]
        self.speaker: Actor | None = None

    def resolve(self, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
        """The statements of a document in order, each with an id of its own."""
        statements: dict[str, Statement] = {}
        for draft in drafts:
            statement = self.statement(draft)
            statements.setdefault(statement.id, statement)
        return tuple(statements.values())

    def statement(self, draft: Draft) -> Statement:
        """One draft resolved; who is bound stays open where it cannot be told."""
        attribution = self.attribution(draft)
        holder = self.holder(draft, attribution)
        if attribution is None and draft.kind == "commitment" and holder and holder.kind not in {"group", "state"}:
            self.speaker = holder  # who undertakes speaks: "The ministry stressed upholding … It added …"
        due = self.due(draft)
        instrument = self.instrument(draft) if draft.kind == "commitment" else None
        return Statement(
            id=f"{self.document.id}.{draft.head.start}",
            kind=draft.kind,
            start=draft.clause.start,
            end=draft.clause.end,
            text=self.document.text[slice(*draft.clause)],
            head=self.span(draft.head),
            holder=holder,
            act=self.act(draft, holder),
            action=action_of(self.document.text, draft.head, draft.clause, (draft.condition, draft.due)),
            counterparts=self.counterparts(draft, holder),
            instrument=instrument,
            condition=self.span(draft.condition) if draft.condition else None,
            due=due if draft.kind == "commitment" else None,
            attribution=attribution,
            when=due.edtf if due and draft.kind == "event" else None,
            polarity=draft.polarity,
            modality=draft.modality,
            core=draft.core and self.may_be_core(draft, holder),
            score=draft.score,
            why=(*draft.why, *self.bases(holder, instrument)),
        )

    def bases(self, holder: Actor | None, instrument: Instrument | None) -> Iterator[str]:
        """By what holder and instrument were told: "holder:reference to “Peru” at 12"."""
        yield f"holder:{basis_of(holder, self.named_actors)}"
        basis = basis_of_instrument(instrument, self.actors.instruments) if instrument else None
        if basis:
            yield f"instrument:{basis}"

    def due(self, draft: Draft) -> Due | None:
        """The dated phrase under a draft's; what was over before the document appeared is no deadline of anything.

        Words that hang on an event without saying when ("after the summit") are kept with it as their anchor, without
        a value; other words of that kind ("in due course") by themselves.
        """
        if draft.due is None:
            return None
        due = widest(draft.due, self.known.dated[draft.kind])
        if draft.kind == "commitment":
            due = anchored(draft.due, due, self.known.anchored)
        if due is None:
            words = self.span(draft.due)
            return Due(text=words.text, start=words.start, end=words.end, edtf=None)
        published = self.document.published.edtf
        if due.edtf is None or published is None or draft.kind == "event":
            return due
        last, first = bounds(due.edtf)[1], bounds(published)[0]
        return None if last is not None and first is not None and last < first else due

    def attribution(self, draft: Draft) -> Attribution | None:
        """Who says so; a source that nobody can be told from keeps its cue alone."""
        if draft.cue is None:
            return None
        source = self.actors.resolve(*draft.source, speaker=self.speaker) if draft.source else None
        if source is not None:
            self.speaker = source
        return Attribution(source=source, cue=self.span(draft.cue))

    def holder(self, draft: Draft, attribution: Attribution | None) -> Actor | None:
        """Who is bound: the actor that the clause names, or who announces an act without an agent."""
        speaker = attribution.source if attribution else None
        if draft.holder is not None:
            named = self.actors.resolve(*draft.holder, speaker=speaker)
            if named is not None and self.is_half_of(draft.holder, named):
                return None
            return named
        if speaker is None or is_nameless(speaker):
            return None
        return msgspec.structs.replace(speaker, text=None, start=None, end=None, via="implicit")

    def is_half_of(self, extent: Extent, named: Actor) -> bool:
        """Whether two are named and one was told: "the party and the government" is neither of them alone."""
        words = self.document.text[slice(*extent)]
        return " and the " in words and not named.members and named.kind != "group" and named.kind != "ministry"

    def may_be_core(self, draft: Draft, holder: Actor | None) -> bool:
        """Whether who is bound acts for states or, where it stays open who, words of such a kind name it."""
        if holder is not None:
            return is_political(holder) or self.is_instrument(draft.holder)
        if draft.holder is None or draft.kind == "event":
            return True
        words = self.document.text[slice(*draft.holder)].split()
        return any(load_register().kind_of_head(word) for word in words)

    def act(self, draft: Draft, holder: Actor | None) -> Act | None:
        """The speech act; an agreement takes more than one, so that of a single party is a pledge."""
        alone = holder is not None and holder.kind != "group" and not holder.members
        return "pledge" if draft.act == "agreement" and alone else draft.act

    def counterparts(self, draft: Draft, holder: Actor | None) -> tuple[Actor, ...]:
        """The actors toward whom the act is undertaken, without the holder's own side."""
        found: dict[str, Actor] = {}
        near = Extent(draft.clause.start - FAR, draft.clause.end + FAR)
        asks = draft.act in ASKING
        for extent in filter(near.holds, draft.counterparts):
            for actor in self.named(extent, exclude=None if asks else holder):
                for party in others(actor, holder) if holder else (actor,):
                    if holder is None or not is_own_side(party, holder, asks=asks):
                        found.setdefault(party.id, party)
        return tuple(found.values())

    def named(self, extent: Extent, *, exclude: Actor | None) -> Sequence[Actor]:
        """The actors that a marked extent names, in whole or in part; or the one that its words stand for.

        Of "states that arm Chad" that is a kind of states and not Chad.
        """
        across = [m for m in self.mentions if extent.meets(m)]
        whole = Extent(min([extent.start, *(m.start for m in across)]), max([extent.end, *(m.end for m in across)]))
        named = self.actors.within(*whole, exclude=exclude)
        begins = bool(named) and named[0].start == whole.start
        actor = None if begins else self.actors.resolve(*whole, speaker=self.speaker)
        is_kind = actor is not None and actor.kind == "group" and not actor.members
        return (actor,) if actor and (is_kind or not named) else named

    def is_instrument(self, extent: Extent | None) -> bool:
        """Whether the words that name a holder are an agreement's: "The Resolution demands …" binds like its makers."""
        return extent is not None and any(extent.meets(i) for i in self.actors.instruments)

    def instrument(self, draft: Draft) -> Instrument | None:
        """The instrument that the draft's words name; one that is not known is called by its words."""
        if draft.instrument is None:
            return None
        known = widest(draft.instrument, self.actors.instruments)
        return known or unnamed_instrument(*draft.instrument, self.document.text)

    def span(self, extent: Extent) -> Span:
        """The extent with its words."""
        return Span(text=self.document.text[slice(*extent)], start=extent.start, end=extent.end)


def widest[T: (Due, Instrument)](extent: Extent, places: Sequence[T]) -> T | None:
    """Of what lies across an extent, that which shares most characters with it."""
    shared = [(min(extent.end, p.end) - max(extent.start, p.start), p) for p in places]
    most, place = max(shared, key=lambda pair: pair[0], default=(0, None))
    return place if most > 0 else None


def anchored(extent: Extent, dated: Due | None, anchors: Sequence[Due]) -> Due | None:
    """The time that hangs on an event, where an extent has its operator or the day is the same; else the dated phrase.

    Of "before leaving for Rome on 24 April" that is before the event; an extent on "on 24 April" means this day itself.
    """
    found = widest(extent, anchors)
    if found is None or found.anchor is None:
        return dated
    if dated is None:
        return found
    leads = extent.start < found.anchor.start and Extent(found.start, found.end).meets(dated)
    return found if leads or found.edtf == dated.edtf else dated


def is_own_side(actor: Actor, holder: Actor, *, asks: bool) -> bool:
    """Whether an actor is the holder, or a member of it, or of its state.

    Another side are a parliament, the state that a movement fights, and a body or official that is asked to act: a
    president's minister, a minister's navy; a parliament's government.
    """
    if actor.id == holder.id or actor.kind == "parliament" or holder.kind == "armed_group":
        return actor.id == holder.id
    sides = holder.members or ((holder.country,) if holder.country else ())
    is_asked = holder.kind == "parliament" if actor.kind == "state" else actor.kind in BELOW and actor.id not in sides
    return actor.country is not None and actor.country in sides and not (asks and is_asked)


def others(actor: Actor, holder: Actor) -> Sequence[Actor]:
    """The actor, or the other members of a group that the holder is in: of Seoul, "inter-Korean" means Pyongyang."""
    if actor.kind != "group" or not actor.members or holder.country not in actor.members:
        return (actor,)
    place = {"text": actor.text, "start": actor.start, "end": actor.end}
    rest = [load_register().actor(code, via="reference") for code in actor.members if code != holder.country]
    return [msgspec.structs.replace(member, **place) for member in rest]


def is_nameless(actor: Actor) -> bool:
    """Whether a speaker is somebody without a name ("Palestinian sources"), who announces what others will do."""
    return actor.kind == "person" and actor.name.split()[-1].islower()


def is_political(actor: Actor) -> bool:
    """Whether an actor is one of a state or of states, or known by itself; a club or a bank of nowhere is not."""
    body = actor.id.split(".")[0]  # "UN.antonio-guterres" acts for the UN
    return (
        bool(actor.country or actor.members or actor.candidates)
        or actor.kind == "armed_group"
        or body in load_register().actors
    )
