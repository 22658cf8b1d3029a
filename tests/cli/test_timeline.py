import sys
from pathlib import Path

import pytest

from tests.cli.ledgers import ids, make_ledger, run
from tests.views.pages import Page


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")


def test_the_text_needs_no_chart_library(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("altair", "vl_convert"):
        monkeypatch.setitem(sys.modules, package, None)
    result = run(ledger, "timeline", "--as-of", "2022-06-02")
    assert (result.exit_code, result.stderr) == (0, "")
    assert ids(result.stdout) == ["cvisit", "chotline", "cenvoys"]
    assert [line for line in result.stdout.splitlines() if line != line.rstrip() or len(line) > 100] == []


def test_one_commitment_by_the_beginning_of_its_id(ledger: Path) -> None:
    shown = run(ledger, "timeline", "[chot]", "--as-of", "2022-06-02").stdout
    assert ids(shown) == ["chotline"]
    dated = [line[2:17].strip() for line in shown.splitlines() if line[2:4].strip() and "  " in line[2:]]
    assert dated[-5:] == ["21 January 2021", "9 June 2021", "27 July 2021", "May 2022", "2 June 2022"]


def test_as_of_a_day_it_is_what_that_day_knew(ledger: Path) -> None:
    shown = run(ledger, "timeline", "chot", "--as-of", "2021-07-26").stdout
    assert "fulfilled" not in shown
    assert "announced; nothing seen since 9 June 2021" in shown
    result = run(ledger, "timeline", "cvi", "--as-of", "2020-04-30")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no report published by 2020-04-30 makes commitment cvisit" in result.stderr


@pytest.mark.parametrize("holder", ["NOR", "norway"])
def test_a_holder(ledger: Path, holder: str) -> None:
    assert ids(run(ledger, "timeline", "--holder", holder).stdout) == ["cvisit"]


def test_an_unknown_name_is_answered_with_the_nearest(ledger: Path) -> None:
    result = run(ledger, "timeline", "--holder", "Norwya")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        "aide-memoire: no commitment known on this day has the holder 'Norwya'. The nearest names: Norway"
    )
    result = run(ledger, "timeline", "--instrument", "some accord")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "has the instrument 'some accord'. None names any" in result.stderr


@pytest.mark.parametrize(("form", "start"), [("text", b"Commitments over time"), ("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_file_holds_what_is_printed(ledger: Path, tmp_path: Path, form: str, start: bytes) -> None:
    arguments = ["timeline", "--as-of", "2022-06-02", "--format", form]
    printed = run(ledger, *arguments).stdout_bytes
    assert printed.startswith(start)
    result = run(ledger, *arguments, "--output", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out").read_bytes() == printed


def test_the_page(ledger: Path) -> None:
    page = Page(run(ledger, "timeline", "--as-of", "2022-06-02", "--format", "html").stdout)
    assert page.open == [] and page.tags.count("article") == 3
    assert "“restored the hotlines”" in page.under["c2-3"]


@pytest.mark.parametrize("form", ["svg", "png", "html"])
def test_without_the_packages_a_chart_names_the_extra(ledger: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    result = run(ledger, "timeline", "--format", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "aide-memoire: charts are drawn by packages that are not installed. "
        'Install them with: python -m pip install "aide-memoire[charts]"\n'
    )


@pytest.mark.parametrize("form", ["svg", "png"])
def test_of_nothing_there_is_no_picture(ledger: Path, form: str) -> None:
    result = run(ledger, "timeline", "--as-of", "2019-01-01", "--format", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no commitment was known on this day, so there is nothing to draw" in result.stderr


def test_the_ledger_is_never_replaced(ledger: Path) -> None:
    before = ledger.read_bytes()
    result = run(ledger, "timeline", "--output", str(ledger))
    assert result.exit_code == 1 and "belongs to the ledger" in result.stderr
    assert ledger.read_bytes() == before
