"""The part of a pack that comes from the register: facts, receipts, ledger, checkpoints, trail, keys and documents."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from archief import formaat
from archief.afscherming import Afscherming, scherm_af, sluit
from archief.formaat import Bekledingsregel, Controlepuntregel, Sleutelbos
from archief.stukken import documenten
from archief.verklaring import verklaringen
from domain.feit import Bewijs
from domain.reglement.register import reglement
from domain.stand import Stand
from register import bekleding, controlepunten, lezen, sleutels, spoor
from register.rijen import Feitrij
from register.verbinding import Register


class GeenPak(Exception):
    """There is nothing to make a pack of; the text says why, in Dutch."""


@dataclass(frozen=True)
class Registerdeel:
    """What the register has of one opgave. `open` can lie open, `vertrouwelijk` can't; histories are not in it."""

    stand: Stand
    afscherming: Afscherming
    open: dict[str, bytes]
    vertrouwelijk: dict[str, bytes]
    feiten: tuple[Feitrij, ...] = ()

    def gesloten(self, opdrachten: Collection[str]) -> "Registerdeel":
        """The same with the facts of these commands shielded, or the last fact when there is none, and the histories.

        For when a history says more than the facts do, see `archief.meegekomen`.
        """
        seqs = [rij.seq for rij in self.feiten if rij.opdracht in opdrachten] or [self.stand.seq]
        af = sluit(self.afscherming, self.feiten, seqs)
        open_, dicht = af.scheid({**self.open, formaat.FEITEN: _regels(af.regels)})
        return replace(self, afscherming=af, open=open_, vertrouwelijk=self.vertrouwelijk | dicht)


def lees_register(register: Register, opgave: str) -> Registerdeel:
    """Everything the register has of this opgave, up to one and the same fact.

    Facts may come in while this reads, so the state goes first and the rest is taken as far as it goes; and the trail
    goes after the checkpoints, because they name its last line.

    Raises:
        GeenPak: the register does not know it.
    """
    stand = lezen.stand(register, opgave)
    if stand is None or not stand.seq:
        raise GeenPak(f"Het register kent de opgave {opgave} niet, of heeft er nog geen feiten van.")
    feiten = tuple(rij for rij in lezen.feiten(register, opgave) if rij.seq <= stand.seq)
    afscherming = scherm_af(stand, feiten)
    stukken, vertrouwelijk = documenten(register, stand, feiten, afscherming)
    delen = {
        formaat.FEITEN: _regels(afscherming.regels),
        formaat.BEWIJZEN: _regels(_bewijs(id_, bewijs) for id_, bewijs in stand.bewijzen.items()),
        formaat.GROOTBOEK: _modellen(r for r in lezen.grootboek(register, opgave) if r.tot_seq <= stand.seq),
        formaat.CONTROLEPUNTEN: _modellen(_controlepunten(register, stand)),
        **_spoor(register, opgave),
        formaat.BEKLEDING: _modellen(_bekleding(register)),
        formaat.SLEUTELS: _sleutels(register),
        **_reglementen(feiten, stand.begin.reglement),
        **stukken,
    }
    open_, dicht = afscherming.scheid(delen)
    return Registerdeel(stand, afscherming, open_, vertrouwelijk | dicht, feiten)


def _bewijs(id_: str, bewijs: Bewijs) -> str:
    return json.dumps({"opdracht": id_, "bewijs": bewijs.model_dump(mode="json")}, ensure_ascii=False)


def _controlepunten(register: Register, stand: Stand) -> Iterator[Controlepuntregel]:
    """All checkpoints up to the fact in which the pack ends, each with proof that this opgave was in it."""
    for punt in controlepunten.voor_pak(register, stand.opgave, stand.seq):
        yield Controlepuntregel(
            controlepunt=punt.controlepunt,
            insluiting=punt.insluiting,
            stempel=punt.stempel,
            gezien_door=punt.gezien_door,
            bladen=punt.bladen,
        )


def _spoor(register: Register, opgave: str) -> dict[str, bytes]:
    """The audit trail, and the statements about destruction that follow from it."""
    regels = spoor.lijst(register, opgave)
    _, wissels = sleutels.lijst(register)
    return {formaat.SPOOR: _modellen(regels), **verklaringen(regels, wissels)}


def _bekleding(register: Register) -> Iterator[Bekledingsregel]:
    for rij in bekleding.lijst(register):
        dagen = {naam: rij[naam].isoformat() if rij[naam] else "" for naam in ("van", "tot")}
        yield Bekledingsregel.model_validate({**rij, **dagen})


def _sleutels(register: Register) -> bytes:
    bos, wissels = sleutels.lijst(register)
    return (Sleutelbos(sleutels=bos, wissels=wissels).model_dump_json(indent=1) + "\n").encode()


def _reglementen(feiten: Iterable[Feitrij], eerste: str) -> dict[str, bytes]:
    """Every reglement this life was lived under."""
    overstappen = (rij.feit.inhoud for rij in feiten if rij.soort == "ReglementGewijzigd")
    codes = dict.fromkeys((eerste, *(getattr(inhoud, "reglement", eerste) for inhoud in overstappen)))
    return {f"{formaat.REGLEMENTEN}{code}.json": formaat.reglementbytes(reglement(code)) for code in codes}


def _modellen(modellen: Iterable[BaseModel]) -> bytes:
    return _regels(model.model_dump_json() for model in modellen)


def _regels(regels: Iterable[str]) -> bytes:
    return "".join(f"{regel}\n" for regel in regels).encode()
