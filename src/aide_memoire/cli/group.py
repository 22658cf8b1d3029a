"""The group of commands: every expected error becomes one plain message with its remedy, never a traceback."""

import sys
from contextlib import suppress
from typing import IO, Any

import click

from aide_memoire.cli.output import silence, speak_utf8
from aide_memoire.errors import AideMemoireError
from aide_memoire.views.plain import plain_line

INTERRUPTED = 130


class Trouble(click.ClickException):
    """An error as the user sees it, on stderr: what is wrong, and what to do."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it on one line; what a page or path put into it moves no cursor."""
        click.echo(f"aide-memoire: {plain_line(self.message)}", file=file, err=file is None)


class Commands(click.Group):
    """A group whose commands may raise AideMemoireError, and which answers Ctrl-C with the shell's status for it."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program; output that goes nowhere, closed or on a full disk, becomes a message too."""
        if sys.stdout is None:
            _say("standard output is closed. Send it to a file, or to /dev/null")
            sys.exit(1)
        try:
            return super().main(*args, **extra)
        except OSError as error:
            if error.filename is not None:
                raise  # a file, and not one of the output streams, which have no name
            with suppress(OSError):
                _say(f"the output cannot be written: {error.strerror}. Send it to where there is room for it")
            silence()
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; its errors of type AideMemoireError become messages."""
        speak_utf8()
        try:
            return super().invoke(ctx)
        except AideMemoireError as error:
            raise Trouble(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


def _say(message: str) -> None:
    click.echo(f"aide-memoire: {plain_line(message)}", err=True)
