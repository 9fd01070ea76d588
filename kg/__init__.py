"""Chinese financial news in, a knowledge graph with evidence out."""
