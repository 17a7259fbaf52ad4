"""What the rules about working together share."""

from collections.abc import Iterable

from domain.regels.hulp import Context, nieuw_id
from domain.reglement.samenwerkregels import Samenwerkregels
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt


def eis_regels(ctx: Context) -> Samenwerkregels:
    """The scales and labels of the edition. Raises Weigering for an edition that knew none."""
    return ctx.reglement.samen


def acties(stand: Stand, teksten: Iterable[str]) -> tuple[AfspraakGemaakt, ...]:
    """Each text as something the opgavemanager does; what is promised already and still open is not doubled."""
    open_ = {a.tekst for a in stand.afspraken.values() if a.afgerond_op is None}
    feiten: list[AfspraakGemaakt] = []
    for tekst in dict.fromkeys(teksten):
        if tekst not in open_:
            id_ = nieuw_id(stand, None, "AF", stand.afspraken, "afspraak", [f.afspraak for f in feiten])
            feiten.append(AfspraakGemaakt(afspraak=id_, tekst=tekst, wie="opgavemanager", bron="overig"))
    return tuple(feiten)
