"""What was learned, as people want to see it."""
