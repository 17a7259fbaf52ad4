"""The frame (S1-10, S2-04, S2-07, S2-09, S2-10, S2-17, S0-07): what is fixed, what is let go, what is welcome."""

from collections.abc import Iterable, Sequence

from domain.beeld.samen.lezen import blad, bladen, dag, keren
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_kaders import (
    Instrumentmix,
    Kaderpunt,
    Kaders,
    Uitnodiging,
    VoorafEnLosgelaten,
    WettelijkeKerntaken,
)
from domain.woorden import gewoon


def kaders(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """All of the frame on one page; the change log of what was let go comes from the facts."""
    roosters = (_lijsten(stand), _punten(stand), *_losgelaten(stand, feiten), _uitnodigingen(stand), _vast(stand))
    return Vel(naam="kaders", titel="Kaders en loslaten", roosters=roosters, let_op=tuple(_let_op(stand)))


def _lijsten(stand: Stand) -> Rooster:
    b = blad(stand, Kaders)
    rijen = [(soort, tekst) for soort in ("inhoud", "proces") for tekst in (getattr(b, soort) if b else ())]
    if b and b.geen_kader_nodig:
        rijen.append(("geen kader nodig", b.toelichting or "-"))
    return Rooster(titel="Kaders zoals voorgelegd aan PS", kolommen=("Soort", "Kader"), rijen=tuple(rijen))


def _punten(stand: Stand) -> Rooster:
    kolommen = ("Nr", "Punt", "Soort", "Hoe concreet", "Uiterlijk", "Loslaten")
    rijen = (
        (b.nr, b.tekst, b.soort, gewoon(b.concreetheid), dag(b.uiterlijk), _loslaten(b))
        for b in bladen(stand, Kaderpunt)
    )
    return Rooster(titel="Per punt: hoe concreet, en kan het los", kolommen=kolommen, rijen=tuple(rijen))


def _loslaten(b: Kaderpunt) -> str:
    return f"ja, mits {b.voorwaarde}" if b.loslaten == "voorwaarde" else b.loslaten


def _losgelaten(stand: Stand, feiten: Sequence[Feit]) -> tuple[Rooster, Rooster]:
    """The newest, and what each change added and took away."""
    b = blad(stand, VoorafEnLosgelaten)
    nu = Rooster(
        titel="Vooraf bedacht en losgelaten",
        kolommen=("Vooraf bedacht", "Losgelaten"),
        rijen=(("; ".join(b.vooraf_bedacht) or "-", "; ".join(b.losgelaten) or "-"),) if b else (),
    )
    keer = keren(feiten, VoorafEnLosgelaten)
    leeg = VoorafEnLosgelaten(blad="vooraf_en_losgelaten")
    vorige = (leeg, *(blad_ for _, blad_ in keer))
    rijen = ((dag(op), *_verschil(was, nieuw)) for was, (op, nieuw) in zip(vorige, keer, strict=False))
    kolommen = ("Dag", "Vooraf bedacht", "Losgelaten")
    logboek = Rooster(
        titel="Wat er veranderde", kolommen=kolommen, rijen=tuple(rijen), leeg="Er zijn geen wijzigingen te zien."
    )
    return nu, logboek


def _verschil(was: VoorafEnLosgelaten, nieuw: VoorafEnLosgelaten) -> tuple[str, str]:
    return _erbij(was.vooraf_bedacht, nieuw.vooraf_bedacht), _erbij(was.losgelaten, nieuw.losgelaten)


def _erbij(was: Sequence[str], nieuw: Sequence[str]) -> str:
    erbij, eraf = [f"erbij: {t}" for t in nieuw if t not in was], [f"eraf: {t}" for t in was if t not in nieuw]
    return "; ".join((*erbij, *eraf)) or "-"


def _uitnodigingen(stand: Stand) -> Rooster:
    return Rooster(
        titel="Uitnodigingskaart",
        kolommen=("Nr", "Waar", "Wat is welkom", "Voorwaarden"),
        rijen=tuple((b.nr, b.waar, b.wat_welkom, "; ".join(b.voorwaarden) or "-") for b in bladen(stand, Uitnodiging)),
    )


def _vast(stand: Stand) -> Rooster:
    """What the law keeps with the overheid, and the mix of instruments."""
    kern, mix = blad(stand, WettelijkeKerntaken), blad(stand, Instrumentmix)
    verdeling = f"regels {mix.regels}, samenwerking {mix.samenwerking}, geld {mix.geld}" if mix else ""
    rijen = (
        ("Wettelijke kerntaken: blijven bij de overheid", "; ".join(kern.taken) if kern else "nog niet ingevuld"),
        ("Instrumentmix, samen 100", verdeling or "nog niet ingevuld"),
        ("Toelichting bij de mix", (mix.toelichting or "-") if mix else "-"),
    )
    return Rooster(titel="Wat blijft en waarmee we werken", kolommen=("Wat", "Hoe"), rijen=rijen)


def _let_op(stand: Stand) -> Iterable[str]:
    mix = blad(stand, Instrumentmix)
    if mix and mix.regels == 100:
        yield "Er staan alleen regels in de instrumentmix. Zet er ook samenwerking of geld naast (S2-07)."
    if open_ := [b for b in bladen(stand, Kaderpunt) if b.concreetheid == "nader_uit_te_werken"]:
        yield f"Nog uit te werken: {', '.join(f'{b.tekst} (uiterlijk {dag(b.uiterlijk)})' for b in open_)}."
