"""Checkpoints and anchors: what others hold decides until where a pack is proven, and shows what was changed since."""

import base64
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1]))  # the helpers that rooms share
sys.path.append(str(Path(__file__).parents[1] / "register"))

from ankerwereld import BEGIN, DAG, Ankerwereld, Regels, anders, nieuwe_sleutel, vervalst
from proefleven import Proefleven
from sqlalchemy import insert
from tijdstempeldienst import maak_dienst, tijdstempeldienst

from activities.brief.inhoud import Briefinhoud
from activities.brief.mime import Omslag, als_mail
from activities.brief.opbouw import Onderdeel
from archief import formaat
from archief.pak import Pak
from audit.keuring.ankers import Ankeroordeel, ankeroordeel
from audit.keuring.ankertekst import Ankerfout, Bewijsanker, Puntanker, lees_anker
from audit.keuring.puntketen import pakinhoud, toets_tijden
from audit.keuring.sleutels import Vertrouwen
from domain.basis import Afzender
from domain.controlepunt import UITLEG
from register import controlepunten, sleutels, spoor
from register.rijen import Contact
from register.tabellen import UITGAAND
from register.verbinding import open_register
from runtime.tijdstempel import haal_stempel, lees_stempel


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Ankerwereld]:
    """Three checkpoints, with facts before each of them and one after the last."""
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    (tmp_path / "pakken").mkdir()
    wereld = Ankerwereld(register, tmp_path / "pakken").begin()
    for _ in range(3):
        wereld.leef()
        wereld.punt()
    wereld.leef()
    yield wereld
    register.sluit()


def _oordeel(wereld: Ankerwereld, pak: Pak, *ankers: str, ca: Path | None = None) -> Ankeroordeel:
    return ankeroordeel(pak, wereld.vertrouwd(pak), ankers, ca)


def _codes(oordeel: Ankeroordeel) -> list[tuple[str, str]]:
    return [(b.code, b.waar) for b in oordeel.bevindingen]


def _seqs(pak: Pak) -> list[int]:
    return [regel.insluiting.blad.seq for regel in pak.controlepunten if regel.insluiting]


def test_een_heel_pak_zonder_anker_berust_op_de_sleutelhouder(wereld: Ankerwereld) -> None:
    """No finding, and no more said than was proven."""
    pak = wereld.pak()
    oordeel = _oordeel(wereld, pak)
    assert oordeel.bevindingen == ()
    assert (oordeel.tot, oordeel.tot_seq, oordeel.door) == (None, 0, ())
    assert oordeel.zin.startswith("Geen enkel feit is door anderen bewezen")
    assert "het woord van de sleutelhouder (sleutel " in oordeel.zin


def test_de_voet_van_een_oude_mail_bewijst_alles_tot_dat_controlepunt(wereld: Ankerwereld) -> None:
    """Also when a mail program broke the line and put signs of quoting before it."""
    pak = wereld.pak()
    punt = pak.controlepunten[1].controlepunt
    woorden = f"{punt.kort}\n{UITLEG}".split(" ")
    for tekst in (
        punt.kort,
        f"> {' '.join(woorden[:7])}\r\n> {' '.join(woorden[7:])}",
        punt.eigen_hash,
        punt.eigen_hash[:32],
    ):
        oordeel = _oordeel(wereld, pak, tekst)
        assert oordeel.bevindingen == ()
        assert (oordeel.tot, oordeel.tot_seq) == (punt.op, _seqs(pak)[1])
        assert (
            f"Tot en met feit {_seqs(pak)[1]} (controlepunt 2 van 11 januari 2024) bewezen door anderen" in oordeel.zin
        )
        assert "Daarna berust het op het woord van de sleutelhouder" in oordeel.zin


def _eml(wereld: Ankerwereld, map_: Path, punt: str, seq: int) -> Path:
    feit = wereld.leven.feiten[seq - 1]
    inhoud = Briefinhoud(
        aanhef="griffier", titel="Opgave FL-2024-99 hoort er niet bij", opgave=feit.opgave, opgave_titel="Warmte",
        vastgelegd_op=feit.vastgelegd_op.date(), feit=seq, hash=feit.hash,
    )  # fmt: skip
    omslag = Omslag("<m@x>", ("k",), "Vraag", (Contact("griffier", "provincie", "g@x.example"),), "p@x.example", BEGIN)
    pad = map_ / "oud.eml"
    pad.write_bytes(als_mail(omslag, [Onderdeel(inhoud)], punt))
    return pad


