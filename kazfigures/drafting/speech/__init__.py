"""Who speaks, in the words of one sentence."""
