"""The public keys of this engine, and the statements by which one followed the other."""

from datetime import datetime
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, RowMapping, insert, select, update

from domain.basis import Afzender
from domain.keten import te_tekenen
from domain.sleutelwissel import SOORT, Sleutel, Sleutelwissel, Wisselinhoud
from domain.spoor import ALLE
from register import spoor
from register.tabellen_archief import SLEUTEL
from register.verbinding import Register, vergrendel
from runtime.sleutels import Ondertekenaar, SleutelFout, publieke_pem, sleutel_id

Herkomst = Literal["bekend", "eerste", "zonder_wissel"]
"""A key that was there; the first one ever; one that came in the place of another without a statement of that one."""
_SLOT = "sleutel"


class SleutelAfgelost(SleutelFout):
    """This key was replaced by another one, and may sign nothing any more; the text is for the administrator."""


def noteer(register: Register, publiek: Ed25519PublicKey, nu: datetime) -> Herkomst:
    """Record the key with which this process signs, when it starts.

    A key that nobody announced is recorded too, because the engine must be able to go on when its key was lost; but
    no statement leads to it, so an auditor trusts it only when it was handed over apart.

    Raises:
        SleutelAfgelost: another key took over from this one.
    """
    eigen = sleutel_id(publiek)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, _SLOT)
        rijen = {rij["sleutel_id"]: rij for rij in _rijen(verbinding)}
        if eigen in rijen:
            _toets(rijen[eigen])
            return "bekend"
        verbinding.execute(insert(SLEUTEL).values(_rij(publiek, nu)))
    return "zonder_wissel" if rijen else "eerste"


def toets_geldig(register: Register, sleutel: str) -> None:
    """Raises SleutelAfgelost when another key took over from this one. A key that was never recorded may sign."""
    with register.lees() as verbinding:
        rij = verbinding.execute(select(SLEUTEL).where(SLEUTEL.c.sleutel_id == sleutel)).mappings().first()
    if rij:
        _toets(rij)


def wissel(
    register: Register, oud: Ondertekenaar, nieuw: Ondertekenaar, door: Afzender, reden: str, nu: datetime
) -> Sleutelwissel:
    """Let a new key take over from the old one, in one transaction: statement, keys and a line in the audit trail.

    Raises:
        SleutelAfgelost: another key took over from the old one before.
        Weigering: this function may not change the key.
    """
    inhoud = Wisselinhoud(
        oud=oud.sleutel_id, nieuw=nieuw.sleutel_id, pem=publieke_pem(nieuw.publiek).decode(), op=nu, reden=reden
    )
    te_zetten = te_tekenen(SOORT, inhoud.bytes_)
    verklaring = Sleutelwissel(
        **inhoud.model_dump(), handtekening_oud=oud.teken(te_zetten), handtekening_nieuw=nieuw.teken(te_zetten)
    )
    noteer(register, oud.publiek, nu)
    with register.schrijf() as verbinding:
        vergrendel(verbinding, _SLOT)
        for rij in _rijen(verbinding):
            if rij["sleutel_id"] == oud.sleutel_id:
                _toets(rij)
        verbinding.execute(update(SLEUTEL).where(SLEUTEL.c.sleutel_id == oud.sleutel_id).values(tot=nu))
        verbinding.execute(insert(SLEUTEL).values(_rij(nieuw.publiek, nu, verklaring.model_dump_json())))
        gegevens = {"oud": oud.sleutel_id, "nieuw": nieuw.sleutel_id, "reden": reden}
        spoor.schrijf(verbinding, nieuw, door, "sleutel_gewisseld", ALLE, "ondertekensleutel", nu=nu, gegevens=gegevens)
    return verklaring


def opvolger(register: Register, sleutel: str) -> str | None:
    """The key that took over from this one; None when none did."""
    _, wissels = lijst(register)
    return next((w.nieuw for w in wissels if w.oud == sleutel), None)


def lijst(register: Register) -> tuple[tuple[Sleutel, ...], tuple[Sleutelwissel, ...]]:
    """The keys in order of time, and the changes from each to the next."""
    with register.lees() as verbinding:
        rijen = _rijen(verbinding)
    sleutels = tuple(Sleutel(**{naam: rij[naam] for naam in Sleutel.model_fields}) for rij in rijen)
    return sleutels, tuple(Sleutelwissel.model_validate_json(rij["wissel"]) for rij in rijen if rij["wissel"])


def _rijen(verbinding: Connection) -> list[RowMapping]:
    vraag = select(SLEUTEL).order_by(SLEUTEL.c.vanaf, SLEUTEL.c.tot.is_(None), SLEUTEL.c.sleutel_id)
    return list(verbinding.execute(vraag).mappings())


def _rij(publiek: Ed25519PublicKey, nu: datetime, verklaring: str = "") -> dict[str, object]:
    pem = publieke_pem(publiek).decode()
    return {"sleutel_id": sleutel_id(publiek), "pem": pem, "vanaf": nu, "tot": None, "wissel": verklaring}


def _toets(rij: RowMapping) -> None:
    if rij["tot"] is not None:
        raise SleutelAfgelost(
            f"De ondertekensleutel {rij['sleutel_id']} is afgelost door een andere. Zet de nieuwe sleutel op zijn "
            "plaats en start opnieuw."
        )
