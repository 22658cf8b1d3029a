"""What a database complains of, said so that one can act on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import DBAPIError

from aide_memoire.errors import LedgerError

_RESTORE = "Restore it from a copy, or add its sources to a new ledger"
_REMEDIES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_NOTADB: ("is not a database file", "Choose another path; the file was left as it is"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", _RESTORE),
    sqlite3.SQLITE_BUSY: ("is locked by another program", "Wait until that program is done, then try again"),
    sqlite3.SQLITE_LOCKED: ("is locked by another program", "Wait until that program is done, then try again"),
    sqlite3.SQLITE_READONLY: ("may not be written", "Allow writing to the file and its folder, or copy it elsewhere"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check that the file and its folder may be read and written"),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Free some space, then run the same command again"),
}
_DAMAGE = ("no such table", "no such column", "Could not decode")
"""How SQLite's and its driver's complaints begin that have no code of their own and mean a damaged ledger."""


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn the database's own errors, inside the block, into `LedgerError`s that name the ledger and a remedy."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"What was to be stored in {where} holds {error.object[error.start]!r}, which is no character",
            remedy="Save the source as UTF-8, then add it again; nothing was written",
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise damaged(where, f"a record in it cannot be read ({error})") from error
    except DBAPIError as error:
        raise _explain(where, error.orig) from error
    except sqlite3.Error as error:
        raise _explain(where, error) from error


def damaged(where: str, problem: str) -> LedgerError:
    """The error for a ledger whose content is not what this program wrote."""
    return LedgerError(f"The ledger {where} is damaged: {problem}", remedy=_RESTORE)


def _explain(where: str, error: BaseException | None) -> LedgerError:
    # An extended code keeps its primary code in the low byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _REMEDIES:
        problem, remedy = _REMEDIES[code]
        return LedgerError(f"The ledger {where} {problem}", remedy=remedy)
    if str(error).startswith(_DAMAGE):
        return damaged(where, str(error))
    return LedgerError(f"The ledger {where} refused: {error}", remedy="Nothing was written; see the message")
