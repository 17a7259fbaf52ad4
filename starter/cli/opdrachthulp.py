"""Help about the commands, made from the models: what a command does, who may give it, which fields it takes."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from domain.bevoegdheidstabel import TABEL
from domain.concept import concept
from domain.opdracht import OPDRACHTEN
from domain.stemmen.gegevens import Stemming
from domain.woorden import gewoon
from starter.cli import bladhulp, scherm
from starter.cli.bedragen import euronaam, is_geld
from starter.cli.velden import deelsoort, kaal, modellen, zonder_komma
from starter.cli.wie import STANDAARD, functie_van
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

GROEPEN = {
    "leven": "De opgave zelf",
    "bladen": "Bladen",
    "partners": "Partners",
    "verzoeken": "Verzoeken",
    "inbreng": "Inbreng van partners",
    "termijnen": "Termijnen",
    "herinneringen": "Herinneringen",
    "besluiten": "Besluiten",
    "vastlegging": "Besluiten",
    "herstel": "Herstel van een vastlegging",
    "rechtsgang": "Bezwaar, beroep en zwijgen",
    "routes": "De route van een voorstel",
    "geheim": "Geheimhouding",
    "functies": "Vervanging en portefeuilles",
    "vormen": "Organiseervorm",
    "pilots": "Pilots",
    "evaluaties": "Evaluatie",
    "lessen": "Lessen",
    "afspraken": "Afspraken en signalen",
    "geld": "Geld",
    "agenda": "De regionale agenda",
    "splitsing": "Splitsen en samenvoegen",
    "tafels": "Tafels",
    "intakes": "Gezamenlijke intake",
    "omgeving": "Veranderingen en reviews",
    "verbonden": "Verbonden partijen",
    "spelniveaus": "Spelniveaus",
    "leren": "Leren",
    "agendaplek": "Wat het systeem overbrengt",
    "notities": "Notities",
    "": "Notities",
}
MERKEN = ("blad", "instrument")
"""Fields by which the models of a choice are told apart."""
VERBORGEN = frozenset({"eerdere_staking", "opnieuw_na_ongeldig", "na_geen_quorum", "orgaan"})
"""Fields of a vote that the core fills in itself."""


def model_van(naam: str) -> type[BaseModel]:
    """The model of a command; capitals don't matter. Raises Invoerfout with a hint for an unknown name."""
    namen = {n.lower(): n for n in OPDRACHTEN}
    gevonden = namen.get(naam.replace("-", "").replace("_", "").lower())
    if gevonden is None:
        hint = lijkt_op(naam, list(OPDRACHTEN)) or " Zie: opgave opdrachten."
        raise Invoerfout(f"De opdracht '{naam[:60]}' kennen we niet.{hint}")
    return OPDRACHTEN[gevonden]


def soort_van(model: type[BaseModel]) -> str:
    """The name of a command."""
    return str(model.model_fields["soort"].default)


def opdrachten(als: str | None, json: bool) -> None:
    """All commands by subject, with what they do and who may give them; of one function only what it may give."""
    groepen: dict[str, list[type[BaseModel]]] = {}
    functie = functie_van(als)[0] if als else None
    for model in (m for naam, m in OPDRACHTEN.items() if functie is None or functie in TABEL[naam]):
        groepen.setdefault(GROEPEN[concept(model)], []).append(model)
    if json:
        return scherm.json_uit([_als_json(m, groep) for groep, leden in groepen.items() for m in leden])
    for groep, leden in groepen.items():
        scherm.kop(groep)
        scherm.tabel(("Opdracht", "Wat het doet", "Wie"), [(soort_van(m), uitleg(m), _wie(m, 1)) for m in leden])
    if not groepen:
        scherm.zeg(f"Als {gewoon(str(functie))} leest u mee; u geeft geen opdrachten.")
    return scherm.zeg("\nUitleg per opdracht: opgave geef ID OPDRACHT --help", "dim")


def uitleg(model: type[BaseModel]) -> str:
    """What a command does, in one sentence."""
    return str(getattr(model, "uitleg", ""))


def help_van(model: type[BaseModel], gekozen: str = "") -> None:
    """The help of one command; of a field with several shapes only the one that was chosen, such as one sheet."""
    soort = soort_van(model)
    scherm.zeg(f"opgave geef ID {soort} [VELDEN]", "bold")
    scherm.zeg_onder(uitleg(model))
    scherm.zeg_onder(f"Wie mag dit: {_wie(model)}.")
    verplicht, mag = _regels(model)
    for titel, rijen in (("Verplicht", verplicht), ("Mag erbij", mag)):
        if rijen:
            scherm.kop(titel)
            scherm.tabel(("Veld", "Wat"), rijen)
    _keuzemodellen(model, gekozen)
    scherm.kop("Altijd mogelijk")
    scherm.tabel(("Veld", "Wat"), _ALTIJD)


_ALTIJD = (
    ("--op DATUM", "wanneer het gebeurde: 2026-03-10, 10-3-2026, gisteren; anders vandaag"),
    ("--als FUNCTIE", "namens welke functie u dit doet; anders opgavemanager"),
    ("--namens WIE", "bij partner: welke partner"),
    ("--bestand PAD", "de velden uit een YAML- of JSON-bestand; losse velden gaan voor"),
    ("--droog", "laat zien wat er zou gebeuren, en verander niets"),
    ("--json", "antwoord als JSON"),
)


