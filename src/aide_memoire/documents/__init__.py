"""From a source to a document: clean text, head and date, with the furniture kept apart."""

from .document import to_document

__all__ = ["to_document"]
