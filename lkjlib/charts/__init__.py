"""Charts in the house style; matplotlib is imported only from here."""
