"""The engine: a declared table is found, read, checked and becomes a frame.

It knows no office and no subject; the declarations come from the themes. A sheet holds one table;
the table is found by its header words, never by its position, and known by its name,
``file.Sheet``.
"""
