"""The engine: a declared table is found, read, checked and becomes a frame.

It knows no office and no subject; the declarations come from the themes. A sheet holds one table;
the table is found by its header words, never by its position, and known by its name,
``file.Sheet``.

========================  ==============================================================
`declaration`             what a table, a column, a level is declared to be
`folder`                  a folder's workbooks opened, read and checked
`find`                    the sheet of a table, `header` its header
`read`                    its rows and sum rows; `levels` headings in them, `row_kinds`
                          tells rows apart, `row_cells` reads the cells of one
`around`                  what stands around it: units, lost headings, hidden rows
`values`                  where a cell becomes a number
`entries`                 what was read: values with their cells, sums, faults
`check`                   what must hold inside a table and between tables
`frames`                  rows become a frame, described by the table they come from
========================  ==============================================================
"""
