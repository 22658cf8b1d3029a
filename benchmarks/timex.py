"""Score find_timexes on TimeBank and AQUAINT, in TempEval-3's manner, and count the modifiers that agree.

Run from the repository: `python benchmarks/timex.py [--json] [--errors]`. The texts lie beside the repository.
"""

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

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


def load_modifiers(path: Path) -> dict[str, str]:
    """Read the modifiers of one annotated text, by the expression's id."""
    return {timex.get("tid", ""): timex.get("mod", "") for timex in ElementTree.parse(path).iter("TIMEX3")}


def agree_on_modifiers(
    gold: dict[str, Any], system: dict[str, Any], scorer: ModuleType, folder: Path
) -> dict[str, int]:
    """Count the expressions found to which both, and of these the same, and only one side gives a modifier."""
    counts = dict.fromkeys(("mod_both", "mod_same", "mod_system_only", "mod_gold_only"), 0)
    for name, (_, _, timexes) in gold.items():
        modifiers = load_modifiers(folder / f"{name}.tml")
        for place, other, _ in scorer.match(timexes, system[name])[0]:
            said, found = modifiers.get(timexes[place]["tid"]), system[name][other]["mod"]
            counts["mod_both"] += bool(said and found)
            counts["mod_same"] += bool(said) and said == found
            counts["mod_system_only"] += bool(found and not said)
            counts["mod_gold_only"] += bool(said and not found)
    return counts


def score(corpus: str, *, errors: bool = False) -> dict[str, Any]:
    """Score one corpus; also how many characters were read a second, after a first text has warmed the tables."""
    scorer = load_scorer()
    folder = SHARED / "gold" / "timex" / "tbaq" / corpus
    gold = scorer.load(str(folder))
    find_timexes("today", "2021-01-21")
    begun = time.perf_counter()
    system = {
        name: [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value, "mod": t.mod}
            for t in find_timexes(text, dct[:10] if dct else None)
        ]
        for name, (dct, text, _) in gold.items()
    }
    seconds = time.perf_counter() - begun
    result: dict[str, Any] = scorer.score(gold, system, errors=errors)
    result |= agree_on_modifiers(gold, system, scorer, folder)
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
        modifiers = f"modifiers: {result['mod_same']} of {result['mod_both']} the same"
        print(f"{corpus:10} {result['gold']} timexes  F1: {figures}  {modifiers}  ({speed})")


if __name__ == "__main__":
    main()