def test_een_bewaarde_mail_bewijst_met_controlepunt_en_met_bewijs(wereld: Ankerwereld, tmp_path: Path) -> None:
    """The mail as our own code writes it: foot and receipt are both found, and the one that reaches furthest counts."""
    pak = wereld.pak()
    punt, laatste = pak.controlepunten[0].controlepunt, wereld.leven.stand.seq
    pad = _eml(wereld, tmp_path, punt.kort, laatste)
    een, ander = lees_anker(str(pad))
    assert een == Bewijsanker(
        laatste, wereld.leven.stand.kop, "de mail oud.eml van 9 januari 2024", "FL-2024-01", BEGIN.replace(day=8).date()
    )
    assert isinstance(ander, Puntanker)
    oordeel = _oordeel(wereld, pak, str(pad))
    assert oordeel.bevindingen == ()
    assert oordeel.tot_seq == laatste
    assert oordeel.zin.endswith("Dat zijn alle feiten van dit pak.")


@pytest.mark.parametrize("waarmee", ["voet", "hash", "bewijs"])
def test_een_anker_dat_iets_anders_zegt_is_een_bevinding(wereld: Ankerwereld, waarmee: str) -> None:
    pak = wereld.pak()
    punt = pak.controlepunten[1].controlepunt
    vals = punt.eigen_hash[:-1] + ("0" if punt.eigen_hash[-1] != "0" else "1")
    tekst = {
        "voet": pak.controlepunten[2].controlepunt.kort.replace("Controlepunt 3", "Controlepunt 2"),
        "hash": vals,
        "bewijs": f"Opgave FL-2024-01\nBewijs: feit 2, {vals}",
    }[waarmee]
    oordeel = _oordeel(wereld, pak, tekst)
    assert [b.code for b in oordeel.bevindingen] == ["anker_spreekt_tegen"]
    assert oordeel.tot is None


def test_zonder_iets_om_te_vergelijken_is_het_een_fout_van_de_gever(wereld: Ankerwereld, tmp_path: Path) -> None:
    leeg = tmp_path / "leeg.eml"
    leeg.write_text("Subject: hallo\n\nGeen bewijs hier.")
    for tekst in ("zomaar", "abcd", str(leeg)):
        with pytest.raises(Ankerfout, match="geen controlepunt en geen bewijs"):
            _oordeel(wereld, wereld.pak(), tekst)


def test_een_anker_van_na_het_pak_zegt_niets_en_een_van_ervoor_dat_ontbreekt_wel(wereld: Ankerwereld) -> None:
    """Cutting off the checkpoints is seen by who holds one of them."""
    oud = wereld.pak()
    later = wereld.punt()
    wereld.punt()
    oordeel = _oordeel(wereld, oud, later.kort)
    assert oordeel.bevindingen == ()
    assert any("van later" in m.zin for m in oordeel.mededelingen)
    afgeknipt = wereld.pak(anders(lambda regels: regels.__delitem__(slice(3, None))))
    assert _codes(_oordeel(wereld, afgeknipt, later.kort)) == [
        ("controlepunt_gewijzigd", "controlepunt 3"),
        ("controlepunt_ontbreekt", "controlepunt 4"),
    ]


def _knip_feiten(delen: dict[str, bytes], tot: int) -> None:
    for pad in (formaat.FEITEN, formaat.GROOTBOEK):
        delen[pad] = b"".join(delen[pad].splitlines(keepends=True)[:tot])


def test_een_afgeknipte_staart_spreekt_het_controlepunt_tegen(wereld: Ankerwereld) -> None:
    pak = wereld.pak(lambda delen: _knip_feiten(delen, 2))
    assert ("staart_afgeknipt", "controlepunt 3") in _codes(_oordeel(wereld, pak))


