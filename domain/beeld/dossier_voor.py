"""The elements 1 to 9 of the record of a decision: what it is, how it was prepared, the sitting, the vote."""

from collections.abc import Iterable

from domain import pad
from domain.beeld.dossier_bron import Bron, Regel, dag, ja_nee
from domain.beeld.route import route_van
from domain.beeld.samen.stukcheck import NIET_INGEVULD, stukcheck
from domain.regels.besluitvorming.uitkomsten import ZONDER_STEM
from domain.regels.routes import bezocht
from domain.stemmen.gegevens import Fractiestem, Stemming, Stemuitslag
from domain.taal.behandeling import Amendement, Zitting
from domain.woorden import gewoon, orgaan

_TOETS = "toetsen"


def kenmerk(b: Bron) -> Iterable[Regel]:
    """1: what it is, in which phase, under which law."""
    yield Regel("opgave", f"{b.stand.opgave} {b.stand.leven.titel}".strip(), nodig=True)
    yield Regel("stap", f"{b.stap.id}, soort {b.stap.code}", nodig=True)
    if b.stap.traject:
        traject = b.stand.trajecten[b.stap.traject]
        yield Regel("vormtraject", f"{traject.id}, {traject.code or 'nog geen vorm'}, ronde {b.stap.ronde}")
    yield Regel("fase", f"{b.fase} {b.fase.naam}", nodig=True)
    yield Regel("reglement", b.reglement.code, nodig=True)
    yield Regel("wetteksten", "; ".join(f"{w.wet} vanaf {w.geldig_vanaf}" for w in b.reglement.wetteksten), nodig=True)


def grondslag(b: Bron) -> Iterable[Regel]:
    """2: who decides, what kind of decision, on which article."""
    yield Regel("orgaan", _wie(b), nodig=True)
    yield Regel("soort besluit", b.stap.naam, nodig=True)
    if b.stap.traject and (instrument := b.reglement.staptype(b.stap.code).instrument):
        yield Regel("instrument", gewoon(instrument))
    yield Regel("grondslag", "; ".join(_artikelen(b)), nodig=True)
    yield Regel("indieners", ", ".join(b.stap.indieners))


def _artikelen(b: Bron) -> tuple[str, ...]:
    genoemd = b.besluit.grondslag if b.besluit else ()
    return tuple(dict.fromkeys(deel for deel in (*genoemd, b.stap.grond) if deel))


def _wie(b: Bron) -> str:
    partner = b.stand.partners.get(b.stap.orgaan)
    return partner.naam if partner else orgaan(b.stap.orgaan)


def voorstel(b: Bron) -> Iterable[Regel]:
    """3: the subject, and each version of the documents by reference and fingerprint; text stays outside."""
    yield Regel("onderwerp", b.stap.onderwerp, nodig=True)
    voorgesteld = [(feit, stuk) for feit, v in b.voorgelegd for stuk in v.stukken]
    for feit, stuk in voorgesteld:
        yield Regel(f"voorgesteld op {dag(feit.gebeurd_op)}", b.stuk(stuk))
        yield Regel(f"vingerafdruk van {stuk.referentie}", "" if stuk.sha256 is None else stuk.sha256, nodig=True)
    if not voorgesteld:
        yield Regel("het stuk zoals voorgesteld", "", nodig=b.bestuur)
    bron = b.besluit.bron if b.besluit else None
    yield Regel("het stuk zoals besloten", b.stuk(bron) if bron else "", nodig=True)
    if bron is not None:
        yield Regel(f"vingerafdruk van {bron.referentie}", bron.sha256 or "", nodig=True)
    yield Regel("gewijzigd", b.tekst(b.besluit.wijziging) if b.besluit else "")


def functies(b: Bron) -> Iterable[Regel]:
    """4: the owner, the portefeuillehouder, who wrote it; functions, no names."""
    partner = b.stand.partners.get(b.trekker)
    yield Regel("eigenaar", f"opgavemanager; trekker: {partner.naam if partner else b.trekker}", nodig=True)
    houder = f"portefeuillehouder {b.portefeuille}" if b.portefeuille else ""
    yield Regel("portefeuillehouder", houder, nodig=b.bestuur)
    stellers = [v.steller for _, v in b.voorgelegd if v.steller]
    yield Regel("steller", stellers[-1] if stellers else "", nodig=b.bestuur)


