"""What the marked extents mean: drafts to statements, with dates and actors; nothing is added that no extent carries.

Drafts are taken in the order of the text, because "It added …" is whoever spoke last.
"""

from collections.abc import Sequence

import msgspec

from aide_memoire.actors import DocumentActors, load_register
from aide_memoire.dates import bounds
from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.records import Act, Actor, Attribution, Document, Due, Instrument, Span, Statement


class Resolver:
    """Resolves the drafts of one document; `dated` are its dated phrases by extent, for each kind of statement."""

    def __init__(
        self,
        document: Document,
        actors: DocumentActors,
        instruments: Sequence[Instrument],
        dated: dict[str, dict[Extent, Due]],
    ) -> None:
        self.document, self.actors, self.instruments, self.dated = document, actors, instruments, dated
        self.speaker: Actor | None = None

    def resolve(self, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
        """The statements of a document in order, each with an id of its own."""
        statements: dict[str, Statement] = {}
        for draft in drafts:
            statement = self.statement(draft, drafts)
            if statement is not None:
                statements.setdefault(statement.id, statement)
        return tuple(statements.values())

    def statement(self, draft: Draft, drafts: Sequence[Draft]) -> Statement | None:
        """One draft resolved, or None where its words name something that cannot act ("the meeting will open")."""
        attribution = self.attribution(draft)
        holder = self.holder(draft, attribution)
        if holder is None:
            return None
        if attribution is None and draft.kind == "commitment" and holder.kind not in {"group", "state"}:
            self.speaker = holder  # who undertakes speaks: "The ministry stressed upholding … It added …"
        due = self.due(draft)
        return Statement(
            id=f"{self.document.id}.{draft.head.start}",
            kind=draft.kind,
            start=draft.clause.start,
            end=draft.clause.end,
            text=self.document.text[slice(*draft.clause)],
            head=self.span(draft.head),
            holder=holder,
            act=self.act(draft, holder),
            action=draft.action,
            counterparts=self.counterparts(draft, holder),
            instrument=self.instrument(draft, drafts) if draft.kind == "commitment" else None,
            condition=self.span(draft.condition) if draft.condition else None,
            due=due if draft.kind == "commitment" else None,
            attribution=attribution,
            when=due.edtf if due and draft.kind == "event" else None,
            polarity=draft.polarity,
            core=draft.core and (is_political(holder) or self.is_instrument(draft.holder)),
            score=draft.score,
            why=(*draft.why, f"holder:{holder.via}"),
        )

    def due(self, draft: Draft) -> Due | None:
        """The dated phrase of a draft; what was over before the document appeared is no deadline of anything."""
        due = self.dated[draft.kind].get(draft.due) if draft.due else None
        published = self.document.published.edtf
        if due is None or due.edtf is None or published is None or draft.kind == "event":
            return due
        last, first = bounds(due.edtf)[1], bounds(published)[0]
        if due.edtf == published and not any(why.startswith("modal") for why in draft.why):
            return None  # "reaffirmed on Thursday": the day of the report, not of the act
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
            return speaker if draft.act == "demand" and is_told_to(draft, named, speaker) else named
        if speaker is None or is_nameless(speaker):
            return None
        return msgspec.structs.replace(speaker, text=None, start=None, end=None, via="implicit")

    def is_half_of(self, extent: Extent, named: Actor) -> bool:
        """Whether two are named and one was told: "the party and the government" is neither of them alone."""
        words = self.document.text[slice(*extent)]
        return " and the " in words and not named.members and named.kind != "group" and named.kind != "ministry"

    def act(self, draft: Draft, holder: Actor) -> Act | None:
        """The speech act; an agreement takes more than one, so that of a single party is a pledge."""
        alone = holder.kind != "group" and not holder.members
        return "pledge" if draft.act == "agreement" and alone else draft.act

    def counterparts(self, draft: Draft, holder: Actor) -> tuple[Actor, ...]:
        """The actors among the act's arguments, and who is told to act, without the holder's own side."""
        found: dict[str, Actor] = {}
        told = (draft.holder,) if draft.holder and holder.start != draft.holder.start else ()
        for extent in (*told, *draft.counterparts):
            for actor in self.actors.within(*extent, exclude=holder):
                for party in others(actor, holder):
                    if not self.is_own_side(party, holder):
                        found.setdefault(party.id, party)
        return tuple(found.values())

    def is_instrument(self, extent: Extent | None) -> bool:
        """Whether the words that name a holder are an agreement's: "The Resolution demands …" binds like its makers."""
        return extent is not None and any(i.start < extent.end and extent.start < i.end for i in self.instruments)

    def is_own_side(self, actor: Actor, holder: Actor) -> bool:
        """Whether an actor is the holder or a member of it; a parliament that its government asks is another side."""
        if actor.kind == "parliament":
            return actor.id == holder.id
        sides = holder.members or ((holder.country,) if holder.country else ())
        return actor.id == holder.id or (actor.country is not None and actor.country in sides)

    def instrument(self, draft: Draft, drafts: Sequence[Draft]) -> Instrument | None:
        """The instrument named in the clause and in no clause further in."""
        inner = [
            d.clause for d in drafts if d is not draft and draft.clause.holds(d.clause) and d.clause != draft.clause
        ]
        for instrument in self.instruments:
            extent = Extent(instrument.start, instrument.end)
            if draft.clause.holds(extent) and not any(clause.holds(extent) for clause in inner):
                return instrument
        return None

    def span(self, extent: Extent) -> Span:
        """The extent with its words."""
        return Span(text=self.document.text[slice(*extent)], start=extent.start, end=extent.end)


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
    return bool(actor.country or actor.members) or actor.kind == "armed_group" or body in load_register().actors


def is_told_to(draft: Draft, named: Actor | None, speaker: Actor | None) -> bool:
    """Whether a "must" is said of another than the speaker: then it is the speaker who demands."""
    return "modal:must" in draft.why and speaker is not None and (named is None or named.id != speaker.id)
