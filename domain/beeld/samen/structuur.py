"""The share of time that went to structure, people and powers (S4-04), and who steers what (S3-02, S3-18)."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.basis import Model
from domain.beeld.samen.lezen import bladen, dag
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_structuur import Overlegtijd, Regieafspraken
from domain.taal.tafels import TafelBijeengekomen

TE_VEEL = 50
"""Above this percentage the advice is to go back to the content."""


class Tijdpost(Model):
    """Minutes of one meeting or table."""

    wat: str
    wanneer: str
    inhoud: int
    structuur: int


def van_tafels(stand: Stand, feiten: Iterable[Feit]) -> frozenset[tuple[str, date]]:
    """Name and day of every meeting of a table that told its minutes itself."""
    verslagen = ((f.gebeurd_op, f.inhoud) for f in feiten if isinstance(f.inhoud, TafelBijeengekomen))
    return frozenset(
        (_kaal(stand.tafels[v.tafel].inhoud.naam), op)
        for op, v in verslagen
        if v.onderwerpen and v.tafel in stand.tafels
    )


def dubbel(blad: Overlegtijd, tafels: frozenset[tuple[str, date]]) -> bool:
    """Whether this sheet is about a meeting of which a table told the minutes already."""
    return (_kaal(blad.overleg), blad.op) in tafels


def _kaal(naam: str) -> str:
    return " ".join(naam.casefold().split())


def tijdposten(stand: Stand, feiten: Iterable[Feit] = ()) -> tuple[Tijdpost, ...]:
    """Meetings that were recorded by themselves, and all meetings of each table; no meeting twice."""
    al = van_tafels(stand, feiten)
    overleg = (
        Tijdpost(wat=b.overleg, wanneer=dag(b.op), inhoud=b.minuten_inhoud, structuur=b.minuten_structuur)
        for b in bladen(stand, Overlegtijd)
        if not dubbel(b, al)
    )
    tafels = (
        Tijdpost(
            wat=f"tafel {t.inhoud.naam}",
            wanneer=f"{len(t.bijeen)} keer",
            inhoud=t.minuten_inhoud,
            structuur=t.minuten_structuur,
        )
        for t in stand.tafels.values()
        if t.minuten_inhoud + t.minuten_structuur
    )
    return (*overleg, *tafels)


def aandeel(posten: Iterable[Tijdpost]) -> int | None:
    """The share of structure in whole percents; None without any minutes."""
    alle = tuple(posten)
    structuur, totaal = sum(p.structuur for p in alle), sum(p.structuur + p.inhoud for p in alle)
    return (structuur * 200 + totaal) // (totaal * 2) if totaal else None


def structuur(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Minutes per meeting with the share of structure, in all at the end."""
    posten = tijdposten(stand, feiten)
    totaal = Tijdpost(
        wat="samen", wanneer="", inhoud=sum(p.inhoud for p in posten), structuur=sum(p.structuur for p in posten)
    )
    rijen = tuple(map(_rij, (*posten, totaal) if posten else ()))
    kolommen = ("Overleg", "Wanneer", "Minuten inhoud", "Minuten structuur", "Aandeel structuur")
    rooster = Rooster(titel="Waar de tijd aan opgaat", kolommen=kolommen, rijen=rijen)
    deel = aandeel(posten)
    veel = totaal.structuur > totaal.inhoud
    let_op: tuple[str, ...] = (
        (f"{deel} procent van de tijd ging over structuur. Meer dan {TE_VEEL} procent: terug naar de inhoud.",)
        if veel
        else ()
    )
    al = van_tafels(stand, feiten)
    twee = [b.nr for b in bladen(stand, Overlegtijd) if dubbel(b, al)]
    if twee:
        let_op += (f"Deze bladen tellen niet nog eens mee, de tafel gaf haar minuten zelf: {', '.join(twee)}.",)
    return Vel(naam="structuur", titel="Inhoud en structuur", roosters=(rooster,), let_op=let_op)


def _rij(p: Tijdpost) -> tuple[str, ...]:
    deel = aandeel((p,))
    return (p.wat, p.wanneer, str(p.inhoud), str(p.structuur), "-" if deel is None else f"{deel}%")


def regie(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Per chosen form who steers, controls, supervises and accounts; and which form lacks it."""
    afspraken = bladen(stand, Regieafspraken)
    rooster = Rooster(
        titel="Regieafspraken per vorm",
        kolommen=("Vormtraject", "Vorm", "Sturen", "Beheersen", "Toezicht houden", "Verantwoorden"),
        rijen=tuple(
            (b.traject, _vorm(stand, b.traject), b.sturen, b.beheersen, b.toezicht, b.verantwoorden) for b in afspraken
        ),
    )
    gekozen = [t.id for t in stand.trajecten.values() if t.code and t.status != "beeindigd"]
    mist = [t for t in gekozen if t not in {b.traject for b in afspraken}]
    let_op = (f"Nog geen regieafspraken bij: {', '.join(mist)}.",) if mist else ()
    return Vel(
        naam="regie", titel="Sturen, beheersen, toezicht houden, verantwoorden", roosters=(rooster,), let_op=let_op
    )


def _vorm(stand: Stand, traject: str) -> str:
    gevonden = stand.trajecten.get(traject)
    return (gevonden.code if gevonden else None) or "nog geen vorm"
