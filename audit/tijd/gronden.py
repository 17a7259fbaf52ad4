"""Why something was done, and on which ground: what facts themselves say about it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from domain.feit import Feit
from domain.stand import Stand

REDENEN = ("reden", "motivering", "toelichting")
GRONDEN = ("grondslag", "grond", "regel")
BINNEN = ("termijn", "stap", "besluit")
"""Where a ground lies inside a fact: the term that started, the step that was opened, the record that waits."""
ZONDER = ("huisregel",)
"""No ground outside our own house."""


def redenen(feiten: Sequence[Feit], gezegd: str) -> tuple[str, ...]:
    """The reasons given in these facts that the sentences (`gezegd`) don't tell already, each once."""
    gevonden = (getattr(deel, veld, "") for feit in feiten for deel in _delen(feit) for veld in REDENEN)
    return tuple(dict.fromkeys(t for t in gevonden if isinstance(t, str) and t and t not in gezegd))


def gronden(feiten: Sequence[Feit], stand: Stand) -> tuple[str, ...]:
    """The articles, rules and mandates under these facts, each once; the sender's own ground comes first."""
    eerste = feiten[0]
    eigen = [eerste.door.grondslag] if eerste.opdracht is not None else []
    delen = (grond for feit in feiten for grond in (*_uit(feit), *_van_stap(feit, stand)))
    return tuple(dict.fromkeys(grond for grond in (*eigen, *delen) if grond and grond not in ZONDER))


def _delen(feit: Feit) -> tuple[Any, ...]:
    inhoud: Any = feit.inhoud
    binnen = (getattr(inhoud, naam, None) for naam in BINNEN)
    return (inhoud, *(deel for deel in binnen if deel is not None and not isinstance(deel, str)))


def _uit(feit: Feit) -> Iterator[str]:
    for deel in _delen(feit):
        for veld in GRONDEN:
            waarde = getattr(deel, veld, "")
            yield from _los((waarde,) if isinstance(waarde, str) else waarde)


def _los(gronden_: Iterable[object]) -> Iterator[str]:
    return (str(grond) for grond in gronden_)


def _van_stap(feit: Feit, stand: Stand) -> Iterator[str]:
    """A proposal and a decision rest on the article of their step."""
    if feit.inhoud.soort in ("BesluitVoorgelegd", "BesluitGenomen", "BesluitHersteld"):
        stap = stand.stappen.get(getattr(feit.inhoud, "stap", ""))
        if stap is not None:
            yield stap.grond
