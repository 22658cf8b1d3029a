"""The cells of a statement as a reader sees them: label, plain words, and the spans that they rest on.

Every view prints these and nothing else about a statement, so that all of them say the same.
"""

from collections import Counter
from collections.abc import Iterator

from aide_memoire.records import (
    Actor,
    Anchor,
    AnchorDay,
    Assessment,
    Attribution,
    Document,
    Due,
    Line,
    LinkedStatement,
    Occurrence,
    Record,
    Span,
    Statement,
    TimeState,
)
from aide_memoire.views.conflicts import word_dispute
from aide_memoire.views.names import name_actor
from aide_memoire.views.wording import times, word_date, word_due, word_time_state

_DONE = {
    "restates": "restated",
    "advances": "advanced",
    "partly_fulfils": "partly fulfilled",
    "fulfils": "fulfilled",
    "delays": "delayed",
    "suspends": "suspended",
    "sets_back": "set back",
    "breaks": "broken",
    "withdraws": "withdrawn",
    "supersedes": "superseded",
    "disputes": "disputed",
}


class Cell(Record, frozen=True, kw_only=True):
    """One cell: `label` is a word of the project, `words` what a reader sees, `span` the characters it rests on.

    `note` is what is computed on top ("overdue since 1 June 2022"); it rests on no characters of its own.
    A cell without a span is implied by the text, unknown, or rests on another document, and `words` says so.
    """

    label: str
    words: str
    span: Span | None = None
    note: str | None = None


def word_headline(statement: Statement) -> str:
    """What was undertaken or done: "pledge: restore communications", "pledge: not change its policy".

    The act always stands before it: what is refused or asked of another is never read as undertaken.
    """
    action = statement.action
    negative = statement.polarity == "negative" and not action.startswith("not ")
    if statement.kind == "event":
        return f"did not happen: {action}" if negative else action
    return f"{statement.act or 'act unknown'}: {'not ' if negative else ''}{action}"


def list_cells(
    statement: Statement, time_state: TimeState | None = None, *, anchor_day: AnchorDay | None = None
) -> tuple[Cell, ...]:
    """The known cells in the order of the design, then "no deadline" or the date of an event.

    Without a time state (one statement, no day) the due date stands alone. With the day of the event that the deadline
    hangs on, it is the date, and the event a cell of its own.
    """
    return tuple(_iter_cells(statement, time_state, anchor_day))


def list_line_cells(line: Line) -> tuple[Cell, ...]:
    """The cells of what makes a line's commitment, as of the line's day."""
    return list_cells(line.commitment.making, line.time_state, anchor_day=line.commitment.anchor_day)


def list_unstated(statement: Statement) -> tuple[str, ...]:
    """The cells that the text leaves open: ("counterpart", "instrument", "condition"); of events, the counterpart."""
    open_cells = {
        "holder": statement.holder is None,
        "counterpart": not statement.counterparts,
        "instrument": statement.instrument is None,
        "condition": statement.kind == "commitment" and statement.condition is None,
    }
    return tuple(label for label, is_open in open_cells.items() if is_open)


def word_attribution(attribution: Attribution) -> str:
    """Who says so: "said by a senior ministry official"; a cue that is not plain saying stands after it in quotes."""
    source = "an unresolved source" if attribution.source is None else name_actor(attribution.source)
    cue = attribution.cue.text if attribution.cue is not None else None
    return f"said by {source}" if cue in (None, "said", "says") else f"said by {source} (“{cue}”)"


def word_score(statement: Statement) -> str:
    """How sure the reader is: "score 0.80"; a reader that gives no scores leaves 0, which is "not scored"."""
    return f"score {statement.score:.2f}" if statement.score else "not scored"


def word_report(linked: LinkedStatement, document: Document | None) -> str:
    """Where it stands: "Yonhap: “Moon reaffirms…”, 21 January 2021 (date inferred); also in North Wire".

    What is unknown is said to be.
    """
    publisher = linked.publisher or "publisher unknown"
    title = f"“{linked.title}”" if linked.title else "untitled"
    return f"{publisher}: {title}, {word_report_date(linked, document)}{word_copies(linked)}"


def word_copies(linked: LinkedStatement) -> str:
    """The other papers that printed it, each once: "; also in North Wire, South Post (2)"; "" if there are none."""
    printed = Counter(copy.publisher or "publisher unknown" for copy in linked.copies)
    papers = (name if number == 1 else f"{name} ({number})" for name, number in printed.items())
    return f"; also in {', '.join(papers)}" if printed else ""


def word_report_date(linked: LinkedStatement, document: Document | None) -> str:
    """The day of the report, with a word of caution where it is inferred or disputed."""
    if linked.published is None:
        return "date of report unknown"
    words = word_date(linked.published)
    cautions = []
    if document is not None and document.published.basis in ("inferred", "given"):
        cautions.append(f"date {document.published.basis}")
    if document is not None and document.published.conflicts:
        cautions.append(word_dispute(document.published.conflicts))
    return f"{words} ({'; '.join(cautions)})" if cautions else words


