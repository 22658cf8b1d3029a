"""Threading statements into commitments: the order of reading never shows, and nothing is lost on the way."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aide_memoire.errors import LedgerError
from aide_memoire.following import follow, follow_pending
from aide_memoire.following.thread import MAKES, commitment_id
from aide_memoire.ledger import Ledger, open_ledger
from aide_memoire.records import Commitment, Reading
from tests.ledger.builders import reading, source, state, statement
from tests.ledger.rows import dump, empty_ledger, live_links

AT, LATER = "2021-02-01T09:00:00Z", "2021-02-02T09:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(str(path)) as opened:
        yield opened


def add(ledger: Ledger, *readings: Reading, at: str = AT) -> None:
    for one in readings:
        ledger.add(source(one), one, at=at)
        follow(ledger, one.document.id, at=at)


def told(commitments: Iterable[Commitment]) -> dict[str, list[tuple[str, str]]]:
    return {one.id: [(linked.statement.id, linked.effect) for linked in one.statements] for one in commitments}


JANUARY = reading("jan", [statement("restore the hotlines", toward="PRK"), statement("ratify the sea charter")])
MARCH = reading("mar", [statement("reopen communication lines", toward="PRK")], published="2021-03-02")


def test_the_same_undertaking_in_another_report_is_one_commitment(ledger: Ledger) -> None:
    add(ledger, JANUARY, MARCH)
    assert told(ledger.iter_commitments()) == {
        commitment_id("jan.1"): [("jan.1", "makes"), ("mar.1", "restates")],
        commitment_id("jan.2"): [("jan.2", "makes")],
    }


def test_each_link_has_its_reason(ledger: Ledger) -> None:
    add(ledger, JANUARY, MARCH)
    found = ledger.get_commitment(commitment_id("jan.1"))
    assert found is not None
    assert found.statements[0].reason == MAKES
    assert found.statements[1].reason.startswith("The holder (South Korea), the action with its object")


def test_following_gives_the_links_of_the_document(ledger: Ledger) -> None:
    ledger.add(source(JANUARY), JANUARY, at=AT)
    assert [(link.statement, link.effect) for link in follow(ledger, "jan", at=AT)] == [
        ("jan.1", "makes"),
        ("jan.2", "makes"),
    ]
    assert follow(ledger, "jan", at=LATER) == ()


def test_the_same_in_one_document_is_said_again(ledger: Ledger) -> None:
    add(ledger, reading("a", [statement("restore the hotlines", toward="PRK"), statement("reopen the hotlines")]))
    (found,) = ledger.iter_commitments()
    assert found.statements[1].reason.startswith("Said again in the same document. ")


def test_two_undertakings_toward_one_counterpart_stay_two(ledger: Ledger) -> None:
    actions = ["restore the hotlines", "restore rail service", "hold border talks", "hold trade talks", "lift the ban"]
    add(ledger, reading("a", [statement(action, toward="PRK") for action in actions]))
    assert len(told(ledger.iter_commitments())) == len(actions)


def test_only_core_commitments_are_followed(ledger: Ledger) -> None:
    discussed = statement("restore the hotlines", core=False)
    done = statement("restore the hotlines", kind="event", act=None)
    add(ledger, reading("a", [discussed, done]))
    assert told(ledger.iter_commitments()) == {}


def test_a_statement_without_a_holder_makes_its_own(ledger: Ledger) -> None:
    add(ledger, reading("a", [statement("restore the hotlines", holder=None)] * 2))
    assert len(told(ledger.iter_commitments())) == 2


def test_an_older_document_read_later_becomes_the_maker_and_nothing_is_lost(ledger: Ledger, path: Path) -> None:
    add(ledger, MARCH)
    add(ledger, JANUARY, at=LATER)
    assert told(ledger.iter_commitments())[commitment_id("jan.1")] == [("jan.1", "makes"), ("mar.1", "restates")]
    retracted = [row for row in dump(path)["links"] if row[-1] is not None]
    assert [(row[1], row[2], row[3], row[-1]) for row in retracted] == [
        (commitment_id("mar.1"), "mar.1", "makes", LATER)
    ]
    assert ledger.get_commitment(commitment_id("mar.1")) == ledger.get_commitment(commitment_id("jan.1"))
    assert ledger.counts().commitments == 2


def test_likeness_does_not_chain(ledger: Ledger) -> None:
    """The middle one is like both ends, which are not like each other: it joins the first, the last makes its own."""
    narrow = statement("free the crew and passengers of the trawler")
    middle = statement("free the crew of the trawler off Busan")
    far = statement("free the Busan crew detained off")
    add(
        ledger,
        reading("a", [narrow], published="2021-01-01"),
        reading("c", [far], published="2021-03-01"),
        reading("b", [middle], published="2021-02-01"),
    )
    assert told(ledger.iter_commitments()) == {
        commitment_id("a.1"): [("a.1", "makes"), ("b.1", "restates")],
        commitment_id("c.1"): [("c.1", "makes")],
    }


def test_a_document_that_is_not_there_cannot_be_followed(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="There is no document nowhere"):
        follow(ledger, "nowhere", at=AT)


def test_what_was_stored_and_not_followed_is_caught_up_with(ledger: Ledger) -> None:
    ledger.add(source(JANUARY), JANUARY, at=AT)
    assert follow_pending(ledger, at=LATER) == 1
    assert follow_pending(ledger, at=LATER) == 0
    assert len(told(ledger.iter_commitments())) == 2


# --- laws -------------------------------------------------------------------------------------------------------

THINGS = ["crew", "trawler", "cargo", "pilot"]
ACTIONS = st.lists(st.sampled_from(THINGS), min_size=1, max_size=3, unique=True).map(
    lambda things: f"free the {' and '.join(things)}"
)
STATEMENTS = st.builds(
    statement,
    ACTIONS,
    holder=st.sampled_from([state("KOR"), state("JPN")]),
    toward=st.sampled_from([(), "PRK", "NOR"]),
    due=st.sampled_from([None, "/2021-05", "2022"]),
)
DATES = st.sampled_from(["2021-01-21", "2021-01", "2021-02-03", "2021-02-28", None])
DOCUMENTS = st.lists(st.tuples(st.lists(STATEMENTS, min_size=1, max_size=3), DATES), min_size=1, max_size=6).map(
    lambda rows: [reading(f"d{n}", statements, published=day) for n, (statements, day) in enumerate(rows)]
)


def ledger_of(folder: str, name: str, readings: Sequence[Reading]) -> Path:
    path = Path(folder) / name
    if not path.exists():
        path.write_bytes(empty_ledger())
    with open_ledger(str(path)) as ledger:
        add(ledger, *readings)
    return path


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_order_of_reading_does_not_matter(data: st.DataObject) -> None:
    readings = data.draw(DOCUMENTS)
    shuffled = data.draw(st.permutations(readings))
    with TemporaryDirectory() as folder:
        first, second = ledger_of(folder, "first.db", readings), ledger_of(folder, "second.db", shuffled)
        assert live_links(first) == live_links(second)
        assert dump(first)["statements"] == dump(second)["statements"]
        assert dump(first)["documents"] == dump(second)["documents"]
        with open_ledger(str(first)) as one, open_ledger(str(second)) as other:
            assert list(one.iter_commitments()) == list(other.iter_commitments())


@settings(max_examples=30, deadline=None)
@given(DOCUMENTS, st.sampled_from([date(2021, 1, 21), date(2021, 1, 31), date(2021, 2, 3)]))
def test_an_answer_as_of_a_day_is_that_of_a_ledger_of_that_day(readings: list[Reading], day: date) -> None:
    last = {"2021-01-21": "2021-01-21", "2021-01": "2021-01-31", "2021-02-03": "2021-02-03", "2021-02-28": "2021-02-28"}
    known = [one for one in readings if (edtf := one.document.published.edtf) and last[edtf] <= day.isoformat()]
    with TemporaryDirectory() as folder:
        everything, then = ledger_of(folder, "all.db", readings), ledger_of(folder, "then.db", known)
        with open_ledger(str(everything)) as now, open_ledger(str(then)) as before:
            assert list(now.iter_commitments(as_of=day)) == list(before.iter_commitments())


@settings(max_examples=20, deadline=None)
@given(DOCUMENTS)
def test_following_twice_changes_nothing(readings: list[Reading]) -> None:
    with TemporaryDirectory() as folder:
        path = ledger_of(folder, "once.db", readings)
        before = dump(path)
        ledger_of(folder, "once.db", readings)
        assert dump(path) == before
