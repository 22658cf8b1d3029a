"""The rows that following joins are found by index: what a new document costs does not grow with the ledger."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from aide_memoire.ledger import Ledger, Placed, open_ledger
from aide_memoire.records import Link
from tests.ledger.builders import reading, source, statement

AT = "2021-02-01T09:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three statements of one key: two that make commitments, of January and a month, and one without a date."""
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        for name, published in [("jan", "2021-01-21"), ("month", "2021-02"), ("never", None)]:
            one = reading(name, [statement("restore the hotlines")], published=published)
            opened.add(source(one), one, at=AT)
            with opened.linking(at=AT) as linking:
                linking.set_keys(f"{name}.1", ["k", f"only {name}"])
        with opened.linking(at=AT) as linking:
            for name in ("jan", "month"):
                link = Link(commitment=f"c{name}", statement=f"{name}.1", effect="makes", score=1.0, reason="As said.")
                linking.link(link)
        yield opened


def placed(ledger: Ledger, statement_id: str) -> Placed:
    with ledger.linking(at=AT) as linking:
        found = linking.get(statement_id)
    assert found is not None
    return found


def test_a_statement_stands_where_its_document_was_surely_published(ledger: Ledger) -> None:
    month = placed(ledger, "month.1")
    assert (month.published, month.commitment, month.makes) == (date(2021, 2, 28), "cmonth", True)
    never = placed(ledger, "never.1")
    assert (never.published, never.commitment, never.makes) == (None, None, False)
    assert placed(ledger, "jan.1").order < month.order < never.order


@pytest.mark.parametrize(
    ("statement_id", "key", "before", "after"),
    [
        ("jan.1", "k", [], ["month.1", "never.1"]),
        ("month.1", "k", ["jan.1"], ["never.1"]),
        ("never.1", "k", ["jan.1", "month.1"], []),
        ("never.1", "only jan", ["jan.1"], []),
        ("never.1", "no such key", [], []),
    ],
)
def test_neighbours_share_a_key(
    ledger: Ledger, statement_id: str, key: str, before: list[str], after: list[str]
) -> None:
    one = placed(ledger, statement_id)
    with ledger.linking(at=AT) as linking:
        assert [found.statement.id for found in linking.list_makers_before(one, [key])] == before
        assert [found.statement.id for found in linking.list_after(one, [key])] == after


def test_no_step_of_linking_reads_a_whole_table(ledger: Ledger) -> None:
    said: list[tuple[str, object]] = []

    def listen(_connection: object, _cursor: object, sql: str, parameters: object, *_rest: object) -> None:
        said.append((sql, parameters))

    month = placed(ledger, "month.1")
    event.listen(Engine, "before_cursor_execute", listen)
    with ledger.linking(at=AT) as linking:
        linking.list_core("jan")
        linking.list_makers_before(month, ["k"])
        linking.list_after(month, ["k"])
        linking.retract("cmonth", "month.1", "makes")
        linking.is_followed("jan")
        event.remove(Engine, "before_cursor_execute", listen)
        plans = [
            str(row[3])
            for sql, parameters in said
            if not sql.startswith("BEGIN")
            for row in linking._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)  # type: ignore[arg-type]
        ]
    assert any("SEARCH" in step for step in plans)
    assert [step for step in plans if step.startswith("SCAN")] == []
