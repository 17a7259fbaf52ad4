"""The checkpoints of a pack by themselves: signed, chained, complete, and true to what else lies in the pack."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from archief.formaat import CONTROLEPUNTEN, Controlepuntregel
from archief.pak import Pak
from audit.bevinding import Bevinding
from audit.keuring.sleutels import Ondertekend, Vertrouwen, na_aflossing
from domain.basis import Moment
from domain.controlepunt import SOORT, Blad, Controlepunt, wortel
from domain.keten import GEEN, te_tekenen
from runtime.sleutels import controleer

ONDERWEG, KLOKVERSCHIL = timedelta(days=7), timedelta(days=1)
"""A fact reaches the register within moments, or when that refused it after days; clocks differ less than a day."""
_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


@dataclass(frozen=True)
class Pakinhoud:
    """What leaves are compared with: heads by fact, ledger hashes by last fact, and the hashes of the trail.

    `momenten` says when each fact was recorded (UTC); nothing for a life that was played, whose clock was another.
    """

    opgave: str
    koppen: dict[int, str]
    grootboek: dict[int, str]
    spoor: frozenset[str]
    momenten: dict[int, datetime] = field(default_factory=dict)

    @property
    def laatste(self) -> int:
        """The last fact of the pack."""
        return max(self.koppen, default=0)


def pakinhoud(pak: Pak) -> Pakinhoud:
    """Read it from the pack. Raises PakFout."""
    return Pakinhoud(
        opgave=pak.manifest.opgave,
        koppen={regel["seq"]: str(regel.get("hash")) for regel in pak.feitregels if isinstance(regel.get("seq"), int)},
        grootboek={regel.tot_seq: regel.eigen_hash for regel in pak.grootboek},
        spoor=frozenset(regel.eigen_hash for regel in pak.spoor) | {GEEN},
        momenten=pakmomenten(pak),
    )


def pakmomenten(pak: Pak) -> dict[int, datetime]:
    """When each fact was recorded (UTC); nothing for a life that was played. Raises PakFout."""
    return dict(_momenten(pak)) if not pak.manifest.begin.verschuiving_s else {}


def _momenten(pak: Pak) -> Iterator[tuple[int, datetime]]:
    for regel in pak.feitregels:
        try:
            yield int(regel["seq"]), _MOMENT.validate_python(regel["vastgelegd_op"])
        except (KeyError, TypeError, ValueError):
            continue  # that it is no fact is told with the facts


def toets_keten(regels: tuple[Controlepuntregel, ...], vertrouwd: Vertrouwen) -> Iterator[Bevinding]:
    """Numbers, chain, order of time and signatures."""
    onbekend, vorige = set[str](), None
    for regel in regels:
        punt = regel.controlepunt
        yield from _schakel(punt, vorige)
        sleutel = vertrouwd.sleutels.get(punt.sleutel_id)
        if sleutel is None:
            onbekend.add(punt.sleutel_id)
        elif not controleer(sleutel, te_tekenen(SOORT, punt.inhoud.bytes_), punt.handtekening):
            yield _fout("controlepunt_gewijzigd", punt, "De handtekening onder dit controlepunt klopt niet.")
        vorige = punt
    for id_ in sorted(onbekend):
        zin = f"Er zijn controlepunten getekend met sleutel {id_}, die niet vertrouwd is."
        yield Bevinding(code="sleutel_onbekend", waar=CONTROLEPUNTEN, zin=zin)


def toets_bladen(regels: tuple[Controlepuntregel, ...], inhoud: Pakinhoud) -> Iterator[Bevinding]:
    """The proofs, and what they say against what the pack holds."""
    begonnen = False
    for regel in regels:
        punt, insluiting = regel.controlepunt, regel.insluiting
        if insluiting is None:
            if begonnen:
                zin = "Het bewijs ontbreekt dat de opgave in dit controlepunt stond, terwijl zij in een eerder stond."
                yield _fout("controlepunt_ontbreekt", punt, zin)
            continue
        begonnen = True
        if insluiting.blad.opgave != inhoud.opgave or not insluiting.klopt_in(punt):
            yield _fout("controlepunt_gewijzigd", punt, "Het bewijs hoort niet bij dit controlepunt.")
        else:
            yield from _tegen_pak(punt, insluiting.blad, inhoud)
    yield from toets_tijden(regels, inhoud)
    yield from _alle_bladen(regels, inhoud)


def toets_sleutels(pak: Pak) -> Iterator[Bevinding]:
    """No checkpoint and no line of the trail may be signed with a key after another one took over."""
    punten = (regel.controlepunt for regel in pak.controlepunten)
    for keten in (
        [Ondertekend(f"controlepunt {punt.nr}", punt.sleutel_id, punt.op) for punt in punten],
        [Ondertekend(f"spoorregel {r.nr}", r.sleutel_id, r.tijdstip) for r in pak.spoor],
    ):
        yield from na_aflossing(pak.sleutelbos, keten)


def klopt_met_pak(regel: Controlepuntregel, inhoud: Pakinhoud) -> bool:
    """Whether this checkpoint proves that the pack holds the facts up to the one its leaf names."""
    sluit = regel.insluiting
    return (
        sluit is not None
        and sluit.blad.opgave == inhoud.opgave
        and sluit.klopt_in(regel.controlepunt)
        and inhoud.koppen.get(sluit.blad.seq) == sluit.blad.kop
    )


def toets_tijden(regels: tuple[Controlepuntregel, ...], inhoud: Pakinhoud) -> Iterator[Bevinding]:
    """Each fact must have been recorded between the checkpoint it was not yet in and the one it was in.

    Who holds every key can still add a fact with a moment from long ago; but not into a checkpoint of that time.
    """
    momenten = inhoud.momenten
    for regel in regels:
        punt, blad = regel.controlepunt, regel.insluiting.blad if regel.insluiting else None
        if blad is None or blad.opgave != inhoud.opgave:
            continue
        te_vroeg = sorted(seq for seq, op in momenten.items() if seq > blad.seq and op < punt.op - ONDERWEG)
        te_laat = sorted(seq for seq, op in momenten.items() if seq <= blad.seq and op > punt.op + KLOKVERSCHIL)
        if te_vroeg:
            zin = f"Feit {te_vroeg[0]} zegt dat het van voor dit controlepunt is, maar het stond er toen nog niet in."
            yield _fout("controlepunt_spreekt_tegen", punt, zin)
        if te_laat:
            zin = f"Feit {te_laat[0]} zegt dat het van na dit controlepunt is, maar het stond er toen al in."
            yield _fout("controlepunt_spreekt_tegen", punt, zin)


def _schakel(punt: Controlepunt, vorige: Controlepunt | None) -> Iterator[Bevinding]:
    verwacht = vorige.nr + 1 if vorige else 1
    if punt.nr != verwacht:
        yield _fout("controlepunt_ontbreekt", punt, f"Hier hoort controlepunt {verwacht} te staan.")
    elif punt.vorige != (vorige.eigen_hash if vorige else GEEN):
        yield _fout("controlepunt_gewijzigd", punt, "Dit controlepunt past niet op het vorige.")
    if vorige and punt.op < vorige.op:
        yield _fout("controlepunt_gewijzigd", punt, "Dit controlepunt is gedateerd voor het vorige.")


def _tegen_pak(punt: Controlepunt, blad: Blad, inhoud: Pakinhoud) -> Iterator[Bevinding]:
    if blad.seq > inhoud.laatste:
        zin = f"De opgave was toen al bij feit {blad.seq}; het pak houdt op bij feit {inhoud.laatste}."
        yield _fout("staart_afgeknipt", punt, zin)
        return
    if inhoud.koppen.get(blad.seq) != blad.kop:
        yield _fout("controlepunt_spreekt_tegen", punt, f"Toen was feit {blad.seq} een ander feit dan nu in het pak.")
    if inhoud.grootboek.get(blad.seq, GEEN) != blad.grootboek:
        zin = f"Toen was de grootboekregel tot feit {blad.seq} een andere dan nu in het pak."
        yield _fout("controlepunt_spreekt_tegen", punt, zin)
    if blad.spoor not in inhoud.spoor:
        yield _fout("spoor_ontbreekt", punt, "Een regel van het auditspoor die er toen was, staat niet in het pak.")


def _alle_bladen(regels: tuple[Controlepuntregel, ...], inhoud: Pakinhoud) -> Iterator[Bevinding]:
    """The list of all heads must be the one that the newest checkpoint was made of."""
    if not regels:
        return
    punt, bladen = regels[-1].controlepunt, regels[-1].bladen
    if len(bladen) != punt.aantal or wortel(bladen) != punt.wortel:
        yield _fout("controlepunt_gewijzigd", punt, "De lijst van alle opgaven hoort niet bij dit controlepunt.")
    elif regels[-1].insluiting is None and inhoud.opgave in {blad.opgave for blad in bladen}:
        yield _fout("controlepunt_ontbreekt", punt, "Het bewijs ontbreekt dat de opgave in dit controlepunt stond.")


def _fout(code: str, punt: Controlepunt, zin: str) -> Bevinding:
    return Bevinding.model_validate({"code": code, "waar": f"controlepunt {punt.nr}", "zin": zin})