def test_wie_de_sleutel_heeft_en_alles_opnieuw_maakt_wordt_betrapt_door_een_oude_mail(wereld: Ankerwereld) -> None:
    """The holder of the key cuts the tail off and signs fitting checkpoints: only what others hold shows it."""
    echt = wereld.pak()
    oud = echt.controlepunten[2].controlepunt
    eerste = echt.controlepunten[0]

    def maak_opnieuw(regels: Regels) -> None:
        assert eerste.insluiting is not None
        bladen, vorige = (eerste.insluiting.blad,), regels[0].controlepunt.eigen_hash
        for nr in (1, 2):
            regels[nr] = vervalst(regels[nr].controlepunt, wereld.tekenaar, bladen, vorige=vorige)
            vorige = regels[nr].controlepunt.eigen_hash
        regels[-1] = regels[-1].met(bladen=bladen)

    def verander(delen: dict[str, bytes]) -> None:
        assert eerste.insluiting is not None
        anders(maak_opnieuw)(delen)
        regels = [r for r in echt.grootboek if r.tot_seq <= eerste.insluiting.blad.seq]
        delen[formaat.FEITEN] = b"".join(delen[formaat.FEITEN].splitlines(keepends=True)[: eerste.insluiting.blad.seq])
        delen[formaat.GROOTBOEK] = b"".join(r.model_dump_json().encode() + b"\n" for r in regels)

    assert eerste.insluiting is not None
    vals = wereld.pak(verander, tot_seq=eerste.insluiting.blad.seq, kop=eerste.insluiting.blad.kop)
    assert _oordeel(wereld, vals).bevindingen == ()
    assert _codes(_oordeel(wereld, vals, oud.kort)) == [("anker_spreekt_tegen", "controlepunt 3")]
    assert _oordeel(wereld, vals, oud.kort).tot is None


def _vervang(nr: int, **velden: Any) -> Callable[[Regels], None]:
    def wijzig(regels: Regels) -> None:
        regels[nr] = regels[nr].met(**velden)

    return wijzig


def _punt_anders(nr: int, **velden: Any) -> Callable[[Regels], None]:
    def wijzig(regels: Regels) -> None:
        regels[nr] = regels[nr].met(controlepunt=regels[nr].controlepunt.met(**velden))

    return wijzig


@pytest.mark.parametrize(
    ("wijzig", "verwacht"),
    [
        (lambda r: r.__delitem__(1), ("controlepunt_ontbreekt", "controlepunt 3")),
        (lambda r: r.__delitem__(0), ("controlepunt_ontbreekt", "controlepunt 2")),
        (lambda r: r.reverse(), ("controlepunt_ontbreekt", "controlepunt 3")),
        (_punt_anders(1, op=BEGIN + 2 * DAG + timedelta(hours=1)), ("controlepunt_gewijzigd", "controlepunt 2")),
        (_punt_anders(1, wortel="1" * 64), ("controlepunt_gewijzigd", "controlepunt 2")),
        (_punt_anders(1, spoor="1" * 64), ("controlepunt_gewijzigd", "controlepunt 2")),
        (_punt_anders(1, handtekening="AAAA"), ("controlepunt_gewijzigd", "controlepunt 3")),
        (_vervang(1, insluiting=None), ("controlepunt_ontbreekt", "controlepunt 2")),
        (_vervang(2, insluiting=None), ("controlepunt_ontbreekt", "controlepunt 3")),
        (_vervang(2, bladen=()), ("controlepunt_gewijzigd", "controlepunt 3")),
    ],
)
def test_elke_wijziging_in_de_controlepunten_wordt_gezien(
    wereld: Ankerwereld, wijzig: Callable[[Regels], None], verwacht: tuple[str, str]
) -> None:
    """Left out, reordered, dated anew, another root or signature, a proof that is missing, a list that is not whole."""
    assert verwacht in _codes(_oordeel(wereld, wereld.pak(anders(wijzig))))


def test_het_bewijs_van_een_andere_opgave_gaat_er_niet_voor_door(wereld: Ankerwereld) -> None:
    echt = wereld.pak()
    blad = echt.controlepunten[1].insluiting
    assert blad is not None
    vreemd = blad.met(blad=blad.blad.met(opgave="FL-2024-77"))
    pak = wereld.pak(anders(_vervang(1, insluiting=vreemd)))
    assert ("controlepunt_gewijzigd", "controlepunt 2") in _codes(_oordeel(wereld, pak))


def test_een_ander_feit_of_een_andere_grootboekregel_spreekt_tegen(wereld: Ankerwereld) -> None:
    seq = _seqs(wereld.pak())[0]

    def ander_feit(delen: dict[str, bytes]) -> None:
        delen[formaat.FEITEN] = delen[formaat.FEITEN].replace(wereld.leven.feiten[seq - 1].hash.encode(), b"9" * 64)

    def geen_regel(delen: dict[str, bytes]) -> None:
        regels = delen[formaat.GROOTBOEK].splitlines(keepends=True)
        delen[formaat.GROOTBOEK] = b"".join(r for r in regels if f'"tot_seq":{seq},'.encode() not in r)

    for verander in (ander_feit, geen_regel):
        codes = _codes(_oordeel(wereld, wereld.pak(verander)))
        assert ("controlepunt_spreekt_tegen", "controlepunt 1") in codes


