"""A number as printed and as exact value: parse, format, compare."""
