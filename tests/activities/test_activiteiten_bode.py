"""The messenger between lives: again and again until it arrived, handled once, and people hear what never arrives."""

from datetime import UTC, datetime
from typing import Any

from bodestraat import DELEN, HERKOMST, NAAR, START, VAN, Straat, bode, maak_oud, nu_meteen, staat, straat, zet
from proefleven import Proefleven

from activities.toegang import OpgaveGesloten
from domain import kern
from domain.gevolg import Overbrengen
from domain.stand import Begin
from register import lezen, overbrengen
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register
from runtime.temporal import Onbereikbaar

__all__ = ["straat"]


async def test_een_nieuw_leven_begint_en_krijgt_in_dezelfde_ronde_zijn_delen(
    register: Register, straat: Straat
) -> None:
    """The id of the command is the key of the row, and the sender names the fact it rests on."""
    zet(register, {**START, "herkomst": HERKOMST}, DELEN)
    await bode(register).ronde()
    assert staat(register) == [("StartOpgave", "gedaan"), ("OntvangDelen", "gedaan")]
    assert [o.id for o in straat.gegeven] == [rij.sleutel for rij in overbrengen.rijen(register)]
    door = straat.gegeven[0].door
    assert (door.functie, door.subject, door.zekerheid) == ("systeem", f"opgave.{VAN}", "sleutel")
    assert straat.levens[NAAR].afstamming[0].opgave == VAN


async def test_zonder_antwoord_gaat_het_later_nog_eens_met_hetzelfde_kenmerk(
    register: Register, straat: Straat
) -> None:
    zet(register, {**START, "herkomst": HERKOMST})
    straat.stoor = [Onbereikbaar("weg")]
    await bode(register).ronde()
    assert staat(register) == [("StartOpgave", "klaar")]
    assert overbrengen.aan_de_beurt(register, datetime.now(UTC)) == ()
    nu_meteen(register)
    await bode(register).ronde()
    assert staat(register) == [("StartOpgave", "gedaan")]
    assert len({o.id for o in straat.gegeven}) == 1


async def test_een_leven_dat_er_nog_niet_is_wordt_dertig_dagen_geprobeerd(register: Register, straat: Straat) -> None:
    zet(register, DELEN)
    await bode(register).ronde()
    (rij,) = overbrengen.rijen(register)
    assert (rij.status, rij.fout) == ("klaar", f"{NAAR} bestaat nog niet.")
    maak_oud(register, rij)
    await bode(register).ronde()
    assert staat(register) == [("OntvangDelen", "vervallen"), ("BevestigAankomst", "klaar")]


async def test_wie_het_meegaf_hoort_dat_het_niet_aankwam(register: Register, straat: Straat) -> None:
    """The new id was taken: the start is refused, the parts don't go there, and the manager gets one letter."""
    straat.levens[NAAR] = kern.begin(Begin(opgave=NAAR, reglement="r2026_4"))
    zet(register, {**START, "herkomst": HERKOMST})
    await bode(register).ronde()
    with register.schrijf() as verbinding:
        verbinding.execute(OVERBRENGING.delete())
    bezet = Proefleven(VAN).begonnen()
    gevolg = Overbrengen(naar=NAAR, inhoud={**START, "herkomst": HERKOMST}, reglement="r2026_4")
    with register.schrijf() as verbinding:
        for nr, inhoud in ((7, gevolg.inhoud), (8, DELEN)):
            overbrengen.schrijf(verbinding, bezet.feiten[-1], nr, gevolg, [(NAAR, inhoud)])
    await bode(register).ronde()
    terug = ("BevestigAankomst", "klaar")  # the giver isn't in this street
    assert sorted(staat(register)) == sorted([("StartOpgave", "geweigerd"), ("OntvangDelen", "vervallen"), terug])
    (brief,) = lezen.post(register, VAN)
    assert brief.onderwerp == f"Niet aangekomen in {NAAR}: delen van {VAN}"


async def test_een_leven_dat_voorbij_is_hoort_niets_meer(register: Register, straat: Straat) -> None:
    zet(register, {"soort": "MeldHergebruik"})
    straat.stoor = [OpgaveGesloten(NAAR)]
    await bode(register).ronde()
    (rij,) = overbrengen.rijen(register)
    assert rij.status == "vervallen"