def test_een_weggelaten_spoorregel_valt_op(wereld: Ankerwereld) -> None:
    with wereld.register.schrijf() as verbinding:
        door = Afzender(functie="beheerder", subject="b-1")
        spoor.schrijf(verbinding, wereld.tekenaar, door, "pak_gemaakt", "FL-2024-01", "pak", nu=wereld.nu)
    wereld.punt()
    assert _oordeel(wereld, wereld.pak()).bevindingen == ()
    zonder = wereld.pak(lambda delen: delen.update({formaat.SPOOR: b""}))
    assert _codes(_oordeel(wereld, zonder)) == [("spoor_ontbreekt", "controlepunt 4")]


def test_een_stempel_van_buiten_bewijst_en_een_vals_stempel_niet(wereld: Ankerwereld, tmp_path: Path) -> None:
    punten = controlepunten.lijst(wereld.register)
    with tijdstempeldienst(tmp_path / "tsa") as dienst:
        for punt in punten[:2]:
            controlepunten.bewaar_stempel(wereld.register, punt.nr, haal_stempel(dienst.url, punt.stempelbytes))
    pak = wereld.pak()
    oordeel = _oordeel(wereld, pak, ca=dienst.ca)
    assert oordeel.bevindingen == ()
    gestempeld = lees_stempel(base64.b64decode(pak.controlepunten[1].stempel)).van
    assert (oordeel.tot, oordeel.tot_seq) == (gestempeld, _seqs(pak)[1])
    assert gestempeld != punten[1].op, "the moment of who stamped, not the date that the province put on it"
    assert "het tijdstempel van " in oordeel.zin
    ongetoetst = _oordeel(wereld, pak)
    assert ongetoetst.tot is None
    assert any("2 tijdstempels, niet getoetst" in m.zin for m in ongetoetst.mededelingen)
    vreemd = maak_dienst(tmp_path / "ander").ca
    assert [c for c, _ in _codes(_oordeel(wereld, pak, ca=vreemd))] == ["stempel_ongeldig"] * 2
    verkeerd = wereld.pak(anders(_vervang(2, stempel=pak.controlepunten[0].stempel)))
    for ca in (dienst.ca, None):
        assert _codes(_oordeel(wereld, verkeerd, ca=ca)) == [("stempel_ongeldig", "controlepunt 3")]


def test_het_pak_zegt_bij_wie_een_anker_te_vragen_is(wereld: Ankerwereld) -> None:
    """What the pack says about others is a hint, never proof."""
    rij = {"sleutel": "s", "opgave": "FL-2024-01", "seq": 1, "functie": "partner", "organisatie": "gemeente-urk", "onderwerp": "x",
           "tekst": "x", "message_id": "m", "status": "verzonden", "pogingen": 1, "fout": "", "aangemaakt_op": BEGIN, "controlepunt": 2}  # fmt: skip
    with wereld.register.schrijf() as verbinding:
        verbinding.execute(insert(UITGAAND), rij)
    oordeel = _oordeel(wereld, wereld.pak())
    assert any("controlepunt 2 van 11 januari 2024 onder mail aan: gemeente-urk" in m.zin for m in oordeel.mededelingen)
    assert oordeel.tot is None


def test_na_een_wissel_telt_de_oude_sleutel_niet_meer(wereld: Ankerwereld) -> None:
    """A day's grace for workers that still run; whoever goes on with the old key after that is named."""
    oud, nieuw = wereld.tekenaar, nieuwe_sleutel()
    sleutels.wissel(wereld.register, oud, nieuw, Afzender(functie="beheerder", subject="b-1"), "Jaarlijks.", wereld.nu)
    wereld.punt()
    assert _oordeel(wereld, wereld.pak()).bevindingen == ()
    wereld.punt()
    assert _codes(_oordeel(wereld, wereld.pak())) == [("sleutel_afgelost", "controlepunt 5")]
    wereld.tekenaar = nieuw
    wereld.punt()
    assert _codes(_oordeel(wereld, wereld.pak())) == [("sleutel_afgelost", "controlepunt 5")]


def test_een_vreemde_sleutel_wordt_een_keer_genoemd(wereld: Ankerwereld) -> None:
    pak = wereld.pak()
    leeg = Vertrouwen({}, True, (), "")
    assert [b.code for b in ankeroordeel(pak, leeg, (), None).bevindingen] == ["sleutel_onbekend"]


