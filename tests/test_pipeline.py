"""The main path: what goes in comes out once, a failure is a row, and the order of reading changes nothing."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from aide_memoire import pipeline
from aide_memoire.errors import DateError
from aide_memoire.ledger import open_ledger
from aide_memoire.pipeline import Added, add_sources, read_sources
from aide_memoire.reading import read
from aide_memoire.records import Document, Effect, Failure, Metadata, Reading

JANUARY = """# publisher: North Wire
# published: 2021-01-21
# title: Ministry to reopen the line

Norway will restore the hotline with Sweden, the Foreign Ministry said in Oslo.
"""
JUNE = """# publisher: South Wire
# published: 2021-06-09
# title: Line to be reopened

Norway pledged to reopen the hotline with Sweden by May next year.
"""
OTHER = """# publisher: South Wire
# published: 2021-07-01

Canada will send observers to Haiti.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in (("a.txt", JANUARY), ("b.txt", JUNE), ("c.txt", OTHER)):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def dump(where: Path) -> dict[str, list[tuple[object, ...]]]:
    engine = create_engine(f"sqlite:///{where}")
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = {t: sorted(map(tuple, connection.execute(text(f'SELECT * FROM "{t}"')).all()), key=repr) for t in tables}
    engine.dispose()
    return rows


def commitments(where: Path) -> list[tuple[str, list[tuple[Effect, str]]]]:
    with open_ledger(str(where)) as ledger:
        found = [(c.id, [(s.effect, s.statement.text) for s in c.statements]) for c in ledger.iter_commitments()]
    return sorted(found)


def test_a_document_is_read_with_exact_words(reports: Path) -> None:
    (reading,) = read_sources([str(reports / "b.txt")])
    assert isinstance(reading, Reading)
    (statement,) = reading.statements
    assert reading.document.text[statement.start : statement.end] == statement.text
    assert statement.due is not None
    assert statement.due.edtf == "/2022-05"


def test_what_is_given_outranks_what_the_file_says(reports: Path) -> None:
    (reading,) = read_sources([str(reports / "b.txt")], given=Metadata(published="2019-06-09"))
    assert isinstance(reading, Reading)
    assert (reading.document.published.edtf, reading.document.published.basis) == ("2019-06-09", "given")
    assert [s.due.edtf for s in reading.statements if s.due] == ["/2020-05"]


def test_a_bad_date_is_refused_before_anything_is_read() -> None:
    with pytest.raises(DateError):
        next(read_sources(["nowhere.txt"], given=Metadata(published="yesterday")))


def test_adding_twice_changes_nothing(reports: Path, tmp_path: Path) -> None:
    where = tmp_path / "l.db"
    for at in ("2021-08-01T00:00:00Z", "2021-08-02T00:00:00Z"):
        with open_ledger(str(where)) as ledger:
            outcomes = list(add_sources([str(reports)], ledger, at=at))
        if at.startswith("2021-08-01"):
            before = dump(where)
            assert [o.new for o in outcomes if isinstance(o, Added)] == [True, True, True]
    assert [(o.new, o.statements) for o in outcomes if isinstance(o, Added)] == [(False, 0)] * 3
    assert dump(where) == before


def test_a_restated_undertaking_is_one_commitment_whatever_the_order(reports: Path, tmp_path: Path) -> None:
    seen = []
    for number, order in enumerate(permutations(("a.txt", "b.txt", "c.txt"))):
        where = tmp_path / f"{number}.db"
        with open_ledger(str(where)) as ledger:
            for name in order:
                list(add_sources([str(reports / name)], ledger, at="2021-08-01T00:00:00Z"))
        seen.append(commitments(where))
    assert all(each == seen[0] for each in seen)
    assert sorted(len(statements) for _, statements in seen[0]) == [1, 2]
    restated = next(statements for _, statements in seen[0] if len(statements) == 2)
    assert [effect for effect, _ in restated] == ["makes", "restates"]


def test_a_document_given_its_date_later_is_answered_from_as_of_that_date(tmp_path: Path) -> None:
    report, where = tmp_path / "undated.txt", tmp_path / "l.db"
    report.write_text("Norway pledged to reopen the hotline with Sweden by May next year.\n", encoding="utf-8")
    with open_ledger(str(where)) as ledger:
        list(add_sources([str(report)], ledger, at="2021-08-01T00:00:00Z"))
        assert list(ledger.iter_commitments(as_of=date(2022, 1, 1))) == []
        list(add_sources([str(report)], ledger, at="2021-08-02T00:00:00Z", given=Metadata(published="2021-06-09")))
        (commitment,) = ledger.iter_commitments(as_of=date(2022, 1, 1))
    assert commitment.making.due is not None
    assert commitment.making.due.edtf == "/2022-05"


def test_a_failure_is_a_row_and_costs_no_other_document(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_for_haiti(document: Document) -> Reading:
        if "Haiti" in document.text:
            raise ZeroDivisionError("by zero")
        return read(document)

    (reports / "empty.txt").write_text("", encoding="utf-8")
    monkeypatch.setattr(pipeline, "read", broken_for_haiti)
    with open_ledger(str(tmp_path / "l.db")) as ledger:
        outcomes = list(add_sources([str(reports)], ledger, at="2021-08-01T00:00:00Z"))
        failures = list(ledger.iter_failures())
    assert sum(isinstance(o, Added) for o in outcomes) == 2
    assert {f.stage for f in failures} == {"source", "reading"}
    assert any("ZeroDivisionError" in f.message for f in failures)
    assert all(isinstance(f, Failure) and f.remedy for f in failures)
