"""The options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

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


def _check_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from aide_memoire.dates.edtf import is_edtf

    if not is_edtf(value):
        raise click.BadParameter(f"{value!r} is no date. Write a day, month or year such as 2021-01-21 or 2021-01.")
    return value


_GIVEN = (
    click.option(
        "--date",
        metavar="DATE",
        callback=_check_date,
        help="The date of publication, such as 2021-01-21 or 2021-01; outranks what the text says.",
    ),
    click.option("--url", metavar="URL", help="The address that the text comes from; it is noted, never fetched."),
    click.option("--publisher", metavar="NAME", help="Who published it."),
)
