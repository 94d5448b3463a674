"""What a person should look at: why reports differ, and what does not add up."""
