"""Sentences of a text, found by their ends; a line break ends one too."""

import re
from collections.abc import Iterator

from aide_memoire.reading.draft import Extent

# A full stop ends a sentence unless it closes an initial or an abbreviation that stands before a name or a number.
END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|vs|No|Jr|Sr))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec|Adm|Maj|Sgt|Art))(?<!\b(?:Prof|Sept|Capt|Cmdr|Pres))
        [.!?]["”’')\]]*(?=\s+["“‘'(\[]?[A-Z0-9])|\n+""",
    re.VERBOSE,
)


def iter_sentences(text: str) -> Iterator[Extent]:
    """The extents of a text's sentences in order, without the white space between them.

    >>> [text[slice(*s)] for s in iter_sentences(text := "Mr. Lee met them. He left.")]
    ['Mr. Lee met them.', 'He left.']
    """
    start = 0
    for end in (*(m.end() for m in END.finditer(text)), len(text)):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped[0])
            yield Extent(begin, begin + len(stripped))
        start = end
