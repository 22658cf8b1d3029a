from pathlib import Path

import pytest

from tests.cli.ledgers import make_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")


def test_two_due_dates_stand_side_by_side(ledger: Path) -> None:
    result = run(ledger, "conflicts")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 commitment with statements that disagree." in result.stdout
    rows = ["  side 1        by May 2022 (made)", "  side 2        in 2023 (restated)"]
    assert [row for row in result.stdout.splitlines() if row.startswith("  side")] == rows
    assert "  quote         “restore the hotlines in two years”" in result.stdout
    assert "  report        The Daily Sound: “Report again”, 9 June 2021" in result.stdout


def test_as_of_a_day_before_the_second_there_is_none(ledger: Path) -> None:
    result = run(ledger, "conflicts", "--as-of", "2021-06-08")
    assert result.exit_code == 0
    assert "The statements of no commitment disagree" in result.stdout
