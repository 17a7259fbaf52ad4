"""How a message is made of a fact: its first line tells what happened, `betreft` the step it is about."""

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.feit import Feit
from domain.gevolg import Bericht, Gevolg
from domain.zinnen import vertel

BETROKKEN = ("opgavemanager", "portefeuillehouder", "bestuurssecretariaat", "griffier")
"""Everyone at the province who must know; the partners come on top."""


OVER_EEN_STAP = ("BesluitVoorgelegd", "BesluitAangehouden", "BesluitGenomen", "HalteBereikt")
OVER_EEN_TERMIJN = ("HerinneringVerstuurd", "TermijnVerstreken")
"""Facts whose messages wait while the step they are about is in doubt; the id of a term is `betreft/code`."""
MET_NIEUW_EINDE = ("TermijnVerlengd", "TermijnHervat", "TermijnHerberekend")
"""Facts that carry the whole term as it is from now on."""


def maak_bericht(
    feit: Feit,
    onderwerp: str,
    *aan: str,
    meer: tuple[str, ...] = (),
    vraag: str = "",
    uiterlijk: date | None = None,
    wettelijk: bool = False,
) -> Bericht:
    return Bericht(
        aan=aan,
        onderwerp=" ".join(onderwerp.split()),
        alineas=(vertel(feit), *meer),
        vraag=vraag,
        uiterlijk=uiterlijk,
        wettelijk=wettelijk,
        betreft=_betreft(feit.inhoud),
    )


def _betreft(f: Any) -> str | None:
    if f.soort in MET_NIEUW_EINDE:
        return str(f.termijn.betreft)
    if f.soort in OVER_EEN_TERMIJN:
        return str(f.termijn).rpartition("/")[0]
    return str(f.stap) if f.soort in OVER_EEN_STAP else None


def meld(onderwerp: str, *aan: str) -> Callable[[Feit, Any], tuple[Gevolg, ...]]:
    """A message that only tells what happened."""
    return lambda feit, _: (maak_bericht(feit, onderwerp, *aan),)
