"""Floor: many extractions become one Knowledge."""
