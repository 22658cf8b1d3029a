"""The words of the project, as records.

Everything that crosses a border between two stages is one of these: frozen, keyword-only, strict about unknown
fields. They are below all other modules and import none of them. The first half is the exchange format, what
`aide-memoire read --json` prints, field for field; the second half is what the ledger follows across documents.

Offsets are code points into `Document.text`, half-open, so that `text[start:end] == span.text` always holds.
Dates are EDTF strings (ISO 8601-2) that keep the precision of their source: "2022-05" is a month, "/2022-05" is
"by May 2022", "2021-06-09/2021-06-16" an interval.
"""

from typing import Literal

import msgspec

Basis = Literal["metadata", "dateline", "inferred", "given"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
]
ActorKind = Literal[
    "state",
    "government",
    "ministry",
    "agency",
    "parliament",
    "armed_force",
    "person",
    "organisation",
    "armed_group",
    "group",
]
Via = Literal["name", "alias", "metonym", "post", "reference", "inferred", "implicit"]
StatementKind = Literal["commitment", "event"]
Act = Literal[
    "pledge",
    "plan",
    "intention",
    "reaffirmation",
    "agreement",
    "request",
    "demand",
    "proposal",
    "refusal",
    "expectation",
]
Polarity = Literal["positive", "negative"]
Effect = Literal[
    "makes",
    "restates",
    "advances",
    "partly_fulfils",
    "fulfils",
    "delays",
    "suspends",
    "sets_back",
    "breaks",
    "withdraws",
    "supersedes",
    "disputes",
]
AnchorRelation = Literal["at", "before", "after", "by", "until", "from", "within"]
TimeState = Literal["no_deadline", "upcoming", "due", "overdue"]
Assessment = Literal[
    "announced",
    "in_progress",
    "partly_fulfilled",
    "fulfilled",
    "stalled",
    "set_back",
    "broken",
    "superseded",
    "withdrawn",
    "lapsed",
    "disputed",
    "not_rated",
]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all records share: immutable, strict when decoded (and, by each class, built by keyword)."""


# --- bytes in ---------------------------------------------------------------------------------------------------


class Metadata(Record, frozen=True, kw_only=True):
    """What is said about a document outside its text: by a file's `# key: value` head, a JSONL record, or the user."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """The content as it came, decoded, with the hash of its bytes.

    `name` is the path or address as the user gave it; a record of a JSONL or feed file is `PATH#ID`.
    """

    name: str
    media: Literal["text", "html"]
    sha256: str
    content: str
    metadata: Metadata = Metadata()


class Failure(Record, frozen=True, kw_only=True):
    """A source that could not be read, kept as a row: where, at which stage, what is wrong and what to do."""

    source: str
    stage: Literal["source", "document", "reading", "ledger"]
    message: str
    remedy: str


# --- the exchange format ----------------------------------------------------------------------------------------


class Span(Record, frozen=True, kw_only=True):
    """A half-open stretch of one document's text; `text` is the quote itself."""

    text: str
    start: int
    end: int


class DateConflict(Record, frozen=True, kw_only=True):
    """A piece of evidence that speaks against the document's date: its words, the date it would give, and why not."""

    text: str
    edtf: str | None
    why: str


class Published(Record, frozen=True, kw_only=True):
    """The publication date, what it rests on, and what contradicts it. An unknown date is `edtf=None`."""

    edtf: str | None
    basis: Basis
    conflicts: tuple[DateConflict, ...] = ()


class Furniture(Record, frozen=True, kw_only=True):
    """A piece of the page that is not the document's text ("Back To Top", a caption), kept with the reason."""

    text: str
    reason: str


class Document(Record, frozen=True, kw_only=True):
    """The clean text of one source, with its head. `text` never changes once stored."""

    id: str
    source: str
    title: str | None
    byline: str | None
    publisher: str | None
    url: str | None
    language: str | None
    text: str
    published: Published
    furniture: tuple[Furniture, ...] = ()


class Timex(Record, frozen=True, kw_only=True):
    """A time expression: TIMEX3 type, value and modifier, EDTF, and the anchor (a day or a phrase) that resolved it.

    `value` and `edtf` are None where the expression was seen but not understood. `mod` is what its own words add to the
    value ("early next year" START, "at least 18 months" EQUAL_OR_MORE), None where they add nothing.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    edtf: str | None
    anchor: str | None = None
    mod: TimexMod | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Who is meant at one place of the text: the stable id and name, and the words (`text`) that name them there.

    An implicit actor (of an agentless passive, say) has no words of its own: `start` and `end` are None then.
    A group has `members` and no country. `via` is "inferred" where the text names the actor without its country and the
    context gives it ("the ministry" in a paper at home in Chile). Where two or more fit and nothing decides,
    `candidates` holds their ids, the likeliest first, `country` is None and the id is none of theirs.
    """

    id: str
    name: str
    country: str | None
    members: tuple[str, ...] | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    kind: ActorKind
    via: Via
    candidates: tuple[str, ...] = ()


class Instrument(Record, frozen=True, kw_only=True):
    """The agreement, declaration, pact, resolution or plan that a commitment rests on, as the text names it."""

    id: str
    name: str
    text: str
    start: int
    end: int


