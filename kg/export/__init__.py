"""Floor: the graph as files that open elsewhere."""
