"""The sheets a partner fills in about itself: one form each, with what stands there now."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from domain.basis import Model
from domain.beeld.samen.lezen import regels as schalen
from starter.portaal.formulier import Formulier, Veld, Waarden, regels
from starter.portaal.partner.vraag import Blik, Vraag, adres

GROEP = "Over uw organisatie"
PER_REGEL = "Zet elk punt op een eigen regel."
_PROVINCIE = "De provincie leest dit en bespreekt het met u. Andere partners zien het niet in hun dossier."
_IEDEREEN = "Alle partners lezen dit in hun dossier."


@dataclass(frozen=True)
class Bladvorm:
    """A sheet as a form: its fields are named as those of the sheet. `naam` is its address when it has its own."""

    blad: str
    titel: str
    velden: tuple[Veld, ...]
    ziet: str = _PROVINCIE
    naam: str = ""


_VAST = (
    Bladvorm(
        "beeld",
        "Hoe kijkt u naar deze opgave?",
        (
            Veld("opgave", "Wat is volgens u de opgave?"),
            Veld("samenwerking", "Hoe ziet u de samenwerking?"),
            Veld("kern", "Trefwoorden", "regels", f"{PER_REGEL} Wij leggen ze naast die van anderen.", verplicht=False),
        ),
    ),
    Bladvorm(
        "belangen",
        "Wat zijn uw belangen?",
        (
            Veld("publiek_belang", "Welk belang is er voor iedereen?"),
            Veld("eigen_belang", "Welk belang heeft uw eigen organisatie?"),
            Veld("spanning", "Waar botsen die twee?", verplicht=False),
        ),
    ),
    Bladvorm(
        "verwachting",
        "Wat verwacht u, en wat belooft u?",
        (
            Veld("van_ons", "Wat verwacht u van de provincie?", "regels", PER_REGEL),
            Veld("van_henzelf", "Wat gaat u zelf doen?", "regels", PER_REGEL, verplicht=False),
        ),
    ),
    Bladvorm(
        "doelstellingen",
        "Welke doelen heeft u zelf?",
        (Veld("doelen", "Uw eigen doelen bij deze opgave", "regels", PER_REGEL),),
    ),
    Bladvorm(
        "complementaire_rol",
        "Wat doet u dat anderen niet doen?",
        (Veld("rol", "Uw rol naast die van anderen", uitleg="Schrijf kort wat u kunt of mag en een ander niet."),),
        _IEDEREEN,
    ),
)


def vragen(blik: Blik) -> Iterator[Vraag]:
    """A card for each sheet, the support in this phase last."""
    for vorm in (*_VAST, _draagvlak(blik)):
        yield Vraag(GROEP, "LegPartnerbladVast", _formulier(blik, vorm), _nu(blik, vorm.blad) is not None)


def _draagvlak(blik: Blik) -> Bladvorm:
    """The phase stands in the address, so that what was said of one is never recorded of the next."""
    keuzes = tuple((str(score), label.capitalize()) for score, label in enumerate(schalen(blik.open).draagvlak))
    fase = blik.bezoek.stand.leven.fase
    velden = (
        Veld("score", f"Draagvlak bij u in de fase {fase.naam}", "keuze", keuzes=keuzes),
        Veld("toelichting", "Waarom", verplicht=False, langste=2_000),
    )
    titel = f"Hoeveel draagvlak is er in de fase {fase.naam}?"
    return Bladvorm("draagvlak", titel, velden, naam=adres("draagvlak", fase))


def _formulier(blik: Blik, vorm: Bladvorm) -> Formulier:
    return Formulier(
        naam=vorm.naam or vorm.blad,
        titel=vorm.titel,
        controle="Controleer wat u invulde",
        velden=vorm.velden,
        inhoud=lambda waarden: {"soort": "LegPartnerbladVast", "inhoud": _blad(blik, vorm, waarden)},
        gegevens=blik.gegevens,
        begin=_begin(blik, vorm),
        daarna=("U kunt dit later veranderen. Wat er eerst stond, blijft bewaard.",),
        ziet=vorm.ziet,
    )


def _blad(blik: Blik, vorm: Bladvorm, waarden: Waarden) -> dict[str, Any]:
    """The sheet: whose it is comes from the link, what it says from the form, and the rest stays as it was."""
    gezegd = {veld.naam: _waarde(veld, waarden[veld.naam]) for veld in vorm.velden}
    return {**_blijft(blik, vorm), "blad": vorm.blad, "partner": blik.wie, **gezegd}


def _waarde(veld: Veld, tekst: str) -> str | int | tuple[str, ...]:
    match veld.soort:
        case "regels":
            return regels(tekst)
        case "keuze":
            return int(tekst)
        case _:
            return tekst


def _blijft(blik: Blik, vorm: Bladvorm) -> dict[str, Any]:
    """What the form does not ask: the phase of support, and what the province said of expectations."""
    if vorm.blad == "draagvlak":
        return {"moment": blik.bezoek.stand.leven.fase}
    nu = _nu(blik, vorm.blad)
    return nu.model_dump(mode="json") if nu else {}


def _nu(blik: Blik, blad: str) -> Model | None:
    return blik.bezoek.stand.bladen.get(_sleutel(blik, blad))


def _sleutel(blik: Blik, blad: str) -> str:
    fase = f":{blik.bezoek.stand.leven.fase}" if blad == "draagvlak" else ""
    return f"{blad}:{blik.wie}{fase}"


def _begin(blik: Blik, vorm: Bladvorm) -> Waarden:
    """What stands there now; nothing when the sieve struck something out of it, so that no secret is shown."""
    nu = _nu(blik, vorm.blad)
    if nu is None or _geraakt(blik, nu, vorm.blad):
        return {}
    return {veld.naam: _tekst(getattr(nu, veld.naam)) for veld in vorm.velden}


def _geraakt(blik: Blik, nu: Model, blad: str) -> bool:
    rust = any(geheim.rust for geheim in blik.bezoek.stand.geheim.values())
    return rust and blik.open.bladen.get(_sleutel(blik, blad)) != nu


def _tekst(waarde: str | int | tuple[str, ...]) -> str:
    return "\n".join(waarde) if isinstance(waarde, tuple) else str(waarde)
