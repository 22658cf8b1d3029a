"""A document whose date is given later stands in the place of the one that was read without it; nothing is lost."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from aide_memoire.following import follow, follow_pending
from aide_memoire.ledger import Ledger, open_ledger
from aide_memoire.records import Published, Reading
from tests.ledger.builders import reading, source, statement
from tests.ledger.rows import dump, live_links

AT, LATER = "2021-02-01T09:00:00Z", "2021-02-02T09:00:00Z"
PLEDGE = statement("restore the hotlines", toward="PRK")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(str(path)) as opened:
        yield opened


def dated(one: Reading, published: str | None) -> Reading:
    """The same text as of a date that was given, and with an id of its own, as its reading has it."""
    id = f"{one.document.id}@{published}"
    document = replace(one.document, id=id, published=Published(edtf=published, basis="given"))
    statements = tuple(replace(each, id=f"{id}.{number}") for number, each in enumerate(one.statements, 1))
    return replace(one, document=document, statements=statements)


def add(ledger: Ledger, one: Reading, *, published: str | None = None, at: str = AT) -> bool:
    """Add as the pipeline does: only what is not known, followed up at once."""
    if ledger.dated(published).find_document(source(one)) is not None:
        return False
    known = dated(one, published) if published else one
    new = ledger.add(source(one), known, at=at)
    if new:
        follow(ledger, known.document.id, at=at)
    follow_pending(ledger, at=at)
    return new


def seen(ledger: Ledger, day: str) -> list[list[tuple[str, str]]]:
    found = ledger.iter_commitments(as_of=date.fromisoformat(day))
    return [[(linked.document, linked.effect) for linked in one.statements] for one in found]


@pytest.mark.parametrize("stored", [None, "2019-05-01"])
def test_a_date_that_is_given_later_counts(ledger: Ledger, path: Path, stored: str | None) -> None:
    one = reading("a", [PLEDGE], published=stored)
    add(ledger, one)
    before = dump(path)
    assert add(ledger, one, published="2021-01-21", at=LATER)
    assert seen(ledger, "2021-01-22") == [[("a@2021-01-21", "makes")]]
    counts = ledger.counts()
    assert (counts.documents, counts.undated, counts.statements, counts.superseded) == (1, 0, 1, 1)
    assert list(ledger.iter_undated()) == []
    assert ledger.get_document("a") == one.document
    after = dump(path)
    for table in ("documents", "sources", "statements", "match_keys"):
        assert set(before[table]) <= set(after[table])
    assert [row[:-1] for row in before["links"]] == [row[:-1] for row in after["links"] if row[-1] == LATER]


def test_twice_is_once_and_without_a_date_it_stays(ledger: Ledger, path: Path) -> None:
    one = reading("a", [PLEDGE], published=None)
    add(ledger, one)
    add(ledger, one, published="2021-01-21", at=LATER)
    before = dump(path)
    assert not add(ledger, one, published="2021-01-21", at="2021-02-03T09:00:00Z")
    assert not ledger.add(source(one), dated(one, "2021-01-21"), at="2021-02-03T09:00:00Z")
    assert not add(ledger, one, at="2021-02-03T09:00:00Z")
    assert ledger.find_document(source(one)) == "a@2021-01-21"
    assert dump(path) == before


def test_the_same_bytes_by_another_name_take_the_date_too(ledger: Ledger) -> None:
    one = reading("a", [PLEDGE], published=None)
    add(ledger, one)
    assert ledger.add(source(one, name="copies/a.txt"), dated(one, "2021-01-21"), at=LATER)
    assert ledger.find_document(source(one)) == "a@2021-01-21"


def test_a_date_can_be_taken_back(ledger: Ledger) -> None:
    one = reading("a", [PLEDGE], published=None)
    for published in (None, "2021-01-21", "2021-03-01", "2021-01-21"):
        add(ledger, one, published=published)
    assert seen(ledger, "2021-01-22") == [[("a@2021-01-21", "makes")]]
    assert (ledger.counts().superseded, ledger.counts().dated_anew) == (2, 3)


@pytest.mark.parametrize("published", ["2021-01-10", "2021-03-01"])
def test_what_others_said_again_is_placed_as_in_a_ledger_of_those_dates(
    ledger: Ledger, path: Path, tmp_path: Path, published: str
) -> None:
    first = reading("a", [PLEDGE], published="2021-01-01")
    others = [reading("b", [PLEDGE], published="2021-01-21"), reading("c", [PLEDGE], published="2021-02-05")]
    for one in (first, *others):
        add(ledger, one)
    add(ledger, first, published=published, at=LATER)
    fresh = tmp_path / "fresh.db"
    with open_ledger(str(fresh)) as other:
        for one in (*others, dated(first, published)):
            add(other, one)
    assert live_links(path) == live_links(fresh)
    assert list(ledger.iter_unfollowed()) == []


def test_what_a_killed_process_left_is_followed_up(ledger: Ledger) -> None:
    first, again = reading("a", [PLEDGE], published="2021-01-01"), reading("b", [PLEDGE], published="2021-01-21")
    add(ledger, first)
    add(ledger, again)
    assert ledger.add(source(first), dated(first, "2021-03-01"), at=LATER)
    assert sorted(ledger.iter_unfollowed()) == ["a@2021-03-01", "b"]
    follow_pending(ledger, at=LATER)
    assert seen(ledger, "2021-03-02") == [[("b", "makes"), ("a@2021-03-01", "restates")]]


def test_an_older_ledger_is_brought_up(path: Path) -> None:
    open_ledger(str(path)).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE echoes; DROP TABLE copies; DROP TABLE bands; DROP TABLE supersessions;"
        "DROP INDEX ix_links_retracted; UPDATE alembic_version SET version_num = '0001'"
    )
    connection.close()
    with open_ledger(str(path)) as ledger:
        one = reading("a", [PLEDGE], published=None)
        assert add(ledger, one) and add(ledger, one, published="2021-01-21")
