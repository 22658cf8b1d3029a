"""Measure how often each rule of the reader is right on annotated texts, and write lexicons/rule_scores.toml.

usage: python training/score_rules.py ANNOTATION_DIR TEXT_DIR

A find is right where the annotators have a statement of its kind with that head, core or not. A rule with few finds is
drawn towards the share of its kind ("cue", "modal", "event"): (right + 10 x share) / (finds + 10).
"""

import json
import sys
from collections import Counter
from pathlib import Path

from aide_memoire.pipeline import read_sources
from aide_memoire.records import Metadata, Reading

PRIOR = 10
TARGET = Path(__file__).parents[1] / "src" / "aide_memoire" / "lexicons" / "rule_scores.toml"
HEAD = """# How often each rule of the reader was right on the training annotations: the share of its finds that the
# annotators have as a statement of that kind, core or not. Written by training/score_rules.py; a rule that is not
# listed has the share of its kind.
"""


def count(annotations: Path, texts: Path) -> tuple[Counter[str], Counter[str]]:
    """Finds and right finds by rule."""
    finds: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(annotations.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (reading,) = read_sources([str(texts / gold["doc"])], given=Metadata(published=gold["published"]))
        if not isinstance(reading, Reading):
            continue
        for statement in reading.statements:
            rule = statement.why[0]
            finds[rule] += 1
            right[rule] += any(
                g["kind"] == statement.kind
                and statement.head.text in {h["text"] for h in (g["head"], *g["also_heads"])}
                and (statement.text in g["text"] or g["text"] in statement.text or overlap(g["text"], statement.text))
                for g in gold["statements"]
            )
    return finds, right


def overlap(one: str, other: str) -> bool:
    """Whether two clauses share at least half of their words."""
    a, b = set(one.split()), set(other.split())
    return 2 * len(a & b) >= min(len(a), len(b))


def main(annotations: Path, texts: Path) -> None:
    """Count, and write the file."""
    finds, right = count(annotations, texts)
    kinds: Counter[str] = Counter()
    kinds_right: Counter[str] = Counter()
    for rule, n in finds.items():
        kinds[rule.split(":")[0]] += n
        kinds_right[rule.split(":")[0]] += right[rule]
    rows = {kind: kinds_right[kind] / n for kind, n in kinds.items()}
    for rule, n in finds.items():
        if n >= PRIOR and ":" in rule:
            rows[rule] = (right[rule] + PRIOR * rows[rule.split(":")[0]]) / (n + PRIOR)
    entries = [f'[[score]]\nrule = "{rule}"\nright = {share:.2f}\n' for rule, share in sorted(rows.items())]
    TARGET.write_text(HEAD + "\n" + "\n".join(entries), encoding="utf-8")
    print(f"{sum(right.values())} of {sum(finds.values())} finds right; {len(rows)} rules written to {TARGET.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
