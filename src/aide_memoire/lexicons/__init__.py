"""What the program knows, as TOML, and the one reader of it; each stage gives the type of its own files."""

from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from aide_memoire.errors import LexiconError

ROOT: Traversable = resources.files(__name__)


def read_lexicon[T](file: str | Traversable, kind: type[T]) -> T:
    """Read one TOML file, by its name below `lexicons/` or from anywhere, into its type.

    `read_lexicon("speech.toml", Speech)`. LexiconError names the file, and the field where one is malformed.
    """
    path = ROOT / file if isinstance(file, str) else file
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as error:
        raise LexiconError(f"The lexicon {path.name} is missing", remedy="Reinstall the package.") from error
    except msgspec.MsgspecError as error:
        raise LexiconError(f"The lexicon {path.name} is malformed: {error}", remedy="Correct the entry.") from error
