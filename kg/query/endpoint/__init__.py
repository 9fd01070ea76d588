"""A read-only SPARQL 1.1 endpoint on this machine."""
