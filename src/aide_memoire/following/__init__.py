"""Following: what later statements have to do with earlier ones, and where a commitment stands in time."""

from aide_memoire.following.match import Match, same_undertaking
from aide_memoire.following.thread import follow, follow_pending
from aide_memoire.following.time_state import time_state

__all__ = ["Match", "follow", "follow_pending", "same_undertaking", "time_state"]
