"""What people open: notebook output, figures, workbooks, Word, site, marked copies."""
