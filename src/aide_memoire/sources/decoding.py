"""From bytes to text, without inventing characters."""

import codecs
import logging
import re

from ..errors import SourceError

logger = logging.getLogger(__name__)

_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FALLBACK = "cp1252"
# Of letters and marks, the share that cp1252 text in a European language stays far below: beyond it the bytes are
# in some other encoding, and reading them as cp1252 would make words that nobody wrote.
_FOREIGN_SHARE = 0.3


def decode(raw: bytes, *, name: str, declared: bool = False) -> str:
    """The text of `raw`: UTF-8 (or UTF-16 with its mark); else what an HTML page declares; else cp1252, with a warning.

    "caf\\xe9" in latin-1 comes back as "café". `declared` says whether a `<meta charset>` may be believed.
    Raises SourceError where no encoding gives text.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decode_as(raw, encoding, name=name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    charset = _declared_charset(raw) if declared else None
    encoding = charset or _FALLBACK
    text = _decode_as(raw, encoding, name=name)
    if not charset:
        _refuse_foreign(raw, name=name)
    logger.warning("%s is not valid UTF-8 at byte %d; read as %s", name, position, encoding)
    return text


def _decode_as(raw: bytes, encoding: str, *, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} cannot be decoded: neither UTF-8 nor {encoding} (byte {error.start})",
            remedy="Convert it to UTF-8 and try again.",
        ) from error


def _declared_charset(raw: bytes) -> str | None:
    """The charset that the page's `<meta>` names, where Python knows it and it is not the one that just failed."""
    found = _DECLARED.search(raw[:4096])
    if not found:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if encoding == "utf-8" else encoding


def _refuse_foreign(raw: bytes, *, name: str) -> None:
    sample = raw[:100_000]
    words = sum(byte > 127 or chr(byte).isalpha() for byte in sample)
    high = sum(byte > 127 for byte in sample)
    if high > _FOREIGN_SHARE * words:
        raise SourceError(
            f"{name} is mostly undecodable: not UTF-8, and {high} of its first {len(sample)} bytes are not ASCII",
            remedy="Convert it to UTF-8 and try again.",
        )
