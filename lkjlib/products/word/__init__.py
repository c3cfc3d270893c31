"""Word files: Bab III rebuilt from the frames, and the proposals of the ledger (`revisions`).

Content (`opening`, `sasaran`, `realisasi`) is a list of blocks; `markdown` numbers and writes
them, `pandoc` turns them into one .docx. Page and styles are those of reference.docx,
a document to open and restyle in Word; what is changed under a style's name shows in the chapter.
"""
