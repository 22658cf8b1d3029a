"""Read the actor lexicons: one typed, cached loader over `lexicons/`."""

from functools import cache

from aide_memoire.actors.entries import Lexicon
from aide_memoire.lexicons import ROOT, read_lexicon

FILES = (
    "states.toml",
    "organisations.toml",
    "groups.toml",
    "armed_groups.toml",
    "metonyms.toml",
    "instruments.toml",
    "mentions.toml",
    "outlets.toml",
    "cameo.toml",
    "ambiguous.toml",
)
FOLDERS = ("ministries", "posts")


@cache
def load_lexicons() -> tuple[Lexicon, ...]:
    """Every actor lexicon, typed; raises LexiconError with the file, and the entry's path where one is malformed."""
    files = [ROOT / name for name in FILES]
    for folder in FOLDERS:
        place = ROOT / folder
        if place.is_dir():
            files += sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(read_lexicon(file, Lexicon) for file in files)
