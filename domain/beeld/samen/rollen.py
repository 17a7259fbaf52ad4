"""The explicit choice of role per phase (S3-03, S3-10 to S3-13, S3-16, S3-17, S1-28, S2-06), with its advice."""

from collections.abc import Iterable, Sequence

from domain.basis import Fase
from domain.beeld.samen.lezen import blad, bladen, keren, naam
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_rollen import DubbeleRol, Rolkeuze, RolNaAfloop, RolOverTijd, Stijl, StijlPassend
from domain.woorden import gewoon

BOTSEND = ("bemiddeling", "financiering")
"""S3-12: roles that don't go well with being competent authority."""


def rollen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Roles per phase, the double role, the role over time, and the advice that follows from them."""
    roosters = (_per_fase(stand, feiten), _stijl(stand), _los(stand))
    return Vel(naam="rollen", titel="Rollen en governancestijl", roosters=roosters, let_op=tuple(_let_op(stand)))


def _per_fase(stand: Stand, feiten: Sequence[Feit]) -> Rooster:
    keuzes = {r.fase: r for r in bladen(stand, Rolkeuze)}
    vaak = [r.fase for _, r in keren(feiten, Rolkeuze)]
    kolommen = ("Fase", "Rol provincie", "Trede", "Netwerkrol", "Functionele rollen", "Extra", "Gekozen", "Motivering")
    rijen = (
        _rij(fase, keuzes.get(fase), vaak.count(fase)) for fase in Fase if fase in keuzes or fase <= stand.leven.fase
    )
    return Rooster(titel="Rolkeuze per fase", kolommen=kolommen, rijen=tuple(rijen))


def _rij(fase: Fase, r: Rolkeuze | None, vaak: int) -> tuple[str, ...]:
    if r is None:
        return (fase, "nog geen rolkeuze", *("-",) * 6)
    rollen_ = ", ".join(map(gewoon, r.functionele_rol)) or "-"
    keer = f"{vaak or 1} keer"
    return (
        *(fase, r.provincie_rol, r.trede, r.netwerkrol, rollen_),
        *(", ".join(r.extra_rollen) or "-", keer, r.motivering or "-"),
    )


def _stijl(stand: Stand) -> Rooster:
    return Rooster(
        titel="Governancestijl, samen 100",
        kolommen=("Fase", "Hierarchie", "Netwerk", "Markt"),
        rijen=tuple(
            (r.fase, str(r.stijl.hierarchie), str(r.stijl.netwerk), str(r.stijl.markt)) for r in bladen(stand, Rolkeuze)
        ),
    )


def _los(stand: Stand) -> Rooster:
    """What is asked once: the double role, the role over time, whether the style fits."""
    dubbel, tijd, na = blad(stand, DubbeleRol), blad(stand, RolOverTijd), blad(stand, RolNaAfloop)
    past = blad(stand, StijlPassend)
    leeg = "nog niet ingevuld"
    rijen = (
        ("Dubbele rol: ook bevoegd gezag of toezichthouder", ("ja" if dubbel.ja else "nee") if dubbel else leeg),
        ("Rolscheiding: wie doet wat", (dubbel.rolscheiding or "-") if dubbel else leeg),
        ("Rol voor de samenwerking", tijd.voor if tijd else leeg),
        ("Rol tijdens de samenwerking", tijd.tijdens if tijd else leeg),
        ("Rol na de samenwerking", tijd.na if tijd else na.tekst if na else leeg),
        ("Past deze stijl van besturen", f"{past.oordeel}: {past.motivering}" if past else leeg),
    )
    return Rooster(titel="Dubbele rol en rol over de tijd", kolommen=("Vraag", "Antwoord"), rijen=rijen)


def _let_op(stand: Stand) -> Iterable[str]:
    keuzes = bladen(stand, Rolkeuze)
    if zonder := [f for f in Fase if f <= stand.leven.fase and f not in {r.fase for r in keuzes}]:
        yield f"Nog geen rolkeuze voor {', '.join(zonder)}."
    for r in keuzes:
        botst = [rol for rol in BOTSEND if rol in r.functionele_rol]
        if "bevoegd_gezag" in r.functionele_rol and botst:
            yield f"{r.fase}: bevoegd gezag samen met {' en '.join(botst)} kan botsen. Verdeel dit over mensen."
    dubbel = blad(stand, DubbeleRol)
    if dubbel and dubbel.ja and not dubbel.rolscheiding:
        yield "De provincie heeft hier een dubbele rol. Leg vast wie welke rol doet."
    yield from _markt(stand, keuzes)


def _markt(stand: Stand, keuzes: Sequence[Rolkeuze]) -> Iterable[str]:
    """S3-17: a subsidy steers by the market, where the market is not the heaviest style."""
    subsidie = [t for t in stand.trajecten.values() if t.code == "SUBSIDIE" and t.status != "beeindigd"]
    laatste = keuzes[-1] if keuzes else None
    if subsidie and (laatste is None or not _markt_eerst(laatste.stijl)):
        waar = ", ".join(naam(stand, t.id) for t in subsidie)
        yield f"Bij de vorm SUBSIDIE ({waar}) past marktsturing als eerste stijl. Klopt de rolkeuze nog?"


def _markt_eerst(stijl: Stijl) -> bool:
    return stijl.markt >= max(stijl.hierarchie, stijl.netwerk)