def test_een_onleesbaar_bestand_is_een_bevinding(wereld: Ankerwereld) -> None:
    pak = wereld.pak(lambda delen: delen.update({formaat.CONTROLEPUNTEN: b"{\n"}))
    oordeel = _oordeel(wereld, pak)
    assert _codes(oordeel) == [("onleesbaar", formaat.CONTROLEPUNTEN)]


def test_een_feit_dat_later_is_toegevoegd_met_een_datum_van_toen_valt_op(wereld: Ankerwereld) -> None:
    """Who holds every key backdates a decision; but in the checkpoint of that time it does not stand."""
    wereld.dag += 30
    punt = wereld.punt()
    wereld.leef()  # its moment is that of the beginning, a month before
    assert _codes(_oordeel(wereld, wereld.pak())) == [("controlepunt_spreekt_tegen", f"controlepunt {punt.nr}")]


def test_een_controlepunt_van_voor_een_feit_kan_dat_feit_niet_bevatten(wereld: Ankerwereld) -> None:
    """A checkpoint that was dated back holds facts of after it."""
    pak = wereld.pak()
    inhoud = pakinhoud(pak)
    eerste, laatste = pak.controlepunten[0].controlepunt, pak.controlepunten[-1].controlepunt
    later = dict.fromkeys(inhoud.momenten, laatste.op + 3 * DAG)
    gevonden = list(toets_tijden(pak.controlepunten, replace(inhoud, momenten=later)))
    assert [b.waar for b in gevonden] == [f"controlepunt {r.controlepunt.nr}" for r in pak.controlepunten]
    assert all("van na dit controlepunt" in b.zin for b in gevonden)
    op_tijd = dict.fromkeys(inhoud.momenten, eerste.op)
    assert list(toets_tijden(pak.controlepunten, replace(inhoud, momenten=op_tijd))) == []


def test_van_een_gespeeld_leven_zegt_de_klok_niets(wereld: Ankerwereld) -> None:
    pak = wereld.pak()
    gespeeld = replace(pak, manifest=pak.manifest.met(begin=pak.manifest.begin.met(verschuiving_s=-99)))
    assert pakinhoud(pak).momenten
    assert pakinhoud(gespeeld).momenten == {}


def test_een_anker_zonder_naam_telt_niet_tegen_een_pak_waar_het_niet_over_gaat(
    wereld: Ankerwereld, tmp_path: Path
) -> None:
    """A bare receipt, a bare head and a bare checkpoint: each is about one of the packs that were handed in."""
    pak = wereld.pak()
    (tmp_path / "buren").mkdir()
    buren = Ankerwereld(wereld.register, tmp_path / "buren", wereld.tekenaar, Proefleven("FL-2024-77")).begin()
    buren.leef(3)
    ander = buren.pak()
    kop = str(ander.feitregels[2]["hash"])
    for tekst in (f"Bewijs: feit 3, {kop}", kop):
        assert _codes(_oordeel(wereld, pak, tekst)) != []
        samen = ankeroordeel(pak, wereld.vertrouwd(pak), [tekst], None, [ander])
        assert (samen.bevindingen, samen.tot_seq) == ((), 0)
        assert any("gaat over FL-2024-77" in m.zin for m in samen.mededelingen)
        eigen = ankeroordeel(ander, wereld.vertrouwd(ander), [tekst], None, [pak])
        assert (eigen.bevindingen, eigen.tot_seq) == ((), 3)
    wereld.dag += 3
    later = wereld.punt()
    nieuwer = wereld.pak()
    samen = ankeroordeel(pak, wereld.vertrouwd(pak), [later.eigen_hash], None, [nieuwer])
    assert samen.bevindingen == ()
    assert any("het is van later" in m.zin for m in samen.mededelingen)


def test_een_anker_zonder_naam_dat_in_geen_pak_past_blijft_een_bevinding(wereld: Ankerwereld) -> None:
    """And of one opgave a pack beside it excuses nothing: those two should hold the same facts."""
    pak = wereld.pak()
    koppen = [str(regel["hash"]) for regel in pak.feitregels]
    vals = f"Bewijs: feit 2, {koppen[2]}"
    for tekst in ("ab" * 32, vals):
        oordeel = ankeroordeel(pak, wereld.vertrouwd(pak), [tekst], None, [wereld.pak()])
        assert [code for code, _ in _codes(oordeel)] == ["anker_spreekt_tegen"]
