"""The web page of a pack: what is in it, cards to flip, how to use it. It shows finished files."""
