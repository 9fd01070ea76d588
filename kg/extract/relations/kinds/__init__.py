"""The kinds of rules that find relations, one a module."""
