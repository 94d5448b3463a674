"""Drafts, and the notices beside them: values that a person confirms."""
