"""Until when others prove what a pack says: its checkpoints against what people outside the province hold of them.

Everything in a pack is signed with keys of the province, so all of it could be made anew by whoever holds them. What
can't be made anew is a mail that left, or a stamp of a time stamp authority. A checkpoint that one of these confirms
fixes every fact up to it; after that the pack rests on the word of the holder of the key.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import assert_never

from archief.formaat import Controlepuntregel
from archief.pak import Pak, PakFout
from audit.bevinding import Bevinding, Mededeling
from audit.bewijs import eerder, leg_bewijs_naast
from audit.keuring.ankernaam import benoem
from audit.keuring.ankertekst import Anker, Bewijsanker, Puntanker, lees_anker
from audit.keuring.puntketen import (
    Pakinhoud,
    klopt_met_pak,
    pakinhoud,
    toets_bladen,
    toets_keten,
    toets_sleutels,
)
from audit.keuring.sleutels import Vertrouwen
from audit.keuring.stempels import toets_stempel
from domain.controlepunt import in_groepen
from domain.kalender import dagtekst, lokaal, lokale_datum
from runtime.tijdstempel import StempelFout

VAN_WIE = 3
"""How many checkpoints are named of which others have a mail: the newest ones."""


@dataclass(frozen=True)
class Ankeroordeel:
    """The verdict. `tot` and `tot_seq`: the last moment and fact that others prove (None and 0 when there is none).

    `door` says who, and `zin` all of it in one Dutch sentence or two.
    """

    bevindingen: tuple[Bevinding, ...]
    mededelingen: tuple[Mededeling, ...]
    tot: datetime | None
    tot_seq: int
    door: tuple[str, ...]
    zin: str


@dataclass(frozen=True)
class Bewezen:
    """Facts up to `seq` are proven by something outside. `als` names the checkpoint or receipt."""

    seq: int
    op: datetime
    als: str
    door: str


@dataclass
class Uitslag:
    """What comparing gave so far."""

    bevindingen: list[Bevinding] = field(default_factory=list)
    mededelingen: list[Mededeling] = field(default_factory=list)
    bewezen: list[Bewezen] = field(default_factory=list)


def ankeroordeel(
    pak: Pak, vertrouwd: Vertrouwen, ankers: Sequence[str], ca: Path | None, naast: Sequence[Pak] = ()
) -> Ankeroordeel:
    """Check the checkpoints of a pack, and what was handed in from outside.

    Args:
        ankers: texts, hashes or files, as `audit.keuring.ankertekst.lees_anker` takes them.
        ca: the certificate (PEM) of the time stamp authority; without it stamps prove nothing.
        naast: other packs that were handed in; an anchor that is about one of those says nothing of this one.

    Raises:
        Ankerfout: in one of `ankers` there is nothing to compare with.
        StempelFout: `ca` holds no certificate.
    """
    gegeven = [benoem(anker, pak, naast) for tekst in ankers for anker in lees_anker(tekst)]
    uit = Uitslag()
    try:
        _vergelijk(pak, vertrouwd, gegeven, ca, uit)
    except PakFout as fout:
        if not fout.pad or fout.pad in pak.namen:  # that it is missing is told with the files
            uit.bevindingen.append(Bevinding(code="onleesbaar", waar=fout.pad or "pak", zin=str(fout)))
    laatste = max(uit.bewezen, key=lambda b: (b.seq, b.op), default=None)
    door = tuple(dict.fromkeys(b.door for b in uit.bewezen if laatste and b.seq == laatste.seq))
    return Ankeroordeel(
        bevindingen=tuple(uit.bevindingen),
        mededelingen=tuple(uit.mededelingen),
        tot=laatste.op if laatste else None,
        tot_seq=laatste.seq if laatste else 0,
        door=door,
        zin=_zin(pak, laatste, door),
    )


def _vergelijk(pak: Pak, vertrouwd: Vertrouwen, gegeven: Iterable[Anker], ca: Path | None, uit: Uitslag) -> None:
    regels, inhoud = pak.controlepunten, pakinhoud(pak)
    uit.bevindingen += toets_keten(regels, vertrouwd)
    uit.bevindingen += toets_bladen(regels, inhoud)
    uit.bevindingen += toets_sleutels(pak)
    for anker in gegeven:
        match anker:
            case Puntanker():
                _leg_punt_naast(pak, inhoud, anker, uit)
            case Bewijsanker():
                _leg_bewijs_naast(pak, inhoud, anker, uit)
    _leg_stempels_naast(regels, inhoud, ca, uit)
    uit.mededelingen += _waar_te_vragen(regels)


def _leg_punt_naast(pak: Pak, inhoud: Pakinhoud, anker: Puntanker, uit: Uitslag) -> None:
    per_nr = {regel.controlepunt.nr: regel for regel in pak.controlepunten}
    passend = [regel for regel in pak.controlepunten if regel.controlepunt.eigen_hash.startswith(anker.begin)]
    genoemd = per_nr.get(anker.nr) if anker.nr is not None else None
    if passend and (anker.nr is None or passend[0] is genoemd):
        _bevestig(passend[0], inhoud, anker.bron, uit)
    elif anker.nr is None and anker.begin in inhoud.koppen.values():
        seq = next(seq for seq, kop in inhoud.koppen.items() if kop == anker.begin)
        _leg_bewijs_naast(pak, inhoud, Bewijsanker(seq, anker.begin, anker.bron), uit)
    elif anker.nr is not None and genoemd is None:
        _na_het_pak(pak, anker, max(per_nr, default=0), uit)
    else:
        zin = f"In {anker.bron} staat een ander controlepunt {anker.nr} dan in het pak: {in_groepen(anker.begin)}."
        if anker.nr is None:
            zin = f"Dit staat niet in het pak: {in_groepen(anker.begin)}. Is het van later of van een andere opgave, "
            zin += "geef dan de hele regel of de mail."
        uit.bevindingen.append(Bevinding(code="anker_spreekt_tegen", waar=_plek(anker), zin=zin))


def _bevestig(
    regel: Controlepuntregel, inhoud: Pakinhoud, bron: str, uit: Uitslag, gestempeld: datetime | None = None
) -> None:
    """Outside they hold this checkpoint. What it proves is what its leaf says, when the pack agrees with that.

    `gestempeld` is the moment that others put on it; without it there is only the date of the checkpoint itself.
    """
    punt = regel.controlepunt
    als = f"controlepunt {punt.nr} van {punt.dag}"
    if klopt_met_pak(regel, inhoud) and regel.insluiting:
        uit.bewezen.append(Bewezen(regel.insluiting.blad.seq, gestempeld or punt.op, als, bron))
    elif regel.insluiting is None:
        zin = f"{bron[0].upper()}{bron[1:]} bevestigt {als}, maar de opgave stond daar nog niet in."
        uit.mededelingen.append(Mededeling(waar=f"controlepunt {punt.nr}", zin=zin))


def _na_het_pak(pak: Pak, anker: Puntanker, laatste: int, uit: Uitslag) -> None:
    """A checkpoint that is not in the pack: from after it was made, or left out."""
    van = f" van {dagtekst(anker.dag)}" if anker.dag else ""
    wat = f"Controlepunt {anker.nr}{van} ({anker.bron}) staat niet in het pak"
    if eerder(anker.dag, pak):
        zin = f"{wat}, dat zelf bij controlepunt {laatste} ophoudt. Het was er al toen het pak werd gemaakt."
        uit.bevindingen.append(Bevinding(code="controlepunt_ontbreekt", waar=_plek(anker), zin=zin))
    else:
        zin = f"{wat}: het is van later. Het zegt niets over dit pak."
        uit.mededelingen.append(Mededeling(waar=_plek(anker), zin=zin))


def _leg_bewijs_naast(pak: Pak, inhoud: Pakinhoud, anker: Bewijsanker, uit: Uitslag) -> None:
    toets = leg_bewijs_naast(pak, inhoud, anker)
    match toets.uitkomst:
        case "zelfde":
            op = _vastgelegd(pak, anker.seq)
            uit.bewezen.append(Bewezen(anker.seq, op, f"bewijs van feit {anker.seq}", anker.bron))
        case "anders":
            uit.bevindingen.append(Bevinding(code="anker_spreekt_tegen", waar=_plek(anker), zin=toets.zin))
        case "afgeknipt":
            uit.bevindingen.append(Bevinding(code="staart_afgeknipt", waar=_plek(anker), zin=toets.zin))
        case "andere_opgave" | "na_het_pak":
            uit.mededelingen.append(Mededeling(waar=_plek(anker), zin=toets.zin))
        case _:
            assert_never(toets.uitkomst)


def _leg_stempels_naast(regels: Iterable[Controlepuntregel], inhoud: Pakinhoud, ca: Path | None, uit: Uitslag) -> None:
    ongetoetst = 0
    for regel in regels:
        if not regel.stempel:
            continue
        try:
            stempel = toets_stempel(regel, ca)
        except StempelFout as fout:
            plek = f"controlepunt {regel.controlepunt.nr}"
            uit.bevindingen.append(Bevinding(code="stempel_ongeldig", waar=plek, zin=str(fout)))
            continue
        if ca is None:
            ongetoetst += 1
        else:
            _bevestig(regel, inhoud, f"het tijdstempel van {_voluit(stempel)}", uit, stempel)
    if ongetoetst:
        zin = f"Er zijn {ongetoetst} tijdstempels, niet getoetst: geef het certificaat van de dienst (--stempel-ca)."
        uit.mededelingen.append(Mededeling(waar="tijdstempels", zin=zin))


def _waar_te_vragen(regels: Sequence[Controlepuntregel]) -> Iterator[Mededeling]:
    """Who can be asked for an anchor. The pack itself says so, so it proves nothing."""
    if not regels:
        zin = "Er zijn geen controlepunten in dit pak, dus anderen kunnen er weinig over zeggen."
        yield Mededeling(waar="controlepunten", zin=zin)
    gezien = [regel for regel in regels if regel.gezien_door]
    for regel in gezien[: -VAN_WIE - 1 : -1]:
        punt, wie = regel.controlepunt, ", ".join(regel.gezien_door)
        zin = f"Volgens het pak staat controlepunt {punt.nr} van {punt.dag} onder mail aan: {wie}. Vraag het daar na."
        yield Mededeling(waar=f"controlepunt {punt.nr}", zin=zin)


def _zin(pak: Pak, laatste: Bewezen | None, door: Sequence[str]) -> str:
    """Until where others prove it, and on whose word it rests after that."""
    try:
        sleutel = f"de sleutelhouder (sleutel {in_groepen(pak.handtekening.sleutel_id)})"
    except PakFout:
        sleutel = "de sleutelhouder"
    if laatste is None:
        return (
            "Geen enkel feit is door anderen bewezen: er is geen anker (--anker, --stempel-ca) dat dit pak bevestigt. "
            f"Alles berust op het woord van {sleutel}."
        )
    tot = f"Tot en met feit {laatste.seq} ({laatste.als}) bewezen door anderen: {', '.join(door)}."
    if laatste.seq >= pak.manifest.tot_seq:
        return f"{tot} Dat zijn alle feiten van dit pak."
    return f"{tot} Daarna berust het op het woord van {sleutel}."


def _plek(anker: Anker) -> str:
    if isinstance(anker, Bewijsanker):
        return f"feit {anker.seq}"
    return "anker" if anker.nr is None else f"controlepunt {anker.nr}"


def _vastgelegd(pak: Pak, seq: int) -> datetime:
    """When a fact was recorded, as the pack says."""
    regel = next(regel for regel in pak.feitregels if regel.get("seq") == seq)
    try:
        return datetime.fromisoformat(str(regel["vastgelegd_op"]))
    except (KeyError, ValueError):
        return pak.manifest.gemaakt_op


def _voluit(moment: datetime) -> str:
    return f"{dagtekst(lokale_datum(moment))} om {lokaal(moment):%H:%M}"
