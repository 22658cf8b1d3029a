"""`aide-memoire export`: the ledger for other programs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from aide_memoire.cli.options import check_day, takes_ledger
from aide_memoire.cli.save import check_is_apart, save, takes_output


@click.command(short_help="Write all commitments for other programs.")
@takes_ledger
@click.option(
    "--as-of",
    metavar="DATE",
    callback=check_day,
    help="As of this day, such as 2021-06-30: with what had been published then.  [default: all that was read]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="jsonl is one commitment a line.",
)
@takes_output
def export(ledger: str, as_of: date | None, form: str, output: Path | None) -> None:
    """Write every commitment with its assessment and its statements: what each does to it, where it stands, its cells.

    \b
    Examples:
      aide-memoire export > commitments.jsonl
      aide-memoire export --as-of 2022-06-01 --output then.jsonl
    """
    del form  # there is one so far
    if output is None:
        for line in _iter_lines(ledger, as_of):
            click.echo(line, nl=False)
        return
    check_is_apart(output, ledger)
    save(output, b"".join(_iter_lines(ledger, as_of)))


def _iter_lines(where: str, as_of: date | None) -> Iterator[bytes]:
    from aide_memoire.following import iter_dated
    from aide_memoire.ledger import open_ledger
    from aide_memoire.views.export import iter_lines

    with open_ledger(where, create=False) as ledger:
        yield from iter_lines(iter_dated(ledger, as_of=as_of))
