"""Records made by hand for the views: a statement is built from a text and the words of its cells."""

from datetime import date
from typing import Any

from aide_memoire.records import (
    Actor,
    Anchor,
    AnchorDay,
    Attribution,
    Basis,
    Commitment,
    Copy,
    DateConflict,
    Document,
    Due,
    Effect,
    Instrument,
    LinkedStatement,
    Occurrence,
    Published,
    Span,
    Statement,
)

FERRY = (
    "The Ministry of Transport said on Monday it would reopen the ferry line to Norway by May next year once the "
    "harbour is dredged.\n\nThe pledge, made under the Skagerrak Accord, was welcomed in Oslo. A senior ministry "
    "official added that Denmark will lower port fees.\n"
)
LATER = "COPENHAGEN - Denmark's transport ministry repeated that it would reopen the ferry line to Norway.\n"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


def actor(text: str, words: str | None, **given: Any) -> Actor:
    cells: dict[str, Any] = {
        "id": given.get("name", words),
        "name": words,
        "country": None,
        "kind": "ministry",
        "via": "name",
    } | given
    if words is not None:
        found = span(text, words)
        cells |= {"text": words, "start": found.start, "end": found.end}
    return Actor(**cells)


def document(text: str, *, id: str = "doc1", published: str | None = "2021-03-01", **given: Any) -> Document:
    basis: Basis = given.pop("basis", "metadata")
    conflicts: tuple[DateConflict, ...] = given.pop("conflicts", ())
    head: dict[str, Any] = {
        "source": f"reports/{id}.txt",
        "title": "Ferry line to reopen",
        "byline": None,
        "publisher": "The Daily Sound",
        "url": "https://example.org/ferry",
        "language": "en",
    }
    dated = Published(edtf=published, basis=basis, conflicts=conflicts)
    return Document(id=id, text=text, published=dated, **(head | given))


def statement(text: str, clause: str, head: str, **given: Any) -> Statement:
    found = span(text, clause)
    cells: dict[str, Any] = {
        "id": f"s-{found.start}",
        "kind": "commitment",
        "head": span(text, head),
        "holder": None,
        "act": "pledge",
        "action": "reopen the ferry line",
        "core": True,
        "score": 0.8,
        "why": ("cue:would",),
    }
    return Statement(start=found.start, end=found.end, text=clause, **(cells | given))


def copy(number: int, publisher: str | None) -> Copy:
    return Copy(document=f"copy{number}", source="", title=None, publisher=publisher, url=None, published="2021-06-02")


def linked(
    one: Statement, where: Document, effect: Effect = "makes", *, copies: tuple[Copy, ...] = ()
) -> LinkedStatement:
    return LinkedStatement(
        effect=effect,
        reason="same holder and act",
        score=0.7,
        statement=one,
        document=where.id,
        source=where.source,
        title=where.title,
        publisher=where.publisher,
        url=where.url,
        published=where.published.edtf,
        copies=copies,
    )


def ferry_statement(**given: Any) -> Statement:
    """A pledge with every cell."""
    due = span(FERRY, "by May next year")
    accord = span(FERRY, "the Skagerrak Accord")
    cells: dict[str, Any] = {
        "id": "ferry",
        "holder": actor(FERRY, "The Ministry of Transport", name="Ministry of Transport", country="DNK"),
        "counterparts": (actor(FERRY, "Norway", country="NOR", kind="state"),),
        "instrument": Instrument(
            id="skagerrak", name="Skagerrak Accord", text=accord.text, start=accord.start, end=accord.end
        ),
        "condition": span(FERRY, "once the harbour is dredged"),
        "due": Due(text=due.text, start=due.start, end=due.end, edtf="/2022-05"),
        "attribution": Attribution(
            source=actor(FERRY, "The Ministry of Transport", name="Ministry of Transport", country="DNK"),
            cue=span(FERRY, "said"),
        ),
    }
    clause = "it would reopen the ferry line to Norway by May next year once the harbour is dredged"
    return statement(FERRY, clause, "reopen", **(cells | given))


