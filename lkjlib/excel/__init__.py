"""Any .xlsx as cells with addresses, or refused.

`workbook` opens a file and gives its sheets. Before it stands `guard`, which unpacks no more than
`limits` allow and asks `sniff` what a file is that is no workbook. `contents` lists sheets, texts
and formats; `cells` makes a value of every stored cell; `persons` takes names out; `formulas` works
out the sums that a program left uncalculated. `copies` opens a workbook to be marked, `saving`
writes one.
"""