def voorbereiding(b: Bron) -> Iterable[Regel]:
    """5: the halts on the route, advice, participation, and why (Awb 3:2, 3:4, 3:46)."""
    gemeld = bezocht(b.stand, b.stap)
    for v in gemeld:
        uitleg = f"; {b.tekst(v.toelichting)}" if v.toelichting else ""
        yield Regel(v.naam, f"{dag(v.op)}: {gewoon(v.uitkomst or 'gedaan')}{uitleg}, gemeld door {gewoon(v.functie)}")
    beeld = route_van(b.stand, b.stap)
    for plek in beeld.plekken if beeld else ():
        if plek.status == "overgeslagen" and plek.code not in ("ondertekening", "bekendmaking", "besluit"):
            yield Regel(plek.naam, "", nodig=True)
    yield from _adviezen(b)
    getoetst = any(v.halte == _TOETS for v in gemeld)
    yield Regel("participatie", _inbreng(b), nodig=b.bestuur and not getoetst)
    motivering = b.besluit.motivering if b.besluit else ""
    toelichting = [v.toelichting for _, v in b.voorgelegd if v.toelichting]
    for vraag, antwoord in stukcheck(b.stand, b.stap.id):
        yield Regel(vraag, antwoord if antwoord == NIET_INGEVULD else b.tekst(antwoord))
    waarom = motivering or (toelichting[-1] if toelichting else "")
    yield Regel("motivering en afgewogen belangen", b.elders if b.geheim else waarom, nodig=True)


def _adviezen(b: Bron) -> Iterable[Regel]:
    """What was asked and said before this step in the same round."""
    if b.stap.traject is None:
        return
    for s in pad.ronde(b.stand, b.stap.traject, b.stap.ronde):
        advies = s.code == "A13" or b.reglement.staptype(s.code).instrument
        if advies and s.volgorde < b.stap.volgorde and s.behandelingen:
            laatste = s.behandelingen[-1]
            uitkomst = gewoon(laatste.resultaat or laatste.uitkomst)
            yield Regel(f"{s.id} {s.naam}", f"{orgaan(s.orgaan)}: {uitkomst}, {dag(laatste.op)}")


def _inbreng(b: Bron) -> str:
    tot = b.laatste.op if b.laatste else None
    antwoorden = [v for v in b.stand.verzoeken.values() if v.beantwoord_op and (tot is None or v.beantwoord_op <= tot)]
    return f"{len(antwoorden)} antwoorden van partners op verzoeken" if antwoorden else ""


def vergadering(b: Bron) -> Iterable[Regel]:
    """6: convened, agenda and papers published, the sitting, behind closed doors or not (PW 19, 23, 54)."""
    zitting = (b.besluit.vergadering if b.besluit else None) or Zitting()
    ps = b.stap.orgaan in ("PS", "statencommissie")
    gepland = [v.vergadering_op for _, v in b.voorgelegd if v.vergadering_op]
    yield Regel("dag", dag(b.laatste.op) if b.laatste else "", nodig=True)
    yield Regel("gepland op", dag(gepland[-1]) if gepland else "")
    yield Regel("kenmerk van de vergadering", zitting.kenmerk or "", nodig=b.bestuur)
    yield Regel("oproep", dag(zitting.oproep_op), nodig=ps)
    yield Regel("agenda openbaar", dag(zitting.agenda_op), nodig=ps)
    yield Regel("stukken ter inzage", dag(zitting.stukken_op), nodig=ps)
    dicht = "" if zitting.besloten is None else "besloten" if zitting.besloten else "openbaar"
    college = "besloten (PW 54)" if b.stap.orgaan == "GS" else ""
    yield Regel("openbaar of besloten", dicht or college, nodig=ps)


def aanwezig(b: Bron) -> Iterable[Regel]:
    """7: who signed the presentielijst, the quorum, and who had to stand aside at both moments (PW 20, 28, 56, 58)."""
    if not b.bestuur:
        return
    stemming = b.besluit.stemming if b.besluit else None
    uitslag = b.besluit.uitslag if b.besluit else None
    lijst = _eerste(stemming.aanwezig if stemming else None, uitslag.quorum.aanwezig if uitslag else None)
    yield Regel("op de presentielijst", lijst, nodig=True)
    yield Regel("zittende leden", _zittend(b, stemming), nodig=True)
    if uitslag and uitslag.quorum.vereist is not None:
        gehaald = uitslag.quorum.gehaald
        wat = "niet vast te stellen" if gehaald is None else "gehaald" if gehaald else "niet gehaald"
        yield Regel("quorum", f"{uitslag.quorum.vereist} nodig, {wat}")
    yield from _betrokken(b, uitslag)


