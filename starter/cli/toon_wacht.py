"""The parts that the screens of an opgave and of an agenda share: what waits on whom, and the facts."""

from datetime import date
from typing import Any

from domain.beeld.overzicht import Wachtpost, wachtposten
from domain.stand import Stand
from domain.woorden import gewoon
from starter.cli import scherm
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving


def naam_van(stand: Stand, post: Wachtpost) -> str:
    """Who something waits on: a partner by its name."""
    return stand.partners[post.organisatie].naam if post.organisatie in stand.partners else wie(post)


def wie(post: Any) -> str:
    """Who something waits on; the province is only named when it is someone else."""
    return gewoon(post.op_wie) if post.organisatie == "provincie" else f"{post.organisatie}"


def wacht(stand: Stand, vandaag: date) -> None:
    """Everything that waits on someone."""
    posten = wachtposten(stand)
    if not posten:
        return
    scherm.kop("Wat wacht op wie")
    rijen = [
        (
            naam_van(stand, p),
            p.waarop,
            kort(p.uiterlijk),
            scherm.gekleurd(nog(p.uiterlijk, vandaag) if p.uiterlijk else ""),
        )
        for p in posten
    ]
    scherm.tabel(("Wie", "Waarop", "Uiterlijk", ""), rijen)


def feiten(stand: Stand, titel: str, hoogstens: int, commando: str) -> None:
    """The last facts, or all of them (`hoogstens` is 0), as sentences by day; `commando` shows them all."""
    from register import lezen

    vanaf = max(stand.seq - hoogstens + 1, 1) if hoogstens else 1
    rijen = lezen.feiten(omgeving().register, stand.opgave, vanaf)
    scherm.kop(titel)
    scherm.tabel(
        ("Nr", "Gebeurd op", "Wat", "Door"),
        [(str(r.seq), kort(r.gebeurd_op), r.vertelling, gewoon(r.door_functie)) for r in rijen],
        "Het register heeft hier nog geen feiten van.",
    )
    if hoogstens and stand.seq > hoogstens:
        scherm.zeg_onder(f"Alles zien: {commando} {stand.opgave} --tijdlijn", "dim")
