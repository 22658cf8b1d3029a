from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Self

import msgspec
import pytest
from click.testing import CliRunner

from aide_memoire.cli import main
from aide_memoire.records import Briefing, Commitment, Document
from aide_memoire.views.news import Narrowed
from tests.views import builders
from tests.views.pages import Page


class Ledger:
    """Stands in for a ledger with two commitments."""

    def __init__(self) -> None:
        self.days: list[date | None] = []
        self.known: list[date | None] = []
        self.opened: list[tuple[str, bool]] = []
        self.undated: list[str] = []

    def open(self, where: str, *, create: bool) -> Self:
        self.opened.append((where, create))
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def iter_commitments(self, *, as_of: date | None = None, known_at: date | None = None) -> Iterator[Commitment]:
        self.days.append(as_of)
        self.known.append(known_at)
        yield from (builders.ferry_commitment(), builders.fees_commitment())

    def get_commitment(self, prefix: str) -> Commitment | None:
        return next((one for one in self.iter_commitments() if one.id.startswith(prefix)), None)

    def get_document(self, id: str) -> Document | None:
        return builders.DOCUMENTS.get(id)

    def iter_undated(self) -> Iterator[str]:
        yield from self.undated


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    fake = Ledger()
    monkeypatch.setattr("aide_memoire.ledger.open_ledger", fake.open)
    return fake


def test_the_terminal_is_the_default_and_today_the_day(ledger: Ledger) -> None:
    before = datetime.now().astimezone().date()
    result = CliRunner().invoke(main, ["brief"], env={"AIDE_MEMOIRE_LEDGER": None})
    assert result.exit_code == 0, result.output
    assert ledger.opened == [("aide-memoire.db", False)]
    (day,) = ledger.days
    assert day is not None and before <= day <= datetime.now().astimezone().date()
    assert "overdue since 1 June 2022" in result.stdout
    assert result.stderr == ""


def test_piped_output_is_plain(ledger: Ledger) -> None:
    shown = CliRunner().invoke(main, ["brief"]).stdout
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if line != line.rstrip() or len(line) > 100] == []


