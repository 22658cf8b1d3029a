"""How well attributions are found: who says, thinks or wants what, on the development part of PolNeAR.

usage: python -m benchmarks.attribution [--half even|odd|both] [--errors | --json]

Articles whose name has an even SHA-256 were read and tuned on; of the odd ones only the figures are printed. The
corpus is univocal (of two attributions one inside the other it has the outer one), so of ours that lie inside another's
content none is counted, neither for us nor against us.

Relations are paired one to one, greedily, by the words that their contents share, then their cues. Then, over words:
`source_f1`, `cue_f1`, `content_f1` and `whole_f1` (all three roles) count shared words of the pairs against all words
of both sides; `content_right_f1` counts pairs whose contents share at least half of the words of each, and
`relation_f1` those of them whose sources share a word, or are missing on both sides.
"""

import argparse
import hashlib
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from aide_memoire.actors.attribution import find_attributions

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "gold" / "attribution" / "polnear-dev"
WORD = re.compile(r"\w+")
HALVES = ("even", "odd")


class Relation(NamedTuple):
    """The words of an attribution's roles, by where they begin."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @property
    def whole(self) -> frozenset[int]:
        """All of its words."""
        return self.source | self.cue | self.content


class Article(NamedTuple):
    """A text with what is annotated in it and what was found."""

    name: str
    text: str
    gold: list[Relation]
    found: list[Relation]
    pairs: list[tuple[Relation, Relation]]


def main() -> None:
    """Print the figures of each half, and the misses and false finds of the open one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--errors", action="store_true", help="list the errors of the even half")
    parser.add_argument("--json", action="store_true", help="print the figures of the halves as one JSON object, alone")
    options = parser.parse_args()
    halves = HALVES if options.half == "both" else (options.half,)
    read = {half: list(iter_articles(half)) for half in halves}
    results = {half: score(articles) for half, articles in read.items()}
    if options.json:
        print(json.dumps(results))
        return
    for half, result in results.items():
        print(f"{half}: " + ", ".join(f"{name} {value:.3f}" for name, value in result.items()))
    if options.errors and "even" in read:
        list_errors(read["even"])
    print(f"{words_a_second():,} words a second")


def score(articles: list[Article]) -> dict[str, float]:
    """The figures of some articles."""
    pairs = [pair for article in articles for pair in article.pairs]
    gold = [r for article in articles for r in article.gold]
    found = [r for article in articles for r in article.found]
    result: dict[str, float] = {"gold": len(gold), "found": len(found)}
    for role in ("source", "cue", "content", "whole"):
        shared = sum(len(getattr(g, role) & getattr(f, role)) for g, f in pairs)
        total = sum(len(getattr(r, role)) for r in (*gold, *found))
        result[f"{role}_f1"] = 2 * shared / total if total else 0.0
    total = len(gold) + len(found)
    result["content_right_f1"] = 2 * sum(is_content_right(g, f) for g, f in pairs) / total
    right = sum(is_right(g, f) for g, f in pairs)
    result |= {"relation_p": right / len(found), "relation_r": right / len(gold), "relation_f1": 2 * right / total}
    return result


def is_content_right(gold: Relation, found: Relation) -> bool:
    """Whether the contents share at least half of the words of each."""
    shared = len(gold.content & found.content)
    return 2 * shared >= len(gold.content) and 2 * shared >= len(found.content) and shared > 0


def is_right(gold: Relation, found: Relation) -> bool:
    """Whether the content is right and so is its source."""
    sources = bool(gold.source & found.source) if gold.source else not found.source
    return is_content_right(gold, found) and sources


def pair_up(gold: list[Relation], found: list[Relation]) -> list[tuple[Relation, Relation]]:
    """One-to-one pairs, the most alike first."""
    alike = [
        (len(g.content & f.content) / len(g.content | f.content or {0}), len(g.cue & f.cue), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.content & f.content or g.cue & f.cue
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for *_, i, j in sorted(alike, reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def iter_articles(half: str) -> Iterator[Article]:
    """The articles of one half, read; of several annotators the first."""
    for path in sorted((FOLDER / "text").glob("*.txt")):
        if is_even(path.stem) != (half == "even"):
            continue
        text = path.read_text(encoding="utf-8")
        annotated = sorted((FOLDER / "attributions").glob(f"{path.stem}*.ann"))
        gold = list(iter_gold(annotated[0], text))
        found = outermost([read_found(text, *f) for f in find_attributions(text)])
        yield Article(path.stem, text, gold, found, pair_up(gold, found))


def read_found(
    text: str, source: tuple[int, int] | None, cue: tuple[int, int], content: tuple[tuple[int, int], ...]
) -> Relation:
    """An attribution of ours as words."""
    return Relation(words(text, [source] if source else []), words(text, [cue]), words(text, content))


def outermost(found: list[Relation]) -> list[Relation]:
    """Those whose cue lies in no other's content."""
    return [r for r in found if not any(r.cue <= other.content for other in found if other is not r and r.cue)]


def iter_gold(path: Path, text: str) -> Iterator[Relation]:
    """The relations of a brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, fields, *_ = line.split("\t")
        if name.startswith("T"):
            spans[name] = [(int(a), int(b)) for a, b in (part.split() for part in fields.split(" ", 1)[1].split(";"))]
        elif name.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for role, span in (part.split(":") for part in fields.split()):
                roles.get(role.rstrip("0123456789"), []).extend(spans.get(span, []))
            yield Relation(*(words(text, roles[role]) for role in ("Source", "Cue", "Content")))


def words(text: str, places: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Where the words in some places begin."""
    return frozenset(m.start() for start, end in places for m in WORD.finditer(text, start, end))


def is_even(name: str) -> bool:
    """Which half an article belongs to."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def list_errors(articles: list[Article]) -> None:
    """One line an annotation missed, got wrong, or found where there is none."""
    for article in articles:
        for gold, found in article.pairs:
            if not is_right(gold, found):
                print(f"WRONG {article.name[:20]} | {quote(article.text, gold)}")
                print(f"      {' ' * 20} | {quote(article.text, found)}")
        for gold in article.gold:
            if not any(gold is g for g, _ in article.pairs):
                print(f"MISSED {article.name[:20]} | {quote(article.text, gold)}")
        for found in article.found:
            if not any(found is f for _, f in article.pairs):
                print(f"EXTRA {article.name[:20]} | {quote(article.text, found)}")


def quote(text: str, relation: Relation) -> str:
    """The words of a relation, role by role."""

    def say(places: frozenset[int]) -> str:
        return " ".join(m.group() for p in sorted(places) if (m := WORD.match(text, p)))[:150]

    return f"{say(relation.source)} [{say(relation.cue)}] {say(relation.content)}"


def words_a_second() -> int:
    """How many words are read a second, on one core, once the tables are warm."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((FOLDER / "text").glob("*.txt"))]
    find_attributions(texts[0])
    begun = time.perf_counter()
    for text in texts:
        find_attributions(text)
    return round(sum(len(text.split()) for text in texts) / (time.perf_counter() - begun))


if __name__ == "__main__":
    main()
