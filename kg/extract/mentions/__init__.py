"""Finding what a document names."""
