"""Following: what later statements have to do with earlier ones, and where a commitment stands in time."""

from aide_memoire.following.anchor_day import date_due, iter_dated
from aide_memoire.following.match import Match, same_undertaking
from aide_memoire.following.thread import follow, follow_pending
from aide_memoire.following.time_state import time_state

__all__ = ["Match", "date_due", "follow", "follow_pending", "iter_dated", "same_undertaking", "time_state"]
