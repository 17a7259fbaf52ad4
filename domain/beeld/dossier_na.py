"""The elements 10 to 18 of the record of a decision: what came of it, in public, in time, in money, and around it."""

from collections.abc import Iterable

from domain import pad
from domain.beeld.dossier_bron import Behandeld, Bron, Regel, dag, wie
from domain.feit import Feit
from domain.taal.besluiten import BesluitBekendgemaakt, BesluitGenomen, Besluitstap
from domain.taal.herstel import BesluitHersteld
from domain.taal.instrumenten import Instrumentbesluit, Toestemming, WensenEnBedenkingen, Zienswijze
from domain.taal.rechtsgang import RechtswegeMogelijk, RechtswegeVastgesteld
from domain.taal.termijnen import Termijn, TermijnVerlengd
from domain.taal.vastlegging import BesluitVastgelegd, VastleggingAfgekeurd
from domain.woorden import gewoon, orgaan

_TEKENEN = {"PS": "CdK en griffier (PW 32a)", "GS": "CdK en secretaris (PW 59a)"}


def uitkomst(b: Bron) -> Iterable[Regel]:
    """10: the outcome, what it comes to, and what was decided point by point."""
    for eerder in b.behandeld[:-1]:
        yield Regel(f"eerder behandeld op {dag(eerder.op)}", gewoon(eerder.besluit.uitkomst))
    if b.besluit is None:
        yield Regel("uitkomst", "", nodig=True)
        return
    yield Regel("uitkomst", f"{gewoon(b.besluit.uitkomst)} ({b.besluit.afloop})", nodig=True)
    yield Regel("resultaat", gewoon(b.besluit.resultaat))
    for naam, tekst in _instrument(b.besluit.instrument):
        yield Regel(naam, b.tekst(tekst))
    for r in b.besluit.reacties:
        waarom = f"; {r.motivering}" if r.motivering else ""
        yield Regel("antwoord van GS", b.tekst(f"{r.op}: {r.reactie}{waarom}"))
    for nr, punt in enumerate(b.besluit.beslispunten, start=1):
        yield Regel(f"beslispunt {nr}", b.tekst(punt))
    leeg = b.elders if b.geheim else ""
    if not b.besluit.beslispunten:
        yield Regel("beslispunten", leeg, nodig=b.bestuur)
    yield Regel("aangehouden tot", dag(b.besluit.tot))


def _instrument(instrument: Instrumentbesluit | None) -> Iterable[tuple[str, str]]:
    match instrument:
        case WensenEnBedenkingen():
            yield from (("wens", punt) for punt in instrument.wensen)
            yield from (("bedenking", punt) for punt in instrument.bedenkingen)
        case Zienswijze():
            yield from (("zienswijze", punt) for punt in instrument.punten)
        case Toestemming():
            yield "strijd met", gewoon(instrument.strijd_met or "")
            yield "voor welk deel", instrument.deel
            if instrument.overleg is not None:
                yield "overleg vooraf", f"{dag(instrument.overleg.op)} met {instrument.overleg.partij}"
        case _:
            return


def toezeggingen(b: Bron) -> Iterable[Regel]:
    """11: what was promised in the sitting, by whom, until when."""
    for t in b.besluit.toezeggingen if b.besluit else ():
        voor = f", uiterlijk {dag(t.uiterlijk)}" if t.uiterlijk else ""
        yield Regel(orgaan(gewoon(t.wie)), f"{b.tekst(t.tekst)}{voor}")


def ondertekening(b: Bron) -> Iterable[Regel]:
    """12: who signed, as functions, and when (PW 32a, 59a)."""
    getekend = b.besluit.ondertekening if b.besluit else None
    if b.bestuur:
        wat = f"{' en '.join(getekend.door)}, {dag(getekend.op)}" if getekend else ""
        yield Regel(f"ondertekend door {_TEKENEN[b.stap.orgaan]}", wat, nodig=True)
    elif getekend:
        yield Regel("ondertekend", f"{' en '.join(getekend.door)}, {dag(getekend.op)}")
    for s in _ronde(b):
        if s.code == "A18":
            yield Regel(f"{s.id} {s.naam}", _hoe(s))


