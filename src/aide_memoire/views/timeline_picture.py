"""Commitments over time as a picture: PNG, or SVG that speaks: pointing at a point shows its quote and report."""

import importlib
import io
from collections.abc import Iterator
from typing import Any, Literal

from lxml import etree

from aide_memoire.errors import AideMemoireError
from aide_memoire.views.timeline import Point, Timeline, word_heading

_PACKAGES = "altair", "vl_convert"  # what draws, and what turns that into a picture without a browser
_SVG = "{http://www.w3.org/2000/svg}"


def write_png(timeline: Timeline) -> bytes:
    """Draw a timeline as PNG, two pixels a point. Raises `AideMemoireError` where what draws is not installed."""
    return _draw(timeline, "png")


def write_svg(timeline: Timeline, *, linked: bool = False) -> str:
    """Draw a timeline as SVG, with the words of each point and bar as its title.

    If `linked`, it is for a page that has a heading of its own: a point leads to the page's element `c1-2`, which is
    row 1, statement 2. Raises `AideMemoireError` where what draws is not installed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(_draw(timeline, "svg", is_headed=not linked), parser)
    words = dict(_iter_words(timeline))
    for element in list(root.iter(f"{_SVG}path")):
        key = element.get("aria-label")
        if key in words:
            element.set("aria-label", words[key])
            etree.SubElement(element, f"{_SVG}title").text = words[key]
            if linked and not key.endswith("-due"):
                _link(element, key)
    root.set("role", "group" if linked else "img")
    root.set("aria-label", word_heading(timeline))
    return str(etree.tostring(root, encoding="unicode"))


def _draw(timeline: Timeline, form: Literal["svg", "png"], *, is_headed: bool = True) -> bytes:
    """A picture whose points and bars are labelled with their keys alone."""
    try:
        for package in _PACKAGES:
            importlib.import_module(package)
    except ImportError as error:
        raise AideMemoireError(
            "charts are drawn by packages that are not installed",
            remedy='Install them with: python -m pip install "aide-memoire[charts]"',
        ) from error
    from aide_memoire.views.timeline_chart import draw

    chart = draw(timeline, is_headed=is_headed)
    if form == "png":
        picture = io.BytesIO()
        chart.save(picture, format="png", scale_factor=2)
        return picture.getvalue()
    text = io.StringIO()
    chart.save(text, format="svg")
    return text.getvalue().encode("utf-8")


def _link(element: Any, key: str) -> None:
    anchor = etree.Element(f"{_SVG}a", {"href": f"#{key}"})
    element.getparent().replace(element, anchor)
    anchor.append(element)


def _iter_words(timeline: Timeline) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(timeline.rows, 1):
        for place, point in enumerate(row.points, 1):
            yield f"c{number}-{place}", _word_point(point)
        if row.due is not None:
            yield f"c{number}-due", f"due {row.due.words}"


def _word_point(point: Point) -> str:
    return f"{point.done}, {point.when}\n{point.quote}\n{point.report}"
