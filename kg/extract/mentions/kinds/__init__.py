"""Kinds of rules that find names, one a module."""