def fees_statement(**given: Any) -> Statement:
    """A pledge with few cells, by another holder in the same text."""
    cells: dict[str, Any] = {
        "id": "fees",
        "action": "lower port fees",
        "holder": actor(FERRY, "Denmark", country="DNK", kind="state"),
        "attribution": Attribution(
            source=actor(FERRY, "A senior ministry official", name="a senior ministry official", kind="person"),
            cue=span(FERRY, "added"),
        ),
    }
    return statement(FERRY, "Denmark will lower port fees", "lower", **(cells | given))


FERRY_DOCUMENT = document(FERRY)
LATER_DOCUMENT = document(
    LATER, id="doc2", published="2021-06-09", title="Ministry repeats pledge", publisher="North Wire", url=None
)
DOCUMENTS = {one.id: one for one in (FERRY_DOCUMENT, LATER_DOCUMENT)}


def ferry_commitment(**given: Any) -> Commitment:
    """Made in one document, restated in a later one."""
    again = statement(LATER, "it would reopen the ferry line to Norway", "reopen", id="again")
    made = linked(ferry_statement(**given), FERRY_DOCUMENT)
    return Commitment(id="aaaa1111bbbb", statements=(made, linked(again, LATER_DOCUMENT, "restates")))


def fees_commitment(**given: Any) -> Commitment:
    return Commitment(id="cccc2222dddd", statements=(linked(fees_statement(**given), FERRY_DOCUMENT),))


TOLD = "the ferry line to Norway is open again"


def find_document(id: str) -> Document | None:
    """Any document of this module: those above, and the one that each later report of `told` stands in."""
    if "@" not in id:
        return DOCUMENTS.get(id)
    published = id.rpartition("@")[2]
    return document(f"OSLO - Officials said {TOLD}, on any account.\n", id=id, published=published, publisher="Wire")


def told(effect: Effect, published: str, **given: Any) -> LinkedStatement:
    """A later report of the ferry line, with an effect; of one effect and day there is one document."""
    where = find_document(f"{effect}@{published}")
    assert where is not None
    return linked(statement(where.text, TOLD, "open", **({"id": where.id} | given)), where, effect)


def ferry_history(*later: LinkedStatement, **given: Any) -> Commitment:
    """Made on 1 March 2021, due by May 2022 unless it is given otherwise, and what was told of it later."""
    return Commitment(id="eeee3333ffff", statements=(linked(ferry_statement(**given), FERRY_DOCUMENT), *later))


def due(edtf: str | None) -> Due:
    """The due cell of the ferry statement with another date."""
    words = span(FERRY, "by May next year")
    return Due(text=words.text, start=words.start, end=words.end, edtf=edtf)


def anchored_history(edtf: str | None = "/2022-04-08") -> Commitment:
    """Due by an event, which a report dates; its day gives `edtf`, None where no report dates it."""
    event = span(FERRY, "the harbour is dredged")
    words = span(FERRY, "once the harbour is dredged")
    anchor = Anchor(text=event.text, start=event.start, end=event.end, relation="by", offset="P30D")
    made = ferry_history(due=Due(text=words.text, start=words.start, end=words.end, edtf=None, anchor=anchor))
    if edtf is None:
        return made
    report = "The harbour was dredged on 9 March 2022"
    told = statement(report, report, "dredged", kind="event", act=None, when="2022-03-09")
    where = {"document": "doc3", "source": "reports/doc3.txt", "title": "Harbour dredged", "publisher": "North Wire"}
    occurrence = Occurrence(statement=told, url=None, published="2022-03-10", **where)
    return Commitment(id=made.id, statements=made.statements, anchor_day=AnchorDay(edtf=edtf, occurrence=occurrence))


DAY = date(2022, 6, 2)
