"""The laws of the ledger: exact spans, twice is once, all or nothing, text is data."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aide_memoire.errors import DateError, LedgerError
from aide_memoire.following import follow
from aide_memoire.ledger import Ledger, LedgerCounts, open_ledger
from aide_memoire.records import (
    Commitment,
    DateConflict,
    Document,
    Failure,
    Furniture,
    Link,
    Published,
    Reading,
    Source,
    Span,
)
from tests.ledger.builders import reading, source, statement
from tests.ledger.rows import dump

AT, LATER = "2021-02-01T09:00:00Z", "2021-02-02T09:00:00Z"
HOSTILE = '\'); DROP TABLE documents; -- %s :id ? <script> \u202e "quoted" \\ ☂ 한국'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(str(path)) as opened:
        yield opened


def add(ledger: Ledger, one: Reading, *, name: str | None = None, at: str = AT) -> bool:
    return ledger.add(source(one, name=name), one, at=at)


def link(ledger: Ledger, commitment: str, statement_id: str, effect: str = "makes") -> None:
    with ledger.linking(at=AT) as linking:
        linking.link(
            Link(commitment=commitment, statement=statement_id, effect=effect, score=1.0, reason="As said.")  # type: ignore[arg-type]
        )


def get(ledger: Ledger, prefix: str, as_of: date | None = None) -> Commitment:
    found = ledger.get_commitment(prefix, as_of=as_of)
    assert found is not None
    return found


# --- adding -----------------------------------------------------------------------------------------------------


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    one = reading("a", [statement("restore the hotlines", toward="PRK", due="/2022-05")])
    assert add(ledger, one)
    link(ledger, "c1", "a.1")
    found = get(ledger, "c1")
    assert found.making == one.statements[0]
    assert found.statements[0].document == "a"
    assert found.statements[0].published == "2021-01-21"
    assert ledger.get_document("a") == one.document
    assert ledger.get_document("b") is None


def test_the_head_of_a_document_comes_out_whole(ledger: Ledger) -> None:
    conflict = DateConflict(text="Jan. 21, 2022", edtf="2022-01-21", why="that day was a Friday")
    document = Document(
        id="a",
        source="x.html#3",
        title=None,
        byline="By Kim",
        publisher=None,
        url=None,
        language="en",
        text="Nothing.",
        published=Published(edtf="2021-01", basis="inferred", conflicts=(conflict,)),
        furniture=(Furniture(text="Back To Top", reason="navigation"),),
    )
    add(ledger, Reading(document=document))
    assert ledger.get_document("a") == document


def test_the_same_source_twice_changes_nothing(ledger: Ledger, path: Path) -> None:
    one = reading("a", [statement("restore the hotlines")])
    assert add(ledger, one)
    before = dump(path)
    assert not add(ledger, one, at=LATER)
    assert dump(path) == before


def test_the_same_bytes_by_another_name_add_only_that_name(ledger: Ledger, path: Path) -> None:
    one = reading("a", [statement("restore the hotlines")])
    add(ledger, one)
    before = dump(path)
    again = Reading(document=renamed(one.document, "b"), statements=())
    assert not ledger.add(source(one, name="copies/a.txt"), again, at=LATER)
    assert ledger.find_document(source(one, name="copies/a.txt")) == "a"
    after = dump(path)
    assert len(after.pop("sources")) == len(before.pop("sources")) + 1
    assert after == before


def renamed(document: Document, id: str) -> Document:
    fields = {name: getattr(document, name) for name in document.__struct_fields__}
    return Document(**(fields | {"id": id, "source": f"copies/{id}.txt"}))


def test_another_text_under_the_same_id_is_refused(ledger: Ledger, path: Path) -> None:
    add(ledger, reading("a", [], text="The first version."))
    before = dump(path)
    with pytest.raises(LedgerError, match="with another text"):
        add(ledger, reading("a", [], text="The second version."))
    assert dump(path) == before


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("news/wire.jsonl#17", True),
        ("moved/wire.jsonl.gz#17", True),
        ("news/wire.jsonl#18", False),
        ("news/wire.jsonl", False),
    ],
)
def test_a_source_is_found_by_its_bytes_with_its_name_or_record(ledger: Ledger, name: str, known: bool) -> None:
    one = reading("a", [])
    add(ledger, one, name="news/wire.jsonl#17")
    assert ledger.find_document(source(one, name=name)) == ("a" if known else None)
    other = Source(name="news/wire.jsonl#17", media="text", sha256="0" * 64, content="")
    assert ledger.find_document(other) is None


def test_a_span_that_is_not_exact_is_refused_whole(ledger: Ledger, path: Path) -> None:
    right = reading("a", [statement("restore the hotlines"), statement("ratify the accord")])
    shifted = Span(text="ratify", start=0, end=6)
    fields = {name: getattr(right.statements[1], name) for name in right.statements[1].__struct_fields__}
    wrong = Reading(
        document=right.document,
        statements=(right.statements[0], type(right.statements[1])(**(fields | {"head": shifted}))),
    )
    before = dump(path)
    with pytest.raises(LedgerError, match=r"head of statement a\.2 in document a says 'ratify' but .* stands 'restor'"):
        add(ledger, wrong)
    assert dump(path) == before


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (3, 2), (0, 10_000)])
def test_a_span_outside_the_text_is_refused(ledger: Ledger, start: int, end: int) -> None:
    one = statement("restore the hotlines", condition=Span(text="hotlines", start=start, end=end))
    with pytest.raises(LedgerError, match="condition of statement"):
        add(ledger, reading("a", [one]))
    assert ledger.counts().documents == 0


def test_a_statement_without_its_document_is_refused(ledger: Ledger, path: Path) -> None:
    add(ledger, reading("a", [statement("restore the hotlines")]))
    before = dump(path)
    with pytest.raises(LedgerError, match="FOREIGN KEY"):
        link(ledger, "c1", "b.1")
    assert dump(path) == before


def test_a_date_that_is_none_is_refused_whole(ledger: Ledger) -> None:
    with pytest.raises(DateError):
        add(ledger, reading("a", [], published="last Tuesday"))
    assert ledger.counts().documents == 0


def test_a_file_name_that_is_no_text_is_kept_with_escapes(ledger: Ledger) -> None:
    one = reading("a", [])
    assert add(ledger, one, name="caf\udce9.txt")
    assert not add(ledger, one, name="caf\udce9.txt")
    assert ledger.find_document(source(one, name="caf\udce9.txt")) == "a"


def test_what_is_no_text_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no character"):
        ledger.add(
            Source(name="a", media="text", sha256="0" * 64, content=""), reading("a", [], text="half \ud800"), at=AT
        )


class KilledError(Exception):
    """Stands for a process that ends in the middle."""


def test_killed_in_the_middle_leaves_the_ledger_as_it_was(ledger: Ledger, path: Path) -> None:
    add(ledger, reading("a", [statement("restore the hotlines")]))
    before = dump(path)
    with pytest.raises(KilledError), ledger.linking(at=AT) as linking:
        linking.set_keys("a.1", ["k"])
        linking.link(Link(commitment="c1", statement="a.1", effect="makes", score=1.0, reason="As said."))
        raise KilledError
    assert dump(path) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    one = reading("a", [], text=text)
    with open_ledger(str(tmp_path / "any.db")) as ledger:
        id = f"d{ledger.counts().documents}"
        named = renamed(one.document, id)
        ledger.add(Source(name=text, media="text", sha256=id, content=text), Reading(document=named), at=AT)
        assert ledger.get_document(id) == named


def test_text_that_looks_like_sql_is_text(ledger: Ledger) -> None:
    one = reading("a", [statement(f"restore {HOSTILE}", act="pledge")], text=None)
    assert add(ledger, one, name=HOSTILE)
    link(ledger, HOSTILE, "a.1")
    assert get(ledger, HOSTILE[:9]).making.action == f"restore {HOSTILE}"
    assert ledger.find_document(source(one, name=HOSTILE)) == "a"
    assert ledger.get_document(HOSTILE) is None


def test_a_thousand_documents_take_a_few_seconds(ledger: Ledger) -> None:
    readings = [reading(f"d{n}", [statement(f"restore line {n}"), statement("hold talks")]) for n in range(1000)]
    begin = time.perf_counter()
    for one in readings:
        add(ledger, one)
    assert time.perf_counter() - begin < 15
    assert ledger.counts().statements == 2000


# --- reading ----------------------------------------------------------------------------------------------------


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """A commitment made in January, restated in March, in a month, and in a document without a date."""
    for name, published in [("d", "2021-01-21"), ("c", "2021-03-02"), ("b", "2021-03"), ("a", None)]:
        add(ledger, reading(name, [statement("restore the hotlines")], published=published))
    link(ledger, "c1a", "d.1")
    for name in ("a", "b", "c"):
        link(ledger, "c1a", f"{name}.1", "restates")
    return ledger


def test_statements_stand_in_order_of_publication_the_unknown_last(told: Ledger) -> None:
    assert [linked.document for linked in get(told, "c1a").statements] == ["d", "c", "b", "a"]


@pytest.mark.parametrize(
    ("day", "seen"),
    [("2021-01-20", []), ("2021-01-21", ["d"]), ("2021-03-30", ["d", "c"]), ("2021-03-31", ["d", "c", "b"])],
)
def test_as_of_a_day_only_what_was_surely_published_counts(told: Ledger, day: str, seen: list[str]) -> None:
    found = list(told.iter_commitments(as_of=date.fromisoformat(day)))
    assert [linked.document for one in found for linked in one.statements] == seen
    assert (told.get_commitment("c1a", as_of=date.fromisoformat(day)) is None) == (not seen)


def test_the_undated_are_counted(told: Ledger) -> None:
    expected = LedgerCounts(sources=4, documents=4, undated=1, statements=4, commitments=1, failures=0)
    assert told.counts() == expected


def test_a_commitment_is_found_by_the_beginning_of_its_id(told: Ledger) -> None:
    add(told, reading("e", [statement("hold talks")]))
    link(told, "c1b", "e.1")
    assert get(told, "c1b").making.action == "hold talks"
    assert told.get_commitment("c2") is None
    with pytest.raises(LedgerError, match="'c1' begins several commitments: c1a, c1b"):
        told.get_commitment("c1")


def test_an_id_that_begins_another_is_itself(told: Ledger) -> None:
    add(told, reading("e", [statement("hold talks")]))
    link(told, "c1", "e.1")
    assert get(told, "c1").making.action == "hold talks"


@pytest.mark.parametrize("wildcard", ["c%", "c_a", "%"])
def test_a_wildcard_is_no_beginning(told: Ledger, wildcard: str) -> None:
    assert told.get_commitment(wildcard) is None


def test_a_retracted_link_is_kept_and_not_shown(told: Ledger, path: Path) -> None:
    with told.linking(at=LATER) as linking:
        linking.retract("c1a", "a.1", "restates")
    assert [linked.document for linked in get(told, "c1a").statements] == ["d", "c", "b"]
    assert [row for row in dump(path)["links"] if row[-1] == LATER]


def test_a_commitment_has_one_maker(told: Ledger) -> None:
    with pytest.raises(LedgerError, match="UNIQUE"):
        link(told, "c1a", "c.1")


# --- failures ---------------------------------------------------------------------------------------------------


def test_the_same_failure_twice_is_one_row(ledger: Ledger) -> None:
    failure = Failure(source="bad\udcff.pdf", stage="source", message="It is no text", remedy="Convert it first")
    other = Failure(source="worse.pdf", stage="source", message="It is no text", remedy="Convert it first")
    ledger.add_failure(other, at=LATER)
    ledger.add_failure(failure, at=AT)
    ledger.add_failure(failure, at=LATER)
    assert [found.source for found in ledger.iter_failures()] == ["bad\\udcff.pdf", "worse.pdf"]
    assert ledger.counts().failures == 2


def test_the_event_that_a_deadline_hangs_on_is_kept(ledger: Ledger) -> None:
    one = reading("plan", [statement("pay after the vote on the dam", after="vote on the dam", offset="P30D")])
    ledger.add(source(one), one, at=AT)
    follow(ledger, "plan", at=AT)
    (commitment,) = ledger.iter_commitments()
    assert commitment.making.due == one.statements[0].due
    assert commitment.making.due is not None
    assert commitment.making.due.anchor is not None


def test_a_wrong_anchor_is_refused(ledger: Ledger) -> None:
    one = statement("pay after the vote", after="vote")
    assert one.due is not None
    assert one.due.anchor is not None
    wrong = replace(one, due=replace(one.due, anchor=replace(one.due.anchor, text="poll")))
    read = reading("plan", [wrong])
    with pytest.raises(LedgerError, match="anchor of statement"):
        ledger.add(source(read), read, at=AT)


def test_what_was_stored_before_there_were_anchors_is_read(ledger: Ledger, path: Path) -> None:
    one = reading("plan", [statement("pay in May", due="2021-05")])
    ledger.add(source(one), one, at=AT)
    follow(ledger, "plan", at=AT)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE statements SET record = replace(record, ',\"anchor\":null', '')")
    (commitment,) = ledger.iter_commitments()
    assert commitment.making.due == one.statements[0].due


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({}, 1),
        ({"modality": "asserted"}, 1),
        ({"core": False}, 1),
        ({"modality": "alleged"}, 0),
        ({"polarity": "negative"}, 0),
        ({"when": None}, 0),
        ({"kind": "commitment"}, 0),
    ],
)
def test_occurrences_are_the_asserted_events_with_a_day(ledger: Ledger, cells: dict[str, Any], found: int) -> None:
    one = reading("told", [statement("ratified it", **({"kind": "event", "act": None, "when": "2021-01-20"} | cells))])
    ledger.add(source(one), one, at=AT)
    occurrences = list(ledger.iter_occurrences(as_of=date(2021, 1, 21), known_at=date(2021, 2, 1)))
    assert [one.statement for one in occurrences] == list(one.statements)[:found]
    assert list(ledger.iter_occurrences(as_of=date(2021, 1, 20))) == []
    assert list(ledger.iter_occurrences(known_at=date(2021, 1, 31))) == []
