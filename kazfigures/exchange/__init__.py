"""In and out, without loss."""
