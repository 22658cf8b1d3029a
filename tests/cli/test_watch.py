from pathlib import Path

import pytest

from tests.cli.ledgers import ids, make_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")


def test_what_is_overdue_and_what_fell_silent_is_listed_and_what_is_settled_is_not(ledger: Path) -> None:
    result = run(ledger, "watch", "--as-of", "2022-03-15")
    assert (result.exit_code, result.stderr) == (0, "")
    assert ids(result.stdout) == ["cenvoys", "cvisit"]
    assert "Open, and nothing seen since 15 March 2021: 1 commitment" in result.stdout


@pytest.mark.parametrize(
    ("silent", "found"), [("10d", ["cvisit", "chotline"]), ("11d", ["cvisit"]), ("8m", ["cvisit"]), ("9m", [])]
)
def test_silent(ledger: Path, silent: str, found: list[str]) -> None:
    result = run(ledger, "watch", "--as-of", "2021-02-01", "--silent", silent)
    assert ids(result.stdout) == found


def test_within(ledger: Path) -> None:
    result = run(ledger, "watch", "--as-of", "2021-02-01", "--within", "88d")
    assert ids(result.stdout) == []
    result = run(ledger, "watch", "--as-of", "2021-03-01", "--within", "60d")
    assert ids(result.stdout) == ["cenvoys"]
