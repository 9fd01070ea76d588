"""Floor: one document becomes an Extraction."""
