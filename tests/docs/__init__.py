"""The docs do what they say: their commands run, their snippets are applied, their lists are full."""
