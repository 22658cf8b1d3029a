"""What can go wrong, as types. A message names the value, the place and the remedy."""


class AideMemoireError(Exception):
    """The base of every error that the program raises on purpose: `message` says what is wrong, `remedy` what to do."""

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(f"{message}. {remedy}")
        self.message = message
        self.remedy = remedy


class SourceError(AideMemoireError):
    """A file, page or record cannot be read: missing, binary, too large, not a format that is known."""


class DocumentError(AideMemoireError):
    """A source was read but holds no text that a document could be made of."""


class DateError(AideMemoireError):
    """A date was given that is no EDTF date."""


class LexiconError(AideMemoireError):
    """An entry of a lexicon is malformed, duplicated or refers to an entry that does not exist."""


class LedgerError(AideMemoireError):
    """The ledger cannot be opened, or does not hold what was asked for."""
