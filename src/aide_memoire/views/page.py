"""What the HTML page shows, as records: every cell with the address of the characters that it rests on."""

from collections.abc import Iterator

from markupsafe import Markup

from aide_memoire.records import Briefing, Document, Line, LinkedStatement, Record, Span, Statement
from aide_memoire.views.addresses import web_address
from aide_memoire.views.cells import (
    list_cells,
    list_line_cells,
    list_unstated,
    word_assessment,
    word_effect,
    word_headline,
    word_later,
    word_report,
    word_report_date,
)
from aide_memoire.views.marks import Stretch, address, iter_cut, mark_text, nest, rests_on
from aide_memoire.views.names import shorten_ids
from aide_memoire.views.news import list_news_rows
from aide_memoire.views.quotes import quote
from aide_memoire.views.rows import Row, iter_document_rows
from aide_memoire.views.summary import list_ids


class Linked(Record, frozen=True, kw_only=True):
    """Words on the page; `to` is the id of the element that they rest on, None where there is none."""

    label: str
    words: str
    note: str | None = None
    to: str | None = None


class Quoted(Linked, frozen=True, kw_only=True):
    """A quote; what stands before and after its words says that its sentence goes on there, and is no part of it."""

    before: str
    after: str


class Item(Record, frozen=True, kw_only=True):
    """One commitment under one heading."""

    id: str
    short: str
    time_state: str
    headline: Linked
    cells: tuple[Linked, ...]
    quote: Quoted
    report: Linked
    assessment: Linked
    news: tuple[Row, ...]
    later: str | None
    later_quotes: tuple[Quoted, ...]
    unstated: str


class Part(Record, frozen=True, kw_only=True):
    """One heading with its commitments."""

    id: str
    heading: str
    items: tuple[Item, ...]


class Reprint(Record, frozen=True, kw_only=True):
    """One document, reprinted with its marks; `quoted_by` are the commitments that rest on it, as (id, short id)."""

    id: str
    title: str
    rows: tuple[Row, ...]
    address: str | None
    language: str | None
    text: Markup
    cut: tuple[str, ...]
    quoted_by: tuple[tuple[str, str], ...]


class Page(Record, frozen=True, kw_only=True):
    """All of the page."""

    parts: tuple[Part, ...]
    reprints: tuple[Reprint, ...]


def build_page(briefing: Briefing) -> Page:
    """Give every line, cell and document of a briefing its place and its address on the page."""
    return _Builder(briefing).build()


class _Builder:
    """Holds what the parts of one page share: the documents, their short ids, the lines' addresses."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.documents = {document.id: document for document in briefing.documents}
        self.prefixes = {document.id: f"d{number}" for number, document in enumerate(briefing.documents, 1)}
        self.short = shorten_ids(list_ids(briefing))
        self.places = {one: f"c{number}" for number, one in enumerate(list_ids(briefing), 1)}
        self.news = list_news_rows(briefing)
        self.groups = _group_by_document(briefing)
        self.seen: dict[str, int] = {}

    def build(self) -> Page:
        parts = tuple(
            Part(id=f"s{number}", heading=section.heading, items=tuple(map(self.build_item, section.lines)))
            for number, section in enumerate(self.briefing.sections, 1)
        )
        return Page(parts=parts, reprints=tuple(map(self.build_reprint, self.briefing.documents)))

    def build_item(self, line: Line) -> Item:
        commitment = line.commitment
        first = commitment.statements[0]
        document = self.documents.get(first.document)
        cells = list_line_cells(line)
        deciding = commitment.statements[line.assessed.decided_by]
        return Item(
            id=self.place(commitment.id),
            short=self.short[commitment.id],
            time_state=line.time_state,
            headline=self.link(first, "action", word_headline(commitment.making), commitment.making.head),
            cells=tuple(self.link(first, cell.label, cell.words, cell.span, note=cell.note) for cell in cells),
            quote=self.quote(first, "quote"),
            report=Linked(label="report", words=word_report(first, document), to=self.prefixes.get(first.document)),
            assessment=self.link(deciding, "assessment", word_assessment(line), _clause(deciding.statement)),
            news=self.news.get(commitment.id, ()),
            later=word_later(commitment.statements),
            later_quotes=tuple(map(self.link_later, commitment.statements[1:])),
            unstated=", ".join(list_unstated(commitment.making)),
        )

    def link_later(self, linked: LinkedStatement) -> Quoted:
        day = word_report_date(linked, self.documents.get(linked.document))
        note = f"{word_effect(linked)}, {day}, {linked.publisher or 'publisher unknown'}"
        return self.quote(linked, "later", note=note)

    def quote(self, linked: LinkedStatement, label: str, *, note: str | None = None) -> Quoted:
        one = quote(linked.statement, self.documents.get(linked.document))
        link = self.link(linked, label, one.words, _clause(linked.statement), note=note)
        return Quoted(label=label, words=one.words, note=note, to=link.to, before=one.before, after=one.after)

    def link(
        self, linked: LinkedStatement, label: str, words: str, span: Span | None, *, note: str | None = None
    ) -> Linked:
        document = self.documents.get(linked.document)
        to = None
        if document is not None and span is not None and rests_on(document, span):
            to = address((span.start, span.end), prefix=self.prefixes[document.id])
        return Linked(label=label, words=words, note=note, to=to)

    def place(self, commitment: str) -> str:
        """The address of a line; a commitment that stands under several headings gets one for each."""
        self.seen[commitment] = self.seen.get(commitment, 0) + 1
        nth = self.seen[commitment]
        return self.places[commitment] if nth == 1 else f"{self.places[commitment]}-{nth}"

    def build_reprint(self, document: Document) -> Reprint:
        prefix = self.prefixes[document.id]
        statements = self.groups[document.id]
        resting = dict.fromkeys(commitment for commitment, _ in statements)
        spans = [span for one in statements.values() for span in _iter_spans(one) if rests_on(document, span)]
        clauses = frozenset(_stretch(_clause(one)) for one in statements.values())
        pieces = nest(map(_stretch, spans))
        return Reprint(
            id=prefix,
            title=document.title or "untitled",
            rows=tuple(row for row in iter_document_rows(document) if row[0] not in ("title", "url")),
            address=web_address(document.url),
            language=document.language,
            text=mark_text(document.text, pieces, prefix=prefix, clauses=clauses),
            cut=tuple(sorted({address(stretch, prefix=prefix) for stretch in iter_cut(pieces)})),
            quoted_by=tuple((self.places[one], self.short[one]) for one in resting),
        )


def _group_by_document(briefing: Briefing) -> dict[str, dict[tuple[str, str], Statement]]:
    """For each document the statements on the page that stand in it, by the ids of commitment and statement."""
    groups: dict[str, dict[tuple[str, str], Statement]] = {document.id: {} for document in briefing.documents}
    for line in _iter_lines(briefing):
        for linked in line.commitment.statements:
            group = groups.get(linked.document, {})
            group[line.commitment.id, linked.statement.id] = linked.statement
    return groups


def _iter_lines(briefing: Briefing) -> Iterator[Line]:
    return (line for section in briefing.sections for line in section.lines)


def _iter_spans(statement: Statement) -> Iterator[Span]:
    yield _clause(statement)
    yield statement.head
    yield from (cell.span for cell in list_cells(statement) if cell.span is not None)


def _clause(statement: Statement) -> Span:
    return Span(text=statement.text, start=statement.start, end=statement.end)


def _stretch(span: Span) -> Stretch:
    return span.start, span.end
