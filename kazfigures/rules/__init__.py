"""Reconciling: rules that turn the reports of one measure into an estimate with its account."""
