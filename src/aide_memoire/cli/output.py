"""Writing to the terminal: UTF-8 whatever the locale, laid out for people, plain where it is piped."""

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from aide_memoire.views.plain import plain_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from aide_memoire.records import Failure

WIDTH = 100


def speak_utf8() -> None:
    """Make both output streams UTF-8, also under LANG=C; what cannot be encoded is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence() -> None:
    """Let both output streams lead nowhere, once one of them takes nothing more.

    Otherwise Python fails at its end on what is left in them, with a message of its own.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def lay_out(renderable: "RenderableType", *, plain: bool = False) -> str:
    """Lay out in at most 100 columns; with bold and underlining only where stdout is a terminal, and not if `plain`."""
    from rich.console import Console

    is_terminal = sys.stdout.isatty() and not plain
    console = Console(
        file=sys.stdout if is_terminal else io.StringIO(),
        force_terminal=is_terminal,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.width = min(console.width, WIDTH) if is_terminal else WIDTH
    with console.capture() as capture:
        console.print(renderable)
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())


def echo(renderable: "RenderableType") -> None:
    """Print to stdout."""
    click.echo(lay_out(renderable), nl=False)


def word_failure(failure: "Failure") -> str:
    """One line for a source that failed: where, what is wrong, what to do."""
    return plain_line(f"{failure.source}: {failure.message}. {failure.remedy}")
