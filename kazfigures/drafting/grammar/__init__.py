"""The grammar of a sentence: its noun phrases and verb groups, and what is joined to what."""
