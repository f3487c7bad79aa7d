"""Recomputes the numeric claims of a report from the report's own figures."""

__version__ = "0.1.0"
