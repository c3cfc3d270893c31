"""The site that works offline."""
