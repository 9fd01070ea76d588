"""Floor: text becomes pieces that keep their offsets."""
