"""Facts into the register, in one transaction: all of a batch, exactly once, or nothing at all."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from domain.basis import is_agenda
from domain.bundel import Bundel, Verwerkt
from domain.feit import Feit
from domain.gebeurtenissen import Gebeurtenis, als_gebeurtenis
from domain.gevolg import Gevolg
from domain.gevolgen import gevolgen
from domain.kern import begin as begin_stand
from domain.kern import evolve, sluit_aan
from domain.stand import Stand
from domain.woorden import met_namen
from domain.zinnen import vertel
from register import agendapunten, doorlooptijden, gebeurtenissen, lesindex, overbrengen, pakken, posthouding
from register.grootboek import Regeltekenaar
from register.postbus import tel_wachtend
from register.projectie import werk_voorstellen_bij, werk_wachtposten_bij
from register.regels import boek_regel
from register.schrijver import Schrijver
from register.tabellen import FEIT, OPGAVE
from register.verbinding import Register, vergrendel

Uitvoerder = Callable[[Schrijver, Stand, Feit, int, Gevolg], None]
"""Performs one effect inside the transaction; `Stand` is the state just after the fact."""

_STAND = select(OPGAVE.c.stand).where(OPGAVE.c.id == bindparam("opgave"))
_NIEUWE_OPGAVE = insert(OPGAVE)
_ANDERE_STAND = update(OPGAVE).where(OPGAVE.c.id == bindparam("bij"))
_NIEUW_FEIT = insert(FEIT)
_HASHES = select(FEIT.c.seq, FEIT.c.hash).where(
    FEIT.c.opgave == bindparam("opgave"), FEIT.c.seq.between(bindparam("van"), bindparam("tot"))
)


class KetenBreuk(Exception):
    """Facts that don't follow on those in the register: an alarm for people, not something to try again."""


def verwerk(
    register: Register, bundel: Bundel, uitvoerder: Uitvoerder, tekenaar: Regeltekenaar, run: str = ""
) -> Verwerkt:
    """Record the facts that are new, with all their effects; facts that were recorded before are passed over.

    Args:
        run: the run of the workflow that hands them over; without it no packs are wished for.

    Raises:
        KetenBreuk: a fact is missing, belongs to another life, or its hash does not follow from the one before.
    """
    opgave = bundel.begin.opgave
    with register.schrijf() as verbinding:
        vergrendel(verbinding, f"opgave:{opgave}")
        stand = _opgeslagen(verbinding, bundel)
        nieuw, gebeurd = _nieuwe_feiten(verbinding, stand, bundel.feiten), list[Gebeurtenis]()
        if nieuw:
            voor = stand
            stand, gebeurd = _leg_vast(verbinding, stand, nieuw, uitvoerder)
            boek_regel(verbinding, nieuw, tekenaar)
            pakken.volg(verbinding, run, voor, stand, nieuw[-1].vastgelegd_op)
        verwerkt = Verwerkt(tot_seq=stand.seq, wachtend=tel_wachtend(verbinding, opgave))
        gebeurtenissen.schrijf(verbinding, gebeurd)  # last: it holds the lock on the numbers until the commit
        return verwerkt


def _opgeslagen(verbinding: Connection, bundel: Bundel) -> Stand:
    tekst = verbinding.execute(_STAND, {"opgave": bundel.begin.opgave}).scalar()
    stand = begin_stand(bundel.begin) if tekst is None else Stand.model_validate_json(tekst)
    if stand.begin != bundel.begin:
        raise KetenBreuk(f"Opgave {stand.opgave} staat in het register met een ander begin.")
    return stand


def _nieuwe_feiten(verbinding: Connection, stand: Stand, feiten: Sequence[Feit]) -> tuple[Feit, ...]:
    """Those after the stored head."""
    oud = [feit for feit in feiten if feit.seq <= stand.seq]
    _controleer_oude(verbinding, oud)
    return tuple(feiten[len(oud) :])


def _controleer_oude(verbinding: Connection, oud: Sequence[Feit]) -> None:
    """A fact that comes again must be the same fact: otherwise the history has split."""
    if not oud:
        return
    grenzen = {"opgave": oud[0].opgave, "van": oud[0].seq, "tot": oud[-1].seq}
    bekend = {rij.seq: rij.hash for rij in verbinding.execute(_HASHES, grenzen)}
    for feit in oud:
        if bekend.get(feit.seq) != feit.hash:
            raise KetenBreuk(f"Opgave {feit.opgave}: feit {feit.seq} staat anders in het register.")


def _leg_vast(
    verbinding: Connection, stand: Stand, feiten: Sequence[Feit], uitvoerder: Uitvoerder
) -> tuple[Stand, list[Gebeurtenis]]:
    """Facts and effects into the register; gives the state after them, and the events that others may know."""
    schrijver, bestond, voor = Schrijver(verbinding), stand.seq > 0, stand
    gebeurd: list[Gebeurtenis] = []
    for feit in feiten:
        if not sluit_aan(stand, feit):
            raise KetenBreuk(f"Opgave {stand.opgave}: feit {feit.seq} past niet op feit {stand.seq} in het register.")
        stand = evolve(stand, feit)
        for nr, gevolg in enumerate(gevolgen(feit), start=1):
            uitvoerder(schrijver, stand, feit, nr, gevolg)
        if gebeurtenis := als_gebeurtenis(stand, feit):
            gebeurd.append(gebeurtenis)
    verbinding.execute(_NIEUW_FEIT, [_feitwaarden(feit, stand) for feit in feiten])
    _bewaar_stand(verbinding, stand, feiten[-1], bestond)
    if not bestond:
        overbrengen.wek(verbinding, stand.opgave)
    schrijver.klaar()
    posthouding.laat_achterhaalde_vervallen(verbinding, stand, feiten)
    werk_voorstellen_bij(verbinding, stand)
    werk_wachtposten_bij(verbinding, stand)
    agendapunten.werk_bij(verbinding, stand)
    lesindex.werk_bij(verbinding, stand, feiten[-1].vastgelegd_op)
    doorlooptijden.werk_bij(verbinding, voor, stand)
    return stand, gebeurd


def _bewaar_stand(verbinding: Connection, stand: Stand, laatste: Feit, bestond: bool) -> None:
    agenda = is_agenda(stand.opgave)
    waarden = {
        "titel": stand.leven.titel,
        "thema": stand.leven.thema,
        "fase": "" if agenda else stand.leven.fase.value,
        "soort": "agenda" if agenda else "opgave",
        "toestand": stand.leven.toestand,
        "trekker": stand.leven.trekker,
        "seq": stand.seq,
        "kop": stand.kop,
        "stand": stand.model_dump_json(),
        "bijgewerkt_op": laatste.vastgelegd_op,
    }
    if bestond:
        verbinding.execute(_ANDERE_STAND, {"bij": stand.opgave, **waarden})
    else:
        verbinding.execute(_NIEUWE_OPGAVE, {"id": stand.opgave, **waarden})


def _feitwaarden(feit: Feit, stand: Stand) -> dict[str, object]:
    return {
        "opgave": feit.opgave,
        "seq": feit.seq,
        "hash": feit.hash,
        "soort": feit.inhoud.soort,
        "vastgelegd_op": feit.vastgelegd_op,
        "gebeurd_op": feit.gebeurd_op,
        "laat": feit.laat_vastgelegd,
        "door_functie": feit.door.functie,
        "door_subject": feit.door.subject,
        "namens": feit.door.namens,
        "opdracht": feit.opdracht,
        "tekst": feit.model_dump_json(),
        "vertelling": met_namen(vertel(feit), stand),
    }