def _regels(model: type[BaseModel], voor: str = "") -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Rows for what must and what may be given."""
    verplicht: list[tuple[str, str]] = []
    mag: list[tuple[str, str]] = []
    for naam, veld in model.model_fields.items():
        if (naam == "soort" and not voor) or (model is Stemming and naam in VERBORGEN):
            continue
        (verplicht if veld.is_required() else mag).extend(_veldregels(naam, veld, voor))
    return verplicht, mag


def _veldregels(naam: str, veld: FieldInfo, voor: str) -> Iterable[tuple[str, str]]:
    keuzes = modellen(veld.annotation)
    vlag = f"--{voor}{naam}".replace("_", "-")
    if len(keuzes) == 1 and deelsoort(veld.annotation) is None and not voor.count("."):
        yield vlag + ".…", _tekst(veld, "bestaat uit onderdelen:")
        verplicht, mag = _regels(keuzes[0], f"{voor}{naam}.")
        yield from ((v, f"{w} (verplicht hierbij)") for v, w in verplicht)
        yield from mag
    elif is_geld(veld):
        euro = f"--{voor}{euronaam(naam)}".replace("_", "-")
        wat = (veld.description or "").removesuffix("in eurocenten").rstrip(", ")
        yield (
            vlag,
            "; ".join((*((wat,) if wat else ()), "bedrag: 1250,50 of € 250.000; alleen cijfers zijn eurocenten")),
        )
        yield euro, f"hetzelfde in hele of gebroken euro's, in plaats van {vlag}: 1250 of 1250,50"
    else:
        yield vlag, _tekst(veld, soortnaam(veld.annotation))


def _tekst(veld: FieldInfo, wat: str) -> str:
    standaard = "" if veld.is_required() else _standaard(veld.default)
    return "; ".join(deel for deel in (veld.description or "", wat, standaard) if deel)


def _standaard(waarde: Any) -> str:
    if waarde in (None, "", (), False, 0) or isinstance(waarde, BaseModel):
        return ""
    return "anders ja" if waarde is True else f"anders {waarde}"


def soortnaam(soort: Any) -> str:
    """What to type for a kind of field, in Dutch."""
    deel = deelsoort(soort)
    if deel is not None:
        return _lijstnaam(deel)
    kern = kaal(soort)
    if modellen(kern):
        return "zie hieronder" if len(modellen(kern)) > 1 else f"onderdelen: {_namen(modellen(kern)[0])}"
    if get_origin(kern) is Literal:
        return f"kies uit {', '.join(str(k) for k in get_args(kern) if k != '')}"
    if isinstance(kern, type) and issubclass(kern, Enum):
        return f"kies uit {', '.join(str(lid.value) for lid in kern)}"
    return _NAMEN.get(getattr(kern, "__name__", ""), "tekst")


_NAMEN = {"str": "tekst", "int": "heel getal", "date": "datum", "bool": "ja of nee", "Decimal": "getal"}


def _lijstnaam(deel: Any) -> str:
    if modellen(deel):
        return f"meer keer te geven, elk als '{{{_namen(modellen(deel)[0])}}}'"
    if kaal(deel) is int:
        return "getallen met komma's ertussen"
    hoe = "meer keer te geven, of met komma's ertussen" if zonder_komma(deel) else "meer keer te geven"
    return f"{hoe}; {soortnaam(deel)}"


def _namen(model: type[BaseModel]) -> str:
    return ", ".join(f"{n}: ..." for n in model.model_fields)


def _keuzemodellen(model: type[BaseModel], gekozen: str) -> None:
    """The sheets, or the commands a note can become, where a field has several shapes."""
    for naam, veld in model.model_fields.items():
        keuzes = modellen(veld.annotation)
        if len(keuzes) < 2:
            continue
        veldmerk = next((m for m in MERKEN if m in keuzes[0].model_fields), None)
        if veldmerk is None:
            scherm.kop(f"Bij --{naam}")
            scherm.zeg_onder(f"--{naam}.soort OPDRACHT, en de velden van die opdracht als --{naam}.VELD")
            continue
        vlag = f"--{naam}.{veldmerk}"
        merken = {get_args(keuze.model_fields[veldmerk].annotation)[0]: keuze for keuze in keuzes}
        if veldmerk == "blad" and not gekozen:
            bladhulp.namenlijst(vlag, merken)
            continue
        for merk, keuze in merken.items():
            if gekozen in ("", merk):
                _keuze(keuze, f"{naam}.", f"{vlag} {merk}", bladhulp.vervangen(merk))


def _keuze(model: type[BaseModel], voor: str, titel: str, opmerking: str) -> None:
    """One of the shapes, with its fields."""
    scherm.kop(titel)
    if opmerking:
        scherm.zeg_onder(opmerking)
    verplicht, mag = (_zonder(rijen, titel.split()[0]) for rijen in _regels(model, voor))
    scherm.tabel(("Veld", "Wat"), [*((v, f"{w} (verplicht)") for v, w in verplicht), *mag])


def _zonder(rijen: list[tuple[str, str]], vlag: str) -> list[tuple[str, str]]:
    """The rows without the one that stands in the heading."""
    return [(v, wat) for v, wat in rijen if v != vlag]


def _wie(model: type[BaseModel], hoogstens: int = 99) -> str:
    namen = sorted((gewoon(f) for f in TABEL[soort_van(model)]), key=lambda f: (f != STANDAARD, f))
    if len(namen) >= 10:
        return "iedereen die meedoet"
    rest = f" en nog {len(namen) - hoogstens}" if len(namen) > hoogstens else ""
    return ", ".join(namen[:hoogstens]) + rest


def _als_json(model: type[BaseModel], groep: str) -> dict[str, Any]:
    soort = soort_van(model)
    return {
        "opdracht": soort,
        "groep": groep,
        "uitleg": uitleg(model),
        "wie": sorted(TABEL[soort]),
        "schema": model.model_json_schema(),
    }