def openbaarheid(b: Bron) -> Iterable[Regel]:
    """13: the besluitenlijst, where it was published, from when it works, and geheimhouding (PW 23, 60, 84, 86)."""
    if b.bestuur and b.laatste:
        yield Regel("besluitenlijst", f"van {b.stap.orgaan}, {dag(b.laatste.op)}")
    bekend = list(b.over_stap(BesluitBekendgemaakt))
    for feit in bekend:
        if isinstance(feit.inhoud, BesluitBekendgemaakt):
            ref = f" ({feit.inhoud.referentie})" if feit.inhoud.referentie else ""
            yield Regel("bekendgemaakt", f"{feit.inhoud.waar}{ref}, {dag(feit.gebeurd_op)}")
    if not bekend:
        yield Regel("bekendmaking", "", nodig=b.bestuur and not b.geheim)
    yield Regel("in werking", dag(b.stap.in_werking_op))
    geheim = b.stand.geheim.get(b.stap.id)
    if geheim is not None:
        waar = f"{geheim.grond}; stuk {geheim.referentie}"
        yield Regel("geheimhouding", f"opgelegd door {geheim.orgaan} op {dag(geheim.opgelegd_op)}, grond {waar}")
        yield Regel("geheimhouding opgeheven", dag(geheim.opgeheven_op))


def termijn(b: Bron) -> Iterable[Regel]:
    """14: the term, its last day, how that was computed, and whether it was met."""
    for t in b.stand.termijnen.values():
        if t.betreft == b.stap.id:
            yield Regel(f"{t.code} ({t.soort})", f"{dag(t.begin)} tot en met {dag(t.einde)}: {gewoon(t.status)}")
            yield Regel("berekend", f"{t.uitleg} {_kalender(b)}".strip())
            yield Regel("op grond van", "; ".join(deel for deel in _gronden(t) if deel), nodig=True)
    for feit in b.feiten:
        if isinstance(feit.inhoud, TermijnVerlengd) and feit.inhoud.termijn.betreft == b.stap.id:
            yield Regel(f"verlengd op {dag(feit.gebeurd_op)}", f"was {dag(feit.inhoud.was)}")


def _gronden(t: Termijn) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.grondslag))


def _kalender(b: Bron) -> str:
    """The calendar of the reglement, and the gelijkgestelde dagen that this life got to know later."""
    eerste, laatste = b.reglement.kalender.dekt_jaren
    erbij = ", ".join(f"{dag(d.datum)} ({d.bron})" for d in b.stand.kalender_erbij)
    plus = f", aangevuld met {erbij}" if erbij else ""
    return f"(kalender van reglement {b.reglement.code}, {eerste}-{laatste}{plus})"


def geld(b: Bron) -> Iterable[Regel]:
    """15: the credit or change of the budget it rests on (PW 193-196)."""
    is_geld = b.stap.code == "A8"
    yield Regel("krediet of begrotingswijziging", b.tekst(b.besluit.geld) if b.besluit else "", nodig=is_geld)
    yield Regel("openbare kennisgeving", dag(b.stap.kennisgeving_op), nodig=is_geld and not b.stap.dringende_spoed)
    yield Regel("dringende spoed", b.tekst(b.stap.dringende_spoed))
    for s in _ronde(b):
        if s.code == "A8" and s.id != b.stap.id:
            yield Regel(f"{s.id} {s.naam}", _hoe(s))


def vervolg(b: Bron) -> Iterable[Regel]:
    """16: what must be done because of it, by whom, until when."""
    for a in b.stand.afspraken.values():
        if a.stap == b.stap.id:
            voor = f", uiterlijk {dag(a.uiterlijk)}" if a.uiterlijk else ""
            hoe = f"afgedaan op {dag(a.afgerond_op)}" if a.afgerond_op else "open"
            yield Regel(f"{a.id} ({a.bron})", f"{b.tekst(a.tekst)}: {orgaan(gewoon(a.wie))}{voor}; {hoe}")


def vastlegging(b: Bron) -> Iterable[Regel]:
    """17: who recorded it, who confirmed it, when, from what; corrections stay beside what they correct."""
    laatste = b.laatste
    if laatste is None:
        yield Regel("vastgelegd door", "", nodig=True)
        return
    door = f"{laatste.feit.door.functie}:{laatste.feit.door.subject}"
    yield Regel("vastgelegd door", wie(laatste.besluit.vastgelegd_door or door), nodig=True)
    yield Regel("bevestigd door", wie(laatste.besluit.bevestigd_door), nodig=_vier_ogen(b))
    laat = ", later dan het gebeurde" if laatste.feit.laat_vastgelegd else ""
    yield Regel("vastgelegd op", f"{laatste.feit.vastgelegd_op:%Y-%m-%d %H:%M} UTC{laat}", nodig=True)
    yield Regel("feit", f"{laatste.feit.seq}, {laatste.feit.hash[:16]}", nodig=True)
    bron = laatste.besluit.bron
    yield Regel("bron", b.stuk(bron) if bron else "", nodig=True)
    yield from _eerder(b, laatste)
    for aantekening in b.stand.aantekeningen:
        if aantekening.stap == b.stap.id:
            yield Regel(f"{aantekening.soort} {aantekening.fractie}, {dag(aantekening.op)}", b.tekst(aantekening.tekst))


