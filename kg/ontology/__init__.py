"""Floor: a pack's files become immutable objects."""
