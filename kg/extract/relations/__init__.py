"""Finding what a document states between the things it names."""