def _vier_ogen(b: Bron) -> bool:
    regels = b.reglement.besluitvorming
    return regels is not None and b.stap.orgaan in regels.vier_ogen


def _eerder(b: Bron, laatste: Behandeld) -> Iterable[Regel]:
    """Records that were sent back, corrections, and what a jurist found about silence."""
    for feit in b.over_stap(VastleggingAfgekeurd, BesluitHersteld, RechtswegeMogelijk, RechtswegeVastgesteld):
        op = dag(feit.gebeurd_op)
        match feit.inhoud:
            case VastleggingAfgekeurd() as af:
                yield Regel(f"teruggestuurd op {op}", f"{af.vastlegging}: {b.tekst(af.reden)}")
            case BesluitHersteld() as h:
                was = gewoon(h.was_resultaat or h.was_uitkomst)
                nu = gewoon(h.besluit.resultaat or h.besluit.uitkomst)
                yield Regel(f"hersteld op {op}", f"was {was}, is {nu}; {b.tekst(h.reden)}; {b.stuk(h.besluitenlijst)}")
            case RechtswegeMogelijk() as m:
                yield Regel("zwijgen na de termijn", f"mogelijk van rechtswege sinds {dag(m.einde)}")
            case RechtswegeVastgesteld() as r:
                yield Regel(f"oordeel van de jurist op {op}", f"{gewoon(r.oordeel)}; {b.tekst(r.motivering)}")
            case _:
                continue
    eerst = next((f for f in b.feiten if _is_eerste_vastlegging(f, laatste)), None)
    if eerst is not None:
        yield Regel("eerst vastgelegd", f"feit {eerst.seq}, {eerst.vastgelegd_op:%Y-%m-%d %H:%M} UTC")


def _is_eerste_vastlegging(feit: Feit, laatste: Behandeld) -> bool:
    return isinstance(feit.inhoud, BesluitVastgelegd) and feit.inhoud.vastlegging == laatste.besluit.vastlegging


def samenhang(b: Bron) -> Iterable[Regel]:
    """18: the decisions before and after it, what it changes or is changed by, and what runs against it."""
    vorige, volgende = _buren(b)
    yield Regel("vorig besluit", _noem(vorige))
    yield Regel("volgend besluit", _noem(volgende))
    for naam, id_ in (
        ("gaat over", b.stap.over),
        ("ingetrokken door", b.stap.ingetrokken_door),
        ("gewijzigd door", b.stap.gewijzigd_door),
    ):
        yield Regel(naam, _noem(b.stand.stappen.get(id_ or "")))
    for m in b.stand.rechtsmiddelen.values():
        if m.stap == b.stap.id:
            af = f"; {gewoon(m.uitkomst)} op {dag(m.afgedaan_op)}" if m.uitkomst else "; loopt"
            yield Regel(gewoon(m.middel), f"{m.referentie}, door {m.door}, {dag(m.gemeld_op)}{af}")
    twijfel = b.stand.twijfels.get(b.stap.id)
    if twijfel is not None:
        hoe = gewoon(twijfel.beslist) if twijfel.beslist else "nog niet beslist"
        yield Regel("rust op een herstelde uitslag", f"van {twijfel.vanwege}, sinds {dag(twijfel.sinds)}: {hoe}")


def _buren(b: Bron) -> tuple[Besluitstap | None, Besluitstap | None]:
    """The decisions before and after it: of its vormtraject if it belongs to one, else of all loose decisions."""
    reeks = [
        f.inhoud.stap
        for f in b.feiten
        if isinstance(f.inhoud, BesluitGenomen) and b.stand.stappen[f.inhoud.stap].traject == b.stap.traject
    ]
    volgorde = list(dict.fromkeys(reversed(reeks)))[::-1]  # a step stands where it was decided last
    if b.stap.id not in volgorde:
        return (b.stand.stappen[volgorde[-1]] if volgorde else None), None
    nr = volgorde.index(b.stap.id)
    stappen = b.stand.stappen
    vorige = stappen[volgorde[nr - 1]] if nr else None
    return vorige, stappen[volgorde[nr + 1]] if nr + 1 < len(volgorde) else None


def _noem(stap: Besluitstap | None) -> str:
    return f"{stap.id} {stap.naam} ({_hoe(stap)})" if stap else ""


def _hoe(stap: Besluitstap) -> str:
    if not stap.behandelingen:
        return f"{stap.orgaan}: {stap.status}"
    laatste = stap.behandelingen[-1]
    return f"{stap.orgaan}: {gewoon(laatste.resultaat or laatste.uitkomst)}, {dag(laatste.op)}"


def _ronde(b: Bron) -> Iterable[Besluitstap]:
    """The steps of the same round."""
    return pad.ronde(b.stand, b.stap.traject, b.stap.ronde) if b.stap.traject else ()
