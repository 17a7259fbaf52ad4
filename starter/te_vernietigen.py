"""Which documents somebody wants destroyed: whether all of them may go, and how the audit trail names them."""

import re
from collections.abc import Sequence

from domain.basis import Weigering
from register.vernietigen import Kandidaat

GENOEMD = 5
"""So many documents are named in the trail when their destruction was refused."""


def toets_vernietigbaar(weg: Sequence[Kandidaat]) -> None:
    """Raises Weigering when one of these is kept for good; nothing is then destroyed.

    It names them by hash: a refusal stands in the trail, which lies open in every pack, and a title may be secret.
    """
    if vast := [kandidaat for kandidaat in weg if kandidaat.blijvend]:
        welke = tuple(k.sha256[:12] for k in vast)
        raise Weigering("Archiefwet 5", f"Dit blijft bewaard: {welke[0]}; {vast[0].blijvend}.", welke)


def waarover(welke: Sequence[str]) -> str:
    """The documents that somebody names, for the trail: as hashes only, whatever else was typed."""
    if not welke:
        return "alle documenten"
    hashes = list(dict.fromkeys(deel[:12] for deel in welke if re.fullmatch(r"[0-9a-f]{12,64}", deel)))
    if not hashes:
        return "geen document van deze opgave"
    meer = len(hashes) - GENOEMD
    return f"documenten {', '.join(hashes[:GENOEMD])}{f' en nog {meer}' if meer > 0 else ''}"
