from datetime import date
from pathlib import Path

import pytest

from aide_memoire.cli.asking import find_commitment
from aide_memoire.errors import LedgerError
from aide_memoire.ledger import open_ledger
from tests.cli.ledgers import make_ledger, run
from tests.ledger.builders import reading, source, statement


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return make_ledger(tmp_path / "ledger.db")


@pytest.mark.parametrize("command", ["brief", "due", "watch", "conflicts"])
def test_undated_documents_are_said_to_be_left_out(ledger: Path, command: str) -> None:
    undated = reading("undated", [statement("send ships")], published=None)
    with open_ledger(str(ledger)) as opened:
        opened.add(source(undated), undated, at="2022-01-01T00:00:00Z")
    result = run(ledger, command)
    assert result.exit_code == 0
    assert result.stderr == (
        "Left out: 1 document of unknown date: reports/undated.txt.\n"
        "Give a date with: aide-memoire add FILE --date 2021-01-21\n"
    )


def test_a_commitment_is_found_by_the_beginning_of_its_id_as_of_a_day(ledger: Path) -> None:
    with open_ledger(str(ledger), create=False) as opened:
        assert len(find_commitment(opened, "[chot]", where="l.db").statements) == 3
        known = find_commitment(opened, "chot", where="l.db", as_of=date(2021, 6, 9))
        assert len(known.statements) == 2
        with pytest.raises(LedgerError, match="no report published by 2021-01-20 makes commitment chotlines"):
            find_commitment(opened, "chot", where="l.db", as_of=date(2021, 1, 20))
