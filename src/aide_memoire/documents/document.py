"""One source becomes one document: its text without furniture, its head, its date."""

import hashlib
from typing import NamedTuple

import msgspec

from ..errors import DocumentError
from ..records import Document, Metadata, Published, Source
from .clean import Cleaned, clean, settle
from .dating import date_document
from .language import find_language, find_other_language
from .pages import read_page

_NOTHING = Metadata()


class _Content(NamedTuple):
    text: str
    stated: Metadata
    captions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def to_document(source: Source, *, given: Metadata = _NOTHING) -> Document:
    """The document that a source holds; what is `given` outranks the source's metadata, and those the page's own.

    A file that begins "Back To Top" and ends "By Jane Doe (" becomes a text that begins and ends with a sentence,
    with both under `furniture`. Raises DocumentError where there is no text or it is not English, DateError where
    the given date is no date.
    """
    content = _read(source)
    head = _outrank(_outrank(content.stated, source.metadata), given)
    cleaned = clean(content.text, title=head.title, captions=content.captions, links=content.links)
    _check(cleaned.text, source=source)
    title, byline = _line(cleaned.title), _line(head.byline) or cleaned.byline
    published = date_document(
        cleaned.text,
        title=title,
        url=head.url,
        publisher=head.publisher,
        dateline=cleaned.dateline,
        captions=_captions(cleaned, content.captions),
        metadata_date=source.metadata.published or content.stated.published,
        given_date=given.published,
    ).published
    return Document(
        id=identify(cleaned.text, title=title, url=head.url, publisher=head.publisher, published=published),
        source=source.name,
        title=title,
        byline=byline,
        publisher=head.publisher,
        url=head.url,
        language=find_language(cleaned.text, told=head.language),
        text=cleaned.text,
        published=published,
        furniture=cleaned.furniture,
    )


def identify(text: str, *, title: str | None, url: str | None, publisher: str | None, published: Published) -> str:
    """The id of a document: 16 hex digits over what it says and where and when, so that twice gives the same."""
    key = msgspec.json.encode([url, publisher, title, published.edtf, text])
    return hashlib.sha256(key).hexdigest()[:16]


def _read(source: Source) -> _Content:
    if source.media == "text":
        return _Content(source.content, Metadata())
    page = read_page(source.content, name=source.name)
    return _Content(page.text, page.metadata, page.captions, page.links)


def _outrank(lower: Metadata, higher: Metadata) -> Metadata:
    """The two together, the higher's value wherever it has one."""
    values = {field: getattr(higher, field) or getattr(lower, field) for field in Metadata.__struct_fields__}
    return Metadata(**values)


def _check(text: str, *, source: Source) -> None:
    if not any(character.isalnum() for character in text):
        raise DocumentError(
            f"{source.name} holds no text", remedy="Save the whole page, or copy the report into a text file."
        )
    language = find_other_language(text)
    if language:
        raise DocumentError(
            f"{source.name} is in {language}, and only English is read", remedy="Give an English version."
        )


def _captions(cleaned: Cleaned, marked: tuple[str, ...]) -> tuple[str, ...]:
    """The captions found in the text, then those that the page marks and the text does not repeat."""
    return tuple(dict.fromkeys([*cleaned.captions, *marked])) if marked else cleaned.captions


def _line(value: str | None) -> str | None:
    """A heading as one line of visible characters."""
    return " ".join(settle(value).split()) or None if value else None
