"""Readings made by hand: a document whose sentences are its statements, each with the cells that a test names."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from aide_memoire.records import (
    Actor,
    Anchor,
    AnchorRelation,
    Document,
    Due,
    Instrument,
    Published,
    Reading,
    Source,
    Span,
    Statement,
)

NAMES = {"KOR": "South Korea", "PRK": "North Korea", "USA": "United States", "JPN": "Japan", "NOR": "Norway"}


def state(country: str, *, text: str | None = None) -> Actor:
    return Actor(id=country, name=NAMES.get(country, country), country=country, text=text, kind="state", via="name")


def ministry(country: str, name: str) -> Actor:
    return Actor(id=f"{country}/{name.lower()}", name=name, country=country, kind="ministry", via="name")


def group(*members: str) -> Actor:
    name = " and ".join(members)
    return Actor(id=name, name=name, country=None, members=members, kind="group", via="reference")


def statement(action: str, **given: Any) -> Statement:
    """A statement whose text is its action, at the beginning of a text; `toward` are states, `due` an EDTF date.

    `after` are words of the action that name the event that it is due after, or by the given `relation` and `offset`.
    """
    toward = given.pop("toward", ())
    due, under = given.pop("due", None), given.pop("under", None)
    relation, offset = given.pop("relation", "after"), given.pop("offset", None)
    event = given.pop("after", None)
    cells: dict[str, Any] = {
        "id": "s1",
        "kind": "commitment",
        "start": 0,
        "end": len(action),
        "text": action,
        "head": Span(text=action.split()[0], start=0, end=len(action.split()[0])),
        "holder": state("KOR"),
        "act": "pledge",
        "action": action,
        "counterparts": tuple(state(country) for country in ([toward] if isinstance(toward, str) else toward)),
        "due": _anchored(action, event, relation, offset) if event else _dated(due),
        "instrument": Instrument(id=under.lower(), name=under, text="", start=0, end=0) if under else None,
        "core": True,
        "score": 0.9,
    }
    return Statement(**(cells | given))


def reading(
    name: str, statements: Iterable[Statement], *, published: str | None = "2021-01-21", text: str | None = None
) -> Reading:
    """A document of that name whose text is its statements, a line each, with their offsets and ids set right."""
    placed: list[Statement] = []
    written = ""
    for number, one in enumerate(statements, start=1):
        at = len(written)
        written += one.text + ".\n"
        placed.append(_moved(one, at, f"{name}.{number}"))
    document = Document(
        id=name,
        source=f"reports/{name}.txt",
        title=f"Report {name}",
        byline=None,
        publisher="The Daily Sound",
        url=f"https://example.org/{name}",
        language="en",
        text=text if text is not None else written or "Nothing of note.\n",
        published=Published(edtf=published, basis="metadata"),
    )
    return Reading(document=document, statements=tuple(placed))


def source(reading: Reading, *, name: str | None = None) -> Source:
    content = reading.document.text
    return Source(
        name=name or reading.document.source,
        media="text",
        sha256=sha256((reading.document.id + content).encode()).hexdigest(),
        content=content,
    )


def _dated(edtf: str | None) -> Due | None:
    return Due(text="", start=0, end=0, edtf=edtf) if edtf else None


def _anchored(action: str, event: str, relation: AnchorRelation, offset: str | None) -> Due:
    start, end = action.index(event), action.index(event) + len(event)
    anchor = Anchor(text=event, start=start, end=end, relation=relation, offset=offset)
    return Due(text=event, start=start, end=end, edtf=None, anchor=anchor)


def _shifted(due: Due, at: int) -> Due:
    anchor = due.anchor and replace(due.anchor, start=due.anchor.start + at, end=due.anchor.end + at)
    return replace(due, start=due.start + at, end=due.end + at, anchor=anchor)


def _moved(one: Statement, at: int, id: str) -> Statement:
    return Statement(
        **{field: getattr(one, field) for field in one.__struct_fields__}
        | {
            "id": id,
            "start": one.start + at,
            "end": one.end + at,
            "head": Span(text=one.head.text, start=one.head.start + at, end=one.head.end + at),
            "due": one.due and _shifted(one.due, at),
            "instrument": one.instrument
            and Instrument(id=one.instrument.id, name=one.instrument.name, text="", start=at, end=at),
        }
    )
