"""What an HTML page says of itself, as against what its text says."""

import json
import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import htmldate
import lxml.html

from ..records import Metadata
from .evidence import written

logger = logging.getLogger(__name__)

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|ClaimReview|Statement)$")
_STATED_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datePublished",
    "date",
    "DC.date",
    "dc.date",
    "DC.date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "sailthru.date",
    "parsely-pub-date",
)
_PLACES = (
    "//time/@datetime | //time[not(*)] | //meta/@content"
    " | //*[not(*)][contains(@class, 'date') or contains(@class, 'publi')]"
)
_MOST_PLACES = 200
_SUFFIX = re.compile(r"\s(?:[|–—»•·-]|::)\s[^|–—»•·:]{2,40}$")
_SIGN = re.compile(r"\s(?:::|\||-)\s")
_SITE = re.compile(r"\s(?P<sign>::|\||-)\s(?P<site>(?:(?!\s(?:::|\||-)\s).){2,40})$")
_LONGEST_TITLE = 500

type Node = dict[str, Any]


def read_head(tree: lxml.html.HtmlElement) -> Metadata:
    """What a page states of itself in JSON-LD, OpenGraph and its links; None where it says nothing.

    `"datePublished": "2021-01-21T00:30:00+09:00"` gives 2021-01-21, the day in the page's own time zone.
    """
    article = next(_iter_articles(tree), {})
    return Metadata(
        title=_clean(article.get("headline")) or _title(tree),
        url=_first(tree, "//link[@rel='canonical']/@href") or _meta(tree, "og:url") or _clean(article.get("url")),
        published=_published(tree, article),
        publisher=_meta(tree, "og:site_name") or _name(article.get("publisher")) or _titled_site(tree),
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


def _titled_site(tree: lxml.html.HtmlElement) -> str | None:
    """The site by the end of the title ("Talks resume :: Han River Wire"), where the page bears it out.

    A link home or a copyright line that holds the same name does. Without a copyright line it is enough that the title
    begins with a heading, if a sign that only parts site names stands before the name and no other link is called so.
    """
    title = _first(tree, "//head/title/text()") or ""
    found = _SITE.search(title) if len(title) <= _LONGEST_TITLE else None
    if found is None:
        return None
    site = found["site"].casefold()
    rights = [_said(line) for line in tree.xpath("//text()[contains(., '©') or contains(., 'opyright')]/..")]
    if any(site in line for line in rights) or site in map(_said, tree.xpath("//a[@href='/'] | //a[@rel='home']")):
        return found["site"]
    is_headed = _said(_SIGN.split(title)[0]) in map(_said, tree.xpath("//h1 | //h2 | //h3"))
    is_link = site in map(_said, tree.xpath("//a"))
    return found["site"] if is_headed and not rights and not is_link and found["sign"] != "-" else None


def _said(value: object) -> str:
    return (_clean(value) or "").casefold()


def _published(tree: lxml.html.HtmlElement, article: Node) -> str | None:
    """The date that the page states, in the words that it has where they are not understood."""
    stated = [value for value in (_clean(article.get("datePublished")), *(_meta(tree, key) for key in _DATED)) if value]
    days = filter(None, map(_day, stated))
    return next(days, stated[0]) if stated else _searched(tree)


def _day(value: str) -> str | None:
    cut = _STATED_DAY.match(value)
    return written(cut[0] if cut else value)


def _searched(tree: lxml.html.HtmlElement) -> str | None:
    """The day that htmldate finds, if a place of the page that is made for days says the same.

    It takes the day of "June 2021" from the clock, and dates also by addresses of pictures.
    """
    try:
        # The latest day is given since it would be today otherwise, and the clock is not ours to read.
        found = htmldate.find_date(
            tree, original_date=True, extensive_search=False, min_date="1990-01-01", max_date="2099-12-31"
        )
    except (ValueError, OverflowError) as error:
        logger.warning("the page's date cannot be read: %s", error)
        return None
    places = map(_clean, islice(tree.xpath(_PLACES), _MOST_PLACES)) if found else ()
    return found if any(_day(place) == found for place in places if place) else None


def _byline(tree: lxml.html.HtmlElement, article: Node) -> str | None:
    authors = article.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    stated = ", ".join(name for name in names if name) or _meta(tree, "author")
    outlets = (_meta(tree, "og:site_name"), _name(article.get("publisher")))
    return stated if stated and "://" not in stated and stated not in outlets else None


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
