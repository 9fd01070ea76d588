"""The page: one HTML file, offline and safe, that shows the graph with the sentence behind every fact."""
