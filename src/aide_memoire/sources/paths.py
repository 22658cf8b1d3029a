"""Which files the user's words name: a file, a folder, a pattern."""

import glob
import logging
import re
from pathlib import Path

from ..errors import SourceError
from ..records import Failure
from .media import SUFFIXES, suffix_kind

logger = logging.getLogger(__name__)

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_DENIED = "Check that it is yours to read."
_NO_FILE = "It is searched for " + " ".join(SUFFIXES) + "."

type Found = list[Path | Failure]


def find_paths(argument: str) -> Found:
    """The files that one argument names: "talks.txt" one, "reports/" those below it, "2021-*.txt" those that match.

    A folder is searched for the known suffixes, without hidden files and without links that lead out of it; one inside
    it that may not be read is a failure in its place. Raises SourceError where there are none.
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
        raise _not_a_path(argument, error) from error
    if glob.has_magic(argument):
        return _pattern(path)
    raise SourceError(f"{argument} does not exist", remedy="Check the spelling and the folder you are in.")


def _not_a_path(argument: str, error: OSError | ValueError) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceError(f"{argument} cannot be read: permission denied", remedy=_DENIED)
    return SourceError(f"{argument!r} is not a path: {error}", remedy="Give a file or a folder.")


def _folder(folder: Path) -> Found:
    found = _search(folder)
    if not found:
        raise SourceError(f"the folder {folder} holds no readable file", remedy=_NO_FILE)
    return found


def _search(folder: Path) -> Found:
    """The readable files below a folder, sorted, then what of it may not be searched."""
    root = folder.resolve()
    denied: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in folder.walk(follow_symlinks=False, on_error=denied.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [
            parent / name
            for name in names
            if not name.startswith(".") and suffix_kind(name) and _is_file_inside(parent / name, root=root)
        ]
    return [*sorted(files), *map(_unsearched, denied)]


def _unsearched(error: OSError) -> Failure:
    why = "permission denied" if isinstance(error, PermissionError) else error.strerror or error
    folder = str(error.filename)
    return Failure(source=folder, stage="source", message=f"the folder {folder} cannot be read: {why}", remedy=_DENIED)


def _pattern(pattern: Path) -> Found:
    """The files that match, and those of the folders that do: each once, however many links lead to it."""
    fixed = next(number for number, part in enumerate(pattern.parts) if glob.has_magic(part))
    root = Path(*pattern.parts[:fixed])
    # `**` beside other characters of a name means no more than `*`, and pathlib refuses it.
    parts = [part if part == "**" else re.sub(r"\*{2,}", "*", part) for part in pattern.parts[fixed:]]
    try:
        # The glob module would follow links that lead in circles; pathlib follows none for `**`.
        matches = [match for match in root.glob("/".join(parts)) if _is_seen(match, root, parts)]
    except (OSError, ValueError) as error:
        raise _not_a_path(str(pattern), error) from error
    inside = root.resolve()
    found = _denied(root) if parts[0] == "**" else []
    for match in sorted(matches):
        if _is_folder(match) and match.resolve().is_relative_to(inside):
            found += _search(match)
        elif _is_file_inside(match, root=inside):
            found.append(match)
    if not found:
        raise SourceError(f"nothing matches {pattern}", remedy="Check the pattern and the folder you are in.")
    return _once(found)


def _denied(root: Path) -> Found:
    """The folders below one that may not be searched, which pathlib passes over in silence."""
    denied: list[OSError] = []
    for _, folders, _ in root.walk(follow_symlinks=False, on_error=denied.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
    return [*map(_unsearched, denied)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except PermissionError:
        return False


def _is_seen(match: Path, root: Path, parts: list[str]) -> bool:
    """Whether nothing on the way to a match is hidden, unless the pattern asks for it."""
    asked = any(part.startswith(".") for part in parts)
    return asked or not any(part.startswith(".") for part in match.relative_to(root).parts)


def _once(found: Found) -> Found:
    """Each file under one name, which is the shortest."""
    paths = sorted((path for path in found if isinstance(path, Path)), key=lambda path: (len(path.parts), path))
    names: dict[Path, Path] = {}
    for path in paths:
        names.setdefault(path.resolve(), path)
    failures = {failure.source: failure for failure in found if isinstance(failure, Failure)}
    return [*sorted(names.values()), *failures.values()]


def _is_file_inside(path: Path, *, root: Path) -> bool:
    try:
        if not path.resolve().is_relative_to(root):
            logger.info("%s leads out of the folder and is skipped", path)
            return False
        return path.is_file()
    except PermissionError:
        return True  # it is there, and the reading of it says what is wrong
    except (OSError, RuntimeError) as error:  # a link to itself, which pathlib reports as the latter
        logger.info("%s leads nowhere and is skipped: %s", path, error)
        return False
