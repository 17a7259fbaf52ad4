"""Every recorded vote counted again: on proposals, on amendementen and moties, at first and after a correction."""

from collections.abc import Iterator
from datetime import date

from audit.rekenen.herbereken_stemmen import Onrekenbaar, Rekening, Telling, reken, tel
from audit.rekenen.regel import Rekenregel
from audit.rekenen.regelboek import Regelboek
from domain.feit import Feit
from domain.orgaan import Bezetting
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.taal.behandeling import Amendement
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld, GrondslagBeslist
from domain.taal.vastlegging import BesluitVastgelegd, VastleggingAfgekeurd


class Besluitenteller:
    """Goes along the facts and counts each vote. Keeps per step what was decided of the proposal that lies there."""

    def __init__(self, *, volledig: bool = True) -> None:
        """With `volledig` False some facts can't be read, so what came before a vote can't be told."""
        self._volledig = volledig
        self._van_dit_voorstel: dict[str, tuple[BesluitGenomen, ...]] = {}
        self._wacht: dict[str, tuple[Feit, BesluitVastgelegd]] = {}

    def feit(self, feit: Feit, boek: Regelboek) -> Iterator[Rekenregel]:
        """The lines for this fact."""
        match feit.inhoud:
            case BesluitVastgelegd() as vast:
                self._wacht[vast.vastlegging] = (feit, vast)
            case VastleggingAfgekeurd(vastlegging=id_):
                self._wacht.pop(id_, None)
            case BesluitGenomen() as besluit:
                self._wacht.pop(besluit.vastlegging or "", None)
                yield from _regels(feit, besluit, self._eerder(besluit.stap), boek)
                self._bewaar(besluit)
            case BesluitHersteld(besluit=besluit):
                self._wacht = {k: w for k, w in self._wacht.items() if w[1].besluit.stap != besluit.stap}
                yield from _regels(feit, besluit, None, boek)
                self._van_dit_voorstel.pop(besluit.stap, None)
                self._bewaar(besluit)
            case GrondslagBeslist(stap=stap, oordeel="opnieuw"):
                self._van_dit_voorstel.pop(stap, None)
            case _:
                pass

    def slot(self, boek: Regelboek) -> Iterator[Rekenregel]:
        """What was recorded and still waits for a second person at the end."""
        for feit, vast in self._wacht.values():
            eerder = None if vast.herstel else self._eerder(vast.besluit.stap)
            for regel in _regels(feit, vast.besluit, eerder, boek):
                yield regel.met(wat=f"{regel.wat} (nog niet bevestigd)")

    def _eerder(self, stap: str) -> tuple[BesluitGenomen, ...] | None:
        return self._van_dit_voorstel.get(stap, ()) if self._volledig else None

    def _bewaar(self, besluit: BesluitGenomen) -> None:
        """After an answer, or when it was withdrawn, the next treatment is of another proposal."""
        klaar = besluit.afloop != "open" or besluit.uitkomst == "ingetrokken"
        self._van_dit_voorstel[besluit.stap] = () if klaar else (*(self._eerder(besluit.stap) or ()), besluit)


def _regels(
    feit: Feit, besluit: BesluitGenomen, eerder: tuple[BesluitGenomen, ...] | None, boek: Regelboek
) -> Iterator[Rekenregel]:
    """`eerder` is None where it can't be told from the facts alone what came before."""
    op = besluit.genomen_op or feit.gebeurd_op
    for stuk in besluit.amendementen:
        if stuk.stemming is not None and stuk.uitslag is not None:
            regel = _regel(
                feit, f"{stuk.soort} {stuk.nr} bij {besluit.stap}", stuk.stemming, stuk.uitslag, besluit, op, boek
            )
            yield _met(
                regel, () if stuk.uitkomst == stuk.uitslag.uitkomst else ("de uitkomst is niet die van de stemmen",)
            )
    if besluit.stemming is None or besluit.uitslag is None:
        return
    regel = _regel(feit, f"stemming {besluit.stap}", besluit.stemming, besluit.uitslag, besluit, op, boek)
    yield _met(regel, (*_vlaggen(besluit.stemming, eerder), *_slotsom(besluit, eerder, regel.berekend)))


def _met(regel: Rekenregel, erbij: tuple[str, ...]) -> Rekenregel:
    return regel.met(verschil="; ".join(filter(None, (regel.verschil, *erbij))))


def _regel(
    feit: Feit, wat: str, stemming: Stemming, uitslag: Stemuitslag, besluit: BesluitGenomen, op: date, boek: Regelboek
) -> Rekenregel:
    regel = Rekenregel(
        opgave=feit.opgave,
        feit=feit.seq,
        soort="stemming",
        wat=f"{wat} in {stemming.orgaan} op {op}",
        invoer=_invoer(stemming),
        regel="",
        vastgelegd=uitslag.uitkomst,
        berekend="",
        formule="",
    )
    leden, fracties = _zetels(stemming, besluit.bezetting, op, boek)
    try:
        telling = tel(stemming, leden, fracties)
        rekening = reken(stemming, telling)
    except Onrekenbaar as fout:
        return regel.met(verschil=f"niet na te rekenen: {fout}")
    return regel.met(
        regel=", ".join(dict.fromkeys(rekening.artikelen)),
        berekend=rekening.uitkomst,
        formule="; ".join(rekening.stappen),
        verschil="; ".join(_verschillen(stemming, uitslag, telling, rekening)),
    )


