"""Which kind of forgery it is: history and facts are laid side by side, and the signed ledger says who is right.

The ledger decides which of the two is told as "changed". When neither fits it, both were written anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.bevinding import Bevinding, Code
from audit.keuring.feitregel import Feitregel, feitregel, opdrachten_van
from audit.keuring.vergelijken import Verschil, verschillen
from audit.lezen import Vouwing
from domain.stand import Begin

FEITCODES: Mapping[str, Code] = {
    "ontbreekt": "feit_ontbreekt",
    "ingevoegd": "feit_ingevoegd",
    "verwisseld": "feit_verwisseld",
    "gewijzigd": "feit_gewijzigd",
}


@dataclass(frozen=True)
class Verhalen:
    """The two stories of one life, and what was signed of it.

    `begin` is the start that the facts follow on, `gevouwen_begin` that of the history. `koppen` are the signed hashes
    by fact; `keten` what is wrong with the recorded facts by themselves. `rust`: facts and history must end at the same
    fact. `ouder`: history and signature are untouched, but made by other rules.
    """

    begin: Begin
    gevouwen_begin: Begin | None
    regels: Sequence[Feitregel]
    keten: Sequence[Bevinding]
    vouwing: Vouwing | None
    koppen: Mapping[int, str]
    rust: bool
    ouder: bool

    @property
    def feiten_kloppen(self) -> bool:
        """Whether the recorded facts are linked and fit what was signed."""
        return not self.keten and self._past({regel.seq: regel.hash for regel in self.regels}, self.rust)

    @property
    def vouwing_klopt(self) -> bool:
        """Whether the history leads to facts that fit what was signed."""
        return self.vouwing is not None and self._past({feit.seq: feit.hash for feit in self.vouwing.feiten}, True)

    @property
    def waar(self) -> Sequence[Feitregel]:
        """The facts as they should be: the recorded ones, unless only those of the history fit what was signed."""
        if self.feiten_kloppen or not self.vouwing_klopt:
            return self.regels
        return self._gevouwen()

    def _gevouwen(self) -> Sequence[Feitregel]:
        assert self.vouwing is not None
        return tuple(feitregel(feit.model_dump(mode="json")) for feit in self.vouwing.feiten)

    def _past(self, hashes: Mapping[int, str], alles: bool) -> bool:
        laatste = max(hashes, default=0)
        return all(hashes.get(seq) == kop for seq, kop in self.koppen.items() if alles or seq <= laatste)

    def bevindingen(self) -> Iterator[Bevinding]:
        """What was done to the facts, or to the history."""
        if self.vouwing is None:
            yield from self.keten or self._tegen_grootboek()
        elif self.feiten_kloppen and self.vouwing_klopt:
            yield from self._lengte(self.vouwing)
        elif self.feiten_kloppen:
            yield from _geschiedenis(self, self.vouwing)
        elif self.vouwing_klopt:
            yield from self._feiten()
        elif [feit.hash for feit in self.vouwing.feiten] == [regel.hash for regel in self.regels]:
            yield from self.keten or self._tegen_grootboek()
        else:
            yield from self.keten or self._tegen_grootboek()
            yield from _geschiedenis(self, self.vouwing)

    def _lengte(self, vouwing: Vouwing) -> Iterator[Bevinding]:
        """Both fit the ledger, but one is shorter: then the ledger was cut too."""
        feiten, gevouwen = len(self.regels), len(vouwing.feiten)
        if gevouwen < feiten:
            yield _staart("geschiedenis", f"De geschiedenis komt tot feit {gevouwen}, de feiten tot feit {feiten}.")
        elif gevouwen > feiten and self.rust:
            yield _staart("feiten.jsonl", f"De feiten gaan tot feit {feiten}, de geschiedenis tot feit {gevouwen}.")

    def _tegen_grootboek(self) -> Iterator[Bevinding]:
        """The facts are linked, but not those that were signed."""
        hashes = {regel.seq: regel.hash for regel in self.regels}
        anders = sorted(seq for seq, kop in self.koppen.items() if seq in hashes and hashes[seq] != kop)
        if anders:
            zin = f"Het verhaal is herschreven: getekend is een ander feit {anders[0]} dan er nu staat."
            yield _bevinding("herschreven", f"feit {anders[0]}", zin)
        elif self.koppen and max(self.koppen) > max(hashes, default=0):
            zin = f"De feiten gaan tot feit {max(hashes, default=0)}; getekend is tot feit {max(self.koppen)}."
            yield _staart("feiten.jsonl", zin)

    def _feiten(self) -> Iterator[Bevinding]:
        """The facts against those that follow from the history."""
        gevonden = list(verschillen(self._gevouwen(), self.regels, heel=lambda r: r.geheel, wie=lambda r: r.wie))
        if not self.keten and gevonden and any(v.soort != "afgeknipt" for v in gevonden):
            yield from self._tegen_grootboek()
        if weg := [v.echt for v in gevonden if v.soort == "afgeknipt" and v.echt]:
            zin = f"Vanaf feit {weg[0].seq} ontbreken de feiten ({len(weg)})."
            yield _staart("feiten.jsonl", zin)
        for verschil in gevonden:
            if verschil.soort != "afgeknipt":
                yield self._feit(verschil)
        if not gevonden:
            yield from self.keten

    def _feit(self, verschil: Verschil[Feitregel]) -> Bevinding:
        echt, gegeven = verschil.echt, verschil.gegeven
        feit = gegeven or echt
        assert feit is not None
        if gegeven is not None and gegeven.opgave != self.begin.opgave:
            return _bevinding("andere_opgave", feit.waar, f"Feit {feit.seq} hoort bij opgave {gegeven.opgave[:40]}.")
        if echt is not None and gegeven is not None and verschil.soort == "gewijzigd":
            if echt.tijdloos == gegeven.tijdloos:
                return _bevinding("tijd_gewijzigd", echt.waar, f"Feit {echt.seq} heeft een ander moment gekregen.")
            return _bevinding("feit_gewijzigd", echt.waar, f"Feit {echt.seq} ({echt.soort}) is veranderd.")
        zinnen = {
            "ontbreekt": f"Feit {feit.seq} ({feit.soort}) is weggelaten.",
            "ingevoegd": f"Feit {feit.seq} ({feit.soort}) is ingevoegd: uit de geschiedenis volgt het niet.",
            "verwisseld": f"Feit {feit.seq} ({feit.soort}) staat op een andere plaats dan waar het hoort.",
        }
        return _bevinding(FEITCODES[verschil.soort], feit.waar, zinnen[verschil.soort])


def _geschiedenis(verhalen: Verhalen, vouwing: Vouwing) -> Iterator[Bevinding]:
    """The history against the recorded facts."""
    begin, eigen = verhalen.begin, verhalen.gevouwen_begin or verhalen.begin
    if eigen.opgave != begin.opgave:
        yield _bevinding("andere_opgave", "run 1", f"De geschiedenis is van opgave {eigen.opgave}.")
    elif eigen != begin:
        yield _bevinding(
            "start_gewijzigd", "run 1", "De geschiedenis begint met een andere start dan het manifest noemt."
        )
    elif verhalen.ouder:
        zin = f"Dit programma komt vanaf feit {_eerste(verhalen.regels, vouwing)} op iets anders uit dan is vastgelegd."
        yield _bevinding("andere_code", f"feit {_eerste(verhalen.regels, vouwing)}", f"{zin} {_RAAD}")
    elif not _run_is_oorzaak(vouwing, _eerste(verhalen.regels, vouwing)):
        yield from _opdrachten(verhalen.regels, vouwing)


_RAAD = "Het pak is gemaakt met een andere versie van de regels; lees het met die versie."


def _eerste(regels: Sequence[Feitregel], vouwing: Vouwing) -> int:
    """The first fact that differs."""
    paren = zip(regels, vouwing.feiten, strict=False)
    return next((a.seq for a, b in paren if a.hash != b.hash), min(len(regels), len(vouwing.feiten)) + 1)


def runbevindingen(vouwing: Vouwing, regels: Sequence[Feitregel]) -> Iterator[Bevinding]:
    """What the fold says about the runs, without what only follows from a command that was changed before."""
    eerste = _eerste(regels, vouwing)
    for bevinding in vouwing.bevindingen:
        if bevinding.code == "run_ontbreekt" or (
            bevinding.code == "run_gewijzigd" and eerste > _einde_voor(vouwing, bevinding.waar)
        ):
            yield bevinding


def _run_is_oorzaak(vouwing: Vouwing, eerste: int) -> bool:
    """Whether the story goes wrong where one run ends and the next begins."""
    return any(
        b.code == "run_ontbreekt" or (b.code == "run_gewijzigd" and eerste > _einde_voor(vouwing, b.waar))
        for b in vouwing.bevindingen
    )


def _einde_voor(vouwing: Vouwing, waar: str) -> int:
    """The last fact before the run of this name (`run 2`)."""
    nummer = int(waar.split()[1]) if waar.startswith("run ") and waar.split()[1].isdigit() else 1
    return max((beeld.seq for beeld in vouwing.taken if beeld.run < nummer), default=0)


def _opdrachten(regels: Sequence[Feitregel], vouwing: Vouwing) -> Iterator[Bevinding]:
    """The commands in the history against those that the facts came from."""
    echt = opdrachten_van(regels)
    gegeven = tuple(dict.fromkeys(opdracht.id for opdracht in vouwing.opdrachten))
    anders = list(verschillen(echt, gegeven, heel=lambda id_: id_, wie=lambda id_: id_))
    if weg := [v.echt for v in anders if v.soort == "afgeknipt"]:
        zin = f"De geschiedenis houdt op voor opdracht {weg[0]} ({len(weg)} opdrachten ontbreken)."
        yield _staart("geschiedenis", zin)
    yield from (_opdracht(verschil) for verschil in anders if verschil.soort != "afgeknipt")
    if not anders:
        yield from _inhouden(regels, vouwing)


def _opdracht(verschil: Verschil[str]) -> Bevinding:
    id_, waar = verschil.echt or verschil.gegeven, f"opdracht {verschil.echt or verschil.gegeven}"
    match verschil.soort:
        case "ontbreekt":
            return _bevinding("opdracht_ontbreekt", waar, f"Opdracht {id_} is uit de geschiedenis weggelaten.")
        case "ingevoegd":
            zin = f"Opdracht {id_} is in de geschiedenis ingevoegd: er is geen feit van."
            return _bevinding("opdracht_ingevoegd", waar, zin)
    zin = f"Opdracht {id_} staat in de geschiedenis op een andere plaats dan de feiten zeggen."
    return _bevinding("opdracht_verwisseld", waar, zin)


def _inhouden(regels: Sequence[Feitregel], vouwing: Vouwing) -> Iterator[Bevinding]:
    """The same commands in the same order: then what they led to tells which were changed."""
    gevouwen = [feitregel(feit.model_dump(mode="json")) for feit in vouwing.feiten]
    echt, gegeven = _per_opdracht(regels), _per_opdracht(gevouwen)
    gevonden = 0
    for id_, feiten in echt.items():
        if not id_ or [f.geheel for f in feiten] == [f.geheel for f in gegeven.get(id_, [])]:
            continue
        gelijk = [f.soort for f in feiten] == [f.soort for f in gegeven.get(id_, [])]
        if not gevonden or gelijk:
            gevonden += 1
            yield _inhoud(id_, feiten, gegeven.get(id_, []))
    if not gevonden and [f.geheel for f in regels] != [f.geheel for f in gevouwen]:
        if len(gevouwen) < len(regels):
            zin = f"De geschiedenis komt tot feit {len(gevouwen)}, de feiten gaan tot feit {len(regels)}."
            yield _staart("geschiedenis", zin)
        else:
            zin = "De momenten in de geschiedenis leiden tot andere feiten van de tijd dan is vastgelegd."
            yield _bevinding("tijd_gewijzigd", f"feit {_eerste(regels, vouwing)}", zin)


def _inhoud(id_: str, echt: Sequence[Feitregel], gegeven: Sequence[Feitregel]) -> Bevinding:
    momenten = [f.ruw.get("vastgelegd_op") for f in echt], [f.ruw.get("vastgelegd_op") for f in gegeven]
    if gegeven and momenten[0][0] != momenten[1][0]:
        zin = f"Opdracht {id_} (feit {echt[0].seq}) heeft in de geschiedenis een ander moment dan is vastgelegd."
        return _bevinding("tijd_gewijzigd", f"opdracht {id_}", zin)
    zin = f"Opdracht {id_} (feit {echt[0].seq}) staat in de geschiedenis anders dan is vastgelegd."
    return _bevinding("opdracht_gewijzigd", f"opdracht {id_}", zin)


def _per_opdracht(regels: Sequence[Feitregel]) -> dict[str, list[Feitregel]]:
    uit = dict[str, list[Feitregel]]()
    for regel in regels:
        uit.setdefault(regel.opdracht, []).append(regel)
    return uit


def _staart(waar: str, zin: str) -> Bevinding:
    return _bevinding("staart_afgeknipt", waar, zin)


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
