"""Commitments over time as a chart of Altair. It is installed with the extra `charts` alone: only `timeline_picture`
imports this module, once it is sure that it can.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt
import msgspec

from aide_memoire.records import Record
from aide_memoire.views.timeline import Timeline, list_notes, word_count, word_heading
from aide_memoire.views.timeline_axis import WIDTH, Axis, lay_axis, milliseconds
from aide_memoire.views.timeline_looks import LOOKS
from aide_memoire.views.timeline_places import Places, place

_LABELS = 400  # pixels left of the time axis
_INK, _SOFT, _RULE, _LATE = "#1c1b19", "#5c584f", "#d9d3c5", "#8d1f11"
_DUE, _DUE_EDGE = "#f3d98b", "#7a5b00"


def draw(timeline: Timeline, *, is_headed: bool = True) -> alt.LayerChart:
    """The chart: the rows' names on the left, time to the right; above it the legend, and what it is if `is_headed`."""
    axis = lay_axis(timeline)
    places = place(timeline, axis)
    layers = _Layers(axis, places)
    chart: alt.LayerChart = (
        alt.layer(
            layers.draw_bands(),
            layers.draw_bars(),
            layers.draw_open_ends(),
            layers.draw_day(),
            layers.draw_day_words(),
            layers.draw_stretches(),
            layers.draw_labels(),
            layers.draw_dots(),
        )
        .resolve_axis(x="independent")
        .resolve_scale(color="independent", size="independent")
        .properties(width=WIDTH, height=places.height, background="#ffffff", padding=14)
        .configure(font="sans-serif")
        .configure_view(stroke=None)
    )
    return chart.properties(title=_make_title(timeline)) if is_headed else chart


class _Layers:
    """Draws each kind of mark, on axes that all share. What Altair returns from `encode` is Any to a type checker."""

    def __init__(self, axis: Axis, places: Places) -> None:
        self.places = places
        ends = [milliseconds(axis.first), milliseconds(axis.last)]
        self.across = alt.Scale(type="utc", domain=ends, nice=False)
        self.down = alt.Scale(domain=[0, places.height], reverse=True, nice=False, zero=False)
        given: dict[str, Any] = {
            "values": [milliseconds(tick) for tick in axis.ticks],
            "format": axis.format,
            "title": None,
        }
        given |= {"labelFontSize": 11, "labelOverlap": False, "labelFlush": False, "domainColor": "#a9a59b"}
        # The axis above leaves room for the words "as of"; the one below has the lines through the rows.
        self.above = alt.Axis(orient="top", grid=False, offset=18, **given)
        self.below = alt.Axis(orient="bottom", grid=True, gridColor=_RULE, **given)

    def draw_bands(self) -> Any:
        mark = self.chart(self.places.bands[::2]).mark_rect(color="#000000", opacity=0.04, aria=False)
        return mark.encode(x=alt.value(-_LABELS - 10), x2=alt.value(WIDTH), y=self.y(), y2="y2:Q")

    def draw_bars(self) -> Any:
        mark = self.chart(self.places.bars).mark_rect(color=_DUE, stroke=_DUE_EDGE, strokeWidth=1, opacity=0.7)
        return mark.encode(x=self.x(axis=self.below), x2="x2:T", y=self.y(), y2="y2:Q", description="key:N")

    def draw_open_ends(self) -> Any:
        mark = self.chart(bar for bar in self.places.bars if bar.is_open)
        mark = mark.mark_text(text="→", align="right", dx=-3, fontSize=15, color=_DUE_EDGE, aria=False)
        return mark.encode(x=self.x("x2"), y=self.y("middle"))

    def draw_day(self) -> Any:
        mark = self.chart([self.places.day]).mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=_LATE, aria=False)
        return mark.encode(x=self.x(axis=self.above))

    def draw_day_words(self) -> Any:
        mark = self.chart([self.places.day]).mark_text(baseline="bottom", fontSize=11, color=_LATE)
        return mark.encode(x=self.x(), y=alt.value(-4), text="words:N", description="words:N")

    def draw_stretches(self) -> Any:
        mark = self.chart(dot for dot in self.places.dots if dot.x1 != dot.x)
        return mark.mark_rule(strokeWidth=1.5, color=_SOFT, aria=False).encode(x=self.x("x1"), x2="x:T", y=self.y())

    def draw_labels(self) -> Any:
        mark = self.chart(self.places.labels).mark_text(align="left", baseline="middle", limit=_LABELS)
        return mark.encode(
            x=alt.value(-_LABELS),
            y=self.y(),
            text="words:N",
            description="words:N",
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        )

    def draw_dots(self) -> Any:
        words = [look.words for look in LOOKS]
        legend = alt.Legend(title=None, orient="top", columns=4, symbolSize=110, labelLimit=0, labelFontSize=12)
        shapes = alt.Scale(domain=words, range=[look.shape for look in LOOKS])
        colours = alt.Scale(domain=words, range=[look.colour for look in LOOKS])
        mark = self.chart(self.places.dots)
        return mark.mark_point(filled=True, size=110, opacity=1, stroke="#ffffff", strokeWidth=0.8).encode(
            x=self.x(),
            y=self.y(),
            shape=alt.Shape("look:N", scale=shapes, legend=legend),
            fill=alt.Fill("look:N", scale=colours, legend=legend),
            description="key:N",
        )

    def chart(self, values: Iterable[Record]) -> alt.Chart:
        return alt.Chart(alt.InlineData(values=[msgspec.to_builtins(value) for value in values]))

    def x(self, field: str = "x", *, axis: alt.Axis | None = None) -> alt.X:
        return alt.X(f"{field}:T", scale=self.across, axis=axis)

    def y(self, field: str = "y") -> alt.Y:
        return alt.Y(f"{field}:Q", scale=self.down, axis=None)


def _make_title(timeline: Timeline) -> alt.TitleParams:
    return alt.TitleParams(
        text=word_heading(timeline),
        subtitle=[f"{word_count(timeline)}.", *list_notes(timeline)],
        anchor="start",
        frame="bounds",
        color=_INK,
        fontSize=16,
        subtitleFontSize=12,
        subtitleColor=_SOFT,
        subtitlePadding=6,
        offset=12,
    )
