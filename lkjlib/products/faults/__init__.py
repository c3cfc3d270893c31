"""Faults of annexes as a reader meets them: terminal, CSV, marked copies."""
