"""Reported figures as sourced, timestamped observations, and rules that reconcile them."""
