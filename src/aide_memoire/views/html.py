"""A briefing as one HTML file: no script, no outside address but the sources' own, every cell a link to its words."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from aide_memoire.records import Briefing
from aide_memoire.views.page import Page, build_page
from aide_memoire.views.summary import CAUTION, word_nothing, word_summary, word_title

_HERE = Path(__file__).parent
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)


def write_html(briefing: Briefing) -> str:
    """Write a briefing with the documents that it quotes reprinted below it.

    The page's policy forbids scripts, forms and whatever is not in the file; styles are allowed by their hash.
    """
    page = build_page(briefing)
    style = _write_style(page)
    return _load_template().render(
        title=word_title(briefing),
        summary=word_summary(briefing),
        caution=CAUTION,
        nothing=word_nothing(briefing),
        page=page,
        style=Markup(style),  # our own file, and rules made of numbers
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _write_style(page: Page) -> str:
    """The sheet, and a rule for each span that another one cuts: all its elements light up, not the first alone."""
    rules = [
        f":root:has(#{name}:target) .rest-{name} {{ background: var(--target); outline: 2px solid var(--line); }}"
        for reprint in page.reprints
        for name in reprint.cut
    ]
    return "\n".join([(_HERE / "briefing.css").read_text(encoding="utf-8"), *rules])


@cache
def _load_template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["language"] = lambda value: value is not None and _LANGUAGE.fullmatch(value) is not None
    return environment.get_template("briefing.html.jinja")
