"""How much of one source is read."""

from ..records import Record


class Limits(Record, frozen=True, kw_only=True):
    """The largest page, text, feed or JSONL line that is read, in bytes; a JSONL file as a whole has no limit.

    `bad_lines` is how many lines in a row may fail before a JSONL file is given up as something else.
    """

    document_bytes: int = 20_000_000
    bad_lines: int = 20


DEFAULT_LIMITS = Limits()
