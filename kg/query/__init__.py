"""Floor: questions to the graph and their answers."""