def _zetels(
    stemming: Stemming, bezetting: Bezetting | None, op: date, boek: Regelboek
) -> tuple[int | None, dict[str, int] | None]:
    """The seats that hold: of the table that came with the decision, else of the reglement (PS)."""
    if bezetting is not None and (bezetting.fracties or stemming.orgaan == "GS"):
        return bezetting.leden, {f.naam: f.zetels for f in bezetting.fracties} or None
    zetels = boek.zetels_op(op) if stemming.orgaan == "PS" else None
    return (zetels.leden, zetels.fracties) if zetels else (None, None)


def _verschillen(stemming: Stemming, uitslag: Stemuitslag, t: Telling, r: Rekening) -> Iterator[str]:
    if uitslag.uitkomst != r.uitkomst:
        yield f"vastgelegd is {uitslag.uitkomst}, de stemmen geven {r.uitkomst}"
    if uitslag.geldig != (r.uitkomst not in ("stemming_ongeldig", "geen_quorum")):
        yield "of de stemming geldig was, staat er anders"
    gestemd = stemming.wijze != "zonder_stemming" and r.uitkomst != "geen_quorum"
    if gestemd and (uitslag.voor, uitslag.tegen, uitslag.art28) != (t.voor, t.tegen, t.art28):
        yield f"vastgelegd is {uitslag.voor} voor en {uitslag.tegen} tegen, geteld {t.voor} voor en {t.tegen} tegen"


def _vlaggen(stemming: Stemming, eerder: tuple[BesluitGenomen, ...] | None) -> Iterator[str]:
    """What the vote says of earlier treatments in PS must be what the facts say of them."""
    if eerder is None or stemming.orgaan != "PS":
        return
    uitkomsten = [b.uitkomst for b in eerder]
    laatste = uitkomsten[-1] if uitkomsten else ""
    paren = (
        (stemming.eerdere_staking, "uitgesteld_staking" in uitkomsten, "een eerdere staking"),
        (stemming.opnieuw_na_ongeldig, laatste == "stemming_ongeldig", "een eerdere ongeldige stemming"),
        (stemming.na_geen_quorum, laatste == "geen_quorum", "een eerdere vergadering zonder quorum"),
    )
    for gezegd, was, wat in paren:
        if gezegd != was:
            yield f"de stemming rekent {'met' if gezegd else 'zonder'} {wat}, en die is er {'wel' if was else 'niet'}"


def _slotsom(besluit: BesluitGenomen, eerder: tuple[BesluitGenomen, ...] | None, stemmen: str) -> Iterator[str]:
    """The outcome of the decision itself: adopted amendementen change it; GS choose in which form they adopt."""
    if not stemmen:
        return
    verwacht = {stemmen}
    if besluit.orgaan == "PS" and stemmen == "aangenomen":
        gewijzigd = _aangenomen(besluit.amendementen) or any(_aangenomen(b.amendementen) for b in eerder or ())
        verwacht = {"aangenomen_gewijzigd" if gewijzigd else "aangenomen"}
        if eerder is None:  # a correction: what was adopted at an earlier treatment is not told apart here
            verwacht.add("aangenomen_gewijzigd")
    elif besluit.orgaan == "GS" and stemmen == "aangenomen":
        niet = {"afgewezen", "aangehouden", "geen_quorum", "herstemmen"}
        verwacht = {besluit.uitkomst} - niet
    elif besluit.orgaan == "GS" and stemmen == "verworpen":
        verwacht = {"afgewezen"}
    if besluit.uitkomst not in verwacht:
        yield f"het besluit is vastgelegd als {besluit.uitkomst}, de stemmen geven {stemmen}"


def _aangenomen(stukken: tuple[Amendement, ...]) -> bool:
    return any(stuk.soort == "amendement" and stuk.uitkomst == "aangenomen" for stuk in stukken)


def _invoer(stemming: Stemming) -> str:
    if stemming.per_fractie:
        rijen = (f"{r.fractie} {r.voor}/{r.tegen}/{r.afwezig}/{r.art28}" for r in stemming.per_fractie)
        return f"{stemming.wijze}; per fractie voor/tegen/afwezig/art. 28: {', '.join(rijen)}"
    velden = ("voor", "tegen", "blanco", "ongeldig", "art28", "aanwezig", "zittend", "leden")
    getallen = (f"{veld} {waarde}" for veld in velden if (waarde := getattr(stemming, veld)) not in (None, 0))
    return "; ".join((stemming.wijze, *getallen))