@pytest.mark.parametrize(
    ("by", "heading"),
    [("holder", "Denmark"), ("counterpart", "Norway"), ("instrument", "Skagerrak Accord"), ("due", "2022")],
)
def test_by_and_as_of(ledger: Ledger, by: str, heading: str) -> None:
    result = CliRunner().invoke(main, ["brief", "--by", by, "--as-of", "2022-05-20", "--format", "json"])
    briefing = msgspec.json.decode(result.stdout_bytes, type=Briefing)
    assert ledger.days == [date(2022, 5, 20)]
    assert (briefing.as_of, briefing.by) == ("2022-05-20", by)
    assert briefing.sections[0].heading == heading


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("terminal", "Commitments as of"),
        ("markdown", "# Commitments as of"),
        ("html", "<!doctype html>"),
        ("json", "{"),
    ],
)
def test_the_file_holds_what_is_printed(ledger: Ledger, tmp_path: Path, form: str, start: str) -> None:
    arguments = ["brief", "--as-of", "2022-06-02", "--format", form]
    printed = CliRunner().invoke(main, arguments).stdout_bytes
    output = tmp_path / "out"
    result = CliRunner().invoke(main, [*arguments, "--output", str(output)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert output.read_bytes() == printed
    assert printed.decode().startswith(start)


def test_every_quote_of_the_page_opens(ledger: Ledger) -> None:
    page = Page(CliRunner().invoke(main, ["brief", "--format", "html"]).stdout)
    assert len(page.quotes()) == 3
    assert all(page.under[address] == words for address, words in page.quotes())


def test_a_file_that_cannot_be_written_is_named(ledger: Ledger, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["brief", "--output", str(tmp_path / "no" / "out")])
    assert result.exit_code == 1
    assert f"cannot write {tmp_path / 'no' / 'out'}" in result.stderr


def test_undated_documents_are_said_to_be_left_out(ledger: Ledger) -> None:
    ledger.undated = [f"reports/{number}\x1b.txt" for number in range(9)]
    result = CliRunner().invoke(main, ["brief", "--format", "json"])
    assert result.stderr.startswith("Left out: 9 documents of unknown date: reports/0\ufffd.txt, ")
    assert result.stderr.endswith(
        "reports/7\ufffd.txt, and 1 more.\nGive a date with: aide-memoire add FILE --date 2021-01-21\n"
    )
    assert msgspec.json.decode(result.stdout_bytes, type=Briefing).sections


def test_show_opens_one(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["show", "aaaa"])
    assert result.exit_code == 0
    assert "⟦it would reopen the ferry line to Norway" in result.stdout


@pytest.mark.parametrize("id", ["[aaaa]", "[aaaa", " aaaa ", "aaaa]"])
def test_show_takes_an_id_with_its_brackets(ledger: Ledger, id: str) -> None:
    assert CliRunner().invoke(main, ["show", id]).stdout == CliRunner().invoke(main, ["show", "aaaa"]).stdout != ""


def test_show_knows_that_no_id_is_as_long_as_a_page(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["show", "a" * 60_000, "--ledger", "l.db"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"aide-memoire: no commitment in l.db has an id that begins with '{'a' * 64}…'.")


def test_show_says_what_is_not_there(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["show", "zzzz", "--ledger", "l.db"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("aide-memoire: no commitment in l.db has an id that begins with 'zzzz'.")


def test_the_address_of_a_database_is_not_repeated(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["show", "zzzz", "--ledger", "postgresql+psycopg://me:secret@host/db"])
    assert "secret" not in result.output
    assert "no commitment in the ledger" in result.stderr


@pytest.mark.parametrize("day", ["2021", "2021-06", "yesterday", "2021-02-30", "30.6.2021"])
def test_what_is_no_day_is_said_to_be_none(ledger: Ledger, day: str) -> None:
    result = CliRunner().invoke(main, ["brief", "--as-of", day])
    assert result.exit_code == 2
    assert f"Invalid value for '--as-of': {day!r} is no day. Write one such as 2021-06-30." in result.stderr


@pytest.mark.parametrize(
    ("since", "headings"), [("2021-02-28", ["Denmark"]), ("2021-03-01", ["Denmark"]), ("2021-06-09", [])]
)
def test_since(ledger: Ledger, since: str, headings: list[str]) -> None:
    result = CliRunner().invoke(main, ["brief", "--since", since, "--as-of", "2022-06-02", "--format", "json"])
    briefing = msgspec.json.decode(result.stdout_bytes, type=Narrowed)
    assert (briefing.since, briefing.known_at) == (since, None)
    assert [section.heading for section in briefing.sections] == headings


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("terminal", "  before        announced on 1 March 2021\n"),
        ("markdown", "    - before: announced on 1 March 2021\n"),
        ("html", "<bdi>announced on 1 March 2021</bdi>"),
        ("json", '"before":"announced"'),
    ],
)
def test_what_is_new_stands_in_every_format(ledger: Ledger, form: str, row: str) -> None:
    result = CliRunner().invoke(main, ["brief", "--since", "2021-03-01", "--as-of", "2022-06-02", "--format", form])
    assert row in result.stdout
    assert "lower port fees [" not in result.stdout


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_the_assessment_stands_in_every_format(ledger: Ledger, form: str) -> None:
    shown = CliRunner().invoke(main, ["brief", "--as-of", "2022-06-02", "--format", form]).stdout
    words = '"assessment":"announced"' if form == "json" else "announced; nothing seen since 9 June 2021"
    assert words in shown


def test_what_is_after_the_day_of_the_briefing_is_no_day_to_ask_from(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["brief", "--since", "2022-06-03", "--as-of", "2022-06-02"])
    assert (result.exit_code, ledger.opened) == (2, [])
    assert "Invalid value for '--since': 2022-06-03 is after 2022-06-02, the day of the briefing." in result.stderr


def test_known_at_is_asked_of_the_ledger_and_said(ledger: Ledger) -> None:
    result = CliRunner().invoke(main, ["brief", "--known-at", "2026-01-31", "--as-of", "2022-06-02"])
    assert (ledger.days, ledger.known) == ([date(2022, 6, 2)], [date(2026, 1, 31)])
    assert "from what the ledger had read by the end of 31 January 2026" in " ".join(result.stdout.split())


def test_the_last_day_there_is_can_be_asked_for(tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.db")
    report = tmp_path / "report.txt"
    report.write_text("Seoul will restore the hotlines.\n", encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(main, ["add", str(report), "--ledger", ledger, "--date", "2021-01-21"]).exit_code == 0
    result = runner.invoke(main, ["brief", "--ledger", ledger, "--known-at", "9999-12-31"])
    assert (result.exit_code, "restore the hotlines" in result.output) == (0, True)
