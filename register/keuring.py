"""Checking what the register holds against itself: the chain of facts and the signed ledger.

It reads the JSON as it was recorded, not through the models, so a later version of the models can't change the answer.
"""

import json
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import RootModel

from domain.keten import GEEN, canoniek, schakel
from domain.stand import Begin
from register.grootboek import Grootboekregel
from register.rijen import Feitrij
from runtime.sleutels import controleer, sleutel_id


class _Los(RootModel[dict[str, Any]]):
    """JSON without a model."""


def controleer_keten(begin: Begin, feiten: Iterable[Feitrij]) -> tuple[str, ...]:
    """What is wrong with the recorded facts of one opgave, in order; empty when the chain is whole."""
    kop, fouten = schakel(GEEN, canoniek(begin)), list[str]()
    for nummer, rij in enumerate(feiten, start=1):
        if rij.seq != nummer:
            return (*fouten, f"Feit {nummer} ontbreekt.")
        if _hash_van_tekst(kop, rij.tekst) != rij.hash:
            fouten.append(f"Feit {nummer} past niet op het vorige feit, of is veranderd.")
        kop = rij.hash
    return tuple(fouten)


def controleer_grootboek(regels: Iterable[Grootboekregel], *sleutels: Ed25519PublicKey) -> tuple[str, ...]:
    """What is wrong with the ledger lines of one opgave, in order; empty when all are signed and linked."""
    bekend = {sleutel_id(sleutel): sleutel for sleutel in sleutels}
    fouten, vorige = list[str](), None
    for regel in regels:
        fouten += _fouten_in(regel, vorige, bekend)
        vorige = regel
    return tuple(fouten)


def _hash_van_tekst(vorige: str, tekst: str) -> str:
    inhoud = {naam: waarde for naam, waarde in json.loads(tekst).items() if naam != "hash"}
    return schakel(vorige, canoniek(_Los(inhoud)))


def _fouten_in(regel: Grootboekregel, vorige: Grootboekregel | None, bekend: dict[str, Ed25519PublicKey]) -> list[str]:
    plek = f"Grootboekregel tot feit {regel.tot_seq}"
    fouten = []
    if regel.van_seq != (vorige.tot_seq + 1 if vorige else 1):
        fouten.append(f"{plek}: er ontbreekt een regel ervoor.")
    if regel.vorige != (vorige.eigen_hash if vorige else GEEN):
        fouten.append(f"{plek}: past niet op de vorige regel.")
    if regel.sleutel_id not in bekend:
        fouten.append(f"{plek}: getekend met onbekende sleutel {regel.sleutel_id}.")
    elif not controleer(bekend[regel.sleutel_id], regel.inhoud.bytes_, regel.handtekening):
        fouten.append(f"{plek}: de handtekening klopt niet.")
    return fouten
