"""Score find_timexes on TimeBank and AQUAINT, in TempEval-3's manner: strict, relaxed, type and value F1.

Run from the repository: `python benchmarks/timex.py [--json] [--errors]`. The texts lie beside the repository.
"""

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from aide_memoire.dates import find_timexes

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = ("TimeBank", "AQUAINT")
FIGURES = ("strict_F", "relaxed_F", "type_F", "value_F")


def load_scorer() -> ModuleType:
    """Load the scorer that lies beside the texts."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "bench" / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "bench" / "score_timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(corpus: str, *, errors: bool = False) -> dict[str, Any]:
    """Score one corpus; also how many characters were read a second, after a first text has warmed the tables."""
    scorer = load_scorer()
    gold = scorer.load(str(SHARED / "gold" / "timex" / "tbaq" / corpus))
    find_timexes("today", "2021-01-21")
    begun = time.perf_counter()
    system = {
        name: [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
            for t in find_timexes(text, dct[:10] if dct else None)
        ]
        for name, (dct, text, _) in gold.items()
    }
    seconds = time.perf_counter() - begun
    result: dict[str, Any] = scorer.score(gold, system, errors=errors)
    result["characters_a_second"] = round(sum(len(text) for _, text, _ in gold.values()) / seconds)
    return result


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each error")
    options = parser.parse_args()
    results = {corpus: score(corpus, errors=options.errors) for corpus in CORPORA}
    if options.json:
        print(json.dumps(results))
        return
    for corpus, result in results.items():
        figures = "  ".join(f"{name[:-2]} {100 * result[name]:.1f}" for name in FIGURES)
        speed = f"{result['characters_a_second']:,} characters a second"
        print(f"{corpus:10} {result['gold']} timexes  F1: {figures}  ({speed})")


if __name__ == "__main__":
    main()
