"""Any table that a person laid out, as a tidy frame: `read` is its face.

`containers` opens a file as sheets of cells, `html` the tables of a page; `grid` says what each
cell is; `blocks` finds where tables stand; `header` reads what stands over the numbers, `stub` and
`sections` what stands beside them, `values` the numbers by what their column shows, `dates` labels
that became dates; `sums` finds totals, `traps` names what may mislead; `table` puts the frame
together. `words` and `lines` hold the vocabulary.
"""
