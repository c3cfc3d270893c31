"""A printed report as words and numbers: what they are, and where they contradict each other."""
