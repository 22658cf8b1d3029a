"""Saving a text in the file that the user named: whole or not at all, and never in the place of the ledger."""

import errno
import os
import secrets
from pathlib import Path

import click

from aide_memoire.cli.options import Command
from aide_memoire.errors import LedgerError

STDOUT = Path("-")


def check_output(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    """The file that `--output` names, None for standard output; a message for an empty name."""
    # click makes a path of the empty name, which is that of the folder one is in, and a folder is refused before.
    if value == Path():
        raise click.BadParameter("The name is empty. Name a file, or - for standard output.")
    return None if value == STDOUT else value


def takes_output(command: Command) -> Command:
    """Give a command `--output`."""
    return click.option(
        "--output",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        callback=check_output,
        help="Write to this file, replacing it, and not to standard output.",
    )(command)


def check_is_apart(output: Path, ledger: str) -> None:
    """Raise `LedgerError` where a file is the ledger, or one that its database keeps beside it."""
    from aide_memoire.ledger.opening import list_files

    if any(_is_same(output, file) for file in list_files(ledger)):
        raise LedgerError(f"{output} belongs to the ledger", remedy="Name another file to write to")


def save(output: Path, content: bytes) -> None:
    """Write a file, replacing it at once when all of it is on the disk: what was there stays where that fails.

    A file that stands for a device or a pipe is written to as it is. Raises `LedgerError` with what to do.
    """
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(output)), content)
    except OSError as error:
        raise LedgerError(f"cannot write {output}: {error.strerror}", remedy=_advise(error)) from error


def _replace(output: Path, content: bytes) -> None:
    """Write beside a file, with its mode or the usual one, and put that in its place."""
    mode = output.stat().st_mode & 0o777 if output.exists() else None
    if mode is not None and not os.access(output, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = output.with_name(f".aide-memoire-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(output)
    finally:
        beside.unlink(missing_ok=True)


def _advise(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some space, or name a file on another disk"
    return "Name a file in a folder that exists and may be written"


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.realpath(one) == str(other) or one.samefile(other)
    except OSError:
        return False  # one of them is not there
