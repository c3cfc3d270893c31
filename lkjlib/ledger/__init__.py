"""Every statement of the report recomputed and judged."""
