"""Which program made a pack: its version, and the hash over the source of its rules."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from runtime.versie import programmaversie

__all__ = ["kernhash", "programmaversie"]


@cache
def kernhash() -> str:
    """One hash (64 hex) over every source file of `domain/`, in order of name."""
    som = hashlib.sha256()
    for naam, bron in sorted(_bronnen(files("domain"), "domain")):
        som.update(f"{naam}\n".encode() + hashlib.sha256(bron).digest())
    return som.hexdigest()


def _bronnen(map_: Traversable, naam: str) -> list[tuple[str, bytes]]:
    gevonden = list[tuple[str, bytes]]()
    for deel in map_.iterdir():
        if deel.is_dir():
            gevonden += _bronnen(deel, f"{naam}/{deel.name}")
        elif deel.name.endswith(".py"):
            gevonden.append((f"{naam}/{deel.name}", deel.read_bytes()))
    return gevonden
