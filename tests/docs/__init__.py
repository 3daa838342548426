"""The docs do what they say: commands run, snippets are applied, nothing is left out."""
