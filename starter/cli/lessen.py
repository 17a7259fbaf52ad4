"""`opgave lessen`: lessons found again, one lesson with all that belongs to it, and what was offered to an opgave."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import get_args

from domain.basis import Fase
from domain.beeld.leren.lesstaat import Lesstaat, lesstaten
from domain.namenswoorden import door_ander
from domain.stand import Stand
from domain.taal.bladen_rollen import ProvincieRol
from domain.taal.lesaanbod import Aanbod, Toepassing
from domain.taal.lessen import Les, Lesstatus, Lestype
from domain.taal.leven import Aanleiding
from domain.woorden import gewoon
from register import lessen as lessen_
from register import lezen
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.geven import geldig_id, stand_van
from starter.cli.omgeving import omgeving
from starter.cli.plakken import geefregel
from starter.cli.wie import afzender
from starter.invoer import Invoerfout

NIET_OPENBAAR = "[niet meer openbaar]"
KEUZES: dict[str, tuple[str, ...]] = {
    "fase": tuple(fase.value for fase in Fase),
    "type": get_args(Lestype),
    "rol": get_args(ProvincieRol),
    "aanleiding": get_args(Aanleiding),
    "status": get_args(Lesstatus),
}


def zoek(tekst: str, keuze: Mapping[str, str], voor: str, aantal: int, *, ook_concept: bool, json: bool) -> None:
    """The lessons that fit, the best first."""
    gekozen = {naam: _gekozen(naam, _leesbaar(naam, waarde)) for naam, waarde in keuze.items()}
    zelf = geldig_id(voor) if voor else ""
    register = omgeving().register
    gevonden = lessen_.zoek(register, tekst, **gekozen, voor=zelf, ook_concept=ook_concept, hoogstens=aantal)
    if json:
        return scherm.json_uit([asdict(les) for les in gevonden])
    minder = "Zoek met minder woorden" if len(tekst.split()) > 1 else "Zoek met een ander woord"
    scherm.tabel(
        ("Les", "Titel", "Wat we voortaan doen", "Thema", "Stand"),
        [(les.verwijzing, les.titel, _kort(les.regel), les.thema, les.status) for les in gevonden],
        f"Er is geen les gevonden. {minder}, of alleen op --thema.",
    )
    if gevonden:
        scherm.zeg_onder(f"Alles van een les: opgave lessen toon {gevonden[0].verwijzing}", "dim")
    return None


def toon(verwijzing: str, json: bool) -> None:
    """One lesson."""
    stand, staat = _les(verwijzing)
    if json:
        return scherm.json_uit({"opgave": stand.opgave, **staat.model_dump(mode="json")})
    les = staat.les
    scherm.zeg(f"{stand.opgave}/{les.id}  {les.titel}", "bold")
    delen = (les.thema or stand.leven.thema, les.organiseervorm, les.fase, les.type, gewoon(les.status))
    scherm.zeg(" · ".join(str(deel) for deel in delen if deel), "dim")
    scherm.koppeltabel((naam, tekst) for naam, tekst in _regels(stand, staat) if tekst)
    return None


def aanbod(opgave: str, json: bool) -> None:
    """What was offered; what waits for an answer first, with the lines that answer it."""
    stand = stand_van(opgave)
    weg = lessen_.niet_meer_openbaar(omgeving().register, (a.les for a in stand.lesaanbod.values()))
    leesbaar = (_zonder_tekst(a) if a.les in weg else a for a in stand.lesaanbod.values())
    alles = sorted(leesbaar, key=lambda a: (a.antwoord is not None, a.moment, a.les))
    if json:
        return scherm.json_uit(alles)
    scherm.tabel(
        ("Les", "Titel", "Bij", "Waarom hier", "Antwoord"),
        [(a.les, a.titel, a.moment, ", ".join(a.waarom), _antwoord(a)) for a in alles],
        "Aan deze opgave zijn geen lessen aangeboden.",
    )
    for wachtend in (a for a in alles if a.antwoord is None):
        _vraag(stand, wachtend)
    return None


def _zonder_tekst(aanbod_: Aanbod) -> Aanbod:
    """A lesson of another opgave that became secret after it was offered: its name and the answer only."""
    return aanbod_.met(titel=NIET_OPENBAAR, regel="", waarom=())


def _vraag(stand: Stand, wachtend: Aanbod) -> None:
    scherm.kop(f"{wachtend.les} {wachtend.titel}")
    if wachtend.regel:
        scherm.zeg_onder(wachtend.regel)
    door = afzender(None, None, omgeving().uid())
    for antwoord in get_args(Toepassing):
        inhoud = {"soort": "BeantwoordLesaanbod", "les": wachtend.les, "moment": wachtend.moment}
        scherm.plakregel(geefregel(stand.opgave, {**inhoud, "antwoord": antwoord, "reden": "<waarom>"}, door))


def _les(verwijzing: str) -> tuple[Stand, Lesstaat]:
    opgave, _, id_ = verwijzing.partition("/")
    stand = lezen.stand(omgeving().register, geldig_id(opgave))
    if stand is None:
        raise Invoerfout(f"Opgave {opgave[:40]} kennen we niet. Zoek een les: opgave lessen zoek TEKST")
    gevonden = next((staat for staat in lesstaten(stand) if staat.les.id == id_), None)
    if gevonden is None:
        er_zijn = ", ".join(stand.lessen) or "geen"
        raise Invoerfout(f"{stand.opgave} heeft geen les {id_[:40]}. Lessen daar: {er_zijn}.")
    return stand, gevonden


def _namen(stand: Stand, partners: Iterable[str]) -> str:
    """The names of partners by their ids."""
    return ", ".join(stand.partners[p].naam if p in stand.partners else p for p in partners)


def _gehoord(stand: Stand, les: Les, partner: str) -> str:
    """Who said that it holds; when someone else recorded that, who and how it came."""
    namens = les.namens.get(partner)
    return _namen(stand, (partner,)) + (f" ({door_ander(namens)})" if namens else "")


def _regels(stand: Stand, staat: Lesstaat) -> tuple[tuple[str, str], ...]:
    les = staat.les
    elders = "; ".join(f"{opgave}: {gewoon(antwoord)}" for opgave, antwoord in staat.elders)
    return (
        ("Context", les.context),
        ("Kopie van", les.afkomstig_van),
        ("Wat gebeurde er", les.wat_gebeurde),
        ("Waarom", les.oorzaak),
        ("Wat we voortaan doen", les.aanbeveling),
        ("Geldt wanneer", les.geldt_wanneer),
        ("Geldt niet wanneer", les.geldt_niet_wanneer),
        ("Actie", f"{les.actie} ({'gedaan' if staat.actie_af else 'nog niet gedaan'})" if les.actie else ""),
        ("Eigenaar", les.eigenaar),
        ("Sterkte", gewoon(les.sterkte)),
        ("Goed voorbeeld", "ja" if les.goed else "nee"),
        ("Openbaar", "ja" if les.openbaar else "nee, alleen voor deze opgave"),
        ("Rust op verhalen", ", ".join(les.bronverhalen)),
        ("Waarom deze stand", les.status_waarom),
        ("Gevalideerd door", "; ".join(_gehoord(stand, les, p) for p in staat.gevalideerd_door)),
        ("Nog te horen", _namen(stand, staat.nog_te_horen)),
        ("In praktijk gebracht", les.in_praktijk_gebracht),
        ("Weer gevraagd op", kort(staat.controle_voor)),
        ("Elders", elders),
    )


def _antwoord(aanbod_: Aanbod) -> str:
    return f"{gewoon(aanbod_.antwoord)}: {aanbod_.reden}" if aanbod_.antwoord else "nog geen antwoord"


def _leesbaar(naam: str, waarde: str) -> str:
    """Text that a database can hold, and that can be a word of a lesson."""
    if "\x00" in waarde or any(0xD800 <= ord(teken) <= 0xDFFF for teken in waarde):
        raise Invoerfout(f"--{naam}: hierin staan tekens die geen tekst zijn.")
    if len(waarde) > lessen_.LANGSTE:
        raise Invoerfout(f"--{naam}: dit is te lang. Gebruik hoogstens {lessen_.LANGSTE} tekens.")
    return waarde


def _gekozen(naam: str, waarde: str) -> str:
    """A code as it is written in the commands, whatever the case."""
    codes: tuple[str, ...] | None = KEUZES.get(naam)
    if not waarde or codes is None:
        return waarde.upper() if naam == "vorm" else waarde
    gevonden = next((code for code in codes if code.lower() == waarde.lower()), None)
    if gevonden is None:
        raise Invoerfout(f"--{naam}: '{waarde[:40]}' kennen we niet. Kies uit: {', '.join(codes)}.")
    return gevonden


def _kort(tekst: str, lang: int = 160) -> str:
    return tekst if len(tekst) <= lang else f"{tekst[: lang - 3].rstrip()}..."
