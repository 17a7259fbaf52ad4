"""The belangenkaart (S0-09), with what each partner does that others don't (S0-19) and its own goals (S2-13)."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import blad, bladen, naam, niet_zelf, nog_niet
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_inhoud import Inhoud
from domain.taal.bladen_partner import Belangen, ComplementaireRol, Doelstellingen


def belangen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Public interest, own interest and what pulls between them; then roles and goals side by side."""
    kaart = bladen(stand, Belangen)
    roosters = (
        Rooster(
            titel="Belangenkaart",
            kolommen=("Partner", "Publiek belang", "Eigen belang", "Spanning"),
            rijen=tuple((naam(stand, b.partner), b.publiek_belang, b.eigen_belang, b.spanning or "-") for b in kaart),
            leeg="Nog geen partner noemde zijn belangen.",
        ),
        Rooster(
            titel="Wat deze overheid doet en anderen niet",
            kolommen=("Partner", "Complementaire rol"),
            rijen=tuple((naam(stand, b.partner), b.rol) for b in bladen(stand, ComplementaireRol)),
        ),
        _doelen(stand),
        *niet_zelf(stand, Belangen, ComplementaireRol, Doelstellingen),
    )
    stil = nog_niet(stand, (b.partner for b in kaart))
    spanning = tuple(naam(stand, b.partner) for b in kaart if b.spanning)
    let_op = (
        *((f"Noemde nog geen belangen: {', '.join(stil)}.",) if stil else ()),
        *((f"Spanning tussen publiek en eigen belang bij: {', '.join(spanning)}.",) if spanning else ()),
    )
    return Vel(naam="belangen", titel="Belangenkaart", roosters=roosters, let_op=let_op)


def _doelen(stand: Stand) -> Rooster:
    """The goals of the opgave first, then those of the partners."""
    inhoud = blad(stand, Inhoud)
    eigen = (("de opgave", "; ".join(inhoud.doelen)),) if inhoud else ()
    partners = tuple((naam(stand, b.partner), "; ".join(b.doelen)) for b in bladen(stand, Doelstellingen))
    return Rooster(titel="Doelen naast elkaar", kolommen=("Van wie", "Doelen"), rijen=(*eigen, *partners))
