"""Read the actor lexicons: one typed, cached loader over `lexicons/`."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from aide_memoire.actors.entries import Lexicon
from aide_memoire.errors import LexiconError

FILES = (
    "states.toml",
    "organisations.toml",
    "groups.toml",
    "armed_groups.toml",
    "metonyms.toml",
    "instruments.toml",
    "mentions.toml",
    "outlets.toml",
)
FOLDERS = ("ministries", "posts")


@cache
def load_lexicons() -> tuple[Lexicon, ...]:
    """Every actor lexicon, typed; raises LexiconError with the file, and the entry's path where one is malformed."""
    root = resources.files("aide_memoire") / "lexicons"
    files = [root / name for name in FILES]
    for folder in FOLDERS:
        place = root / folder
        if place.is_dir():
            files += sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(decode(file) for file in files)


def decode(file: Traversable) -> Lexicon:
    """One TOML file as a Lexicon."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Lexicon)
    except FileNotFoundError as error:
        raise LexiconError(f"The lexicon {file.name} is missing", remedy="Reinstall the package.") from error
    except msgspec.MsgspecError as error:
        raise LexiconError(f"The lexicon {file.name} is malformed: {error}", remedy="Correct the entry.") from error
