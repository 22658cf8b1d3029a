"""Bytes in: files, folders, JSONL and feeds become sources, one at a time."""

from .files import count_sources, iter_sources
from .limits import Limits

__all__ = ["Limits", "count_sources", "iter_sources"]
