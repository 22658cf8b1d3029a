"""`aide-memoire add`: read sources into the ledger."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from aide_memoire.cli.group import INTERRUPTED
from aide_memoire.cli.options import get_stdin, name_ledger, takes_given, takes_ledger
from aide_memoire.cli.output import word_failure
from aide_memoire.errors import LedgerError

if TYPE_CHECKING:
    from rich.progress import Progress

    from aide_memoire.pipeline import Added
    from aide_memoire.records import Failure, Metadata


@dataclass
class Tally:
    """What has been added so far."""

    new: int = 0
    known: int = 0
    statements: int = 0
    made: int = 0
    restated: int = 0
    copies: int = 0
    dated_anew: int = 0
    failures: list[str] = field(default_factory=list)

    def take(self, outcome: "Added | Failure") -> None:
        """Count one outcome."""
        from aide_memoire.records import Failure

        if isinstance(outcome, Failure):
            self.failures.append(word_failure(outcome))
            return
        self.new += outcome.new
        self.known += not outcome.new
        self.statements += outcome.statements
        self.made += outcome.made
        self.restated += outcome.restated
        self.copies += outcome.copy_of is not None

    def summarise(self) -> str:
        """Say it in two lines."""
        return (
            f"documents: {self.new} new, {self.known} known, {len(self.failures)} failed"
            f"{self._say_copies()}{self._say_dated_anew()}\n"
            f"statements: {self.statements}; commitments: {self.made} new, {self.restated} restated"
        )

    def _say_copies(self) -> str:
        """How many of the new print again what another document says."""
        if not self.copies:
            return ""
        which = "copies" if self.copies > 1 else "a copy"
        return f"\n{self.copies} of the new: {which} of another's text, counted once"

    def _say_dated_anew(self) -> str:
        """How many of the new are known texts with a date that was given now."""
        if not self.dated_anew:
            return ""
        return f"\n{self.dated_anew} of the new: known, but without this date; the earlier reading is kept, unused"


@click.command(short_help="Read documents into the ledger.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@takes_ledger
@takes_given
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    ledger: str,
    date: str | None,
    url: str | None,
    publisher: str | None,
) -> None:
    """Read documents into the ledger, which is created where there is none. Adding twice changes nothing.

    SOURCE is a text or HTML file, a JSONL file (also .gz), an RSS or Atom file, a folder, a pattern, or - for
    standard input. Ctrl-C loses nothing that was added: each document is saved as a whole or not at all.

    A document that is there without a date, or with another, is read again as of --date and replaces the earlier
    reading, which is kept but no longer answered from.

    \b
    Examples:
      aide-memoire add reports/
      aide-memoire add crawl.jsonl.gz --ledger crawl.db
      aide-memoire add page.html --date 2021-01-21 --publisher "Yonhap"

    Exit status: 0 if all were added, 1 if some failed, 2 if the command was not understood, 130 after Ctrl-C.
    """
    from aide_memoire.records import Metadata

    tally = Tally()
    given = Metadata(published=date, url=url, publisher=publisher)
    try:
        _add_all(sources, ledger, given, tally)
    except KeyboardInterrupt:
        _report(tally)
        click.echo(f"Interrupted. {_say_saved(ledger)}", err=True)
        context.exit(INTERRUPTED)
    except LedgerError:
        # What became of the ledger is said where all errors are; before the first document there is nothing to count.
        if tally != Tally():
            _report(tally)
            click.echo(_say_saved(ledger), err=True)
        raise
    _report(tally)
    context.exit(1 if tally.failures else 0)


def _add_all(sources: tuple[str, ...], where: str, given: "Metadata", tally: Tally) -> None:
    from aide_memoire.ledger import open_ledger
    from aide_memoire.pipeline import add_sources

    at = datetime.now(UTC).isoformat(timespec="seconds")
    stdin = get_stdin(sources)
    with open_ledger(where, create=True) as ledger, _show_progress(sources) as progress:
        before = ledger.counts().dated_anew if given.published else 0
        for outcome in add_sources(sources, ledger, given=given, at=at, stdin=stdin):
            tally.take(outcome)
            progress.advance(progress.task_ids[0])
        if given.published:
            tally.dated_anew = ledger.counts().dated_anew - before


@contextmanager
def _show_progress(sources: tuple[str, ...]) -> Iterator["Progress"]:
    """A bar on stderr, where that is a terminal; without an end where the number of documents is not known."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from aide_memoire.sources import count_sources

    is_shown = sys.stderr is not None and sys.stderr.isatty()
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not is_shown, transient=True) as progress:
        progress.add_task("", total=count_sources(sources) if is_shown else None)
        yield progress


def _say_saved(ledger: str) -> str:
    return f"What is counted here is saved in {name_ledger(ledger)}; add the same again to go on."


def _report(tally: Tally) -> None:
    for line in tally.failures:
        click.echo(line, err=True)
    click.echo(tally.summarise())