def word_assessment(line: Line) -> str:
    """What became of it, with the words that decided it: "fulfilled (“the lines are open again”, 27 July 2021)".

    Silence is shown as silence: "announced; nothing seen since 9 June 2021".
    """
    statements, decided_by = line.commitment.statements, line.assessed.decided_by
    words = word_state(line.assessed.assessment)
    if decided_by:
        linked = statements[decided_by]
        words += f" (“{' '.join(linked.statement.text.split())}”, {word_day(linked)})"
    is_last = 0 < decided_by == len(statements) - 1
    return words if is_last else f"{words}; nothing seen since {word_day(statements[-1])}"


def word_state(assessment: Assessment) -> str:
    """An assessment as words: "partly fulfilled"."""
    return assessment.replace("_", " ")


def word_day(linked: LinkedStatement) -> str:
    """The day of its report: "9 June 2021"."""
    return word_date(linked.published) if linked.published else "a report of unknown date"


def word_later(statements: tuple[LinkedStatement, ...]) -> str | None:
    """What the later statements did: "restated 2 times, last 9 June 2021, Yonhap"; None if there is none.

    A report in the very same words is a copy and restates nothing: "the same words in North Wire".
    """
    first = statements[0].statement.text
    copies = [linked for linked in statements[1:] if linked.effect == "restates" and linked.statement.text == first]
    later = [linked for linked in statements[1:] if linked not in copies]
    phrases = [
        _word_effect(_DONE[effect], [linked for linked in later if linked.effect == effect])
        for effect in _DONE
        if any(linked.effect == effect for linked in later)
    ]
    if copies:
        phrases.append(f"the same words in {', '.join(linked.publisher or 'publisher unknown' for linked in copies)}")
    return "; ".join(phrases) or None


def word_effect(linked: LinkedStatement) -> str:
    """One effect as a participle: "made", "restated", "partly fulfilled"."""
    return _DONE.get(linked.effect, "made")


def _iter_cells(statement: Statement, time_state: TimeState | None, anchor_day: AnchorDay | None) -> Iterator[Cell]:
    if statement.holder is not None:
        yield _actor_cell("holder", statement.holder)
    yield from (_actor_cell("counterpart", actor) for actor in statement.counterparts)
    if statement.instrument is not None:
        instrument = statement.instrument
        span = Span(text=instrument.text, start=instrument.start, end=instrument.end)
        yield Cell(label="instrument", words=_with_words(instrument.name, instrument.name, span), span=span)
    if statement.condition is not None:
        yield Cell(label="condition", words=f"“{statement.condition.text}”", span=statement.condition)
    yield from _iter_time_cells(statement, time_state, anchor_day)
    if statement.attribution is not None:
        yield _attribution_cell(statement.attribution)


def _iter_time_cells(
    statement: Statement, time_state: TimeState | None, anchor_day: AnchorDay | None
) -> Iterator[Cell]:
    if statement.kind == "event":
        yield Cell(label="when", words=word_date(statement.when) if statement.when else "date unknown")
    elif statement.due is None:
        yield Cell(label="due", words="no deadline")
    else:
        yield _due_cell(statement.due, anchor_day.edtf if anchor_day else statement.due.edtf, time_state)
        if anchor_day is not None and statement.due.anchor is not None:
            yield Cell(label="event", words=_word_event(statement.due.anchor, anchor_day.occurrence))


def _word_event(anchor: Anchor, occurrence: Occurrence) -> str:
    """When it happened and who says so: “ratification” on 9 May 2021 (“Oslo ratified it”, North Wire, 10 May 2021)."""
    day = word_due(occurrence.statement.when) if occurrence.statement.when else "on an unknown day"
    published = word_date(occurrence.published) if occurrence.published else "date of report unknown"
    quote = " ".join(occurrence.statement.text.split())
    return f"“{anchor.text}” {day} (“{quote}”, {occurrence.publisher or 'publisher unknown'}, {published})"


def _due_cell(due: Due, edtf: str | None, time_state: TimeState | None) -> Cell:
    unknown = "day of the event unknown" if due.anchor is not None else "date unknown"
    words = f"“{due.text}”, {unknown}" if edtf is None else f"{word_due(edtf)} (“{due.text}”)"
    known = time_state is not None and edtf is not None
    note = word_time_state(time_state, edtf) if known and time_state is not None else None
    return Cell(label="due", words=words, span=Span(text=due.text, start=due.start, end=due.end), note=note)


def _actor_cell(label: str, actor: Actor) -> Cell:
    span = _actor_span(actor)
    note = None if span is not None else "implied, not named there"
    return Cell(label=label, words=_with_words(name_actor(actor), actor.name, span), span=span, note=note)


def _attribution_cell(attribution: Attribution) -> Cell:
    span = _actor_span(attribution.source) if attribution.source is not None else None
    return Cell(label="attribution", words=word_attribution(attribution), span=span or attribution.cue)


def _with_words(shown: str, name: str, span: Span | None) -> str:
    """Add the text's own words where they do not contain the name: "Ministry of Unification (KOR), “it”"."""
    if span is None or name.casefold() in span.text.casefold():
        return shown
    return f"{shown}, “{span.text}”"


def _actor_span(actor: Actor) -> Span | None:
    if actor.text is None or actor.start is None or actor.end is None:
        return None
    return Span(text=actor.text, start=actor.start, end=actor.end)


def _word_effect(done: str, statements: list[LinkedStatement]) -> str:
    last = statements[-1]
    day = word_date(last.published) if last.published else "date of report unknown"
    return f"{done} {times(len(statements))}, last {day}, {last.publisher or 'publisher unknown'}"
