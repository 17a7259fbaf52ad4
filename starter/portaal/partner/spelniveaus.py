"""The spelniveaus (S4-07 to S4-10): how a partner sees itself, and how it sees each of the others."""

from collections.abc import Iterator

from domain.beeld.samen.lezen import deelnemers, naam
from domain.beeld.samen.lezen import regels as schalen
from domain.regels.spelniveaus import PROVINCIE, meting
from domain.taal.spelniveaus import LAGEN, Laag, Spelscore
from starter.portaal.formulier import Formulier, Veld, Waarden
from starter.portaal.partner.vraag import Blik, Vraag, adres

GROEP, SOORT = "Spelniveau", "spelniveau"
_LABELS: dict[Laag, tuple[str, str]] = {
    "volksvertegenwoordiging": ("Volksvertegenwoordiging", "De raad, de staten of het algemeen bestuur."),
    "bestuur": ("Bestuur", "Het college of het dagelijks bestuur."),
    "ambtelijk": ("Medewerkers", "De ambtelijke organisatie."),
}
_ZELF = "Uw eigen beeld wordt pas getoond als ook een ander zijn beeld van u gaf."
_ANDER = "Uw beeld van een ander wordt pas getoond als beide er zijn: dat van u, en het beeld dat hij van zichzelf gaf."
_KIES = (
    "Kies per laag op welk niveau er nu wordt samengewerkt. De keuzes gaan van laag naar hoog.",
    "Gaat het niet om een overheid? Denk dan aan de leden of aandeelhouders, het bestuur en de medewerkers.",
)


def vragen(blik: Blik) -> Iterator[Vraag]:
    """A card for its own level first, then for each other party; those of others may stay empty."""
    anderen = (p.id for p in deelnemers(blik.bezoek.stand) if p.id != blik.wie)
    for over in (blik.wie, PROVINCIE, *anderen):
        score = _score(blik, over)
        yield Vraag(GROEP, "ScoorSpelniveau", _formulier(blik, over, score), score is not None)


def _score(blik: Blik, over: str) -> Spelscore | None:
    """What this partner itself said in the measurement that is on; of others it sees nothing."""
    stand = blik.bezoek.stand
    zoek = (blik.wie, over, meting(stand, blik.bezoek.vandaag))
    return next((s for s in stand.spelscores if (s.van, s.over, s.meting) == zoek), None)


def _formulier(blik: Blik, over: str, score: Spelscore | None) -> Formulier:
    wie, zelf = naam(blik.bezoek.stand, over), over == blik.wie
    schaal = schalen(blik.bezoek.stand).spelniveaus
    keuzes = tuple((str(nr), label.capitalize()) for nr, label in enumerate(schaal, start=1))
    lagen = tuple(Veld(laag, label, "keuze", uitleg, keuzes=keuzes) for laag, (label, uitleg) in _LABELS.items())
    return Formulier(
        naam=adres(SOORT, over),
        titel="Op welk niveau werkt u zelf samen?" if zelf else f"Op welk niveau werkt {wie} samen?",
        controle="Controleer uw beeld",
        velden=(*lagen, Veld("toelichting", "Waarom u dit vindt", verplicht=False)),
        inhoud=lambda waarden: {"soort": "ScoorSpelniveau", "van": blik.wie, "over": over, **_inhoud(waarden)},
        gegevens=(*blik.gegevens, ("Uw beeld van", "uw eigen organisatie" if zelf else wie)),
        uitleg=_KIES if zelf else (*_KIES, "Dit invullen hoeft niet."),
        begin=_begin(score),
        daarna=("U kunt dit veranderen tot beide beelden er zijn. Daarna scoort u opnieuw bij de volgende meting.",),
        ziet=_ZELF if zelf else _ANDER,
    )


def _inhoud(waarden: Waarden) -> dict[str, object]:
    niveaus = {laag: int(waarden[laag]) for laag in LAGEN}
    return {"niveaus": niveaus, "toelichting": waarden["toelichting"]}


def _begin(score: Spelscore | None) -> Waarden:
    if score is None:
        return {}
    return {laag: str(getattr(score.niveaus, laag)) for laag in LAGEN} | {"toelichting": score.toelichting}
