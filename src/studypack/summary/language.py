"""Tags of languages, as BCP 47 writes them: ``en-GB``."""


def primary(language: str) -> str:
    """The language without its region: ``en`` of ``en-GB``."""
    return language.split("-", maxsplit=1)[0]
