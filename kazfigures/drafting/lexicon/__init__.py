"""The English words by which a text is read: what tells an outcome, and the little words."""