class Anchor(Record, frozen=True, kw_only=True):
    """The event that a time hangs on: its words ("entry into force"), and how the time stands to it.

    `offset` (ISO 8601-2 duration) leads from the event to the point that `relation` is about: "within 30 days of entry
    into force" is within and P30D, "30 days before the vote" at and -P30D, "after the vote" after without one. `edtf`
    is the day of the event where the words themselves say it ("their first summit in April 2018").
    """

    text: str
    start: int
    end: int
    relation: AnchorRelation
    offset: str | None = None
    edtf: str | None = None


class Due(Record, frozen=True, kw_only=True):
    """The deadline or planned time of an undertaken act: its words, and EDTF where the words have one.

    `anchor` is the event that it hangs on, where the words name one.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    anchor: Anchor | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Who reports the statement, and the word that says so ("said", "added")."""

    source: Actor | None
    cue: Span | None


class Statement(Record, frozen=True, kw_only=True):
    """What one document says at one place: a commitment (somebody bound to an act) or an event (something done).

    `text` is the shortest clause that carries it and `head` the word that carries the act. `act`, `condition` and
    `due` belong to commitments, `when` to events. `core` is False for what is merely discussed, hoped or
    formulaic. `why` names the rules and entries that decided.
    """

    id: str
    kind: StatementKind
    start: int
    end: int
    text: str
    head: Span
    holder: Actor | None
    act: Act | None
    action: str
    counterparts: tuple[Actor, ...] = ()
    instrument: Instrument | None = None
    condition: Span | None = None
    due: Due | None = None
    attribution: Attribution | None = None
    when: str | None = None
    plover: str | None = None
    cameo: str | None = None
    polarity: Polarity = "positive"
    modality: str | None = None
    core: bool
    score: float
    why: tuple[str, ...] = ()


class Warn(Record, frozen=True, kw_only=True):
    """Something the reader noticed and did not resolve, at a place of the text where there is one."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Reading(Record, frozen=True, kw_only=True):
    """One document, read: the unit of the exchange format, one JSON object a line."""

    document: Document
    timexes: tuple[Timex, ...] = ()
    statements: tuple[Statement, ...] = ()
    warnings: tuple[Warn, ...] = ()


# --- what the ledger follows ------------------------------------------------------------------------------------


class Link(Record, frozen=True, kw_only=True):
    """One statement's bearing on one commitment: its effect, how sure, and the reason in a sentence."""

    commitment: str
    statement: str
    effect: Effect
    score: float
    reason: str


class Copy(Record, frozen=True, kw_only=True):
    """The head of a document that prints a statement again which another document printed first."""

    document: str
    source: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None


class LinkedStatement(Record, frozen=True, kw_only=True):
    """A statement as a commitment sees it: with its effect, and the head of the document that it stands in.

    `score` says how sure it is that the statement speaks of the commitment at all, from 0 to 1. `copies` are the later
    prints of the document that have it too.
    """

    effect: Effect
    reason: str
    score: float
    statement: Statement
    document: str
    source: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    copies: tuple[Copy, ...] = ()


class Occurrence(Record, frozen=True, kw_only=True):
    """An event statement with the head of the document that reports it."""

    statement: Statement
    document: str
    source: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None


class AnchorDay(Record, frozen=True, kw_only=True):
    """The event that a deadline hangs on, found to have happened: when it is due by it, and the report of it."""

    edtf: str
    occurrence: Occurrence


class Commitment(Record, frozen=True, kw_only=True):
    """An undertaking followed across documents; its cells are those of the statement that makes it.

    `statements` begins with the one that makes it, then the later ones in order of publication. `anchor_day` is known
    where the deadline hangs on an event ("after ratification") that a report dates.
    """

    id: str
    statements: tuple[LinkedStatement, ...]
    anchor_day: AnchorDay | None = None

    @property
    def making(self) -> Statement:
        """The statement that makes the commitment, whose cells are the commitment's."""
        return self.statements[0].statement

    @property
    def due_edtf(self) -> str | None:
        """When it is due, by its own words or by the day of the event that they hang on; None where it is unknown."""
        if self.anchor_day is not None:
            return self.anchor_day.edtf
        return self.making.due.edtf if self.making.due else None


class Assessed(Record, frozen=True, kw_only=True):
    """What the linked statements amount to, and the number of the one that decided it (0: the making one)."""

    assessment: Assessment
    decided_by: int


class Line(Record, frozen=True, kw_only=True):
    """One row of a briefing: a commitment, what became of it, and its time state as of the briefing's day."""

    commitment: Commitment
    assessed: Assessed
    time_state: TimeState


class Section(Record, frozen=True, kw_only=True):
    """The rows of a briefing that share a holder, a counterpart, an instrument or a due year."""

    heading: str
    lines: tuple[Line, ...]


class Briefing(Record, frozen=True, kw_only=True):
    """The answer to "what has been undertaken?" as of a day: an ordered selection with its documents.

    `documents` are those that the quotes stand in, so that every quote can be opened in its context.
    """

    as_of: str
    by: Literal["holder", "counterpart", "instrument", "due"]
    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
