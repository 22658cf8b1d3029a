"""Run the benchmarks, and say in sentences what has been gained and lost against the baseline.

    make bench                                            all of them
    python -m benchmarks.run --only commitments dating    some of them
    python -m benchmarks.run --update                     and make what was measured the new baseline

A benchmark is a script beside this one that takes `--json` and prints one JSON object. `figures.toml` names the
figures in words and says which are floors; `baseline.json` holds what they last were, and docs/evaluation.md shows
them. A floor that is undercut fails the run.
"""

import argparse
import subprocess
import sys

import msgspec

from benchmarks.telling import BASELINE, ROOT, Figure, Measured, load_baseline, load_figures, table, tell, undercut

SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "evaluation.md"
BEGIN, END = "<!-- figures -->\n", "\n<!-- end of figures -->"


def main() -> int:
    """Run, compare, print; return 1 where a floor is undercut or a benchmark failed."""
    figures, baseline = load_figures(), load_baseline()
    options = argparse.ArgumentParser(description="Accuracy and speed against the baseline.")
    options.add_argument("--only", nargs="+", metavar="NAME", choices=list(figures), help="run these alone")
    options.add_argument("--update", action="store_true", help="make what was measured the new baseline")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print(
            "The benchmarks measure against texts that are kept beside the project, in ../shared: they are not there."
        )
        return 1
    measured: Measured = {}
    undercuts: list[str] = []
    for name in chosen.only or figures:
        print(f"\n{name}", flush=True)
        result = run(name)
        if result is not None:
            measured[name] = {place: result.get(place) for place in figures[name]}
            undercuts += compare(figures[name], result, baseline.get(name, {}))
    if chosen.update:
        update(figures, baseline | measured)
        undercuts = []
    failed = [f"the benchmark {name} could not be run" for name in chosen.only or figures if name not in measured]
    for fault in failed + undercuts:
        print(f"\nFAILED: {fault}")
    return 1 if failed or undercuts else 0


def run(name: str) -> dict[str, float | None] | None:
    """Run one benchmark and return its figures, or None where it failed."""
    command = [sys.executable, "-m", f"benchmarks.{name}", "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return None
    try:
        return flatten(msgspec.json.decode(done.stdout, type=dict[str, object]))
    except msgspec.DecodeError as error:
        print(f"  it did not print one JSON object: {error}")
        return None


def flatten(value: object, place: str = "") -> dict[str, float | None]:
    """Lay nested objects flat, and keep what is a number or unknown.

    >>> flatten({"events": {"when": {"f1": 0.61, "gold": 80}}, "texts": ["a"]})
    {'events.when.f1': 0.61, 'events.when.gold': 80}
    """
    if isinstance(value, dict):
        return {key: leaf for name, inner in value.items() for key, leaf in flatten(inner, f"{place}.{name}").items()}
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return {place.removeprefix("."): value}
    return {}


def compare(figures: dict[str, Figure], now: dict[str, float | None], before: dict[str, float | None]) -> list[str]:
    """Print a sentence a figure; return the sentences of those that undercut their floor."""
    undercuts = []
    for place, figure in figures.items():
        sentence = tell(figure, now.get(place), before.get(place))
        print(f"  {sentence}")
        if figure.floor and undercut(figure, now.get(place), before.get(place)):
            undercuts.append(sentence)
    return undercuts


def update(figures: dict[str, dict[str, Figure]], measured: Measured) -> None:
    """Write the baseline, and its table into docs/evaluation.md."""
    BASELINE.write_bytes(msgspec.json.format(msgspec.json.encode(measured, order="sorted"), indent=2) + b"\n")
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    PAGE.write_text(f"{head}{BEGIN}{table(figures, measured)}{END}{tail}", encoding="utf-8")
    print(f"\nWritten: {BASELINE.relative_to(ROOT)} and the table of {PAGE.relative_to(ROOT)}.")


if __name__ == "__main__":
    raise SystemExit(main())
