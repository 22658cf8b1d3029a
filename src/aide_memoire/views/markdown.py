"""A briefing in Markdown, every text from a page escaped: it can be pasted anywhere and stays text."""

import re
from collections.abc import Iterable, Iterator

from aide_memoire.records import Briefing, Document, Line
from aide_memoire.views.addresses import web_address
from aide_memoire.views.cells import word_headline
from aide_memoire.views.names import shorten_ids
from aide_memoire.views.news import list_news_rows
from aide_memoire.views.plain import plain_line
from aide_memoire.views.rows import Row, iter_document_rows, iter_line_rows
from aide_memoire.views.summary import CAUTION, list_ids, word_nothing, word_summary, word_title

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_AUTOLINK = re.compile(r"(?<=\bwww)\.|:(?=//)|@", re.IGNORECASE)


def write_markdown(briefing: Briefing) -> str:
    """Write a briefing: a heading a section, an item a commitment, a nested item a cell, and the documents last."""
    return "\n".join(_iter_lines(briefing)) + "\n"


def escape(text: str) -> str:
    """Make text mean itself on one line: "*a* <b>" is "\\*a\\* \\<b\\>"; addresses in it do not become links."""
    return _AUTOLINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", plain_line(text)))


def _iter_lines(briefing: Briefing) -> Iterator[str]:
    yield f"# {escape(word_title(briefing))}"
    yield ""
    yield f"{word_summary(briefing)}. {CAUTION if briefing.sections else word_nothing(briefing)}"
    documents = {document.id: document for document in briefing.documents}
    short = shorten_ids(list_ids(briefing))
    news = list_news_rows(briefing)
    for section in briefing.sections:
        yield from ("", f"## {escape(section.heading)}", "")
        for line in section.lines:
            yield from _iter_item(line, documents, short)
            yield from _iter_nested(news.get(line.commitment.id, ()))
    if briefing.documents:
        yield from ("", "## Documents", "")
    for document in briefing.documents:
        yield from _iter_document(document)


def _iter_item(line: Line, documents: dict[str, Document], short: dict[str, str]) -> Iterator[str]:
    commitment = line.commitment
    yield f"- **{escape(word_headline(commitment.making))}** ({escape(short[commitment.id])})"
    yield from _iter_nested(iter_line_rows(line, documents.get(commitment.statements[0].document)))


def _iter_document(document: Document) -> Iterator[str]:
    yield f"- {escape(document.title or 'untitled')}"
    rows = [(label, words) for label, words in iter_document_rows(document) if label not in ("title", "url")]
    yield from _iter_nested(rows)
    address = web_address(document.url)
    if address is not None:
        yield f"    - url: <{address}>"


def _iter_nested(rows: Iterable[Row]) -> Iterator[str]:
    for label, words in rows:
        yield f"    - {label}: {escape(words)}"
