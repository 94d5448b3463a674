"""Ledgers in the vocabularies of others."""
