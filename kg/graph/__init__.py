"""Floor: the knowledge graph, and what is measured on it."""
