"""Saying something in a golden life, and seeing at once that it went as the story tells."""

from typing import Any

from tests.workflows.omgeving import Leven


async def moet(leven: Leven, soort: str, **inhoud: Any) -> None:
    """A command that must be allowed: otherwise the story is not the one it says it is."""
    bewijs = await leven.geef(soort, **inhoud)
    if bewijs.geweigerd:
        raise AssertionError(f"{soort}: {bewijs.reden} {bewijs.ontbreekt}")


async def moet_weigeren(leven: Leven, soort: str, **inhoud: Any) -> None:
    """A command that must be refused, and recorded as such."""
    bewijs = await leven.geef(soort, **inhoud)
    if not bewijs.geweigerd:
        raise AssertionError(f"{soort} is niet geweigerd")
