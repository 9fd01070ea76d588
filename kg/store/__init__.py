"""Floor: records kept on disk, so that a graph can live from day to day."""
