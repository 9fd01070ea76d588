"""Finding the figures that a document reports."""
