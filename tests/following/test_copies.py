"""Copies: a story counts once, is listed as often as it was printed, and the order of reading never shows."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aide_memoire.following import follow, follow_pending
from aide_memoire.following.thread import commitment_id
from aide_memoire.ledger import Ledger, open_ledger
from aide_memoire.records import Published, Reading, Statement
from tests.ledger.builders import reading, source, state, statement
from tests.ledger.rows import dump, empty_ledger, live_links

AT, LATER = "2021-02-01T09:00:00Z", "2021-02-02T09:00:00Z"
PLEDGE = statement("restore the hotlines", toward="PRK")
CHARTER = statement("ratify the sea charter")
FILLER = tuple(
    statement(words, kind="event", act=None, core=False, holder=None)
    for words in (
        "the spokesman told reporters in the capital after the weekly meeting of the cabinet",
        "the talks had lasted from the early morning until well after the last train had left",
        "neither delegation wished to say when and where the next round would be held",
        "a small crowd of fishermen and their families waited outside for the outcome",
    )
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(str(path)) as opened:
        yield opened


def story(name: str, *statements: Statement, published: str | None = "2021-01-21") -> Reading:
    """A report of some length, with these statements between what is in every one."""
    return reading(name, [*FILLER[:2], *statements, *FILLER[2:]], published=published)


def add(ledger: Ledger, *readings: Reading, at: str = AT) -> None:
    for one in readings:
        ledger.add(source(one), one, at=at)
        follow(ledger, one.document.id, at=at)


def listed(ledger: Ledger, as_of: date | None = None) -> list[list[tuple[str, str, list[str]]]]:
    """Of each commitment its documents, what they do, and where they were printed again."""
    return [
        [(said.document, said.effect, [copy.document for copy in said.copies]) for said in found.statements]
        for found in ledger.iter_commitments(as_of=as_of)
    ]


def test_a_copy_restates_nothing_and_is_listed(ledger: Ledger) -> None:
    add(ledger, story("a", PLEDGE), story("b", PLEDGE, published="2021-01-22"))
    assert listed(ledger) == [[("a", "makes", ["b"])]]
    assert listed(ledger, date(2021, 1, 21)) == [[("a", "makes", [])]]
    assert ledger.counts().copies == 1
    assert ledger.find_original("b") == "a" and ledger.find_original("a") is None


def test_the_links_of_a_copy_are_none(ledger: Ledger) -> None:
    add(ledger, story("a", PLEDGE))
    ledger.add(source(story("b", PLEDGE)), story("b", PLEDGE), at=AT)
    assert follow(ledger, "b", at=AT) == ()


@pytest.mark.parametrize("published", ["2021-01-28", "2022-01-21"])
def test_the_same_words_much_later_are_said_again(ledger: Ledger, published: str) -> None:
    add(ledger, story("a", PLEDGE), story("b", PLEDGE, published=published))
    assert listed(ledger) == [[("a", "makes", []), ("b", "restates", [])]]


def test_what_only_the_copy_says_is_its_own(ledger: Ledger) -> None:
    add(ledger, story("a", PLEDGE), story("b", PLEDGE, CHARTER))
    assert sorted(listed(ledger)) == [[("a", "makes", ["b"])], [("b", "makes", [])]]


def test_what_the_copy_cut_is_not_listed_there(ledger: Ledger) -> None:
    add(ledger, story("a", PLEDGE, CHARTER), story("b", PLEDGE))
    assert sorted(listed(ledger)) == [[("a", "makes", [])], [("a", "makes", ["b"])]]


def test_an_original_that_is_read_late_takes_the_place_of_its_copy(ledger: Ledger, path: Path) -> None:
    again = reading("march", [PLEDGE], published="2021-03-02")
    add(ledger, story("b", PLEDGE, published="2021-01-22"), again)
    add(ledger, story("a", PLEDGE), at=LATER)
    assert listed(ledger) == [[("a", "makes", ["b"]), ("march", "restates", [])]]
    retracted = {(row[2], row[3]) for row in dump(path)["links"] if row[-1] == LATER}
    assert retracted == {("b.3", "makes"), ("march.1", "restates")}
    assert ledger.get_commitment(commitment_id("b.3")) == ledger.get_commitment(commitment_id("a.3"))
    (before,) = ledger.iter_commitments(known_at=date(2021, 2, 1))
    assert [(said.document, said.effect) for said in before.statements] == [("b", "makes"), ("march", "restates")]


def test_following_a_copy_twice_changes_nothing(ledger: Ledger, path: Path) -> None:
    add(ledger, story("a", PLEDGE), story("b", PLEDGE))
    before = dump(path)
    add(ledger, story("a", PLEDGE), story("b", PLEDGE), at=LATER)
    assert follow_pending(ledger, at=LATER) == 0
    assert dump(path) == before


def test_where_the_original_gets_another_date_its_copy_stands_alone(ledger: Ledger) -> None:
    one, other = story("a", PLEDGE), story("b", PLEDGE, published="2021-01-22")
    add(ledger, one, other)
    dated = story("a@", PLEDGE, published="2019-05-01")
    dated = replace(dated, document=replace(dated.document, published=Published(edtf="2019-05-01", basis="given")))
    same = replace(source(dated), sha256=source(one).sha256, name=one.document.source)
    assert ledger.add(same, dated, at=LATER)
    follow(ledger, "a@", at=LATER)
    follow_pending(ledger, at=LATER)
    assert listed(ledger) == [[("a@", "makes", []), ("b", "restates", [])]]
    assert ledger.counts().copies == 0


def test_a_ledger_of_before_learns_of_its_copies(ledger: Ledger, path: Path) -> None:
    add(ledger, story("a", PLEDGE), story("b", PLEDGE))
    fresh = live_links(path)
    with ledger.linking(at=AT) as linking:
        for table in ("echoes", "copies", "bands"):
            linking._connection.exec_driver_sql(f"DELETE FROM {table}")
    assert follow_pending(ledger, at=LATER) == 2
    assert live_links(path) == fresh
    assert listed(ledger) == [[("a", "makes", ["b"])]]


# --- laws -------------------------------------------------------------------------------------------------------

PLEDGES = [PLEDGE, CHARTER, statement("reopen the hotlines", holder=state("KOR")), statement("free the crew")]
STORIES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(PLEDGES), min_size=1, max_size=3, unique_by=lambda one: one.action),
        st.sampled_from(["2021-01-19", "2021-01-21", "2021-01", "2021-01-24", "2021-01-27", None]),
        st.integers(0, 3),
    ),
    min_size=2,
    max_size=6,
).map(
    lambda rows: [
        reading(f"d{number}", [*FILLER[cut:], *said], published=day) for number, (said, day, cut) in enumerate(rows)
    ]
)


def export(folder: str, name: str, readings: Sequence[Reading]) -> tuple[object, ...]:
    path = Path(folder) / name
    path.write_bytes(empty_ledger())
    with open_ledger(str(path)) as ledger:
        add(ledger, *readings)
        found = list(ledger.iter_commitments()), ledger.counts()
    return *found, live_links(path)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_order_of_reading_does_not_matter(data: st.DataObject) -> None:
    readings = data.draw(STORIES)
    shuffled = data.draw(st.permutations(readings))
    with TemporaryDirectory() as folder:
        assert export(folder, "one.db", readings) == export(folder, "other.db", shuffled)


@settings(max_examples=30, deadline=None)
@given(STORIES, st.sampled_from([date(2021, 1, 21), date(2021, 1, 25), date(2021, 1, 31)]))
def test_an_answer_as_of_a_day_is_that_of_a_ledger_of_that_day(readings: list[Reading], day: date) -> None:
    def is_known(one: Reading) -> bool:
        edtf = one.document.published.edtf
        return edtf is not None and ("2021-01-31" if edtf == "2021-01" else edtf) <= day.isoformat()

    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.db"
        path.write_bytes(empty_ledger())
        with open_ledger(str(path)) as ledger:
            add(ledger, *readings)
            now = list(ledger.iter_commitments(as_of=day))
        assert now == export(folder, "then.db", list(filter(is_known, readings)))[0]
