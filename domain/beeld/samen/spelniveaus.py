"""The spelniveaus (S4-07 to S4-11): own view and that of others, shown only when both were given."""

from collections.abc import Iterable, Sequence

from domain.basis import Kenmerk, Model
from domain.beeld.samen.lezen import dag, deelnemers, naam, regels
from domain.beeld.samen.vel import Cel, Matrix, Rooster, Vel
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.regels.spelniveaus import PROVINCIE, meting
from domain.stand import Stand
from domain.taal.spelniveaus import LAGEN, Laag, Niveaus

LAAGNAMEN: dict[Laag, str] = {
    "volksvertegenwoordiging": "Volksvertegenwoordiging",
    "bestuur": "Bestuur",
    "ambtelijk": "Ambtelijk",
}
MATRIXUITLEG = "Eerst het eigen beeld, dan dat van anderen (laagste tot hoogste). Een ! is een kloof."


class Laagbeeld(Model):
    """One layer of one party: its own view, and the lowest and highest view of others."""

    eigen: int
    laagste: int
    hoogste: int


class Partijbeeld(Model):
    """How a party stands in one measurement. `lagen` is None until it may be shown; `wacht_op`: on whose view."""

    over: Kenmerk
    meting: int
    lagen: dict[Laag, Laagbeeld] | None = None
    wacht_op: str = ""


class Kloof(Model):
    """A difference of at least the limit. `tussen` says between what."""

    over: Kenmerk
    laag: Laag | None
    tussen: str
    verschil: int


def metingen(stand: Stand) -> tuple[int, ...]:
    """The measurements there are, in order."""
    return tuple(sorted({s.meting for s in stand.spelscores}))


def partijbeelden(stand: Stand, nr: int) -> tuple[Partijbeeld, ...]:
    """Every party that takes part or was scored, the province first."""
    gescoord = (s.over for s in stand.spelscores if s.meting == nr)
    partijen = dict.fromkeys((PROVINCIE, *(p.id for p in deelnemers(stand)), *gescoord))
    return tuple(_beeld(stand, nr, partij) for partij in partijen)


def _beeld(stand: Stand, nr: int, over: Kenmerk) -> Partijbeeld:
    scores = [s for s in stand.spelscores if s.meting == nr and s.over == over]
    eigen = next((s.niveaus for s in reversed(scores) if s.van == over), None)
    anderen = [*{s.van: s.niveaus for s in scores if s.van != over}.values()]
    mist = [w for w, er in (("het eigen beeld", eigen), ("dat van anderen", anderen)) if not er]
    if not mist and _scoort_nog(stand, nr, over):
        mist = ["dat van de provincie"]
    if eigen is None or mist:
        return Partijbeeld(over=over, meting=nr, wacht_op=" en ".join(mist))
    return Partijbeeld(over=over, meting=nr, lagen={laag: _laag(laag, eigen, anderen) for laag in LAGEN})


def _scoort_nog(stand: Stand, nr: int, over: Kenmerk) -> bool:
    """Whether the province, who reads these pages, still has to give its own view; those of others come after it."""
    if stand.laatste_op is None or nr != meting(stand, lokale_datum(stand.laatste_op)):
        return False
    partner = stand.partners.get(over)
    al = any((s.meting, s.over, s.van) == (nr, over, PROVINCIE) for s in stand.spelscores)
    return partner is not None and partner.doet_mee and not al


def zonder_verborgen(stand: Stand) -> Stand:
    """The state as people may see it: a view is left out until both sides gave theirs (S4-10)."""
    te_zien = {(b.meting, b.over) for m in metingen(stand) for b in partijbeelden(stand, m) if b.lagen}
    return stand.met(spelscores=tuple(s for s in stand.spelscores if (s.meting, s.over) in te_zien))


def _laag(laag: Laag, eigen: Niveaus, anderen: Iterable[Niveaus]) -> Laagbeeld:
    van_anderen = [getattr(n, laag) for n in anderen]
    return Laagbeeld(eigen=getattr(eigen, laag), laagste=min(van_anderen), hoogste=max(van_anderen))


def kloven(stand: Stand, nr: int) -> tuple[Kloof, ...]:
    """The gaps: between the layers of a party, between its own view and that of others, and between parties."""
    gedeeld = {b.over: b.lagen for b in partijbeelden(stand, nr) if b.lagen}
    alle = (*_binnen(gedeeld), *_eigen_en_anderen(gedeeld), *_tussen(stand, gedeeld))
    return tuple(k for k in alle if k.verschil >= regels(stand).kloof)


_Gedeeld = dict[Kenmerk, dict[Laag, Laagbeeld]]


def _binnen(gedeeld: _Gedeeld) -> Iterable[Kloof]:
    for over, lagen in gedeeld.items():
        laag, hoog = (kies(lagen, key=lambda x: lagen[x].eigen) for kies in (min, max))
        tussen = f"{LAAGNAMEN[laag].lower()} en {LAAGNAMEN[hoog].lower()}"
        yield Kloof(over=over, laag=None, tussen=tussen, verschil=lagen[hoog].eigen - lagen[laag].eigen)


def _eigen_en_anderen(gedeeld: _Gedeeld) -> Iterable[Kloof]:
    for over, lagen in gedeeld.items():
        for laag, b in lagen.items():
            verschil = max(abs(b.eigen - b.laagste), abs(b.eigen - b.hoogste))
            yield Kloof(over=over, laag=laag, tussen="eigen beeld en dat van anderen", verschil=verschil)


