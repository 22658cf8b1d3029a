"""The ledger as the other stages see it: a handful of methods, each one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from aide_memoire.dates import to_edtf_day
from aide_memoire.ledger import copies, reader, writer
from aide_memoire.ledger.faults import explained
from aide_memoire.ledger.linking import Linking
from aide_memoire.ledger.reader import LedgerCounts
from aide_memoire.ledger.sqlite import WRITING
from aide_memoire.records import Commitment, Document, Failure, Occurrence, Reading, Source


class Ledger:
    """What has been read, and what became of it. `open_ledger` makes one; use it in a `with` block.

    Every `at` is the time of recording as the caller's clock has it, in ISO 8601 ("2021-01-21T10:00:00Z").
    """

    def __init__(self, engine: Engine, where: str, *, published: str | None = None) -> None:
        """Stand on an engine whose schema is the newest; `where` names the ledger in messages."""
        self._engine = engine
        self._where = where
        self._published = published

    def dated(self, published: str | None) -> Self:
        """Give the same ledger for sources whose date the user gave: one that is known with another date is not known.

        `ledger.dated("2021-01-21").find_document(source)` is None where the document has no date or another one, so
        that it is read and added again. Without a date it is the ledger itself. Raises `DateError` if it is no date.
        """
        if published is None:
            return self
        return type(self)(self._engine, self._where, published=to_edtf_day(published))

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def close(self) -> None:
        """Close every connection; what was added is on the disk already."""
        self._engine.dispose()

    # --- in ---------------------------------------------------------------------------------------------------------

    def add(self, source: Source, reading: Reading, *, at: str, reader: str = "") -> bool:
        """Store a document with its statements; say whether the document was new.

        All or nothing. A document that is there already stays as it was first read: the same source again changes
        nothing, the same bytes under another name add only that name. `reader` names what read it. One whose date was
        given, and is not the one that it was known with, stands in the place of the earlier from then on; that stays
        stored, and in no answer. What had links to its commitments is then in `iter_unfollowed`.
        Raises `LedgerError` where a span's words are not those of the text, or another text has the document's id.
        """
        with self._writing() as connection:
            return writer.add(connection, source, reading, at=at, reader=reader)

    def add_failure(self, failure: Failure, *, at: str) -> None:
        """Store what could not be read; the same failure twice is one row, with the first time."""
        with self._writing() as connection:
            writer.add_failure(connection, failure, at=at)

    def find_document(self, source: Source) -> str | None:
        """Give the id of the document that was made of this source, before the trouble of reading it again.

        It is known by its bytes and its name; of a record of a file (`PATH#ID`) only the ID counts.
        """
        with self._reading() as connection:
            return reader.find_document(connection, source, published=self._published)

    @contextmanager
    def linking(self, *, at: str) -> Iterator[Linking]:
        """Lend the rows that `following` joins, in one transaction; an exception in the block undoes all of it."""
        with self._writing() as connection:
            yield Linking(connection, at=at)

    # --- out --------------------------------------------------------------------------------------------------------

    def iter_commitments(self, *, as_of: date | None = None, known_at: date | None = None) -> Iterator[Commitment]:
        """Iterate over the commitments, by id; as of a day, over those that what was published by then makes.

        A document counts once the last day that its date can mean has come. One without a date is left out of every
        answer as of a day (`counts().undated` says how many there are), and stands last in the others. `known_at` asks
        for what the ledger had read and linked by the end of that day (UTC), whatever it found out afterwards.
        """
        with self._reading() as connection:
            yield from reader.iter_commitments(connection, as_of=as_of, known_at=known_at)

    def get_commitment(
        self, id_or_prefix: str, *, as_of: date | None = None, known_at: date | None = None
    ) -> Commitment | None:
        """Give one commitment by its id or the beginning of it ("c3f"), None if there is none.

        The id of a former one, whose maker turned out to restate an older statement, leads to what it belongs to now.
        Raises `LedgerError` that lists the candidates where the beginning fits several.
        """
        with self._reading() as connection:
            return reader.get_commitment(connection, id_or_prefix, as_of=as_of, known_at=known_at)

    def iter_occurrences(self, *, as_of: date | None = None, known_at: date | None = None) -> Iterator[Occurrence]:
        """Iterate over the asserted events with a day, whatever they are linked to; as of a day, what was published.

        It passes over every event statement, so ask only where something depends on it.
        """
        with self._reading() as connection:
            yield from reader.iter_occurrences(connection, as_of=as_of, known_at=known_at)

    def get_document(self, document_id: str) -> Document | None:
        """Give one document, None if there is none of that id."""
        with self._reading() as connection:
            return reader.get_document(connection, document_id)

    def find_original(self, document_id: str) -> str | None:
        """Give the id of the document that this one is a copy of; None if it is an original, or not there."""
        with self._reading() as connection:
            return copies.find_original(connection, document_id)

    def iter_failures(self) -> Iterator[Failure]:
        """Iterate over what could not be read, in the order in which it first failed."""
        with self._reading() as connection:
            yield from reader.iter_failures(connection)

    def iter_unfollowed(self) -> Iterator[str]:
        """Iterate over the ids of documents to follow: stored and not yet followed, as after a killed process, or
        without their links since a document came to stand in the place of another."""
        with self._reading() as connection:
            yield from reader.iter_unfollowed(connection)

    def iter_undated(self) -> Iterator[str]:
        """Iterate over the names of the sources whose documents have no date, which no answer as of a day has."""
        with self._reading() as connection:
            yield from reader.iter_undated(connection)

    def counts(self) -> LedgerCounts:
        """Count what is in the ledger."""
        with self._reading() as connection:
            return reader.counts(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._where), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self._where), self._engine.execution_options(**{WRITING: True}).begin() as connection:
            yield connection
