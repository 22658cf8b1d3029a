"""`aide-memoire timeline`: commitments over time, as a dated list or as a chart."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aide_memoire.cli.asking import asking_as_of_a_day, find_commitment
from aide_memoire.cli.options import takes_as_of, takes_ledger
from aide_memoire.cli.output import echo, lay_out
from aide_memoire.cli.save import check_is_apart, save, takes_output
from aide_memoire.errors import LedgerError

if TYPE_CHECKING:
    from aide_memoire.views.timeline import Timeline


@click.command(short_help="Lay commitments out over time, as a list or a chart.")
@click.argument("id", required=False)
@takes_ledger
@click.option("--instrument", metavar="NAME", help="Only what was undertaken under this instrument, by name or id.")
@click.option(
    "--holder",
    metavar="NAME",
    help="Only what this actor undertook: its name, or the name or code of its state, such as KOR.",
)
@takes_as_of
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "svg", "png", "html"]),
    default="text",
    show_default=True,
    help="text is a dated list; the others draw a chart of 60 commitments at most, and need the extra `charts`.",
)
@takes_output
def timeline(
    id: str | None,
    ledger: str,
    instrument: str | None,
    holder: str | None,
    as_of: date,
    form: str,
    output: Path | None,
) -> None:
    """Lay commitments out over time: when each was made and what was reported of it since, when it is due, and the day.

    ID is the id of one commitment, or its beginning, as `aide-memoire brief` prints it in brackets. Names are taken in
    capitals or small letters. In a chart, the shape of a point says what the report does to the commitment; html is
    one file without scripts that shows the quotes too.

    \b
    Examples:
      aide-memoire timeline 3fa9c21b
      aide-memoire timeline --holder KOR --as-of 2021-06-30
      aide-memoire timeline --instrument "Panmunjom Declaration" --format html --output timeline.html
    """
    if output is not None:
        check_is_apart(output, ledger)
    elif form == "png" and sys.stdout.isatty():
        raise click.UsageError("A picture cannot be printed on a terminal: name a file with --output.")
    laid = _load_timeline(ledger, id, holder=holder, instrument=instrument, as_of=as_of, is_chart=form != "text")
    if output is not None:
        save(output, _render(laid, form))
    elif form == "text":
        _echo(laid)
    else:
        click.echo(_render(laid, form), nl=False)


def _load_timeline(
    where: str, id: str | None, *, holder: str | None, instrument: str | None, as_of: date, is_chart: bool
) -> "Timeline":
    from aide_memoire.following import date_due, iter_dated
    from aide_memoire.views.timeline import MOST_ROWS, lay_over_time
    from aide_memoire.views.timeline_selection import select

    with asking_as_of_a_day(where) as ledger:
        known = (
            iter_dated(ledger, as_of=as_of)
            if id is None
            else [date_due(ledger, find_commitment(ledger, id, where=where, as_of=as_of), as_of=as_of)]
        )
        chosen = select(known, holder=holder, instrument=instrument)
        return lay_over_time(chosen, ledger.get_document, as_of=as_of, most=MOST_ROWS if is_chart else None)


def _render(laid: "Timeline", form: str) -> bytes:
    """The whole in a format: a picture, or text as UTF-8."""
    if form == "html":
        from aide_memoire.views.timeline_html import write_timeline_page

        return write_timeline_page(laid).encode("utf-8", errors="backslashreplace")
    if form == "text":
        from aide_memoire.views.timeline_text import show_timeline

        return lay_out(show_timeline(laid), plain=True).encode("utf-8", errors="backslashreplace")
    if not laid.rows:
        raise LedgerError("no commitment was known on this day, so there is nothing to draw", remedy="Give a later day")
    from aide_memoire.views.timeline_picture import write_png, write_svg

    return write_png(laid) if form == "png" else write_svg(laid).encode("utf-8")


def _echo(laid: "Timeline") -> None:
    from aide_memoire.views.timeline_text import show_timeline

    echo(show_timeline(laid))
