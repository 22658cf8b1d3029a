"""Commitments over time as one HTML file without scripts: the chart, and below it the quote of each of its points."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from aide_memoire.views.summary import CAUTION, NOTHING
from aide_memoire.views.timeline import Timeline, list_entries, list_notes, word_count, word_heading
from aide_memoire.views.timeline_picture import write_svg

_HERE = Path(__file__).parent


def write_timeline_page(timeline: Timeline) -> str:
    """Write the page; its policy forbids scripts and whatever is not in the file, and allows its style by hash.

    Raises `AideMemoireError` where the packages that draw are not there.
    """
    style = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("briefing.css", "timeline.css"))
    return _load_template().render(
        title=word_heading(timeline),
        summary=word_count(timeline),
        notes=list_notes(timeline),
        caution=CAUTION,
        nothing=NOTHING,
        timeline=timeline,
        rows=[(row, list_entries(row, timeline.as_of)) for row in timeline.rows],
        chart=Markup(write_svg(timeline, linked=True)) if timeline.rows else None,  # serialised, so escaped
        style=Markup(style),  # our own files
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


@cache
def _load_template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("timeline.html.jinja")
