"""Everything about one partner on one page."""

from collections.abc import Iterable, Sequence

from domain.basis import Kenmerk
from domain.beeld.inbrengtelling import inbrengtelling
from domain.beeld.samen.blad import lees
from domain.beeld.samen.lezen import dag, naam, termijnzin
from domain.beeld.samen.overzicht import blad_rijen
from domain.beeld.samen.spelniveaus import LAAGNAMEN, metingen, partijbeelden
from domain.beeld.samen.steun import blokkades, te_laat
from domain.beeld.samen.vel import Rooster, Vel
from domain.beeld.samen.verwachtingen import misverstanden
from domain.feit import Feit
from domain.stand import Stand
from domain.woorden import gewoon


def partner(stand: Stand, wie: Kenmerk, feiten: Sequence[Feit] = ()) -> Vel:
    """The page of a partner that is in the state; a KeyError when it is not."""
    titel = f"{stand.partners[wie].naam} in {stand.opgave}"
    roosters = (_zelf(stand, wie), _bladen(stand, wie), _niveaus(stand, wie), _tafels(stand, wie), _open(stand, wie))
    return Vel(naam="partner", titel=titel, roosters=roosters, let_op=tuple(_let_op(stand, wie)))


def _zelf(stand: Stand, wie: Kenmerk) -> Rooster:
    p = stand.partners[wie]
    t = inbrengtelling(stand).per_partij.get(wie)
    inbreng = f"{t.voorgesteld} voorgesteld, {t.overgenomen} overgenomen, {t.deels} deels" if t else "nog niets"
    rijen = (
        ("Soort", gewoon(p.type)),
        ("Rol", p.rol or "-"),
        ("Doet mee sinds", dag(p.toegetreden_op)),
        ("Uitgetreden op", dag(p.uitgetreden_op)),
        ("Trekker", "ja" if stand.leven.trekker == wie else "nee"),
        ("Ingebracht", inbreng),
    )
    return Rooster(titel="Wie", kolommen=("Wat", "Antwoord"), rijen=rijen)


def _bladen(stand: Stand, wie: Kenmerk) -> Rooster:
    eigen = (lees(stand, b) for _, b in sorted(stand.bladen.items()) if getattr(b, "partner", None) == wie)
    rijen = tuple(rij for b in eigen for rij in blad_rijen(b, "Partner"))
    return Rooster(titel="Bladen over deze partner", kolommen=("Blad", "Veld", "Wat er staat"), rijen=rijen)


def _niveaus(stand: Stand, wie: Kenmerk) -> Rooster:
    """Shared levels only."""
    beelden = (b for nr in metingen(stand) for b in partijbeelden(stand, nr) if b.over == wie and b.lagen)
    rijen = tuple(
        (str(b.meting), LAAGNAMEN[laag], str(x.eigen), _tussen(x.laagste, x.hoogste))
        for b in beelden
        for laag, x in (b.lagen or {}).items()
    )
    kolommen = ("Meting", "Laag", "Eigen beeld", "Beeld van anderen")
    return Rooster(titel="Spelniveaus", kolommen=kolommen, rijen=rijen, leeg="Nog niet gedeeld.")


def _tussen(laagste: int, hoogste: int) -> str:
    """One number when all say the same."""
    return str(laagste) if laagste == hoogste else f"{laagste} tot {hoogste}"


def _tafels(stand: Stand, wie: Kenmerk) -> Rooster:
    namen = (wie, stand.partners[wie].naam)
    zit = (t for t in stand.tafels.values() if any(n in t.inhoud.deelnemers for n in namen))
    rijen = tuple(
        (
            t.inhoud.naam,
            gewoon(t.inhoud.tafelsoort),
            "; ".join(b.behoefte for b in t.inhoud.behoeften if b.deelnemer in namen) or "-",
        )
        for t in zit
    )
    return Rooster(titel="Tafels", kolommen=("Tafel", "Soort", "Behoefte"), rijen=rijen, leeg="Zit aan geen tafel.")


def _open(stand: Stand, wie: Kenmerk) -> Rooster:
    """What waits on this partner, and the signals about it."""
    termijnen = (t for t in stand.termijnen.values() if t.geadresseerde == wie and t.loopt)
    rijen = [(t.wat, termijnzin(t)) for t in sorted(termijnen, key=lambda t: t.einde)]
    open_ = (s for s in stand.signalen.values() if s.partner == wie and s.gesloten_op is None)
    rijen += [(f"signaal {s.id}: {s.omschrijving}", f"ernst {s.ernst} van 3") for s in open_]
    return Rooster(titel="Wat openstaat", kolommen=("Wat", "Stand"), rijen=tuple(rijen), leeg="Er staat niets open.")


def _let_op(stand: Stand, wie: Kenmerk) -> Iterable[str]:
    for m in misverstanden(stand):
        if wie in (m.van, m.aan):
            yield f"{naam(stand, m.van)} verwacht van {naam(stand, m.aan)}: {m.wat}. Dat is niet toegezegd."
    if laat := te_laat(stand, wie):
        yield f"Te laat met: {'; '.join(t.wat for t in laat)}."
    for b in blokkades(stand):
        if b.partner == wie:
            yield f"Daardoor wachten deze doelen: {'; '.join(b.doelen)}."
