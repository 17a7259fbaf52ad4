"""The version of the installed program, which is also the build id of its workers."""

from importlib.metadata import PackageNotFoundError, version

PAKKET = "opgavenmotor"


def programmaversie() -> str:
    """The version of the installed package; from a bare checkout there is none."""
    try:
        return version(PAKKET)
    except PackageNotFoundError:
        return "0.dev0"


def rang(versie: str) -> tuple[int, ...]:
    """Order of versions by their numbers: 0.10.0 comes after 0.9.2."""
    return tuple(int(deel) if deel.isdecimal() else -1 for deel in versie.split("."))
