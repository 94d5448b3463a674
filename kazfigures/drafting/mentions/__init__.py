"""The figures of a sentence: which counts what, and whom."""
