"""`opgave agenda toon` and `vaststelling`: one agenda on one screen, and who adopted which version of it."""

from datetime import date
from typing import Any

from domain.beeld.agendabord import in_woorden
from domain.beeld.overzicht import wachtposten
from domain.beeld.samen.spelniveaus import zonder_verborgen
from domain.duur import Duur
from domain.regels.termijnen import lopend
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.agenda import Agenda
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.termijnen import Termijn
from domain.woorden import gewoon, orgaan
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.agenda_lijst import ORDE, aan_zet, hoe_ver, punten_van
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving
from starter.cli.toon_wacht import feiten, wacht

LAATSTE = 8
HERIJKING = "T20"
"""The term in which the agenda is looked at anew."""


def toon(id_: str, tijdlijn: bool, json: bool) -> None:
    """Show the whole agenda, or only its timeline."""
    stand = agendastand(id_)
    if json:
        return scherm.json_uit(als_json(stand))
    if tijdlijn:
        _kop(stand, omgeving().vandaag())
        return feiten(stand, "Tijdlijn", 0, "opgave agenda toon")
    hele_agenda(stand, omgeving().vandaag())
    return feiten(stand, "Laatste feiten", LAATSTE, "opgave agenda toon")


def hele_agenda(stand: Stand, vandaag: date, *, nu: bool = True) -> None:
    """All that is on the screen but the facts; of a state in the past (`nu` is False) without how things are today."""
    _kop(stand, vandaag)
    if stand.agenda is None:
        return
    wacht(stand, vandaag)
    _documenten(stand.agenda)
    _vaststelling(stand, stand.agenda)
    _punten(stand.agenda, vandaag, nu=nu)
    _raakvlakken(stand.agenda)
    _werkwijze(stand)
    _conferenties(stand, stand.agenda)
    _afspraken(stand, vandaag)


def als_json(stand: Stand) -> dict[str, Any]:
    """The state, and what is derived from it."""
    herijking = volgende_herijking(stand)
    return {
        "agenda": stand.opgave,
        "stand": zonder_verborgen(stand).model_dump(mode="json", exclude={"bewijzen"}),
        "wacht": wachtposten(stand),
        "herijking": herijking.einde if herijking else None,
        "afspraken": [a.model_dump(mode="json") for a in toezeggingen(stand)],
    }


def vaststelling(id_: str, json: bool) -> None:
    """Every version with what each overheid decided about it."""
    stand = agendastand(id_)
    agenda = stand.agenda
    rijen = _besluiten(agenda) if agenda else []
    if json:
        return scherm.json_uit(
            {"agenda": stand.opgave, "versie": agenda.versie if agenda else None, "besluiten": rijen}
        )
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}", "bold")
    if agenda:
        scherm.zeg(f"Nu geldt versie {agenda.versie}. Elke overheid beslist alleen voor zichzelf.", "dim")
    return _tabel_besluiten(stand, rijen)


def volgende_herijking(stand: Stand) -> Termijn | None:
    """The term of the next herijking; None when none runs."""
    return next((t for t in stand.termijnen.values() if t.code == HERIJKING and t.loopt), None)


def toezeggingen(stand: Stand) -> tuple[Afspraak, ...]:
    """What was promised at a conference, kept or not."""
    return tuple(a for a in stand.afspraken.values() if a.bron == "conferentie")


def _kop(stand: Stand, vandaag: date) -> None:
    agenda, leven = stand.agenda, stand.leven
    scherm.zeg(f"{stand.opgave}  {leven.titel or '(nog niet begonnen)'}", "bold")
    if agenda is None:
        return
    scherm.zeg(f"regionale agenda · {agenda.gebied} · {kort(agenda.van)} tot en met {kort(agenda.tot)}", "dim")
    if agenda.ambitie:
        scherm.zeg(agenda.ambitie)
    scherm.zeg()
    toestand = gewoon(leven.toestand) + (f", opvolger: {agenda.opvolger}" if agenda.opvolger else "")
    if agenda.gesloten_op:
        toestand += f", gesloten op {kort(agenda.gesloten_op)} door {gewoon(agenda.gesloten_door)}: {leven.reden}"
    scherm.koppeltabel(
        (("Nu", f"{toestand}, versie {agenda.versie}"), ("Herijking", _herijking(stand, agenda, vandaag)))
    )


def _herijking(stand: Stand, agenda: Agenda, vandaag: date) -> str:
    termijn = volgende_herijking(stand)
    if termijn is None:
        return "er loopt geen herijking"
    rapport = "het rapport ligt klaar" if agenda.voorbereid else "er is nog geen rapport"
    return f"uiterlijk {kort(termijn.einde)}, {nog(termijn.einde, vandaag)}; {rapport}"


def _documenten(agenda: Agenda) -> None:
    if agenda.documenten:
        scherm.kop("Koersdocument en kaders")
        rijen = [
            (d.id, gewoon(d.documentsoort), d.titel, d.versie, kort(d.vanaf), orgaan(d.vaststeller))
            for d in agenda.documenten.values()
        ]
        scherm.tabel(("Id", "Soort", "Titel", "Versie", "Geldt vanaf", "Vastgesteld door"), rijen)


