"""Destroying documents in the register: the bytes go, and a signed line says so, in one transaction.

What else the record says of them stays: facts, hashes, the list of documents. On SQLite `Register.wis_sporen` then
clears the file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from domain import bewaring
from domain.basis import Afzender
from domain.kalender import lokale_datum
from domain.spoor import Spoorregel
from domain.stand import Stand
from register import lezen, spoor
from register.grootboek import Tekenaar
from register.tabellen import DOCUMENT
from register.tabellen_archief import STUK
from register.verbinding import Register


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A document that is still there. `blijvend` says in Dutch why it can't go; empty when it can."""

    sha256: str
    titel: str
    soort: str
    stap: str
    blijvend: str


def kandidaten(register: Register, opgave: str) -> tuple[Kandidaat, ...]:
    """Every document of an opgave whose bytes are still in the register, one by hash."""
    stand = lezen.stand(register, opgave)
    if stand is None:
        return ()
    with register.lees() as verbinding:
        gevonden = tuple(_documenten(verbinding, stand))
    hard = {k.sha256: k for k in gevonden if k.blijvend}  # the same bytes may be there twice, and then one keeps them
    return tuple({k.sha256: hard.get(k.sha256, k) for k in gevonden}.values())


def vernietig(
    register: Register,
    tekenaar: Tekenaar,
    door: Afzender,
    opgave: str,
    shas: Collection[str],
    gegevens: Mapping[str, str],
    *,
    nu: datetime,
) -> Spoorregel | None:
    """Destroy these documents and write the line that says so; None when they were destroyed before.

    Raises:
        Weigering: this function may not, or a hold stands.
    """
    with register.schrijf() as verbinding:
        eerder = spoor.van(verbinding, opgave)
        bewaring.toets_vrij(eerder, lokale_datum(nu))
        al = {sha for regel in eerder for sha in bewaring.vernietigd(regel)}
        nieuw = sorted(set(shas) - al)
        _wis(verbinding, opgave, sorted(shas), nu)
        if not nieuw:
            return None
        wat = "1 document" if len(nieuw) == 1 else f"{len(nieuw)} documenten"
        inhoud = {**gegevens, "documenten": ",".join(nieuw)}
        return spoor.schrijf(verbinding, tekenaar, door, "vernietigd", opgave, wat, nu=nu, gegevens=inhoud)


def _documenten(verbinding: Connection, stand: Stand) -> Iterator[Kandidaat]:
    eigen = select(DOCUMENT.c.sha256, DOCUMENT.c.titel, DOCUMENT.c.soort, DOCUMENT.c.stap).where(
        DOCUMENT.c.opgave == stand.opgave, DOCUMENT.c.vernietigd_op.is_(None)
    )
    for rij in verbinding.execute(eigen.order_by(DOCUMENT.c.seq, DOCUMENT.c.sleutel)):
        yield Kandidaat(rij.sha256, rij.titel, rij.soort, rij.stap, bewaring.blijvend(stand, rij.soort, rij.stap))
    vreemd = select(STUK.c.sha256, STUK.c.bestandsnaam).where(STUK.c.opgave == stand.opgave).order_by(STUK.c.sha256)
    for stuk in verbinding.execute(vreemd):
        waarom = bewaring.blijvend(stand, bewaring.VAN_BUITEN, "")
        yield Kandidaat(stuk.sha256, stuk.bestandsnaam, bewaring.VAN_BUITEN, "", waarom)


def _wis(verbinding: Connection, opgave: str, shas: Collection[str], nu: datetime) -> None:
    """The row of a document that we made stays without its bytes, one that was handed in goes."""
    welke = (DOCUMENT.c.opgave == opgave) & DOCUMENT.c.sha256.in_(shas) & DOCUMENT.c.vernietigd_op.is_(None)
    verbinding.execute(update(DOCUMENT).where(welke).values(inhoud=b"", vernietigd_op=nu))
    verbinding.execute(delete(STUK).where(STUK.c.opgave == opgave, STUK.c.sha256.in_(shas)))
