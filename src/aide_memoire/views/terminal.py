"""A briefing for the terminal: plain words in aligned rows that lose nothing when colour and bold are gone."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from aide_memoire.records import Briefing, Document, Section
from aide_memoire.views.cells import word_headline
from aide_memoire.views.layout import Rows, head, lay_titled, say
from aide_memoire.views.names import shorten_ids
from aide_memoire.views.news import list_news_rows
from aide_memoire.views.rows import Row, iter_document_rows, iter_line_rows
from aide_memoire.views.summary import CAUTION, list_ids, word_nothing, word_summary, word_title


def show_briefing(briefing: Briefing) -> RenderableType:
    """Lay out a briefing: its title and counts, the sections with their lines, the documents with their dates."""
    return Group(*_iter_parts(briefing))


def _iter_parts(briefing: Briefing) -> Iterator[RenderableType]:
    yield say(word_title(briefing), "bold")
    yield say(word_summary(briefing))
    if not briefing.sections:
        yield Text()
        yield say(word_nothing(briefing))
        return
    yield from (say(CAUTION), Text())
    documents = {document.id: document for document in briefing.documents}
    short = shorten_ids(list_ids(briefing))
    news = list_news_rows(briefing)
    for section in briefing.sections:
        yield from _iter_section(section, documents, short, news)
    yield head("Documents")
    for document in briefing.documents:
        yield Rows(iter_document_rows(document), indent=2)
        yield Text()


def _iter_section(
    section: Section, documents: dict[str, Document], short: dict[str, str], news: dict[str, tuple[Row, ...]]
) -> Iterator[RenderableType]:
    yield head(section.heading)
    for line in section.lines:
        commitment = line.commitment
        document = documents.get(commitment.statements[0].document)
        title = word_headline(commitment.making)
        rows = (*iter_line_rows(line, document), *news.get(commitment.id, ()))
        yield lay_titled(title, short[commitment.id], rows)
