"""Which files the user's words name: a file, a folder, a pattern."""

import glob
import logging
import re
from pathlib import Path

from ..errors import SourceError
from .media import SUFFIXES, suffix_kind

logger = logging.getLogger(__name__)

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def find_paths(argument: str) -> list[Path]:
    """The files that one argument names: "talks.txt" one, "reports/" those below it, "2021-*.txt" those that match.

    A folder is searched for the known suffixes, without hidden files and without links that lead out of it. Raises
    SourceError where there are none.
    """
    if _ADDRESS.match(argument):
        raise SourceError(
            f"{argument} is an address, and nothing is fetched from the network",
            remedy="Save the page and give the file.",
        )
    path = Path(argument)
    try:
        if path.is_dir():
            return _folder(path)
        if path.exists():
            return [path]
    except (OSError, ValueError) as error:
        raise SourceError(f"{argument!r} is not a path: {error}", remedy="Give a file or a folder.") from error
    if glob.has_magic(argument):
        return _pattern(argument)
    raise SourceError(f"{argument} does not exist", remedy="Check the spelling and the folder you are in.")


def _pattern(argument: str) -> list[Path]:
    found = glob.iglob(argument, recursive=True)  # noqa: PTH207 - Path.glob refuses absolute patterns
    matches = [Path(match) for match in sorted(found)]
    files = [path for match in matches for path in (_search(match) if match.is_dir() else [match])]
    if not files:
        raise SourceError(f"nothing matches {argument}", remedy="Check the pattern and the folder you are in.")
    return files


def _folder(folder: Path) -> list[Path]:
    files = _search(folder)
    if not files:
        known = " ".join(SUFFIXES)
        raise SourceError(f"the folder {folder} holds no readable file", remedy=f"It is searched for {known}.")
    return files


def _search(folder: Path) -> list[Path]:
    """The readable files below a folder, sorted."""
    root = folder.resolve()
    found = []
    for parent, folders, names in folder.walk(follow_symlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [parent / name for name in names if _is_wanted(parent / name, root=root)]
    return sorted(found)


def _is_wanted(path: Path, *, root: Path) -> bool:
    if path.name.startswith(".") or suffix_kind(path.name) is None:
        return False
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        logger.info("%s leads out of the folder and is skipped", path)
        return False
    return path.is_file()
