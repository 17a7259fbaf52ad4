"""`opgave agenda lijst`: all agendas, or what stands on one, with how far each opgave is and who is up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.basis import Fase
from domain.taal.agenda_punten import Agendapunt
from domain.woorden import gewoon
from register import lezen
from register.rijen import Wachtrij
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving
from starter.cli.toon_wacht import wie

ORDE = ("nu", "straks", "later")


@dataclass(frozen=True, slots=True)
class Punt:
    """An opgave on the agenda, as far as the register knows how it stands."""

    opgave: str
    titel: str
    thema: str
    periode: str
    horizon: str
    rijpheid: str
    status: str
    fase: str
    toestand: str
    aan_zet: str
    waarop: str
    uiterlijk: date | None


def lijst(id_: str | None, json: bool) -> None:
    """All agendas, or the items of one."""
    if id_ is None:
        return _agendas(json)
    stand = agendastand(id_)
    punten = punten_van(tuple(stand.agenda.punten.values()) if stand.agenda else ())
    if json:
        return scherm.json_uit(punten)
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}", "bold")
    vandaag = omgeving().vandaag()
    return scherm.tabel(
        ("Opgave", "Titel", "Half jaar", "Horizon", "Rijpheid", "Hoe ver", "Aan zet"),
        [(p.opgave, p.titel, p.periode, p.horizon, p.rijpheid, hoe_ver(p), aan_zet(p, vandaag)) for p in punten],
        f"Er staat nog niets op. Zet er een opgave op: opgave agenda zet {stand.opgave} OPGAVE --help",
    )


def _agendas(json: bool) -> None:
    rijen = lezen.agendas(omgeving().register)
    if json:
        return scherm.json_uit(rijen)
    return scherm.tabel(
        ("Id", "Titel", "Toestand"),
        [(r.id, r.titel, gewoon(r.toestand)) for r in rijen],
        "Er is nog geen regionale agenda. Begin er een: opgave agenda nieuw",
    )


def punten_van(punten: Sequence[Agendapunt]) -> tuple[Punt, ...]:
    """The items with what the register knows: by horizon, half year and id; what was taken off comes last."""
    register = omgeving().register
    levens = {rij.id: rij for rij in lezen.lijst(register)}
    eerste: dict[str, Wachtrij] = {}
    for rij in lezen.wachtposten(register):
        eerste.setdefault(rij.opgave, rij)
    alle = []
    for punt in punten:
        leven, post = levens.get(punt.opgave), eerste.get(punt.opgave)
        alle.append(
            Punt(
                **{
                    n: getattr(punt, n)
                    for n in ("opgave", "titel", "thema", "periode", "horizon", "rijpheid", "status")
                },
                fase=leven.fase if leven else "",
                toestand=leven.toestand if leven else "nog_niet_begonnen",
                aan_zet=wie(post) if post else "",
                waarop=post.waarop if post else "",
                uiterlijk=post.uiterlijk if post else None,
            )
        )
    return tuple(sorted(alle, key=lambda p: (p.status == "afgevoerd", ORDE.index(p.horizon), p.periode, p.opgave)))


def hoe_ver(punt: Punt) -> str:
    """Where an opgave stands in a few words: its phase, and what is special about it."""
    delen = [punt.status] if punt.status != "op_agenda" else []
    if not punt.fase:
        return ", ".join((*delen, "nog niet begonnen"))
    delen += [f"{punt.fase} {Fase(punt.fase).naam}"]
    return ", ".join((*delen, *([gewoon(punt.toestand)] if punt.toestand != "lopend" else ())))


def aan_zet(punt: Punt, vandaag: date) -> str:
    """Who must act first, and until when."""
    wanneer = f", {nog(punt.uiterlijk, vandaag)} ({kort(punt.uiterlijk)})" if punt.uiterlijk else ""
    return f"{punt.aan_zet}{wanneer}" if punt.aan_zet else ""
