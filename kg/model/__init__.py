"""Floor: the frozen types that every other floor shares."""
