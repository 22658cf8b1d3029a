"""Write docs/cli.md from the commands themselves: `python scripts/cli_reference.py`; `--check` only compares.

The reference is what `--help` prints, so that it cannot say anything else.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from aide_memoire.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
WIDTH = 100

_HEAD = """# The command line

Written from the commands by `python scripts/cli_reference.py`; what it says is what `--help` says.
"""


def write_reference() -> str:
    """Write the page: the group, then each command, under the words that one types."""
    return "\n".join([_HEAD, *_iter_parts()])


def iter_commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, the group first."""
    yield from iter_below("aide-memoire", main)


def iter_below(words: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and, if it is a group, those below it."""
    yield words, command
    if isinstance(command, click.Group):
        for name, each in sorted(command.commands.items()):
            yield from iter_below(f"{words} {name}", each)


def _iter_parts() -> Iterator[str]:
    for words, command in iter_commands():
        context = click.Context(command, info_name=words, terminal_width=WIDTH, help_option_names=["-h", "--help"])
        yield f"## {words}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(
            0 if PAGE.read_text(encoding="utf-8") == write_reference() else f"{PAGE} is out of date: run {__file__}"
        )
    PAGE.write_text(write_reference(), encoding="utf-8")
