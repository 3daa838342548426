"""The model: what a summary can say. Pure and frozen; nothing here reads a file."""
