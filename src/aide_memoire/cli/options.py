"""The options that several commands share."""

import math
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, BinaryIO

import click

from aide_memoire.cli.spells import check_spell

DEFAULT_LEDGER = "aide-memoire.db"

type Command = Callable[..., Any]


def takes_ledger(command: Command) -> Command:
    """Give a command `--ledger`."""
    return click.option(
        "--ledger",
        metavar="PATH",
        default=DEFAULT_LEDGER,
        envvar="AIDE_MEMOIRE_LEDGER",
        show_default=True,
        show_envvar=True,
        help="The ledger: a file, or the address of a database.",
    )(command)


def name_ledger(where: str) -> str:
    """The ledger as a message may name it: a path; never the address of a database, which can hold a password."""
    return "the ledger" if "://" in where else where


def takes_given(command: Command) -> Command:
    """Give a command `--date`, `--url` and `--publisher`, which outrank what a document says of itself."""
    for option in reversed(_GIVEN):
        command = option(command)
    return command


def takes_min_score(command: Command) -> Command:
    """Give a command `--min-score`."""
    return click.option(
        "--min-score",
        type=click.FloatRange(0, 1),
        callback=_check_score,
        default=0.0,
        show_default=True,
        help="Leave out statements whose score is lower.",
    )(command)


def takes_as_of(command: Command) -> Command:
    """Give a command `--as-of`, today where it is not given."""
    return click.option(
        "--as-of",
        metavar="DATE",
        callback=_check_as_of,
        help="Answer as of this day, such as 2021-06-30: with what had been published then.  [default: today]",
    )(command)


def takes_known_at(command: Command) -> Command:
    """Give a command `--known-at`."""
    return click.option(
        "--known-at",
        metavar="DATE",
        callback=check_day,
        help="Answer with what the ledger had read and linked by the end of this day (UTC), whatever it found out "
        "afterwards.",
    )(command)


def takes_within(command: Command) -> Command:
    """Give a command `--within`."""
    return click.option(
        "--within",
        metavar="SPELL",
        default="90d",
        show_default=True,
        callback=check_spell,
        help="How far to look ahead for deadlines: days, weeks, months or years, such as 90d, 12w, 6m, 1y.",
    )(command)


def get_stdin(sources: Iterable[str]) -> BinaryIO | None:
    """Standard input where a source is "-"; None where none is, or where standard input is closed."""
    return sys.stdin.buffer if "-" in sources and sys.stdin is not None else None


def _check_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from aide_memoire.dates.edtf import is_edtf

    if not is_edtf(value):
        raise click.BadParameter(f"{value!r} is no date. Write a day, month or year such as 2021-01-21 or 2021-01.")
    return value


def check_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """The day that an option names, such as 2021-06-30; a message for anything else."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day. Write one such as 2021-06-30.") from error


def _check_as_of(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """The day that is asked for, today if none is named."""
    return check_day(context, parameter, value) or datetime.now().astimezone().date()


def _check_score(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    """The score that an option names; a message for what is no number."""
    if math.isnan(value):
        raise click.BadParameter("nan is no score. Write a number from 0 to 1, such as 0.5.")
    return value


def _check_words(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Words as they were given; a message where a byte of them is no text."""
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter(f"{value!r} holds a byte that is no UTF-8. Write it as UTF-8.") from error
    return value


_GIVEN = (
    click.option(
        "--date",
        metavar="DATE",
        callback=_check_date,
        help="The date of publication, such as 2021-01-21 or 2021-01; outranks what the text says.",
    ),
    click.option(
        "--url",
        metavar="URL",
        callback=_check_words,
        help="The address that the text comes from; it is noted, never fetched.",
    ),
    click.option("--publisher", metavar="NAME", callback=_check_words, help="Who published it."),
)
