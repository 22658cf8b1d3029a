"""A text file or an HTML page as one source, with the `# key: value` head that a text may begin with."""

import hashlib
import re

import msgspec

from ..errors import SourceError
from ..records import Metadata, Source
from .decoding import decode

_HEAD_LINE = re.compile(r"# ([A-Za-z][A-Za-z0-9._-]{0,39}): ?(.*)")
_KEYS = frozenset(Metadata.__struct_fields__)


def read_text(raw: bytes, *, name: str) -> Source:
    """The text of a file, with the metadata of its head; the content begins after the head's blank line.

    "# publisher: The Daily Courier\\n# published: 2021-01-21\\n\\nThe minister said ..." gives both and the body.
    """
    content, metadata = split_head(decode(raw, name=name))
    return _source(raw, name=name, media="text", content=content, metadata=metadata)


def read_html(raw: bytes, *, name: str) -> Source:
    """The markup of a page, decoded; what it says of itself is read when it becomes a document."""
    return _source(raw, name=name, media="html", content=decode(raw, name=name, declared=True), metadata=Metadata())


def split_head(text: str) -> tuple[str, Metadata]:
    """The body and the metadata of a text that may begin with `# key: value` lines and a blank line.

    At least one key must be one that is known, so that a Markdown heading is not taken for a head.
    """
    lines = text.split("\n")
    heads = []
    for line in lines:
        found = _HEAD_LINE.fullmatch(line.rstrip("\r"))
        if not found:
            break
        heads.append((found[1].lower(), found[2].strip()))
    known = {key: value for key, value in heads if key in _KEYS and value}
    after = len(heads)
    ended = after < len(lines) and not lines[after].strip()
    if not known or not ended:
        return text, Metadata()
    return "\n".join(lines[after + 1 :]), msgspec.convert(known, Metadata)


def _source(raw: bytes, *, name: str, media: str, content: str, metadata: Metadata) -> Source:
    if not content.strip():
        raise SourceError(f"{name} is empty", remedy="Check that the file was saved with its text.")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Source(
        name=name, media="html" if media == "html" else "text", sha256=sha256, content=content, metadata=metadata
    )
