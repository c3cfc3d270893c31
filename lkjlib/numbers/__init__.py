"""A number as printed and as exact value.

`parse` reads it, `bounds` reads the bounds of a class, `format` writes it and rounds, `compare`
judges a printed number against the exact one, `fractions` finds the counts behind a percentage.
"""