def _tussen(stand: Stand, gedeeld: _Gedeeld) -> Iterable[Kloof]:
    """Between the lowest and the highest party of a layer, each by its own view."""
    for laag in LAGEN if len(gedeeld) > 1 else ():
        laagst, hoogst = (kies(gedeeld, key=lambda p: gedeeld[p][laag].eigen) for kies in (min, max))
        tussen = f"{naam(stand, laagst)} en {naam(stand, hoogst)}"
        verschil = gedeeld[hoogst][laag].eigen - gedeeld[laagst][laag].eigen
        yield Kloof(over=laagst, laag=laag, tussen=tussen, verschil=verschil)


def spelniveaus(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """A table per measurement, the gaps of the last one, the target, and a matrix picture."""
    nummers = metingen(stand)
    laatste = nummers[-1] if nummers else 1
    roosters = (*(_meting(stand, nr) for nr in nummers or (1,)), *_naast_elkaar(stand, nummers), _doelen(stand))
    gaten = kloven(stand, laatste)
    kloofrooster = Rooster(
        titel=f"Kloven van {regels(stand).kloof} of meer, meting {laatste}",
        kolommen=("Over", "Laag", "Tussen", "Verschil"),
        rijen=tuple((naam(stand, k.over), _laagnaam(k.laag), k.tussen, str(k.verschil)) for k in gaten),
        leeg="Geen kloof gezien in wat gedeeld is.",
    )
    return Vel(
        naam="spelniveaus",
        titel="Spelniveaus",
        roosters=(*roosters, kloofrooster, _schaal(stand)),
        let_op=tuple(_let_op(stand, laatste, len(gaten))),
        matrix=_matrix(stand, laatste),
    )


def _laagnaam(laag: Laag | None) -> str:
    return LAAGNAMEN[laag] if laag else "tussen lagen"


def _paar(b: Laagbeeld) -> str:
    return f"{b.eigen} | {b.laagste}" + (f" tot {b.hoogste}" if b.hoogste != b.laagste else "")


def _cellen(b: Partijbeeld) -> tuple[str, ...]:
    if b.lagen is None:
        return ("nog niet gedeeld",) * len(LAGEN)
    return tuple(_paar(b.lagen[laag]) for laag in LAGEN)


def _meting(stand: Stand, nr: int) -> Rooster:
    return Rooster(
        titel=f"Meting {nr}: eigen beeld | beeld van anderen",
        kolommen=("Partij", *LAAGNAMEN.values(), "Wacht op"),
        rijen=tuple((naam(stand, b.over), *_cellen(b), b.wacht_op or "-") for b in partijbeelden(stand, nr)),
    )


def _naast_elkaar(stand: Stand, nummers: tuple[int, ...]) -> tuple[Rooster, ...]:
    """The first and the last measurement with the target between them; own views, where they were shared."""
    if len(nummers) < 2:
        return ()
    eerst, laatst = ({b.over: b.lagen for b in partijbeelden(stand, nr) if b.lagen} for nr in (nummers[0], nummers[-1]))
    doelen = {d.meting: str(d.doel) for d in stand.speldoelen}
    rijen = tuple(
        (naam(stand, p), LAAGNAMEN[laag], str(eerst[p][laag].eigen), doelen.get(nummers[-1], "-"), str(nu[laag].eigen))
        for p, nu in laatst.items()
        if p in eerst
        for laag in LAGEN
    )
    kolommen = ("Partij", "Laag", f"Meting {nummers[0]}", "Doel", f"Meting {nummers[-1]}")
    leeg = "Nog geen partij heeft twee gedeelde metingen."
    return (Rooster(titel="Metingen naast elkaar (eigen beeld)", kolommen=kolommen, rijen=rijen, leeg=leeg),)


def _doelen(stand: Stand) -> Rooster:
    return Rooster(
        titel="Waar we samen naartoe willen",
        kolommen=("Doel", "Afspraak", "Meten op", "Meting"),
        rijen=tuple((str(d.doel), d.afspraak, dag(d.meten_op), str(d.meting)) for d in stand.speldoelen),
        leeg="Er is nog geen doel afgesproken.",
    )


def _schaal(stand: Stand) -> Rooster:
    schaal = enumerate(regels(stand).spelniveaus, start=1)
    return Rooster(titel="De schaal", kolommen=("Waarde", "Naam"), rijen=tuple((str(n), label) for n, label in schaal))


def _let_op(stand: Stand, nr: int, gaten: int) -> Iterable[str]:
    if wachtend := [f"{naam(stand, b.over)} ({b.wacht_op})" for b in partijbeelden(stand, nr) if b.wacht_op]:
        yield f"Nog niet te delen, er ontbreekt iets bij: {', '.join(wachtend)}."
    if gaten:
        yield f"Er {'is een kloof' if gaten == 1 else f'zijn {gaten} kloven'} om te bespreken."


def _matrix(stand: Stand, nr: int) -> Matrix | None:
    """The picture; None while nothing was shared."""
    beelden = partijbeelden(stand, nr)
    if not any(b.lagen for b in beelden):
        return None
    gemerkt = {(k.over, k.laag) for k in kloven(stand, nr) if k.tussen == "eigen beeld en dat van anderen"}
    rijen = tuple(
        (naam(stand, b.over), tuple(Cel(tekst=t, kloof=(b.over, laag) in gemerkt) for laag, t in _velden(b)))
        for b in beelden
    )
    titel = f"Spelniveaus, meting {nr}"
    return Matrix(titel=titel, kolommen=tuple(LAAGNAMEN.values()), rijen=rijen, uitleg=MATRIXUITLEG)


def _velden(b: Partijbeeld) -> Iterable[tuple[Laag, str]]:
    return zip(LAGEN, _cellen(b), strict=True)
