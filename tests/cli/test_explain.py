from pathlib import Path

import pytest

from tests.cli.ledgers import make_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")


def test_the_chain_ends_in_what_decided(ledger: Path) -> None:
    result = run(ledger, "explain", "[chot]")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = result.stdout.splitlines()
    assert [line for line in shown if line.startswith("  afterwards")] == [
        "  afterwards    announced",
        "  afterwards    announced, as before",
        "  afterwards    fulfilled; before it, announced",
    ]
    assert "  decided by    statement 3, which no later one changes" in shown
    assert "  link          score 0.83: The holder and the action agree." in shown
    assert "  time state    overdue since 1 June 2022" in shown


def test_as_of_a_day_it_is_what_that_day_knew(ledger: Path) -> None:
    shown = run(ledger, "explain", "chotlines", "--as-of", "2021-07-26").stdout
    assert "commitment chotlines, 2 statements, as of 26 July 2021" in shown
    assert "  assessment    announced\n" in shown
    assert "  time state    upcoming\n" in shown


def test_a_commitment_that_was_not_made_yet_is_said_to_be_none(ledger: Path) -> None:
    result = run(ledger, "explain", "cvi", "--as-of", "2020-04-30")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "aide-memoire: no report published by 2020-04-30 makes commitment cvisit. Name a later day with --as-of, or "
        "see when it was made with: aide-memoire show cvisit\n"
    )


def test_an_id_is_found_as_show_finds_it(ledger: Path) -> None:
    for id in ("zzzz", "a" * 60_000, "c"):
        shown, explained = run(ledger, "show", id), run(ledger, "explain", id)
        assert (explained.exit_code, explained.stdout, explained.stderr) == (1, "", shown.stderr)
        assert explained.stderr
