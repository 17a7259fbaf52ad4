"""The forger with every key: writes a whole life anew so that nothing in the pack contradicts anything in it."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from pakken import Echt
from vervalser import AANGENOMEN, BEGIN, BEVESTIGD, TAAK, Json, Werk, bewijs, lees, onderteken_grootboek, opdracht, zet

from archief import formaat
from audit.lezen import Vouwing, vouw
from domain.boom import pad as pad_in_boom
from domain.boom import wortel as wortel_van
from domain.controlepunt import SOORT, Blad, Controlepunt
from domain.keten import te_tekenen
from register.grootboek import Grootboekregel


def herschrijf(echt: Echt, ander: Echt, doe: Callable[[Json], None]) -> Werk:
    """The pack after this change of every command (as JSON), with facts, receipts, ledger and checkpoints to match."""
    werk = Werk(echt.bestanden, echt, ander)
    for run in (1, 2):
        for gebeurtenis in werk.met(run, AANGENOMEN):
            waarde = lees(opdracht(gebeurtenis))
            doe(waarde)
            zet(opdracht(gebeurtenis), waarde)
    vouwing = vouw([werk.json(werk.pad(1))])
    _geef_door(werk, vouwing)
    vouwing = vouw([werk.json(werk.pad(run)) for run in (1, 2)])
    _bewijzen(werk, vouwing)
    _feiten(werk, vouwing)
    onderteken_grootboek(werk, echt.ondertekenaar)
    _controlepunten(werk)
    werk.manifest.update({"kop": vouwing.stand.kop, "titel": vouwing.stand.leven.titel})
    werk.hernoem_hashes()
    werk.teken(echt.ondertekenaar)
    return werk


def _geef_door(werk: Werk, vouwing: Vouwing) -> None:
    payloads = werk.gebeurtenissen(2)[0][BEGIN]["input"]
    zet(payloads, lees(payloads) | {"stand": vouwing.stand.model_dump(mode="json")})


def _bewijzen(werk: Werk, vouwing: Vouwing) -> None:
    nieuw = {id_: b.model_dump(mode="json") for id_, b in vouwing.berekend.items()}
    for run in (1, 2):
        for gebeurtenis in werk.met(run, BEVESTIGD):
            zet(bewijs(gebeurtenis), nieuw[gebeurtenis[BEVESTIGD]["meta"]["updateId"]])
    for regel in werk.bewijzen:
        regel["bewijs"] = nieuw[regel["opdracht"]]
    slot = werk.gebeurtenissen(2)[-1]["workflowExecutionCompletedEventAttributes"]["result"]
    zet(slot, lees(slot) | {"seq": vouwing.stand.seq, "hash": vouwing.stand.kop})


def _feiten(werk: Werk, vouwing: Vouwing) -> None:
    feiten = [feit.model_dump(mode="json") for feit in vouwing.feiten]
    werk.feiten[:] = feiten
    for run in (1, 2):
        for gebeurtenis in werk.bundels(run):
            payloads = gebeurtenis[TAAK]["input"]
            bundel = lees(payloads)
            bundel["feiten"] = [feiten[feit["seq"] - 1] for feit in bundel["feiten"]]
            zet(payloads, bundel)


def _controlepunten(werk: Werk) -> None:
    """Every checkpoint again, with this opgave in it as it is now, signed with the real key."""
    hashes = {feit["seq"]: feit["hash"] for feit in werk.feiten}
    laatste = Grootboekregel.model_validate(werk.grootboek[-1]).eigen_hash
    for regel in werk.regels(formaat.CONTROLEPUNTEN):
        _controlepunt(werk, regel, hashes, laatste)


def _controlepunt(werk: Werk, regel: Json, hashes: dict[int, str], grootboek: str) -> None:
    bladen: list[Any] = regel["bladen"]
    for blad in bladen:
        if blad["opgave"] == werk.manifest["opgave"]:
            blad |= {"kop": hashes[blad["seq"]], "grootboek": grootboek}
    boom = [Blad.model_validate(blad).bytes_ for blad in bladen]
    plaats = regel["insluiting"]["plaats"]
    regel["insluiting"] = {"blad": bladen[plaats], "plaats": plaats, "pad": list(pad_in_boom(boom, plaats))}
    punt = regel["controlepunt"] | {"wortel": wortel_van(boom)}
    inhoud = Controlepunt.model_validate(punt).inhoud
    punt["handtekening"] = werk.echt.ondertekenaar.teken(te_tekenen(SOORT, inhoud.bytes_))
    regel["controlepunt"] = punt


def kort_in(echt: Echt, ander: Echt) -> Werk:
    """A pack that keeps quiet about the end: facts, ledger and receipts up to the middle of the ledger, as if it was busy."""
    werk = Werk(echt.bestanden, echt, ander)
    del werk.grootboek[len(werk.grootboek) // 2 :]
    tot = werk.grootboek[-1]["tot_seq"]
    werk.feiten[:] = [feit for feit in werk.feiten if feit["seq"] <= tot]
    werk.bewijzen[:] = [b for b in werk.bewijzen if b["bewijs"]["seq"] <= tot]
    werk.json(formaat.DOCUMENTEN)[:] = [d for d in werk.json(formaat.DOCUMENTEN) if d["seq"] <= tot]
    over = {d["pad"] for d in werk.json(formaat.DOCUMENTEN)}
    for pad in [p for p in werk.bestanden if p.startswith(formaat.STUKKEN) and p not in over]:
        del werk.bestanden[pad]
    werk.manifest["bestanden"] = [b for b in werk.manifest["bestanden"] if b["pad"] in werk.bestanden]
    werk.manifest.update({"rust": False, "tot_seq": tot, "kop": werk.feiten[-1]["hash"], "afgerond": False})
    werk.hernoem_hashes()
    werk.teken(echt.ondertekenaar)
    return werk


def controlepunt_van(echt: Echt) -> Controlepunt:
    """The newest checkpoint in a pack, as another organisation may have kept it."""
    regel = json.loads(echt.bestanden[formaat.CONTROLEPUNTEN].splitlines()[-1])
    return Controlepunt.model_validate(regel["controlepunt"])


def mail_van(echt: Echt, seq: int, dag: datetime) -> str:
    """The line with a receipt as it stood in a mail to a partner."""
    feit = json.loads(echt.bestanden[formaat.FEITEN].splitlines()[seq - 1])
    return f"Opgave {feit['opgave']}\nVerstuurd op {dag:%d-%m-%Y}\nBewijs: feit {seq}, {feit['hash']}\n"
