"""The rule reader that the trained one replaced, kept to be measured against."""

from benchmarks.rules.reader import read_by_rules as read_by_rules
