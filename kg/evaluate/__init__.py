"""Floor: extraction records measured against gold."""
