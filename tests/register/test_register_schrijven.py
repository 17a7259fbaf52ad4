"""Facts go into the register whole, once and in order, or not at all."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from proefleven import GROOTBOEK, SLEUTEL, START, Proefleven, leg_vast
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from activities.gevolgen import voer_uit
from domain.feit import Feit
from register import lezen
from register.keuring import controleer_grootboek, controleer_keten
from register.schrijven import KetenBreuk, verwerk
from register.tabellen import METADATA, UITGAAND
from register.verbinding import Register


def _aantallen(register: Register) -> dict[str, int]:
    with register.lees() as verbinding:
        return {t.name: len(verbinding.execute(select(t)).all()) for t in METADATA.tables.values()}


def test_een_bundel_twee_keer_verwerken_is_hetzelfde_als_een_keer(register: Register) -> None:
    """A retry of an activity that had already done its work changes nothing."""
    bundel = Proefleven().begonnen().alles()
    eerste = leg_vast(register, bundel)
    stand = _aantallen(register)
    assert leg_vast(register, bundel) == eerste
    assert _aantallen(register) == stand
    assert stand["grootboek"] == 1
    assert stand["feit"] == eerste.tot_seq


def test_een_bundel_die_deels_bekend_is_voegt_alleen_de_rest_toe(register: Register) -> None:
    """A batch may overlap what is there: facts are passed over by their number."""
    leven = Proefleven()
    leg_vast(register, leven.geef("StartOpgave", **START))
    leven.geef("Noteer", tekst="gebeld met de wethouder")
    assert leg_vast(register, leven.alles()).tot_seq == leven.stand.seq
    assert [(r.van_seq, r.tot_seq) for r in lezen.grootboek(register, "FL-2024-01")][-1][1] == leven.stand.seq
    assert len(lezen.feiten(register, "FL-2024-01")) == leven.stand.seq


def test_twee_die_tegelijk_hetzelfde_verwerken_leggen_het_een_keer_vast(register: Register) -> None:
    """Two attempts of one activity that overlap are safe."""
    bundels = [Proefleven(f"FL-{n:04d}").begonnen().alles() for n in range(6)]
    with ThreadPoolExecutor(8) as pool:
        uitkomsten = list(pool.map(lambda bundel: leg_vast(register, bundel), [b for b in bundels for _ in range(4)]))
    assert len({(u.tot_seq) for u in uitkomsten}) == 1
    assert _aantallen(register)["feit"] == sum(len(b.feiten) for b in bundels)
    assert _aantallen(register)["grootboek"] == 6


def test_de_opgeslagen_stand_is_de_stand_van_de_kern(register: Register) -> None:
    """The register's state is the fold of the facts, nothing else."""
    leven = Proefleven().begonnen()
    leg_vast(register, leven.alles())
    assert lezen.stand(register, "FL-2024-01") == leven.stand
    assert tuple(rij.feit for rij in lezen.feiten(register, "FL-2024-01")) == leven.alles().feiten


def _gat(leven: Proefleven) -> tuple[Feit, ...]:
    return leven.feiten[:1] + leven.feiten[2:]


def _veranderd(leven: Proefleven) -> tuple[Feit, ...]:
    laatste = leven.feiten[-1]
    return (*leven.feiten[:-1], laatste.met(door=laatste.door.met(subject="s-99")))


def _vreemd(leven: Proefleven) -> tuple[Feit, ...]:
    return (*leven.feiten[:-1], leven.feiten[-1].met(opgave="FL-2099-99"))


@pytest.mark.parametrize("maak", [_gat, _veranderd, _vreemd])
def test_een_breuk_in_de_keten_wordt_geweigerd_en_er_blijft_niets_half_achter(
    register: Register, maak: Callable[[Proefleven], tuple[Feit, ...]]
) -> None:
    """A missing, altered or foreign fact stops the whole batch."""
    leven = Proefleven().begonnen()
    leven.geef("Noteer", tekst="gebeld")
    leeg = _aantallen(register)
    with pytest.raises(KetenBreuk):
        leg_vast(register, leven.bundel(*maak(leven)))
    assert _aantallen(register) == leeg


def test_een_ander_verleden_dan_het_vastgelegde_is_een_alarm(register: Register) -> None:
    """The same numbers with other facts, or another genesis, mean that the history has split."""
    leg_vast(register, Proefleven().begonnen().alles())
    anders = Proefleven()
    with pytest.raises(KetenBreuk, match="anders in het register"):
        leg_vast(register, anders.geef("StartOpgave", **(START | {"titel": "Iets anders"})))
    ander_begin = Proefleven()
    ander_begin.begin = ander_begin.begin.met(verschuiving_s=-60)
    with pytest.raises(KetenBreuk, match="ander begin"):
        leg_vast(register, ander_begin.bundel())


def test_een_fout_halverwege_laat_niets_achter(register: Register) -> None:
    """All of a batch or nothing: a crash in an effect undoes the facts too."""

    def stuk(*_: object) -> None:
        raise RuntimeError("midden in een gevolg")

    leeg = _aantallen(register)
    with pytest.raises(RuntimeError):
        verwerk(register, Proefleven().begonnen().alles(), stuk, GROOTBOEK.teken_regel)
    assert _aantallen(register) == leeg


def test_keten_en_grootboek_zijn_uit_het_register_na_te_rekenen(register: Register) -> None:
    """The recorded JSON carries the chain, and every batch has a line signed with the key."""
    leven = Proefleven()
    leg_vast(register, leven.geef("StartOpgave", **START))
    leg_vast(register, leven.geef("Noteer", tekst="gebeld"))
    regels = lezen.grootboek(register, "FL-2024-01")
    assert regels[-1].hash == leven.stand.kop
    assert controleer_grootboek(regels, SLEUTEL.public_key()) == ()
    assert controleer_keten(leven.begin, lezen.feiten(register, "FL-2024-01")) == ()


def test_een_bericht_staat_een_keer_in_de_postbus_per_sleutel(register: Register) -> None:
    """The key is unique in the database itself, so no mistake in the code can send a message twice."""
    leg_vast(register, Proefleven().begonnen().alles())
    post = lezen.post(register)
    assert len({rij.message_id for rij in post}) == len(post) > 3
    with register.lees() as verbinding:
        rij = dict(verbinding.execute(select(UITGAAND)).mappings().first() or {})
    with pytest.raises(IntegrityError), register.schrijf() as verbinding:
        verbinding.execute(insert(UITGAAND), rij)


def test_een_nulteken_in_een_tekst_houdt_de_opgave_niet_op(register: Register) -> None:
    """PostgreSQL can't store NUL; the words show a sign for it, the fact itself keeps it."""
    leven = Proefleven()
    leg_vast(register, leven.geef("StartOpgave", **(START | {"titel": "Warm\0te"})))
    assert lezen.lijst(register)[0].titel == "Warm\ufffdte"
    assert controleer_keten(leven.begin, lezen.feiten(register, "FL-2024-01")) == ()


def test_de_uitvoerder_krijgt_de_stand_van_net_na_het_feit(register: Register) -> None:
    """An effect sees the partner that joined with this very fact."""
    gezien: list[tuple[int, int]] = []

    def kijk(schrijver: object, stand: object, feit: Feit, nr: int, gevolg: object) -> None:
        gezien.append((stand.seq, feit.seq))  # type: ignore[attr-defined]
        voer_uit(schrijver, stand, feit, nr, gevolg)  # type: ignore[arg-type]

    verwerk(register, Proefleven().begonnen().alles(), kijk, GROOTBOEK.teken_regel)
    assert gezien
    assert all(stand == feit for stand, feit in gezien)
