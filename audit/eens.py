"""Two independent readers of one past, held against each other and against what was recorded.

The fold (`audit.lezen`) does not know Temporal; the replay (`audit.film`) is Temporal's own, through the shell. Where
they differ one of them is wrong, and that is worth knowing. The rules themselves they share: what a rule makes of a
command is for a recount to say, not for a second reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archief.pak import Pak
from audit.beeld import Beeld
from audit.bevinding import Bevinding
from audit.film import Film, film
from audit.lezen import Vouwing, vouw
from audit.vorm import vorm
from domain.feit import Feit
from domain.stand import Stand

HOOGSTENS = 5
"""So many findings of one kind are told one by one."""


@dataclass(frozen=True)
class Eensgezindheid:
    """What was compared, and every difference."""

    opgave: str
    runs: int
    gebeurtenissen: int
    taken: int
    feiten: int
    opdrachten: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def eens(self) -> bool:
        """Whether both readers tell one story, and it is the recorded one."""
        return not self.bevindingen

    @property
    def zin(self) -> str:
        """The outcome in one Dutch sentence."""
        geteld = f"{self.feiten} feiten uit {self.opdrachten} opdrachten, bij {self.taken} werkmomenten"
        if self.eens:
            return f"Vouwen en naspelen komen overal op hetzelfde uit: {geteld}."
        aantal = "1 verschil" if len(self.bevindingen) == 1 else f"{len(self.bevindingen)} verschillen"
        return f"Vouwen, naspelen en wat vastligt komen NIET overal op hetzelfde uit: {aantal} ({geteld})."


async def lees_en_speel(pak: Pak) -> Eensgezindheid:
    """Read the pack twice and compare.

    Raises:
        PakFout: a file of the pack can't be read; also when its histories are confidential and were not opened.
        OnleesbareGeschiedenis: the histories are not of an opgave.
    """
    geschiedenissen = pak.geschiedenissen
    vouwing = vouw(geschiedenissen)
    gefilmd = await film(geschiedenissen)
    bevindingen = (
        *vorm(geschiedenissen),
        *vouwing.bevindingen,
        *gefilmd.bevindingen,
        *oneens(vouwing, gefilmd),
        *nagespeeld_anders(vouwing, gefilmd),
        *_feiten(vouwing, pak),
        *_bewijzen(vouwing, pak),
    )
    return Eensgezindheid(
        opgave=vouwing.stand.opgave,
        runs=len(geschiedenissen),
        gebeurtenissen=vouwing.gebeurtenissen,
        taken=len(vouwing.taken),
        feiten=len(vouwing.feiten),
        opdrachten=len(vouwing.berekend),
        bevindingen=bevindingen,
    )


def oneens(vouwing: Vouwing, gefilmd: Film) -> tuple[Bevinding, ...]:
    """Every workflow task after which the two readers are in another state.

    Temporal may take a task that led to nothing together with the next one; such a task has no frame of its own, and
    then the fold may not have changed anything in it either.
    """
    mislukt = {b.waar for b in gefilmd.bevindingen}
    beelden = {(beeld.run, beeld.gebeurtenis): beeld for beeld in gefilmd.beelden}
    verschillen, vorige = list[Bevinding](), None
    for gelezen in vouwing.taken:
        gezien = beelden.pop((gelezen.run, gelezen.gebeurtenis), None)
        verwacht = gezien or (vorige if vorige and vorige.run == gelezen.run else None)
        if f"run {gelezen.run}" not in mislukt or gezien:
            verschillen += _verschil(gelezen, verwacht)
        vorige = gelezen
    verschillen += (_alleen_naspelen(beeld) for beeld in beelden.values())
    return _beperk(verschillen)


def _verschil(gelezen: Beeld, gezien: Beeld | None) -> Iterator[Bevinding]:
    if gezien is not None and _gelijk(gelezen, gezien):
        return
    waar = f"feit {gelezen.seq}"
    plek = f"na gebeurtenis {gelezen.gebeurtenis} van run {gelezen.run}"
    if gezien is None:
        zin = f"Vouwen komt {plek} bij feit {gelezen.seq}, naspelen komt daar niet."
    elif gezien.seq != gelezen.seq:
        zin = f"Vouwen komt {plek} bij feit {gelezen.seq}, naspelen bij feit {gezien.seq}."
    else:
        zin = f"Vouwen en naspelen verschillen {plek}, bij feit {gelezen.seq}: {_delen(gelezen.stand, gezien.stand)}."
    yield Bevinding(code="lezers_oneens", waar=waar, zin=zin)


def _gelijk(een: Beeld, ander: Beeld) -> bool:
    return een.stand is ander.stand or (een.kop == ander.kop and een.tijd == ander.tijd and een.stand == ander.stand)


def _delen(een: Stand, ander: Stand) -> str:
    delen = [naam for naam in Stand.model_fields if getattr(een, naam) != getattr(ander, naam)]
    return ", ".join(delen) or "tijd"


def _alleen_naspelen(beeld: Beeld) -> Bevinding:
    zin = f"Naspelen ziet een werkmoment bij gebeurtenis {beeld.gebeurtenis} van run {beeld.run}, vouwen niet."
    return Bevinding(code="lezers_oneens", waar=f"feit {beeld.seq}", zin=zin)


def nagespeeld_anders(vouwing: Vouwing, gefilmd: Film) -> tuple[Bevinding, ...]:
    """The receipts that the update handlers give in the replay must be those that were given then."""
    anders = list[Bevinding]()
    for update, bewijs in gefilmd.bewijzen.items():
        id_ = vouwing.updates.get(update, update)
        if vouwing.vastgelegd.get(id_) != bewijs:
            zin = f"Naspelen geeft voor opdracht {id_} een ander bewijs dan toen (nu feit {bewijs.seq})."
            anders.append(Bevinding(code="naspelen_anders", waar=f"opdracht {id_}", zin=zin))
    return _beperk(anders)


def _feiten(vouwing: Vouwing, pak: Pak) -> tuple[Bevinding, ...]:
    """The recorded facts, each as a whole where it lies open, else by its fingerprint."""
    tot, regels = pak.manifest.tot_seq, pak.feitregels
    gelezen = {feit.seq: feit for feit in vouwing.feiten}
    verschillen = list[Bevinding]()
    for plek, regel in enumerate(regels):
        heel = pak.feiten[plek] if plek < len(pak.feiten) else None
        feit = gelezen.get(plek + 1)
        if feit is None or feit.hash != regel.get("hash") or (heel is not None and heel != feit):
            zin = f"Feit {plek + 1} is niet het feit dat uit de geschiedenis volgt{_soorten(heel, feit)}."
            verschillen.append(Bevinding(code="feit_gewijzigd", waar=f"feit {plek + 1}", zin=zin))
    einde = len(regels) if not pak.manifest.rust else max(len(regels), vouwing.stand.seq)
    if len(regels) < tot or einde > len(regels):
        zin = f"Er zijn {len(regels)} feiten vastgelegd; het pak noemt er {tot}, de geschiedenis {vouwing.stand.seq}."
        verschillen.append(Bevinding(code="feit_ontbreekt", waar="feiten.jsonl", zin=zin))
    return _beperk(verschillen)


def _soorten(heel: Feit | None, feit: Feit | None) -> str:
    """What was recorded and what follows, when those are different kinds."""
    if heel is None or feit is None or heel.inhoud.soort == feit.inhoud.soort:
        return ""
    return f" ({heel.inhoud.soort} ligt vast, {feit.inhoud.soort} volgt)"


def _bewijzen(vouwing: Vouwing, pak: Pak) -> tuple[Bevinding, ...]:
    """The receipts in the pack; those of commands that came after the last fact of the pack are not in it."""
    tot = pak.manifest.tot_seq
    volgt = {id_: bewijs for id_, bewijs in vouwing.berekend.items() if bewijs.seq <= tot}
    anders = [id_ for id_ in dict.fromkeys((*volgt, *pak.bewijzen)) if volgt.get(id_) != pak.bewijzen.get(id_)]
    zin = "Het bewijs van opdracht {} in het pak is niet het bewijs dat uit de geschiedenis volgt.".format
    return _beperk([Bevinding(code="bewijs_gewijzigd", waar=f"opdracht {id_}", zin=zin(id_)) for id_ in anders])


def _beperk(bevindingen: Sequence[Bevinding]) -> tuple[Bevinding, ...]:
    """After the first few of a kind, how many more there are: one change early on shows in everything after it."""
    kort = tuple(bevindingen[:HOOGSTENS])
    meer = len(bevindingen) - len(kort)
    if not meer:
        return kort
    rest = kort[-1].met(waar=bevindingen[-1].waar, zin=f"Daarna nog {meer} keer zoiets.")
    return (*kort, rest)
