"""How a figure is told: in a sentence against what it was, and in the table of docs/evaluation.md."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "benchmarks" / "figures.toml"
BASELINE = ROOT / "benchmarks" / "baseline.json"
# How far a floor may be undercut: below this a change is noise of a few statements.
TOLERANCE = 0.01

type Measured = dict[str, dict[str, float | None]]
"""For each benchmark its figures, under their places in its JSON: {"commitments": {"events.when.f1": 0.61}}."""


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one figure is told: what is measured, as what, which way is better, and whether it may fall."""

    label: str
    measure: Literal["F1", "precision", "recall", "accuracy", "count", "mean", "rate", "ratio", "share", "error"]
    better: Literal["higher", "lower"] | None = None
    floor: bool = False


def load_figures() -> dict[str, dict[str, Figure]]:
    """Load what is said about the figures: a table a benchmark, which names its script."""
    return msgspec.convert(tomllib.loads(FIGURES.read_text(encoding="utf-8")), dict[str, dict[str, Figure]])


def load_baseline() -> Measured:
    """Load what the figures last were; nothing where they were never measured."""
    return msgspec.json.decode(BASELINE.read_bytes(), type=Measured) if BASELINE.is_file() else {}


def tell(figure: Figure, now: float | None, before: float | None) -> str:
    """Say what a figure is, and what it was.

    >>> tell(Figure(label="Due dates", measure="F1", better="higher"), 0.58, 0.55)
    'Due dates: F1 0.58, up 0.03 from 0.55.'
    """
    subject = f"{figure.label}: {figure.measure}"
    if now is None:
        return f"{subject} is not known now" + (f"; it was {number(before)}." if before is not None else ".")
    if before is None:
        return f"{subject} {number(now)}, not measured before."
    if number(now) == number(before):
        return f"{subject} {number(now)}, as before."
    way = "up" if now > before else "down"
    note = " (worse)" if figure.better is not None and (way == "up") != (figure.better == "higher") else ""
    return f"{subject} {number(now)}, {way} {number(abs(now - before))} from {number(before)}{note}."


def number(value: float | None) -> str:
    """Write a figure in as many digits as it deserves."""
    if value is None:
        return "unknown"
    return f"{value:.0f}" if value == int(value) and value > 1 else f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def undercut(figure: Figure, now: float | None, before: float | None) -> bool:
    """Tell whether a figure is worse than it was by more than it may be."""
    if before is None:
        return False
    if now is None:
        return True
    loss = before - now if figure.better == "higher" else now - before
    return loss > (0 if figure.measure == "count" else TOLERANCE)


def table(figures: dict[str, dict[str, Figure]], measured: Measured) -> str:
    """Set the measured figures out as a Markdown table, in the order of `figures.toml`."""
    rows = [
        f"| {figure.label} | {figure.measure} | {number(measured[name][place])} |"
        for name, places in figures.items()
        for place, figure in places.items()
        if measured.get(name, {}).get(place) is not None
    ]
    return "\n".join(["| what | measure | figure |", "|---|---|---|", *rows])
