"""An HTML page: its text, and what it says of itself in its metadata."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import htmldate
import lxml.etree
import lxml.html
import trafilatura

from ..errors import DocumentError
from ..records import Metadata, Record
from .lines import is_prose

logger = logging.getLogger(__name__)

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|ClaimReview|Statement)$")
_STATED_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{2,40}$")
_LONGEST_CAPTION = 700
_FEWEST_KEPT = 4  # paragraphs of one parent, for it to be the body of the report
_LEAST_TEXT = 200  # characters: below this the page is read as a fragment (an entry of a feed, say) by its blocks
_BLOCKS = frozenset(
    ["p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "dd", "dt", "figcaption"]
)
_NOT_TEXT = ["script", "style", "noscript", "template", "nav", "footer", "aside", "button", "select", "svg", "iframe"]

type Node = dict[str, Any]


class Page(Record, frozen=True, kw_only=True):
    """What an HTML page holds: text with a paragraph a line, metadata (None where it says nothing), captions, and the
    paragraphs that are nothing but a link."""

    text: str
    metadata: Metadata
    captions: tuple[str, ...]
    links: tuple[str, ...]


def read_page(markup: str, *, name: str) -> Page:
    """The text and the metadata of a page, from its markup.

    Metadata are what the page states in JSON-LD, OpenGraph and its links, not what its text suggests; a date keeps
    the day in the time zone that the page gives. Raises DocumentError where the page holds no markup at all.
    """
    tree = _parse(markup, name=name)
    article = next(_iter_articles(tree), {})
    metadata, captions = _metadata(tree, article), tuple(_iter_captions(tree))
    return Page(text=_text(markup, tree), metadata=metadata, captions=captions, links=tuple(_iter_links(tree)))


def _parse(markup: str, *, name: str) -> lxml.html.HtmlElement:
    try:
        # As bytes: a declared encoding would be refused in a string that is decoded already.
        parser = lxml.html.HTMLParser(encoding="utf-8")
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "surrogatepass"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise DocumentError(f"{name} is no HTML that can be parsed: {error}", remedy="Save the page again.") from error
    return tree


def _text(markup: str, tree: lxml.html.HtmlElement) -> str:
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False, as_dict=True)
    text = str(found.get("text") or "") if isinstance(found, dict) else ""
    if len(text) >= _LEAST_TEXT:
        return _fill_gaps(text, tree)
    return max(text, _blocks(tree), key=len)


def _fill_gaps(text: str, tree: lxml.html.HtmlElement) -> str:
    """The text with the paragraphs that were left out although they stand between two that were not."""
    lines = text.split("\n")
    place = {_key(line): number for number, line in enumerate(lines) if line.strip()}
    whole = _key(text)
    missing: dict[int, list[str]] = {}
    for parent in {paragraph.getparent() for paragraph in tree.iter("p")}:
        paragraphs = [" ".join(child.text_content().split()) for child in parent.iterchildren("p")]
        kept = [index for index, paragraph in enumerate(paragraphs) if _key(paragraph) in place]
        for index in range(kept[0], kept[-1]) if len(kept) >= _FEWEST_KEPT else ():
            paragraph = paragraphs[index]
            if is_prose(paragraph) and _key(paragraph) not in whole:
                before = max(earlier for earlier in kept if earlier < index)
                missing.setdefault(place[_key(paragraphs[before])], []).append(paragraph)
    return "\n".join(piece for number, line in enumerate(lines) for piece in (line, *missing.get(number, ())))


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


# --- what the page says of itself -------------------------------------------------------------------------------


def _metadata(tree: lxml.html.HtmlElement, article: Node) -> Metadata:
    return Metadata(
        title=_clean(article.get("headline")) or _title(tree),
        url=_first(tree, "//link[@rel='canonical']/@href") or _meta(tree, "og:url") or _clean(article.get("url")),
        published=_published(tree, article),
        publisher=_meta(tree, "og:site_name") or _name(article.get("publisher")),
        byline=_byline(tree, article),
        language=_first(tree, "/html/@lang"),
    )


def _title(tree: lxml.html.HtmlElement) -> str | None:
    """The OpenGraph title, else the page's title, else the first heading; without the outlet's name at the end."""
    heading = next(
        (text for text in map(_clean, tree.xpath("//h1//text()[normalize-space()]/ancestor::h1[1]")) if text), None
    )
    stated = _meta(tree, "og:title") or _first(tree, "//head/title/text()")
    if stated and heading and stated.startswith(heading):
        return heading
    return _SUFFIX.sub("", stated) if stated else heading


def _published(tree: lxml.html.HtmlElement, article: Node) -> str | None:
    stated = _clean(article.get("datePublished")) or _meta(tree, "article:published_time")
    if stated and (day := _STATED_DAY.match(stated)):
        return day[0]
    try:
        # The latest day is given since it would be today otherwise, and the clock is not ours to read.
        return htmldate.find_date(
            tree, original_date=True, extensive_search=False, min_date="1990-01-01", max_date="2099-12-31"
        )
    except (ValueError, OverflowError) as error:
        logger.warning("the page's date cannot be read: %s", error)
        return None


def _byline(tree: lxml.html.HtmlElement, article: Node) -> str | None:
    authors = article.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    stated = ", ".join(name for name in names if name) or _meta(tree, "author")
    return stated if stated and "://" not in stated else None


def _iter_articles(tree: lxml.html.HtmlElement) -> Iterator[Node]:
    """The JSON-LD nodes that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            logger.info("the page's JSON-LD cannot be read and is left out")
            continue
        nodes = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for node in nodes if isinstance(nodes, list) else [nodes]:
            if isinstance(node, dict) and _ARTICLE.search(str(node.get("@type"))):
                yield node


def _iter_captions(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The captions that the page marks as such, each once."""
    marked = tree.xpath("//figcaption | //*[contains(@class, 'caption')]")
    texts = dict.fromkeys(" ".join(element.text_content().split()) for element in marked)
    yield from (text for text in texts if text and len(text) <= _LONGEST_CAPTION)


def _iter_links(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The paragraphs that are nothing but a link."""
    for link in tree.xpath("//p//a[@href]"):
        paragraph = next(link.iterancestors("p"))
        text = " ".join(paragraph.text_content().split())
        if text and text == " ".join(link.text_content().split()):
            yield text


def _meta(tree: lxml.html.HtmlElement, key: str) -> str | None:
    return _first(tree, "//meta[@property=$key or @name=$key]/@content", key=key)


def _first(tree: lxml.html.HtmlElement, path: str, **variables: str) -> str | None:
    return next((text for text in map(_clean, tree.xpath(path, **variables)) if text), None)


def _name(node: object) -> str | None:
    return _clean(node.get("name")) if isinstance(node, dict) else _clean(node)


def _clean(value: object) -> str | None:
    """A string without its odd white space; None for anything else."""
    if isinstance(value, lxml.html.HtmlElement):
        value = value.text_content()
    return " ".join(value.split()) or None if isinstance(value, str) else None