def _besluiten(agenda: Agenda) -> list[Overheidsbesluit]:
    """The newest version first."""
    return sorted(agenda.vaststellingen.values(), key=lambda v: (-v.versie, v.overheid))


def _vaststelling(stand: Stand, agenda: Agenda) -> None:
    scherm.kop(f"Vaststelling van versie {agenda.versie}")
    _tabel_besluiten(stand, [v for v in _besluiten(agenda) if v.versie == agenda.versie])


def _tabel_besluiten(stand: Stand, besluiten: list[Overheidsbesluit]) -> None:
    rijen = [(_naam(stand, v.overheid), str(v.versie), *_gevraagd(v), _besluit(stand, v)) for v in besluiten]
    scherm.tabel(
        ("Overheid", "Versie", "Gevraagd op", "Uiterlijk", "Besluit"), rijen, "Aan geen overheid is nog iets gevraagd."
    )


def _gevraagd(besluit: Overheidsbesluit) -> tuple[str, str]:
    return (kort(besluit.gevraagd_op) or "niet gevraagd", kort(besluit.uiterlijk) or "-")


def _besluit(stand: Stand, besluit: Overheidsbesluit) -> str:
    if besluit.besluit is None:
        loopt = any(lopend(stand, f"vaststelling.{besluit.overheid}.{besluit.versie}"))
        return "nog niet besloten" if loopt else "nog niet besloten, er loopt geen termijn"
    return f"{in_woorden(besluit)} door {besluit.orgaan}, {kort(besluit.op)}"


def _punten(agenda: Agenda, vandaag: date, *, nu: bool) -> None:
    """By horizon; how far an opgave is and who is up is only known of today."""
    punten = punten_van(tuple(agenda.punten.values()))
    actief = [p for p in punten if p.status == "op_agenda"]
    groepen = [(f"Horizon {h}", [p for p in actief if p.horizon == h]) for h in ORDE]
    groepen += [
        (gewoon(s).capitalize(), [p for p in punten if p.status == s]) for s in ("geparkeerd", "afgerond", "afgevoerd")
    ]
    for kop, groep in groepen:
        if groep:
            scherm.kop(f"{kop} ({len(groep)})")
            rijen = [
                (
                    p.opgave,
                    p.titel,
                    p.periode,
                    p.rijpheid,
                    *((hoe_ver(p), aan_zet(p, vandaag)) if nu else ("", "")),
                )
                for p in groep
            ]
            laatste = ("Hoe ver", "Aan zet") if nu else ("", "")
            scherm.tabel(("Opgave", "Titel", "Half jaar", "Rijpheid", *laatste), rijen)
    if not punten:
        scherm.kop("Opgaven")
        scherm.zeg_onder("Er staat nog geen opgave op.")


def _raakvlakken(agenda: Agenda) -> None:
    if agenda.raakvlakken:
        scherm.kop("Raakvlakken")
        rijen = [(r.opgave, r.andere, r.omschrijving, kort(r.sinds)) for r in agenda.raakvlakken]
        scherm.tabel(("Opgave", "Raakt", "Hoe", "Sinds"), rijen)


def _werkwijze(stand: Stand) -> None:
    """What lessons changed for every opgave on this agenda: questions on a checklist, lengths of terms."""
    plek = stand.agendaplek
    if plek is None:
        return
    regels = reglement(stand.reglement)
    rijen = [(p.les, f"checklist van {fase}", p.vraag) for fase, p in plek.checklist]
    rijen += [
        (t.les, f"termijn {t.termijn}, {regels.termijn(t.termijn).naam}", Duur.lees(t.duur).voluit)
        for t in plek.termijnen
    ]
    if rijen:
        scherm.kop("Wat lessen veranderden")
        scherm.tabel(("Les", "Waar", "Wat"), rijen)


def _conferenties(stand: Stand, agenda: Agenda) -> None:
    if agenda.conferenties:
        scherm.kop("Conferenties")
        rijen = [
            (c.id, c.titel, kort(c.op), ", ".join(_naam(stand, w) for w in c.onderschreven_door) or "niemand")
            for c in agenda.conferenties.values()
        ]
        scherm.tabel(("Nr", "Wat", "Dag", "Onderschreven door"), rijen)


def _afspraken(stand: Stand, vandaag: date) -> None:
    if rijen := toezeggingen(stand):
        scherm.kop("Afspraken van de conferenties")
        scherm.tabel(
            ("Nr", "Wat", "Wie", "Uiterlijk", ""),
            [(a.id, a.tekst, _naam(stand, a.wie), kort(a.uiterlijk), _stand_van(a, vandaag)) for a in rijen],
        )


def _stand_van(afspraak: Afspraak, vandaag: date) -> str:
    if afspraak.afgerond_op:
        return f"gedaan, {kort(afspraak.afgerond_op)}"
    return nog(afspraak.uiterlijk, vandaag) if afspraak.uiterlijk else "open"


def _naam(stand: Stand, code: str) -> str:
    return stand.partners[code].naam if code in stand.partners else gewoon(code) if code.islower() else code