def _zittend(b: Bron, stemming: Stemming | None) -> str:
    bezetting = b.besluit.bezetting if b.besluit else None
    if bezetting is not None:
        return f"{bezetting.in_functie} van {bezetting.leden} (bron: {bezetting.bron})"
    if stemming is not None and stemming.zittend is not None:
        return str(stemming.zittend)
    if b.stap.orgaan == "PS" and b.laatste:
        zetels = [z for z in b.reglement.zetels if z.vanaf <= b.laatste.op]
        return f"{zetels[-1].zittend} van {zetels[-1].leden} (reglement {b.reglement.code})" if zetels else ""
    return ""


def _betrokken(b: Bron, uitslag: Stemuitslag | None) -> Iterable[Regel]:
    betrokken = b.besluit.betrokken if b.besluit else ()
    for wie in betrokken:
        momenten = f"beraadslaging {ja_nee(wie.beraadslaging)}, stemming {ja_nee(wie.stemming)}"
        yield Regel(f"betrokken: {wie.fractie} ({wie.aantal})", f"{b.tekst(wie.reden)}; deed mee aan {momenten}")
    if uitslag and uitslag.art28 > sum(w.aantal for w in betrokken):
        yield Regel("wie zich onthielden, en hun deel in de beraadslaging (PW 28)", "", nodig=True)


def _eerste(*getallen: int | None) -> str:
    return next((str(getal) for getal in getallen if getal is not None), "")


def amendementen(b: Bron) -> Iterable[Regel]:
    """8: what was tabled, by whom, the votes, the effect."""
    for a in b.besluit.amendementen if b.besluit else ():
        yield Regel(f"{a.soort} {a.nr}", _amendement(b, a))
        yield Regel(f"indieners van {a.nr}", ", ".join(a.indieners), nodig=True)


def _amendement(b: Bron, a: Amendement) -> str:
    stemmen = f", {a.uitslag.voor} voor en {a.uitslag.tegen} tegen" if a.uitslag and a.uitslag.voor is not None else ""
    op = f" op {a.op}" if a.op else ""
    daarna = f"; uit te voeren door {orgaan(a.wie)}" if a.wie else ""
    return f"{b.tekst(a.titel)}{op}: {gewoon(a.uitkomst) or 'geen uitkomst'}{stemmen}{daarna}"


def stemming(b: Bron) -> Iterable[Regel]:
    """9: how was voted, per fractie, the totals, what makes it valid, ties, remarks (PW 29-32, 59)."""
    if b.besluit is None:
        yield Regel("wijze van stemmen", "", nodig=b.stap.orgaan == "PS")
        return
    stem, uitslag = b.besluit.stemming, b.besluit.uitslag
    if stem is None:
        college = "als college; stemmen per lid worden niet gepubliceerd" if b.stap.orgaan == "GS" else ""
        gestemd = b.stap.orgaan == "PS" and b.besluit.uitkomst not in ZONDER_STEM
        yield Regel("wijze van stemmen", college, nodig=gestemd)
    else:
        yield Regel("wijze van stemmen", gewoon(stem.wijze))
        yield from (_fractie(rij) for rij in stem.per_fractie if stem.wijze != "schriftelijk_geheim")
        yield Regel("wil aangetekend hebben tegen te zijn", ", ".join(stem.aantekening_tegen))
    yield from _uitslag(uitslag) if uitslag else ()
    yield Regel("stemverklaringen", "; ".join(map(b.tekst, b.besluit.stemverklaringen)))


def _fractie(rij: Fractiestem) -> Regel:
    return Regel(
        rij.fractie, f"{rij.voor} voor, {rij.tegen} tegen, {rij.afwezig} afwezig, {rij.art28} onthouden (PW 28)"
    )


def _uitslag(uitslag: Stemuitslag) -> Iterable[Regel]:
    if uitslag.voor is not None and uitslag.tegen is not None:
        blanco = f", {uitslag.blanco} blanco, {uitslag.ongeldig} ongeldig" if uitslag.blanco or uitslag.ongeldig else ""
        uitgebracht = uitslag.voor + uitslag.tegen
        yield Regel("totaal", f"{uitslag.voor} voor en {uitslag.tegen} tegen{blanco}")
        yield Regel("meerderheid", f"{uitslag.voor} van {uitgebracht} uitgebrachte stemmen")
    minimum = f" (minstens {uitslag.geldig_minimum} deelnemers)" if uitslag.geldig_minimum is not None else ""
    yield Regel("geldig", f"{ja_nee(uitslag.geldig)}{minimum}")
    if uitslag.voltallig is not None:
        yield Regel("voltallig", ja_nee(uitslag.voltallig))
    yield Regel("berekening", uitslag.uitleg)
