"""Tags of languages, as BCP 47 writes them: ``en-GB``."""

TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def primary(language: str) -> str:
    """The language without its region: ``en`` of ``en-GB``."""
    return language.split("-", maxsplit=1)[0]
