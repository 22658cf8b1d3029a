"""An HTML page: its text, and what it says of itself in its metadata."""

import logging
from collections.abc import Iterator

import lxml.etree
import lxml.html
import trafilatura
from trafilatura.settings import Document as Extracted

from ..errors import DocumentError
from ..records import Metadata, Record
from .head import read_head
from .lines import is_prose

logger = logging.getLogger(__name__)

_LONGEST_CAPTION = 700
_FEWEST_KEPT = 4  # paragraphs of one parent, for it to be the body of the report
_MOST_ELEMENTS = 30_000  # beyond, finding the body takes minutes (it is quadratic); a long report has 5,000
_DEEPEST = 250  # elements one inside the other (open tags that nobody closed); trafilatura loses what lies below 255
_LEAST_TEXT = 200  # characters: below this the page is read as a fragment (an entry of a feed, say) by its blocks
_BLOCKS = frozenset(
    ["p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "dd", "dt", "figcaption"]
)
_TEASER = "//a[.//p][.//h1 or .//h2 or .//h3 or .//h4 or .//h5]"  # a heading and a text that are one link
_NOT_TEXT = ["script", "style", "noscript", "template", "nav", "footer", "aside", "button", "select", "svg", "iframe"]


class Page(Record, frozen=True, kw_only=True):
    """What an HTML page holds: its text, a paragraph a line, its metadata, and lines that it marks.

    `captions` are what it marks as captions, `links` the paragraphs that are nothing but a link.
    """

    text: str
    metadata: Metadata
    captions: tuple[str, ...]
    links: tuple[str, ...]


def read_page(markup: str, *, name: str) -> Page:
    """The text and the metadata of a page, from its markup.

    Metadata are what the page states in JSON-LD, OpenGraph and its links, not what its text suggests; a date keeps
    the day in the time zone that the page gives. Raises DocumentError where the page holds no markup at all, or
    nests it deeper than can be parsed.
    """
    tree = _parse(markup, name=name)
    metadata, captions = read_head(tree), tuple(_iter_captions(tree))
    return Page(text=_text(markup, tree), metadata=metadata, captions=captions, links=tuple(_iter_links(tree)))


def _parse(markup: str, *, name: str) -> lxml.html.HtmlElement:
    try:
        # As bytes: a declared encoding would be refused in a string that is decoded already.
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "surrogatepass"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise DocumentError(f"{name} is no HTML that can be parsed: {error}", remedy="Save the page again.") from error
    if any(entry.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise DocumentError(
            f"{name} is nested too deeply: the parser gives up at 2,048 elements one inside the other",
            remedy="Copy the report into a text file.",
        )
    return tree


def _text(markup: str, tree: lxml.html.HtmlElement) -> str:
    size, depth = _measure(tree)
    if size > _MOST_ELEMENTS or depth > _DEEPEST:
        logger.warning("the page has %d elements, %d deep, and is read by its blocks alone", size, depth)
        return _blocks(tree)
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False, prune_xpath=_TEASER)
    text = found.text or "" if isinstance(found, Extracted) else ""
    if len(text) >= _LEAST_TEXT:
        return _fill_gaps(text, tree)
    return max(text, _blocks(tree), key=len)


def _measure(tree: lxml.html.HtmlElement) -> tuple[int, int]:
    """How many elements a page has, and how many of them lie one inside the other."""
    size = depth = deepest = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        size, deepest = size + (event == "start"), max(deepest, depth)
    return size, deepest


def _fill_gaps(text: str, tree: lxml.html.HtmlElement) -> str:
    """The text with the paragraphs that were left out although they stand between two that were not."""
    lines = text.split("\n")
    place = {_key(line): number for number, line in enumerate(lines) if line.strip()}
    whole = _key(text)
    missing: dict[int, list[str]] = {}
    for paragraphs in _columns(tree):
        kept = [index for index, paragraph in enumerate(paragraphs) if _key(paragraph) in place]
        for index in range(kept[0], kept[-1]) if len(kept) >= _FEWEST_KEPT else ():
            paragraph = paragraphs[index]
            if is_prose(paragraph) and _key(paragraph) not in whole:
                before = max(earlier for earlier in kept if earlier < index)
                missing.setdefault(place[_key(paragraphs[before])], []).append(paragraph)
    return "\n".join(piece for number, line in enumerate(lines) for piece in (line, *missing.get(number, ())))


def _columns(tree: lxml.html.HtmlElement) -> list[list[str]]:
    """The paragraphs of the page, those of one parent (or of parents of one class) together, in order."""
    columns: dict[object, list[str]] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        column = parent.get("class") or parent
        columns.setdefault(column, []).append(" ".join(paragraph.text_content().split()))
    return list(columns.values())


def _key(text: str) -> str:
    """The letters and digits of a text, for comparing what differs in white space."""
    return "".join(filter(str.isalnum, text))


def _blocks(tree: lxml.html.HtmlElement) -> str:
    """The text of the innermost blocks, a line each: all that can be said of a fragment."""
    for element in [*tree.iter(*_NOT_TEXT)]:
        element.drop_tree()
    leaves = [element for element in tree.iter(*_BLOCKS) if not any(True for _ in element.iterdescendants(*_BLOCKS))]
    lines = [" ".join(element.text_content().split()) for element in leaves]
    body = tree.find("body")
    if not any(lines) and body is not None:
        lines = [" ".join(line.split()) for line in body.text_content().split("\n")]
    return "\n".join(line for line in lines if line)


def _iter_captions(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The captions that the page marks as such, each once."""
    marked = tree.xpath("//figcaption | //*[contains(@class, 'caption')]")
    texts = dict.fromkeys(" ".join(element.text_content().split()) for element in marked)
    yield from (text for text in texts if text and len(text) <= _LONGEST_CAPTION)


def _iter_links(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The paragraphs that are nothing but a link."""
    for paragraph in tree.iter("p"):
        link = next(paragraph.iterdescendants("a"), None)
        text = " ".join(paragraph.text_content().split())
        if text and link is not None and text == " ".join(link.text_content().split()):
            yield text
