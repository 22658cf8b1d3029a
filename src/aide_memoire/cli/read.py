"""`aide-memoire read`: what a source says, without keeping it."""

from typing import TYPE_CHECKING

import click

from aide_memoire.cli.options import get_stdin, takes_given, takes_min_score
from aide_memoire.cli.output import echo, word_failure

if TYPE_CHECKING:
    from aide_memoire.records import Metadata, Reading


@click.command(short_help="Print what documents say, without keeping it.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@takes_given
@click.option("--json", "as_json", is_flag=True, help="Print the exchange format: one JSON object a document and line.")
@takes_min_score
@click.option("--explain", is_flag=True, help="Say beside each statement how sure its head and each cell are, and why.")
@click.pass_context
def read(
    context: click.Context,
    sources: tuple[str, ...],
    date: str | None,
    url: str | None,
    publisher: str | None,
    as_json: bool,
    min_score: float,
    explain: bool,
) -> None:
    """Read documents and print what they say: the head, commitments, events, what was taken off the page.

    SOURCE is a text or HTML file, a JSONL file (also .gz), a feed, a folder, a pattern, or - for standard input.

    \b
    What stands with a statement:
      core        somebody is bound to it, or it happened; `brief` shows these alone
      not core    it is merely discussed, hoped for or a formula
      score       how sure the reader is that the text says it, from 0 to 1
      not stated  what the text leaves open at this place: nobody, or nothing, is named there

    \b
    Examples:
      aide-memoire read report.txt
      aide-memoire read page.html --date 2021-01-21 --publisher "Yonhap"
      aide-memoire read reports/*.txt --json > readings.jsonl
      aide-memoire read report.txt --explain --min-score 0.8
      curl -s https://example.org/news | aide-memoire read - --url https://example.org/news

    Exit status: 0 if all were read, 1 if some failed, 2 if the command was not understood.
    """
    from aide_memoire.pipeline import read_sources
    from aide_memoire.records import Failure, Metadata

    given = Metadata(published=date, url=url, publisher=publisher)
    failed = 0
    for outcome in read_sources(sources, given=given, stdin=get_stdin(sources)):
        if isinstance(outcome, Failure):
            failed += 1
            click.echo(word_failure(outcome), err=True)
        else:
            _print_reading(outcome, given, as_json=as_json, min_score=min_score, explain=explain)
    context.exit(1 if failed else 0)


def _print_reading(reading: "Reading", given: "Metadata", *, as_json: bool, min_score: float, explain: bool) -> None:
    import msgspec

    from aide_memoire.views.reading import drop_below, show_reading

    kept = drop_below(reading, min_score)
    if as_json:
        click.echo(msgspec.json.encode(kept))
    else:
        echo(show_reading(kept, given=given, dropped=len(reading.statements) - len(kept.statements), explain=explain))
