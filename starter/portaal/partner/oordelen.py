"""What waits for the judgement of a partner: a joint intake, a lesson, and the adoption of the regionale agenda."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.beeld.agendabord import in_woorden
from domain.regels.agenda_vaststelling import sleutel, vanaf
from domain.regels.intakes_antwoord import OORDEEL
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.intakes import Intake
from domain.taal.lessen import Les
from domain.woorden import datum
from starter.portaal.formulier import Formulier, Veld, Waarden, regels
from starter.portaal.partner.bladen import PER_REGEL
from starter.portaal.partner.vraag import Blik, Vraag, adres

GROEP = "Wat op uw oordeel wacht"
VASTSTELLING = "vaststelling"
_INTAKE = (("ja", "Ja"), ("ja_mits", "Ja, onder voorwaarden"), ("nee", "Nee"))
_KLOPT = (("ja", "Ja, deze les klopt"), ("nee", "Nee, er klopt iets niet"))
_BESLUITEN = (
    ("vastgesteld", "Vastgesteld"),
    ("gewijzigd_vastgesteld", "Vastgesteld met wijzigingen"),
    ("niet_vastgesteld", "Niet vastgesteld"),
)


def vragen(blik: Blik) -> Iterator[Vraag]:
    """The adoption, then intakes and lessons; nothing that is secret or was answered."""
    yield from _vaststelling(blik)
    for intake in blik.open.intakes.values():
        if intake.oordeel is None:
            for overheid in intake.overheden:
                if overheid in blik.bezoek.eigen:
                    yield _intake(blik, intake, overheid)
    for les in blik.open.lessen.values():
        if les.status == "concept":
            yield _les(blik, les)


def _intake(blik: Blik, intake: Intake, overheid: str) -> Vraag:
    """For an organisation that merged into this partner the partner answers as well."""
    namens = blik.bezoek.stand.partners[overheid].naam
    gezegd = intake.oordelen.get(overheid)
    termijn = blik.open.termijnen.get(f"{intake.id}.{overheid}/{OORDEEL}")
    uiterlijk = (("Uiterlijk", datum(termijn.einde)),) if termijn and termijn.loopt else ()
    formulier = Formulier(
        naam=adres("intake", f"{intake.id}.{overheid}"),
        titel=f"Wat vindt {namens} van het initiatief van {intake.initiatiefnemer}?",
        controle="Controleer uw oordeel",
        velden=(
            Veld("oordeel", "Uw oordeel", "keuze", keuzes=_INTAKE),
            Veld("voorwaarden", "Uw voorwaarden", "regels", PER_REGEL, verplicht=False),
            Veld("toelichting", "Waarom"),
        ),
        inhoud=lambda w: {"soort": "GeefIntakeoordeel", "intake": intake.id, "overheid": overheid, **_oordeel(w)},
        gegevens=(*blik.gegevens, ("Initiatiefnemer", intake.initiatiefnemer), *uiterlijk),
        vraag=intake.vraag,
        begin={
            "oordeel": gezegd.oordeel,
            "voorwaarden": "\n".join(gezegd.voorwaarden),
            "toelichting": gezegd.toelichting,
        }
        if gezegd
        else None,
        daarna=("U kunt uw oordeel veranderen tot het gezamenlijke antwoord is gegeven.",),
        ziet="De provincie leest uw oordeel. De initiatiefnemer krijgt één antwoord van alle overheden samen.",
    )
    return Vraag(GROEP, "GeefIntakeoordeel", formulier, gezegd is not None)


def _oordeel(waarden: Waarden) -> dict[str, Any]:
    return {**waarden, "voorwaarden": regels(waarden["voorwaarden"])}


def _les(blik: Blik, les: Les) -> Vraag:
    delen = (
        ("Les", les.titel),
        ("Wat er gebeurde", les.wat_gebeurde),
        ("Hoe dat kwam", les.oorzaak),
        ("Wat wij voortaan doen", les.aanbeveling),
        ("Wanneer dit geldt", les.geldt_wanneer),
        ("Wanneer niet", les.geldt_niet_wanneer),
    )
    formulier = Formulier(
        naam=adres("les", les.id),
        titel=f"Klopt deze les: {les.titel}?",
        controle="Controleer uw oordeel over de les",
        velden=(
            Veld("klopt", "Klopt deze les?", "keuze", keuzes=_KLOPT),
            Veld("toelichting", "Wat er niet klopt", uitleg="Verplicht bij nee.", verplicht=False, langste=2_000),
        ),
        inhoud=lambda w: {"soort": "ValideerLes", "les": les.id, "partner": blik.wie} | _klopt(w),
        gegevens=(*blik.gegevens, *((woord, waarde) for woord, waarde in delen if waarde)),
        daarna=("De les is gevalideerd als alle partners die meedoen, zeggen dat zij klopt.",),
        ziet="De provincie leest uw oordeel, en welke partners zeggen dat de les klopt.",
    )
    return Vraag(GROEP, "ValideerLes", formulier, blik.wie in les.gevalideerd_door)


def _klopt(waarden: Waarden) -> dict[str, Any]:
    return {"klopt": waarden["klopt"] == "ja", "toelichting": waarden["toelichting"]}


def _vaststelling(blik: Blik) -> Iterator[Vraag]:
    agenda = blik.open.agenda
    gevraagd = agenda.vaststellingen.get(sleutel(blik.wie, agenda.versie)) if agenda else None
    if gevraagd is not None and gevraagd.telt in (None, "niet_vastgesteld"):
        yield Vraag(GROEP, "LegVaststellingVast", _besluit(blik, gevraagd), gevraagd.besluit is not None)


def _besluit(blik: Blik, gevraagd: Overheidsbesluit) -> Formulier:
    velden = (
        Veld("orgaan", "Welk orgaan besloot", "tekst", "Bijvoorbeeld: de gemeenteraad.", langste=200),
        Veld("besluit", "Wat het orgaan besloot", "keuze", keuzes=_BESLUITEN),
        Veld("op", "Datum van het besluit", "datum", vroegst=_vanaf(blik), laatst=blik.bezoek.vandaag),
        Veld("toelichting", "Toelichting", uitleg="Bij wijzigingen: welke. Bij nee: waarom.", verplicht=False),
        Veld("titel", "Titel van het besluit", "tekst", verplicht=False, langste=200),
        Veld("referentie", "Kenmerk of webadres van dat stuk", "tekst", verplicht=False, langste=200),
        Veld("sha256", "Controlegetal van het stuk (SHA-256)", "tekst", "64 tekens.", verplicht=False, langste=64),
    )
    return Formulier(
        naam=adres(VASTSTELLING, str(gevraagd.versie)),
        titel=f"Stelt u versie {gevraagd.versie} van de agenda vast?",
        controle="Controleer uw besluit",
        velden=velden,
        inhoud=lambda waarden: _vast(blik.wie, waarden),
        gegevens=(*blik.gegevens, *_gevraagd(gevraagd)),
        gebeurd_op="op",
        daarna=(
            "Dit telt nog niet meteen. Iemand anders bevestigt het eerst: de opgavemanager of de griffier.",
            "Tot dan kunt u hier melden dat het anders is.",
        ),
        ziet="De provincie leest dit. Is het bevestigd, dan zien alle partners dat u een besluit nam, en welk.",
    )


def _vanaf(blik: Blik) -> date | None:
    """The first day on which this overheid can have decided."""
    return vanaf(blik.open, blik.open.agenda) if blik.open.agenda else None


def _gevraagd(gevraagd: Overheidsbesluit) -> Iterator[tuple[str, str]]:
    yield "Versie", str(gevraagd.versie)
    if gevraagd.uiterlijk:
        yield "Uiterlijk", datum(gevraagd.uiterlijk)
    if gevraagd.gemeld:
        yield "Al gemeld", in_woorden(gevraagd)


def _vast(wie: str, w: Waarden) -> dict[str, Any]:
    """The command; what was left empty of the document is left out."""
    gegeven: dict[str, Any] = {"soort": "LegVaststellingVast", "overheid": wie}
    gegeven |= {naam: w[naam] for naam in ("orgaan", "besluit", "toelichting")}
    if any(w[naam] for naam in ("titel", "referentie", "sha256")):
        gegeven["stuk"] = {"titel": w["titel"], "referentie": w["referentie"]}
        gegeven["stuk"] |= {"sha256": w["sha256"].lower()} if w["sha256"] else {}
    return gegeven