async def test_wat_niet_te_lezen_is_houdt_de_rest_niet_op(register: Register, straat: Straat) -> None:
    """A row that no version understands is closed with an alarm in the log; the next one goes."""
    zet(register, {"soort": "BestaatNiet"}, {**START, "herkomst": HERKOMST})
    await bode(register).ronde()
    assert staat(register) == [("BestaatNiet", "vervallen"), ("StartOpgave", "gedaan")]


async def test_een_aanbod_van_lessen_wordt_een_keer_gevuld(register: Register, straat: Straat) -> None:
    """What was found at the first try is what is said at the next, whatever was learned in between."""
    gevraagd: list[str] = []

    def vul(_: Register, opgave: str, moment: str) -> list[dict[str, Any]]:
        gevraagd.append(f"{opgave} {moment}")
        return []

    zet(register, {"soort": "BiedLessenAan", "moment": "F1", "lessen": []})
    straat.stoor = [Onbereikbaar("weg"), Onbereikbaar("weg")]
    for _ in range(2):
        nu_meteen(register)
        await bode(register, vul).ronde()
    assert len(straat.gegeven) == 2
    assert gevraagd == [f"{NAAR} F1"]


async def test_wat_nooit_aankomt_gaat_terug_naar_wie_het_meegaf(register: Register, straat: Straat) -> None:
    """In the name of where it should have gone, with everything that was given and why it didn't arrive."""
    zet(register, DELEN)
    straat.stoor = [OpgaveGesloten(NAAR)]
    await bode(register).ronde()
    (terug,) = (o for o in straat.gegeven if o.inhoud.soort == "BevestigAankomst")
    (heen,) = overbrengen.rijen(register, VAN)
    assert (terug.door.subject, terug.inhoud.in_opgave) == (f"opgave.{NAAR}", NAAR)
    assert (terug.inhoud.bron, terug.inhoud.mislukt) == (heen.seq, "afgelopen")


async def test_wat_misschien_aankwam_gaat_niet_terug(register: Register, straat: Straat) -> None:
    """Without an answer nobody knows, and what comes back as well as arrives would be there twice."""
    zet(register, DELEN)
    (rij,) = overbrengen.rijen(register)
    maak_oud(register, rij)
    straat.stoor = [Onbereikbaar("weg")]
    await bode(register).ronde()
    assert staat(register) == [("OntvangDelen", "vervallen")]


async def test_een_rij_die_stuk_gaat_houdt_de_rest_niet_op(register: Register, straat: Straat) -> None:
    """Lessons that can't be looked up are an offer that waits; what others have to say goes on."""

    def vul(_: Register, _opgave: str, _moment: str) -> list[dict[str, Any]]:
        raise RuntimeError("index stuk")

    zet(register, {"soort": "BiedLessenAan", "moment": "F1", "lessen": []})
    feit, ander = Proefleven("FL-2024-07").begonnen().feiten[-1], "FL-2024-08"
    inhoud = {**START, "herkomst": [{"opgave": feit.opgave, "soort": "splitsing"}]}
    gevolg = Overbrengen(naar=ander, inhoud=inhoud, reglement="r2026_4")
    with register.schrijf() as verbinding:
        overbrengen.schrijf(verbinding, feit, 1, gevolg, [(ander, inhoud)])
    await bode(register, vul).ronde()
    assert sorted(staat(register)) == [("BiedLessenAan", "klaar"), ("StartOpgave", "gedaan")]


async def test_twee_lange_namen_passen_in_het_kenmerk_van_de_opdracht(register: Register, straat: Straat) -> None:
    """The id of a command is shorter than two ids of opgaven can be together."""
    van, naar = "VAN-" + "A" * 36, "NAAR-" + "B" * 35
    feit = Proefleven(van).begonnen().feiten[-1]
    inhoud = {**START, "herkomst": [{"opgave": van, "soort": "splitsing"}]}
    gevolg = Overbrengen(naar=naar, inhoud=inhoud, reglement="r2026_4")
    with register.schrijf() as verbinding:
        overbrengen.schrijf(verbinding, feit, 1, gevolg, [(naar, inhoud)])
    await bode(register).ronde()
    assert staat(register) == [("StartOpgave", "gedaan")]
