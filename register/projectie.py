"""What follows from the state alone, rewritten after every batch: who must act, and how the proposals stand."""

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from domain.beeld.overzicht import wachtposten
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from register.rijen import Voorstelstatus
from register.tabellen import VOORSTEL, WACHTPOST

_VOORSTELLEN = (
    select(VOORSTEL.c.sleutel, VOORSTEL.c.stap, VOORSTEL.c.status, VOORSTEL.c.uitkomst)
    .where(VOORSTEL.c.opgave == bindparam("opgave"))
    .order_by(VOORSTEL.c.seq)
)
_NIEUWE_WACHTPOST = insert(WACHTPOST)
_WIS_WACHTPOSTEN = delete(WACHTPOST).where(WACHTPOST.c.opgave == bindparam("van_opgave"))


def werk_wachtposten_bij(verbinding: Connection, stand: Stand) -> None:
    """Write anew what this opgave waits for."""
    verbinding.execute(_WIS_WACHTPOSTEN, {"van_opgave": stand.opgave})
    rijen = [
        {
            "opgave": stand.opgave,
            "nr": nr,
            "id": post.id,
            "op_wie": post.op_wie,
            "organisatie": post.organisatie,
            "waarop": post.waarop,
            "soort": post.soort,
            "sinds": post.sinds,
            "uiterlijk": post.uiterlijk,
        }
        for nr, post in enumerate(wachtposten(stand), start=1)
    ]
    if rijen:
        verbinding.execute(_NIEUWE_WACHTPOST, rijen)


def werk_voorstellen_bij(verbinding: Connection, stand: Stand) -> None:
    """Let the inbox of the bodies follow the steps, also when they end with the whole opgave.

    An entry that was decided on follows too when that record is corrected; earlier entries of a step stay as they were.
    """
    if not stand.stappen:
        return
    _verberg_geheim(verbinding, stand)
    laatste = {rij.stap: rij for rij in verbinding.execute(_VOORSTELLEN, {"opgave": stand.opgave})}
    for rij in laatste.values():
        stap = stand.stappen[rij.stap]
        besloten = rij.status == "besloten" and stap.status in ("open", "vervallen")
        if rij.status == "teruggenomen" or besloten:
            continue  # what was decided on it stays on record
        status = _status(stand, stap)
        if (status, uitkomst := _uitkomst(stap, status)) != (rij.status, rij.uitkomst):
            waarden = {"status": status, "uitkomst": uitkomst}
            verbinding.execute(update(VOORSTEL).where(VOORSTEL.c.sleutel == rij.sleutel).values(waarden))


def _verberg_geheim(verbinding: Connection, stand: Stand) -> None:
    """Of a step under geheimhouding the inbox shows the neutral title only, also where more was said before."""
    for stap, geheim in stand.geheim.items():
        if geheim.rust:
            waar = (VOORSTEL.c.opgave == stand.opgave) & (VOORSTEL.c.stap == stap)
            kaal = {"onderwerp": geheim.neutrale_titel, "toelichting": "", "stukken": "[]"}
            verbinding.execute(update(VOORSTEL).where(waar).values(kaal))


def _status(stand: Stand, stap: Besluitstap) -> Voorstelstatus:
    if stap.status == "besloten":
        return "besloten"
    if stap.status in ("open", "vervallen") or stand.leven.voorbij:
        return "teruggenomen"
    return "aangehouden" if stap.status == "aangehouden" else "voorgelegd"


def _uitkomst(stap: Besluitstap, status: Voorstelstatus) -> str:
    """What the body said last; an entry that lies before it again has no outcome yet."""
    behandeld = stap.behandelingen and status in ("besloten", "aangehouden")
    return stap.behandelingen[-1].uitkomst if behandeld else ""
