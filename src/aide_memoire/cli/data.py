"""`aide-memoire data`: the open data set of annotated commitments."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from aide_memoire.cli.output import word_failure

if TYPE_CHECKING:
    from aide_memoire.records import Source

ANNOTATIONS = "data/commitments/annotations.jsonl"


@click.group(short_help="The open data set of annotated commitments.")
def data() -> None:
    """Work with the open data set of annotated commitments, which holds offsets and labels but no text.

    \b
    Examples:
      aide-memoire data join texts/ --output joined.jsonl
    """


@data.command(short_help="Put annotations and texts together.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--annotations",
    "annotations_path",
    metavar="PATH",
    default=ANNOTATIONS,
    show_default=True,
    type=click.Path(path_type=Path),
    help="The annotations, one document a line.",
)
@click.option(
    "--output",
    metavar="FILE",
    default="-",
    show_default="stdout",
    type=click.File("wb", lazy=True, atomic=True),
    help="Where the joined documents go, one JSON object a line.",
)
def join(sources: tuple[str, ...], annotations_path: Path, output: BinaryIO) -> None:
    """Put annotations and the texts that they point into together, for whoever has the texts.

    SOURCE is a file, folder, pattern or JSONL, as for `aide-memoire read`. A text is known by its content, whatever it
    is called. The texts that are missing are listed on stderr, with their address where they have one; the exit status
    is 1 then.

    \b
    Examples:
      aide-memoire data join texts/ --output joined.jsonl
      aide-memoire data join corpus.jsonl.gz reports/*.txt --output joined.jsonl
    """
    import msgspec

    from aide_memoire.annotations import join as join_texts
    from aide_memoire.annotations import load_annotations

    annotated = load_annotations(annotations_path)
    found = set()
    for document in join_texts(annotated, iter_read(sources)):
        output.write(msgspec.json.encode(document) + b"\n")
        found.add(document.annotation.id)
    missing = [document for document in annotated if document.id not in found]
    for absent in missing:
        click.echo(f"missing: {absent.id} {absent.url or ''}".rstrip(), err=True)
    click.echo(f"{len(found)} of {len(annotated)} annotated documents joined, {len(missing)} texts missing", err=True)
    if missing:
        click.get_current_context().exit(1)


def iter_read(arguments: tuple[str, ...]) -> "Iterator[Source]":
    """Iterate over the texts that the arguments name; what cannot be read is said on stderr."""
    from aide_memoire.records import Source
    from aide_memoire.sources import iter_sources

    for source in iter_sources(arguments):
        if isinstance(source, Source):
            yield source
        else:
            click.echo(word_failure(source), err=True)
