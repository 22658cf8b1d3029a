"""aide-mémoire: who undertook to do what, toward whom, on what condition, by when; out of the public record."""

__version__ = "0.1.0"
